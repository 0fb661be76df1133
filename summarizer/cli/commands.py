"""How a command ends: an error is one line on standard error and an exit code."""

import asyncio
import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from summarizer.cli.terminal import log_to_terminal, say, set_encodings
from summarizer.errors import SummarizerError
from summarizer.text.printable import one_line

_UsageError: Any = typer.BadParameter.__base__
# Any wrong usage: typer has a public name only for this kind of it.


class Commands(TyperGroup):
    """The commands of the program."""

    def main(self, args: Sequence[str] | None = None, *given: Any, **options: Any) -> Any:
        """Run the command that the words name, and leave with its exit code."""
        set_encodings()
        words = sys.argv[1:] if args is None else list(args)
        try:
            code = super().main(words, *given, **(options | {"standalone_mode": False}))
        except _UsageError as error:
            shown = io.StringIO()
            error.show(file=shown)
            say(shown.getvalue().rstrip(), error=True)
            code = 2
        except typer.Abort:
            code = 1
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an error, also one that nobody foresaw, is one line.

        --debug shows the traceback as well.
        """
        try:
            return super().invoke(ctx)
        except (typer.Exit, typer.Abort, _UsageError):
            raise
        except (KeyboardInterrupt, asyncio.CancelledError):
            say("summarizer: stopped", error=True)
            raise typer.Exit(130) from None
        except BrokenPipeError:  # whoever read standard output has gone: `summarizer mark a.txt | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(1) from None
        except SummarizerError as error:
            _show_trace(ctx, error)
            say(f"summarizer: {error}", error=True)
            raise typer.Exit(1) from None
        except Exception as error:  # noqa: BLE001 - the one place where what nobody foresaw is told
            _show_trace(ctx, error)
            fault = one_line(f"{type(error).__name__}: {error}")[:300]
            say(
                f"summarizer: a fault of this program ({fault}); please report this, with what --debug shows",
                error=True,
            )
            raise typer.Exit(1) from None


def debug_asked(ctx: typer.Context, asked: bool) -> bool:  # noqa: FBT001 - as typer calls it
    """Remember whether a command was given --debug; then faults that a run survives show their trace, too."""
    ctx.meta[__name__] = asked
    if asked:
        log_to_terminal("ERROR", anew=False)
    return asked


def _show_trace(ctx: Any, error: BaseException) -> None:
    if ctx.meta.get(__name__):
        say("".join(traceback.format_exception(error)).rstrip(), error=True)
