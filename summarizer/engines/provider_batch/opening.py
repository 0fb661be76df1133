"""A run by batches: what it opens, and the articles that it goes over round by round."""

from summarizer.batch.article_table import RunOutput
from summarizer.batch.journal import Journal
from summarizer.batch.plan import Plan, jobs_for
from summarizer.batch.tally import Tally
from summarizer.batch.work import open_work
from summarizer.engines.provider_batch.ledger import Ledger
from summarizer.engines.provider_batch.replies import Money, Replies
from summarizer.engines.provider_batch.rounds import Rounds, Via
from summarizer.engines.provider_batch.spool import Spool
from summarizer.errors import BatchError
from summarizer.models.batch_api import check_via
from summarizer.models.choice import Choice, open_batch_api
from summarizer.models.limiter import ConcurrencyLimiter

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
    opened = open_work(plan, choice, journal, output=output, tally=tally, limiter=limiter, billed=False)
    async with opened as work, open_batch_api(work.model, ledger.via) as api:
        replies = Replies(
            ledger=ledger,
            spool=Spool(plan.out / "provider", api),
            wire=work.model.wire,
            price=work.model.price,
            money=Money(plan.max_cost),
            pace=ConcurrencyLimiter(limiter.jobs, rpm=plan.rpm, tpm=plan.tpm),
            paid=tally.count_spending,
            reask_now=via.reask_now,
        )
        work.model.wire.source = replies
        return await Rounds(plan=plan, work=work, api=api, replies=replies, via=via).go()
