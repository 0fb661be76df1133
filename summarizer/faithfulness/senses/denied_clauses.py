"""A clause that the French denies from before: “it will last” for « rien n'indique que cela durera ».

The denial stands in the clause that governs it, which a statement may leave out; then it must deny itself.
"""

from collections.abc import Sequence

from summarizer.faithfulness.alignment import align
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said

_GOVERNING = (
    "indiqu", "pens", "croi", "confirm", "prouv", "montr", "etabli", "certain", "sur", "garanti", "signifi",
    "permet", "dit", "voul", "estim", "souhait", "trouv", "sembl", "demontr", "attest",
)  # fmt: skip
_JOINING = frozenset({"que", "qu"})
_REACH = 5  # words from a denial to the word that joins the clause it governs
_DOUBTING_TEXT = """
doubt doubts doubtful unclear whether if unsure unlikely unconfirmed denied denies deny refused refuses may
might could possible possibly perhaps rejected rejects questioned yet question disputed disputes sceptical
skeptical unproven fail failed fails lack lacks
"""
_DOUBTING = frozenset(_DOUBTING_TEXT.split())
_ENOUGH, _SHARE = 2, 0.6  # content words of the clause that the statement has


def denied_clause_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A governed clause that the statement renders without the denial that governs it."""
    if not evidence.denials and " rien " not in evidence.folded:
        return []
    if said.classes.get("plain") or said.classes.get("broad") or not _DOUBTING.isdisjoint(said.words):
        return []
    words = evidence.words_in_order
    alignment = None
    for at in dict.fromkeys((*(place for place, _ in evidence.denials), *evidence.negatives)):
        start = _governed(at, words)
        if start is None:
            continue
        alignment = alignment or align(said, evidence)
        content = alignment.content_of(*evidence.clause_at(start))
        anchored = sum(place in alignment.french for place in content)
        if anchored >= max(_ENOUGH, _SHARE * len(content)):
            denial = " ".join(words[at : start + 1])
            message = f"The French denies (« {denial} »); the sentence affirms it. Say it with “not” or “no”."
            return [Issue("negation", "", message)]
    return []


def _governed(at: int, words: Sequence[str]) -> int | None:
    """Where the clause begins that a denial governs, behind a verb of thinking or showing."""
    end = min(at + 1 + _REACH, len(words) - 1)
    for place in range(at + 1, end):
        if words[place] in _JOINING:
            governed = any(word.startswith(_GOVERNING) for word in words[at:place])
            return place + 1 if governed else None
    return None
