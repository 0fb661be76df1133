"""A run over many articles that loses nothing: every answer is in the journal before it is built upon.

An article is read, asked about and assembled by `pipeline`; here is decided which are, what becomes of
failures, and when a run ends early. Running the same again takes up where it was left.
"""

import asyncio
import hashlib
import os
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from summarizer import journal as records
from summarizer import outputs, render
from summarizer.choice import Choice, open_model, profile_of
from summarizer.costs import Price, price_of
from summarizer.errors import (
    ArticleError,
    BatchError,
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    SummarizerError,
)
from summarizer.folder_index import index_folder
from summarizer.journal import Journal, open_journal
from summarizer.model import Model, Question, Usage
from summarizer.pace import Pace, Purse, Stopping
from summarizer.pipeline import SECTIONS, Options, asummarize
from summarizer.schemas.brief import Article, Brief
from summarizer.sources import Entry, find_entries, read_entry
from summarizer.standing import State, state_of
from summarizer.template import prompts_fingerprint, schemas_fingerprint

REMOTE_JOBS = 16
WATCHED_EVERY = 1.0
"""Seconds between two looks at how the run stands: counting takes time itself."""
SUSTAINED = 3
"""After so many articles in a row that the server refused or could not be reached for, a run stops."""
FOR_ALL = frozenset({401, 403, 404, 429})
"""Refusals that say nothing of the article: key, permission, model name, quota."""
RENDERINGS: dict[str, Callable[[Brief], str]] = {".md": render.to_markdown, ".html": Brief.to_html}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run is to do. `jobs` None: what the model's server gains from. Money in US dollars."""

    given: tuple[str, ...]
    out: Path
    options: Options = field(default_factory=Options)
    jobs: int | None = None
    also: tuple[str, ...] = ()
    retry_failed: bool = False
    rpm: float | None = None
    tpm: float | None = None
    max_cost: Decimal | None = None
    price: Price | None = None


Watch = Callable[[State], None]


async def run_batch(plan: Plan, choice: Choice, *, watch: Watch | None = None) -> State:
    """Make the briefs of all articles given that are not made yet; gives how it ended.

    Raises BatchError where it cannot begin or OUT cannot be written; where it was stopped early, the
    state says why, and the same run again goes on from there.
    """
    if plan.max_cost is not None and (plan.price or price_of(choice.name)) is None:
        raise BatchError(f"--max-cost needs a price, and that of {choice.name!r} is not known: give --price")
    with _opened(plan.out) as journal:
        run = await _begun(journal, plan, choice)
        work = _Work(plan=plan, choice=choice, journal=journal, run=run, watch=watch or (lambda _: None))
        await journal.write(lambda db: outputs.mend_lines(db, plan.out))
        stopped = None
        try:
            if records.totals(journal.read, run)["waiting"]:
                stopped = await work.go()
        finally:
            await journal.write(lambda db: _ended(db, plan.out, run, stopped))
            if ".html" in plan.also and any((plan.out / "briefs").rglob("*.json")):
                index_folder(plan.out)
        return replace(state_of(journal.read, run, spent_in=run), stopped=stopped)


@contextmanager
def _opened(out: Path) -> Iterator[Journal]:
    """OUT with its journal, for one run alone."""
    import filelock  # noqa: PLC0415

    with ExitStack() as stack:
        try:
            (out / "briefs").mkdir(parents=True, exist_ok=True)
            stack.enter_context(filelock.FileLock(out / ".lock", blocking=False))
        except filelock.Timeout as error:
            raise BatchError(f"another run is at work in {str(out)!r}; wait for it, or stop it") from error
        except OSError as error:
            raise BatchError(f"cannot write to {str(out)!r}: {error.strerror}; choose another OUT") from error
        journal = open_journal(out / "summarizer.sqlite")
        stack.callback(journal.close)
        yield journal


