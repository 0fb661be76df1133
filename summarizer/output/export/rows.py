"""The tables that briefs are written as, and the rows that a brief gives each of them.

Column names and types are part of the contract: they are added to, not changed.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Brief, Extension, Figure, Named, Quote, Span, Statement

Type = Literal["text", "integer", "real", "decimal", "boolean"]
Row = Sequence[Any]

_ENTRY: dict[str, Type] = {"brief_id": "text", "position": "integer"}
_SPAN: dict[str, Type] = {"start": "integer", "end": "integer", "text": "text"}
TABLES: dict[str, dict[str, Type]] = {
    "briefs": {
        "brief_id": "text", "article_id": "text", "schema_version": "text", "source": "text",
        "title": "text", "published": "text", "language": "text", "words": "integer", "headline": "text",
        "model": "text", "created": "text", "version": "text", "calls": "integer", "tokens_in": "integer",
        "tokens_out": "integer", "seconds": "real", "cost": "decimal",
    },
    "key_points": {**_ENTRY, "en": "text", "evidence": "text"},
    "key_figures": {
        **_ENTRY, "value": "decimal", "upper": "decimal", "unit": "text", "qualifier": "text", "en": "text",
        "subject": "text", "measure": "text", **_SPAN,
    },
    "quotes": {
        **_ENTRY, "en": "text", "speaker": "text", "speaker_en": "text", "partial": "boolean", **_SPAN,
    },
    "stakeholders": {
        **_ENTRY, "name": "text", "name_en": "text", "kind": "text", "role": "text", "mentions": "integer",
        "evidence": "text",
    },
    "disputes": {
        **_ENTRY, "side": "integer", "issue": "text", "party": "text", "party_en": "text", "stance": "text",
        "evidence": "text",
    },
    "extensions": {
        **_ENTRY, "section": "text", "field": "text", "type": "text", "en": "text", "value": "decimal",
        "upper": "decimal", "unit": "text", "qualifier": "text", "name": "text", **_SPAN, "evidence": "text",
    },
    "findings": {
        **_ENTRY, "code": "text", "section": "text", "item": "text", "words": "text", "message": "text",
        "action": "text",
    },
}  # fmt: skip
"""Each table's columns and their types. `brief_id` (see the function) joins them, `article_id` is the SHA-256
of the text; `position` counts from 1 in the order of the brief; `start` and `end` are code points of the
article's text, end exclusive; `evidence` contains the French sentences, one a line. A dispute has a row for
each of its sides; an entry of a section of a user's own (`extensions`) one for each field with a value."""


def rows(brief: Brief) -> Iterator[tuple[str, Row]]:
    """Give the rows of a brief, each with its table's name, values in the order of its columns."""
    article, made, key = brief.article, brief.provenance, brief_id(brief)
    yield (
        "briefs",
        (
            *(key, article.id, brief.schema_version, article.source, article.title, article.published),
            *(
                article.language,
                article.words,
                brief.headline.en,
                made.model,
                made.created.isoformat(),
                made.version,
            ),
            *(made.calls, made.tokens_in, made.tokens_out, made.seconds, made.cost),
        ),
    )
    for n, point in enumerate(brief.key_points, 1):
        yield "key_points", (key, n, point.en, _words(point.evidence))
    for n, f in enumerate(brief.key_figures, 1):
        said = (f.value, f.upper, f.unit, f.qualifier, f.en, f.subject, f.measure)
        yield "key_figures", (key, n, *said, f.source.start, f.source.end, f.source.text)
    for n, quote in enumerate(brief.quotes, 1):
        span, who_says = quote.source, (quote.speaker, quote.speaker_en)
        yield "quotes", (key, n, quote.en, *who_says, quote.partial, span.start, span.end, span.text)
    for n, who in enumerate(brief.stakeholders, 1):
        role = (who.role.en, len(who.mentions), _words(who.role.evidence))
        yield "stakeholders", (key, n, who.name, who.name_en, who.kind, *role)
    for n, dispute in enumerate(brief.disputes, 1):
        for m, side in enumerate(dispute.sides, 1):
            position = (side.party, side.party_en, side.position.en, _words(side.position.evidence))
            yield "disputes", (key, n, m, dispute.issue.en, *position)
    yield from (("extensions", (key, *row)) for each in brief.extensions for row in _own(each))
    for n, found in enumerate(brief.findings, 1):
        about = (found.code, found.section, found.item, found.words, found.message, found.action)
        yield "findings", (key, n, *about)


def _own(extension: Extension) -> Iterator[Row]:
    for n, entry in enumerate(extension.entries, 1):
        for name, field in extension.fields.items():
            value = entry.values.get(name)
            if value is not None:
                yield (n, extension.name, name, field.type, *_value(value))


def _value(value: Statement | Figure | Quote | Named | str) -> Row:
    """English, value, upper end, unit, qualifier, name, start, end, text and evidence of a field's value."""
    none: Row = (None,) * 9
    if isinstance(value, Statement):
        return (value.en, *none[:8], _words(value.evidence))
    if isinstance(value, Named):
        return (value.name_en or value.name, *none[:4], value.name, *none[:4])
    if isinstance(value, str):
        return (value, *none)
    read: Row = none[:4]
    if isinstance(value, Figure):
        read = (value.value, value.upper, value.unit, value.qualifier)
    return (value.en, *read, None, value.source.start, value.source.end, value.source.text, None)


def _words(spans: Sequence[Span]) -> str:
    return "\n".join(span.text for span in spans)
