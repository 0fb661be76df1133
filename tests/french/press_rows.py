"""Rows of press texts and their figures: « 12..15 EUR about | 3 »."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import pytest

from summarizer.french import find_numbers

Row = tuple[str, str]


def rows_of(kinds: Mapping[str, Sequence[Row]]) -> list:
    """The rows of a table by kind, each with a short id; a fault stands for its kind: nine texts at least."""
    assert all(len(rows) >= 9 for rows in kinds.values())
    return [
        pytest.param(text, expected, id=f"{kind}-{place}")
        for kind, rows in kinds.items()
        for place, (text, expected) in enumerate(rows)
    ]


def read(expected: str) -> Iterator[tuple]:
    """Read a row's figures: « 12..15 EUR about | 3 »."""
    for part in filter(None, expected.split(" | ")):
        value, *rest = part.split()
        qualifiers = {"about", "nearly", "more_than", "at_least", "less_than", "at_most"}
        qualifier = rest.pop() if rest and rest[-1] in qualifiers else "exact"
        low, _, high = value.partition("..")
        yield Decimal(low), Decimal(high) if high else None, rest[0] if rest else None, qualifier


def figures(text: str) -> list[tuple]:
    """Value, upper end, unit and qualifier of every figure of a text."""
    return [(n.value, n.upper, n.unit, n.qualifier) for n in find_numbers(text) if n.is_figure]
