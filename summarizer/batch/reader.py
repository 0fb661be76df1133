"""A worker process that reads and prepares articles, while the main process asks the model.

Reading needs a processor and asking waits for a server, so neither delays the other. A file that ends the
worker (a damaged PDF, too little memory) or never ends fails alone.

pebble's pool reports which task ended a worker, and limits the time of each task; concurrent.futures and loky
give up all tasks that wait, and have no limit.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from pebble import ProcessExpired, ProcessPool

from summarizer.asking.prepare import Prepared, prepare
from summarizer.asking.profiles import Profile
from summarizer.batch.entries import Entry, read_entry
from summarizer.english.house_glossary import Glossary
from summarizer.errors import ArticleError, SummarizerError
from summarizer.sections.own import OwnSection

WITHIN = 600.0
# Limit of seconds to read and prepare an article.
MEMORY = 2 << 30
# Limit of bytes of the worker. Long articles take 0.3 GB, pages of 5 MB that are all tags 0.9.
STARTED_BY = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
# The worker is never forked from this process, whose threads it would not have.


def be_bounded() -> None:
    """Limit the worker's memory, and let it end when the run ends, even in the middle of an article.

    A system without such a limit or such a call runs without it.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
    parent = multiprocessing.parent_process()
    with suppress(ImportError, OSError, AttributeError):
        import fcntl  # noqa: PLC0415 - not on Windows

        if parent is not None:
            # The system ends this process when the other end of the pipe closes. A thread that watched the
            # pipe would not do: a pattern or a parser may never give it its turn.
            signal.signal(signal.SIGIO, signal.SIG_DFL)
            fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
            flags = fcntl.fcntl(parent.sentinel, fcntl.F_GETFL)
            fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, flags | os.O_ASYNC)


def read_and_prepare(
    entry: Entry, profile: Profile, glossary: Glossary | None = None, own: Sequence[OwnSection] = ()
) -> Prepared:
    """Read and prepare an article in the worker. Raises ArticleError for every fault, also unknown ones."""
    try:
        return prepare(read_entry(entry), profile, glossary, own)
    except SummarizerError:
        raise
    except MemoryError as error:
        raise ArticleError(
            f"{entry.name!r} takes more than {MEMORY >> 20:,} MB to be read; save its text as plain text."
        ) from error
    except Exception as error:
        fault = f"{type(error).__name__}: {error}".split("\n", 1)[0]
        raise ArticleError(f"{entry.name!r} cannot be prepared ({fault}); please report it") from error


class Reader:
    """The worker process of a run; `close` it."""

    def __init__(
        self, profile: Profile, glossary: Glossary | None = None, own: Sequence[OwnSection] = ()
    ) -> None:
        self._given = (profile, glossary, own)
        self._pool = _pool()

    async def read(self, entry: Entry) -> Prepared:
        """Return the article of an entry, marked, with its questions. Raises ArticleError.

        If the worker ended, the article is tried once more in a new one: another article may have ended it.
        """
        try:
            return await self._read(entry)
        except (ProcessExpired, BrokenProcessPool):
            pass
        try:
            return await self._read(entry)
        except (ProcessExpired, BrokenProcessPool) as error:
            raise ArticleError(
                f"{entry.name!r} ended the process that read it, twice; save its text as plain text."
            ) from error

    async def _read(self, entry: Entry) -> Prepared:
        if not self._pool.active:
            self.close()
            self._pool = _pool()
        task = self._pool.schedule(read_and_prepare, args=(entry, *self._given), timeout=WITHIN)
        try:
            return await asyncio.wrap_future(task)
        except TimeoutError as error:
            raise ArticleError(
                f"{entry.name!r} cannot be read within {WITHIN:.0f} s; save its text as plain text."
            ) from error

    def close(self) -> None:
        """Stop the worker, even in the middle of an article."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _pool() -> ProcessPool:
    """Start a pool of one process, which prepares an article faster than its questions are answered."""
    context = multiprocessing.get_context(STARTED_BY)
    if STARTED_BY == "forkserver":
        context.set_forkserver_preload([__name__])
    pool = ProcessPool(max_workers=1, context=context, initializer=be_bounded)
    pool.schedule(int)  # it starts with its first task: now, while the model is opened
    return pool
