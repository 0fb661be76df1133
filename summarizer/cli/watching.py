"""How a run over many articles is shown: a bar in a terminal, plain or JSON lines elsewhere."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from summarizer.batch.standing import State, articles, figures, spending, summary

EVERY = 10.0
"""Seconds between plain lines."""


class Pulse:
    """How fast a run goes, since it was first seen."""

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def tell(self, state: State) -> str:
        """The rate, and at that rate the time left; nothing while there is nothing to go by."""
        now, ended = time.monotonic(), state.done + state.failed
        if self._first is None:
            self._first = now, ended
        seconds, articles = now - self._first[0], ended - self._first[1]
        if articles <= 0 or seconds <= 0:
            return ""
        return (
            f"; {60 * articles / seconds:,.0f} a minute, {_lasting(state.waiting * seconds / articles)} left"
        )


def _lasting(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return (
        f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
    )


class Watcher:
    """Shows a run's progress on standard error; with `bar` None, as lines. Nothing when `quiet`."""

    def __init__(self, console: Console, bar: Progress | None, *, quiet: bool, log_json: bool) -> None:
        self._console, self._bar = console, bar
        self._quiet, self._log_json = quiet, log_json
        self._pulse = Pulse()
        self._last = 0.0
        self._task: TaskID | None = None

    def __call__(self, state: State) -> None:
        """Show how the run stands now."""
        pulse = self._pulse.tell(state)
        if self._bar is not None:
            words = f"{articles(state)}{pulse}\n{spending(state)}"  # two lines, for narrow terminals
            ended = state.done + state.failed
            if self._task is None:
                self._task = self._bar.add_task("")
            self._bar.update(self._task, description=words, completed=ended, total=ended + state.waiting)
        elif not self._quiet and time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            self.say(figures(state) + pulse, state)

    def say(self, line: str, state: State | None = None) -> None:
        """A line; as JSON where that is asked for."""
        if self._log_json:
            data = {"at": time.time(), "message": line} | (asdict(state) if state else {})
            self._console.file.write(json.dumps(data, ensure_ascii=False) + "\n")
            self._console.file.flush()
        else:
            self._console.print(line, markup=False, soft_wrap=True)

    def end(self, state: State, out: Path) -> None:
        """What is said when a run has ended: all of it; when quiet, only that it was stopped."""
        if self._quiet:
            if state.stopped:
                self.say(f"stopped: {state.stopped}", state)
        elif self._log_json:
            self.say("stopped" if state.stopped else "finished", state)
        else:
            for line in summary(state, out):
                self.say(line)


@contextmanager
def watching(*, quiet: bool, log_json: bool) -> Iterator[Watcher]:
    """A watcher on standard error."""
    console = Console(file=sys.stderr, highlight=False)
    if quiet or log_json or not console.is_terminal:
        yield Watcher(console, None, quiet=quiet, log_json=log_json)
        return
    words = TextColumn("{task.description}", markup=False)
    with Progress(BarColumn(bar_width=20), words, console=console, transient=True) as bar:
        yield Watcher(console, bar, quiet=False, log_json=False)
