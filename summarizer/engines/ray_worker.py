"""A worker of a run on Ray: it holds one open model, and makes briefs of the rows that it is given.

Whatever happens to an article is in its row: a brief, or an error with its cause. An article that could not
be asked about because the run stops has the cause `stopped`.
"""

import asyncio
import threading
import uuid
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pyarrow as pa
import ray
from ray.exceptions import RayError

from summarizer.articles.article import make_article
from summarizer.articles.read import MAX_DOCUMENT
from summarizer.asking.prepare import Prepared, prepare
from summarizer.asking.question import Askable
from summarizer.batch.journal_cache import most_tokens, row_of
from summarizer.batch.outage import FOR_ALL
from summarizer.batch.plan import jobs_for
from summarizer.batch.work import cause_of
from summarizer.engines.ray_ledger import Found, Terms
from summarizer.engines.ray_rows import SCHEMA, row_key
from summarizer.errors import (
    ArticleError,
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    ProgramFault,
    SummarizerError,
)
from summarizer.models.choice import open_model, profile_of
from summarizer.models.client import Model, Usage
from summarizer.models.limiter import ConcurrencyLimiter, RunStopped
from summarizer.pipeline import brief_of, open_reader

STOPPED = "stopped"
LOST = "the ledger of the run cannot be reached; run the same command again"
T = TypeVar("T")
Row = dict[str, Any]


