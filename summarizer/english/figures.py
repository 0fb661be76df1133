"""A number as an English reader expects it in a list of figures, written by code and never by a model.

Number formats, signs of money and names of units are those of the Unicode CLDR for English, through
babel. Nothing is rounded: a scale word is used only where the digits before it lose nothing.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from babel.numbers import format_decimal, get_currency_name, get_currency_symbol
from babel.units import format_unit

from summarizer.english.figure_words import (
    ENGLISH,
    WORDS,
    digits,
    write_elapsed,
    write_fraction,
    write_multiple,
    write_vague,
)
from summarizer.english.numerals import SHARES_SCALE_BELOW
from summarizer.text.number import Kind, Number

_QUALIFIERS = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
}
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SCALE_DECIMALS = 3
_ORDINALS = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
_UNITS = {
    "km": "length-kilometer", "m": "length-meter", "dm": "length-decimeter", "cm": "length-centimeter",
    "mm": "length-millimeter", "µm": "length-micrometer", "nm": "length-nanometer", "mile": "length-mile",
    "foot": "length-foot", "inch": "length-inch", "yard": "length-yard",
    "light_year": "length-light-year", "nautical_mile": "length-nautical-mile",
    "km2": "area-square-kilometer", "m2": "area-square-meter", "cm2": "area-square-centimeter",
    "ft2": "area-square-foot", "mi2": "area-square-mile", "hectare": "area-hectare", "acre": "area-acre",
    "km3": "volume-cubic-kilometer", "m3": "volume-cubic-meter", "cm3": "volume-cubic-centimeter",
    "litre": "volume-liter", "hl": "volume-hectoliter", "dl": "volume-deciliter", "cl": "volume-centiliter",
    "ml": "volume-milliliter", "barrel": "volume-barrel", "gallon": "volume-gallon",
    "tonne": "mass-tonne", "kg": "mass-kilogram", "g": "mass-gram", "mg": "mass-milligram",
    "µg": "mass-microgram", "ounce": "mass-ounce", "carat": "mass-carat",
    "km/h": "speed-kilometer-per-hour", "m/s": "speed-meter-per-second", "mph": "speed-mile-per-hour",
    "knot": "speed-knot", "degree": "angle-degree",
    "W": "power-watt", "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt",
    "kWh": "energy-kilowatt-hour", "J": "energy-joule", "kJ": "energy-kilojoule",
    "kcal": "energy-kilocalorie",
    "V": "electric-volt", "A": "electric-ampere", "Hz": "frequency-hertz", "kHz": "frequency-kilohertz",
    "MHz": "frequency-megahertz", "GHz": "frequency-gigahertz", "B": "digital-byte", "kB": "digital-kilobyte",
    "MB": "digital-megabyte", "GB": "digital-gigabyte", "TB": "digital-terabyte", "bit": "digital-bit",
    "second": "duration-second", "minute": "duration-minute", "hour": "duration-hour", "day": "duration-day",
    "week": "duration-week", "month": "duration-month", "quarter": "duration-quarter",
    "year": "duration-year",
    "decade": "duration-decade", "century": "duration-century", "millisecond": "duration-millisecond",
}  # fmt: skip
_UNITS_SHORT = {"celsius": "temperature-celsius", "fahrenheit": "temperature-fahrenheit"}
_PLAIN_UNITS = {
    "half_year": ("half-year period", "half-year periods"),
    "millennium": ("millennium", "millennia"),
    "point": ("point", "points"),
    "basis_point": ("basis point", "basis points"),
    "percentage_point": ("percentage point", "percentage points"),
    "‰": ("per mille", "per mille"),
    "µg/l": ("microgram per liter", "micrograms per liter"),
    "mg/l": ("milligram per liter", "milligrams per liter"),
    "g/l": ("gram per liter", "grams per liter"),
    "mg/kg": ("milligram per kilogram", "milligrams per kilogram"),
    "µg/m3": ("microgram per cubic meter", "micrograms per cubic meter"),
    "cent": ("cent", "cents"),
    "penny": ("penny", "pence"),
}


def render_number(number: Number, *, counted: str | None = None) -> str:
    """The number in English: « $97.4 billion », « about 400 million », « 10–15% », « a third ».

    `counted` is the noun that a bare count counts, in English and in its right form; it is appended.
    A number that is no figure (a date, a clock time, part of a name) is given as the text has it.
    """
    if not number.is_figure:
        return number.text
    if (vague := write_vague(number)) is not None:
        of = counted or _plural_unit(number)
        joined = " " if vague.startswith("half") else " of "
        return f"{vague}{joined}{of}" if of else vague
    text = _body(number, counted=counted)
    if counted and number.kind in {"count", "fraction"}:
        text = f"{text} {'of ' if number.kind == 'fraction' else ''}{counted}"
    return _QUALIFIERS[number.qualifier] + text


def _plural_unit(number: Number) -> str:
    """What dozens of something are dozens of: « dollars », « kilometers »; nothing for a bare count."""
    unit = number.unit or ""
    if number.kind == "money":
        return get_currency_name(unit, 2, ENGLISH) if len(unit) == 3 and unit.isupper() else ""
    return _unit_name(unit, Decimal(2)) if unit and number.kind in {"measure", "duration"} else ""


def _body(number: Number, *, counted: str | None) -> str:
    write = _WRITERS.get(number.kind)
    if write is not None:
        return write(number)
    return _with_unit(number) if number.unit else _count(number, spell=bool(counted))


def _ends(number: Number) -> list[Decimal]:
    return [end for end in (number.value, number.upper) if end is not None]


def _split(value: Decimal) -> tuple[str, str]:
    """Digits and scale word: (« 97.4 », « billion »); no scale where it would hide digits."""
    for scale, word in _SCALES:
        if abs(value) >= scale and (value / scale).quantize(Decimal(10) ** -_SCALE_DECIMALS) == value / scale:
            return digits(value / scale), f" {word}"
    return digits(value), ""


def _cents(value: Decimal) -> str:
    """A price with its cents in full: « 3.50 »."""
    return format_decimal(value, "#,##0.00", locale=ENGLISH, decimal_quantization=False)


def _has_cents(number: Number) -> bool:
    """Whether an amount is told in cents: not whole, below a million, and no finer than a cent."""
    ends = _ends(number)
    fine = all(end * 100 == int(end * 100) and abs(end) < 10**6 for end in ends)
    return fine and any(end != int(end) for end in ends)


def _span(number: Number, tail: str = "", head: str = "") -> str:
    """One value or a range of two, with a sign before and a unit behind; a shared scale is said once.

    A lower end that could take the scale of the upper one puts both in digits: « 1 to 2 million » would
    be read as one million to two. Percentages are in digits, too: no one writes « 2 million% ».
    """
    parts = [_split(end) for end in _ends(number)]
    if abs(_ends(number)[0]) < SHARES_SCALE_BELOW or tail == "%":
        parts = [(digits(end), "") for end in _ends(number)]
    if number.kind == "money" and _has_cents(number):
        parts = [(_cents(end), "") for end in _ends(number)]
    if len(parts) == 1:
        return f"{head}{parts[0][0]}{parts[0][1]}{tail}"
    (low, low_scale), (high, high_scale) = parts
    if low_scale == high_scale and not low.startswith("-") and number.value < number.upper:  # type: ignore[operator]
        return f"{head}{low}–{high}{high_scale}{tail}"
    return f"{head}{low}{low_scale}{tail} to {head}{high}{high_scale}{tail}"


def _count(number: Number, *, spell: bool) -> str:
    value = number.value
    if number.counted in {"point", "points"} and not spell:
        return f"{_span(number)} point{'' if _plural_count(number) == 1 else 's'}"
    if (
        spell
        and number.upper is None
        and value is not None
        and value == int(value)
        and 0 < value < len(WORDS)
    ):
        return WORDS[int(value)]
    return _span(number)


def _money(number: Number) -> str:
    unit = number.unit
    if unit is None or len(unit) != 3 or not unit.isupper():
        return _with_unit(number) if unit else _span(number)
    symbol = _sign(unit)
    if symbol is None:
        return _span(number, tail=" " + get_currency_name(unit, _plural_count(number), ENGLISH))
    return _span(number, head=symbol)


@cache
def _sign(code: str) -> str | None:
    """CLDR's English sign; letters stand apart from the digits (« CFA 500 », « CHF 12 »)."""
    symbol = re.sub(r"^F[\s\u00a0\u202f]", "", get_currency_symbol(code, ENGLISH))
    if symbol[-1].isalpha():
        return f"{symbol} " if re.fullmatch(r"[A-Z]{3,4}", symbol) else None
    return symbol


