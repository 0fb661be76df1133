"""What both servers do: read, mark, check and write briefs, within limits, with one model that stays open.

What takes the processor runs in threads, so many at a time; a request that takes too long is answered with an
error, and its thread keeps its place until it ends.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from summarizer.articles.read import read_article_bytes
from summarizer.asking.prepare import prepare
from summarizer.asking.templates import package_version
from summarizer.batch.article_table import brief_key
from summarizer.batch.journal_cache import one_at_a_time
from summarizer.batch.plan import config_fingerprint, jobs_for
from summarizer.digest import digest_folder, select
from summarizer.errors import SummarizerError
from summarizer.faithfulness import check_statement
from summarizer.french import find_numbers, find_quotations
from summarizer.marking.marked_article import mark
from summarizer.models.choice import Choice, open_model
from summarizer.models.client import Model
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.self_test import with_plan
from summarizer.pipeline import Options, Progress, brief_of, open_reader
from summarizer.schemas.brief import Article, Brief
from summarizer.schemas.digest import Digest
from summarizer.seal import sealed
from summarizer.serve import article_marks
from summarizer.serve.shelf import KEPT, Shelf
from summarizer.verify import verify

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a request may take. `bytes` of what is sent, `seconds` until the answer, requests `at_once`.

    As many again as `waiting` may wait for a place; what comes on top is refused at once.
    """

    bytes: int = 2_000_000
    seconds: float = 600.0
    at_once: int = 8
    waiting: int = 32


class Busy(SummarizerError):  # noqa: N818 - reads as what happened
    """As many requests are under way as the limits allow."""


class TooSlow(SummarizerError):  # noqa: N818
    """The answer was not there in time."""


class TooLarge(SummarizerError):  # noqa: N818
    """What was sent has more bytes than the limit."""


@dataclass(frozen=True, slots=True)
class _Opened:
    model: Model
    reader: Model | None
    setup: str


