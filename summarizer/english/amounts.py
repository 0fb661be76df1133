"""An amount in an English sentence: a numeral or a range of two, with the unit before or behind it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.english.numerals import NUMERAL, SHARES_SCALE_BELOW, SHORT_SCALES, last_scale, numeral_value
from summarizer.english.qualifiers import qualifier_at
from summarizer.english.units import (
    SYMBOLS,
    current_currencies,
    find_unit,
    short_unit,
    unit_of,
)
from summarizer.text.number import Kind, Number

SIGNS = "|".join(re.escape(sign) for sign in sorted(SYMBOLS, key=len, reverse=True))
"""The alternation of all signs of money."""

_PREFIX = re.compile(rf"(?P<sign>{SIGNS})[\s\u00a0]?(?=[\d½¼¾])|(?P<code>[A-Z]{{3}})[\s\u00a0]?(?=\d)")
_NUMERAL = re.compile(NUMERAL, re.IGNORECASE)
_JOIN = re.compile(
    rf"(?P<sep>\s?[-–—]\s?|\s(?:to|and|or)\s)(?:up\sto\s)?(?:(?:{SIGNS}|(?-i:[A-Z]{{3}}))[\s\u00a0]?)?(?=[\da-z½])",
    re.IGNORECASE,
)
_SHORT_SCALE = re.compile(r"(?P<gap>[\s\u00a0]?)(?P<scale>bn|mln|mn|tn|[kmb])(?![\w'’-])", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"\s(?:[a-z]{3,}(?:[^s\W]s|ies|men)|people|children)\b(?<!hurdles)")
_REACH = 20  # « from 606 to 480 million » shares the scale, « from 900 to 2 million » does not
_SIGN_BEHIND = re.compile(r"\s?[€$£¥]")
_BETWEEN = re.compile(r"\b(?:between|from)\s\Z", re.IGNORECASE)
_AGE = re.compile(r"[-\s]?(year|month|week|day)s?[-\s]olds?\b|\s(year)s?\sof\sage\b", re.IGNORECASE)
_TIMES = re.compile(r"\s(?:times|fold)\b|-?fold\b|-times?\b|x(?![\w])", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\sand\sa\shalf\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|the\sages?\sof)\s\Z", re.IGNORECASE)
_COUNTRY_MONEY = re.compile(
    r"\s(?:US|U\.S\.|American|Canadian)?\s?(?:dollars?|euros?|pounds?)\b", re.IGNORECASE
)
_NOUN = re.compile(r"[\s\u00a0-](?P<noun>[a-z][a-z’'-]*[a-z])")
_NO_NOUN_TEXT = """
of in at on from to and or by for with as than is are was were has have had will would can could may might a
an the this that these those he she it they we you who which when while but if not per out people's against
after before during since until about between over under more less fewer other others each every all million
billion thousand hundred
"""
_IN = re.compile(r"\bin\s\Z", re.IGNORECASE)
_NO_NOUN = frozenset(_NO_NOUN_TEXT.split())
_YEAR = re.compile(r"(?:1[1-9]\d\d|20\d\d)(?![\d,.]\d|\s?%)")
_SHORT_YEAR = re.compile(r"\d\d(?![\d%]|[.,]\d)")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|from|to|of|during|between|and|through|for|year|early|late|mid"
    r"|summer|winter|spring|autumn|fall|the|end\sof|this|last|next|dated?|around|circa|[a-z]+[-–])|[(\-–/,’'])\s?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Scaled:
    """A numeral with its scale applied: the value, the scale, and where it ends."""

    value: Decimal
    scale: Decimal
    end: int


def read_amount(text: str, start: int) -> Number | None:
    """The amount that begins at `start`: « US$97.4 billion », « 10 to 15 percent », « 42-year-old »."""
    position = start + (text[start] in "-+−")
    prefix = _PREFIX.match(text, position)
    unit, kind = _money_before(prefix)
    core_start = prefix.end() if prefix else position
    low = _scaled(text, core_start, money=unit is not None)
    if low is None or (prefix and unit is None):
        return None
    if text[low.end : low.end + 1].isalpha() and not (_unit_at(text, low.end) or _TIMES.match(text, low.end)):
        return None
    high = _upper_end(text, start, low, money=unit is not None)
    core_end = high.end if high else low.end
    end = core_end
    if unit is None:
        unit, kind, end = _unit_behind(text, start, core_end)
        if unit and (tail := _AND_A_HALF.match(text, end)):
            return _and_a_half(text, (start, core_start, core_end, tail.end()), low.value, kind, unit)
    elif again := _COUNTRY_MONEY.match(text, end):
        end = again.end()
    value, upper = low.value, high.value if high else None
    shares = low.scale == 1 and low.value < SHARES_SCALE_BELOW
    if high and shares and low.value * high.scale < high.value * _REACH:
        value *= high.scale
    counted = None
    if kind == "count":
        kind = _kind_of_count(text, start, core_end, upper if upper is None else upper - value)
    if kind == "count":
        counted, end = _counted(text, core_end)
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=core_start,
        core_end=core_end,
        kind=kind,
        value=-value if text[start] in "-−" else value,
        upper=upper,
        unit=unit,
        qualifier=qualifier_at(text, start, core_end if counted else end),
        counted=counted,
    )


def _and_a_half(
    text: str, offsets: tuple[int, int, int, int], value: Decimal, kind: Kind, unit: str
) -> Number:
    """« an hour and a half », « three years and a half »."""
    start, core_start, core_end, end = offsets
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=core_start,
        core_end=core_end,
        kind=kind,
        value=value + Decimal("0.5"),
        unit=unit,
        qualifier=qualifier_at(text, start, end),
    )


def _money_before(prefix: re.Match[str] | None) -> tuple[str | None, Kind]:
    if prefix is None:
        return None, "count"
    if prefix["sign"]:
        return SYMBOLS.get(prefix["sign"].upper(), "USD"), "money"
    return (prefix["code"], "money") if prefix["code"] in current_currencies() else (None, "count")


def _scaled(text: str, position: int, *, money: bool) -> _Scaled | None:
    """A numeral, with an abbreviated scale where one can be meant: « €3m », « 3bn », « 3m users »."""
    numeral = _NUMERAL.match(text, position)
    if numeral is None:
        return None
    value, scale, end = numeral_value(numeral[0]), last_scale(numeral[0]), numeral.end()
    short = _SHORT_SCALE.match(text, end)
    if short and numeral[0][-1].isdigit():
        letters, glued = short["scale"].lower(), not short["gap"]
        counts = letters == "k" or (letters == "m" and _NOUN_BEHIND.match(text, short.end()))
        money = money or bool(_SIGN_BEHIND.match(text, short.end()))
        if money or len(letters) > 1 or (glued and counts):
            scale = SHORT_SCALES[letters]
            return _Scaled(value * scale, scale, short.end())
    return _Scaled(value, scale, end)


def _upper_end(text: str, start: int, low: _Scaled, *, money: bool) -> _Scaled | None:
    """The second numeral of a range, where one follows."""
    join = _JOIN.match(text, low.end)
    if join is None:
        return None
    if join["sep"].strip().lower() == "and" and not _BETWEEN.search(text[max(0, start - 9) : start]):
        return None
    high = _scaled(text, join.end(), money=money)
    if high is None or (text[high.end : high.end + 1].isalpha() and not _unit_at(text, high.end)):
        return None
    if (end := _short_year(text, start, low, join.end())) is not None:
        return end
    alternative = join["sep"].strip().lower() == "or" and high.value <= low.value
    dated = _IN.search(text[max(0, start - 4) : start]) and _YEAR.fullmatch(text[start : low.end])
    return None if alternative or (dated and high.value < low.value) else high


def _short_year(text: str, start: int, low: _Scaled, position: int) -> _Scaled | None:
    """The second year of « 2014–15 », with its century."""
    match = _SHORT_YEAR.match(text, position)
    if match is None or not _YEAR.fullmatch(text[start : low.end]) or text[position - 1] not in "-–—/":
        return None
    year = low.value - low.value % 100 + int(match[0])
    return _Scaled(year, Decimal(1), match.end()) if year > low.value else None


def _unit_at(text: str, position: int) -> tuple[str, Kind, int] | None:
    if match := find_unit(text, position):
        return *unit_of(match["unit"]), match.end()
    short = short_unit(text, position)
    return (short[0], "measure", short[1]) if short else None


def _unit_behind(text: str, start: int, core_end: int) -> tuple[str | None, Kind, int]:
    """The unit, kind and end of a number by what stands behind it."""
    if age := _AGE.match(text, core_end):
        return (age[1] or age[2]).lower(), "age", age.end()
    if _AGED.search(text[max(0, start - 14) : start]):
        return "year", "age", core_end
    if times := _TIMES.match(text, core_end):
        return "times", "multiple", times.end()
    return _unit_at(text, core_end) or (None, "count", core_end)


def _kind_of_count(text: str, start: int, core_end: int, width: Decimal | None) -> Kind:
    """Whether a bare number is a score (« 3-1 »), a year, or a count."""
    words = text[start:core_end]
    if width is not None:
        if re.fullmatch(r"\d{4}\s?[-–/]\s?\d{2,4}|\d{4}\s(?:to|and)\s\d{4}", words) and words[0] in "12":
            return "date"
        score = re.fullmatch(r"\d{1,3}[-–]\d{1,3}", words) and (width <= 0 or not _NOUN.match(text, core_end))
        return "score" if score else "count"
    if _YEAR.fullmatch(words) and (
        _YEAR_BEFORE.search(text[max(0, start - 12) : start]) or not _counted(text, core_end)[0]
    ):
        return "date"
    return "count"


def _counted(text: str, core_end: int) -> tuple[str | None, int]:
    """The word that stands behind a bare number where it can be the noun counted, and where it ends."""
    noun = _NOUN.match(text, core_end)
    if noun is None or noun["noun"] in _NO_NOUN:
        return None, core_end
    return noun["noun"], noun.end()
