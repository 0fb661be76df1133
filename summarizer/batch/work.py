"""A run under way: each article that waits is read, asked about and written, or fails by name.

Also where a run ends early: a server that refuses everything, or is gone, fails no article.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial

from summarizer.asking.prepare import Prepared
from summarizer.batch import rows
from summarizer.batch.damage import set_aside
from summarizer.batch.forms import FORMS
from summarizer.batch.journal import Journal
from summarizer.batch.journal_cache import JournalCache, one_at_a_time
from summarizer.batch.outputs import Writings, patched, path_of
from summarizer.batch.plan import Plan, jobs_for, price_for, setup_of
from summarizer.batch.reader import Reader
from summarizer.batch.rows import Made, Row
from summarizer.batch.standing import State, spent_so_far
from summarizer.batch.stopping import stopped_by_signals
from summarizer.errors import (
    ArticleError,
    ArticleTooLong,
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    SummarizerError,
)
from summarizer.models.budget import Budget
from summarizer.models.choice import Choice, open_model, profile_of
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped
from summarizer.pipeline import brief_of, open_reader
from summarizer.schemas.brief import Article, Brief

SUSTAINED = 3
"""After so many articles in a row that the server refused or could not be reached for, a run stops."""
FOR_ALL = frozenset({401, 403, 404, 429})
"""Refusals that say nothing of the article: key, permission, model name, quota."""
ARTICLES_A_JOB = 3
"""Articles under way for each request at once: some are being written while others are asked about."""
WATCHED_EVERY = 0.2
"""Seconds between two tellings of how the run stands."""

Watch = Callable[[State], None]
Doubt = tuple[Row, ModelUnavailable | ModelRefused]
CAUSES: tuple[tuple[type[SummarizerError], str], ...] = (
    (ArticleTooLong, "too long"),
    (ArticleError, "no article"),
    (ModelOutputError, "no usable answer"),
    (ModelRefused, "refused"),
    (ModelUnavailable, "server failed"),
)
"""The kinds of failure, in a few words."""


@dataclass(slots=True, kw_only=True)
class Work:
    """A run under way. `state`: how it stands, kept up without asking the journal."""

    plan: Plan
    choice: Choice
    journal: Journal
    files: Writings
    run: int
    state: State
    watch: Watch
    pace: ConcurrencyLimiter = field(init=False)
    cache: JournalCache = field(init=False)
    reader: Reader = field(init=False)
    setup: str = field(init=False)
    doubtful: list[Doubt] = field(default_factory=list)
    reached: bool = False
    """Whether the server has answered for an article in this run."""
    second_reader: Model | None = None
    under_way: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    last_told: float = 0.0

    async def go(self) -> str | None:
        """Work through all that wait; gives why it stopped early, if it did."""
        plan = self.plan
        jobs = plan.jobs or jobs_for(self.choice)
        self.setup = setup_of(self.choice, plan.options)
        self.pace = ConcurrencyLimiter(jobs, rpm=plan.rpm, tpm=plan.tpm)
        self.cache = JournalCache(
            journal=self.journal,
            run=self.run,
            budget=Budget(plan.max_cost, spent_so_far(self.journal.read)),
            paid=self._paid,
            damaged=self._damaged,
        )
        with closing(Reader(profile_of(self.choice), plan.options.glossary)) as self.reader:
            choice = replace(self.choice, price=price_for(plan, self.choice))
            async with (
                open_model(choice, limiter=self.pace) as model,
                open_reader(plan.options, model) as self.second_reader,
            ):
                with stopped_by_signals(self.pace):
                    await self._all(model, 2 if jobs == 1 else ARTICLES_A_JOB * jobs)
                    await self._last_judged(model)
        return self.pace.why or None

    async def _all(self, model: Model, at_once: int) -> None:
        under_way: set[asyncio.Task[None]] = set()
        try:
            for row in rows.waiting(self.journal.read, self.run):
                if self.pace.stopped.is_set():
                    break
                under_way.add(asyncio.create_task(self._one(row, model)))
                if len(under_way) >= at_once:
                    done, _ = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        task.result()
                    under_way -= done
            for task in under_way:
                await task
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def _one(self, row: Row, model: Model) -> None:
        """Bring one article to its end: done, failed, or left waiting where the run stops."""
        try:
            prepared = await self.reader.read(row.entry)
            article = prepared.article
            key = rows.brief_key(article, self.setup)
            async with one_at_a_time(self.under_way, key):  # an identical article waits for its twin's brief
                found = await self._found(article, key)
                brief = found or await self._made(prepared, model)
                await self._done(row, article, Made(key=key, brief=brief, new=found is None))
        except RunStopped as stop:
            self.pace.stop(str(stop))
        except (ModelUnavailable, ModelRefused) as error:
            await self._doubted(row, error)
        except (ArticleError, ModelOutputError) as error:
            await self._failed(row, error)
        self._told()

    async def _found(self, article: Article, key: str) -> Brief | None:
        """The brief of an identical article, with this one's source, title and date."""
        found = self.journal.read.execute("SELECT brief FROM briefs WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        try:
            words = patched(found[0], article.source, article.title, article.published)
            brief = Brief.model_validate_json(words)
        except (ValueError, TypeError, KeyError, RecursionError):
            brief = None
        if brief is None or brief.article.id != article.id:
            self._damaged()
            await self.journal.write(partial(set_aside, table="briefs", where="key = ?", values=(key,)))
            return None
        return brief

    def _damaged(self) -> None:
        self.state = replace(self.state, set_aside=self.state.set_aside + 1)

    async def _made(self, prepared: Prepared, model: Model) -> Brief:
        if self.pace.stopped.is_set():
            raise RunStopped(self.pace.why)
        brief = await brief_of(
            prepared, model=model, reader=self.second_reader, options=self.plan.options, cache=self.cache
        )
        self.reached = True
        await self._judged()
        return brief

    async def _done(self, row: Row, article: Article, made: Made) -> None:
        """Write a brief, new or found, in all its forms."""
        whole = made.brief
        forms = [(".json", whole.model_dump_json(indent=2) + "\n")]
        forms += [(FORMS[name].suffix, FORMS[name].each(whole)) for name in self.plan.also]

        def write(db: sqlite3.Connection) -> None:
            for suffix, text in forms:
                self.files.write_whole(path_of(self.plan.out, row.entry.name, suffix), text)
            rows.finish(db, row, article, made, run=self.run, setup=self.setup, files=self.files)

        await self.journal.write(write)
        state = self.state
        self.state = replace(
            state,
            done=state.done + 1,
            waiting=state.waiting - 1,
            findings=state.findings + len(whole.findings),
        )

    async def _failed(self, row: Row, error: SummarizerError) -> None:
        cause = next((words for kind, words in CAUSES if isinstance(error, kind)), "other")
        entered = partial(
            rows.fail,
            row=row,
            cause=cause,
            error=str(error),
            run=self.run,
            setup=self.setup,
            files=self.files,
        )
        await self.journal.write(entered)
        state = self.state
        self.state = replace(
            state,
            failed=state.failed + 1,
            waiting=state.waiting - 1,
            causes=state.causes | {cause: state.causes.get(cause, 0) + 1},
        )

    async def _doubted(self, row: Row, error: ModelUnavailable | ModelRefused) -> None:
        """Where the server would not answer: whether for this article, or at all, is seen from others."""
        if isinstance(error, ModelRefused) and error.status not in FOR_ALL:
            await self._failed(row, error)
            return
        self.doubtful.append((row, error))
        if len(self.doubtful) >= SUSTAINED:
            self.pace.stop(str(error))

    async def _judged(self) -> None:
        """The server answers for others: an article that it refused has failed by itself."""
        if not self.pace.stopped.is_set():
            doubtful, self.doubtful = self.doubtful, []
            await self._all_failed(doubtful)

    async def _last_judged(self, model: Model) -> None:
        """Those refused when nothing came after them: the server is asked for next to nothing."""
        if not self.doubtful or self.pace.stopped.is_set():
            return
        usage = Usage()
        try:
            if not self.reached:
                raise self.doubtful[-1][1]
            await model.ping(usage=usage)
        except RunStopped:
            return
        except (ModelUnavailable, ModelRefused) as error:
            self.pace.stop(str(error))
        except ModelOutputError:
            await self._judged()  # it answers, if badly
        else:
            await self._judged()
        finally:
            await self.cache.pay("ping", usage)

    async def _all_failed(self, doubtful: Sequence[Doubt]) -> None:
        for row, error in doubtful:
            await self._failed(row, error)

    def _paid(self, usage: Usage, dollars: float | None) -> None:
        state = self.state
        self.state = replace(
            state,
            calls=state.calls + usage.calls,
            tokens_in=state.tokens_in + usage.input_tokens,
            tokens_out=state.tokens_out + usage.output_tokens,
            cost=None if dollars is None or state.cost is None else state.cost + dollars,
        )
        self._told()

    def _told(self) -> None:
        now = time.monotonic()
        if now - self.last_told >= WATCHED_EVERY:
            self.last_told = now
            self.watch(self.state)
