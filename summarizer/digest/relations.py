"""How figures of the same thing relate: they agree, one is rounded, one is newer, or they contradict."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.digest.article_figures import Figure
from summarizer.digest.changes import (
    changed_to,
    is_corrected,
    is_provisional,
    is_update,
    replaces,
    sums_up,
    went_apart,
)
from summarizer.digest.claims import is_claim, is_contested, is_estimated
from summarizer.digest.dates import apart, days
from summarizer.digest.rounding import are_comparable, compare, leaves_open, significant, size_of
from summarizer.digest.words import content, growing
from summarizer.schemas.brief import KeyFigure
from summarizer.schemas.digest import Relation

SERIOUS: tuple[Relation, ...] = ("agree", "rounded", "updated", "contradiction")
"""Relations, the most serious last."""
STEADY = frozenset(content("magnitude speed record length distance height weight age aboard capacity seats"))
"""What has one right value, however late a report is: words of labels."""
SPANS = content("length distance height width depth")
"""What grows where a label says so: the length of a coast that is polluted."""
RISES = content("dead killed drowned culled slaughtered")
"""What goes on and never falls: words of labels."""
PRICED = content("cost")
"""What is estimated, whatever it is the price of: words of labels."""
COUNTED = 3
"""Significant digits up to which people are counted one by one."""
LATER = 7
"""Days after which another value is newer rather than another paper's, where nothing says which."""


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
    grows = bool(measure & growing()) and not measure & ((STEADY - SPANS) | PRICED)
    return Nature(
        grows=grows,
        rises=bool(measure & RISES),
        fixed=bool(measure & STEADY) and not grows,
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
    """What a row measures: something that goes on, or that has one value; whether its values go one way.

    What rises never falls: of 63 sheep killed, 41 found a day later is no update unless something says so.
    """

    grows: bool
    rises: bool
    fixed: bool
    one_way: bool


def _repeated(cells: Sequence[Dated]) -> set[int]:
    """Give the cells that repeat a figure of an earlier day, by their identity: they say nothing new.

    A rough figure repeats what it rounds: « près de 30 » the 28 of two days before.
    """
    known: list[tuple[KeyFigure, tuple[int, int]]] = []
    found = set()
    for cell in cells:
        entry, when = cell.figure.entry, days(cell.figure.published)
        if when is None or is_contested(cell.figure):
            continue
        same = ("agree",) if entry.qualifier == "exact" else ("agree", "rounded")
        if any(apart(seen, when) and compare(other, entry) in same for other, seen in known):
            found.add(id(cell))
        known.append((entry, when))
    return found


def _within(one: Figure, other: Figure) -> Relation:
    """Two values in one article: an update where it says so, else two claims."""
    return "updated" if is_update(one) or is_update(other) else "contradiction"


def _across(one: Figure, other: Figure, nature: Nature) -> Relation:
    """Say how the figures of two articles relate."""
    alike = compare(one.entry, other.entry)
    if alike == "rounded" and one.entry.qualifier == other.entry.qualifier == "exact":
        return _exact(one, other, nature)
    if alike:
        return alike
    return _differing(one, other, nature) if are_comparable(one.entry, other.entry) else "contradiction"


def _differing(one: Figure, other: Figure, nature: Nature) -> Relation:
    """Say how two figures of two articles relate whose values differ."""
    open_to = leaves_open(one.entry, other.entry) or leaves_open(other.entry, one.entry)
    first, second = days(one.published), days(other.published)
    if first is None or second is None or not apart(first, second):
        newer = not open_to and _changed_within_a_day(one, other)
    else:
        early, late = (one, other) if first <= second else (other, one)
        newer = _is_newer(early, late, nature, apart(first, second))
        open_to = open_to and not (is_contested(one) or is_contested(other))
    return "updated" if newer else "rounded" if open_to else "contradiction"


def _changed_within_a_day(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of a day is newer, whichever it is.

    What somebody estimates is no newer value of a first count.
    """
    if is_contested(one) or is_contested(other):
        return False
    if is_provisional(one) != is_provisional(other):
        settled = other if is_provisional(one) else one
        if not is_estimated(settled):
            return True
    return is_update(one) != is_update(other) or went_apart(one, other)


def _is_newer(early: Figure, late: Figure, nature: Nature, gap: int) -> bool:
    """Whether the later of two figures that differ is an update of the earlier one."""
    if is_contested(late) or (is_contested(early) and not replaces(late, early)):
        return False
    if is_update(late) or sums_up(late) or is_provisional(early):
        return True
    if is_contested(early) or nature.fixed:
        return False
    if early.entry.qualifier in {"at_least", "more_than"} and size_of(late.entry) > size_of(early.entry):
        return True
    if nature.grows:
        falls = size_of(late.entry) < size_of(early.entry)
        return nature.one_way and not (nature.rises and falls)
    return gap >= LATER and not is_claim(late)


def _exact(one: Figure, other: Figure, nature: Nature) -> Relation:
    """Say how two exact figures relate of which one may round the other: 380 and 400, 1,200 and 1,250."""
    if is_contested(one) != is_contested(other):
        return "contradiction"
    if changed_to(one) or changed_to(other) or is_corrected(one) or is_corrected(other):
        return "updated"
    return "updated" if nature.grows and nature.one_way and _counted_on(one, other) else "rounded"


def _counted_on(one: Figure, other: Figure) -> bool:
    """Whether two exact figures of different days count on rather than round: 110 rescued, then 112."""
    several = one.published != other.published
    return several and significant(max(one.entry.value, other.entry.value)) <= COUNTED


def _one_way(cells: Sequence[Dated]) -> bool:
    """Whether the values go one way from day to day, each day having one, roundings aside.

    A value that says itself why it is another one (a party's own, a correction) does not count.
    """
    by_day: dict[tuple[int, int], list[KeyFigure]] = {}
    for cell in cells:
        when = days(cell.figure.published)
        if when is None:
            return False
        if not (is_contested(cell.figure) or is_corrected(cell.figure)):
            by_day.setdefault(when, []).append(cell.figure.entry)
    if any(compare(day[0], other) is None for day in by_day.values() for other in day):
        return False
    values = [size_of(max(by_day[day], key=_sharpness)) for day in sorted(by_day)]
    return values == sorted(values) or values == sorted(values, reverse=True)


def _sharpness(entry: KeyFigure) -> tuple[bool, int]:
    return entry.qualifier == "exact", significant(entry.value)
