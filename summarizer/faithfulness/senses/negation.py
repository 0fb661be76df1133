"""Whether a statement denies what the French affirms, or affirms what it denies."""

from collections.abc import Sequence
from functools import lru_cache

from summarizer.english.words import is_known_english
from summarizer.faithfulness.alignment import align, place_reach, renders_all
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said
from summarizer.faithfulness.senses.denials import PLAIN_NEGATIVES

_ENOUGH = 0.55
_NO_CLAIMS = frozenset({"confidence", "doubt", "matter"})
_NO_NEGATIVES = frozenset({"unions", "unemployment", "unemployed"})
_PREFIXED = 3  # letters
_AROUND = 6  # words
_TOGETHER = 9  # words
_SIDE_BY_SIDE = 3  # words
_WHOLE = 0.8  # of the length of the French
_LESS = frozenset({"less", "fewer", "least", "lower", "little", "few", "except", "minus", "smaller"})
_FAR = 8  # words
_TURNED = frozenset({"nor", "until", "but", "before", "unless"})
"""Words with which “not” says « ne … que », “only”; and the second half of “neither … nor”."""
_MARKS = frozenset({"pas", "aucun", "aucune", "jamais"})
_NO_DENIAL = frozenset({"un", "le", "les", "premier", "grand", "ce", "de", "que", "plus", "sans", "d"})
_OTHER_HALVES = frozenset({"que", "qu", "pas", "plus", "jamais", "rien", "aucun", "aucune", "personne", "ni"})
_SMALL = frozenset({"moins", "peu", "sauf"})
_HALVES = frozenset({"ne", "n"})
_STRONG = frozenset({"aucun", "aucune", "personne", "nul", "nulle", "rien", "jamais", "ni"})
"""Words that deny together with « ne »: the two are one denial."""
_RENDERED = 0.4  # of the content words of a clause
_FEW, _NEARLY_ALL = 2, 0.7  # content words of a clause
_ANSWERS_TEXT = """
until till unless whether regardless irrespective far rid differ differs intolerable yet undoubtedly hardly
"""
_ANSWERS = frozenset(_ANSWERS_TEXT.split())
"""Words that can answer for a French denial without denying."""
_LESSENING = _ANSWERS | _LESS


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
    spare = _spare(broad, length, evidence.lexical_negatives, french_length)
    denials = _one_a_clause(evidence)
    if length < _ENOUGH * french_length:
        missed = next((text for at, text in denials if _is_affirmed(at, said, evidence)), "")
        return [_dropped(missed)] if missed else []
    missed, free = _unmatched(denials, french_length, [*plain, *spare], length)
    if missed and _is_dropped(missed, said, evidence, free):
        return [_dropped(missed)]
    return _by_number(said, evidence, plain, broad)


def _by_number(said: Said, evidence: Evidence, plain: list[int], broad: list[int]) -> list[Issue]:
    """One denial more or less than the French, where the statement renders all of it."""
    if not renders_all(said, evidence) or not (plain or evidence.denials or evidence.negatives):
        return []
    words, french = said.words, evidence.words_in_order
    small = [at for at in evidence.negatives if french[at] in _SMALL]
    bare = [at for at in evidence.negatives if french[at] not in _SMALL and not _is_half(french, at)]
    denied = _groups([*(at for at, _ in evidence.denials), *bare])
    neither = [at for at in bare if french[at] == "ni"]  # “no valves and no stations” for « ni … ni »
    every = [*denied, *neither, *evidence.prefixed_negatives, *small[sum(word in _LESS for word in words) :]]
    told = [at for at in plain if _TURNED.isdisjoint((words[at], *words[at + 1 : at + 1 + _FAR]))]
    if len(told) > len(every):
        at = max(told, key=lambda at: min((abs(at / len(words) - o / len(french)) for o in every), default=1))
        return [_added(as_written(said.text, words[at]) or as_written(said.text, words[at - 1] + "'t"))]
    answers = {*plain, *broad, *(at for at, word in enumerate(words) if word in _LESSENING)}
    alone = [at for at in bare if _denies_alone(french, at)]
    marks = _groups([*(at for at, _ in _one_a_clause(evidence)), *alone], apart=_TOGETHER)
    missed = len(marks) > len(answers) and len(words) >= _WHOLE * len(french)
    return [_dropped(french[marks[-1]])] if missed else []


def _denies_alone(french: Sequence[str], at: int) -> bool:
    """« Je les vois pas »; not « un pas », « que jamais », « sans aucun doute »."""
    before, behind = french[at - 1] if at else "", french[at + 1] if at + 1 < len(french) else ""
    return french[at] in _MARKS and before not in _NO_DENIAL and behind not in {"plus", "doute"}


def _is_half(french: Sequence[str], at: int) -> bool:
    """« ne » is half of a denial with « pas », and of “only” with « que »."""
    return french[at] in _HALVES and not _OTHER_HALVES.isdisjoint(french[at + 1 : at + 1 + _FAR])


def _groups(positions: Sequence[int], *, apart: int = _SIDE_BY_SIDE) -> list[int]:
    """The first position of each denial: words that deny together stand side by side."""
    found: list[int] = []
    last = -_TOGETHER
    for at in sorted(set(positions)):
        if at - last > apart:
            found.append(at)
        last = at
    return found


def _is_affirmed(at: int, said: Said, evidence: Evidence) -> bool:
    """Whether a statement that renders few clauses has nearly every word of a denied one, and no denial."""
    if not _ANSWERS.isdisjoint(said.words) or any(map(_is_negative_form, said.words)):
        return False
    if said.classes.get("broad") or said.classes.get("plain"):
        return False
    alignment = align(said, evidence)
    words = evidence.words_in_order
    content = [c for c in alignment.content_of(*evidence.clause_at(at)) if words[c] not in PLAIN_NEGATIVES]
    anchored = sum(place in alignment.french for place in content)
    return anchored >= _FEW and anchored >= _NEARLY_ALL * len(content)


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


def is_dropped(issue: Issue) -> bool:
    """Whether an issue is about a denial that the statement leaves out."""
    return not issue.words


def _added(word: str) -> Issue:
    return Issue("negation", word, f"“{word}” denies something; the French text affirms it.")


def _dropped(words: str) -> Issue:
    return Issue(
        "negation",
        "",
        f"The French denies (« {words} »); the sentence affirms it. Say it with “not” or “no”.",
    )
