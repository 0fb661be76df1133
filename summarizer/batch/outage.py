"""The breaker of a run: it stops when the server is down, so that no article fails for the server's fault."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from summarizer.batch.article_table import Row
from summarizer.errors import (
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    ProgramFault,
    SummarizerError,
)
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped

SUSTAINED = 3
# After so many articles in a row that got no answer, or met a fault of this program, a run stops.
FOR_ALL = frozenset({401, 403, 404, 429})
# Refusals that do not depend on the article: key, permission, model name, quota.

Refusal = ModelUnavailable | ModelRefused


@dataclass(slots=True, kw_only=True)
class Outage:
    """Decides whether the server is down or refuses single articles.

    An article that gets no answer is a suspect. If the server then answers for another article, it is up, and
    the suspects fail; if SUSTAINED articles in a row get no answer, the run stops and they wait.
    """

    limiter: ConcurrencyLimiter
    fail: Callable[[Row, SummarizerError], Awaitable[None]]
    """Enters that an article has failed."""
    suspects: list[tuple[Row, Refusal]] = field(default_factory=list)
    answered: bool = False
    """Whether the server has answered for an article in this run."""
    faults: int = 0
    """How many articles in a row met a fault of this program."""

    async def record_refusal(self, row: Row, error: Refusal) -> None:
        """Take note of an article that got no answer."""
        if isinstance(error, ModelRefused) and error.status not in FOR_ALL:
            await self.fail(row, error)
            return
        self.suspects.append((row, error))
        if len(self.suspects) >= SUSTAINED:
            self.limiter.stop(str(error))

    async def record_answer(self) -> None:
        """Take note of an answer: the server is up, so the suspects have failed."""
        self.answered = True
        self.faults = 0
        await self._fail_suspects()

    async def record_fault(self, row: Row, fault: ProgramFault) -> None:
        """Take note of an article that met a fault of this program; SUSTAINED in a row stop the run."""
        await self.fail(row, fault)
        self.faults += 1
        if self.faults >= SUSTAINED:
            self.limiter.stop(str(fault))

    async def decide(self, ping: Callable[[], Awaitable[None]]) -> None:
        """Decide about the last suspects, after which no article came.

        `ping` asks the server a short question; it is not called if the server has answered for no article.
        """
        if not self.suspects or self.limiter.stopped.is_set():
            return
        try:
            if not self.answered:
                raise self.suspects[-1][1]
            await ping()
        except RunStopped:
            return
        except (ModelUnavailable, ModelRefused) as error:
            self.limiter.stop(str(error))
        except ModelOutputError:
            await self._fail_suspects()  # a bad answer is an answer
        else:
            await self._fail_suspects()

    async def _fail_suspects(self) -> None:
        if self.limiter.stopped.is_set():
            return
        suspects, self.suspects = self.suspects, []
        for row, error in suspects:
            await self.fail(row, error)
