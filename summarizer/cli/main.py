"""The command line: the only code that prints or exits. Everything heavy is imported where it is used,
so that `summarizer --help` answers at once.
"""

import asyncio
import json
import logging
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import batch as batch_cli
from summarizer.cli import brief as brief_cli
from summarizer.cli import digest as digest_cli
from summarizer.cli import serve as serve_cli
from summarizer.cli.options import (
    AllowPrivate,
    BaseUrl,
    Context,
    Debug,
    ModelName,
    ModelPath,
    PlanOption,
    ProfileName,
    SecondReader,
    ServiceTier,
    Strict,
    TraceFile,
    chosen,
)
from summarizer.cli.reading import read_all, read_given, stem
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from rich.console import Console

    from summarizer.cli.reporting import Reporter
    from summarizer.models.choice import Choice
    from summarizer.pipeline import Options
    from summarizer.schemas.brief import Article, Brief

app = typer.Typer(
    help="French news articles to English briefs in which no quotation and no number can be wrong.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class LogLevel(StrEnum):
    """How much the program says of itself; `debug` has every prompt, answer and finding."""

    debug = "debug"
    info = "info"
    warning = "warning"


def _version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"summarizer {version('grounded-summarizer')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # noqa: ARG001, FBT002 - a flag that its callback reads
        bool, typer.Option("--version", callback=_version, is_eager=True, help="show the version")
    ] = False,
    log_level: Annotated[
        LogLevel | None,
        typer.Option("--log-level", help="what the program says of itself, on standard error"),
    ] = None,
) -> None:
    """French news articles to English briefs in which no quotation and no number can be wrong."""
    if log_level is not None:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        log = logging.getLogger("summarizer")
        log.handlers = [handler]
        log.setLevel(log_level.value.upper())


class Format(StrEnum):
    """What a brief is written as."""

    text = "text"
    json = "json"
    md = "md"
    html = "html"


@app.command(epilog="Example: summarizer brief article.txt --format md -o brief.md")
def brief(  # noqa: PLR0913, PLR0917 - a command's options
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="articles: files, http(s) addresses; - is standard input"),
    ],
    model: ModelName = None,
    base_url: BaseUrl = None,
    model_path: ModelPath = None,
    profile: ProfileName = None,
    plan: PlanOption = None,
    second_reader: SecondReader = "none",
    context: Context = None,
    service_tier: ServiceTier = None,
    format: Annotated[Format | None, typer.Option("--format", "-f", help="how it is written")] = None,  # noqa: A002
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="a file; or a folder/, for JSON and Markdown")
    ] = None,
    strict: Strict = False,  # noqa: FBT002
    trace: TraceFile = None,
    allow_private: AllowPrivate = False,  # noqa: FBT002
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="no progress")] = False,  # noqa: FBT002
    debug: Debug = False,  # noqa: FBT002
) -> None:
    """Write the brief of one article or several.

    Exit code 1 where an article failed, 3 where --strict left something out.
    """
    from summarizer.cli.reporting import reporter  # noqa: PLC0415
    from summarizer.pipeline import Options  # noqa: PLC0415

    # Path drops the slash at the end by which a folder is meant, so the words are looked at
    target = None if output is None else Path(output)
    into_folder = target is not None and (
        target.is_dir() or str(output).endswith(("/", "\\")) or len(files) > 1
    )
    if into_folder:
        _refuse_one_name(files)
    with errors(debug=debug):
        choice = chosen(model, base_url, model_path, profile, context, service_tier, plan)
        with reporter(quiet=quiet) as report:
            report.say(f"model: {choice.name} ({choice.why})")
            made = Options(strict=strict, trace=trace, second_reader=second_reader)
            articles, unread = asyncio.run(read_all(files, report, allow_private=allow_private))
            into_folder = into_folder or (target is not None and len(articles) > 1)
            if into_folder:
                _refuse_one_name(article.source or "" for article in articles)
            failed, dropped = unread, 0
            if articles:
                work = _briefs(articles, choice, format, target, report, folder=into_folder, options=made)
                refused, dropped = asyncio.run(work)
                failed += refused
            if strict:
                report.say(f"--strict dropped {dropped} entries; the findings say which and why")
    if failed or (strict and dropped):
        raise typer.Exit(1 if failed else 3)


@app.command(
    short_help="Show what code finds in an article; no model.", epilog="Example: summarizer mark article.txt"
)
def mark(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="an article: a file, an http(s) address; - is standard input"),
    ],
    allow_private: AllowPrivate = False,  # noqa: FBT002
    debug: Debug = False,  # noqa: FBT002
) -> None:
    """Show what code finds in an article: sentences, figures, quotations, names. No model."""
    with errors(debug=debug):
        from summarizer.marking.marked_article import mark as mark_article  # noqa: PLC0415
        from summarizer.output.render.marks import print_marks  # noqa: PLC0415

        for article in asyncio.run(read_given(file, allow_private=allow_private)):
            print_marks(mark_article(article), _console())


