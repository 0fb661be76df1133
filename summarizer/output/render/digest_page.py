"""A digest as one page: events, figures that differ, disputes, and a page for each person.

Like the index it works from a disk and makes no network requests. The data of lists and searches is in blocks
that are read at once; the details of events and people are in other blocks, read when they are shown.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any

from summarizer.output.render.html import stream_page
from summarizer.output.render.wording import apart_from, row_label
from summarizer.schemas.brief import Span
from summarizer.schemas.digest import Digest, Entity, Event, FigureRow, Listed, Saying, SharedDispute
from summarizer.text.folding import plain_letters
from summarizer.text.printable import one_line

BLOCK = 200
"""Limit of events or people in a block of details."""
WORDS = 1500
"""Limit of characters of the words by which an event is found."""


def write_digest_page(digest: Digest, file: IO[str], *, name: str) -> None:
    """Write the page of a digest; `name` is the name of the folder of briefs."""
    look = _Look(digest)

    def blocks() -> Iterator[tuple[str, str]]:
        yield "events", _json([look.event_line(event) for event in digest.events])
        yield "people", _json([look.person_line(entity) for entity in digest.entities])
        for part in _parted(digest.events):
            yield "event", _json([look.event(event) for event in part])
        for some in _parted(digest.entities):
            yield "person", _json([look.person(entity) for entity in some])

    words = stream_page(
        "digest", blocks=blocks(), name=one_line(name), briefs=len(digest.briefs), skipped=len(digest.skipped)
    )
    for part in words:
        file.write(part)


def _parted(items: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(items)
    while part := list(islice(rest, BLOCK)):
        yield part


def _json(data: Any) -> str:
    """Return data as JSON without `<`, which could end its block."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


