"""Whether a change has its two ends in order: “from 4.1% to 3.2%” for « de 3,2 % à 4,1 % »."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.said import Said
from summarizer.text.number import Number

_FRENCH_FROM = re.compile(r"(?:\bde|\bdes|\bd['’]|\bdu)\s?\Z", re.IGNORECASE)
_FRENCH_TO = re.compile(r"\A[^.;:!?«»]{0,40}?(?<!\w)(?:à|aux?)\s\Z", re.IGNORECASE)
_FRENCH_AGAINST = re.compile(r"\A[^.;:!?«»]{0,60}\bcontre\s\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_TO = re.compile(r"\A[^.;:!?]{0,40}?\bto\s\Z", re.IGNORECASE)
_BACK_FROM = re.compile(
    r"\A(?:(?!\bto\b)[^.;:!?]){0,40}\b(?:from|against|versus|compared\s(?:with|to))\s\Z", re.IGNORECASE
)
_ENGLISH_CHANGE = (
    r"\b(?:ris\w+|rose|grow\w*|grew|climb\w*|increas\w+|jump\w*|fall\w*|fell|drop\w*|declin\w+|cut|reduc\w+|goes\sup|went\sup"
    r"|gain\w*|lower\w*|rais\w+|shrank)\b"
)
_REACHED = re.compile(r"\b(?:to|now|reach(?:es|ed)|stands\sat|currently)\s(?:about\s)?\Z", re.IGNORECASE)
_BY = re.compile(rf"{_ENGLISH_CHANGE}[^.,;:]{{0,30}}?\bby\s(?:about\s)?\Z", re.IGNORECASE)
_UP_TO = re.compile(rf"{_ENGLISH_CHANGE}[^.,;:\d]{{0,30}}?\bto\s(?:about\s)?\Z", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:costs?|stands\sat|is\snow|amounts\sto)\s(?:about\s)?\Z", re.IGNORECASE)
_FRENCH_CHANGE = (
    r"\b(?:augment|baiss|progress|recul|chut|diminu|grimp|relev|rédui|abaiss|bondi|accr)[a-zà-ÿ]*\b"
)
_FRENCH_LEVEL = re.compile(rf"{_FRENCH_CHANGE}[^.;:]{{0,40}}?\s(?:à|jusqu['’]à)\s\Z", re.IGNORECASE)
_FRENCH_STEP = re.compile(rf"{_FRENCH_CHANGE}\s(?:[a-zà-ÿ]+\s)?(?:de|d['’])\s?\Z", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:to|by|now|reach(?:es|ed)|at|currently|costs?)\s(?:about\s)?\Z", re.IGNORECASE)
"""The words before a number without which it is no level, no step and nothing that was reached."""
_SHORTLY = 18  # characters
_CLAUSE = 70  # characters
_BEFORE = 12  # characters
_NO_END = frozenset({"date", "time", "name", "reference", "phone", "rank"})

_Ends = tuple[Decimal, Decimal]


def ends_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A pair of numbers that the French has change from the first to the second, and the English back."""
    if not said.numbers:
        return []
    meant = _changes_of(evidence)
    told = _english_changes(said.text, said.numbers) if meant else ()
    for (first, second), words in told:
        if (second, first) in meant and (first, second) not in meant and first != second:
            message = f"“{words}” has the two ends of the change the wrong way round: see the French."
            return [Issue("direction", words, message)]
    return _one_end(said, evidence)


def _one_end(said: Said, evidence: Evidence) -> list[Issue]:
    """The first end as what was reached, and a change told as a level (“by 14” for « à 14 »), or back."""
    values = [abs(each.value) for each in said.numbers if each.value is not None]
    firsts = dict(_changes_of(evidence))
    lasts = set(firsts.values())
    for number in said.numbers:
        if number.value is None or number.upper is not None or number.kind in _NO_END:
            continue
        before, value = said.text[max(0, number.start - _CLAUSE) : number.start], abs(number.value)
        if not _TOLD.search(before[-_SHORTLY:]):
            continue
        last = firsts.get(value)
        reached = last is not None and last not in values and value not in lasts and _REACHED.search(before)
        if reached or _step_for_level(number, before, evidence):
            message = f"“{number.text}” is another end, or another step, of the change in the French."
            return [Issue("direction", number.text, message)]
    return []


def _step_for_level(number: Number, before: str, evidence: Evidence) -> bool:
    alike = [each for each in evidence.numbers if each.value == number.value]
    if len(alike) != 1 or alike[0].unit != number.unit:
        return False
    french = evidence.number_text[max(0, alike[0].start - _CLAUSE) : alike[0].start]
    if _BY.search(before):
        return bool(_FRENCH_LEVEL.search(french))
    return bool(_UP_TO.search(before) or _LEVEL.search(before)) and bool(_FRENCH_STEP.search(french))


@lru_cache(maxsize=512)
def _changes_of(evidence: Evidence) -> tuple[_Ends, ...]:
    """The changes of the French: from what, to what."""
    return tuple(ends for ends, _ in _french_changes(evidence.number_text, evidence.numbers))


def _french_changes(text: str, numbers: Sequence[Number]) -> Iterator[tuple[_Ends, str]]:
    for first, second, between in _pairs(text, numbers):
        before = text[max(0, first.start - _BEFORE) : first.start]
        if _FRENCH_FROM.search(before) and _FRENCH_TO.match(between):
            yield from _ends(text, first, second)
        elif _FRENCH_AGAINST.match(between):
            yield from _ends(text, second, first)
    for number in numbers:
        if number.upper is not None and _FRENCH_FROM.search(
            text[max(0, number.start - _BEFORE) : number.start]
        ):
            yield from _ends(text, number, number)


def _english_changes(text: str, numbers: Sequence[Number]) -> Iterator[tuple[_Ends, str]]:
    for first, second, between in _pairs(text, numbers):
        before = text[max(0, first.start - _BEFORE) : first.start]
        if _FROM.search(before):
            if _TO.match(between):
                yield from _ends(text, first, second)
        elif _BACK_FROM.match(between):
            yield from _ends(text, second, first)
    for number in numbers:
        if number.upper is not None and _FROM.search(text[max(0, number.start - _BEFORE) : number.start]):
            yield from _ends(text, number, number)


def _pairs(text: str, numbers: Sequence[Number]) -> Iterator[tuple[Number, Number, str]]:
    """Numbers that follow each other, years and ranks between them passed over, and the text between."""
    plain = [each for each in numbers if each.kind not in _NO_END and each.value is not None]
    for index, first in enumerate(plain[:-1]):
        second = plain[index + 1]
        if first.upper is None and second.upper is None:
            yield first, second, text[first.end : second.start]


def _ends(text: str, first: Number, second: Number) -> Iterator[tuple[_Ends, str]]:
    last = second.upper if first is second else second.value
    if first.value is not None and last is not None:
        start, end = min(first.start, second.start), max(first.end, second.end)
        yield (abs(first.value), abs(last)), text[start:end]
