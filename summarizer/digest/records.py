"""What the digest keeps of a brief: a hundredth of its text, so that ten thousand fit into memory."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from summarizer.digest.copies import Sketch, sketch
from summarizer.digest.dates import named_days, named_rounds
from summarizer.digest.words import Vector, fold_text, proper, tokens, weigh
from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Article, Brief, KeyFigure, Span

AROUND = 220
"""Characters on each side of a figure within which its sentence is looked for."""
_ENDS = (". ", "! ", "? ", ".\n", "!\n", "?\n", "\n\n", "» ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure, with the French sentence around it."""

    brief: str
    position: int
    published: str | None
    entry: KeyFigure
    sentence: str
    at: int
    """Where the figure begins in `sentence`."""
    title: str = ""
    """The article's title."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation."""

    brief: str
    position: int
    published: str | None
    source: Span
    en: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body that a brief names."""

    brief: str
    name: str
    kind: str
    role: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A dispute: its issue, and for each side the party, what it holds and the French for it."""

    brief: str
    issue: str
    sides: tuple[tuple[str, str, tuple[Span, ...]], ...]


class Marks(NamedTuple):
    """What tells an event from the next of its kind, in one article or in several."""

    names: frozenset[str]
    """The names in its text that few articles have."""
    days: frozenset[str]
    """The days that its text calls by their weekday."""
    rounds: frozenset[str]
    """The rounds of a series that it names: « la 12e journée »."""
    amounts: frozenset[str]
    """Its figures of two digits or more."""

    def joined(self, other: "Marks") -> "Marks":
        """Give the marks of both."""
        return Marks(*(one | two for one, two in zip(self, other, strict=True)))


class Seen(NamedTuple):
    """What stays in memory of every brief."""

    id: str
    published: str | None
    source: str | None
    page: str | None
    headline: str
    made: str
    """When the brief was made: of two briefs of one article the later one counts."""

    @property
    def key(self) -> tuple[str, str]:
        """What puts briefs into one order, whatever the order in which they came: date, then id."""
        return (self.published or "9999", self.id)


@dataclass(frozen=True, slots=True)
class Light:
    """What finds the articles on one event."""

    id: str
    published: str | None
    source: str | None
    page: str | None
    headline: str
    made: str
    vector: Vector
    marks: Marks

    @property
    def seen(self) -> Seen:
        """What stays in memory of it."""
        return Seen(self.id, self.published, self.source, self.page, self.headline, self.made)

    def without_words(self) -> "Light":
        """Give the same without the vector, which needs most memory."""
        return replace(self, vector={})


@dataclass(frozen=True, slots=True)
class Record:
    """A brief, distilled."""

    light: Light
    article: str
    site: str | None
    title: str | None
    words: int
    sketch: Sketch
    figures: tuple[Figure, ...]
    said: tuple[Said, ...]
    named: tuple[Named, ...]
    disputes: tuple[Dispute, ...]

    @property
    def id(self) -> str:
        """The brief's id."""
        return self.light.id

    @property
    def published(self) -> str | None:
        """The day of publication, as precise as it is known."""
        return self.light.published


def record_of(brief: Brief, *, page: str | None = None) -> Record:
    """Distil a brief; `page` is the address of its evidence page."""
    article, key = brief.article, brief_id(brief)
    published, words, amounts = day_of(article.published), tokens(article.text), _amounts(brief)
    names = proper(article.text)
    light = Light(
        id=key,
        published=published,
        source=article.source,
        page=page,
        headline=brief.headline.en,
        made=brief.provenance.created.isoformat(),
        vector=weigh(words, amounts, names),
        marks=Marks(
            names,
            named_days(article.text, published),
            named_rounds(fold_text(article.text)),
            amounts,
        ),
    )
    return Record(
        light=light,
        article=article.id,
        site=_site(article),
        title=article.title,
        words=article.words,
        sketch=sketch(words),
        figures=tuple(_figures(brief, key, published)),
        said=tuple(
            Said(key, n, published, quote.source, quote.en, quote.speaker)
            for n, quote in enumerate(brief.quotes, 1)
        ),
        named=tuple(
            Named(key, who.name, who.kind, who.shown_role, tuple(dict.fromkeys(m.text for m in who.mentions)))
            for who in brief.stakeholders
        ),
        disputes=tuple(
            Dispute(key, d.issue.en, tuple((s.party, s.position.en, s.position.evidence) for s in d.sides))
            for d in brief.disputes
        ),
    )


@lru_cache(maxsize=10_000)
def day_of(published: str | None) -> str | None:
    """Give the date that `published` begins with, as precise as it is; None for what is no date."""
    if published is None:
        return None
    day = published[:10]
    shape = "".join("0" if char.isascii() and char.isdigit() else char for char in day)
    return day if shape in {"0000-00-00", "0000-00", "0000"} else None


def _amounts(brief: Brief) -> frozenset[str]:
    """Give the figures of a brief that few events share, as words: not « deux », not « 10 % »."""
    found = brief.key_figures
    return frozenset(
        f"{f.value.normalize():f} {f.unit}" for f in found if len(f.value.normalize().as_tuple().digits) > 1
    )


def _site(article: Article) -> str | None:
    """Give who published an article: the site's name, else the host of its address, if either is known."""
    site = getattr(article, "site", None)
    url = getattr(article, "url", None)
    return site or (urlsplit(url).hostname if url else None)


def _figures(brief: Brief, key: str, published: str | None) -> list[Figure]:
    text = brief.article.text
    found = []
    for n, figure in enumerate(brief.key_figures, 1):
        start = figure.source.start
        left, right = _sentence(text, start, figure.source.end)
        found.append(
            Figure(
                key,
                n,
                published,
                _newest(figure),
                text[left:right],
                start - left,
                title=brief.article.title or "",
            )
        )
    return found


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
