"""A run over many articles that loses nothing: every answer is written to the journal before it is used.

This module finds the articles of a run, and writes what a run leaves when it ends; `work` does the articles.
The same run again resumes.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol

from summarizer.articles.web import Web
from summarizer.batch import article_table, outputs
from summarizer.batch.article_table import RunOutput
from summarizer.batch.damage import set_aside_damaged
from summarizer.batch.entries import Entry
from summarizer.batch.formats import FORMATS
from summarizer.batch.inbox import Inbox, from_web
from summarizer.batch.journal import Journal, open_journal
from summarizer.batch.journal_file import FILE, damage
from summarizer.batch.outputs import OutputFiles
from summarizer.batch.plan import Plan, config_fingerprint, price_for
from summarizer.batch.shards import entries_in
from summarizer.batch.sources import find_entries
from summarizer.batch.status import RunStatus, run_status, totals
from summarizer.batch.tally import Progress, Tally
from summarizer.batch.work import work_through
from summarizer.errors import BatchError
from summarizer.models.choice import Choice

__all__ = ["Plan", "run_batch"]

ENTERED_AT_ONCE = 2000
REMOVED = "briefs were removed or damaged during the run; run the same command again"


class WorkThrough(Protocol):
    """A way to bring the waiting articles of a run to their end; see `work_through`."""

    async def __call__(
        self, plan: Plan, choice: Choice, journal: Journal, *, output: RunOutput, tally: Tally
    ) -> str | None:
        """Return why the run stopped early, if it did."""


async def run_batch(
    plan: Plan, choice: Choice, *, progress: Progress | None = None, work: WorkThrough | None = None
) -> RunStatus:
    """Write the briefs of all articles that have none yet; return the status at the end.

    `progress` is called with the status several times a second. `work`: another way to do the articles than
    `work_through`; it is called even if no article waits. If the run stopped early, the status says
    why; the same run again resumes. Raises BatchError if the run cannot begin or OUT cannot be written.
    """
    if plan.max_cost is not None and price_for(plan, choice) is None:
        raise BatchError(
            f"--max-cost needs a price, and the price of {choice.name!r} is unknown; give --price"
        )
    files = OutputFiles(plan.out)
    left_out: list[str] = []
    with _open(plan.out, files) as journal:
        addresses, given = from_web(plan.given)
        if addresses and plan.shard:
            raise BatchError("--shard is for files: every shard would fetch all addresses; fetch them first")
        if addresses:
            async with Web(allow_private=plan.allow_private) as web:
                await Inbox(plan.out / "inbox", web).collect(addresses)
        found = find_entries(
            given,
            leave_out=plan.leave_out,
            inbox=plan.out / "inbox" if addresses else None,
            passed_over=lambda path, why: left_out.append(f"{path!r}{why}"),
        )
        setup = config_fingerprint(choice, plan.options)
        run = await _enter_run(journal, plan, choice.name, setup)
        try:
            aside = await _enter_articles(journal, plan, entries_in(plan.shard, found), run=run, setup=setup)
            _list_left_out(plan.out, left_out)
            status = replace(run_status(journal.read, run, spent_in=run), set_aside=aside)
            tally = Tally(status, progress or (lambda _: None))
            output = RunOutput(run=run, setup=setup, files=files)
            stopped = None
            if status.waiting or work is not None:
                stopped = await (work or work_through)(plan, choice, journal, output=output, tally=tally)
        except BaseException as error:
            with suppress(BatchError):  # if nothing can be written, the run has no outcome in the journal
                await journal.write(partial(_end, plan=plan, run=run, outcome=_outcome(error)))
            raise
        await journal.write(partial(_end, plan=plan, run=run, outcome=stopped or "finished"))
        for format_ in (FORMATS[name] for name in plan.formats):
            if format_.at_end is not None:
                await asyncio.to_thread(format_.at_end, plan.out)
        status = run_status(journal.read, run, spent_in=run)
        if status.waiting and stopped is None:
            stopped = REMOVED
        return replace(status, stopped=stopped, left_out=len(left_out), set_aside=tally.status.set_aside)


@contextmanager
def _open(out: Path, files: OutputFiles) -> Iterator[Journal]:
    """Open the journal of OUT. Raises BatchError if another run uses it."""
    import filelock  # noqa: PLC0415

    with ExitStack() as stack:
        try:
            (out / "briefs").mkdir(parents=True, exist_ok=True)
            stack.enter_context(filelock.FileLock(out / ".lock", blocking=False))
        except filelock.Timeout as error:
            raise BatchError(f"another run writes to {str(out)!r}; wait for it, or stop it") from error
        except OSError as error:
            raise BatchError(f"cannot write to {str(out)!r}: {error.strerror}; choose another OUT") from error
        journal = open_journal(out / FILE, files)
        stack.callback(journal.close)
        try:
            yield journal
        except sqlite3.Error as error:
            raise BatchError(damage(out / FILE, error)) from error


async def _enter_run(journal: Journal, plan: Plan, model: str, setup: str) -> int:
    """Enter the run; return its number."""
    insert = "INSERT INTO runs (started, model, setup) VALUES (?, ?, ?)"
    values = (article_table.now(), model, setup)
    run: int = await journal.write(lambda db: db.execute(insert, values).lastrowid)
    if plan.shard is not None:
        fact = ("shard", str(plan.shard))
        await journal.write(lambda db: db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", fact))
    return run


async def _enter_articles(
    journal: Journal, plan: Plan, entries: Iterator[Entry], *, run: int, setup: str
) -> int:
    """Enter the run's articles. An article waits if it is new, or if its file, setup or brief has changed.

    Damaged rows are set aside first; returns how many there were.
    """
    aside: int = await journal.write(set_aside_damaged)
    if aside:
        await journal.write(outputs.mark_stale)
    while some := list(islice(entries, ENTERED_AT_ONCE)):
        await journal.write(partial(article_table.enter, entries=some, run=run))
    reopen = partial(
        article_table.reopen,
        run=run,
        setup=setup,
        out=plan.out,
        suffixes=_suffixes(plan),
        failed=plan.retry_failed,
    )
    await journal.write(reopen)
    mended: int = await journal.write(partial(outputs.mend_lines, out=plan.out))
    return aside + mended


def _suffixes(plan: Plan) -> tuple[str, ...]:
    return (".json", *(FORMATS[name].suffix for name in plan.formats))


def _list_left_out(out: Path, names: list[str]) -> None:
    """List the files of IN that contain no article in `left_out.txt`."""
    target = out / "left_out.txt"
    if names:
        outputs.write_whole(target, "".join(f"{name}\n" for name in names))
    else:
        target.unlink(missing_ok=True)


def _end(db: sqlite3.Connection, plan: Plan, run: int, outcome: str) -> None:
    """Check that all files are there, and enter the outcome of the run."""
    article_table.reopen_without_files(db, run, out=plan.out, suffixes=_suffixes(plan))
    outputs.write_failures(db, plan.out, run)
    outputs.mend_lines(db, plan.out)
    if outcome == "finished" and totals(db, run)["waiting"]:
        outcome = REMOVED
    db.execute("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", (article_table.now(), outcome, run))


def _outcome(error: BaseException) -> str:
    """Return the outcome of a run that an error ended."""
    if isinstance(error, asyncio.CancelledError | KeyboardInterrupt):
        return "stopped at once"
    return f"error: {str(error) or type(error).__name__}"
