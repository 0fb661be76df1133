"""The tables of a digest: events, rows of figures, who said what. `brief_id` joins the briefs."""

from collections.abc import Iterator

from summarizer.output.export.rows import Row, Type
from summarizer.schemas.digest import Digest

_SPAN: dict[str, Type] = {"start": "integer", "end": "integer", "text": "text"}
DIGEST_TABLES: dict[str, dict[str, Type]] = {
    "events": {
        "event_id": "text", "headline": "text", "first_seen": "text", "last_seen": "text",
        "reports": "integer", "briefs": "integer", "sources": "text",
    },
    "figure_rows": {
        "event_id": "text", "row_id": "text", "relation": "text", "subject": "text", "measure": "text",
        "brief_id": "text", "position": "integer", "published": "text", "value": "decimal",
        "upper": "decimal", "unit": "text", "qualifier": "text", "en": "text", "claimed_by": "text",
        "newer_by": "text", "to_earlier": "text", **_SPAN, "language": "text", "listed": "boolean",
    },
    "statements_by_person": {
        "entity_id": "text", "name": "text", "kind": "text", "saying_id": "text", "event_id": "text",
        "change": "text", "brief_id": "text", "position": "integer", "published": "text", "en": "text",
        **_SPAN,
    },
}  # fmt: skip
"""Each table's columns and their types. A row of figures has a line for each of its cells, a statement one
for each place in an article. `change` is how a wording differs from the longest one. `to_earlier` is how a
figure relates to those before it in its row. `sources` has one on each line."""


def digest_rows(digest: Digest) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a digest, each with its table's name; values are in the order of the columns."""
    for event in digest.events:
        seen = (event.first_seen, event.last_seen, len(event.reports), len(event.briefs))
        yield "events", (event.id, event.headline, *seen, "\n".join(event.sources))
        for row in event.rows:
            about = (event.id, row.id, row.relation, row.subject, row.measure)
            for cell in row.cells:
                said = (cell.value, cell.upper, cell.unit, cell.qualifier, cell.en)
                beside = (cell.claimed_by, cell.newer_by, cell.relation)
                span = cell.source
                where = (cell.brief, cell.figure, cell.published)
                stretch = (span.start, span.end, span.text)
                yield "figure_rows", (*about, *where, *said, *beside, *stretch, row.language, cell.listed)
    sayings = {saying.id: saying for saying in digest.sayings}
    for entity in digest.entities:
        for key in entity.sayings:
            saying = sayings[key]
            for wording in saying.wordings:
                for place in wording.places:
                    span = place.source
                    yield (
                        "statements_by_person",
                        (
                            *(entity.id, entity.name, entity.kind, key, saying.event, wording.change),
                            *(place.brief, place.quote, place.published, wording.en),
                            *(span.start, span.end, span.text),
                        ),
                    )
