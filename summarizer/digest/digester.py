"""Briefs in, a digest out: at once, or bit by bit as briefs come.

What is worked out of two articles depends on these two alone, and records are always taken in the order of
date and id. So the digest is the same whatever the order in which briefs came, and a new brief changes only
the group of articles that it hangs together with.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version

from summarizer.digest.assembly import Part, assemble, part_of
from summarizer.digest.clustering import cluster
from summarizer.digest.copies import find_copies
from summarizer.digest.dates import apart, days
from summarizer.digest.likeness import Likeness, best_likeness
from summarizer.digest.linking import RECURS, Index, find_links, stretch_of, within_reach
from summarizer.digest.records import Record, Seen, record_of
from summarizer.digest.state import State, content_of
from summarizer.errors import SummarizerError
from summarizer.schemas.brief import Brief
from summarizer.schemas.digest import Digest, Skipped

MOST_WITH_VECTORS = 3_000
"""Briefs up to which labels are compared by sentence vectors: a label takes 12 ms, a brief has some six."""


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

    With a `state` that was kept, briefs that it knows are not read again.

    >>> made = Digester()
    >>> made.add([])
    >>> made.digest().events
    ()
    """

    likeness: Likeness | None = None
    state: State = field(default_factory=State)
    skipped: dict[str, str] = field(default_factory=dict)
    _seen: dict[str, Seen] = field(default_factory=dict)
    _contents: dict[str, str] = field(default_factory=dict)
    """For each brief's id the hash of its content."""
    _near: dict[str, Sequence[str]] = field(default_factory=dict)
    """For each brief those that it is linked to, as far as they were looked for."""
    _made: dict[str, list[Part]] = field(default_factory=dict)
    """The events of each group of articles, as they were worked out last."""

    def add(self, briefs: Iterable[Brief], *, page: Callable[[Brief], str | None] | None = None) -> None:
        """Take briefs in; `page` gives the address of a brief's page.

        Of several briefs of one article the latest counts.
        """
        for brief in briefs:
            address = page(brief) if page else None
            content = content_of(f"{address} {brief.model_dump_json()}".encode())
            self.take(record_of(brief, page=address), content)

    def take(self, record: Record, content: str) -> None:
        """Take in a brief that was distilled; `content` is the hash of what it was distilled from."""
        if self.keep(record.light.seen, content):
            self.state.put(content, record)

    def keep(self, seen: Seen, content: str) -> bool:
        """Take in a brief whose record the state has; False where a later brief of the article counts."""
        known = self._seen.get(seen.id)
        if known is not None:
            self.skipped[f"{seen.source or seen.id}"] = "an older brief of an article that has a later one"
            if (seen.made, seen.headline) <= (known.made, known.headline):
                return False
        self._seen[seen.id] = seen
        self._contents[seen.id] = content
        return True

    def skip(self, name: str, reason: str) -> None:
        """Note something that is no brief and so is left out."""
        self.skipped[name] = reason

    def __len__(self) -> int:
        """Give the number of briefs."""
        return len(self._seen)

    def digest(self) -> Digest:
        """Give the digest of all briefs so far, and keep the state. Raises SummarizerError for too many."""
        with without_collecting():
            return self._digest()

    def _digest(self) -> Digest:
        likeness = self.likeness or best_likeness()
        if len(self) > MOST_WITH_VECTORS and likeness.name != "words":
            raise SummarizerError(
                f"{len(self):,} briefs are too many for sentence vectors (at most {MOST_WITH_VECTORS:,}); "
                "give --words, or likeness=Words()"
            )
        self._link()
        groups = {self._key(members): members for members in self._groups()}
        self._made = {key: self._worked_out(key, members, likeness) for key, members in groups.items()}
        found = assemble([part for parts in self._made.values() for part in parts], self._records, likeness)
        self._save()
        return Digest(
            version=version("grounded-summarizer"),
            skipped=tuple(Skipped(name=name, reason=why) for name, why in sorted(self.skipped.items())),
            **found,
        )

    def _link(self) -> None:
        """Look for the links of the briefs that are new, among those near to them in time."""
        if not self._near:
            kept = self.state.links()
            self._near = {key: kept[key] for key in self._seen if key in kept}
        when = {key: stretch_of(seen.published) for key, seen in self._seen.items()}
        new = sorted((key for key in when if key not in self._near), key=lambda key: when[key] or 0)
        may_join = within_reach(self._seen[key].published for key in new)
        index = Index()
        for key, seen in self._seen.items():
            if key in self._near and may_join(seen.published):
                index.add(self.state.light(self._contents[key]))
        for key in new:
            light = self.state.light(self._contents[key])
            index.forget(before=(when[key] or 0) - 1)
            self._near[key] = tuple(index.records[place].id for _, place in index.near(light))
            index.add(light)
        self.state.put_links({key: self._near[key] for key in new})

    def _groups(self) -> Iterator[list[str]]:
        """Give the groups of briefs that hang together by links, each in order."""
        edges: defaultdict[str, set[str]] = defaultdict(set)
        for key, near in self._near.items():
            for other in near:
                if key in self._seen and other in self._seen:
                    edges[key].add(other)
                    edges[other].add(key)
        left = dict.fromkeys(self._seen)
        while left:
            group, waiting = set(), [next(iter(left))]
            while waiting:
                key = waiting.pop()
                if key not in group:
                    group.add(key)
                    left.pop(key)
                    waiting += edges[key] - group
            yield sorted(group, key=lambda one: self._seen[one].key)

    def _key(self, members: Sequence[str]) -> str:
        """Give what tells a group of briefs, as they are now, from all others."""
        words = " ".join(sorted(f"{self._contents[key]} {self._seen[key].page}" for key in members))
        return blake2b(words.encode(), digest_size=16).hexdigest()

    def _worked_out(self, key: str, members: Sequence[str], likeness: Likeness) -> list[Part]:
        kept = self._made.get(key) or self.state.parts(key)
        return self._events(self._records(members), likeness) if kept is None else kept

    def _records(self, ids: Iterable[str]) -> list[Record]:
        return [self.state.record(self._contents[key]) for key in ids]

    def _events(self, records: Sequence[Record], likeness: Likeness) -> list[Part]:
        """Work out the events of a group of articles."""
        if len(records) == 1:
            return [part_of(records, [[records[0].id]], likeness)]
        places = {record.id: place for place, record in enumerate(records)}
        when = {record.id: days(record.published) for record in records}
        copies = find_copies(
            {record.id: record.sketch for record in records},
            lambda one, other: apart(when[one], when[other]) < RECURS,
        )
        lights = [record.light for record in records]
        same = [[places[key] for key in group] for group in copies]
        groups = cluster(lights, find_links(lights), same)
        return [part_of([records[place] for place in group], copies, likeness) for group in groups]

    def _save(self) -> None:
        """Keep what changed, and forget what is no longer there."""
        for key, parts in self._made.items():
            if any(part.changed for part in parts):
                for part in parts:
                    part.changed = False
                self.state.put_parts(key, parts)
        self.state.keep_only(self._contents.values(), self._seen, self._made)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python look for no cycles: among a million new objects that takes a third of the time.

    A program that ends with its digest does well to write it within this, too.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
