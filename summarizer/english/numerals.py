"""The value of an English numeral, in digits or in words, with its scale.

A numeral is the bare number: « 97.4 billion », « a hundred and fifty thousand », « 2½ ». What stands
around it (currency, unit, qualifier) is read in `numbers`. The words below a thousand are valued by
text2num, whose compiled parser knows their order; it knows no trillion and no mixed forms
(« 3 hundred thousand », « two and a half million »), so the scales are applied here.
"""

import re
from decimal import Decimal
from functools import lru_cache
from math import prod

from text_to_num import text2num

SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "milion": Decimal(10**6),
    "milliard": Decimal(10**9),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
"""Scales of news English: the short scale, with « thousand million » and « milliard » as translators
from other languages write them, and the frequent misspelling of « million »."""

SHORT_SCALES = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "tn": Decimal(10**12),
}
"""Abbreviated scales: behind a sum of money (« €3bn »), or a plain number where they can be no unit."""

SHARES_SCALE_BELOW = 1000
"""A bare number below this takes the scale of the one it is joined to: « 10 to 15 million »."""

_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "half": Decimal("0.5")}

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES})\b)?|{_TEENS}|{_ONES}|zero)\b"
_BIG = r"(?:thousand|million|milion|milliard|billion|trillion)s?\b"
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)[-\s]hundred\b(?:\s(?:and\s)?{_SMALL})?|{_SMALL})"
_HALF = r"\sand\sa\shalf\b"
_GAP = r"[\s\u00a0\u202f-]"
_SEP = r",?\s(?:and\s)?"
_LAST = rf"{_SEP}{_HUNDREDS}(?!{_GAP}(?:{_BIG}|hundred\b|(?:{_ONES})\b))"
_THOUSANDS = rf"{_SEP}{_HUNDREDS}{_GAP}thousands?\b"
_WORDS = (
    rf"(?:{_HUNDREDS}(?:{_HALF}(?={_GAP}{_BIG}))?(?:{_GAP}(?:{_BIG}{_GAP})?(?:{_BIG})"
    rf"(?:(?<!thousand){_THOUSANDS})?(?:{_LAST})?)?"
    rf"|an?{_GAP}{_BIG}(?:{_GAP}{_BIG})?)(?:{_HALF})?"
)
_PLAIN = (
    r"(?:\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u202f ]\d{3})+)(?![,\u00a0\u202f]?\d)(?:\.\d+)?"
    r"|\d+(?:\.\d{3}(?=\.\d{3}))*(?:[.,]\d+)?)"
)
_SCALES = rf"(?:{_GAP}?hundred\b)?(?:{_GAP}?{_BIG})*"
_DIGITS = rf"(?:{_PLAIN}(?:[\s\u00a0]?[½¼¾])?|[½¼¾])(?:{_HALF})?{_SCALES}(?:{_HALF})?"

NUMERAL = rf"(?:{_DIGITS}|{_WORDS})"
"""A whole numeral: « 1,250.5 », « 12,5 », « 7.4 thousand million », « two hundred and one »."""

FIRST_WORDS = (
    rf"(?:{_TENS}|{_TEENS}|{_ONES}|zero|an?[-\s](?=hundred|thousand|million|milliard|billion|trillion))"
)
"""How a numeral in words can begin, to find the places where one may stand."""

_TERM = re.compile(
    rf"(?P<head>{_PLAIN}(?:[\s\u00a0]?[½¼¾])?|[½¼¾]|{_HUNDREDS}|an?\b)"
    rf"(?P<half>{_HALF}(?={_GAP}{_BIG}|\Z))?(?P<scales>{_SCALES})(?P<tail>{_HALF})?",
    re.IGNORECASE,
)
_SCALE = re.compile("|".join(SCALES), re.IGNORECASE)


@lru_cache(maxsize=4096)
def numeral_value(text: str) -> Decimal:
    """The value of a numeral that `NUMERAL` matched, scales applied.

    « 7.4 thousand million » is 7.4 times a thousand million; « a million and a half » adds half of
    the scale. A comma before other than three digits is taken for a decimal comma.
    """
    total = Decimal(0)
    for term in _TERM.finditer(text):
        scale = prod((SCALES[word.lower()] for word in _SCALE.findall(term["scales"])), start=Decimal(1))
        head = _head_value(term["head"].lower())
        if term["half"]:
            head += _PARTS["half"]
        total += head * scale + (_PARTS["half"] * scale if term["tail"] else 0)
    return total


def plain_value(digits: str) -> Decimal:
    """The value of digits with English grouping (« 1,250.5 »), or with a decimal comma (« 12,5 »).

    « 400.000 » is taken for grouping, since nobody writes three zeros behind a decimal point.
    """
    bare = re.sub(r"[\s\u00a0\u202f]", "", digits)
    if re.fullmatch(r"[1-9]\d{0,2}\.000", bare):
        return Decimal(bare.replace(".", ""))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        return Decimal(bare.replace(",", ""))
    if bare.count(".") > 1:
        return Decimal(bare.replace(".", "").replace(",", "."))
    return Decimal(bare.replace(",", "."))


def _head_value(head: str) -> Decimal:
    if head[-1] in _PARTS:
        rest = head[:-1].rstrip()
        return (plain_value(rest) if rest else Decimal(0)) + _PARTS[head[-1]]
    if head[0].isdigit():
        return plain_value(head)
    words = re.sub(r"\ban?\b", "one", head)
    return Decimal(1) if words == "one" else Decimal(text2num(words, "en"))


@lru_cache(maxsize=4096)
def last_scale(text: str) -> Decimal:
    """The scale that a numeral ends on (« 3.5 million » → 1000000), 1 where it bears none."""
    scale = Decimal(1)
    for word in _SCALE_TAIL.findall(text):
        scale *= SCALES[word.lower()]
    return scale


_SCALE_TAIL = re.compile(rf"({'|'.join(SCALES)})s?(?=(?:{_GAP}(?:{'|'.join(SCALES)})s?)*\Z)", re.IGNORECASE)
