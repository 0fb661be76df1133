"""How figures of the same thing relate: they agree, one is rounded, one is newer, or they contradict.

Values are compared as the articles give them. A unit is never converted: two currencies contradict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.digest.claims import is_claim, is_contested, is_provisional, is_update
from summarizer.digest.dates import apart, days
from summarizer.digest.lexicon import entries
from summarizer.digest.records import Figure
from summarizer.digest.words import content
from summarizer.schemas.brief import KeyFigure
from summarizer.schemas.digest import Relation

LOOSE = {"about": Decimal("0.12"), "nearly": Decimal("0.12"), "more_than": Decimal("0.12"),
         "at_least": Decimal("0.12"), "less_than": Decimal("0.12"), "at_most": Decimal("0.12")}  # fmt: skip
"""How far a figure may be from one that is qualified, as a share of it."""
SERIOUS: tuple[Relation, ...] = ("agree", "rounded", "updated", "contradiction")
"""Relations, the most serious last."""
STEADY = frozenset(content("magnitude speed record length distance height weight age aboard capacity seats"))
"""What has one right value, however late a report is: words of labels."""
PRICED = content("cost")
"""What is estimated, whatever it is the price of: words of labels."""
BARE = Decimal("0.05")
"""How far a figure may be from a round one without a qualifier, as a share of it: 10 is not 14."""
COUNTED = 3
"""Significant digits up to which people are counted one by one."""
LATER = 7
"""Days after which another value is newer rather than another paper's, where nothing says which."""
HIDDEN = 100_000
"""Amounts from which a currency may be left out."""


@cache
def _growing() -> frozenset[str]:
    return frozenset().union(*(content(word) for word in entries("growing")))


def compare(one: KeyFigure, other: KeyFigure) -> Relation | None:
    """Say how two figures relate by value alone; None where their values differ."""
    if one.unit != other.unit and not _left_out(one, other):
        return None
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


def _left_out(one: KeyFigure, other: KeyFigure) -> bool:
    """Whether one of two amounts leaves its currency out: « 34 millions », « 34 millions d'euros »."""
    bare, full = (one, other) if one.unit is None else (other, one)
    known = full.unit is not None and len(full.unit) == 3 and full.unit.isupper()
    return bare.unit is None and known and abs(bare.value) >= HIDDEN


def _near(rough: KeyFigure, sharp: KeyFigure) -> bool:
    """Whether a qualified figure can mean an exact one: « plus de 200 » 212, but not 190."""
    gap = sharp.value - rough.value
    if abs(gap) > LOOSE[rough.qualifier] * abs(rough.value):
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


@dataclass(frozen=True, slots=True)
class Dated:
    """A figure of one independent report."""

    figure: Figure
    report: str


def relate(cells: Sequence[Dated], label: str) -> tuple[Relation, tuple[Relation | None, ...]]:
    """Say how the figures of a row relate, and how each relates to those before it.

    Of a row's relations the most serious counts, of a figure's the closest: of 236, 310 and « de 236 à 198 »
    jobs the row is a contradiction, and 198 an update. The first figure has none.
    """
    nature = _nature(cells, content(label))
    old = _repeated(cells)
    found: set[Relation] = set()
    closest: list[Relation | None] = []
    for n, other in enumerate(cells):
        before = {told for one in cells[:n] if (told := _between(one, other, nature, old))}
        found |= before
        closest.append(min(before, key=SERIOUS.index, default=None))
    return max(found, key=SERIOUS.index, default="agree"), tuple(closest)


def _nature(cells: Sequence[Dated], measure: frozenset[str]) -> "Nature":
    old = _repeated(cells)
    return Nature(
        grows=bool(measure & _growing()) and not measure & (STEADY | PRICED),
        fixed=bool(measure & STEADY),
        one_way=_one_way([cell for cell in cells if id(cell) not in old]),
    )


def _between(one: Dated, other: Dated, nature: "Nature", old: set[int]) -> Relation | None:
    """Say how two cells relate; None where one repeats an older figure that another report has replaced."""
    alike = compare(one.figure.entry, other.figure.entry)
    if one.figure.brief == other.figure.brief:
        return alike or _within(one.figure, other.figure)
    return _across(one.figure, other.figure, nature) if alike or not {id(one), id(other)} & old else None


@dataclass(frozen=True, slots=True)
class Nature:
    """What a row measures: something that goes on, or that has one value; whether its values go one way."""

    grows: bool
    fixed: bool
    one_way: bool


def _repeated(cells: Sequence[Dated]) -> set[int]:
    """Give the cells that repeat a figure of an earlier day, by their identity: they say nothing new."""
    first: dict[tuple[object, ...], tuple[int, int]] = {}
    found = set()
    for cell in cells:
        entry, when = cell.figure.entry, days(cell.figure.published)
        if when is None or is_contested(cell.figure):
            continue
        seen = first.setdefault((entry.value, entry.upper, entry.unit), when)
        if apart(seen, when):
            found.add(id(cell))
    return found


def _within(one: Figure, other: Figure) -> Relation:
    """Two values in one article: an update where it says so, else two claims."""
    return "updated" if is_update(one) or is_update(other) else "contradiction"


def _across(one: Figure, other: Figure, nature: Nature) -> Relation:
    """Say how the figures of two articles relate."""
    alike = compare(one.entry, other.entry)
    if alike == "rounded" and nature.grows and nature.one_way and _counted_on(one, other):
        return "updated"
    if alike:
        return alike
    if one.entry.unit != other.entry.unit and not _left_out(one.entry, other.entry):
        return "contradiction"
    first, second = days(one.published), days(other.published)
    if first is None or second is None or not apart(first, second):
        newer = is_update(one) != is_update(other) or is_provisional(one) != is_provisional(other)
        return "updated" if newer and not (is_contested(one) or is_contested(other)) else "contradiction"
    early, late = (one, other) if first <= second else (other, one)
    return "updated" if _is_newer(early, late, nature, apart(first, second)) else "contradiction"


def _is_newer(early: Figure, late: Figure, nature: Nature, gap: int) -> bool:
    """Whether the later of two figures that differ is an update of the earlier one."""
    if is_contested(late):
        return False
    if is_update(late) or is_provisional(early):
        return True
    if is_contested(early) or nature.fixed:
        return False
    if nature.grows:
        return nature.one_way
    return gap >= LATER and not is_claim(late)


def _counted_on(one: Figure, other: Figure) -> bool:
    """Whether two exact figures of different days count on rather than round: 110 rescued, then 112."""
    if not one.entry.qualifier == other.entry.qualifier == "exact" or one.published == other.published:
        return False
    return significant(max(one.entry.value, other.entry.value)) <= COUNTED


def _one_way(cells: Sequence[Dated]) -> bool:
    """Whether the values go one way from day to day, each day having one."""
    by_day: dict[tuple[int, int], set[Decimal]] = {}
    for cell in cells:
        when = days(cell.figure.published)
        if when is None:
            return False
        by_day.setdefault(when, set()).add(cell.figure.entry.value)
    values = [next(iter(by_day[day])) for day in sorted(by_day)]
    if any(len(day) > 1 for day in by_day.values()):
        return False
    return values == sorted(values) or values == sorted(values, reverse=True)
