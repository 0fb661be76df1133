"""The one place of a run over many workers: what is answered, what it costs, how fast, and when to stop.

It is an actor of Ray's. Workers ask it before each question and tell it each answer; it keeps them in a
journal, as a batch on one machine does, so a limit of money or of requests a minute holds for all of them.
"""

import asyncio
import sqlite3
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from summarizer.batch.answer_store import Answer
from summarizer.batch.article_table import now
from summarizer.batch.journal import Journal, open_journal
from summarizer.batch.journal_cache import JournalCache
from summarizer.batch.journal_file import FILE
from summarizer.batch.status import RunStatus, spent_so_far
from summarizer.batch.stores import open_answers
from summarizer.batch.tally import Tally
from summarizer.errors import BatchError, check_range
from summarizer.models.budget import Budget
from summarizer.models.choice import Choice
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped
from summarizer.models.prices import Price
from summarizer.models.usage import Usage
from summarizer.pipeline import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much may be done at a time, and for how much money. The limits hold for all workers together.

    `jobs` None: requests at a time that suit the model's server. `answers`: the address of a store that runs
    share. `folder`: where answers are kept between runs, on the machine of the driver; None: nowhere.
    """

    workers: int = 2
    jobs: int | None = None
    rpm: float | None = None
    tpm: float | None = None
    max_cost: Decimal | None = None
    price: Price | None = None
    answers: str | None = field(default=None, repr=False)  # it may have a password
    folder: Path | None = None

    def __post_init__(self) -> None:
        """Raise SummarizerError for a number that is out of range."""
        check_range("workers", self.workers, 1, 100_000)
        ConcurrencyLimiter(self.jobs or 1, rpm=self.rpm, tpm=self.tpm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What ledger and workers need to know of a run."""

    choice: Choice
    options: Options
    limits: Limits
    setup: str


Found = tuple[str, Usage]
NOTHING = RunStatus(
    done=0, failed=0, waiting=0, causes={}, findings=0, calls=0, tokens_in=0, tokens_out=0, cost=0.0
)


class Ledger:
    """An actor; each worker holds its handle. A worker is named by an id of its process.

    Each method returns first why the run has stopped, an empty text if it goes on.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._temporary = None if terms.limits.folder else TemporaryDirectory(prefix="summarizer-")
        self._pace = ConcurrencyLimiter(1, rpm=terms.limits.rpm, tpm=terms.limits.tpm)
        self._held: dict[tuple[str, str], AsyncExitStack] = {}
        self._worker_of: dict[str, str] = {}
        self._gone: set[str] = set()
        self._why = ""
        self._opening = asyncio.Lock()
        self._stack = AsyncExitStack()
        self._cache: JournalCache | None = None
        self._tally = Tally(NOTHING, lambda _: None)

    async def open(self) -> None:
        """Open the journal and the store. Raises BatchError."""
        await self._opened()

    async def _opened(self) -> JournalCache:
        """Return what the journal is seen through; it is opened again if the actor was started again."""
        async with self._opening:
            if self._cache is None:
                journal = self._journal()
                self._stack.callback(journal.close)
                store = await self._stack.enter_async_context(open_answers(self._terms.limits.answers))
                started = (now(), self._terms.choice.name, self._terms.setup)
                insert = "INSERT INTO runs (started, model, setup) VALUES (?, ?, ?)"
                self._cache = JournalCache(
                    journal=journal,
                    run=await journal.write(lambda db: db.execute(insert, started).lastrowid),
                    budget=Budget(self._terms.limits.max_cost, spent_so_far(journal.read)),
                    paid=self._tally.count_spending,
                    damaged=self._tally.count_damaged,
                    store=store,
                )
                await self._cache.share()
            return self._cache

    def _journal(self) -> Journal:
        folder = self._terms.limits.folder or Path(self._temporary.name if self._temporary else ".")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BatchError(
                f"cannot write to {str(folder)!r}: {error.strerror}; choose another OUT"
            ) from error
        return open_journal(folder / FILE)

    async def register(self, actor: str, worker: str) -> str:
        """A worker begins in an actor: what the worker before it in that actor held is free."""
        before = self._worker_of.get(actor, "")
        self._worker_of[actor] = worker
        self._gone.add(before)
        for held in [held for held in self._held if held[0] == before]:
            await self._held.pop(held).aclose()
        return self._why

    async def begin(self, worker: str, key: str) -> tuple[str, Found | None]:
        """Hold a question for a worker; return its answer if it is known."""
        if self._why:
            return self._why, None
        held = AsyncExitStack()
        try:
            cache = await self._opened()
            await held.enter_async_context(cache.lock(key))
            found = await cache.find(key)
        except BatchError as gone:
            await held.aclose()
            return self._stop(str(gone)), None
        await self._hold(worker, key, held)
        return "", found

    async def reserve(self, worker: str, name: str, most: Decimal) -> str:
        """Keep money back for a worker, under a name."""
        held = AsyncExitStack()
        try:
            cache = await self._opened()
            await held.enter_async_context(cache.budget.reserve(most))
        except RunStopped as stop:
            return self._stop(str(stop))
        await self._hold(worker, name, held)
        return self._why

    async def _hold(self, worker: str, name: str, held: AsyncExitStack) -> None:
        """Remember what a worker holds; one that died while it waited holds nothing."""
        if worker in self._gone:
            await held.aclose()
        else:
            self._held[worker, name] = held

    async def acquire(self, tokens: int) -> str:
        """Wait until one more request of so many tokens may be sent by any worker."""
        try:
            await self._pace.acquire(tokens)
        except RunStopped:
            return self._why
        return self._why

    async def keep(self, row: Answer | None, section: str, usage: Usage) -> str:
        """Keep an answer, and enter what it took; None: nothing usable came, yet it cost."""
        cache = await self._opened()
        try:
            await (cache.pay(section, usage) if row is None else cache.keep_row(row, usage))
        except BatchError as error:
            return self._stop(str(error))
        return self._why

    async def end(self, worker: str, name: str) -> None:
        """A worker needs what it held no more."""
        held = self._held.pop((worker, name), None)
        if held is not None:
            await held.aclose()

    async def ended(self, findings: int, cause: str | None) -> None:
        """Count an article that has its brief, or has failed; for progress alone: some are done twice."""
        if cause is None:
            self._tally.count_done(findings)
        else:
            self._tally.count_failed(cause)

    async def stop(self, why: str) -> str:
        """Let nothing new begin; the first reason stands."""
        return self._stop(why)

    def _stop(self, why: str) -> str:
        self._why = self._why or why
        self._pace.stop(self._why)
        return self._why

    async def status(self) -> RunStatus:
        """How the run stands."""
        return replace(self._tally.status, stopped=self._why or None)

    async def close(self) -> None:
        """Enter how the run ended, and close."""
        if self._cache is not None:
            outcome = (now(), self._why or "finished", self._cache.run)
            await self._cache.journal.write(partial(_end, outcome=outcome))
        await self._stack.aclose()
        if self._temporary is not None:
            self._temporary.cleanup()


def _end(db: sqlite3.Connection, outcome: tuple[str, str, int]) -> None:
    db.execute("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", outcome)
