"""Rounds of a run by batches: write down what has no reply, submit, wait, collect, write briefs."""

from collections.abc import Callable
from dataclasses import dataclass, field

from summarizer.batch.plan import Plan
from summarizer.batch.status import spent_so_far
from summarizer.batch.work import ARTICLES_A_JOB, Work
from summarizer.engines.provider_batch.collect import blamed, collect
from summarizer.engines.provider_batch.ledger import Batch, Ledger
from summarizer.engines.provider_batch.replies import Replies
from summarizer.engines.provider_batch.submit import Submitter
from summarizer.errors import BatchError
from summarizer.models.batch_api import BatchApi, RemoteBatch, UndecidedError
from summarizer.models.faults import RequestFault, explain, first_line
from summarizer.models.limiter import RunStopped
from summarizer.models.retry import RetryPolicy

POLL = 60.0
# Seconds between two looks at the batches that are under way.
QUEUE_FULL = "token_limit_exceeded"
# OpenAI's code if an account has more tokens in batches than it may.


def _silent(_line: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """How a run goes by batches. `say` is called with a line for each batch that begins or ends.

    `collect`: take what has come, submit what is next, and end. `reask_now`: what the check sends back is
    asked again at once, at the full price. `poll`: seconds between two looks.
    """

    collect: bool = False
    reask_now: bool = False
    poll: float = POLL
    say: Callable[[str], None] = _silent


@dataclass(slots=True, kw_only=True)
class Rounds:
    """The rounds of one run. `problems`: what a person has to know, or to do, before a run goes on."""

    plan: Plan
    work: Work
    api: BatchApi
    replies: Replies
    via: Via
    problems: list[str] = field(default_factory=list)
    ended: int = 0
    """Batches that have ended since the last pass over the articles."""

    @property
    def ledger(self) -> Ledger:
        """The batches in the journal."""
        return self.replies.ledger

    async def go(self) -> str | None:
        """Go on until no article waits; return why the run stopped early, if it did."""
        self.replies.spool.clean({batch.token for batch in self.ledger.under_way()})
        try:
            return await self._go()
        except RunStopped as stop:
            return str(stop)

    async def _go(self) -> str | None:
        limiter = self.work.limiter
        await self._settle()
        while not limiter.stopped.is_set():
            if not self.ledger.under_way() or (self.ended and (self.via.collect or self.problems)):
                await self._pass()
                if not self.ledger.under_way():
                    return await self._end()
                await self._settle()
            if self.problems:
                return "; ".join(self.problems)
            if self.via.collect:
                return self._under_way()
            await limiter.sleep(self.via.poll)
            await self._settle()
        return limiter.why

    async def _pass(self) -> None:
        """Go over the articles that wait: write the briefs whose answers are there, write down the rest."""
        self.ended = 0
        money, spool = self.replies.money, self.replies.spool
        money.spent, money.promised = spent_so_far(self.work.journal.read), self.ledger.promised()
        money.refused = False
        try:
            await self.work.do_all(ARTICLES_A_JOB * self.work.limiter.jobs)
        except BaseException:
            spool.discard()
            raise
        if self.problems or self.work.limiter.stopped.is_set():
            spool.discard()
        for file in spool.close():
            await self.ledger.enter(file.token, file.keys, file.size, file.most)

    async def _settle(self) -> None:
        """Submit what is written, and collect what has ended."""
        for batch in self.ledger.under_way():
            if self.work.limiter.stopped.is_set():
                return
            await self._settle_one(batch)

    async def _settle_one(self, batch: Batch) -> None:
        try:
            if batch.state == "submitted" and batch.remote is not None:
                await self._look(batch, batch.remote)
            else:
                await self._submit(batch)
        except UndecidedError:
            return
        except RequestFault as fault:
            model = self.work.model
            if fault.status == 404 and batch.state in {"written", "uploaded"}:
                raise BatchError(f"{model.host} has no batches (404); leave --via out") from fault
            if fault.status in {400, 413, 422}:
                reason = f"({fault.status}): {first_line(fault)}"
                raise BatchError(f"{model.host} refuses the batch {reason}") from fault
            raise explain(fault, name=model.name, host=model.host, timeout=model.timeout) from fault

    async def _submit(self, batch: Batch) -> None:
        submitter = Submitter(
            api=self.api, ledger=self.ledger, spool=self.replies.spool, limiter=self.work.limiter
        )
        remote = await submitter.submit(batch)
        if remote is not None:
            self.via.say(f"submitted {remote}: {batch.requests:,} requests")

    async def _look(self, batch: Batch, id: str) -> None:  # noqa: A002
        policy = RetryPolicy(limiter=self.work.limiter)
        try:
            remote: RemoteBatch = await policy.retrying()(self.api.look, id)
            if remote.ending == "failed":
                await self._refused(batch, remote)
            elif remote.ending:
                await self._collect(batch, remote)
        except RequestFault as fault:
            if fault.status != 404:
                raise
            if self.plan.retry_failed:
                await self.ledger.end(batch, "its results are gone; its requests are asked again")
                return
            self.problems.append(
                f"the results of {id} are gone from the provider, {batch.requests:,} requests "
                "that may have been paid; --retry-failed asks them again"
            )

    async def _collect(self, batch: Batch, remote: RemoteBatch) -> None:
        found = await collect(batch, remote, api=self.api, replies=self.replies)
        counts = f"{found.answered:,} of {batch.requests:,} requests answered"
        await self.ledger.end(batch, f"{remote.ending}: {counts}", blamed(found.failed))
        self.ended += 1
        self.via.say(f"{remote.ending} {remote.id}: {counts}")
        if remote.ending == "cancelled" and found.failed:
            self.problems.append(
                f"{remote.id} was cancelled at the provider ({counts}); "
                "the same command submits the rest again"
            )
        elif found.refusal is not None:
            self.problems.append(f"{remote.id} was refused ({found.refusal})")

    async def _refused(self, batch: Batch, remote: RemoteBatch) -> None:
        """Enter that the provider refused a whole batch; if its queue is full, ask for less later."""
        await self.ledger.end(batch, f"refused: {remote.reason}")
        self.ended += 1
        self.via.say(f"refused {remote.id}: {remote.reason}")
        if remote.code == QUEUE_FULL and batch.requests > 1:
            self.replies.spool.most_requests = -(-batch.requests // 2)
            await self.work.limiter.sleep(self.via.poll)
        else:
            self.problems.append(f"{remote.id} was refused by the provider: {remote.reason}")

    async def _end(self) -> str | None:
        """Return why articles wait though no batch is under way; None if none waits."""
        if self.problems:
            return "; ".join(self.problems)
        if self.work.limiter.stopped.is_set():
            return self.work.limiter.why
        if self.replies.money.refused:
            money = self.replies.money
            return f"--max-cost ${money.limit} would be passed; ${money.spent:.4f} is spent on OUT so far"
        await self.ledger.forget_all()
        return None

    def _under_way(self) -> str:
        batches = self.ledger.under_way()
        number = "1 batch" if len(batches) == 1 else f"{len(batches)} batches"
        requests = sum(batch.requests for batch in batches)
        asked = "1 request" if requests == 1 else f"{requests:,} requests"
        return f"{number} under way ({asked}); the same command later collects the answers"
