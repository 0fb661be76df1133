"""The answer cache of a batch: answers are stored in the journal, and new ones are paid from the budget.

If runs share a store of answers, an answer is still looked for and kept in the journal first. An answer that
could not be shared is marked there, and is shared when the run resumes.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from summarizer.asking.answer_cache import parse_kept, words_of
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Askable, tokens_shown
from summarizer.batch.answer_store import Answer, AnswerStore, StoreGone
from summarizer.batch.journal import Journal
from summarizer.models.budget import Budget
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import RunStopped

Paid = Callable[[Usage, float | None], None]
# Called with what a question took, and its dollars; None if the price is unknown.

MOST_DOLLARS = Decimal(10**9)
# An answer that cost more is damaged.
COLUMNS = ", ".join(Answer._fields)
UNSHARED = "unshared:"
# Begins the name of a fact in the journal: the answer with this key is not in the store yet.


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCache:
    """The answers of a run; see `AnswerCache`.

    `paid` is called for everything that a run pays for; it is None if the costs are entered elsewhere.
    `damaged` is called for each answer that cannot be read; its question is asked again. `store` has the
    answers that runs share.
    """

    journal: Journal
    run: int
    budget: Budget
    paid: Paid | None
    damaged: Callable[[], None]
    store: AnswerStore | None = None
    under_way: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    """The text of each answer that was found; one that is asked again all the same was of no use."""

    async def find(self, key: str) -> tuple[str, Usage] | None:
        """See `AnswerCache`. Raises StoreGone."""
        row = self._in_journal(key)
        shared = None
        if row is None and self.store is not None:
            row = shared = await self.store.find(key)
        if row is None:
            return None
        self.found[key] = str(row.answer)
        try:
            kept = _kept(row)
        except (ValueError, ArithmeticError):
            self.damaged()
            return None
        if shared is not None:
            await self.journal.write(partial(_enter, row=shared))
        return kept

    def _in_journal(self, key: str) -> Answer | None:
        query = f"SELECT {COLUMNS} FROM answers WHERE key = ?"  # noqa: S608 - columns of ours
        found = self.journal.read.execute(query, (key,)).fetchone()
        return None if found is None else Answer(*found)

    def reserve_budget(
        self, question: Askable[Any], model: Model, reasks: int
    ) -> AbstractAsyncContextManager[None]:
        """See `AnswerCache`."""
        if self.budget.limit is None:
            return _free()
        if model.price is None:  # of a second reader; the writer's price is checked before a run begins
            raise RunStopped(f"--max-cost needs a price, and the price of {model.name!r} is unknown")
        return self.budget.reserve(model.price.of(*most_tokens(question, model.profile, reasks)))

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncIterator[None]:
        """See `AnswerCache`. Raises StoreGone."""
        async with one_at_a_time(self.under_way, key):
            shared = self.store is not None and self._in_journal(key) is None
            try:
                async with self.store.lock(key) if self.store and shared else nullcontext():
                    yield
            finally:
                self.found.pop(key, None)

    async def keep(self, key: str, question: Askable[Any], answer: str | None, usage: Usage) -> None:
        """See `AnswerCache`."""
        if answer is None:
            await self.pay(question.section, usage)
        else:
            await self.keep_row(row_of(key, question, answer, usage), usage)

    async def keep_row(self, row: Answer, usage: Usage) -> None:
        """Keep an answer, in the store first; in the journal alone if the store is gone."""
        unshared = False
        if self.store is not None:
            try:
                await self.store.keep(row, instead_of=self.found.get(row.key))
            except StoreGone:
                unshared = True
        await self.pay(row.section, usage, row, unshared=unshared)

    async def share(self) -> None:
        """Put into the store what could not be shared when it was answered. Raises StoreGone."""
        if self.store is None:
            return
        query = f"SELECT {COLUMNS} FROM answers JOIN facts ON name = ? || key"  # noqa: S608 - columns of ours
        for row in map(Answer._make, self.journal.read.execute(query, (UNSHARED,)).fetchall()):
            await self.store.keep(row)
            await self.journal.write(partial(_shared, key=row.key))

    async def pay(
        self, section: str, usage: Usage, answered: Answer | None = None, *, unshared: bool = False
    ) -> None:
        """Enter what a question took, with the row of its answer. Do nothing if nothing was asked."""
        if self.paid is None:
            usage = Usage()
        if not usage.calls and answered is None:
            return
        if usage.cost is not None:
            self.budget.spent += usage.cost
        dollars = _dollars(usage)

        def write(db: sqlite3.Connection) -> None:
            if answered is not None:
                _enter(db, answered)
                if unshared:
                    db.execute("INSERT OR REPLACE INTO facts VALUES (?, 1)", (UNSHARED + answered.key,))
            if usage.calls:
                paid = (self.run, section, *_counts(usage), dollars)
                db.execute("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?)", paid)

        await self.journal.write(write)
        if self.paid is not None:
            self.paid(usage, dollars)


def row_of(key: str, question: Askable[Any], answer: str, usage: Usage) -> Answer:
    """Return an answer and what it took as a row."""
    counts = _counts(usage)
    return Answer(key, words_of(question), question.section, answer, *counts, _dollars(usage))


def _enter(db: sqlite3.Connection, row: Answer) -> None:
    db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _shared(db: sqlite3.Connection, key: str) -> None:
    db.execute("DELETE FROM facts WHERE name = ?", (UNSHARED + key,))


def _kept(row: Answer) -> tuple[str, Usage]:
    """Read the row of an answer. Raises ValueError or ArithmeticError if it is damaged."""
    words = str(row.answer)
    parse_kept(words)
    calls, shown, cached, answered = (int(str(count)) for count in row[4:8])
    dollars = None if row.cost is None else Decimal(str(row.cost))
    if min(calls, shown, cached, answered) < 0 or not (dollars is None or 0 <= dollars < MOST_DOLLARS):
        raise ValueError("no counts")
    usage = Usage(calls=calls, input_tokens=shown, cached_tokens=cached, output_tokens=answered)
    usage.cost = dollars
    return words, usage


def _dollars(usage: Usage) -> float | None:
    return None if usage.cost is None else float(usage.cost)


def _counts(usage: Usage) -> tuple[int, int, int, int]:
    return usage.calls, usage.input_tokens, usage.cached_tokens, usage.output_tokens


def most_tokens(question: Askable[Any], profile: Profile, reasks: int) -> tuple[int, int, int]:
    """Return the maximum tokens in, cached and out of a question, with all its retries."""
    tries = reasks + 1
    answer = question.max_tokens + profile.thinking_tokens
    # a retry contains the wrong answer and what was wrong with it
    shown = tries * tokens_shown(question) + answer * tries * (tries - 1)
    return shown, 0, tries * answer


@asynccontextmanager
async def one_at_a_time(under_way: dict[str, asyncio.Future[None]], key: str) -> AsyncIterator[None]:
    """Let one task at a time work on a key; the others wait."""
    while key in under_way:
        await asyncio.wait([under_way[key]])
    under_way[key] = asyncio.get_running_loop().create_future()
    try:
        yield
    finally:
        under_way.pop(key).set_result(None)


@asynccontextmanager
async def _free() -> AsyncIterator[None]:
    yield
