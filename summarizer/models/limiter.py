"""How fast requests go out: so many at once, fewer when the server says that it is too much, and no more
than so many a minute. Also where a run is stopped: what is under way ends, nothing new begins.

aiolimiter keeps the requests and tokens of a minute; pyrate-limiter was looked at and brings buckets in
files, Redis and Postgres, which one process does not need.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from summarizer.errors import BatchError, check_range

SETTLE = 1.0
"""Seconds in which further complaints count as the same one: requests under way at once fail at once."""


class RunStopped(BatchError):  # noqa: N818 - reads as what happens
    """The run has been told to stop; what was about to be asked is not asked."""


class NotAnsweredYet(RunStopped):
    """A question's answer has not come yet; the article waits, and the run goes on to the next."""


class ConcurrencyLimiter:
    """A gate for requests: at most `limit` at once, between 1 and `jobs`.

    The limit is halved when the server complains (429, a time-out) and grows again by one for every
    `limit` answers. `rpm` and `tpm` bound the requests and the tokens of a minute.
    """

    def __init__(self, jobs: int, *, rpm: float | None = None, tpm: float | None = None) -> None:
        check_range("jobs", jobs, 1, 10_000)
        for name, value in (("rpm", rpm), ("tpm", tpm)):
            check_range(name, value, 1, 1e12)
        self.jobs = jobs
        self.limit = float(jobs)
        self.busy = 0
        self.stopped = asyncio.Event()
        self.why = ""
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._not_before = 0.0
        self._halved = -SETTLE
        self._requests, self._tokens = _limiter(rpm), _limiter(tpm)
        self._tpm = tpm or 0.0

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """A place among those that may ask; first come, first served. Raises RunStopped."""
        self._check()
        if self._waiting or self.busy >= int(self.limit):
            await self._queue()
        else:
            self.busy += 1
        try:
            yield
        finally:
            self._leave()

    async def acquire(self, tokens: int) -> None:
        """Wait until one more request of so many tokens may be sent. Raises RunStopped."""
        self._check()
        await self.sleep(self._not_before - time.monotonic())
        if self._requests is not None:
            await self._requests.acquire()
        if self._tokens is not None:
            left = min(float(tokens), self._tpm)
            while left > 0:
                part = min(left, self._tokens.max_rate)
                await self._tokens.acquire(part)
                left -= part
        self._check()

    async def sleep(self, seconds: float) -> None:
        """Wait, but not when the run is told to stop."""
        if seconds <= 0:
            return
        try:
            async with asyncio.timeout(seconds):
                await self.stopped.wait()
        except TimeoutError:
            return

    def record_response(self, *, overload: bool, wait: float | None = None) -> None:
        """Take note of an answer, or of a server that asks for less, and for how long to leave it alone."""
        now = time.monotonic()
        if wait is not None:
            self._not_before = max(self._not_before, now + wait)
        if not overload:
            self.limit = min(float(self.jobs), self.limit + 1 / self.limit)
            self._wake()
        elif now - self._halved >= SETTLE:
            self._halved = now
            self.limit = max(1.0, self.limit / 2)

    def stop(self, why: str) -> None:
        """Let nothing new begin; the first reason stands."""
        self.why = self.why or why
        self.stopped.set()
        while self._waiting:
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_exception(RunStopped(self.why))

    def _check(self) -> None:
        if self.stopped.is_set():
            raise RunStopped(self.why)

    async def _queue(self) -> None:
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(place)
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.exception() is None:
                self._leave()
            raise

    def _leave(self) -> None:
        self.busy -= 1
        self._wake()

    def _wake(self) -> None:
        while self._waiting and self.busy < int(self.limit):
            place = self._waiting.popleft()
            if not place.done():
                self.busy += 1
                place.set_result(None)


def _limiter(a_minute: float | None):  # type: ignore[no-untyped-def] # noqa: ANN202 - see below
    """A limiter for a minute, none without a bound.

    A tenth of the minute's worth may go at once, the rest evenly: in no minute are there more.
    """
    if not a_minute:
        return None
    from aiolimiter import AsyncLimiter  # noqa: PLC0415 - not needed by `--help`

    at_once = max(1.0, a_minute / 10)
    return AsyncLimiter(at_once, 60.0 * at_once / (0.9 * a_minute))
