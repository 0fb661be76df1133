"""Whether what is to come is told as past, or the past as to come: “ruled” for « rendra sa décision »."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from summarizer.english.words import english_lemma
from summarizer.faithfulness.alignment import Alignment, align
from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.said import Said
from summarizer.faithfulness.senses.period_words import french_months

_COMING_TEXT = """
will would ll shall might could can should must going due expected set plans plan planned scheduled next
tomorrow soon upcoming future ahead later if
"""
_COMING = frozenset(_COMING_TEXT.split())
"""English words with which a statement speaks of what is to come, whatever its verbs."""
_FRENCH_COMING_TEXT = """
va vont allait doit doivent devait devrait devraient prevoit prevoient prevu prevue prevus prevues prochain
prochaine prochains prochaines demain bientot futur future ici compte comptent souhaite veut veulent espere
promet promis promise projet programme programmee attendu attendue attendus annonce annoncee si quand lorsque
"""
_FRENCH_COMING = frozenset(_FRENCH_COMING_TEXT.split())
_AUXILIARIES = frozenset({"sera", "seront", "aura", "auront"})
_PERFECT = frozenset({"aura", "auront"})
"""« aura permis » is past."""
_SOON_TEXT = """
lundi mardi mercredi jeudi vendredi samedi dimanche demain prochain prochaine prochains prochaines bientot
"""
_SOON = frozenset(_SOON_TEXT.split())
_PAST = frozenset({"a", "ont", "ete", "est", "sont", "avait", "avaient"})
_BETWEEN = frozenset({"also", "be", "have", "not", "now", "then", "soon", "never", "only", "been", "again"})
_REACH = 3  # words
_SHORT = 16  # words of a sentence of one clause
_FINITE = frozenset({"was", "were", "took"})
"""Past forms that are no participles."""
_NO_SUBJECT = frozenset({"to", "be", "being", "a", "an", "the", "by", "as", "that", "which", "who", "when"})


def tense_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A verb in the past whose French stands in the future, and back, where nothing else tells of it."""
    if _COMING.isdisjoint(said.words) and " may " not in said.text:  # “in May” is no such word
        return _made_past(said, evidence) if _is_to_come(evidence) else []
    if "will" in said.words and not evidence.futures and not evidence.conditionals:
        return _made_future(said, evidence) if _FRENCH_COMING.isdisjoint(evidence.words) else []
    return []


@lru_cache(maxsize=512)
def _is_to_come(evidence: Evidence) -> bool:
    """Whether the French has a future with a time to come: a weekday, or a month without its year.

    Without one, the future may tell of what is past (« il sera finalement disqualifié »).
    """
    words = evidence.words_in_order
    dated = any(
        word in _SOON or (word in french_months() and not behind.isdigit())
        for word, behind in pairwise((*words, ""))
    )
    return dated and any(
        words[at] not in _PERFECT or words[at + 1 : at + 2] == ("lieu",) for at in evidence.futures
    )


def _made_past(said: Said, evidence: Evidence) -> list[Issue]:
    alignment = align(said, evidence)
    words = evidence.words_in_order
    for at in evidence.futures:
        verbs = range(at, min(at + _REACH, len(words))) if words[at] in _AUXILIARIES else (at,)
        for english in (place for verb in verbs for place in alignment.french.get(verb, ())):
            word = said.words[english]
            if _is_past(word) and not _is_infinitive(english, said):
                message = f"“{word}” tells as past what the French has in the future (« {words[at]} »)."
                return [Issue("time_unit", as_written(said.text, word), message)]
    return _tells_as_past(said, evidence)


def _tells_as_past(said: Said, evidence: Evidence) -> list[Issue]:
    """A past verb before its object, where every verb of the French is in the future."""
    words = evidence.words_in_order
    if any(word in _PAST and _is_participle(behind) for word, behind in pairwise(words)):
        return []
    for at, (word, behind) in enumerate(pairwise(said.words)):
        if word in _FINITE and behind != "to" and at and said.words[at - 1] not in _NO_SUBJECT:
            french = words[evidence.futures[0]]
            message = f"“{word}” tells as past what the French has in the future (« {french} »)."
            return [Issue("time_unit", as_written(said.text, word), message)]
    return []


def _is_past(word: str) -> bool:
    lemma = english_lemma(word)
    return lemma != word and not word.endswith(("s", "ing")) and lemma.startswith(word[:1])


def _is_infinitive(at: int, said: Said) -> bool:
    """“to be approved”, “being elected”, “is fully involved”."""
    return not {"to", "be", "being", "is", "are"}.isdisjoint(said.words[max(0, at - 2) : at])


def _made_future(said: Said, evidence: Evidence) -> list[Issue]:
    alignment = align(said, evidence)
    for at in _verbs_to_come(said):
        places = alignment.english.get(at, ())
        if places and all(_is_perfect(place, alignment) for place in places):
            french = evidence.words_in_order[places[0]]
            message = (
                f"“will {said.words[at]}” tells as future what the French has in the past (« {french} »)."
            )
            return [Issue("time_unit", as_written(said.text, said.words[at]), message)]
    words = evidence.words_in_order
    perfect = any(word in _PAST and _is_participle(behind) for word, behind in pairwise(words))
    if perfect and len(words) <= _SHORT and evidence.clause_at(0) == (0, len(words)):
        message = "“will” tells as future what the French has in the past."
        return [Issue("time_unit", as_written(said.text, "will"), message)]
    return []


def _verbs_to_come(said: Said) -> Iterator[int]:
    for at, word in enumerate(said.words):
        if word == "will":
            behind = range(at + 1, min(at + 1 + _REACH, len(said.words)))
            verb = next((place for place in behind if said.words[place] not in _BETWEEN), None)
            if verb is not None:
                yield verb


def _is_perfect(place: int, alignment: Alignment) -> bool:
    words = alignment.evidence.words_in_order
    return _is_participle(words[place]) and not _PAST.isdisjoint(words[max(0, place - 2) : place])


def _is_participle(word: str) -> bool:
    return word.endswith(("e", "ee", "es", "ees", "i", "is", "u", "us", "it", "ert"))
