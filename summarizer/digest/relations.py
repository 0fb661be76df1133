"""How figures of the same thing relate: they agree, one is rounded, one is newer, or they contradict.

Values are compared as the articles give them. A unit is never converted: two currencies contradict.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.digest.dates import apart, days
from summarizer.digest.lexicon import entries
from summarizer.digest.records import Figure
from summarizer.digest.words import content, fold
from summarizer.schemas.brief import KeyFigure
from summarizer.schemas.digest import Relation

LOOSE = {"about": Decimal("0.12"), "nearly": Decimal("0.12"), "more_than": Decimal("0.12"),
         "at_least": Decimal("0.12"), "less_than": Decimal("0.12"), "at_most": Decimal("0.12")}  # fmt: skip
"""How far a figure may be from one that is qualified, as a share of it."""
STEADY = frozenset(content("cost magnitude speed record length distance"))
"""What has one right value, however late a report is: words of labels."""
BARE = Decimal("0.05")
"""How far a figure may be from a round one without a qualifier, as a share of it: 10 is not 14."""
COUNTED = 3
"""Significant digits up to which people are counted one by one."""
HIDDEN = 100_000
"""Amounts from which a currency may be left out."""

_SOURCE = re.compile(r"\b(?:selon|d['’]apr[eè]s|aux dires d[eu]s?|de source|pour qui)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:affirme|assure|revendique|estime|calcule|évalue|chiffre|avance|évoque|parle|conteste)(?:nt)?\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:.!?»(\d]| (?:portant|publiée?s?|qui|dont|et|que) ")
_WHO = 60
"""Characters of a claim's words, at most."""


@cache
def _updates() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries("updates"))) + r")\b")


@cache
def _growing() -> frozenset[str]:
    return frozenset().union(*(content(word) for word in entries("growing")))


def claim_of(figure: Figure) -> str | None:
    """Give the French words that say whose claim a figure is: « selon la police »; None where nobody is.

    Of several in a sentence the nearest counts, if no other figure stands between.
    """
    text = figure.sentence
    found = []
    for match in _near_to(figure, _SOURCE):
        stop = _BREAK.search(text, match.end())
        words = " ".join(text[match.start() : stop.start() if stop else len(text)].split())
        if len(words) <= _WHO:
            found.append((abs(match.start() - figure.at), words))
    return min(found)[1] if found else None


def is_claim(figure: Figure) -> bool:
    """Whether the sentence of a figure says that somebody claims it: « selon la police », « parle de »."""
    return any(True for pattern in (_SOURCE, _SAYS) for _ in _near_to(figure, pattern))


def _near_to(figure: Figure, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Give the places of a pattern in a figure's sentence, no other figure standing between."""
    text, end = figure.sentence, figure.at + len(figure.entry.source.text)
    for match in pattern.finditer(text):
        between = text[end : match.start()] if match.start() >= end else text[match.end() : figure.at]
        if ";" not in between and not any(char.isdigit() for char in between):
            yield match


def is_update(figure: Figure) -> bool:
    """Whether the sentence of a figure says that it is newer than an earlier one."""
    return _updates().search(fold(figure.sentence)) is not None


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


def relate(cells: Sequence[Dated], label: str) -> Relation:
    """Say how the figures of a row relate: of contradiction, update, rounding, agreement the first found."""
    found: set[Relation] = set()
    grows = bool(content(label) & _growing()) and not content(label) & STEADY
    steady = _monotone(cells)
    for n, one in enumerate(cells):
        for other in cells[n + 1 :]:
            if one.report == other.report and one.figure.brief == other.figure.brief:
                found.add(compare(one.figure.entry, other.figure.entry) or _within(one, other))
            else:
                alike = compare(one.figure.entry, other.figure.entry)
                if alike == "rounded" and grows and steady and _counted_on(one.figure, other.figure):
                    alike = "updated"
                found.add(alike or _differing(one.figure, other.figure, grows=grows, steady=steady))
    order: tuple[Relation, ...] = ("contradiction", "updated", "rounded", "agree")
    return next(relation for relation in order if relation in found or relation == "agree")


def _counted_on(one: Figure, other: Figure) -> bool:
    """Whether two exact figures of different days count on rather than round: 110 rescued, then 112."""
    if not one.entry.qualifier == other.entry.qualifier == "exact" or one.published == other.published:
        return False
    return significant(max(one.entry.value, other.entry.value)) <= COUNTED


def _within(one: Dated, other: Dated) -> Relation:
    """Two values in one article: an update where it says so, else two claims."""
    return "updated" if is_update(one.figure) or is_update(other.figure) else "contradiction"


def _differing(one: Figure, other: Figure, *, grows: bool, steady: bool) -> Relation:
    """Say whether the later of two figures that differ is newer, or they contradict."""
    if one.entry.unit != other.entry.unit and not _left_out(one.entry, other.entry):
        return "contradiction"
    first, second = days(one.published), days(other.published)
    later = other if (first or (0, 0)) <= (second or (0, 0)) else one
    if first is None or second is None or not apart(first, second):
        return "updated" if is_update(one) != is_update(other) else "contradiction"
    if is_update(later):
        return "updated"
    if is_claim(later) and not grows:
        return "contradiction"
    return "updated" if steady and grows else "contradiction"


def _monotone(cells: Sequence[Dated]) -> bool:
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
