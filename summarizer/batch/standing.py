"""How a batch stands, read from its journal alone, and in words: no model's client is loaded for it."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from summarizer.batch import journal as records
from summarizer.errors import BatchError


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a run, or a folder, stands. `cost` None: a price is not known. `stopped`: why, if it was.

    `left_out` counts the files of IN that contain no article.
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


def state_of(db: sqlite3.Connection, run: int, *, spent_in: int | None = None) -> State:
    """How the articles of a run stand; spending of the run `spent_in`, None for all runs together."""
    articles = records.totals(db, run)
    calls, tokens_in, tokens_out, cost = records.spent(db, spent_in)
    findings = db.execute(
        "SELECT coalesce(sum(findings), 0) FROM articles WHERE run = ? AND state = 'done'",
        (run,),
    ).fetchone()[0]
    return State(
        done=articles["done"],
        failed=articles["failed"],
        waiting=articles["waiting"],
        causes=records.causes(db, run),
        findings=findings,
        calls=calls,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        cost=cost,
    )


def last_state(out: Path) -> State:
    """How the folder of a batch stands after its last run. Raises BatchError where it has no journal."""
    path = out / "summarizer.sqlite"
    if not path.is_file():
        raise BatchError(f"{str(out)!r} is no folder of a batch: it has no summarizer.sqlite")
    db = records.read_only(out)
    try:
        run = db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
        return state_of(db, run)
    except sqlite3.Error as error:
        raise BatchError(f"cannot read {str(path)!r}: {error}") from error
    finally:
        db.close()


def figures(state: State) -> str:
    """How a run stands, on a line."""
    return f"{articles(state)}; {spending(state)}"


def articles(state: State) -> str:
    """How many articles are done, failed, waiting."""
    return f"{state.done:,} done, {state.failed:,} failed, {state.waiting:,} waiting"


def spending(state: State) -> str:
    """Calls, tokens and money."""
    cost = "cost unknown" if state.cost is None else f"${state.cost:.4f}"
    return f"{state.calls:,} calls, {state.tokens_in:,} tokens in, {state.tokens_out:,} out, {cost}"


def summary(state: State, out: Path) -> list[str]:
    """What is said at the end of a run, and by `status`."""
    lines = [figures(state)]
    lines += [f"  failed, {cause}: {number:,}" for cause, number in state.causes.items()]
    if state.left_out:
        lines.append(
            f"  left out: {state.left_out:,} files that contain no article, see {out / 'left_out.txt'}"
        )
    lines.append(f"  findings: {state.findings:,}")
    lines.append(f"  briefs: {out / 'briefs'}, {out / 'briefs.jsonl'}")
    if state.failed:
        lines.append(f"  failures: {out / 'failures.jsonl'} (--retry-failed tries them again)")
    lines.append(f"  journal: {out / 'summarizer.sqlite'}")
    if state.stopped:
        lines.append(f"stopped: {state.stopped}")
    return lines
