"""The durable state of a batch: one SQLite file that a person can query, `summarizer.sqlite`.

All writing is done by one thread, many writes to a commit: what was awaited is on the disk, whatever
happens to the machine next. Reading is done beside it (write-ahead log).
"""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from summarizer.errors import BatchError

VERSION = 3
OLDER = {
    2: "DELETE FROM answers; ALTER TABLE answers ADD COLUMN cost REAL;",
}
"""What makes an earlier version this one. Version 2 kept answers in another form: they are asked again."""
TABLES = """
CREATE TABLE runs (            -- one row for each time that the command ran
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,       -- UTC, ISO 8601, as all times here
  ended TEXT,                  -- none: under way, or the machine went down
  model TEXT NOT NULL,
  setup TEXT NOT NULL,         -- fingerprint of model, profile, prompts, schemas, options, version
  outcome TEXT                 -- 'finished', or why it was stopped
);
CREATE TABLE articles (        -- one row for each article
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,   -- the path below IN, or the id in a JSONL file
  path BLOB NOT NULL,          -- the file, as the file system names it
  offset INTEGER,              -- of a JSONL file: where the record's line starts
  stamp TEXT NOT NULL,         -- changes when the file does
  run INTEGER NOT NULL,        -- the last run that found it in IN
  state TEXT NOT NULL,         -- 'waiting', 'done', 'failed'
  setup TEXT,                  -- the setup under which it was done or failed
  content TEXT,                -- SHA-256 of the text; the same for identical articles
  brief TEXT,                  -- key into briefs
  findings INTEGER,            -- how many there are in the brief
  source TEXT, title TEXT, published TEXT,
  cause TEXT, error TEXT,      -- why it failed
  line INTEGER                 -- where its line in briefs.jsonl starts
);
CREATE INDEX articles_state ON articles (run, state);
CREATE TABLE answers (         -- one row for each question that was answered
  key TEXT PRIMARY KEY,        -- fingerprint of words, schema, model, parameters
  words TEXT NOT NULL,         -- SHA-256 of the messages sent
  section TEXT NOT NULL,
  answer TEXT NOT NULL,        -- JSON: the answers as they came, and the ids of entries that failed
  calls INTEGER, tokens_in INTEGER, tokens_cached INTEGER, tokens_out INTEGER,
  cost REAL                    -- US dollars; none if the price is not known
) WITHOUT ROWID;
CREATE TABLE briefs (          -- one row for each distinct article and setup
  key TEXT PRIMARY KEY,
  brief TEXT NOT NULL,         -- JSON, as in briefs.jsonl
  findings INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE attempts (        -- one row for each time that an article was tried to the end
  article INTEGER NOT NULL, run INTEGER NOT NULL, at TEXT NOT NULL,
  state TEXT NOT NULL, cause TEXT, error TEXT
);
CREATE TABLE spending (        -- one row for each question asked, answered or not
  run INTEGER NOT NULL, section TEXT NOT NULL,
  calls INTEGER, tokens_in INTEGER, tokens_cached INTEGER, tokens_out INTEGER,
  cost REAL                    -- US dollars; none where the price is not known
);
CREATE TABLE facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
"""

Write = Callable[[sqlite3.Connection], Any]
_Job = tuple[Write | None, "asyncio.Future[Any] | None"]
AT_ONCE = 256
"""Writes to a commit, at most."""


class Beside(Protocol):
    """What is written beside the journal, and is to be on the disk when the journal says so."""

    def settle(self) -> None:
        """Put it on the disk; called before each commit. Raises OSError."""

    def forget(self) -> None:
        """It was not committed."""


