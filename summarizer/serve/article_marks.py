"""What the servers answer besides briefs: what code finds in an article."""

from collections.abc import Sequence
from decimal import Decimal

from summarizer.english import render_number
from summarizer.french import Mention, Name, Number, Quotation, Sentence
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Article, Finding, Qualifier, Record, Span


class FoundFigure(Record):
    """A figure of the article. `value` and `upper` have the scale applied; `en` is its English form."""

    id: str
    source: Span
    value: Decimal | None
    upper: Decimal | None
    unit: str | None
    qualifier: Qualifier
    kind: str
    en: str


class FoundQuotation(Record):
    """A quotation, and who says it where a rule is certain; `speaker_doubt`: why nobody is named."""

    id: str
    source: Span
    speaker: str | None
    speaker_doubt: str | None
    partial: bool


class FoundName(Record):
    """A person, body or group, under its most complete form, with all mentions."""

    id: str
    name: str
    kind: str | None
    mentions: tuple[Span, ...]


class FoundSentence(Record):
    """A sentence of the article."""

    id: str
    source: Span
    heading: bool


class Marks(Record):
    """Everything that code finds in an article. Offsets point into `article.text`."""

    article: Article
    sentences: tuple[FoundSentence, ...]
    figures: tuple[FoundFigure, ...]
    quotations: tuple[FoundQuotation, ...]
    names: tuple[FoundName, ...]


class Figures(Record):
    """The figures of a text."""

    figures: tuple[FoundFigure, ...]


class Quotations(Record):
    """The quotations of a text."""

    quotations: tuple[FoundQuotation, ...]


class Findings(Record):
    """What is wrong with a statement; `sound` if no rule objects."""

    sound: bool
    findings: tuple[Finding, ...]


class Verified(Record):
    """What in a brief does not hold; `sound` if all does."""

    sound: bool
    failures: tuple[str, ...]


class Health(Record):
    """How the server is. `model` is None until the first brief opens one."""

    status: str
    version: str
    model: str | None
    under_way: int


class Fault(Record):
    """Why a request got no answer: `error` in a sentence, `kind` for programs."""

    error: str
    kind: str


def marks_of(marked: MarkedArticle) -> Marks:
    """Return what was found in an article as one record."""
    return Marks(
        article=marked.article,
        sentences=tuple(_sentence(key, each) for key, each in marked.sentences.items()),
        figures=tuple(_figure(key, each) for key, each in marked.numbers.items()),
        quotations=tuple(_quotation(key, each) for key, each in marked.quotations.items()),
        names=tuple(_name(key, each) for key, each in marked.names.items()),
    )


def figures_of(numbers: Sequence[Number]) -> Figures:
    """Return the numbers that are figures, numbered from N1."""
    found = (number for number in numbers if number.is_figure)
    return Figures(figures=tuple(_figure(f"N{n}", number) for n, number in enumerate(found, 1)))


def quotations_of(quotations: Sequence[Quotation]) -> Quotations:
    """Return quotations, numbered from Q1."""
    return Quotations(quotations=tuple(_quotation(f"Q{n}", each) for n, each in enumerate(quotations, 1)))


def _figure(key: str, number: Number) -> FoundFigure:
    return FoundFigure(
        id=key,
        source=_span(number),
        value=number.value,
        upper=number.upper,
        unit=number.unit,
        qualifier=number.qualifier,
        kind=number.kind,
        en=render_number(number),
    )


def _quotation(key: str, quotation: Quotation) -> FoundQuotation:
    return FoundQuotation(
        id=key,
        source=_span(quotation),
        speaker=quotation.speaker.text if quotation.speaker else None,
        speaker_doubt=quotation.speaker_doubt,
        partial=quotation.partial,
    )


def _name(key: str, name: Name) -> FoundName:
    return FoundName(id=key, name=name.text, kind=name.kind, mentions=tuple(map(_span, name.mentions)))


def _sentence(key: str, sentence: Sentence) -> FoundSentence:
    return FoundSentence(id=key, source=_span(sentence), heading=sentence.heading)


def _span(found: Number | Quotation | Sentence | Mention) -> Span:
    return Span(start=found.start, end=found.end, text=found.text)
