"""The digest: what many briefs say together. Every entry leads to French words of a brief.

Offsets are those of `schemas.brief`: Python string indices into the article's text, end exclusive.
"""

from typing import Annotated, Literal

from pydantic import Field

from summarizer.schemas.brief import Figure, Kind, Record, Span

DIGEST_VERSION: Literal["1"] = "1"

Relation = Literal["agree", "rounded", "updated", "contradiction"]
Change = Literal["whole", "shortened", "altered"]
Position = Annotated[int, Field(ge=1)]


class Listed(Record):
    """A brief of the digest. `page` is the address of its evidence page, seen from the digest."""

    id: str
    article: str
    source: str | None = None
    site: str | None = None
    title: str | None = None
    published: str | None = None
    headline: str
    event: str
    page: str | None = None


class Report(Record):
    """An independent report: a brief, and the briefs whose articles are near copies of the same text."""

    brief: str
    copies: tuple[str, ...] = ()


class Cell(Figure):
    """A figure as one brief has it: key figure number `figure` (from 1) of the brief.

    `sentence` is the French around the figure. `claimed_by` and `newer_by` are the French words that say
    whose claim it is, and that it is newer than another. `relation` says how it relates to the cells before
    it: the closest relation counts; None for the first. `listed`: whether the brief lists it; else code found
    it in the article, and `figure` counts on behind the brief's key figures.
    """

    brief: str
    figure: Position
    published: str | None = None
    sentence: str
    claimed_by: str | None = None
    newer_by: str | None = None
    relation: Relation | None = None
    listed: bool = True


class FigureRow(Record):
    """A figure that several briefs of an event give: its cells, earliest first, and how they relate.

    `unit` is None for a count, and where the cells have different units: nothing is converted. `reports` is
    the number of independent reports that have it: near copies agree because they are one text. `language`:
    that of the label; where no brief lists the figure, `measure` is French words of the first article.
    """

    id: str
    subject: str
    measure: str
    language: Literal["en", "fr"] = "en"
    unit: str | None = None
    relation: Relation
    reports: Position | None = None
    cells: tuple[Cell, ...]


class Place(Record):
    """Where a quotation stands: quote number `quote` (from 1) of a brief."""

    brief: str
    quote: Position
    published: str | None = None
    source: Span


class Wording(Record):
    """One wording of a quotation, with every place where it stands so. `change`: beside the longest one."""

    fr: str
    en: str
    change: Change = "whole"
    places: tuple[Place, ...]


class Saying(Record):
    """Words that somebody said, once, in all the wordings in which the articles have them."""

    id: str
    event: str
    speaker: str | None = None
    entity: str | None = None
    first: str | None = None
    wordings: tuple[Wording, ...]


class Role(Record):
    """Who somebody is, as a brief says it."""

    en: str
    briefs: tuple[str, ...]


class Entity(Record):
    """A person or body, once for all articles. `sayings` are in the order of their first publication."""

    id: str
    name: str
    kind: Kind
    forms: tuple[str, ...]
    roles: tuple[Role, ...]
    briefs: tuple[str, ...]
    events: tuple[str, ...]
    sayings: tuple[str, ...] = ()


class Stance(Record):
    """What a brief says that a party holds."""

    brief: str
    en: str
    evidence: tuple[Span, ...]


class Party(Record):
    """A party to a dispute, with all that the briefs say it holds."""

    name: str
    entity: str | None = None
    stances: tuple[Stance, ...]


class SharedDispute(Record):
    """One issue, with the parties of all articles that tell of it."""

    id: str
    issue: str
    briefs: tuple[str, ...]
    parties: tuple[Party, ...]


class Sentence(Record):
    """A sentence of an account, and the French sentences of briefs on which it rests."""

    en: str
    evidence: tuple[tuple[str, Span], ...]


class Account(Record):
    """What a model says of an event: a headline and a few sentences, each checked. `model` names it."""

    headline: Sentence
    sentences: tuple[Sentence, ...]
    model: str
    dropped: tuple[str, ...] = ()


class Event(Record):
    """Articles on one event. `id` is taken from the earliest brief, so that it stays from day to day."""

    id: str
    headline: str
    first_seen: str | None = None
    last_seen: str | None = None
    briefs: tuple[str, ...]
    reports: tuple[Report, ...]
    sources: tuple[str, ...]
    rows: tuple[FigureRow, ...] = ()
    disputes: tuple[SharedDispute, ...] = ()
    entities: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()
    account: Account | None = None


class Skipped(Record):
    """A brief that is not in the digest, and why."""

    name: str
    reason: str


class Digest(Record):
    """What many briefs say together. Events with most independent reports come first."""

    digest_version: Literal["1"] = DIGEST_VERSION
    version: str
    briefs: tuple[Listed, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    sayings: tuple[Saying, ...]
    skipped: tuple[Skipped, ...] = ()
