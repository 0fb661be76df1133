"""A stretch of French text that refers to somebody or something: shared by names and quotations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` stands at `start:end` of the text it was found in (code points, end exclusive)."""

    start: int
    end: int
    text: str
