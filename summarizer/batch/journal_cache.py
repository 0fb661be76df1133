"""The answer cache of a batch: answers are stored in the journal, and new ones are paid from the budget."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from summarizer.asking.answer_cache import parse_kept, words_of
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Askable, tokens_shown
from summarizer.batch.journal import Journal
from summarizer.models.budget import Budget
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import RunStopped

Paid = Callable[[Usage, float | None], None]
# Called with what a question took, and its dollars; None if the price is unknown.

MOST_DOLLARS = Decimal(10**9)
# An answer that cost more is damaged.


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalCache:
    """The answers of a run; see `AnswerCache`.

    `paid` is called for everything that a run pays for. `damaged` is called for each answer that cannot be
    read; its question is asked again.
    """

    journal: Journal
    run: int
    budget: Budget
    paid: Paid
    damaged: Callable[[], None]
    under_way: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    def find(self, key: str) -> tuple[str, Usage] | None:
        """See `AnswerCache`."""
        query = "SELECT answer, cost, calls, tokens_in, tokens_cached, tokens_out FROM answers WHERE key = ?"
        found = self.journal.read.execute(query, (key,)).fetchone()
        if found is None:
            return None
        try:
            return _kept(*found)
        except (ValueError, ArithmeticError):
            self.damaged()
            return None

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
        """See `AnswerCache`."""
        async with one_at_a_time(self.under_way, key):
            yield

    async def keep(self, key: str, question: Askable[Any], answer: str | None, usage: Usage) -> None:
        """See `AnswerCache`."""
        row = None
        if answer is not None:
            row = (key, words_of(question), question.section, answer, *_counts(usage), _dollars(usage))
        await self.pay(question.section, usage, row)

    async def pay(self, section: str, usage: Usage, answered: tuple[object, ...] | None = None) -> None:
        """Enter what a question took, with the row of its answer. Do nothing if nothing was asked."""
        if not usage.calls and answered is None:
            return
        if usage.cost is not None:
            self.budget.spent += usage.cost
        dollars = _dollars(usage)

        def write(db: sqlite3.Connection) -> None:
            if answered is not None:
                db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", answered)
            paid = (self.run, section, *_counts(usage), dollars)
            db.execute("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?)", paid)

        await self.journal.write(write)
        self.paid(usage, dollars)


def _kept(answer: object, cost: object, *counts: object) -> tuple[str, Usage]:
    """Read the row of an answer. Raises ValueError or ArithmeticError if it is damaged."""
    words = str(answer)
    parse_kept(words)
    calls, shown, cached, answered = (int(str(count)) for count in counts)
    dollars = None if cost is None else Decimal(str(cost))
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
