"""The command line: its commands, and those that only show something.

This package is the only code that prints or exits. Heavy modules are imported in the functions that use
them, so `summarizer --help` answers at once.
"""

import asyncio
import json
from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli import batch, brief, briefs, digest, merge, options, serve
from summarizer.cli.commands import Commands
from summarizer.cli.inputs import read_given
from summarizer.cli.terminal import console, log_to_terminal, say, write_json, wrong_usage

app = typer.Typer(
    cls=Commands,
    help="Turn French news articles into English briefs; figures and quotations are the article's own.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class LogLevel(StrEnum):
    """How much the program logs; `debug` shows every prompt, answer and finding."""

    debug = "debug"
    info = "info"
    warning = "warning"


def _version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        from importlib.metadata import version  # noqa: PLC0415

        say(f"summarizer {version('grounded-summarizer')}")
        raise typer.Exit


@app.callback()
def set_up(
    version: Annotated[  # noqa: ARG001 - its callback reads it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="show the version")
    ] = False,
    log_level: Annotated[
        LogLevel | None, typer.Option("--log-level", help="log to standard error from this level on")
    ] = None,
) -> None:
    """Turn French news articles into English briefs; figures and quotations are the article's own."""
    if log_level is not None:
        log_to_terminal(log_level.value.upper())


@app.command(
    short_help="Show what code finds in an article; no model.", epilog="Example: summarizer mark article.txt"
)
def mark(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="an article: a file, an http(s) address; - is standard input"),
    ],
    allow_private: options.AllowPrivate = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Show what code finds in an article: sentences, figures, quotations, names. No model is needed."""
    from summarizer.marking.marked_article import mark as mark_article  # noqa: PLC0415
    from summarizer.output.render.article_marks import print_marks  # noqa: PLC0415

    for article in asyncio.run(read_given(file, allow_private=allow_private)):
        print_marks(mark_article(article), console())


@app.command(
    short_help="Print the JSON Schema of the brief, or of an answer.",
    epilog="Example: summarizer schema brief > brief.schema.json",
)
def schema(
    name: Annotated[str, typer.Argument(help="brief, digest, trace, answer, or section")] = "brief",
    section: options.Sections = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Print the JSON Schema of the brief, the digest, a line of --trace, or the answer of a large model.

    With `section`: that of what a --section of your own adds to the brief.
    """
    from summarizer.output.json_schema import SCHEMAS, json_schema, section_schema  # noqa: PLC0415

    own = options.own(section)
    if name == "section" and len(own) == 1:
        found = section_schema(own[0])
    elif name in SCHEMAS:
        found = json_schema(name, own)
    else:
        wrong_usage(f"no schema {name!r}; choose {', '.join(SCHEMAS)}, or section with one --section")
    write_json(json.dumps(found, indent=2, ensure_ascii=False) + "\n")


@app.command(
    short_help="Show what is installed, which model is used, and if it answers.",
    epilog="Example: summarizer doctor --model local",
)
def doctor(
    model: options.ModelName = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    profile: options.ProfileName = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Show what is installed, which model would be used and why, and whether it answers."""
    from summarizer.cli.doctor import examine  # noqa: PLC0415

    sound = True
    for line in examine(lambda: options.choose(model, base_url, model_path, profile)):
        result = {True: "ok   ", False: "FAULT", None: "     "}[line.sound]
        say(f"{result}  {line.what}: {line.says}")
        sound = sound and line.sound is not False
    if not sound:
        raise typer.Exit(1)


for room in (brief, batch, briefs, digest, merge, serve):
    room.add_to(app)


def main() -> None:
    """Run the command line."""
    app()
