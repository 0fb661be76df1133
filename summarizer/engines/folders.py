"""The folders of a merge: they are locked, opened, and checked for whether they belong together."""

import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import filelock

from summarizer.batch.journal_file import VERSION, open_read_only
from summarizer.errors import BatchError


@dataclass(frozen=True, slots=True)
class Part:
    """A folder to be merged: its journal, open for reading, and its shard, such as `3/16`."""

    folder: Path
    db: sqlite3.Connection
    shard: str | None
    setups: tuple[str, ...]


def lock(stack: ExitStack, folder: Path, *, make: bool = False) -> None:
    """Lock a folder, so that no run and no other merge writes to it."""
    try:
        if make:
            (folder / "briefs").mkdir(parents=True, exist_ok=True)
        stack.enter_context(filelock.FileLock(folder / ".lock", blocking=False))
    except filelock.Timeout as error:
        raise BatchError(f"a run or a merge writes to {str(folder)!r}; wait for it, or stop it") from error
    except OSError as error:
        raise BatchError(f"cannot write to {str(folder)!r}: {error.strerror}") from error


def opened(stack: ExitStack, folder: Path, to: Path) -> Part:
    """Open a folder's journal for reading."""
    if folder.resolve() == to.resolve():
        raise BatchError(f"{str(to)!r} is to be merged into itself; name another folder with --to")
    if not (folder / "summarizer.sqlite").is_file():
        raise BatchError(f"{str(folder)!r} is no folder of a batch: it has no summarizer.sqlite")
    lock(stack, folder)
    try:
        db = stack.enter_context(closing(open_read_only(folder)))
        db.row_factory = sqlite3.Row
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            raise BatchError(f"{str(folder)!r} is of another release; run its batch again with this one")
        shard = db.execute("SELECT value FROM facts WHERE name = 'shard'").fetchone()
        setups = db.execute(
            "SELECT DISTINCT setup FROM articles WHERE state != 'waiting'"
            " AND run = (SELECT max(id) FROM runs) ORDER BY 1"
        )
        return Part(folder, db, shard[0] if shard else None, tuple(row[0] for row in setups))
    except sqlite3.Error as error:
        raise BatchError(f"cannot read the journal of {str(folder)!r}: {error}") from error


def number_of(shard: str | None) -> int:
    """Return the number of a shard; 0 without one."""
    return int(shard.partition("/")[0]) if shard else 0


def first_name(db: sqlite3.Connection) -> str:
    """Return the name of the first article in a journal."""
    return str(db.execute("SELECT coalesce(min(name), '') FROM articles").fetchone()[0])


def check(parts: Sequence[Part], *, partial: bool) -> None:
    """Raise BatchError if the folders do not belong together, or some are missing."""
    counts = {part.shard.partition("/")[2] for part in parts if part.shard}
    if len(counts) > 1 or (counts and not all(part.shard for part in parts)):
        told = ", ".join(f"{part.folder}: {part.shard or 'no shard'}" for part in parts[:6])
        raise BatchError(f"these are shards of different batches ({told}); merge those of one")
    if counts and not partial:
        there = {number_of(part.shard) for part in parts}
        missing = [str(n) for n in range(1, int(counts.pop()) + 1) if n not in there]
        if missing:
            raise BatchError(
                f"shards are missing: {', '.join(missing[:10])}; name their folders, or give --partial"
            )
    setups = {setup: part.folder for part in parts for setup in part.setups}
    if len(setups) > 1:
        one, other, *_ = setups.values()
        raise BatchError(
            f"{str(one)!r} and {str(other)!r} were made by different models, options or releases; "
            "run one of them again"
        )