def setup_of(choice: Choice, options: Options) -> str:
    """Fingerprint of all that a brief depends on besides its article."""
    names = tuple(SECTIONS)
    weights = choice.model_path.name if choice.model_path else ""
    parts = (
        choice.name,
        weights,
        repr(profile_of(choice)),
        prompts_fingerprint(names),
        schemas_fingerprint(names),
        repr(options),
        version("grounded-summarizer"),
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


async def _begun(journal: Journal, plan: Plan, choice: Choice) -> int:
    """Enter the run and its articles; those whose file, setup or brief's file is not as it was wait."""
    setup = setup_of(choice, plan.options)
    insert = "INSERT INTO runs (started, model, setup) VALUES (?, ?, ?)"
    run: int = await journal.write(lambda db: db.execute(insert, (_now(), choice.name, setup)).lastrowid)
    entries = find_entries(plan.given, leave_out=plan.out)
    while some := list(islice(entries, 2000)):
        await journal.write(partial(_entered, entries=some, run=run))
    await journal.write(lambda db: _reopened(db, plan, run, setup))
    return run


def _entered(db: sqlite3.Connection, entries: Sequence[Entry], run: int) -> None:
    db.executemany(
        "INSERT INTO articles (name, path, offset, stamp, run, state) VALUES (?, ?, ?, ?, ?, 'waiting')"
        " ON CONFLICT (name) DO UPDATE SET run = excluded.run, path = excluded.path,"
        " offset = excluded.offset,"
        " state = CASE WHEN stamp = excluded.stamp THEN state ELSE 'waiting' END, stamp = excluded.stamp",
        [(entry.name, os.fsencode(entry.path), entry.offset, entry.stamp, run) for entry in entries],
    )


def _reopened(db: sqlite3.Connection, plan: Plan, run: int, setup: str) -> None:
    db.execute(
        "UPDATE articles SET state = 'waiting' WHERE run = ? AND state != 'waiting'"
        " AND (setup IS NOT ? OR (state = 'failed' AND ?))",
        (run, setup, plan.retry_failed),
    )
    done = db.execute("SELECT id, name FROM articles WHERE run = ? AND state = 'done'", (run,))
    suffixes = (".json", *plan.also)
    gone = [
        (identity,)
        for identity, name in done
        if not all(outputs.path_of(plan.out, name, suffix).exists() for suffix in suffixes)
    ]
    db.executemany("UPDATE articles SET state = 'waiting' WHERE id = ?", gone)
    outputs.check_lines(db, plan.out)


def _ended(db: sqlite3.Connection, out: Path, run: int, stopped: str | None) -> None:
    outputs.write_failures(db, out, run)
    outputs.mend_lines(db, out)
    db.execute("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", (_now(), stopped or "finished", run))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class _Row:
    """An article as the journal has it."""

    id: int
    entry: Entry


@dataclass(slots=True, kw_only=True)
class _Work:
    """A run under way."""

    plan: Plan
    choice: Choice
    journal: Journal
    run: int
    watch: Watch
    pace: Pace = field(init=False)
    purse: Purse = field(init=False)
    price: Price | None = None
    setup: str = ""
    doubtful: list[tuple[_Row, SummarizerError]] = field(default_factory=list)
    reached: bool = False
    reader: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "reader"))
    """One thread reads: readers and the language's model load once, and do not fight for the processor."""
    asking: dict[str, asyncio.Future[None]] = field(default_factory=dict)
    last_told: float = 0.0
    under_way: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    async def go(self) -> str | None:
        """Work through all that wait; gives why it stopped early, if it did."""
        plan = self.plan
        jobs = plan.jobs or min(REMOTE_JOBS, 1 if profile_of(self.choice).name == "embedded" else REMOTE_JOBS)
        self.setup = setup_of(self.choice, plan.options)
        self.price = plan.price or price_of(self.choice.name)
        self.pace = Pace(jobs, rpm=plan.rpm, tpm=plan.tpm)
        self.purse = Purse(plan.max_cost)
        async with open_model(self.choice) as model:
            model.gate = self.pace
            with _signals(self.pace):
                await self._all(model, jobs + 1)
                await self._judged()
        return self.pace.why or None

    async def _all(self, model: Model, at_once: int) -> None:
        under_way: set[asyncio.Task[None]] = set()
        try:
            async for row in self._rows():
                if self.pace.stopped.is_set():
                    break
                under_way.add(asyncio.create_task(self._one(row, model)))
                if len(under_way) >= at_once:
                    done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        task.result()
            for task in under_way:
                await task
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
            self.reader.shutdown(wait=False, cancel_futures=True)

    async def _rows(self) -> AsyncIterator[_Row]:
        after = 0
        query = (
            "SELECT id, name, path, offset, stamp FROM articles"
            " WHERE run = ? AND state = 'waiting' AND id > ? ORDER BY id LIMIT 200"
        )
        while rows := self.journal.read.execute(query, (self.run, after)).fetchall():
            for identity, name, path, offset, stamp in rows:
                yield _Row(identity, Entry(name, Path(os.fsdecode(path)), stamp, offset))
            after = rows[-1][0]

    async def _one(self, row: _Row, model: Model) -> None:
        """Bring one article to its end: done, failed, or left waiting where the run stops."""
        try:
            loop = asyncio.get_running_loop()
            article = await loop.run_in_executor(self.reader, read_entry, row.entry)
            key = hashlib.sha256(f"{article.id} {self.setup}".encode()).hexdigest()
            brief = await self._brief(article, key, model)
            await self._done(row, article, key, brief)
        except Stopping as stop:
            self.pace.stop(str(stop))
        except (ModelUnavailable, ModelRefused) as error:
            self.doubtful.append((row, error))
            if isinstance(error, ModelRefused) and error.status not in FOR_ALL:
                await self._failed(*self.doubtful.pop())
            elif len(self.doubtful) >= SUSTAINED:
                self.pace.stop(str(error))
        except (ArticleError, ModelOutputError) as error:
            await self._failed(row, error)
        self._told()

    def _told(self) -> None:
        now = time.monotonic()
        if now - self.last_told >= WATCHED_EVERY:
            self.last_told = now
            self.watch(state_of(self.journal.read, self.run, spent_in=self.run))

    async def _brief(self, article: Article, key: str, model: Model) -> Brief | None:
        """The brief, new; None where the journal has it, or will, from an identical article."""
        while key in self.under_way:
            await asyncio.wait([self.under_way[key]])
        if self.journal.read.execute("SELECT 1 FROM briefs WHERE key = ?", (key,)).fetchone():
            return None
        if self.pace.stopped.is_set():
            raise Stopping(self.pace.why)
        self.under_way[key] = asyncio.get_running_loop().create_future()
        try:
            kept = _Kept(self.journal, self.run, self.price, self.purse, self.asking)
            brief = await asummarize(article, model=model, options=self.plan.options, answers=kept)
            row = (key, brief.model_dump_json(), len(brief.findings))
            await self.journal.write(
                lambda db: db.execute("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", row)
            )
        finally:
            self.under_way.pop(key).set_result(None)
        self.reached = True
        await self._judged()
        return brief

    async def _judged(self) -> None:
        """Where the server answers for others, an article that it refused has failed by itself."""
        if self.doubtful and self.reached and not self.pace.stopped.is_set():
            doubtful, self.doubtful = self.doubtful, []
            for row, error in doubtful:
                await self._failed(row, error)
        elif self.doubtful:
            self.pace.stop(str(self.doubtful[-1][1])) if not self.under_way else None

    async def _done(self, row: _Row, article: Article, key: str, brief: Brief | None) -> None:
        about = (article.source, article.title, article.published)

        def write(db: sqlite3.Connection) -> None:
            stored = db.execute("SELECT brief FROM briefs WHERE key = ?", (key,)).fetchone()[0]
            line = outputs.patched(stored, *about)
            whole = brief or Brief.model_validate_json(line)
            outputs.write_whole(
                outputs.path_of(self.plan.out, row.entry.name), whole.model_dump_json(indent=2) + "\n"
            )
            for suffix in self.plan.also:
                target = outputs.path_of(self.plan.out, row.entry.name, suffix)
                outputs.write_whole(target, RENDERINGS[suffix](whole))
            was, before = db.execute("SELECT line, brief FROM articles WHERE id = ?", (row.id,)).fetchone()
            if was is None:
                was = outputs.append_line(db, self.plan.out, line)
            elif before != key:
                outputs.mark_stale(db)
            db.execute(
                "UPDATE articles SET state = 'done', setup = ?, content = ?, brief = ?, source = ?,"
                " title = ?, published = ?, cause = NULL, error = NULL, line = ? WHERE id = ?",
                (self.setup, article.id, key, *about, was, row.id),
            )
            attempt = (row.id, self.run, _now(), "done")
            db.execute("INSERT INTO attempts (article, run, at, state) VALUES (?, ?, ?, ?)", attempt)

        await self.journal.write(write)

    async def _failed(self, row: _Row, error: SummarizerError) -> None:
        cause, words = cause_of(error), str(error)

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE articles SET state = 'failed', setup = ?, cause = ?, error = ? WHERE id = ?",
                (self.setup, cause, words, row.id),
            )
            attempt = (row.id, self.run, _now(), "failed", cause, words)
            db.execute("INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?)", attempt)

        await self.journal.write(write)


