"""Which articles may be on the same event: those that share rare words and names within a few weeks."""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.digest.dates import WINDOW, apart, days, fade
from summarizer.digest.records import Light, Marks

EDGE = 0.12
"""Likeness from which two articles are looked at together at all."""
STRANGERS = 0.6
"""What is left of a likeness where two articles share no name: two earthquakes are two events."""
OTHER_DAYS = 0.7
"""What is left of a likeness where two articles name no day in common: two marches on two Tuesdays."""
OTHER_ROUND = 0.5
"""What is left where two articles name no round of a series in common: the 12th matchday and the 13th."""
OTHER_AMOUNTS = 0.4
"""What is left where two articles have `SEVERAL` figures each and share none."""
SEVERAL = 2
RECURS = 5
"""Days between two articles from which the days they name are compared."""
STRONGEST = 30
"""Links of an article that are followed, the strongest."""

Link = tuple[float, int, int]
"""How alike two records are, and their places in the order of all records, the earlier one first."""


def closeness(gap: int, one: Marks, other: Marks) -> float:
    """How much a likeness counts: by the days between two articles, and what tells their events apart.

    What comes again each week is told in the same words. So the days, rounds and amounts that both name count
    from `RECURS` days on.
    """
    kept = fade(gap) * (STRANGERS if _differ(one.names, other.names) else 1.0)
    if gap >= RECURS:
        kept *= OTHER_DAYS if _differ(one.days, other.days) else 1.0
        kept *= OTHER_ROUND if _differ(one.rounds, other.rounds) else 1.0
        several = min(len(one.amounts), len(other.amounts)) >= SEVERAL
        kept *= OTHER_AMOUNTS if several and _differ(one.amounts, other.amounts) else 1.0
    return kept


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


@dataclass(slots=True)
class Index:
    """The words of records by stretch of time, so that an article meets only those that it could join."""

    records: list[Light] = field(default_factory=list)
    held: "dict[int | None, dict[str, array[float]]]" = field(default_factory=dict)
    """For each word the places of the records that have it, each followed by the word's weight there."""

    def add(self, record: Light) -> None:
        """Take a record in; its place is the number of those before it."""
        place = len(self.records)
        self.records.append(record.without_words())
        words = self.held.setdefault(stretch_of(record.published), defaultdict(lambda: array("d")))
        for word, weight in record.vector.items():
            words[word].extend((place, weight))

    def forget(self, before: int) -> None:
        """Forget the stretches of time that no later article can meet."""
        for at in [at for at in self.held if at is not None and at < before]:
            del self.held[at]

    def near(self, record: Light) -> Iterator[tuple[float, int]]:
        """Give the likeness and place of every other record in the index that may be on the same event."""
        found: defaultdict[int, float] = defaultdict(float)
        for words in self._around(stretch_of(record.published)):
            for word, weight in record.vector.items():
                held = words.get(word, ())
                for place, value in zip(held[::2], held[1::2], strict=True):
                    found[int(place)] += weight * value
        own = days(record.published)
        for place, likeness in found.items():
            other = self.records[place]
            if likeness >= EDGE and other.id != record.id:
                gap = apart(own, days(other.published))
                faded = round(likeness * closeness(gap, record.marks, other.marks), 9)
                if faded >= EDGE:
                    yield faded, place

    def _around(self, stretch: int | None) -> "list[dict[str, array[float]]]":
        if stretch is None:
            return list(self.held.values())
        return [self.held[at] for at in (None, *stretches_around(stretch)) if at in self.held]


def stretches_around(stretch: int | None) -> tuple[int | None, ...]:
    """Give the stretches whose articles can be on one event with those of a stretch; None: all."""
    return (None,) if stretch is None else (stretch - 1, stretch, stretch + 1)


def stretch_of(published: str | None) -> int | None:
    """Give the stretch of time that a date falls in; an imprecise one is treated as none."""
    known = days(published)
    return None if known is None or known[0] != known[1] else known[0] // WINDOW


def within_reach(dates: Iterable[str | None]) -> Callable[[str | None], bool]:
    """Give what says whether an article of some date can be on one event with one of these dates.

    >>> may_join = within_reach(["2026-03-03"])
    >>> may_join("2026-04-17"), may_join("2026-04-18"), may_join("2026-04"), may_join(None)
    (True, False, True, True)
    """
    reached: set[int] = set()
    for known in map(days, dates):
        if known is None:
            return lambda _published: True
        reached.update(range(known[0] - WINDOW, known[1] + WINDOW + 1))

    def may_join(published: str | None) -> bool:
        own = days(published)
        return bool(reached) and (own is None or not reached.isdisjoint(range(own[0], own[1] + 1)))

    return may_join


def find_links(records: Sequence[Light]) -> list[Link]:
    """Link records, in their order: the strongest links of each, the strongest of all first."""
    index = Index()
    strongest: list[list[tuple[float, int]]] = [[] for _ in records]
    for place, record in enumerate(records):
        for likeness, other in index.near(record):
            for own, far in ((place, other), (other, place)):
                put = heapq.heappush if len(strongest[own]) < STRONGEST else heapq.heappushpop
                put(strongest[own], (likeness, -far))
        index.add(record)
    links = {
        (likeness, min(place, -far), max(place, -far))
        for place, own in enumerate(strongest)
        for likeness, far in own
    }
    return sorted(links, key=lambda link: (-link[0], link[1], link[2]))
