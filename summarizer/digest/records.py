"""What the digest keeps of a brief: a hundredth of its text, so that ten thousand fit into memory."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from summarizer.digest.article_figures import Figure, found_in, listed_in
from summarizer.digest.copies import Sketch, sketch
from summarizer.digest.dates import named_days, named_rounds
from summarizer.digest.kinds import with_kinds
from summarizer.digest.words import Vector, proper, tokens, weigh
from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Article, Brief, Span
from summarizer.text.folding import plain_letters


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
    """Those that the brief lists, and those that it does not."""
    found: tuple[Figure, ...]
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
    published, words, names = day_of(article.published), tokens(article.text), proper(article.text)
    figures, found = tuple(listed_in(brief, key, published)), tuple(found_in(brief, key, published))
    amounts = _amounts((*figures, *found))
    light = Light(
        id=key,
        published=published,
        source=article.source,
        page=page,
        headline=brief.headline.en,
        made=brief.provenance.created.isoformat(),
        vector=with_kinds(weigh(words, amounts, names), [*words, *tokens(article.title or "")]),
        marks=Marks(
            names,
            named_days(article.text, published),
            named_rounds(plain_letters(article.text)),
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
        figures=figures,
        found=found,
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


def _amounts(figures: Iterable[Figure]) -> frozenset[str]:
    """Give the figures that few events share, as words: not « deux », not « 10 % »."""
    found = (figure.entry for figure in figures)
    return frozenset(
        f"{f.value.normalize():f} {f.unit}" for f in found if len(f.value.normalize().as_tuple().digits) > 1
    )


def _site(article: Article) -> str | None:
    """Give who published an article: the site's name, else the host of its address, if either is known."""
    site = getattr(article, "site", None)
    url = getattr(article, "url", None)
    return site or (urlsplit(url).hostname if url else None)
