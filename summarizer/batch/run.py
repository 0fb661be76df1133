"""A run over many articles that loses nothing: every answer is in the journal before it is built upon.

Here is decided which articles a run is about, and what it leaves when it ends; `work` does it. Running the
same again takes up where it was left.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from summarizer.articles.web import Web
from summarizer.batch import outputs, rows
from summarizer.batch.damage import set_aside_damaged
from summarizer.batch.entries import Entry
from summarizer.batch.forms import FORMS
from summarizer.batch.inbox import Inbox, from_web
from summarizer.batch.journal import Journal, open_journal
from summarizer.batch.journal_file import FILE, damage
from summarizer.batch.plan import Plan, price_for, setup_of
from summarizer.batch.shards import entries_in
from summarizer.batch.sources import find_entries
from summarizer.batch.standing import State, state_of, totals
from summarizer.batch.work import Watch, Work
from summarizer.errors import BatchError
from summarizer.models.choice import Choice

__all__ = ["Plan", "run_batch"]

ENTERED_AT_ONCE = 2000
REMOVED = "briefs were removed or damaged during the run; run the same command again"


async def run_batch(plan: Plan, choice: Choice, *, watch: Watch | None = None) -> State:
    """Make the briefs of all articles given that are not made yet; gives how it ended.

    `watch` is told now and then how it stands. Raises BatchError where it cannot begin or OUT cannot be
    written; where it was stopped early, the state says why, and the same run again goes on from there.
    """
    if plan.max_cost is not None and price_for(plan, choice) is None:
        raise BatchError(f"--max-cost needs a price, and that of {choice.name!r} is not known: give --price")
    files = outputs.Writings(plan.out)
    left_out: list[str] = []
    with _opened(plan.out, files) as journal:
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
        run = await _entered(journal, plan, choice)
        try:
            aside = await _begun(journal, plan, choice, entries_in(plan.shard, found), run)
            _list_left_out(plan.out, left_out)
            state = replace(state_of(journal.read, run, spent_in=run), set_aside=aside)
            work = Work(
                plan=plan,
                choice=choice,
                journal=journal,
                files=files,
                run=run,
                state=state,
                watch=watch or (lambda _: None),
            )
            stopped = await work.go() if state.waiting else None
        except BaseException as error:
            with suppress(BatchError):  # where nothing can be written, the row stays without an outcome
                await journal.write(partial(_ended, plan=plan, run=run, outcome=_outcome(error)))
            raise
        await journal.write(partial(_ended, plan=plan, run=run, outcome=stopped or "finished"))
        for form in (FORMS[name] for name in plan.also):
            if form.at_end is not None:
                await asyncio.to_thread(form.at_end, plan.out)
        state = state_of(journal.read, run, spent_in=run)
        if state.waiting and stopped is None:
            stopped = REMOVED
        return replace(state, stopped=stopped, left_out=len(left_out), set_aside=work.state.set_aside)


@contextmanager
def _opened(out: Path, files: outputs.Writings) -> Iterator[Journal]:
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
        journal = open_journal(out / FILE, files)
        stack.callback(journal.close)
        try:
            yield journal
        except sqlite3.Error as error:
            raise BatchError(damage(out / FILE, error)) from error


async def _entered(journal: Journal, plan: Plan, choice: Choice) -> int:
    """Enter the run; gives its number."""
    insert = "INSERT INTO runs (started, model, setup) VALUES (?, ?, ?)"
    values = (rows.now(), choice.name, setup_of(choice, plan.options))
    run: int = await journal.write(lambda db: db.execute(insert, values).lastrowid)
    if plan.shard is not None:
        fact = ("shard", str(plan.shard))
        await journal.write(lambda db: db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", fact))
    return run


async def _begun(journal: Journal, plan: Plan, choice: Choice, entries: Iterator[Entry], run: int) -> int:
    """Enter the run's articles; those whose file, setup or brief's file is not as it was wait.

    Damaged rows are set aside first; gives how many there were.
    """
    aside: int = await journal.write(set_aside_damaged)
    if aside:
        await journal.write(outputs.mark_stale)
    while some := list(islice(entries, ENTERED_AT_ONCE)):
        await journal.write(partial(rows.enter, entries=some, run=run))
    await journal.write(
        partial(
            rows.reopen,
            run=run,
            setup=setup_of(choice, plan.options),
            out=plan.out,
            suffixes=_suffixes(plan),
            failed=plan.retry_failed,
        )
    )
    mended: int = await journal.write(partial(outputs.mend_lines, out=plan.out))
    return aside + mended


def _suffixes(plan: Plan) -> tuple[str, ...]:
    return (".json", *(FORMS[name].suffix for name in plan.also))


def _list_left_out(out: Path, names: list[str]) -> None:
    """List the files of IN that contain no article in `left_out.txt`."""
    target = out / "left_out.txt"
    if names:
        outputs.write_whole(target, "".join(f"{name}\n" for name in names))
    else:
        target.unlink(missing_ok=True)


def _ended(db: sqlite3.Connection, plan: Plan, run: int, outcome: str) -> None:
    """Look whether all is there, and enter how the run ended."""
    rows.reopen_without_files(db, run, out=plan.out, suffixes=_suffixes(plan))
    outputs.write_failures(db, plan.out, run)
    outputs.mend_lines(db, plan.out)
    if outcome == "finished" and totals(db, run)["waiting"]:
        outcome = REMOVED
    db.execute("UPDATE runs SET ended = ?, outcome = ? WHERE id = ?", (rows.now(), outcome, run))


def _outcome(error: BaseException) -> str:
    """How a run ended that an error ended."""
    if isinstance(error, asyncio.CancelledError | KeyboardInterrupt):
        return "stopped at once"
    return f"error: {str(error) or type(error).__name__}"
