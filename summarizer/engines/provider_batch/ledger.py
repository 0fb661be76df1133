"""The batches of OUT and their requests: two tables in the journal of the run."""

import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from summarizer.batch.journal import Journal
from summarizer.batch.journal_file import open_read_only
from summarizer.errors import BatchError
from summarizer.models.usage import Usage
from summarizer.models.wires import StoredReply

TABLES = (
    """
    CREATE TABLE IF NOT EXISTS provider_batches (
      id INTEGER PRIMARY KEY,
      via TEXT NOT NULL, model TEXT NOT NULL,
      token TEXT NOT NULL,       -- names the file of requests below OUT, and the batch at the provider
      state TEXT NOT NULL,       -- 'written', 'uploaded', 'creating', 'submitted', 'ended'
      file TEXT, remote TEXT,    -- ids at the provider
      requests INTEGER NOT NULL, bytes INTEGER NOT NULL,
      most REAL NOT NULL,        -- US dollars that it may cost; 0 if the price is not known
      created REAL,              -- when it was about to be created, in seconds since 1970
      outcome TEXT               -- how it ended
    )""",
    """
    CREATE TABLE IF NOT EXISTS provider_requests (
      key TEXT PRIMARY KEY,      -- SHA-256 of the request
      batch INTEGER NOT NULL,    -- the last batch that it was in
      tries INTEGER NOT NULL,    -- how often the provider failed to answer it
      status INTEGER, reply TEXT -- the reply; status 0 if the provider failed too often
    ) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS provider_requests_batch ON provider_requests (batch)",
)
MOST_TRIES = 3
# A request that the provider failed to answer so often is given up.


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A batch that has not ended, as the journal has it."""

    id: int
    token: str
    state: str
    file: str | None
    remote: str | None
    requests: int
    created: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a request: its reply, or that it is under way."""

    reply: StoredReply | None
    under_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A reply to store, and what it took; `usage` None if it cost nothing."""

    key: str
    reply: StoredReply
    usage: Usage | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The batches of a run's folder. `via` and `model`: how this run asks."""

    journal: Journal
    run: int
    via: str
    model: str

    async def open(self) -> None:
        """Make the tables. Raises BatchError if batches of another model or provider are under way."""
        await self.journal.write(lambda db: [db.execute(table) for table in TABLES])
        other = self._one(
            "SELECT via, model FROM provider_batches WHERE state != 'ended' AND (via, model) != (?, ?)",
            self.via,
            self.model,
        )
        if other is not None:
            raise BatchError(
                f"OUT has a batch under way of {other[1]!r} (--via {other[0]}); "
                f"finish it with that model and --via, or choose another OUT for {self.model!r}"
            )

    def find(self, key: str) -> Known | None:
        """Return what is known of a request; None if it is to be asked."""
        row = self._one(
            "SELECT r.status, r.reply, b.state != 'ended' FROM provider_requests r"
            " LEFT JOIN provider_batches b ON b.id = r.batch WHERE r.key = ?",
            key,
        )
        if row is None:
            return None
        status, text, under_way = row
        reply = _reply(status, text)
        return Known(reply=reply, under_way=bool(under_way)) if reply or under_way else None

    def under_way(self) -> list[Batch]:
        """Return the batches that have not ended, oldest first."""
        columns = "id, token, state, file, remote, requests, created"
        rows = self.journal.read.execute(
            f"SELECT {columns} FROM provider_batches WHERE state != 'ended' ORDER BY id"  # noqa: S608
        )
        return [Batch(**dict(zip(columns.split(", "), row, strict=True))) for row in rows.fetchall()]

    def promised(self) -> Decimal:
        """Return the dollars that the batches under way may cost at most."""
        row = self._one("SELECT coalesce(sum(most), 0) FROM provider_batches WHERE state != 'ended'")
        return Decimal(str(row[0])) if row else Decimal(0)

    def remotes(self) -> set[str]:
        """Return the ids at the provider of all batches of this folder."""
        rows = self.journal.read.execute("SELECT remote FROM provider_batches WHERE remote IS NOT NULL")
        return {row[0] for row in rows}

    def unanswered(self, batch: Batch) -> set[str]:
        """Return the keys of a batch's requests that have no reply."""
        query = "SELECT key FROM provider_requests WHERE batch = ? AND reply IS NULL"
        return {row[0] for row in self.journal.read.execute(query, (batch.id,))}

    async def enter(self, token: str, keys: Sequence[str], size: int, most: Decimal) -> None:
        """Enter a file of requests that is written."""
        row = (self.via, self.model, token, len(keys), size, float(most))

        def write(db: sqlite3.Connection) -> None:
            batch = db.execute(
                "INSERT INTO provider_batches (via, model, token, state, requests, bytes, most)"
                " VALUES (?, ?, ?, 'written', ?, ?, ?)",
                row,
            ).lastrowid
            db.executemany(
                "INSERT INTO provider_requests (key, batch, tries) VALUES (?, ?, 0)"
                " ON CONFLICT (key) DO UPDATE SET batch = excluded.batch, status = NULL, reply = NULL",
                [(key, batch) for key in keys],
            )

        await self.journal.write(write)

    async def move(
        self, batch: Batch, state: str, *, file: str | None = None, remote: str | None = None
    ) -> None:
        """Enter the next state of a batch, with its ids at the provider."""
        created = time.time() if state == "creating" else batch.created
        values = (state, file or batch.file, remote or batch.remote, created, batch.id)
        query = "UPDATE provider_batches SET state = ?, file = ?, remote = ?, created = ? WHERE id = ?"
        await self.journal.write(lambda db: db.execute(query, values))

    async def reset(self, batch: Batch, *, file: str | None) -> None:
        """Enter that a batch was not created."""
        query = "UPDATE provider_batches SET state = ?, file = ? WHERE id = ?"
        values = ("uploaded" if file else "written", file, batch.id)
        await self.journal.write(lambda db: db.execute(query, values))

    async def keep(self, answers: Sequence[Answered]) -> list[Answered]:
        """Store replies with what they took, in one commit; return those that are new."""
        kept: list[Answered] = await self.journal.write(
            partial(_keep, answers=answers, run=self.run, via=self.via)
        )
        return kept

    async def end(self, batch: Batch, outcome: str, failed: Iterable[tuple[str, str]] = ()) -> None:
        """Enter that a batch has ended. `failed`: keys that the provider did not answer, with reasons."""
        reasons = list(failed)

        def write(db: sqlite3.Connection) -> None:
            for key, reason in reasons:
                words = json.dumps({"error": {"message": reason}})
                tried = "UPDATE provider_requests SET tries = tries + 1 WHERE key = ? AND reply IS NULL"
                db.execute(tried, (key,))
                db.execute(
                    "UPDATE provider_requests SET status = 0, reply = ?"
                    " WHERE key = ? AND reply IS NULL AND tries >= ?",
                    (words, key, MOST_TRIES),
                )
            ended = "UPDATE provider_batches SET state = 'ended', outcome = ? WHERE id = ?"
            db.execute(ended, (outcome, batch.id))

        await self.journal.write(write)

    async def forget_refusals(self) -> None:
        """Forget the replies that are errors, which cost nothing: their requests are asked again."""
        await self.journal.write(
            lambda db: db.execute("DELETE FROM provider_requests WHERE status = 0 OR status >= 400")
        )

    async def forget_all(self) -> None:
        """Forget all requests: a run has ended, and the answers are in the answer cache."""
        await self.journal.write(lambda db: db.execute("DELETE FROM provider_requests"))

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self.journal.read.execute(query, values).fetchone()
        return row


def _reply(status: object, text: object) -> StoredReply | None:
    """The reply in a row; None if there is none, or the row is damaged."""
    if type(status) is not int or not isinstance(text, str):
        return None
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(kept, dict):
        return None
    return StoredReply(status, kept.get("live", kept), batch="live" not in kept)


def _keep(db: sqlite3.Connection, *, answers: Sequence[Answered], run: int, via: str) -> list[Answered]:
    kept = []
    for answer in answers:
        reply = answer.reply
        text = json.dumps(reply.body if reply.batch else {"live": reply.body}, ensure_ascii=False)
        written = db.execute(
            "INSERT INTO provider_requests (key, batch, tries, status, reply) VALUES (?, 0, 0, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET status = excluded.status, reply = excluded.reply"
            " WHERE reply IS NULL",
            (answer.key, reply.status, text),
        )
        if not written.rowcount:
            continue
        kept.append(answer)
        if usage := answer.usage:
            cost = None if usage.cost is None else float(usage.cost)
            counts = (usage.calls, usage.input_tokens, usage.cached_tokens, usage.output_tokens)
            db.execute("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?)", (run, via, *counts, cost))
    return kept


def refuse_open_batches(out: Path) -> None:
    """Raise BatchError if batches of OUT are under way: an ordinary run would pay their articles again."""
    with closing(open_read_only(out)) as db:
        if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'provider_batches'").fetchone():
            return
        found = db.execute(
            "SELECT count(*), min(via) FROM provider_batches WHERE state != 'ended'"
        ).fetchone()
    if found[0]:
        batches = "a batch" if found[0] == 1 else f"{found[0]} batches"
        raise BatchError(
            f"{str(out)!r} has {batches} under way at the provider; add --via {found[1]}, "
            "or its articles are paid twice"
        )
