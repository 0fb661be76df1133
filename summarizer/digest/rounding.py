"""Values of two figures: whether they are the same, or one is the other at fewer digits.

Two currencies are never converted. « Deux ans » and « 24 mois » are one duration, and so it is with other
units of one dimension.
"""

import re
from decimal import Decimal
from functools import cache

from summarizer.digest.lexicon import entries
from summarizer.schemas.brief import KeyFigure
from summarizer.schemas.digest import Relation

LOOSE = {"about": Decimal("0.12"), "nearly": Decimal("0.12"), "more_than": Decimal("0.12"),
         "at_least": Decimal("0.12"), "less_than": Decimal("0.12"), "at_most": Decimal("0.12")}  # fmt: skip
"""How far a figure may be from one that is qualified, as a share of it."""
TENS = Decimal("0.25")
"""The same for « une dizaine », « une vingtaine », which mean no more than the size."""
_TENS = re.compile(r"(?:di|dou|quin|ving|tren|quaran|cinquan|soixan|cen)[tz]?aines?\b", re.IGNORECASE)
BARE = Decimal("0.05")
"""How far a figure may be from a round one without a qualifier, as a share of it: 10 is not 14."""
HIDDEN = 100_000
"""Amounts from which a currency may be left out."""


def compare(one: KeyFigure, other: KeyFigure) -> Relation | None:
    """Say how two figures relate by value alone; None where their values differ."""
    if one.unit != other.unit and not _left_out(one, other):
        if not are_comparable(one, other):
            return None
        one, other = _in_base(one), _in_base(other)
    if (one.value, one.upper) == (other.value, other.upper):
        return "agree"
    low, high = min(one.value, other.value), max(one.upper or one.value, other.upper or other.value)
    for rough, sharp in ((one, other), (other, one)):
        if rough.upper is not None and rough.value <= sharp.value <= rough.upper:
            return "rounded"
        fits = _near(rough, sharp) if rough.qualifier in LOOSE else _rounds(sharp.value, rough.value)
        if fits:
            return "rounded"
    return "agree" if low == high else None


def are_comparable(one: KeyFigure, other: KeyFigure) -> bool:
    """Whether two figures have one unit, or units of one dimension, or one leaves its currency out."""
    return dimension(one.unit) == dimension(other.unit) or _left_out(one, other)


def dimension(unit: str | None) -> str | None:
    """Give what a unit measures, as the name of its smallest common unit; else the unit itself.

    >>> dimension("year"), dimension("km"), dimension("EUR")
    ('month', 'm', 'EUR')
    """
    return _sizes()[unit][0] if unit in _sizes() else unit


@cache
def _sizes() -> dict[str | None, tuple[str, Decimal]]:
    found: dict[str | None, tuple[str, Decimal]] = {}
    for line in entries("measures"):
        base, *sizes = line.split()
        found |= {unit: (base, Decimal(size)) for unit, _, size in (each.partition("=") for each in sizes)}
    return found


def size_of(entry: KeyFigure) -> Decimal:
    """Give a figure's value in the smallest common unit of its dimension."""
    return entry.value * (_sizes()[entry.unit][1] if entry.unit in _sizes() else 1)


def leaves_open(rough: KeyFigure, sharp: KeyFigure) -> bool:
    """Whether a bound leaves room for another figure: « plus de 100 » for 140, not « plus de 120 ».

    So does « moins de dix minutes » for six of them, and not « moins de douze ».
    """
    if (
        rough.qualifier not in {"more_than", "less_than"}
        or not rough.value
        or not are_comparable(rough, sharp)
    ):
        return False
    step = Decimal(1).scaleb(rough.value.adjusted() - significant(rough.value) + 1)
    room = step / (2 * abs(rough.value)) * (1 if rough.qualifier == "more_than" else -1)
    low, high = sorted((size_of(rough), size_of(rough) * (1 + room)))
    return low <= size_of(sharp) <= high


def _in_base(entry: KeyFigure) -> KeyFigure:
    base, size = _sizes()[entry.unit]
    upper = None if entry.upper is None else entry.upper * size
    return entry.model_copy(update={"value": entry.value * size, "upper": upper, "unit": base})


def _left_out(one: KeyFigure, other: KeyFigure) -> bool:
    """Whether one of two amounts leaves its currency out: « 34 millions », « 34 millions d'euros »."""
    bare, full = (one, other) if one.unit is None else (other, one)
    known = full.unit is not None and len(full.unit) == 3 and full.unit.isupper()
    return bare.unit is None and known and abs(bare.value) >= HIDDEN


def _near(rough: KeyFigure, sharp: KeyFigure) -> bool:
    """Whether a qualified figure can mean an exact one: « plus de 200 » 212, but not 190."""
    gap = sharp.value - rough.value
    loose = TENS if _TENS.search(rough.source.text) else LOOSE[rough.qualifier]
    if abs(gap) > loose * abs(rough.value):
        return False
    if rough.qualifier in {"more_than", "at_least"}:
        return gap >= 0
    if rough.qualifier in {"nearly", "less_than", "at_most"}:
        return gap <= 0
    return True


def _rounds(sharp: Decimal, rough: Decimal) -> bool:
    """Whether `rough` is `sharp` at fewer digits: 1.4 for 1.36, 29 for 28.6, and not 12 for 15."""
    digits = significant(rough)
    if digits >= significant(sharp) or not rough:
        return False
    step = Decimal(1).scaleb(rough.adjusted() - digits + 1)
    return abs(sharp - rough) <= min(step / 2, BARE * abs(rough))


def significant(value: Decimal) -> int:
    """Give the number of significant digits, zeros at the end left out.

    >>> significant(Decimal("1400")), significant(Decimal("1.36"))
    (2, 3)
    """
    return max(1, len(value.normalize().as_tuple().digits))