class Service:
    """The work behind both servers. `choose` names the model; it is opened for the first brief.

    Close it with `close`, in the loop in which it was used.
    """

    def __init__(
        self,
        choose: Callable[[], Choice],
        *,
        options: Options | None = None,
        limits: Limits | None = None,
        folder: Path | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.shelf = Shelf(folder)
        self.under_way = 0
        self._choose = choose
        self._options = options or Options()
        self._places = asyncio.Semaphore(self.limits.at_once)
        self._stack = AsyncExitStack()
        self._opened: _Opened | None = None
        self._opening = asyncio.Lock()
        self._asking: dict[str, asyncio.Future[None]] = {}
        self._known: OrderedDict[str, Brief] = OrderedDict()
        self._digest: tuple[str, Digest] | None = None

    async def brief(self, article: bytes | str, *, progress: Progress | None = None) -> Brief:
        """Return the brief of an article's file or text; an article that is known is not asked about again.

        Raises ArticleError, ModelError, Busy, TooSlow or TooLarge.
        """
        async with self._admitted(article):
            opened = await self._model()
            read = await self._in_thread(lambda: _read(article))
            key = brief_key(read, opened.setup)
            async with one_at_a_time(self._asking, key):
                if key not in self._known:
                    self._known[key] = await self._asked(read, opened, progress)
                    if len(self._known) > KEPT:
                        self._known.popitem(last=False)
                brief = sealed(self._known[key].model_copy(update={"article": read}))
            self.shelf.put(brief)
            return brief

    async def _asked(self, article: Article, opened: _Opened, progress: Progress | None) -> Brief:
        """Return the brief of an article that is not known."""
        profile, options = opened.model.profile, self._options
        prepared = await self._in_thread(
            lambda: prepare(article, profile, options.glossary, options.sections)
        )
        return await brief_of(
            prepared, model=opened.model, reader=opened.reader, options=self._options, progress=progress
        )

    async def mark(self, article: bytes | str) -> article_marks.Marks:
        """Return what code finds in an article. No model."""
        return await self._run(lambda: article_marks.marks_of(mark(_read(article))), article)

    async def figures(self, text: str) -> article_marks.Figures:
        """Return the figures of a French text. No model."""
        return await self._run(lambda: article_marks.figures_of(find_numbers(text)), text)

    async def quotations(self, text: str) -> article_marks.Quotations:
        """Return the quotations of a French text. No model."""
        return await self._run(lambda: article_marks.quotations_of(find_quotations(text)), text)

    async def check(
        self, english: str, french: str | Sequence[str], article: str | None = None
    ) -> article_marks.Findings:
        """Check an English statement against the French text that it rests on. No model."""
        pieces = [french] if isinstance(french, str) else [*french]

        def work() -> article_marks.Findings:
            found = tuple(check_statement(english, pieces, article=article))
            return article_marks.Findings(sound=not found, findings=found)

        return await self._run(work, english, *pieces, article or "")

    async def verify(self, brief: Brief) -> article_marks.Verified:
        """Verify a finished brief from its own words. No model."""

        def work() -> article_marks.Verified:
            failures = tuple(f"{failure.path}: {failure.message}" for failure in verify(brief))
            return article_marks.Verified(sound=not failures, failures=failures)

        return await self._run(work)

    async def digest(
        self, *, since: str | None = None, about: str | None = None, event: str | None = None
    ) -> Digest:
        """Return what the folder's briefs say together, or a part of it. No model.

        Raises SummarizerError if the server has no folder, the folder has no brief, or nothing is left.
        """
        folder = self.shelf.folder
        if folder is None:
            raise SummarizerError("there is no folder of briefs; start the server with --briefs OUT")

        def work() -> Digest:
            version = self.shelf.version()
            if self._digest is None or self._digest[0] != version:
                self._digest = (version, digest_folder(folder))
            whole = self._digest[1]
            filtered = since is not None or about is not None or event is not None
            return select(whole, since=since, about=about, event=event) if filtered else whole

        return await self._run(work)

    async def find(self, key: str) -> Brief | None:
        """Return the brief with this id; None if there is none."""
        return await self._run(lambda: self.shelf.find(key))

    def health(self) -> article_marks.Health:
        """Return how the server is."""
        model = self._opened.model.name if self._opened else None
        return article_marks.Health(
            status="ok", version=package_version(), model=model, under_way=self.under_way
        )

    async def close(self) -> None:
        """Close the model."""
        await self._stack.aclose()

    @asynccontextmanager
    async def _admitted(self, *sent: bytes | str) -> AsyncIterator[None]:
        """Hold a place for a request, for so many seconds at most. Raises Busy, TooLarge or TooSlow."""
        size = sum(len(each if isinstance(each, bytes) else each.encode()) for each in sent)
        if size > self.limits.bytes:
            raise TooLarge(f"that is {size:,} bytes; send {self.limits.bytes:,} at most")
        if self.under_way >= self.limits.at_once + self.limits.waiting:
            raise Busy(f"{self.under_way} requests are under way; try again in a few seconds")
        self.under_way += 1
        try:
            async with asyncio.timeout(self.limits.seconds) as deadline:
                yield
        except TimeoutError as error:
            if not deadline.expired():
                raise
            raise TooSlow(
                f"no answer within {self.limits.seconds:g} s; send less, or raise --timeout"
            ) from error
        finally:
            self.under_way -= 1

    async def _run(self, work: Callable[[], T], *sent: bytes | str) -> T:
        async with self._admitted(*sent):
            return await self._in_thread(work)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        await self._places.acquire()
        task = asyncio.ensure_future(asyncio.to_thread(work))

        def ended(done: asyncio.Future[T]) -> None:
            self._places.release()
            if not done.cancelled():
                done.exception()  # nobody may wait for it any more

        task.add_done_callback(ended)
        return await asyncio.shield(task)

    async def _model(self) -> _Opened:
        """Return the model, opened once. Raises ModelError; the next request tries again."""
        async with self._opening:
            if self._opened is None:
                choice = await with_plan(self._choose())
                await asyncio.to_thread(import_module, "summarizer.models.providers")  # takes a second
                async with AsyncExitStack() as stack:
                    limiter = ConcurrencyLimiter(jobs_for(choice))
                    model = await stack.enter_async_context(open_model(choice, limiter=limiter))
                    reader = await stack.enter_async_context(open_reader(self._options, model))
                    self._stack.push_async_exit(stack.pop_all())
                self._opened = _Opened(model, reader, config_fingerprint(choice, self._options))
            return self._opened


def _read(article: bytes | str) -> Article:
    return read_article_bytes(article.encode() if isinstance(article, str) else article)
