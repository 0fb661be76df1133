"""A run by batches: what it opens, and the articles that it goes over round by round."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace

from summarizer.batch.answer_store import Answer
from summarizer.batch.article_table import RunOutput
from summarizer.batch.journal import Journal
from summarizer.batch.journal_cache import JournalCache
from summarizer.batch.plan import Plan, jobs_for, price_for
from summarizer.batch.reader import Reader
from summarizer.batch.signals import stop_on_signals
from summarizer.batch.stores import open_answers
from summarizer.batch.tally import Tally
from summarizer.batch.work import Work
from summarizer.engines.provider_batch.ledger import Ledger
from summarizer.engines.provider_batch.replies import Money, Replies
from summarizer.engines.provider_batch.rounds import Rounds, Via
from summarizer.engines.provider_batch.spool import Spool
from summarizer.errors import BatchError
from summarizer.models.batch_api import BatchApi, check_via
from summarizer.models.budget import Budget
from summarizer.models.choice import Choice, open_batch_api, open_model, profile_of
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.pipeline import open_reader

WAITING = Via()


async def work_by_batches(  # noqa: PLR0913 - as `work_through`, and how
    plan: Plan, choice: Choice, journal: Journal, *, output: RunOutput, tally: Tally, via: Via = WAITING
) -> str | None:
    """Do as `work_through`, by the batches that the choice names; return why the run stopped early.

    Raises BatchError if the model has no such batches, or OUT has batches of another model under way.
    """
    if choice.via is None:
        raise BatchError("the model names no batches to ask by: Choice(via=…)")
    check_via(choice.via, choice.name, base_url=choice.base_url, second_reader=plan.options.second_reader)
    ledger = Ledger(journal, output.run, choice.via, choice.name)
    await ledger.open()
    if not (tally.status.waiting or ledger.under_way()):
        return None
    if plan.retry_failed:
        await ledger.forget_refusals()
    limiter = ConcurrencyLimiter(plan.jobs or jobs_for(choice))
    read = Reader(profile_of(choice), plan.options.glossary, plan.options.sections)
    with closing(read) as reader, stop_on_signals(limiter):
        async with (
            open_answers(plan.answers) as store,
            _opened(plan, choice, limiter=limiter, ledger=ledger) as (model, api),
            open_reader(plan.options, model) as second_reader,
        ):
            cache = _Cache(
                journal=journal,
                run=output.run,
                budget=Budget(None),
                paid=_unpaid,
                damaged=tally.count_damaged,
                store=store,
            )
            await cache.share()
            work = Work(
                plan=plan,
                journal=journal,
                output=output,
                tally=tally,
                limiter=limiter,
                cache=cache,
                reader=reader,
                model=model,
                second_reader=second_reader,
            )
            replies = Replies(
                ledger=ledger,
                spool=Spool(plan.out / "provider", api),
                wire=model.wire,
                price=model.price,
                money=Money(plan.max_cost),
                pace=ConcurrencyLimiter(limiter.jobs, rpm=plan.rpm, tpm=plan.tpm),
                paid=tally.count_spending,
                reask_now=via.reask_now,
            )
            model.wire.source = replies
            return await Rounds(plan=plan, work=work, api=api, replies=replies, via=via).go()


@asynccontextmanager
async def _opened(
    plan: Plan, choice: Choice, *, limiter: ConcurrencyLimiter, ledger: Ledger
) -> AsyncIterator[tuple[Model, BatchApi]]:
    """Open the model, and its provider's batches."""
    priced = replace(choice, price=price_for(plan, choice))
    async with open_model(priced, limiter=limiter) as model, open_batch_api(model, ledger.via) as api:
        yield model, api


class _Cache(JournalCache):
    """The answers in the journal. What they cost is entered when a batch is collected."""

    async def pay(
        self,
        section: str,
        usage: Usage,  # noqa: ARG002
        answered: Answer | None = None,
        *,
        unshared: bool = False,
    ) -> None:
        """Enter the answers alone."""
        await JournalCache.pay(self, section, Usage(), answered, unshared=unshared)


def _unpaid(_usage: Usage, _dollars: float | None) -> None:
    pass
