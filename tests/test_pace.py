"""How many requests are under way, what they may cost, and how a run is stopped."""

import asyncio
from decimal import Decimal
from typing import Any

import pytest

from summarizer.errors import BatchError
from summarizer.models.budget import Budget
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped
from summarizer.models.prices import FREE, Price, parse_price, price_of


def test_no_more_at_once_than_jobs():
    """All get their turn."""
    most = 0

    async def ask(pace):
        nonlocal most
        async with pace.slot():
            most = max(most, pace.busy)
            await asyncio.sleep(0)

    async def run():
        pace = ConcurrencyLimiter(3)
        await asyncio.gather(*(ask(pace) for _ in range(20)))
        return pace.busy

    assert asyncio.run(run()) == 0
    assert most == 3


def test_a_complaint_halves_and_answers_raise_again():
    """Complaints at once are one; never below one nor above the jobs."""

    async def run():
        pace = ConcurrencyLimiter(8)
        pace.record_response(overload=True)
        pace.record_response(overload=True)
        halved = pace.limit
        for _ in range(100):
            pace.record_response(overload=False)
        return halved, pace.limit

    assert asyncio.run(run()) == (4.0, 8.0)


class Clock(asyncio.SelectorEventLoop):
    """A loop in which waiting takes no time: its clock is put on instead."""

    now = 0.0

    def time(self):
        """The time that is made up."""
        return self.now

    def _run_once(self):
        loop: Any = self  # what a loop has inside is not declared
        if not loop._ready and loop._scheduled:
            self.now = max(self.now, loop._scheduled[0]._when) + 1e-6  # a real clock is never quite on time
        super()._run_once()  # type: ignore[misc]


@pytest.mark.parametrize("bound", [{"rpm": 30}, {"rpm": 5}, {"tpm": 30_000}, {"rpm": 30, "tpm": 1e9}])
def test_no_more_in_any_minute(bound):
    """Of requests, or of the tokens that they may come to; all are sent in the end, and evenly."""
    sent = []
    tokens = 1000 if bound.get("tpm") == 30_000 else 1
    most = bound["tpm"] / tokens if tokens > 1 else bound["rpm"]

    async def ask(pace):
        await pace.acquire(tokens)
        sent.append(asyncio.get_running_loop().time())

    async def run():
        pace = ConcurrencyLimiter(100, **bound)
        await asyncio.gather(*(ask(pace) for _ in range(100)))

    with asyncio.Runner(loop_factory=Clock) as runner:
        runner.run(run())
    assert len(sent) == 100
    for start in sent:
        assert sum(start <= at < start + 60 for at in sent) <= most
    assert max(sent) <= 60 * 100 / most * 1.2


def test_without_a_bound_nothing_waits():
    """Nor does one request that alone is more than a minute's tokens wait for ever."""

    async def run(**bound):
        pace = ConcurrencyLimiter(100, **bound)
        await pace.acquire(5000)
        return asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=Clock) as runner:
        assert runner.run(run()) == 0
        assert 0 < runner.run(run(tpm=1000)) < 120


def test_a_stop_lets_what_is_under_way_end():
    """Who waits is told why."""

    async def run():
        pace = ConcurrencyLimiter(1)
        async with pace.slot():
            waiting = asyncio.create_task(pace.slot().__aenter__())
            await asyncio.sleep(0)
            pace.stop("enough")
            with pytest.raises(RunStopped, match="enough"):
                await waiting
        with pytest.raises(RunStopped):
            await pace.acquire(1)
        await pace.sleep(60)
        return pace.busy

    assert asyncio.run(run()) == 0


def test_a_budget_waits_and_then_stops():
    """What is under way may come back cheaper; with nothing under way there is no more to wait for."""

    async def run():
        budget = Budget(Decimal(10))

        async def spend(cost):
            async with budget.reserve(Decimal(6)):
                await asyncio.sleep(0)
                budget.spent += cost

        await asyncio.gather(spend(1), spend(1))
        with pytest.raises(RunStopped, match="--max-cost"):
            async with budget.reserve(Decimal(9)):
                pass
        return budget.spent

    assert asyncio.run(run()) == 2


def test_prices():
    """The embedded model is free; an unknown one is not guessed; one can be given."""
    assert price_of("local") == FREE
    assert price_of("my-own") is None
    assert price_of("nobody/model") is None
    known = price_of("openai/gpt-5.6-luna")
    assert known is not None
    assert known.cached < known.read < known.written
    for tier in ("flex", "batch"):
        half = price_of("openai/gpt-5.6-luna", tier=tier)
        assert half is not None
        assert (half.read, half.cached, half.written) == (known.read / 2, known.cached / 2, known.written / 2)
    assert parse_price("0.2,1.2") == Price(Decimal("0.2"), Decimal("0.2"), Decimal("1.2"))
    assert parse_price("1,2,0.1").of(1_000_000, 500_000, 1_000_000) == Decimal("2.55")
    for words in ("cheap", "1", "1,nan", "1,-2"):
        with pytest.raises(BatchError, match="is no price"):
            parse_price(words)