def jobs_of(terms: Terms) -> int:
    """How many requests at a time a worker sends: its share of those of the run, rounded up."""
    return -(-(terms.limits.jobs or jobs_for(terms.choice)) // terms.limits.workers)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """How a worker speaks to the ledger. A run that has stopped, or has no ledger any more, is RunStopped."""

    ledger: Any
    worker: str
    limiter: ConcurrencyLimiter

    async def ask(self, method: str, *given: object) -> Any:
        """Call a method of the ledger that returns why the run stops, or a pair that begins so."""
        try:
            said = await getattr(self.ledger, method).remote(*given)
        except RayError as error:
            self.stop(LOST)
            raise RunStopped(LOST) from error
        why, value = said if isinstance(said, tuple) else (said, None)
        if why:
            self.stop(why)
            raise RunStopped(why)
        return value

    def stop(self, why: str) -> None:
        """Let nothing new begin in this worker; what is under way ends."""
        self.limiter.stop(why)

    def tell(self, method: str, *given: object) -> None:
        """Call a method of the ledger, and do not wait."""
        getattr(self.ledger, method).remote(*given)


class SharedLimiter(ConcurrencyLimiter):
    """The limiter of one worker: how many at a time is its own, how many a minute the ledger's."""

    line: LedgerLine | None = None

    async def acquire(self, tokens: int) -> None:
        """See `ConcurrencyLimiter`."""
        if self.line is not None:
            await self.line.ask("acquire", tokens)
        await super().acquire(tokens)


@dataclass(frozen=True, slots=True)
class LedgerCache:
    """The ledger's answers, as `AnswerCache`."""

    line: LedgerLine
    has_budget: bool
    found: dict[str, Found | None] = field(default_factory=dict)

    async def find(self, key: str) -> Found | None:
        """See `AnswerCache`: what came with the lock."""
        return self.found[key]

    @asynccontextmanager
    async def lock(self, key: str) -> AsyncIterator[None]:
        """See `AnswerCache`. The ledger lets one at a time hold a key, within a worker and among all."""
        self.found[key] = await self._held("begin", key)
        try:
            yield
        finally:
            del self.found[key]
            self.line.tell("end", self.line.worker, key)

    @asynccontextmanager
    async def reserve_budget(self, question: Askable[Any], model: Model, reasks: int) -> AsyncIterator[None]:
        """See `AnswerCache`."""
        if not self.has_budget:
            yield
            return
        if model.price is None:
            raise RunStopped(f"--max-cost needs a price, and that of {model.name!r} is not known")
        name = f"money {uuid.uuid4()}"
        await self._held("reserve", name, model.price.of(*most_tokens(question, model.profile, reasks)))
        try:
            yield
        finally:
            self.line.tell("end", self.line.worker, name)

    async def _held(self, method: str, name: str, *given: object) -> Any:
        return await self.line.ask(method, self.line.worker, name, *given)

    async def keep(self, key: str, question: Askable[Any], answer: str | None, usage: Usage) -> None:
        """See `AnswerCache`. A run that has stopped meanwhile still has the answer."""
        row = None if answer is None else row_of(key, question, answer, usage)
        with suppress(RunStopped):
            await self.line.ask("keep", row, question.section, usage)


class Worker:
    """What Ray's actors run: called with a table of `id` and `text`, it returns one as `ray_rows.SCHEMA`.

    It is called by several threads, so that one table ends while the next has begun. All work is done by one
    event loop in a thread of its own.
    """

    def __init__(self, ledger: Any, terms: Terms) -> None:
        self._terms = terms
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="briefs", daemon=True).start()
        self._limiter = SharedLimiter(jobs_of(terms))
        self._line = LedgerLine(ledger, str(uuid.uuid4()), self._limiter)
        self._stack = AsyncExitStack()
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="prepare")
        self._wait(self._open())

    def __call__(self, table: pa.Table) -> pa.Table:
        """Return the rows of a table with their briefs."""
        return pa.Table.from_pylist(self._wait(self._all(table.to_pylist())), schema=SCHEMA)

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _open(self) -> None:
        """Open the model. If that fails, the run stops, and each row says so: Ray would try for ever."""
        terms = self._terms
        limits = terms.limits
        if limits.rpm or limits.tpm:
            self._limiter.line = self._line
        self._cache = LedgerCache(self._line, has_budget=limits.max_cost is not None)
        self._ping = asyncio.Lock()
        try:
            await self._line.ask("register", ray.get_runtime_context().get_actor_id(), self._line.worker)
            choice = replace(terms.choice, price=limits.price or terms.choice.price)
            self._model = await self._stack.enter_async_context(open_model(choice, limiter=self._limiter))
            reader = open_reader(terms.options, self._model)
            self._second_reader = await self._stack.enter_async_context(reader)
        except RunStopped:
            pass
        except SummarizerError as error:
            self._line.stop(str(error))
            self._line.tell("stop", str(error))

    async def _all(self, rows: Sequence[Mapping[str, Any]]) -> list[Row]:
        """Do rows, all at a time: there are few in a table, and the limiter lets so many ask.

        They keep their order: Ray counts on it when it makes a table again that was lost.
        """
        return list(await asyncio.gather(*map(self._row, rows)))

    async def _row(self, given: Mapping[str, Any]) -> Row:
        """Bring one row to its end."""
        name, text = str(given["id"]), given["text"]
        row: Row = {"id": name, "key": row_key(name, text, self._terms.setup)}
        try:
            row |= await self._brief(name, text)
        except RunStopped as stop:
            row |= {"error": str(stop), "cause": STOPPED}
        except SummarizerError as error:
            row |= {"error": str(error), "cause": cause_of(error)}
        except Exception as fault:  # noqa: BLE001 - one article's fault is its row's, and no others'
            told = ProgramFault(fault)
            row |= {"error": str(told), "cause": cause_of(told)}
        if row.get("cause") != STOPPED:
            self._line.tell("ended", row.get("findings", 0), row.get("cause"))
        return row

    async def _brief(self, name: str, text: object) -> Row:
        """Return the columns of an article's brief. Raises SummarizerError."""
        if not isinstance(text, str):
            raise ArticleError(f"the text of {name!r} is {type(text).__name__}, not text")
        if self._limiter.stopped.is_set():
            raise RunStopped(self._limiter.why)
        try:
            prepared = await self._loop.run_in_executor(self._threads, self._prepare, name, text)
            brief = await brief_of(
                prepared,
                model=self._model,
                reader=self._second_reader,
                options=self._terms.options,
                cache=self._cache,
            )
        except (ModelUnavailable, ModelRefused) as error:
            await self._blame(error)
            raise
        return {"brief": brief.model_dump_json(), "findings": len(brief.findings)}

    def _prepare(self, name: str, text: str) -> Prepared:
        """Mark an article and make its questions. Raises ArticleError.

        It is done in this process: a row is text, so no parser of other formats can end or keep it, and Ray
        starts a worker anew that has died.
        """
        if len(text) > MAX_DOCUMENT:
            raise ArticleError(f"{name!r} has more than {MAX_DOCUMENT:,} characters; give an article a row")
        article = make_article(text, source=name)
        options = self._terms.options
        return prepare(article, profile_of(self._terms.choice), options.glossary, options.sections)

    async def _blame(self, error: ModelUnavailable | ModelRefused) -> None:
        """Raise RunStopped if the server answers no short question either: it is not the article's fault."""
        if isinstance(error, ModelRefused) and error.status not in FOR_ALL:
            return
        usage = Usage()
        async with self._ping:
            try:
                await self._model.ping(usage=usage)
            except ModelOutputError:
                return  # a bad answer is an answer
            except (ModelUnavailable, ModelRefused) as refusal:
                self._line.stop(str(refusal))
                self._line.tell("stop", str(refusal))
                raise RunStopped(str(error)) from error
            finally:
                if usage.calls:
                    self._line.tell("keep", None, "ping", usage)
