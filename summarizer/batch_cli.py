"""`summarizer batch` and `summarizer status`: how a run is told and how it is shown."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from summarizer.standing import State

EVERY = 10.0
"""Seconds between plain lines."""


def figures(state: "State") -> str:
    """How a run stands, on a line."""
    cost = "cost unknown" if state.cost is None else f"${state.cost:.4f}"
    return (
        f"{state.done} done, {state.failed} failed, {state.waiting} waiting; {state.calls:,} calls, "
        f"{state.tokens_in:,} tokens in, {state.tokens_out:,} out, {cost}"
    )


def summary(state: "State", out: Path) -> list[str]:
    """What is said at the end of a run, and by `status`."""
    lines = [figures(state)]
    lines += [f"  failed, {cause}: {number}" for cause, number in state.causes.items()]
    lines.append(f"  findings: {state.findings}")
    lines.append(f"  briefs: {out / 'briefs'}, {out / 'briefs.jsonl'}")
    if state.failed:
        lines.append(f"  failures: {out / 'failures.jsonl'} (--retry-failed tries them again)")
    lines.append(f"  journal: {out / 'summarizer.sqlite'}")
    if state.stopped:
        lines.append(f"stopped: {state.stopped}")
    return lines


class Watcher:
    """Shows a run's progress: a bar in a terminal, plain or JSON lines elsewhere, nothing if so asked."""

    def __init__(self, *, quiet: bool, log_json: bool) -> None:
        self._quiet, self._log_json = quiet, log_json
        self.console = Console(file=sys.stderr, highlight=False)
        self._last = 0.0
        self._bar: Progress | None = None
        if self.console.is_terminal and not quiet and not log_json:
            columns = (BarColumn(), TextColumn("{task.description}", markup=False))
            self._bar = Progress(
                *columns, TimeElapsedColumn(), TimeRemainingColumn(), console=self.console, transient=True
            )
            self._bar.start()
            self._task = self._bar.add_task("")

    def __call__(self, state: "State") -> None:
        """Show how the run stands now."""
        total = state.done + state.failed + state.waiting
        if self._bar is not None:
            completed = state.done + state.failed
            self._bar.update(self._task, description=figures(state), completed=completed, total=total)
        elif not self._quiet and time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            self.say(figures(state), state)

    def say(self, line: str, state: "State | None" = None) -> None:
        """A line; as JSON where that is asked for."""
        if self._log_json:
            data = {"at": time.time(), "message": line} | (asdict(state) if state else {})
            self.console.file.write(json.dumps(data, ensure_ascii=False) + "\n")
        else:
            self.console.print(line, markup=False, soft_wrap=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def show_status(out: Path, say: Callable[[str], None]) -> None:
    """How the folder of a batch stands. Raises BatchError where it is none."""
    from summarizer.standing import last_state  # noqa: PLC0415

    for line in summary(last_state(out), out):
        say(line)
