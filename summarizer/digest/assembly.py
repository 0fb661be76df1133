"""What the events of a digest are made of, event by event, and what holds over all events.

A part keeps what was made of it last, with what that rested on. Where neither has changed, a digest that
grows takes it as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from summarizer.digest.clustering import centre
from summarizer.digest.disputes import find_disputes
from summarizer.digest.figures import find_rows
from summarizer.digest.likeness import Likeness
from summarizer.digest.name_lookup import Known
from summarizer.digest.people import Someone, best_name, company_of, find_people, join_in_event, key_of
from summarizer.digest.records import Named, Record
from summarizer.digest.sayings import join_events, sayings_of
from summarizer.digest.sharing import share_fields
from summarizer.schemas.digest import Entity, Event, FigureRow, Listed, Report, Role, Saying, SharedDispute

People = Sequence[tuple[Entity, Someone]]
Records = Callable[[Iterable[str]], list[Record]]


@dataclass(slots=True)
class Made:
    """What was made of a part last, and the names and sayings on which it rested.

    `own` are its sayings by itself, `sayings` the ids of those that it has once all events are joined.
    """

    names: tuple[tuple[str, str], ...] = ()
    own: tuple[Saying, ...] = ()
    disputes: tuple[SharedDispute, ...] = ()
    sayings: tuple[str, ...] = ()
    event: Event | None = None


@dataclass(slots=True)
class Part:
    """An event as far as it is known by itself: its briefs in order, reports, rows and people."""

    id: str
    reports: tuple[Report, ...]
    rows: tuple[FigureRow, ...]
    people: tuple[Someone, ...]
    company: frozenset[str]
    headline: str
    listed: tuple[Listed, ...]
    made: Made = field(default_factory=Made)
    changed: bool = True
    """Whether it is another one than that which the state keeps."""

    @property
    def key(self) -> tuple[str, str]:
        """What puts events into one order: that of their first brief."""
        return (self.listed[0].published or "9999", self.listed[0].id)


def part_of(records: Sequence[Record], copies: Sequence[Sequence[str]], likeness: Likeness) -> Part:
    """Work out what an event is by itself. `copies` are groups of near copies, also of other events."""
    own = {record.id: record for record in records}
    groups = [
        sorted((key for key in group if key in own), key=lambda key: _first(own[key])) for group in copies
    ]
    reports = tuple(Report(brief=group[0], copies=tuple(group[1:])) for group in groups if group)
    leader = {key: group[0] for group in groups for key in group}
    event = f"E-{records[0].id[:10]}"
    figures = [figure for record in records for figure in (*record.figures, *record.found)]
    rows = find_rows(figures, leader, likeness, event) if len(records) > 1 else []
    middle = centre({n: record.light for n, record in enumerate(records)}, range(len(records)))
    named = _named(records)
    listed = tuple(_listed(record, event) for record in records)
    share_fields(reports, *rows, listed)
    return Part(
        id=event,
        reports=reports,
        rows=tuple(rows),
        people=tuple(join_in_event(event, named)),
        company=company_of(named),
        headline=records[middle].light.headline,
        listed=listed,
    )


def assemble(parts: Sequence[Part], records: Records, likeness: Likeness) -> dict[str, Any]:
    """Give the briefs, events, entities and sayings of a digest; `records` gives those of some ids."""
    ordered = sorted(parts, key=lambda part: part.key)
    people: defaultdict[str, list[tuple[Entity, Someone]]] = defaultdict(list)
    entities: dict[str, Entity] = {}
    for group in find_people((part.people, part.company) for part in ordered):
        entity = _entity(group)
        entities[entity.id] = entity
        for someone in group:
            people[someone.event].append((entity, someone))
    for part in ordered:
        _remake(part, people[part.id], records, likeness)
    shared = {key for key, entity in entities.items() if len(entity.events) > 1}
    joined = join_events((part.made.own for part in ordered), shared)
    joined.sort(key=lambda each: (each[0].first or "9999", each[0].id))
    said: defaultdict[str, list[str]] = defaultdict(list)
    told: defaultdict[str, list[str]] = defaultdict(list)
    for saying, events in joined:
        if saying.entity:
            said[saying.entity].append(saying.id)
        for event in events:
            told[event].append(saying.id)
    for key, sayings in said.items():
        entities[key] = entities[key].model_copy(update={"sayings": tuple(sayings)})
    events_made = [_event(part, people[part.id], tuple(told[part.id])) for part in ordered]
    return {
        "briefs": tuple(listed for part in ordered for listed in part.listed),
        "events": tuple(sorted(events_made, key=lambda e: (-len(e.reports), -len(e.rows), e.id))),
        "entities": tuple(sorted(entities.values(), key=lambda e: (-len(e.briefs), e.name, e.id))),
        "sayings": tuple(saying for saying, _ in joined),
    }


def _first(record: Record) -> tuple[str, int, str]:
    """What puts the original before its copies: the date, then the length."""
    return (record.published or "9999", -record.words, record.id)


def _named(records: Sequence[Record]) -> list[Named]:
    """Give who an event's briefs name, speakers that no brief lists among them."""
    found = [named for record in records for named in record.named]
    listed = {(named.brief, form) for named in found for form in (named.name, *named.forms)}
    for record in records:
        for speaker in sorted({said.speaker for said in record.said if said.speaker}):
            words = speaker.split()
            if (record.id, speaker) not in listed and len(words) > 1 and all(w[:1].isupper() for w in words):
                found.append(Named(record.id, speaker, "person", "", (speaker,)))
    return found


