"""Progress, on standard error: a bar in a terminal, plain lines elsewhere, nothing if so asked."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

EVERY = 10.0
"""Seconds between plain lines."""


class Reporter:
    """Says what is being done; `bar` None means plain lines."""

    def __init__(self, console: Console, bar: Progress | None, *, quiet: bool) -> None:
        self._console = console
        self._bar = bar
        self._quiet = quiet
        self._task: TaskID | None = None
        self._last = 0.0

    def say(self, line: str, *, error: bool = False) -> None:
        """A line of its own; errors are said even when quiet."""
        if error or not self._quiet:
            self._console.print(line, markup=False, highlight=False, soft_wrap=True)

    def bytes_joined(self, done: int, total: int) -> None:
        """How far the embedded model's weights are put together."""
        self._step("putting the embedded model together", done, total)

    def asked(self, file: str) -> Callable[[str, int, int], None]:
        """How many of an article's questions are answered."""
        return lambda section, done, total: self._step(f"{file}: {section.replace('_', ' ')}", done, total)

    def clear(self) -> None:
        """Take the bar away, before the brief is printed."""
        if self._bar is not None and self._task is not None:
            self._bar.remove_task(self._task)
            self._bar.refresh()
        self._task = None

    def _step(self, what: str, done: int, total: int) -> None:
        if self._quiet:
            return
        if self._bar is None:
            now = time.monotonic()
            if now - self._last >= EVERY or done == total:
                self._last = now
                self.say(f"{what} ({100 * done // max(total, 1)} %)")
            return
        if self._task is None:
            self._task = self._bar.add_task(what, total=total)
        self._bar.update(self._task, description=what, completed=done, total=total)


@contextmanager
def reporter(*, quiet: bool) -> Iterator[Reporter]:
    """A reporter on standard error."""
    console = Console(file=sys.stderr)
    if quiet or not console.is_terminal:
        yield Reporter(console, None, quiet=quiet)
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        yield Reporter(console, bar, quiet=False)
