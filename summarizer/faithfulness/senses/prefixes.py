"""Whether a prefix that denies was added or left out: “illegally” for « légalement »."""

import re
from functools import lru_cache

from summarizer.english.words import english_lemma, is_known_english
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said

_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non)(?=[a-z]{4})")
_ENDING = re.compile(r"(?:ly|ity|able|ible|ed|al|ful|ous|ive|ant|ent|ate|ary|ic|ar)\Z")
_PLAIN = frozenset({"inhabitant", "inhabited", "independent", "different"})
_DENYING = frozenset({"sans", "non", "mal", "peu"})
_SHARED = 5  # letters


def prefix_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A word with such a prefix where the French has the word without it, and back; no denial in either."""
    for at, word in enumerate(said.words):
        bare_word = _without_prefix(word)
        if not bare_word or word[:_SHARED] in evidence.openings:
            continue
        if evidence.renders(word) or evidence.renders(english_lemma(word)):  # “unemployed” for « chômeurs »
            continue
        opening = bare_word[:_SHARED]
        known = is_known_english(bare_word)
        if known and len(opening) == _SHARED and (bare := evidence.openings.get(opening)) is not None:
            french = evidence.words_in_order[bare]
            if not _is_denied(bare, evidence) and french[:_SHARED] not in _openings(said, at):
                message = f"“{word}” denies what the French affirms (« {french} »)."
                return [Issue("negation", as_written(said.text, word), message)]
    return []


@lru_cache(maxsize=16384)
def _without_prefix(word: str) -> str:
    """What is left of a word behind a prefix that can deny; empty for words that have none."""
    match = _PREFIX.match(word)
    return word[match.end() :] if match and _ENDING.search(word) and word not in _PLAIN else ""


def _openings(said: Said, but: int) -> set[str]:
    return {word[:_SHARED] for at, word in enumerate(said.words) if at != but}


def _is_denied(at: int, evidence: Evidence) -> bool:
    if at and evidence.words_in_order[at - 1] in _DENYING:  # « les sans-emploi », « mal préparés »
        return True
    start, end = evidence.clause_at(at)
    return any(
        start - 1 <= place <= end for place in (*evidence.negatives, *(d for d, _ in evidence.denials))
    )
