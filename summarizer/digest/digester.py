"""Briefs in, a digest out: at once, or bit by bit as briefs come.

What is worked out of two articles depends on these two alone, and records are always taken in the order of
date and id. So the digest is the same whatever the order in which briefs came, and a new brief changes only
the group of articles that it hangs together with.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version

from summarizer.digest.assembly import Part, assemble, part_of
from summarizer.digest.clustering import cluster
from summarizer.digest.copies import find_copies
from summarizer.digest.dates import apart, days
from summarizer.digest.likeness import Likeness, best_likeness
from summarizer.digest.linking import RECURS, Index, find_links
from summarizer.digest.records import Record, record_of
from summarizer.schemas.brief import Brief
from summarizer.schemas.digest import Digest, Skipped


def digest(briefs: Iterable[Brief], *, likeness: Likeness | None = None) -> Digest:
    """Make the digest of `briefs`, taken one by one and not kept; `likeness` compares labels.

    >>> digest([]).events
    ()
    """
    made = Digester(likeness=likeness)
    made.add(briefs)
    return made.digest()


@dataclass(slots=True)
class Digester:
    """A digest that grows. Briefs are added in any order; `digest` gives what they say together.

    >>> made = Digester()
    >>> made.add([])
    >>> made.digest().events
    ()
    """

    likeness: Likeness | None = None
    records: dict[str, Record] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    _new: list[str] = field(default_factory=list)
    """Records that are not linked yet: all at once are linked in their order, not in that of coming."""
    _index: Index = field(default_factory=Index)
    _group: dict[str, str] = field(default_factory=dict)
    """For each record the first of those that it hangs together with, by links."""
    _members: dict[str, set[str]] = field(default_factory=dict)
    _parts: dict[frozenset[str], list[Part]] = field(default_factory=dict)
    """The events of each group of articles, as they were worked out last."""

    def add(self, briefs: Iterable[Brief], *, page: Callable[[Brief], str | None] | None = None) -> None:
        """Take briefs in; `page` gives the address of a brief's page.

        Of several briefs of one article the latest counts.
        """
        for brief in briefs:
            self.take(record_of(brief, page=page(brief) if page else None))

    def take(self, record: Record) -> None:
        """Take in a brief that was distilled already."""
        known = self.records.get(record.id)
        if known is not None:
            self.skipped[f"{record.source or record.id}"] = (
                "an older brief of an article that has a later one"
            )
            if (record.made, record.headline) <= (known.made, known.headline):
                return
            if record.id in self._group:
                self._parts.pop(frozenset(self._members[self._group[record.id]]), None)
            # the text is the same: what it is linked to does not change
            self.records[record.id] = replace(record, vector=known.vector)
            return
        self.records[record.id] = record
        self._new.append(record.id)

    def skip(self, name: str, reason: str) -> None:
        """Note something that is no brief and so is left out."""
        self.skipped[name] = reason

    def digest(self) -> Digest:
        """Give the digest of all briefs so far."""
        if self.likeness is None:
            self.likeness = best_likeness()
        for record in sorted((self.records[key] for key in self._new), key=lambda new: new.key):
            self._link(record)
        self._new.clear()
        parts = [part for members in self._members.values() for part in self._worked_out(members)]
        found = assemble(parts)
        return Digest(
            version=version("grounded-summarizer"),
            skipped=tuple(Skipped(name=name, reason=why) for name, why in sorted(self.skipped.items())),
            **found,
        )

    def _link(self, record: Record) -> None:
        """Put a record with those that it is linked to."""
        near = {self._group[self._index.records[place].id] for _, place in self._index.near(record)}
        members = {record.id}.union(*(self._members.pop(group) for group in near))
        self._members[record.id] = members
        for member in members:
            self._group[member] = record.id
        self._index.add(record)

    def _worked_out(self, members: set[str]) -> list[Part]:
        key = frozenset(members)
        if key not in self._parts:
            self._parts[key] = self._events(sorted((self.records[m] for m in members), key=lambda r: r.key))
        return self._parts[key]

    def _events(self, records: Sequence[Record]) -> list[Part]:
        """Work out the events of a group of articles."""
        assert self.likeness is not None  # noqa: S101 - `digest` chooses it
        if len(records) == 1:
            return [part_of(records, [[records[0].id]], self.likeness)]
        places = {record.id: place for place, record in enumerate(records)}
        when = {record.id: days(record.published) for record in records}
        copies = find_copies(
            {record.id: record.sketch for record in records},
            lambda one, other: apart(when[one], when[other]) < RECURS,
        )
        links = find_links(records)
        same = [[places[key] for key in group] for group in copies]
        groups = cluster(records, links, same)
        return [part_of([records[place] for place in group], copies, self.likeness) for group in groups]
