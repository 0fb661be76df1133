"""The command `brief`: the brief of one article or several."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.inputs import read_all, stem
from summarizer.cli.terminal import console, write, write_json, wrong_usage
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.cli.progress import ArticleProgress
    from summarizer.models.choice import Choice
    from summarizer.pipeline import Options
    from summarizer.schemas.brief import Article, Brief


class Format(StrEnum):
    """What a brief is written as."""

    text = "text"
    json = "json"
    md = "md"
    html = "html"


BY_SUFFIX = {".json": Format.json, ".md": Format.md, ".html": Format.html}


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog="Example: summarizer brief article.txt --format md -o brief.md")(
        options.with_groups(brief)
    )


def brief(  # noqa: PLR0913, PLR0917 - a command's options
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="articles: files, http(s) addresses; - is standard input"),
    ],
    model: options.ModelOptions,
    about: options.BriefOptions,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option("--format", "-f", help="how the brief is written")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="a file; or a folder/, for JSON and Markdown")
    ] = None,
    trace: options.TraceFile = None,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write the brief of one article or several.

    Exit code 1 if an article failed, 3 if --strict dropped something.
    """
    from summarizer.cli.progress import article_progress  # noqa: PLC0415

    into_folder = _is_folder(output) or (output is not None and len(files) > 1)
    _refuse_one_name(files if into_folder else ())
    choice = model.choose()
    with article_progress(quiet=quiet) as progress:
        progress.say(f"model: {choice.name} ({choice.why})")
        made = about.for_pipeline(trace)
        articles, failed = asyncio.run(read_all(files, progress, allow_private=allow_private))
        target = None if output is None else Path(output)
        into_folder = into_folder or (target is not None and len(articles) > 1)
        _refuse_one_name(article.source or "" for article in articles if into_folder)
        writer = _Writer(format, target, progress, folder=into_folder)
        dropped = 0
        if articles:
            refused, dropped = asyncio.run(_write_briefs(articles, choice, made, writer))
            failed += refused
        if about.strict:
            progress.say(f"--strict dropped {dropped} entries; the findings say which and why")
    if failed or (about.strict and dropped):
        raise typer.Exit(1 if failed else 3)


def _is_folder(output: str | None) -> bool:
    """Whether a folder is meant; `Path` would drop the slash at the end that says so."""
    return output is not None and (Path(output).is_dir() or output.endswith(("/", "\\")))


def _refuse_one_name(sources: Iterable[str]) -> None:
    """Leave with exit code 2 if two articles would be written to one file; no model is asked."""
    count = Counter(map(stem, sources))
    twice = sorted(name for name in count if count[name] > 1)
    if twice:
        wrong_usage(f"two articles would be written to {twice[0]!r}; give them different names")


async def _write_briefs(
    articles: "list[Article]", choice: "Choice", options: "Options", writer: "_Writer"
) -> tuple[int, int]:
    """Write the briefs; return how many articles failed, and how many entries were dropped."""
    from summarizer.models.choice import open_model, profile_of  # noqa: PLC0415
    from summarizer.models.self_test import needs_test, with_plan  # noqa: PLC0415
    from summarizer.pipeline import asummarize  # noqa: PLC0415

    failed = dropped = 0
    progress = writer.progress
    if needs_test(choice):
        choice = await with_plan(choice)
        progress.say(f"plan: {choice.why}")
    if len(articles) == 1 and profile_of(choice).plan == "piecewise":
        from summarizer.cli.preview import preview  # noqa: PLC0415

        for line in preview(articles[0]):
            progress.say(line)
    async with open_model(choice, progress=progress.bytes_joined) as model:
        for article in articles:
            file = article.source or ""
            try:
                result = await asummarize(
                    article, model=model, options=options, progress=progress.asked(file)
                )
            except SummarizerError as error:
                progress.say(f"summarizer: {file}: {error}", error=True)
                failed += 1
                continue
            progress.clear()
            dropped += sum(finding.action == "dropped" for finding in result.findings)
            writer.write(result)
    return failed, dropped


class _Writer:
    """Where briefs go: the terminal, a file, or a folder of JSON and Markdown."""

    def __init__(
        self, form: Format | None, output: Path | None, progress: "ArticleProgress", *, folder: bool
    ) -> None:
        self.form, self.output, self.progress, self.folder = form, output, progress, folder

    def write(self, brief: "Brief") -> None:
        """Write a brief. Raises SummarizerError if its file cannot be written."""
        if self.output is None:
            _show(brief, self.form or Format.text)
        elif not self.folder:
            form = self.form or BY_SUFFIX.get(self.output.suffix, Format.text)
            self._save(self.output, _rendered(brief, form))
        else:
            name = stem(brief.article.source or "brief")
            for form in [self.form] if self.form else [Format.json, Format.md]:
                suffix = "txt" if form is Format.text else form.value
                self._save(self.output / f"{name}.{suffix}", _rendered(brief, form))
            if self.form is None:
                _show(brief, Format.text)

    def _save(self, path: Path, text: str) -> None:
        try:
            if self.folder:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise SummarizerError(
                f"cannot write {str(path)!r}: {error.strerror}; choose another --output"
            ) from error
        self.progress.say(f"wrote {path}")


def _rendered(brief: "Brief", form: Format) -> str:
    from summarizer.output import render  # noqa: PLC0415

    rendered = {
        Format.text: render.to_text,
        Format.json: lambda brief: render.to_json(brief) + "\n",
        Format.md: render.to_markdown,
        Format.html: type(brief).to_html,
    }
    return rendered[form](brief)


def _show(brief: "Brief", form: Format) -> None:
    if form is Format.text:
        from summarizer.output.render import print_brief  # noqa: PLC0415

        print_brief(brief, console())
    else:
        (write_json if form is Format.json else write)(_rendered(brief, form))
