"""Figures of a brief: those that it lists, and those that code finds in its article beside them.

What a brief lists depends on the model that wrote it: a small one leaves out what it is not sure of. What
code finds does not, so that 480 and 610 million meet although one brief names only one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.english import render_number
from summarizer.french import find_numbers
from summarizer.schemas.brief import Brief, KeyFigure, Span
from summarizer.text.number import Number

AROUND = 220
"""Characters on each side of a figure within which its sentence is looked for."""
COMPARED = frozenset({"money", "percent", "count", "duration", "measure"})
"""Kinds of numbers that are compared without a label: no ages, ranks, scores and « trois fois »."""
MOST = 60
"""Figures without a label that are taken of an article, from its beginning."""
_ENDS = (". ", "! ", "? ", ".\n", "!\n", "?\n", "\n\n", "» ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a brief's article, with the French sentence around it."""

    brief: str
    position: int
    """Its number among the key figures of the brief; those that it does not list are counted on."""
    published: str | None
    entry: KeyFigure
    """What is read of it; without subject and measure where the brief does not list it."""
    sentence: str
    at: int
    """Where the figure begins in `sentence`."""
    title: str = ""
    """The article's title."""
    listed: bool = True


def listed_in(brief: Brief, key: str, published: str | None) -> Iterator[Figure]:
    """Give the key figures of a brief; `key` is the brief's id."""
    for position, entry in enumerate(brief.key_figures, 1):
        yield _figure(brief, key, published, position, _newest(entry))


def found_in(brief: Brief, key: str, published: str | None) -> Iterator[Figure]:
    """Give the figures that code finds in a brief's article and the brief does not list."""
    taken = [entry.source for entry in brief.key_figures]
    position = len(taken)
    for number in find_numbers(brief.article.text):
        entry = _unlabelled(number)
        if entry is None or position >= len(taken) + MOST:
            continue
        if not any(span.start < number.end and number.start < span.end for span in taken):
            position += 1
            yield _figure(brief, key, published, position, _newest(entry), listed=False)


def _unlabelled(number: Number) -> KeyFigure | None:
    """Give a number as a key figure without a label; None for one that is not compared."""
    if number.kind not in COMPARED or number.value is None:
        return None
    return KeyFigure(
        source=Span(start=number.start, end=number.end, text=number.text), value=number.value,
        upper=number.upper, unit=number.unit, qualifier=number.qualifier, en=render_number(number),
        subject="", measure="",
    )  # fmt: skip


def _figure(  # noqa: PLR0913 - a record's fields
    brief: Brief, key: str, published: str | None, position: int, entry: KeyFigure, *, listed: bool = True
) -> Figure:
    text, start = brief.article.text, entry.source.start
    left, right = _sentence(text, start, entry.source.end)
    return Figure(
        key, position, published, entry, text[left:right], start - left, brief.article.title or "", listed
    )


def _newest(figure: KeyFigure) -> KeyFigure:
    """Give a figure that falls, « ramené de 130 à 85 », the value that it falls to: it is no range."""
    if figure.upper is None or figure.upper >= figure.value:
        return figure
    return figure.model_copy(update={"value": figure.upper, "upper": None})


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the extent of the sentence around a stretch; plain stops are enough for what it is used for."""
    before = text[max(0, start - AROUND) : start]
    cut = max((before.rfind(mark) + len(mark) for mark in _ENDS if mark in before), default=0)
    after = text[end : end + AROUND]
    stops = [at + 1 for mark in _ENDS if (at := after.find(mark)) >= 0]
    left = start - len(before) + cut
    return left, end + min(stops, default=len(after))
