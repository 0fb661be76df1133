"""Who is meant by a name in an event: by the brief's own list, else by a name that the event has once."""

from collections.abc import Sequence

from summarizer.digest.people import Someone, key_of
from summarizer.digest.records import Record
from summarizer.digest.sayings import Spoken, words_of
from summarizer.digest.words import fold
from summarizer.schemas.digest import Entity


class Known:
    """The people and bodies of an event, found by the names that its briefs use."""

    def __init__(self, event: str, people: Sequence[tuple[Entity, Someone]]) -> None:
        self._event = event
        self._in_brief: dict[tuple[str, str], Entity] = {}
        self._in_event: dict[str, Entity | None] = {}
        for entity, someone in people:
            for brief, name, forms in zip(someone.briefs, someone.names, someone.forms, strict=False):
                for form in (name, *forms):
                    self._in_brief[brief, fold(form)] = entity
                    key = key_of(form, someone.kind)
                    same = self._in_event.get(key, entity)
                    self._in_event[key] = entity if same is entity else None

    def find(self, brief: str, name: str) -> Entity | None:
        """Give the entity that a name means, if one is known."""
        return self._in_brief.get((brief, fold(name))) or self._in_event.get(key_of(name, "person"))

    def party(self, brief: str, name: str) -> tuple[str, str | None]:
        """Give a party's name and entity."""
        entity = self.find(brief, name)
        return (entity.name, entity.id) if entity else (name, None)

    def spoken(self, record: Record) -> list[Spoken]:
        """Give the quotations of a record with their speakers."""
        found = []
        for said in record.said:
            entity = self.find(record.id, said.speaker) if said.speaker else None
            words = words_of(said.source.text)
            if entity is None:
                found.append(Spoken(said, self._event, words, None, said.speaker))
            else:
                person = entity.kind == "person"
                found.append(Spoken(said, self._event, words, entity.id, entity.name, person=person))
        return found
