"""Whether a change has its two ends in order: “from 4.1% to 3.2%” for « de 3,2 % à 4,1 % »."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

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
_BEFORE = 12  # characters
_NO_END = frozenset({"date", "time", "name", "reference", "phone", "rank"})

_Ends = tuple[Decimal, Decimal]


def ends_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """A pair of numbers that the French has change from the first to the second, and the English back."""
    if len(said.numbers) < 2 and not any(each.upper is not None for each in said.numbers):
        return []
    meant = {ends for ends, _ in _french_changes(evidence.number_text, evidence.numbers)}
    if not meant:
        return []
    told = list(_english_changes(said.text, said.numbers))
    for (first, second), words in told:
        if (second, first) in meant and (first, second) not in meant and first != second:
            message = f"“{words}” has the two ends of the change the wrong way round: see the French."
            return [Issue("direction", words, message)]
    return []


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
