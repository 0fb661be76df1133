"""Measures of groupings: pairs, precision and recall, B³."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def pairs_of(groups: Iterable[Sequence[Item]]) -> set[tuple[Item, Item]]:
    """Give the pairs within groups."""
    pairs = (sorted(pair, key=str) for group in groups for pair in combinations(group, 2))
    return {(one, two) for one, two in pairs}


def precision_recall(found: set[tuple[Item, Item]], gold: set[tuple[Item, Item]]) -> tuple[float, float]:
    """Give precision and recall of pairs."""
    both = len(found & gold)
    return both / len(found) if found else 1.0, both / len(gold) if gold else 1.0


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(found: Sequence[Sequence[Hashable]], gold: Sequence[Sequence[Hashable]]) -> float:
    """Give the B³ F1 of two groupings of the same items."""
    own = {item: set(group) for group in found for item in group}
    right = {item: set(group) for group in gold for item in group}
    items = list(right)
    precision = sum(len(own[i] & right[i]) / len(own[i]) for i in items) / len(items)
    recall = sum(len(own[i] & right[i]) / len(right[i]) for i in items) / len(items)
    return f1(precision, recall)
