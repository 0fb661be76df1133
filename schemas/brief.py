"""The brief: the one document that the command, the library and every rendering speak.

Offsets are Python string indices (code points) into `Article.text`, end exclusive;
`article.text[span.start:span.end] == span.text` holds for every span of every brief.
"""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Literal["1"] = "1"

Kind = Literal["person", "organisation", "group"]
Qualifier = Literal["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"]
Action = Literal["reasked", "dropped", "kept"]
Verdict = Literal["supported", "partly", "not"]
"""What a second reader says of a statement: its evidence supports it fully, in part, or not."""


PLAIN_ROLES = ("quoted in the article", "named in the article")
"""What stands as the role of a party beside whose name the article says nothing of it."""

REACH = 60
# Decimal places before and behind the point. `1E+999999999` is eleven characters, and two gigabytes when it
# is written out.
MOST = 2**53
# A count that every reader of JSON, every table and every database takes exactly.


def _within_reach(value: Decimal) -> Decimal:
    words = str(value)
    if len(words) <= REACH and "E" not in words and value.is_finite():
        return value  # all but a few; the parts of a decimal take ten times as long
    exponent = value.as_tuple().exponent
    if abs(value.adjusted()) > REACH or not isinstance(exponent, int) or abs(exponent) > REACH:
        raise ValueError(f"the value must have at most {REACH} digits before and behind the point")
    return value


def _countable(value: int) -> int:
    if abs(value) > MOST:
        raise ValueError(f"the count must be at most {MOST}")
    return value


Amount = Annotated[Decimal, AfterValidator(_within_reach)]
Count = Annotated[int, AfterValidator(_countable)]
FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


class Record(BaseModel):
    """What all records of a brief share: immutable, and no field that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Record):
    """A stretch of the article's text, word for word."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str

    @model_validator(mode="after")
    def _length_fits(self) -> "Span":
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of {self.text!r}")
        return self


class Statement(Record):
    """A sentence or phrase in English and the French sentences that it rests on.

    `second_reading`: what the second reader said of it, where there was one. `confidence`: how sure the model
    was of its words, 0 to 1, where its server tells (see docs/grounding.md); below 0.5 a rendering says so.
    """

    en: str
    evidence: tuple[Span, ...]
    second_reading: Verdict | None = None
    confidence: float | None = None


class Figure(Record):
    """A number of the article, read. `value` and `upper` have the scale applied."""

    source: Span
    value: Amount
    upper: Amount | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    en: str


class KeyFigure(Figure):
    """A number of the article with what it measures. `value` and `upper` have the scale applied."""

    subject: str
    measure: str
    second_reading: Verdict | None = None


class Stakeholder(Record):
    """A person, organisation or group of the article, under its most complete form there.

    `name_en`: the English form, where it is another.
    """

    name: str
    name_en: str | None = None
    kind: Kind
    role: Statement
    mentions: tuple[Span, ...]

    @property
    def shown_role(self) -> str:
        """The role as pages and text show it: "" where it says no more than that the party is there."""
        return "" if self.role.en in PLAIN_ROLES else self.role.en


class Side(Record):
    """A party to a dispute and what it holds. `party_en`: the English form, where it is another."""

    party: str
    party_en: str | None = None
    position: Statement


class Dispute(Record):
    """Something on which parties named in the article disagree."""

    issue: Statement
    sides: tuple[Side, ...]


class Quote(Record):
    """Words of the article between quotation marks, with their English and their speaker.

    `speaker_en`: the speaker's English form, where it is another. `second_reading` and `confidence`, that of
    `en`, as in `Statement`.
    """

    source: Span
    en: str
    speaker: str | None = None
    speaker_en: str | None = None
    speaker_source: Span | None = None
    partial: bool = False
    second_reading: Verdict | None = None
    confidence: float | None = None


class Named(Record):
    """Words by which the article names something, where it does, and their English form if it is another."""

    name: str
    name_en: str | None = None
    mentions: tuple[Span, ...]


class ExtensionField(Record):
    """A field of a section of a user's own. `choices`: what a `choice` is one of."""

    type: Literal["text", "choice", "figure", "quotation", "name"]
    label: str
    optional: bool = False
    choices: tuple[str, ...] = ()


