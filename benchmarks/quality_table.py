"""The table of benchmarks/quality.py: its rows, their bars, and how it is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from benchmarks.rates import Mark, rate

BETTER_LOW = frozenset(
    {"unsupported statements", "unsupported before asking again", "number or name not there"}
)
"""Measures that count what is wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: which number of which measure, and the bar that it is to reach."""

    title: str
    measure: str
    part: Literal["precision", "recall", "f1", "share"]
    bar: float | None = None


ROWS = (
    Row("articles answered", "answered", "share"),
    Row("quotations, strict: precision", "quotations", "precision"),
    Row("quotations, strict: recall", "quotations", "recall"),
    Row("quotations, strict: F1", "quotations", "f1", 0.95),
    Row("quotations, overlapping: F1", "quotations, overlapping", "f1"),
    Row("speaker right", "speaker right", "share", 0.88),
    Row("key figures: precision", "key figures", "precision"),
    Row("key figures: recall", "key figures", "recall"),
    Row("key figures: F1", "key figures", "f1", 0.75),
    Row("value and unit right", "value and unit right", "share", 0.98),
    Row("measure acceptable", "measure acceptable", "share", 0.85),
    Row("stakeholders: precision", "stakeholders", "precision", 0.85),
    Row("stakeholders: recall of central ones", "stakeholders", "recall", 0.80),
    Row("stakeholders: F1", "stakeholders", "f1"),
    Row("stakeholders: kind right", "kind right", "share"),
    Row("disputes: with and without told apart", "disputes told apart", "share", 0.80),
    Row("disputes: parties right", "dispute parties", "precision", 0.75),
    Row("disputes: parties found", "dispute parties", "recall"),
    Row("key facts covered", "key facts covered", "share", 0.50),
    Row("unsupported, before asking again", "unsupported before asking again", "share"),
    Row("unsupported, in the brief", "unsupported statements", "share"),
    Row("number or name not in the article", "number or name not there", "share", 0.0),
    Row("statements in English", "in English", "share"),
)

Line = dict[str, Any]


def tabulate(marks: dict[str, list[Mark]]) -> list[Line]:
    """The table's lines: a title, a bar, the number of items, and each system's figure, by its name."""
    lines = []
    for row in ROWS:
        rates = {name: rate(found, row.measure) for name, found in marks.items()}
        figures = {name: getattr(each, row.part) for name, each in rates.items()}
        items = next(iter(rates.values())).items
        met = None
        if row.bar is not None and figures["this"] is not None:
            low = row.measure in BETTER_LOW
            met = figures["this"] <= row.bar if low else figures["this"] >= row.bar
        lines.append({"title": row.title, "bar": row.bar, "met": met, "items": items, "figures": figures})
    return lines


def cost(answered: dict[str, list[Line]]) -> list[Line]:
    """Lines for the mean of what an article took, by system."""
    lines = []
    for title, field in (
        ("seconds an article", "seconds"),
        ("prompt tokens evaluated an article", "evaluated"),
        ("tokens generated an article", "generated"),
        ("tokens shown an article, with the schema", "shown"),
        ("tokens written an article", "written"),
        ("calls an article", "calls"),
    ):
        means = {name: sum(each[field] for each in found) / len(found) for name, found in answered.items()}
        items = len(next(iter(answered.values())))
        lines.append({"title": title, "bar": None, "met": None, "items": items, "figures": means})
    return lines


def show(table: list[Line]) -> Iterator[str]:
    """The table as a person reads it."""
    systems = list(table[0]["figures"])
    yield f"{'':<40}{'items':>6}" + "".join(f"{name:>13}" for name in systems) + f"{'bar':>8}"
    for line in table:
        cells = "".join(f"{_cell(line['figures'][name]):>13}" for name in systems)
        bar = (
            "" if line["bar"] is None else f"{line['bar']:>8.2f}{'  missed' if line['met'] is False else ''}"
        )
        yield f"{line['title']:<40}{line['items']:>6}{cells}{bar}"


def _cell(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if value <= 1 else f"{value:.0f}"


def wrong(marks: Iterable[Mark]) -> dict[str, list[str]]:
    """What each measure counts as wrong, with the side on which it counts."""
    found: dict[str, list[str]] = {}
    for mark in marks:
        if mark.note and mark.right == (mark.measure in BETTER_LOW):
            found.setdefault(mark.measure, []).append(f"{mark.side}: {mark.note}")
    return found