@app.command(
    short_help="Print the JSON Schema of the brief, or of an answer.",
    epilog="Example: summarizer schema brief > brief.schema.json",
)
def schema(
    name: Annotated[str, typer.Argument(help="brief, digest, or answer")] = "brief",
) -> None:
    """Print the JSON Schema of the brief, or of what a large model is asked for."""
    from summarizer.output.json_schema import SCHEMAS, json_schema  # noqa: PLC0415

    if name not in SCHEMAS:
        typer.echo(f"no schema {name!r}; there are {', '.join(SCHEMAS)}", err=True)
        raise typer.Exit(2)
    typer.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))


@app.command(
    short_help="Say what is installed, which model is used, and if it answers.",
    epilog="Example: summarizer doctor --model local",
)
def doctor(
    model: ModelName = None,
    base_url: BaseUrl = None,
    model_path: ModelPath = None,
    profile: ProfileName = None,
    debug: Debug = False,  # noqa: FBT002
) -> None:
    """Say what is installed, which model would be used and why, and whether it answers."""
    from summarizer.cli import doctor as examination  # noqa: PLC0415

    with errors(debug=debug):
        sound = True
        for line in examination.examine(lambda: chosen(model, base_url, model_path, profile)):
            mark_ = {True: "ok   ", False: "FAULT", None: "     "}[line.sound]
            typer.echo(f"{mark_}  {line.what}: {line.says}")
            sound = sound and line.sound is not False
    if not sound:
        raise typer.Exit(1)


def main() -> None:
    """The entry point."""
    app()


@contextmanager
def errors(*, debug: bool) -> Iterator[None]:
    """Turn an error, also one that nobody foresaw, into one line on standard error and exit code 1."""
    try:
        yield
    except SummarizerError as error:
        if debug:
            raise
        typer.echo(f"summarizer: {error}", err=True)
        raise typer.Exit(1) from error
    except (typer.Exit, typer.Abort):
        raise
    except (KeyboardInterrupt, asyncio.CancelledError):
        typer.echo("summarizer: stopped", err=True)
        raise typer.Exit(130) from None
    except BrokenPipeError:  # whoever read standard output has gone: `summarizer mark a.txt | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except Exception as error:  # the one place where what nobody foresaw is told
        if debug:
            raise
        fault = f"{type(error).__name__}: {error}".split("\n", 1)[0][:300]
        typer.echo(
            f"summarizer: a fault of this program ({fault}); please report this, with what --debug shows",
            err=True,
        )
        raise typer.Exit(1) from error


batch_cli.add_commands(app, errors)
brief_cli.add_commands(app, errors)
digest_cli.add_commands(app, errors)
serve_cli.add_commands(app, errors)


async def _briefs(  # noqa: PLR0913
    articles: "list[Article]",
    choice: "Choice",
    form: Format | None,
    output: Path | None,
    report: "Reporter",
    *,
    folder: bool,
    options: "Options",
) -> tuple[int, int]:
    """Write the briefs; how many articles failed, and how many entries were dropped."""
    from summarizer.models.choice import open_model  # noqa: PLC0415
    from summarizer.pipeline import asummarize  # noqa: PLC0415

    failed = dropped = 0
    async with open_model(choice, progress=report.bytes_joined) as model:
        for article in articles:
            file = article.source or ""
            try:
                result = await asummarize(article, model=model, options=options, progress=report.asked(file))
            except SummarizerError as error:
                report.say(f"summarizer: {file}: {error}", error=True)
                failed += 1
                continue
            report.clear()
            dropped += sum(finding.action == "dropped" for finding in result.findings)
            _write(result, form, output, folder=folder, report=report)
    return failed, dropped


def _refuse_one_name(sources: Iterable[str]) -> None:
    """Exit code 2 if two articles would be written to one file; no model is asked."""
    count = Counter(map(stem, sources))
    twice = sorted(name for name in count if count[name] > 1)
    if twice:
        typer.echo(f"two articles would be written to {twice[0]!r}; give them different names", err=True)
        raise typer.Exit(2)


def _write(
    brief: "Brief", form: Format | None, output: Path | None, *, folder: bool, report: "Reporter"
) -> None:
    if output is None:
        _show(brief, form or Format.text)
        return
    if not folder:
        kinds = {".json": Format.json, ".md": Format.md, ".html": Format.html}
        _save(output, _rendered(brief, form or kinds.get(output.suffix, Format.text)), report, folder=False)
        return
    name = stem(brief.article.source or "brief")
    for kind in [form] if form else [Format.json, Format.md]:
        suffix = "txt" if kind is Format.text else kind.value
        _save(output / f"{name}.{suffix}", _rendered(brief, kind), report, folder=True)
    if form is None:
        _show(brief, Format.text)


def _save(path: Path, text: str, report: "Reporter", *, folder: bool) -> None:
    try:
        if folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SummarizerError(
            f"cannot write {str(path)!r}: {error.strerror}; choose another --output"
        ) from error
    report.say(f"wrote {path}")


def _rendered(brief: "Brief", form: Format) -> str:
    from summarizer.output import render  # noqa: PLC0415

    if form is Format.json:
        return render.to_json(brief) + "\n"
    if form is Format.md:
        return render.to_markdown(brief)
    if form is Format.html:
        return brief.to_html()
    return render.to_text(brief)


def _show(brief: "Brief", form: Format) -> None:
    if form is Format.text:
        from summarizer.output.render import print_brief  # noqa: PLC0415

        print_brief(brief, _console())
    else:
        sys.stdout.write(_rendered(brief, form))


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415

    return Console(highlight=False)
