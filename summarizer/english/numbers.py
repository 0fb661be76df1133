"""Where an English sentence says a number, and which one.

The reader goes from one place where a number may begin to the next, and asks the forms in turn
(elapsed time, date, clock, fraction, multiple, vague amount, rank, amount) which of them stands there.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from string import ascii_lowercase

from summarizer.english.amounts import SIGNS, read_amount
from summarizer.english.dates import read_clock, read_date
from summarizer.english.elapsed import read_elapsed
from summarizer.english.fractions import read_dozen, read_fraction, read_multiple, read_rank, read_vague
from summarizer.english.numerals import FIRST_WORDS, SHARES_SCALE_BELOW, last_scale
from summarizer.text.folding import small_letters
from summarizer.text.number import Number

_ANCHOR = re.compile(
    r"(?<!\w)(?:(?<![.,])[-+−]?(?:\d|[½¼¾]|(?=\D{1,6}?[\d½¼¾])"
    rf"(?:(?:{SIGNS.lower()})[\s\u00a0]?(?=[\d½¼¾])|[a-z]{{3}}[\s\u00a0]?(?=\d)))"
    rf"|(?=[abdefhjmnoqstz’'])(?:{FIRST_WORDS}|hal[fv]|a\s(?:half|third|quarter|fifth|tenth|dozen|score)|third|second|first|dozen|tens"
    r"|hundred|thousand|million|billion|trillion|twice|thrice|doubl|trebl|tripl|quadrupl|quintupl"
    r"|nineteen\s|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ie|(?:tw|elev|nin|f[io]|ei|si|se|t[eh])\w*th\b|[’']\d\ds?\b"
    r"|noon|mid(?:day|night)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
"""In lower case, where the first letters of alternatives are compared at once."""
_Reader = Callable[[str, int], Number | None]
_READERS: tuple[tuple[_Reader, str], ...] = (
    (read_elapsed, "0½aefnostz"),
    (read_clock, "0nm"),
    (read_date, "0adefjmnost'’"),
    (read_fraction, "0½aefhnostz"),
    (read_multiple, "dfhqst"),
    (read_dozen, "0½adefhnostz"),
    (read_vague, "bdhmt"),
    (read_rank, "0efhnst"),
    (read_amount, ""),
)
"""The forms in order of precedence, and the small letters on which each can begin.

`0` stands for any digit and `½` for the signs of fractions; what can begin on anything has none.
"""


def _readers_by_first() -> dict[str, tuple[_Reader, ...]]:
    firsts = {first for _, letters in _READERS for first in letters} | {*ascii_lowercase, *"-+−$€£¥"}
    return {
        first: tuple(read for read, letters in _READERS if not letters or first in letters)
        for first in firsts
    }


_BY_FIRST = _readers_by_first()
_EVERY = tuple(read for read, _ in _READERS)
_WORD = re.compile(r"[\w.,’'-]*\w")
_SHARED_SCALE = 10**6
_SHARED = re.compile(r"\s?(?:,|and|or|,?\sand)\s", re.IGNORECASE)


def find_numbers(text: str) -> list[Number]:
    """The numbers of an English text, in order, without overlap.

    Offsets are code points into `text`, end exclusive. Dates, clock times and numbers that are part
    of a name are found and told apart by `kind`. Never raises, whatever the text.
    """
    found: list[Number] = []
    position = 0
    lower = small_letters(text)
    absent = _absent(lower)
    while anchor := _ANCHOR.search(lower, position):
        start = anchor.start()
        first = "0" if lower[start].isdigit() else "½" if lower[start] in "½¼¾" else lower[start]
        number = None
        for read in _BY_FIRST.get(first, _EVERY):
            if read not in absent and (number := read(text, start)):
                break
        if number is None and any(character.isdigit() for character in anchor[0]):
            number = _name_at(text, start)
        if number is not None:
            found.append(number)
        position = max(start + 1, number.end if number else 0)
    return _with_shared_units(text, found)


def _absent(lower: str) -> Sequence[_Reader]:
    """The forms without a word that they need: times in units need minutes, dozens their name."""
    absent = [] if ":" in lower or "min" in lower else [read_elapsed]
    return absent if "dozen" in lower or "score" in lower else [*absent, read_dozen]


def _name_at(text: str, start: int) -> Number:
    """Digits that no form explains (« 5G », « 737-MAX ») are part of a name."""
    match = _WORD.match(text, start)
    end = match.end() if match else start + 1
    return Number(start=start, end=end, text=text[start:end], core_start=start, core_end=end, kind="name")


def _with_shared_units(text: str, found: list[Number]) -> list[Number]:
    """« 10 and 15 percent »: the first number takes the unit of the second."""
    shared = list(found)
    for index, (first, second) in reversed(list(enumerate(pairwise(found)))):
        bare = first.kind == "count" and not first.counted
        if not (bare and first.value is not None and _SHARED.fullmatch(text, first.end, second.start)):
            continue
        scale = last_scale(text[second.core_start : second.core_end])
        unscaled = last_scale(first.text) == 1 and first.value < SHARES_SCALE_BELOW
        shares = unscaled and scale >= _SHARED_SCALE and second.value is not None
        value = first.value * scale if shares else first.value
        later = shared[index + 1]
        shared[index] = replace(
            first, value=value, unit=later.unit, kind=later.kind if later.unit else first.kind
        )
    return shared
