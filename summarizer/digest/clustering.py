"""Events: groups of articles whose average likeness is high enough; nobody says how many there are.

Links are followed from the strongest to the weakest; two groups become one where their articles are alike on
average. A chain of articles, each like the next, is so no event. The result depends on the articles alone.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.digest.dates import apart, days
from summarizer.digest.linking import Link, closeness
from summarizer.digest.records import Light, Marks
from summarizer.digest.words import dot

SAME_EVENT = 0.215
"""Average likeness from which two groups of articles are on one event."""
TOPIC = 0.1
"""Share of a likeness that must rest on something else than names: a strike at a firm is not its results."""
NAMES_ALONE = 0.6
"""What is left of a likeness where less does."""


@dataclass(slots=True)
class Group:
    """Articles that are on one event so far: the sum of their words, and the days they span."""

    places: list[int]
    words: dict[str, float]
    marks: Marks
    span: tuple[int, int] | None


def cluster(
    records: Sequence[Light], links: Sequence[Link], copies: Sequence[Sequence[int]]
) -> list[list[int]]:
    """Group records by event, as places in order; near copies are always together."""
    groups = {place: _alone(place, record) for place, record in enumerate(records)}
    leader = list(range(len(records)))
    for same in copies:
        for other in same[1:]:
            _merge(groups, leader, same[0], other)
    heap = [(-strength, one, other) for strength, one, other in links]
    heapq.heapify(heap)
    while heap:
        stale, one, other = heapq.heappop(heap)
        first, second = sorted((_top(leader, one), _top(leader, other)))
        if first == second:
            continue
        now = _alike(groups[first], groups[second])
        if now < SAME_EVENT:
            continue
        if now < -stale - 1e-9:
            heapq.heappush(heap, (-now, first, second))
        else:
            _merge(groups, leader, first, second)
    return sorted(sorted(group.places) for group in groups.values())


def _alone(place: int, record: Light) -> Group:
    return Group([place], dict(record.vector), record.marks, days(record.published))


def _top(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _alike(one: Group, other: Group) -> float:
    """Give the average likeness of the articles of two groups; the product of two sums is the sum of all."""
    whole = dot(one.words, other.words)
    names = one.marks.names | other.marks.names
    named = sum(one.words[word] * other.words[word] for word in names & one.words.keys() & other.words.keys())
    average = whole / (len(one.places) * len(other.places))
    if whole - named < TOPIC * whole:
        average *= NAMES_ALONE
    return average * closeness(apart(one.span, other.span), one.marks, other.marks)


def _merge(groups: dict[int, Group], leader: list[int], one: int, other: int) -> None:
    first, second = sorted((_top(leader, one), _top(leader, other)))
    if first == second:
        return
    into, gone = groups[first], groups.pop(second)
    leader[second] = first
    into.places += gone.places
    into.marks = into.marks.joined(gone.marks)
    for word, value in gone.words.items():
        into.words[word] = into.words.get(word, 0.0) + value
    spans = [span for span in (into.span, gone.span) if span]
    into.span = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def centre(records: Mapping[int, Light], places: Sequence[int]) -> int:
    """Give the record that is most like all others of its event; of equals the earliest."""
    words: dict[str, float] = {}
    for place in places:
        for word, value in records[place].vector.items():
            words[word] = words.get(word, 0.0) + value
    return max(places, key=lambda place: (round(dot(records[place].vector, words), 9), -place))
