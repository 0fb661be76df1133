"""Whether a statement denies what the French affirms, or affirms what it denies."""

from collections.abc import Sequence
from functools import lru_cache

from summarizer.english.words import is_known_english
from summarizer.faithfulness.alignment import align, place_reach
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said

_ENOUGH = 0.55
_NO_CLAIMS = frozenset({"confidence", "doubt", "matter"})
_NO_NEGATIVES = frozenset({"unions", "unemployment", "unemployed"})
_PREFIXED = 3  # letters
_AROUND = 6  # words
_TOGETHER = 9  # words
_STRONG = frozenset({"aucun", "aucune", "personne", "nul", "nulle", "rien", "jamais", "ni"})
"""Words that deny together with « ne »: the two are one denial."""
_RENDERED = 0.4  # of the content words of a clause
_ANSWERS_TEXT = """
until till unless whether regardless irrespective far rid differ differs intolerable yet undoubtedly hardly
"""
_ANSWERS = frozenset(_ANSWERS_TEXT.split())
"""Words that can answer for a French denial without denying."""


def negation_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A denial in one language that the other does not have near the same place.

    Every plain denial (« ne … pas », “not”) needs a word in the other language that can answer for it
    (« refuser », “unable”, “few”), at about the same part of the sentence. Denials that the statement
    may simply leave out, being shorter than the evidence, are not missed.
    """
    words = said.words
    plain = [at for at in said.classes.get("plain", ()) if not _denies_nothing(words, at)]
    broad = [
        *said.classes.get("broad", ()),
        *(at for at, word in enumerate(words) if _is_negative_form(word)),
    ]
    length, french_length = len(words), len(evidence.words_in_order)
    lexical = _spare(evidence.lexical_negatives, french_length, broad, length)
    plain_ones = [at for at in evidence.negatives if at not in evidence.lexical_negatives]
    answers = [*plain_ones, *lexical, *(at for at, _ in evidence.denials)]
    lone = [at for at in plain if not _answered(at, length, answers, french_length)]
    lone = [at for at in lone if _is_added(at, said, evidence, answers)]
    if lone:
        word = words[lone[0]]
        return [_added(as_written(said.text, word) or as_written(said.text, words[lone[0] - 1] + "'t"))]
    if length < _ENOUGH * french_length:
        return []
    spare = _spare(broad, length, evidence.lexical_negatives, french_length)
    denials = _one_a_clause(evidence)
    missed, free = _unmatched(denials, french_length, [*plain, *spare], length)
    return [_dropped(missed)] if missed and _is_dropped(missed, said, evidence, free) else []


def _one_a_clause(evidence: Evidence) -> list[tuple[int, str]]:
    """The denials of the French, two that make one denial as one (« aucun parti n'a jamais »)."""
    kept: list[tuple[int, str]] = []
    for at, text in evidence.denials:
        words = set(text.split()) | set(kept[-1][1].split() if kept else ())
        if kept and at - kept[-1][0] <= _TOGETHER and words & _STRONG:
            continue
        kept.append((at, text))
    return kept


def _is_added(at: int, said: Said, evidence: Evidence, answers: Sequence[int]) -> bool:
    """Whether the French that the words around a denial render denies nothing."""
    alignment = align(said, evidence)
    clauses = {
        evidence.clause_at(other)
        for near in range(max(0, at - _AROUND), at + _AROUND + 1)
        for other in alignment.english.get(near, ())
    }
    if not clauses and not alignment.renders_all:
        return False
    negative = {*answers, *evidence.prefixed_negatives}
    return not any(start - 1 <= place <= end for start, end in clauses for place in negative)


def _is_dropped(missed: str, said: Said, evidence: Evidence, denying: Sequence[int]) -> bool:
    """Whether the statement renders the clause of a denial, and nothing near its words can answer for it."""
    alignment = align(said, evidence)
    at = next(place for place, text in evidence.denials if text == missed)
    start, end = evidence.clause_at(at)
    content = alignment.content_of(start, end)
    anchored = [other for other in content if other in alignment.french]
    if not anchored and alignment.french and (start, end) != (0, len(evidence.words_in_order)):
        return False
    if not alignment.renders_all and (not anchored or len(anchored) < _RENDERED * len(content)):
        return False
    near = alignment.english_near(start, end, reach=_AROUND) if anchored else range(len(said.words))
    return not any(place in denying or said.words[place] in _ANSWERS for place in near)


def _denies_nothing(words: Sequence[str], at: int) -> bool:
    """« no. 125 », « no 2 », « a vote of no confidence », « no doubt »."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "no":
        return behind[:1].isdigit() or behind in _NO_CLAIMS
    return words[at] == "without" and behind in _NO_CLAIMS


@lru_cache(maxsize=16384)
def _is_negative_form(word: str) -> bool:
    """« contactless », « unplanned », « nonresident »."""
    if word.endswith("less"):
        return word not in {"less", "unless", "nonetheless", "regardless", "nevertheless"}
    if word in _NO_NEGATIVES:
        return False
    rest = word[2:] if word.startswith("un") else word[3:] if word.startswith("non") else ""
    return len(rest) > _PREFIXED and is_known_english(rest)


def _spare(broad: Sequence[int], length: int, lexical: Sequence[int], french_length: int) -> list[int]:
    """The English words that carry a denial and are not there for such a word of the French.

    « n'était pas exclu »: “excluded” answers for « exclu », so « pas » still needs its “not”.
    """
    spare, reach = sorted(broad), place_reach(length, french_length)
    for at in lexical:
        near = [answer for answer in spare if abs(at / french_length - answer / length) <= reach / 2]
        if near:
            spare.remove(min(near, key=lambda answer: abs(at / french_length - answer / length)))
    return spare


def _answered(at: int, length: int, answers: Sequence[int], answers_length: int) -> bool:
    reach = place_reach(length, answers_length)
    return any(abs(at / length - answer / answers_length) <= reach for answer in answers)


def _unmatched(
    denials: Sequence[tuple[int, str]], length: int, answers: Sequence[int], answers_length: int
) -> tuple[str, list[int]]:
    """The first French denial for which no English one is left near its place, and the English ones left.

    Each answers for one.
    """
    free, reach = sorted(answers), place_reach(length, answers_length)
    for at, text in denials:
        near = [answer for answer in free if abs(at / length - answer / answers_length) <= reach]
        if not near:
            return text, free
        free.remove(min(near, key=lambda answer: abs(at / length - answer / answers_length)))
    return "", free


def _added(word: str) -> Issue:
    return Issue("negation", word, f"“{word}” denies something; the French text affirms it.")


def _dropped(words: str) -> Issue:
    return Issue(
        "negation",
        "",
        f"The French denies (« {words} »); the sentence affirms it. Say it with “not” or “no”.",
    )
