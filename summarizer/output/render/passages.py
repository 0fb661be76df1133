"""The French words of each entry of a brief, and the article cut where they begin and end.

Spans overlap (a figure in a quotation in a sentence of evidence), which nested markup cannot express. So the
text is cut into pieces, and each piece lists the entries that rest on it.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from summarizer.schemas.brief import Brief, Extension, ExtensionEntry, Figure, Named, Quote, Span, Statement

Look = Literal["figure", "quotation", "name", "evidence"]
"""The relation of a span to its entry: the entry's own words, or sentences that it rests on."""

_ORDER: dict[Look, int] = {"figure": 0, "name": 1, "quotation": 2, "evidence": 3}
"""The first one decides how a piece looks, and to which entry it leads."""

_LINE = re.compile(r"[^\n]*[^\n\s][^\n]*")


@dataclass(frozen=True, slots=True)
class Ground:
    """A span on which the entry `key` rests; `path` is where the brief has it."""

    key: str
    path: str
    look: Look
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between two ends of spans, with the keys of all entries that rest on it.

    `number` counts the pieces with keys from 1; a piece without has 0. `again` says that the piece
    before leads to the same entry.
    """

    text: str
    keys: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    number: int = 0
    again: bool = False


def grounds(brief: Brief) -> Iterator[Ground]:
    """Return every span of a brief, in the order of its sections.

    Keys: `h` the headline, `p1` key points, `f1` figures, `q1` quotes, `s1` stakeholders, `d1` disputes,
    `d1-1` their sides, `x1-1` the entries of extensions.
    """
    yield from _evidence("h", "headline", brief.headline.evidence)
    for n, point in enumerate(brief.key_points):
        yield from _evidence(f"p{n + 1}", f"key_points[{n}]", point.evidence)
    for n, figure in enumerate(brief.key_figures):
        yield Ground(f"f{n + 1}", f"key_figures[{n}].source", "figure", figure.source)
    for n, quote in enumerate(brief.quotes):
        yield Ground(f"q{n + 1}", f"quotes[{n}].source", "quotation", quote.source)
        if quote.speaker_source is not None:
            yield Ground(f"q{n + 1}", f"quotes[{n}].speaker_source", "evidence", quote.speaker_source)
    for n, stakeholder in enumerate(brief.stakeholders):
        yield from _mentions(f"s{n + 1}", f"stakeholders[{n}]", stakeholder.mentions)
        yield from _evidence(f"s{n + 1}", f"stakeholders[{n}].role", stakeholder.role.evidence)
    for n, dispute in enumerate(brief.disputes):
        yield from _evidence(f"d{n + 1}", f"disputes[{n}].issue", dispute.issue.evidence)
        for m, side in enumerate(dispute.sides):
            place = f"disputes[{n}].sides[{m}].position"
            yield from _evidence(f"d{n + 1}-{m + 1}", place, side.position.evidence)
    for n, extension in enumerate(brief.extensions):
        yield from _entries(f"x{n + 1}", f"extensions[{n}]", extension)


def _entries(key: str, path: str, extension: Extension) -> Iterator[Ground]:
    for n, entry in enumerate(extension.entries):
        yield from _entry(f"{key}-{n + 1}", f"{path}.entries[{n}]", entry)


def _entry(key: str, path: str, entry: ExtensionEntry) -> Iterator[Ground]:
    for name, value in entry.values.items():
        at = f"{path}.values.{name}"
        if isinstance(value, Statement):
            yield from _evidence(key, at, value.evidence)
        elif isinstance(value, Figure):
            yield Ground(key, f"{at}.source", "figure", value.source)
        elif isinstance(value, Quote):
            yield Ground(key, f"{at}.source", "quotation", value.source)
        elif isinstance(value, Named):
            yield from _mentions(key, at, value.mentions)
    yield from _evidence(key, path, entry.evidence)


def _mentions(key: str, path: str, spans: tuple[Span, ...]) -> Iterator[Ground]:
    for n, span in enumerate(spans):
        yield Ground(key, f"{path}.mentions[{n}]", "name", span)


def _evidence(key: str, path: str, spans: tuple[Span, ...]) -> Iterator[Ground]:
    for n, span in enumerate(spans):
        yield Ground(key, f"{path}.evidence[{n}]", "evidence", span)


def fits(span: Span, text: str) -> bool:
    """Whether `text` contains a span's words at its place, and the span is not empty."""
    return bool(span.text) and text[span.start : span.end] == span.text


def cut(text: str, found: list[Ground]) -> list[list[Piece]]:
    """Cut `text` line by line, blank lines left out, into pieces that together give each line whole.

    A span that does not fit the text is in no piece, so nothing wrong is highlighted.
    """
    sound = sorted(
        (ground for ground in found if fits(ground.span, text)), key=lambda ground: ground.span.start
    )
    count = itertools.count(1)
    lines: list[list[Piece]] = []
    leading = ""
    for line in _LINE.finditer(text):
        here = [g for g in sound if g.span.start < line.end() and g.span.end > line.start()]
        edges = {line.start(), line.end()}
        for ground in here:
            edges |= {max(ground.span.start, line.start()), min(ground.span.end, line.end())}
        pieces = []
        for start, end in itertools.pairwise(sorted(edges)):
            over = [g for g in here if g.span.start <= start and end <= g.span.end]
            over.sort(key=lambda g: (_ORDER[g.look], g.span.end - g.span.start))
            keys = tuple(dict.fromkeys(g.key for g in over))
            looks = tuple(dict.fromkeys(g.look for g in over))
            again = bool(keys) and keys[0] == leading
            leading = keys[0] if keys else ""
            pieces.append(Piece(text[start:end], keys, looks, next(count) if keys else 0, again))
        lines.append(pieces)
    return lines