def _plural_count(number: Number) -> Decimal:
    return _ends(number)[-1]


def _with_unit(number: Number) -> str:
    unit, last = number.unit or "", _plural_count(number)
    if number.kind == "duration" and (elapsed := write_elapsed(number)):
        return elapsed
    words = _span(number)
    if number.kind == "duration" and number.upper is None and last == int(last) and 0 < last < len(WORDS):
        words = WORDS[int(last)]
    if unit in _UNITS_SHORT:
        return format_unit(words, _UNITS_SHORT[unit], length="short", locale=ENGLISH)
    return f"{words} {_unit_name(unit, last)}".rstrip()


def _unit_name(unit: str, count: Decimal) -> str:
    if unit in _UNITS:
        return re.sub(r"^\S+\s", "", format_unit(count, _UNITS[unit], locale=ENGLISH))
    one, many = _PLAIN_UNITS.get(unit, (unit, unit))
    return one if count == 1 else many


def _multiple(number: Number) -> str:
    return write_multiple(number) or _span(number, tail=" times")


def _percent(number: Number) -> str:
    return _span(number, "%") if number.unit == "%" else _with_unit(number)


def _rank(number: Number) -> str:
    value = number.value or Decimal(0)
    return digits(value) + _ORDINALS[ENGLISH.ordinal_form(int(value))]


def _score(number: Number) -> str:
    return "–".join(digits(end) for end in _ends(number))


def _age(number: Number) -> str:
    return _with_unit(number) + " old"


_WRITERS: dict[Kind, Callable[[Number], str]] = {
    "money": _money,
    "percent": _percent,
    "fraction": write_fraction,
    "multiple": _multiple,
    "rank": _rank,
    "score": _score,
    "age": _age,
}
