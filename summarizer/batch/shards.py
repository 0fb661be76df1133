"""A shard: the part of a batch's articles that one of several machines does.

The shard of an article depends only on its name. Machines agree only on the number of shards, and articles
may be found in any order.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.batch.entries import Entry
from summarizer.errors import BatchError

MOST = 10_000
# Limit of shards of a batch.


@dataclass(frozen=True, slots=True)
class Shard:
    """Shard `number` (from 1) of `count`.

    >>> Shard(3, 16).folder(Path("out")).name
    'shard-3-of-16'
    """

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def has(self, name: str) -> bool:
        """Whether the article of this name belongs to the shard."""
        digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1

    def folder(self, out: Path) -> Path:
        """Folder of the shard below OUT: each has a journal of its own."""
        return out / f"shard-{self.number}-of-{self.count}"


def parse_shard(words: str) -> Shard:
    """Read `3/16`. Raises BatchError for other words."""
    found = re.fullmatch(r"(\d{1,5})/(\d{1,5})", words.strip())
    if found is None or not 1 <= int(found[1]) <= int(found[2]) <= MOST:
        raise BatchError(f"--shard {words!r} is not a shard; give 1/16, 2/16, … 16/16")
    return Shard(int(found[1]), int(found[2]))


def entries_in(shard: Shard | None, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Iterate over the entries of a shard; over all entries if it is None."""
    return iter(entries) if shard is None else (entry for entry in entries if shard.has(entry.name))
