"""Marks and the rates over them: how single judgements become precision, recall and shares.

A mark is one thing that a system gave, or that was wanted of it, and whether it is right. A measure's
precision is the share of its `given` marks that are right, its recall that of its `wanted` ones, and
a plain share that of its `share` ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Side = Literal["given", "wanted", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing scored. `note` says what was compared, for those who look into what went wrong."""

    measure: str
    side: Side
    right: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A measure over any number of marks; None where there was nothing to measure."""

    precision: float | None = None
    recall: float | None = None
    share: float | None = None
    items: int = 0

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; nothing given where something was wanted gives 0."""
        if self.recall is None:
            return None
        precision = self.precision or 0.0
        both = precision + self.recall
        return 2 * precision * self.recall / both if both else 0.0


def rate(marks: Iterable[Mark], measure: str) -> Rate:
    """The measure's rate over all marks; `items` counts what was wanted, or shared out."""
    mine: dict[Side, list[bool]] = {"given": [], "wanted": [], "share": []}
    for mark in marks:
        if mark.measure == measure:
            mine[mark.side].append(mark.right)
    return Rate(
        precision=_mean(mine["given"]),
        recall=_mean(mine["wanted"]),
        share=_mean(mine["share"]),
        items=len(mine["wanted"]) or len(mine["share"]),
    )


def _mean(values: list[bool]) -> float | None:
    return sum(values) / len(values) if values else None
