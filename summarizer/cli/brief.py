"""The commands that take briefs, not articles: `check`, `export` and `index`."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import BaseUrl, Debug

if TYPE_CHECKING:
    from summarizer.schemas.brief import Article, Brief
    from summarizer.verify import Failure

Errors = Callable[..., AbstractContextManager[None]]


class Target(StrEnum):
    """What briefs are exported to."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    sqlite = "sqlite"
    md = "md"


def add_commands(app: typer.Typer, errors: Errors) -> None:
    """Add the commands to `app`; `errors(debug=…)` turns this package's errors into lines and exit codes."""

    @app.command(
        short_help="Verify a brief again; with a second reader, what rules cannot see as well.",
        epilog="Example: summarizer check brief.json article.txt",
    )
    def check(
        brief: Annotated[Path, typer.Argument(metavar="BRIEF.json", help="a brief as JSON")],
        article: Annotated[
            Path | None, typer.Argument(metavar="[ARTICLE]", help="the article that it must be of")
        ] = None,
        second_reader: Annotated[
            str | None,
            typer.Option("--second-reader", help="a model that judges each statement by its French"),
        ] = None,
        base_url: BaseUrl = None,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Verify a brief again from its article: spans, values, rendering, statements.

        Without --second-reader no model is needed. Exit code 1 if anything fails, with a line for each.
        """
        with errors(debug=debug):
            if not _holds(brief, article, second_reader, base_url):
                raise typer.Exit(1)

    @app.command(
        short_help="Write the briefs of a folder as tables, Markdown or a database.",
        epilog="Example: summarizer export OUT --to sqlite -o briefs.db",
    )
    def export(
        briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs, or a briefs.jsonl")],
        to: Annotated[Target, typer.Option("--to", help="the form")],
        output: Annotated[
            Path | None, typer.Option("--output", "-o", help="a folder, or the file of sqlite; OUT/export")
        ] = None,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Write the briefs of a folder as one table each of briefs, figures, quotes and the rest."""
        from summarizer.output.export import export_briefs  # noqa: PLC0415

        with errors(debug=debug):
            beside = briefs if briefs.is_dir() else briefs.parent
            written = export_briefs(briefs, to=to.value, output=output or beside / "export")
            typer.echo(f"wrote {written.briefs:,} briefs to {written.place}", err=True)

    @app.command(
        short_help="Write a page for each brief of a folder, and their index.",
        epilog="Example: summarizer index OUT",
    )
    def index(
        briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs as JSON")],
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Write index.html into a folder of briefs, and the pages that are missing or old."""
        from summarizer.output.index import index_folder  # noqa: PLC0415

        with errors(debug=debug):
            done = index_folder(briefs)
            typer.echo(f"wrote {done.place}: {done.briefs:,} briefs ({done.pages:,} pages new)", err=True)


def _holds(path: Path, given: Path | None, reader: str | None, base_url: str | None) -> bool:
    """Verify a brief and say what was found."""
    from summarizer.output.brief_files import read_brief  # noqa: PLC0415
    from summarizer.output.render.wording import one_line  # noqa: PLC0415
    from summarizer.verify import verify  # noqa: PLC0415

    brief = read_brief(path)
    failures = verify(brief, _article(given, brief.article.text) if given else None)
    if reader is not None and not failures:
        failures = asyncio.run(_read_again(brief, reader, base_url))
    for failure in failures:
        typer.echo(one_line(f"{failure.path}: {failure.message}"))
    if failures:
        typer.echo(
            one_line(f"{path}: {len(failures)} failed (written by {brief.provenance.version})"), err=True
        )
        return False
    kept = sum(finding.action == "kept" for finding in brief.findings)
    typer.echo(
        f"{path}: sound: {len(brief.key_figures)} figures, {len(brief.quotes)} quotes, "
        f"{len(brief.key_points)} key points, {len(brief.stakeholders)} stakeholders"
        + (f"; but for what it says itself in {kept} of its findings" if kept else "")
    )
    return True


async def _read_again(brief: "Brief", reader: str, base_url: str | None) -> "list[Failure]":
    from summarizer.models.choice import choose_model, open_model  # noqa: PLC0415
    from summarizer.verify import read_again  # noqa: PLC0415

    async with open_model(choose_model(reader, base_url=base_url)) as model:
        return await read_again(brief, model)


def _article(path: Path, text: str) -> "Article":
    """The article in a file whose text is that of the brief; of several, the first where none is."""
    from summarizer.articles.read import read_articles  # noqa: PLC0415

    articles = list(read_articles(path))
    return next((article for article in articles if article.text == text), articles[0])