class _Look:
    """The data of a digest's page, as lists that `digest_parts.js` reads; all text is printable."""

    def __init__(self, digest: Digest) -> None:
        self._briefs: Mapping[str, Listed] = {brief.id: brief for brief in digest.briefs}
        self._sayings: Mapping[str, Saying] = {saying.id: saying for saying in digest.sayings}
        self._entities: Mapping[str, Entity] = {entity.id: entity for entity in digest.entities}
        self._events: Mapping[str, Event] = {event.id: event for event in digest.events}

    def event_line(self, event: Event) -> list[Any]:
        """Return the rows of the list of events."""
        relations = [row.relation for row in event.rows]
        return [
            event.id,
            one_line(event.headline),
            event.first_seen or "",
            event.last_seen or "",
            len(event.reports),
            len(event.briefs),
            relations.count("contradiction"),
            relations.count("updated"),
            len(event.disputes),
            len(event.sayings),
            self._words(event),
        ]

    def _words(self, event: Event) -> str:
        said = (
            event.headline,
            *(self._entities[key].name for key in event.entities),
            *(f"{row_label(row)} {row.cells[0].en}" for row in event.rows),
            *(self._briefs[key].headline for key in event.briefs[:8]),
            *(self._briefs[key].title or "" for key in event.briefs[:8]),
            *event.sources[:8],
            *(dispute.issue for dispute in event.disputes),
        )
        return " ".join(dict.fromkeys(plain_letters(one_line(" ".join(said))).split()))[:WORDS]

    def person_line(self, entity: Entity) -> list[Any]:
        """Return the rows of the list of people."""
        role = entity.roles[0].en if entity.roles else ""
        forms = " ".join(
            dict.fromkeys(plain_letters(one_line(" ".join((entity.name, *entity.forms)))).split())
        )
        return [
            entity.id,
            one_line(entity.name),
            entity.kind,
            one_line(role),
            len(entity.briefs),
            len(entity.sayings),
            forms,
        ]

    def event(self, event: Event) -> dict[str, Any]:
        """Return the details of an event."""
        copies = {copy: report.brief for report in event.reports for copy in report.copies}
        return {
            "id": event.id,
            "briefs": [[*self._brief(key), copies.get(key, "")] for key in event.briefs],
            "rows": [self._row(row) for row in event.rows],
            "disputes": [self._dispute(dispute) for dispute in event.disputes],
            "people": [
                [key, one_line(self._entities[key].name), self._entities[key].kind] for key in event.entities
            ],
            "sayings": [self._saying(self._sayings[key]) for key in event.sayings],
            "account": self._account(event),
        }

    def _brief(self, key: str) -> list[Any]:
        brief = self._briefs[key]
        source = one_line(brief.site or brief.source or "source not known")
        return [
            key,
            source,
            brief.published or "",
            one_line(brief.headline),
            one_line(brief.title or ""),
            brief.page or "",
        ]

    def _row(self, row: FigureRow) -> dict[str, Any]:
        cells = [
            [
                cell.brief,
                cell.published or "",
                one_line(cell.en),
                float(cell.value),
                one_line(cell.unit or ""),
                *_cut(cell.sentence, cell.source),
                one_line(cell.claimed_by or ""),
                cell.figure if cell.listed else 0,
                one_line(cell.newer_by or "") if row.relation == "updated" or apart_from(row, cell) else "",
                apart_from(row, cell) or "",
            ]
            for cell in row.cells
        ]
        return {
            "label": one_line(row_label(row)), "language": row.language, "relation": row.relation,
            "unit": one_line(row.unit or ""), "reports": row.reports, "cells": cells,
        }  # fmt: skip

    def _dispute(self, dispute: SharedDispute) -> dict[str, Any]:
        parties = [
            [
                one_line(party.name),
                party.entity or "",
                [
                    [s.brief, one_line(s.en), one_line(" ".join(span.text for span in s.evidence))]
                    for s in party.stances
                ],
            ]
            for party in dispute.parties
        ]
        return {"issue": one_line(dispute.issue), "parties": parties}

    def _saying(self, saying: Saying) -> list[Any]:
        wordings = [
            [
                one_line(wording.fr), one_line(wording.en), wording.change,
                [[place.brief, place.published or "", place.quote] for place in wording.places],
            ]
            for wording in saying.wordings
        ]  # fmt: skip
        return [one_line(saying.speaker or ""), saying.entity or "", saying.first or "", wordings]

    def _account(self, event: Event) -> dict[str, Any] | None:
        account = event.account
        if account is None:
            return None
        said = (account.headline, *account.sentences)
        return {
            "model": one_line(account.model),
            "said": [
                [one_line(each.en), [[key, one_line(span.text)] for key, span in each.evidence]]
                for each in said
            ],
        }

    def person(self, entity: Entity) -> dict[str, Any]:
        """Return the details of a person."""
        sayings = [self._sayings[key] for key in entity.sayings]
        used = {place.brief for saying in sayings for wording in saying.wordings for place in wording.places}
        return {
            "id": entity.id,
            "forms": [one_line(form) for form in entity.forms],
            "roles": [[one_line(role.en), len(role.briefs)] for role in entity.roles],
            "events": [
                [key, one_line(self._events[key].headline)] for key in entity.events if key in self._events
            ],
            "sayings": [self._saying(saying) for saying in sayings],
            "briefs": [self._brief(key) for key in sorted(used)],
        }


def _cut(sentence: str, source: Span) -> tuple[str, str, str]:
    """Return a sentence in three parts: before the figure, the figure, after it."""
    at = sentence.find(source.text)
    if at < 0:
        return one_line(sentence), one_line(source.text), ""
    end = at + len(source.text)
    return _edge(sentence[:at]), one_line(source.text), _edge(sentence[end:])


def _edge(words: str) -> str:
    """Put words on one line and keep the space at their edges."""
    shown = one_line(words)
    left = " " if words[:1].isspace() else ""
    return f"{left}{shown}{' ' if words[-1:].isspace() and shown else ''}"