class Journal:
    """An open journal. `read` at any time; what `write` was awaited for is durable, and so is what was
    written to `beside` in it.
    """

    def __init__(self, path: Path, beside: Beside | None = None) -> None:
        self._path = path
        self._beside = beside
        self._broken = False
        self.read = _connect(path)
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    async def write(self, change: Write) -> Any:
        """Do a change in the writing thread; its result, once it is on the disk.

        Raises BatchError where it cannot be written: the disk is full, or not writable.
        """
        if self._broken:
            raise BatchError("the journal's thread has ended; see the error above")
        self._loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = self._loop.create_future()
        self._jobs.put((change, future))
        return await future

    def close(self) -> None:
        """End the writing thread after what it was given, and close."""
        self._jobs.put((None, None))
        self._thread.join()
        self.read.close()

    def _work(self) -> None:
        connection = _connect(self._path)
        work: list[tuple[Write, asyncio.Future[Any]]] = []
        ended = False
        try:
            while not ended:
                jobs = self._drained()
                ended = jobs[-1][0] is None
                work = [
                    (change, future) for change, future in jobs if change is not None and future is not None
                ]
                if work:
                    self._tell(work, self._committed(connection, [change for change, _ in work]))
        finally:
            connection.close()
            if not ended:  # a fault of the program: nobody may wait for ever
                self._broken = True
                self._tell(
                    work, [BatchError("the journal's thread has ended; see the error above")] * len(work)
                )

    def _committed(self, connection: sqlite3.Connection, changes: Sequence[Write]) -> list[Any]:
        """Do the changes in one transaction; all fail where one cannot be written."""
        try:
            connection.execute("BEGIN IMMEDIATE")
            results = [change(connection) for change in changes]
            if self._beside is not None:
                self._beside.settle()
            connection.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if self._beside is not None:
                self._beside.forget()
            told = f"cannot write to OUT: {error}; free some room and run the same command again"
            return [BatchError(told)] * len(changes)
        return results

    def _drained(self) -> list[_Job]:
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
                if isinstance(result, BatchError):
                    future.set_exception(result)
                else:
                    future.set_result(result)

        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(tell)


def open_journal(path: Path, beside: Beside | None = None) -> Journal:
    """The journal at `path`, made where there is none. Raises BatchError where it is not one of ours."""
    try:
        connection = _connect(path)
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if not found:
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        elif found in OLDER:
            connection.executescript(f"BEGIN; {OLDER[found]} PRAGMA user_version = {VERSION}; COMMIT;")
        connection.close()
    except sqlite3.Error as error:
        raise BatchError(
            f"cannot use {str(path)!r}: {error}; free some room, or choose another OUT"
        ) from error
    if found not in {0, VERSION, *OLDER}:
        raise BatchError(
            f"{str(path)!r} has version {found}, this program writes {VERSION}; choose another OUT"
        )
    return Journal(path, beside)


def read_only(out: Path) -> sqlite3.Connection:
    """The journal of the folder `out` for reading alone; an empty one where there is none."""
    path = out / "summarizer.sqlite"
    if not path.is_file():
        empty = sqlite3.connect(":memory:")
        empty.executescript(TABLES)
        return empty
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def totals(connection: sqlite3.Connection, run: int) -> dict[str, int]:
    """How many articles of a run are waiting, done, failed."""
    rows = connection.execute("SELECT state, count(*) FROM articles WHERE run = ? GROUP BY state", (run,))
    return {"waiting": 0, "done": 0, "failed": 0} | dict(rows.fetchall())


def causes(connection: sqlite3.Connection, run: int) -> dict[str, int]:
    """How many articles of a run failed, by cause."""
    query = (
        "SELECT cause, count(*) FROM articles WHERE run = ? AND state = 'failed' GROUP BY cause ORDER BY 2"
    )
    return dict(connection.execute(query, (run,)).fetchall())


def spent(connection: sqlite3.Connection, run: int | None = None) -> tuple[int, int, int, float | None]:
    """Calls, tokens in, tokens out and dollars of a run, or of all; dollars None where any is unknown."""
    query = (
        "SELECT coalesce(sum(calls), 0), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0),"
        " coalesce(sum(cost), 0.0), count(*) - count(cost) FROM spending WHERE run = ? OR ? IS NULL"
    )
    calls, tokens_in, tokens_out, cost, unknown = connection.execute(query, (run, run)).fetchone()
    return calls, tokens_in, tokens_out, None if unknown else cost


def spent_so_far(connection: sqlite3.Connection) -> Decimal:
    """Return the dollars of all runs, as far as prices were known."""
    (dollars,) = connection.execute("SELECT coalesce(sum(cost), 0.0) FROM spending").fetchone()
    return Decimal(str(dollars))


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection
