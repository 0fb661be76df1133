"""The only way out to a terminal: all text is made printable, and secrets are removed."""

import logging
import re
import sys
from typing import TYPE_CHECKING, NoReturn

import typer

from summarizer.text.printable import printable
from summarizer.text.secrets import without_secrets

if TYPE_CHECKING:
    from rich.console import Console

_RAW = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text as it may be shown: printable, without keys and passwords."""
    return printable(without_secrets(text))


def say(line: str, *, error: bool = False) -> None:
    """Show a line on standard output, or on standard error."""
    typer.echo(clean(line), err=error)


def write(text: str) -> None:
    """Write a rendering to standard output, without characters that act on a terminal."""
    sys.stdout.write(clean(text))


def write_json(text: str, *, error: bool = False) -> None:
    r"""Write JSON; characters that act on a terminal are escaped, as in `\u202e`, so nothing is lost."""
    stream = sys.stderr if error else sys.stdout
    stream.write(_RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", without_secrets(text)))
    stream.flush()


def wrong_usage(line: str) -> NoReturn:
    """Show what is wrong with the words of a command, and leave with exit code 2."""
    say(f"summarizer: {line}", error=True)
    raise typer.Exit(2)


def console(*, error: bool = False) -> "Console":
    """Return a console on standard output or error, for what is rendered from clean text."""
    from rich.console import Console  # noqa: PLC0415 - `--help` does not need it

    return Console(file=sys.stderr if error else sys.stdout, highlight=False)


class LogFormatter(logging.Formatter):
    """Log lines as they may be shown."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        return clean(super().format(record))


LOGS = ("summarizer", "uvicorn")
# The program's own log, and that of the HTTP server, whose lines contain what clients sent.


def log_to_terminal(level: str, *, anew: bool = True) -> None:
    """Log to standard error from this level on. Without `anew`, a log that is set up does not change."""
    logging.raiseExceptions = False  # else a stream that fails shows the record, raw
    handler = logging.StreamHandler()
    handler.setFormatter(LogFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for log in map(logging.getLogger, LOGS):
        if anew or all(isinstance(each, logging.NullHandler) for each in log.handlers):
            log.handlers = [handler]
            log.setLevel(level)


def set_encodings() -> None:
    """Let every character be written: with a replacement on a terminal that lacks it, as UTF-8 elsewhere."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
