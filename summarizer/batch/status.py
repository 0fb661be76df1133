"""The status of a batch, read from its journal, and in words. No model's client is loaded."""

import sqlite3
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from summarizer.batch.journal_file import FILE, damage, open_read_only
from summarizer.errors import BatchError


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStatus:
    """The status of a run, or of a folder.

    `cost` is None if a price is unknown; `stopped` is the reason, if the run stopped early. `left_out` counts
    the files of IN that contain no article, `set_aside` the damaged rows of the journal.
    """

    done: int
    failed: int
    waiting: int
    causes: dict[str, int]
    findings: int
    calls: int
    tokens_in: int
    tokens_out: int
    cost: float | None
    stopped: str | None = None
    left_out: int = 0
    set_aside: int = 0


def run_status(db: sqlite3.Connection, run: int, *, spent_in: int | None = None) -> RunStatus:
    """Return the status of a run; its spending is that of the run `spent_in`, or of all runs."""
    number = totals(db, run)
    calls, tokens_in, tokens_out, cost = spent(db, spent_in)
    findings = db.execute(
        "SELECT coalesce(sum(findings), 0) FROM articles WHERE run = ? AND state = 'done'",
        (run,),
    ).fetchone()[0]
    return RunStatus(
        done=number["done"],
        failed=number["failed"],
        waiting=number["waiting"],
        causes=causes(db, run),
        findings=findings,
        calls=calls,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        cost=cost,
    )


def totals(db: sqlite3.Connection, run: int) -> dict[str, int]:
    """Return how many articles of a run are waiting, done, failed."""
    rows = db.execute("SELECT state, count(*) FROM articles WHERE run = ? GROUP BY state", (run,))
    return {"waiting": 0, "done": 0, "failed": 0} | dict(rows.fetchall())


def causes(db: sqlite3.Connection, run: int) -> dict[str, int]:
    """Return how many articles of a run failed, by cause."""
    query = (
        "SELECT cause, count(*) FROM articles WHERE run = ? AND state = 'failed' GROUP BY cause ORDER BY 2"
    )
    return dict(db.execute(query, (run,)).fetchall())


def spent(db: sqlite3.Connection, run: int | None = None) -> tuple[int, int, int, float | None]:
    """Return calls, tokens in and out, and dollars of a run, or of all; None if a price is unknown."""
    query = (
        "SELECT coalesce(sum(calls), 0), coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0),"
        " coalesce(sum(cost), 0.0), count(*) - count(cost) FROM spending WHERE run = ? OR ? IS NULL"
    )
    calls, tokens_in, tokens_out, cost, unknown = db.execute(query, (run, run)).fetchone()
    return calls, tokens_in, tokens_out, None if unknown else cost


def spent_so_far(db: sqlite3.Connection) -> Decimal:
    """Return the dollars of all runs; questions with an unknown price count nothing."""
    (dollars,) = db.execute("SELECT coalesce(sum(cost), 0.0) FROM spending").fetchone()
    return Decimal(str(dollars))


def last_status(out: Path) -> RunStatus:
    """Return the status of a batch's folder after its last run. Raises BatchError if it has no journal."""
    path = out / FILE
    if not path.is_file():
        raise BatchError(f"{str(out)!r} is not the folder of a batch: it has no {FILE}")
    db = open_read_only(out)
    try:
        run = db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
        return run_status(db, run)
    except sqlite3.Error as error:
        raise BatchError(damage(path, error)) from error
    finally:
        db.close()


def figures(state: RunStatus) -> str:
    """Describe a status in a line."""
    return f"{articles(state)}; {spending(state)}"


def articles(state: RunStatus) -> str:
    """Describe how many articles are done, failed, waiting."""
    return f"{state.done:,} done, {state.failed:,} failed, {state.waiting:,} waiting"


def spending(state: RunStatus) -> str:
    """Describe calls, tokens and cost."""
    cost = "cost unknown" if state.cost is None else f"${state.cost:.4f}"
    return f"{state.calls:,} calls, {state.tokens_in:,} tokens in, {state.tokens_out:,} out, {cost}"


def summary(state: RunStatus, out: Path) -> list[str]:
    """Describe a status in lines: at the end of a run, and for `summarizer status`."""
    lines = [figures(state)]
    lines += [f"  failed, {cause}: {number:,}" for cause, number in state.causes.items()]
    if state.left_out:
        lines.append(
            f"  left out: {state.left_out:,} files that contain no article, see {out / 'left_out.txt'}"
        )
    if state.set_aside:
        lines.append(f"  damaged: {state.set_aside:,} rows of the journal; their articles were done again")
    lines.append(f"  findings: {state.findings:,}")
    lines.append(f"  briefs: {out / 'briefs'}, {out / 'briefs.jsonl'}")
    if state.failed:
        lines.append(f"  failures: {out / 'failures.jsonl'} (--retry-failed tries them again)")
    lines.append(f"  journal: {out / 'summarizer.sqlite'}")
    if state.stopped:
        lines.append(f"stopped: {state.stopped}")
    return lines
