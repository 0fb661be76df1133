"""Measures that a translation gives in another unit: « 30 km » as “20 miles”, « 40 livres » as “18 kilos”.

The factors are those of the international yard and pound (1959) and of the SI brochure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.faithfulness.numbers.quantities import Quantity
from summarizer.text.number import Number

_FACTORS: dict[tuple[str, str], Decimal] = {
    (unit, into): Decimal(factor)
    for unit, into, factor in (
        ("km", "mile", "0.621371"),
        ("m", "foot", "3.28084"),
        ("m", "yard", "1.09361"),
        ("cm", "inch", "0.393701"),
        ("kg", "pound", "2.20462"),
        ("g", "ounce", "0.035274"),
        ("hectare", "acre", "2.47105"),
        ("km2", "mi2", "0.386102"),
        ("m2", "ft2", "10.7639"),
        ("litre", "gallon", "0.264172"),
        ("km/h", "mph", "0.621371"),
    )
}
_SECONDS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12, "decade": 120, "century": 1200}
_FORTNIGHTS = {Decimal(8): 1, Decimal(15): 2}
"""Days that French counts for one week and for two."""
_SPAN_WORDS = re.compile(
    r"(?P<half>\sa[n]?\s(?P<unit>year|month|week|day|hour|minute|decade|century)\b)", re.IGNORECASE
)
_AND_A_HALF = re.compile(
    r"\b(?:an?|one)\s(?P<unit>year|month|week|day|hour|decade)\sand\sa\s?\Z", re.IGNORECASE
)
_CLOSE, _ROUGH = Decimal("0.02"), Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The French value that an English one converts, and whether it does so within two hundredths."""

    quantity: Quantity
    exactly: bool


def convert(number: Number, value: Decimal, quantities: Iterable[Quantity]) -> Conversion | None:
    """The French value of which an English one is the conversion, at most a tenth off; else None."""
    said = "pound" if number.unit == "GBP" and "pound" in number.text else number.unit
    for quantity in quantities:
        if said is None or quantity.unit is None or said == quantity.unit:
            continue
        meant = _converted(quantity.value, quantity.unit, said)
        if meant is None or not meant or abs(meant - value) > _ROUGH * abs(meant):
            continue
        near = abs(meant - value) <= _CLOSE * abs(meant) or number.qualifier != "exact"
        return Conversion(quantity, exactly=near)
    return None


def _converted(value: Decimal, unit: str, into: str) -> Decimal | None:
    if {unit, into} == {"celsius", "fahrenheit"}:
        return value * 9 / 5 + 32 if into == "fahrenheit" else (value - 32) * 5 / 9
    if factor := _FACTORS.get((unit, into)):
        return value * factor
    back = _FACTORS.get((into, unit))
    return value / back if back else None


def is_same_span(number: Number, english: str, numbers: Iterable[Number]) -> bool:
    """Whether the French gives a span of time in another unit: « un an et demi » as “18 months”."""
    value, unit = number.value, number.unit
    if number.kind == "fraction" and value == Decimal("0.5"):
        if behind := _SPAN_WORDS.match(english, number.end):
            unit = behind["unit"].lower()
        elif before := _AND_A_HALF.search(english[max(0, number.start - 20) : number.start + 2]):
            value, unit = Decimal("1.5"), before["unit"].lower()
    if value is None or unit is None or number.upper is not None:
        return False
    return any(
        each.value is not None and each.unit is not None and _same_span(value, unit, each.value, each.unit)
        for each in numbers
    )


def _same_span(value: Decimal, unit: str, meant: Decimal, meant_unit: str) -> bool:
    if unit == "week" and meant_unit == "day" and value == _FORTNIGHTS.get(meant):
        return True
    return any(
        unit in table and meant_unit in table and value * table[unit] == meant * table[meant_unit]
        for table in (_SECONDS, _MONTHS)
    )


def in_least_unit(value: Decimal, unit: str | None) -> tuple[Decimal, str | None]:
    """A span of time in seconds or months, and that unit; any other value as it is."""
    if unit in _SECONDS:
        return value * _SECONDS[unit], "second"
    return (value * _MONTHS[unit], "month") if unit in _MONTHS else (value, unit)
