"""Numbers against people's annotations: figures of news articles, numerals of treebanks, dates."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.text.number import Number

Item = dict[str, Any]
Reader = Callable[[str], list[Number]]


@dataclass(slots=True)
class Tally:
    """Hits and misses of one measure, with the misses in words."""

    name: str
    bar: float
    hits: int = 0
    total: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, ok: bool, error: str = "") -> None:  # noqa: FBT001 - the one question asked
        """Count one item."""
        self.total += 1
        self.hits += ok
        if not ok:
            self.errors.append(error)

    @property
    def rate(self) -> float:
        """The share of hits."""
        return self.hits / self.total if self.total else 1.0


def read_lines(path: Path) -> Iterator[Item]:
    """Yield the JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def close(found: Decimal | None, expected: object) -> bool:
    """Tell whether two values agree to nine digits."""
    if found is None or expected is None:
        return found is None and expected is None
    wanted = float(str(expected).replace(",", "."))
    return abs(float(found) - wanted) <= 1e-9 * max(1.0, abs(wanted))


def overlaps(number: Number, start: int, end: int) -> bool:
    """Tell whether a number touches `start`:`end`."""
    return number.start < end and start < number.end


def around(text: str, start: int, end: int) -> str:
    """Show a span with a few words on both sides."""
    return f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 25]}".replace("\n", "/")


def gold(folder: Path, read: Reader) -> list[Tally]:
    """Compare with the annotated figures: spans, values, units, qualifiers."""
    articles = {item["id"]: item for item in read_lines(folder / "articles_wikinews.jsonl")}
    spans, value = Tally("gold core span (recall)", 0.97), Tally("gold value", 0.99)
    precision = Tally("gold core span (precision)", 0.97)
    unit, qualifier = Tally("gold value and unit", 0.98), Tally("gold qualifier", 0.93)
    whole = Tally("gold full span", 0.9)
    counted = Tally("gold counted noun", 0.9)
    for item in read_lines(folder / "gold_dev.jsonl"):
        text = articles[item["id"]]["text"]
        found = {(n.core_start, n.core_end): n for n in read(text) if n.is_figure}
        wanted = {(f["core"]["start"], f["core"]["end"]): f for f in item["figures"]}
        for span, number in found.items():
            precision.add(span in wanted, f"+ {around(text, *span)} {number.kind}")
        for span, figure in wanted.items():
            spans.add(span in found, f"- {around(text, *span)}")
            if span not in found:
                continue
            number = found[span]
            shown = f"{around(text, *span)} {number.value} {number.upper} {number.unit} {number.qualifier}"
            good = close(number.value, figure["value"]) and close(number.upper, figure["upper"])
            value.add(good, f"{shown} expected {figure['value']} {figure['upper']}")
            name = {"time": "times"}.get(figure["unit"], figure["unit"])
            unit.add(good and number.unit == name, f"{shown} expected {name}")
            qualifier.add(number.qualifier == figure["qualifier"], f"{shown} expected {figure['qualifier']}")
            whole.add(
                (number.start, number.end) == (figure["start"], figure["end"]),
                f"{number.text!r} expected {figure['text']!r}",
            )
            if not name:
                counted.add(
                    number.counted == figure["counted"],
                    f"{shown} {number.counted} expected {figure['counted']}",
                )
    return [spans, precision, value, unit, qualifier, whole, counted]


def numerals(folder: Path, read: Reader) -> list[Tally]:
    """Count the tokens that people tagged as numerals and that lie inside a number found."""
    found_any = Tally("numerals_ud recall", 0.985)
    groups = Tally("numerals_ud groups", 0.985)
    for item in read_lines(folder / "numerals_ud.jsonl"):
        numbers = read(item["text"])
        for kind, tally in (("nums", found_any), ("groups", groups)):
            for span in item[kind]:
                ok = any(n.start <= span["start"] and span["end"] <= n.end for n in numbers)
                tally.add(ok, around(item["text"], span["start"], span["end"]))
    return [found_any, groups]


def dates(folder: Path, read: Reader) -> list[Tally]:
    """Check that no figure is made of a date or hour that people marked."""
    tally = Tally("Date and Hour never figures", 0.985)
    for item in read_lines(folder / "articles_wikinews.jsonl"):
        figures = [n for n in read(item["text"]) if n.is_figure]
        for entity in item["entities"]:
            if entity["type"] in {"Date", "Hour"}:
                hit = [n for n in figures if n.core_start < entity["end"] and entity["start"] < n.core_end]
                tally.add(
                    not hit,
                    f"{around(item['text'], entity['start'], entity['end'])} "
                    f"{[(n.text, n.kind) for n in hit]}",
                )
    return [tally]
