"""The durable state of a batch: one SQLite file that a person can query, `summarizer.sqlite`.

One thread writes, many changes to a commit: a change that was awaited is on the disk. Other connections can
read at the same time (write-ahead log).
"""

import asyncio
import errno
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from summarizer.batch.journal_file import OLDER, TABLES, VERSION, connect, damage
from summarizer.errors import BatchError

Write = Callable[[sqlite3.Connection], Any]
_Job = tuple[Write | None, "asyncio.Future[Any] | None"]
AT_ONCE = 256
# Limit of changes in a commit.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class WriteParticipant(Protocol):
    """Writes that belong to the journal's transactions, but go to other files."""

    def flush(self) -> None:
        """Write to the disk; called before each commit. Raises OSError."""

    def rollback(self) -> None:
        """Undo the writes since the last commit: they were not committed."""


class Journal:
    """An open journal. `read` is a connection for queries, at any time.

    When `write` returns, the change is on the disk, together with what `participant` wrote in it.

    >>> import tempfile
    >>> async def count_runs(path: Path) -> int:
    ...     journal = open_journal(path)
    ...     try:
    ...         insert = "INSERT INTO runs (started, model, setup) VALUES ('2025-01-01', 'local', '')"
    ...         await journal.write(lambda db: db.execute(insert))
    ...         return journal.read.execute("SELECT count(*) FROM runs").fetchone()[0]
    ...     finally:
    ...         journal.close()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     asyncio.run(count_runs(Path(folder) / "summarizer.sqlite"))
    1
    """

    def __init__(self, path: Path, participant: WriteParticipant | None = None) -> None:
        self._path = path
        self._participant = participant
        self._broken = False
        self.read = connect(path)
        self._identity = _identity(path)
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    async def write(self, change: Write) -> Any:
        """Run a change in the writing thread; return its result once it is on the disk.

        Raises BatchError if it cannot be written: the disk is full, or not writable.
        """
        if self._broken:
            raise BatchError("the journal was closed by an error; run the same command again")
        self._loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = self._loop.create_future()
        self._jobs.put((change, future))
        return await future

    def close(self) -> None:
        """End the writing thread after its last change, and close the connections."""
        self._jobs.put((None, None))
        self._thread.join()
        self.read.close()

    def _work(self) -> None:
        connection = connect(self._path)
        ended = False
        while not ended:
            jobs = self._drain()
            ended = jobs[-1][0] is None
            work = [(change, future) for change, future in jobs if change is not None and future is not None]
            if not work:
                continue
            try:
                results = self._commit(connection, [change for change, _ in work])
            except Exception as fault:  # noqa: BLE001 - raised again for those who await it
                self._broken = ended = True
                results = [fault] * len(work)
            self._tell(work, results)
        connection.close()

    def _commit(self, connection: sqlite3.Connection, changes: Sequence[Write]) -> list[Any]:
        """Run the changes in one transaction; all fail if one cannot be written."""
        if self._is_gone():
            return [BatchError(self._say_gone())] * len(changes)
        try:
            connection.execute("BEGIN IMMEDIATE")
            results = [change(connection) for change in changes]
            if self._participant is not None:
                self._participant.flush()
            connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if self._participant is not None:
                self._participant.rollback()
            return [self._explain(error)] * len(changes)
        return results

    def _is_gone(self) -> bool:
        return _identity(self._path) != self._identity

    def _say_gone(self) -> str:
        return f"{str(self._path.parent)!r} was removed or moved during the run; run the command again"

    def _explain(self, error: sqlite3.Error | OSError) -> BatchError:
        """Say why nothing can be written, and what to do."""
        if self._is_gone():
            return BatchError(self._say_gone())
        if type(error) is sqlite3.DatabaseError:
            return BatchError(damage(self._path, error))
        full = isinstance(error, sqlite3.Error) or error.errno in NO_ROOM
        todo = "free some room" if full else "correct this"
        return BatchError(f"cannot write to OUT: {error}; {todo} and run the same command again")

    def _drain(self) -> list[_Job]:
        jobs = [self._jobs.get()]
        while jobs[-1][0] is not None and len(jobs) < AT_ONCE:
            try:
                jobs.append(self._jobs.get_nowait())
            except queue.Empty:
                break
        return jobs

    def _tell(self, work: list[tuple[Write, "asyncio.Future[Any]"]], results: list[Any]) -> None:
        def tell() -> None:
            for (_, future), result in zip(work, results, strict=True):
                if future.done():
                    continue
                if isinstance(result, Exception):
                    future.set_exception(result)
                else:
                    future.set_result(result)

        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(tell)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file is at a path; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def open_journal(path: Path, participant: WriteParticipant | None = None) -> Journal:
    """Open the journal at `path`; create it if there is none. Raises BatchError if it is another file."""
    try:
        with closing(connect(path)) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()[0]
            if not found:
                connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
            elif found in OLDER:
                connection.executescript(f"BEGIN; {OLDER[found]} PRAGMA user_version = {VERSION}; COMMIT;")
    except sqlite3.Error as error:
        raise BatchError(
            damage(path, error)
            if type(error) is sqlite3.DatabaseError
            else f"cannot use {str(path)!r}: {error}; free some room, or choose another OUT"
        ) from error
    if found not in {0, VERSION, *OLDER}:
        raise BatchError(
            f"{str(path)!r} has version {found}, this program writes {VERSION}; choose another OUT"
        )
    return Journal(path, participant)