def cause_of(error: SummarizerError) -> str:
    """The kind of a failure, in two words at most."""
    kinds = {
        ArticleError: "no article",
        ModelOutputError: "no usable answer",
        ModelRefused: "refused",
        ModelUnavailable: "server failed",
    }
    return next((words for kind, words in kinds.items() if isinstance(error, kind)), "other")


@dataclass(frozen=True, slots=True)
class _Kept:
    """The journal as `pipeline` sees it: answers to find and to keep, and money to spend."""

    journal: Journal
    run: int
    price: Price | None
    purse: Purse
    under_way: dict[str, asyncio.Future[None]]

    def find(self, key: str) -> tuple[str, Usage] | None:
        """See `kept.Answers`."""
        query = "SELECT answer, calls, tokens_in, tokens_cached, tokens_out FROM answers WHERE key = ?"
        found = self.journal.read.execute(query, (key,)).fetchone()
        return (found[0], Usage(*found[1:])) if found else None

    def allowed(self, question: Question, model: Model, reasks: int) -> AbstractAsyncContextManager[None]:
        """See `kept.Answers`."""
        if self.price is None or self.purse.limit is None:
            return _free()
        tries = reasks + 1
        answer = question.max_tokens + model.profile.allowance
        shown = model.tokens_of(question) - question.max_tokens
        # an answer that is given back stands in the next request, with what was wrong with it
        shown = tries * shown + answer * tries * (tries - 1)
        return self.purse.reserve(self.price.of(shown, 0, tries * answer))

    @asynccontextmanager
    async def turn(self, key: str) -> AsyncIterator[None]:
        """See `kept.Answers`."""
        while key in self.under_way:
            await asyncio.wait([self.under_way[key]])
        self.under_way[key] = asyncio.get_running_loop().create_future()
        try:
            yield
        finally:
            self.under_way.pop(key).set_result(None)

    async def keep(self, key: str, question: Question, answer: str | None, usage: Usage) -> None:
        """See `kept.Answers`."""
        from summarizer.kept import words_of  # noqa: PLC0415

        counts = (usage.calls, usage.tokens_in, usage.tokens_cached, usage.tokens_out)
        cost = None if self.price is None else self.price.of(*counts[1:])
        if cost is not None:
            self.purse.spent += cost

        def write(db: sqlite3.Connection) -> None:
            if answer is not None:
                row = (key, words_of(question), question.section, answer, *counts)
                db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            paid = (self.run, question.section, *counts, None if cost is None else float(cost))
            db.execute("INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?)", paid)

        await self.journal.write(write)


@asynccontextmanager
async def _free() -> AsyncIterator[None]:
    yield


@contextmanager
def _signals(pace: Pace) -> Iterator[None]:
    """The first Ctrl-C or SIGTERM lets what is under way end; the second Ctrl-C stops at once."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()

    def stop(name: str) -> None:
        if pace.stopped.is_set() and task is not None:
            task.cancel()
        pace.stop(f"stopped by {name}; the same command again goes on")

    names = ("SIGINT", "SIGTERM")
    try:
        for name in names:
            loop.add_signal_handler(getattr(signal, name), stop, name)
    except (NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
        yield
        return
    try:
        yield
    finally:
        for name in names:
            loop.remove_signal_handler(getattr(signal, name))
