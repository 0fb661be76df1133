"""Measures that a translation gives in another unit: « 30 km » as “20 miles”, « 40 livres » as “18 kilos”.

The factors are those of the international yard and pound (1959) and of the SI brochure.
"""

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
