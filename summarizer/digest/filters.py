"""A part of a digest: since a day, about a name, or one event."""

from collections.abc import Callable

from summarizer.digest.dates import days
from summarizer.digest.words import fold
from summarizer.errors import SummarizerError
from summarizer.schemas.digest import Digest, Event


def select(
    digest: Digest, *, since: str | None = None, about: str | None = None, event: str | None = None
) -> Digest:
    """Give the events of a digest seen on or after `since`, in which `about` is named, or the one `event`.

    `event` is an event's id, the id of any brief in it, or its number in the digest's order, from 1. Raises
    SummarizerError where nothing is left, with what there is.
    """
    kept = list(digest.events)
    if event is not None:
        kept = [found for found in kept if found.id == _event(digest, event)]
    if since is not None:
        if (day := days(since)) is None:
            raise SummarizerError(f"{since!r} is no date; give a day, a month or a year, such as 2026-03-01")
        kept = [found for found in kept if (seen := days(found.last_seen)) is None or seen[1] >= day[0]]
    if about is not None:
        kept = list(filter(_naming(digest, about), kept))
    if not kept:
        raise SummarizerError(f"no event is like that; the digest has {len(digest.events)} events")
    return _only(digest, kept)


def _event(digest: Digest, asked: str) -> str:
    """Give the id of the event that is meant; an id that an event once had is that of a brief in it."""
    if asked.isdigit() and 1 <= int(asked) <= len(digest.events):
        return digest.events[int(asked) - 1].id
    short = asked.removeprefix("E-").lower()
    found = {brief.event for brief in digest.briefs if len(short) >= 6 and brief.id.startswith(short)}
    if len(found) != 1:
        raise SummarizerError(
            f"no event {asked!r}; give a number from 1 to {len(digest.events)}, or an id such as "
            f"{digest.events[0].id if digest.events else 'E-0123456789'}"
        )
    return found.pop()


def _naming(digest: Digest, about: str) -> Callable[[Event], bool]:
    """Whether an event names somebody, by any form or part of a name, or has the words in its headline."""
    words = fold(about.strip())
    ids = {
        entity.id
        for entity in digest.entities
        if any(words in fold(form) for form in (entity.name, *entity.forms))
    }
    return lambda event: words in fold(event.headline) or not ids.isdisjoint(event.entities)


def _only(digest: Digest, kept: list[Event]) -> Digest:
    """Give a digest of some of its events, with what belongs to them."""
    ids = {event.id for event in kept}
    entities = {entity for event in kept for entity in event.entities}
    sayings = {saying for event in kept for saying in event.sayings}
    return digest.model_copy(
        update={
            "events": tuple(kept),
            "briefs": tuple(brief for brief in digest.briefs if brief.event in ids),
            "entities": tuple(entity for entity in digest.entities if entity.id in entities),
            "sayings": tuple(saying for saying in digest.sayings if saying.id in sayings),
        }
    )
