"""Brings each article of a run to its end: it is read, summarised and written, or fails by name."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile

from summarizer.asking.prepare import Prepared
from summarizer.batch import article_table
from summarizer.batch.article_table import FinishedBrief, Row, RunOutput
from summarizer.batch.damage import set_aside
from summarizer.batch.formats import FORMATS
from summarizer.batch.journal import Journal
from summarizer.batch.journal_cache import JournalCache, one_at_a_time
from summarizer.batch.outage import Outage
from summarizer.batch.outputs import patched, path_of
from summarizer.batch.plan import Plan, jobs_for, price_for
from summarizer.batch.reader import Reader
from summarizer.batch.scheduler import run_concurrently
from summarizer.batch.signals import stop_on_signals
from summarizer.batch.status import spent_so_far
from summarizer.batch.stores import open_answers
from summarizer.batch.tally import Tally
from summarizer.errors import (
    ArticleError,
    ArticleTooLong,
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    ProgramFault,
    SummarizerError,
)
from summarizer.models.budget import Budget
from summarizer.models.choice import Choice, open_model, profile_of
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import ConcurrencyLimiter, NotAnsweredYet, RunStopped
from summarizer.pipeline import brief_of, open_reader
from summarizer.schemas.brief import Article, Brief

log = logging.getLogger(__name__)
ARTICLES_A_JOB = 3
# Articles under way for each request at a time: some are written while others are asked about.
CAUSES: tuple[tuple[type[SummarizerError], str], ...] = (
    (ArticleTooLong, "too long"),
    (ArticleError, "no article"),
    (ModelOutputError, "no usable answer"),
    (ModelRefused, "refused"),
    (ModelUnavailable, "server failed"),
    (ProgramFault, "fault of this program"),
)
# The kinds of failure, in a few words.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
# What code that meets an article it was not made for raises. A disk or a database that fails is none of them.


def cause_of(error: SummarizerError) -> str:
    """Return the kind of failure, in a few words."""
    return next((words for kind, words in CAUSES if isinstance(error, kind)), "other")


async def work_through(
    plan: Plan, choice: Choice, journal: Journal, *, output: RunOutput, tally: Tally
) -> str | None:
    """Bring all waiting articles of a run to their end; return why the run stopped early, if it did."""
    jobs = plan.jobs or jobs_for(choice)
    limiter = ConcurrencyLimiter(jobs, rpm=plan.rpm, tpm=plan.tpm)
    async with open_work(plan, choice, journal, output=output, tally=tally, limiter=limiter) as work:
        await work.do_all(2 if jobs == 1 else ARTICLES_A_JOB * jobs)
    return limiter.why or None


@asynccontextmanager
async def open_work(  # noqa: PLR0913 - as `work_through`, and how
    plan: Plan,
    choice: Choice,
    journal: Journal,
    *,
    output: RunOutput,
    tally: Tally,
    limiter: ConcurrencyLimiter,
    billed: bool = True,
) -> AsyncIterator["Work"]:
    """Open the reader, the models and the answers of a run; a signal stops its limiter.

    `billed`: an answer is paid from the plan's budget when it is kept; else its cost is entered elsewhere.
    """
    priced = replace(choice, price=price_for(plan, choice))
    with closing(Reader(profile_of(choice), plan.options.glossary, plan.options.sections)) as reader:
        async with (
            open_answers(plan.answers) as store,
            open_model(priced, limiter=limiter) as model,
            open_reader(plan.options, model) as second_reader,
        ):
            cache = JournalCache(
                journal=journal,
                run=output.run,
                budget=Budget(plan.max_cost, spent_so_far(journal.read)) if billed else Budget(None),
                paid=tally.count_spending if billed else None,
                damaged=tally.count_damaged,
                store=store,
            )
            await cache.share()
            with stop_on_signals(limiter):
                yield Work(
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


@dataclass(slots=True, kw_only=True)
class Work:
    """The articles of a run, and what it takes to bring each to its end."""

    plan: Plan
    journal: Journal
    output: RunOutput
    tally: Tally
    limiter: ConcurrencyLimiter
    cache: JournalCache
    reader: Reader
    model: Model
    second_reader: Model | None
    outage: Outage = field(init=False)
    under_way: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.outage = Outage(limiter=self.limiter, fail=self._fail)

    async def do_all(self, at_once: int) -> None:
        """Do the articles that wait, `at_once` at a time, until there are none or the run is stopped."""
        rows = article_table.waiting(self.journal.read, self.output.run)
        going = takewhile(lambda _: not self.limiter.stopped.is_set(), rows)
        async with aclosing(run_concurrently(map(self._do, going), at_once=at_once)) as ended:
            async for _ in ended:
                self.tally.show()
        await self.outage.decide(self._ping)

    async def _do(self, row: Row) -> None:
        """Bring one article to its end: it is done, has failed, or waits because the run stops."""
        try:
            prepared = await self.reader.read(row.entry)
            article = prepared.article
            key = article_table.brief_key(article, self.output.setup)
            async with one_at_a_time(self.under_way, key):  # an identical article waits for its twin's brief
                known = await self._find_twin(article, key)
                brief = known or await self._summarize(prepared)
                await self._finish(row, article, FinishedBrief(key=key, brief=brief, new=known is None))
        except NotAnsweredYet:
            return
        except RunStopped as stop:
            self.limiter.stop(str(stop))
        except (ModelUnavailable, ModelRefused) as error:
            await self.outage.record_refusal(row, error)
        except (ArticleError, ModelOutputError) as error:
            await self._fail(row, error)
        except FAULTS as fault:
            log.exception("%r met a fault of this program", row.entry.name)
            await self.outage.record_fault(row, ProgramFault(fault))

    async def _find_twin(self, article: Article, key: str) -> Brief | None:
        """Return the brief of an identical article, with this one's source, title and date."""
        found = self.journal.read.execute("SELECT brief FROM briefs WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        try:
            words = patched(found[0], article.source, article.title, article.published)
            brief = Brief.model_validate_json(words)
        except (ValueError, TypeError, KeyError, RecursionError):
            brief = None
        if brief is None or brief.article.id != article.id:
            self.tally.count_damaged()
            await self.journal.write(partial(set_aside, table="briefs", where="key = ?", values=(key,)))
            return None
        return brief

    async def _summarize(self, prepared: Prepared) -> Brief:
        """Return a new brief. Raises RunStopped, ModelError."""
        if self.limiter.stopped.is_set():
            raise RunStopped(self.limiter.why)
        brief = await brief_of(
            prepared,
            model=self.model,
            reader=self.second_reader,
            options=self.plan.options,
            cache=self.cache,
        )
        await self.outage.record_answer()
        return brief

    async def _finish(self, row: Row, article: Article, finished: FinishedBrief) -> None:
        """Write a brief, new or a twin's, in all its formats."""
        brief = finished.brief
        files = [(".json", brief.model_dump_json(indent=2) + "\n")]
        files += [(FORMATS[name].suffix, FORMATS[name].render(brief)) for name in self.plan.formats]

        def write(db: sqlite3.Connection) -> None:
            for suffix, text in files:
                self.output.files.write_whole(path_of(self.plan.out, row.entry.name, suffix), text)
            article_table.finish(db, row, article, finished, output=self.output)

        await self.journal.write(write)
        self.tally.count_done(len(brief.findings))

    async def _fail(self, row: Row, error: SummarizerError) -> None:
        cause = cause_of(error)
        entered = partial(article_table.fail, row=row, cause=cause, error=str(error), output=self.output)
        await self.journal.write(entered)
        self.tally.count_failed(cause)

    async def _ping(self) -> None:
        """Ask the server a short question, and pay for it. Raises ModelError, RunStopped."""
        usage = Usage()
        try:
            await self.model.ping(usage=usage)
        finally:
            await self.cache.pay("ping", usage)