def _entity(group: Sequence[Someone]) -> Entity:
    """Make the entity of people who are one; kept where they are in one event alone."""
    if len(group) == 1 and group[0].entity:
        return group[0].entity
    briefs = sorted({brief for someone in group for brief in someone.briefs})
    roles: dict[str, dict[str, None]] = {}
    for someone in group:
        for role, brief in zip(someone.said, someone.briefs, strict=False):
            if role:
                roles.setdefault(role, {})[brief] = None
    forms = Counter(name for someone in group for name in someone.names)
    name, kind = best_name(group), "person" if group[0].kind == "person" else "organisation"
    digest = sha256(f"{kind}\n{key_of(name, kind)}\n{briefs[0]}".encode()).hexdigest()
    entity = Entity(
        id=f"P-{digest[:10]}", name=name, kind=kind,  # type: ignore[arg-type]
        forms=tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        roles=tuple(Role(en=en, briefs=tuple(own)) for en, own in sorted(roles.items())),
        briefs=tuple(briefs),
        events=tuple(dict.fromkeys(someone.event for someone in group)), sayings=(),
    )  # fmt: skip
    share_fields(entity)
    if len(group) == 1:
        group[0].entity = entity
    return entity


def _remake(part: Part, people: People, records: Records, likeness: Likeness) -> None:
    """Make what rests on who is who, unless it rests on the same as before."""
    names = tuple((entity.id, entity.name) for entity, _ in people)
    if part.made.names == names and part.made.event is not None:
        return
    known = Known(part.id, people)
    own = records(listed.id for listed in part.listed)
    told = [dispute for record in own for dispute in record.disputes]
    disputes = find_disputes(told, known.party, likeness, part.id) if told else []
    spoken = [one for record in own for one in known.spoken(record)]
    part.made = Made(names=names, own=tuple(sayings_of(spoken)), disputes=tuple(disputes))
    share_fields(part.made.own, part.made.disputes)
    part.changed = True


def _event(part: Part, people: People, sayings: tuple[str, ...]) -> Event:
    if part.made.event is not None and part.made.sayings == sayings:
        return part.made.event
    dates = [listed.published for listed in part.listed if listed.published]
    entities = sorted(people, key=lambda known: (-len(known[1].briefs), known[0].name, known[0].id))
    part.made.sayings, part.changed = sayings, True
    part.made.event = Event(
        id=part.id,
        headline=part.headline,
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
        briefs=tuple(listed.id for listed in part.listed),
        reports=part.reports,
        sources=tuple(dict.fromkeys(source for one in part.listed if (source := one.site or one.source))),
        rows=part.rows,
        disputes=part.made.disputes,
        entities=tuple(dict.fromkeys(entity.id for entity, _ in entities)),
        sayings=sayings,
    )
    return part.made.event


def _listed(record: Record, event: str) -> Listed:
    return Listed(
        id=record.id, article=record.article, source=record.light.source, site=record.site,
        title=record.title, published=record.published, headline=record.light.headline, event=event,
        page=record.light.page,
    )  # fmt: skip