class ExtensionEntry(Record):
    """An entry: its values by field, and the sentences on which it rests."""

    values: dict[FieldName, Statement | Figure | Quote | Named | str | None]
    evidence: tuple[Span, ...]


class Extension(Record):
    """What a section of a user's own gives the brief: see docs/sections.md. `fields` says what it has."""

    name: FieldName
    title: str
    fields: dict[FieldName, ExtensionField]
    entries: tuple[ExtensionEntry, ...]


class Finding(Record):
    """Something that a reader of the brief should know: what was asked again, dropped or doubted."""

    code: str
    # every code and what it is for: `faithfulness/codes.py`; of a section: `Issue(…)` in `sections/`
    section: str = ""
    item: str = ""
    words: str = ""
    message: str
    action: Action = "kept"


class Part(Record):
    """A stretch of an article with a time or a speaker of its own.

    It is a post of a live blog, or a question or an answer of an interview. `start` and `end` are offsets
    into `Article.text`, end exclusive. `published` is the time of a post as the page shows it (`14:05`) or
    an ISO 8601 time; `speaker` is who asks or answers, as the article writes the name.
    """

    kind: Literal["post", "question", "answer"]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    published: str | None = None
    speaker: str | None = None


class Article(Record):
    """A French news article as it was read. `id` is the SHA-256 of `text` in UTF-8, in hexadecimal.

    `published` and `modified` are ISO 8601 dates in the time zone of the page, possibly of reduced precision
    (`2025-02`); `language` is an ISO 639-1 code. `dateline` is the place and date line of a news agency,
    `slug` its keyword for the story. `cut_off`: the page shows only a part of the article to this reader;
    `shown` is that part's share of the whole, from 0 to 1, where the page says it.
    """

    id: str
    source: str | None = None
    title: str | None = None
    published: str | None = None
    language: str
    words: Count
    text: str
    authors: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    section: str | None = None
    description: str | None = None
    modified: str | None = None
    dateline: str | None = None
    slug: str | None = None
    cut_off: bool = False
    shown: Annotated[float, Field(ge=0, le=1)] | None = None
    parts: tuple[Part, ...] = ()


class Provenance(Record):
    """Where a brief comes from and what it took.

    `plan`: how the model was asked, `whole` or `piecewise`; `second_reader`: the model that judged the
    statements, if one did; `sections`: the fingerprints of sections of a user's own, by name; `reasks`: how
    often something was asked again. Tokens as the servers count them.
    """

    model: str
    host: str | None = None
    plan: Literal["whole", "piecewise"] | None = None
    second_reader: str | None = None
    prompts: str
    schemas: str
    sections: dict[FieldName, str] = {}
    version: str
    created: datetime
    calls: Count
    reasks: Count = 0
    tokens_in: Count
    tokens_cached: Count
    tokens_out: Count
    seconds: float
    cost: Amount | None = None


class Seal(Record):
    """What shows that a brief was changed: see `summarizer.seal`.

    `sha256`: over the rest of the brief, as canonical JSON; `hmac`: its HMAC-SHA-256, if the brief is signed.
    """

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    hmac: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None


class Brief(Record):
    """The brief of one article."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: Article
    headline: Statement
    key_points: tuple[Statement, ...]
    key_figures: tuple[KeyFigure, ...]
    stakeholders: tuple[Stakeholder, ...]
    disputes: tuple[Dispute, ...]
    quotes: tuple[Quote, ...]
    extensions: tuple[Extension, ...] = ()
    findings: tuple[Finding, ...]
    provenance: Provenance
    seal: Seal | None = None

    def to_markdown(self) -> str:
        """Write the brief as Markdown; `summarizer.output.render` has the other renderings."""
        from summarizer.output.render.markdown import to_markdown  # noqa: PLC0415 - render imports this module

        return to_markdown(self)

    def to_html(self) -> str:
        """Write the brief as one HTML page, each entry beside its French words."""
        from summarizer.output.render.html import to_html  # noqa: PLC0415 - render imports this module

        return to_html(self)

    def _repr_html_(self) -> str:
        """Show the evidence page in a notebook's cell."""
        from summarizer.output.render.html import to_frame  # noqa: PLC0415 - render imports this module

        return to_frame(self)
