"""Progress on standard error: a bar in a terminal, plain or JSON lines elsewhere, nothing with --quiet."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from summarizer.batch.status import RunStatus, articles, figures, spending
from summarizer.cli.terminal import clean, console, write_json

EVERY = 10.0
# Seconds between two plain lines.


class _Shown:
    """The output of progress; `bar` None means plain lines."""

    def __init__(self, shown: Console, bar: Progress | None, *, quiet: bool) -> None:
        self._console, self._bar, self._quiet = shown, bar, quiet
        self._task: TaskID | None = None
        self._last = 0.0

    def _is_due(self) -> bool:
        """Whether the next plain line is due."""
        now = time.monotonic()
        if now - self._last < EVERY:
            return False
        self._last = now
        return True

    def _line(self, line: str) -> None:
        self._console.print(clean(line), markup=False, highlight=False, soft_wrap=True)

    def _advance(self, words: str, done: int, total: int) -> None:
        if self._bar is None:
            return
        if self._task is None:
            self._task = self._bar.add_task(clean(words), total=total)
        self._bar.update(self._task, description=clean(words), completed=done, total=total)


class ArticleProgress(_Shown):
    """Progress of single articles, question by question."""

    def say(self, line: str, *, error: bool = False) -> None:
        """Show a line; errors are shown with --quiet as well."""
        if error or not self._quiet:
            self._line(line)

    def bytes_joined(self, done: int, total: int) -> None:
        """Show how far the embedded model's weights are joined."""
        self._step("joining the parts of the embedded model", done, total)

    def asked(self, file: str) -> Callable[[str, int, int], None]:
        """Return a callback that shows how many of an article's questions are answered."""
        return lambda section, done, total: self._step(f"{file}: {section.replace('_', ' ')}", done, total)

    def clear(self) -> None:
        """Remove the bar, before the brief is printed."""
        if self._bar is not None and self._task is not None:
            self._bar.remove_task(self._task)
            self._bar.refresh()
        self._task = None

    def _step(self, what: str, done: int, total: int) -> None:
        if self._quiet:
            return
        self._advance(what, done, total)
        if self._bar is None and (self._is_due() or done == total):
            self.say(f"{what} ({100 * done // max(total, 1)} %)")


class Rate:
    """The rate of a run since it was first shown, and the time left at that rate."""

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def describe(self, state: RunStatus) -> str:
        """Return the rate and the time left; nothing before the first article is done."""
        now, ended = time.monotonic(), state.done + state.failed
        if self._first is None:
            self._first = now, ended
        seconds, done = now - self._first[0], ended - self._first[1]
        if done <= 0 or seconds <= 0:
            return ""
        return f"; {60 * done / seconds:,.0f} a minute, {_lasting(state.waiting * seconds / done)} left"


def _lasting(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return (
        f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
    )


class BatchProgress(_Shown):
    """Progress of a run over many articles."""

    def __init__(self, shown: Console, bar: Progress | None, *, quiet: bool, log_json: bool) -> None:
        super().__init__(shown, bar, quiet=quiet)
        self._log_json = log_json
        self._rate = Rate()

    def __call__(self, state: RunStatus) -> None:
        """Show the state of the run now."""
        rate = self._rate.describe(state)
        if self._bar is not None:
            ended = state.done + state.failed
            words = f"{articles(state)}{rate}\n{spending(state)}"  # two lines, for narrow terminals
            self._advance(words, ended, ended + state.waiting)
        elif not self._quiet and self._is_due():
            self.say(figures(state) + rate, state)

    def say(self, line: str, state: RunStatus | None = None) -> None:
        """Show a line; with --log-json, as JSON."""
        if self._log_json:
            data = {"at": time.time(), "message": line} | (asdict(state) if state else {})
            write_json(json.dumps(data, ensure_ascii=False) + "\n", error=True)
        else:
            self._line(line)

    def end(self, state: RunStatus, lines: Sequence[str]) -> None:
        """Show how a run ended, in these lines; with --quiet, only that it was stopped."""
        if self._quiet:
            if state.stopped:
                self.say(f"stopped: {state.stopped}", state)
        elif self._log_json:
            self.say("stopped" if state.stopped else "finished", state)
        else:
            for line in lines:
                self.say(line)


@contextmanager
def article_progress(*, quiet: bool) -> Iterator[ArticleProgress]:
    """Give the progress of single articles, on standard error."""
    shown = console(error=True)
    if quiet or not shown.is_terminal:
        yield ArticleProgress(shown, None, quiet=quiet)
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=shown, transient=True) as bar:
        yield ArticleProgress(shown, bar, quiet=False)


@contextmanager
def batch_progress(*, quiet: bool, log_json: bool) -> Iterator[BatchProgress]:
    """Give the progress of a run over many articles, on standard error."""
    shown = console(error=True)
    if quiet or log_json or not shown.is_terminal:
        yield BatchProgress(shown, None, quiet=quiet, log_json=log_json)
        return
    words = TextColumn("{task.description}", markup=False)
    with Progress(BarColumn(bar_width=20), words, console=shown, transient=True) as bar:
        yield BatchProgress(shown, bar, quiet=False, log_json=False)
