"""Makes the `Number` records of a text from what was read."""

from decimal import Decimal
from typing import NamedTuple

from summarizer.french.numbers.folding import Folded
from summarizer.schemas.brief import Qualifier
from summarizer.text.number import Kind, Number


class Reading(NamedTuple):
    """A text being read, the number found last before the present place, and the last sum of money."""

    source: Folded
    previous: Number | None
    money: Number | None


class Meaning(NamedTuple):
    """What a number is: the fields of `Number` that are no offsets."""

    kind: Kind
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counted: str | None = None


def make_number(source: Folded, span: tuple[int, int], core: tuple[int, int], meaning: Meaning) -> Number:
    """Return the number at `span` of the original text."""
    return Number(
        start=span[0],
        end=span[1],
        text=source.text[span[0] : span[1]],
        core_start=core[0],
        core_end=core[1],
        kind=meaning.kind,
        value=_tidy(meaning.value),
        upper=_tidy(meaning.upper),
        unit=meaning.unit,
        qualifier=meaning.qualifier,
        counted=meaning.counted,
    )


_ONE = Decimal(1)


def _tidy(value: Decimal | None) -> Decimal | None:
    """Write a whole value without decimals: 97400000000, not 97400000000.0."""
    if value is None or value.same_quantum(_ONE) or value != value.to_integral_value():
        return value
    return value.quantize(Decimal(1)) if abs(value) < Decimal(10) ** 27 else value


def label(source: Folded, start: int, end: int, kind: Kind) -> Number:
    """Return a number that is no figure: a date, a time, a name, a reference."""
    return make_number(source, (start, end), (start, end), Meaning(kind))
