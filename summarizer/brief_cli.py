"""The commands that take briefs, not articles: `check` and `export`. No model."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli_options import Debug

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
        short_help="Verify a brief again, without a model.",
        epilog="Example: summarizer check brief.json article.txt",
    )
    def check(
        brief: Annotated[Path, typer.Argument(metavar="BRIEF.json", help="a brief as JSON")],
        article: Annotated[
            Path | None, typer.Argument(metavar="[ARTICLE]", help="the article that it must be of")
        ] = None,
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Verify a brief again from its article: spans, values, rendering, statements. No model.

        Exit code 1 where anything fails, a line for each.
        """
        with errors(debug=debug):
            if not _holds(brief, article):
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
        from summarizer.export import export_briefs  # noqa: PLC0415

        with errors(debug=debug):
            beside = briefs if briefs.is_dir() else briefs.parent
            written = export_briefs(briefs, to=to.value, output=output or beside / "export")
            typer.echo(f"wrote {written.briefs:,} briefs to {written.place}", err=True)


def _holds(path: Path, given: Path | None) -> bool:
    """Verify a brief and say what was found."""
    from summarizer.article import read_article  # noqa: PLC0415
    from summarizer.brief_files import read_brief  # noqa: PLC0415
    from summarizer.render.wording import one_line  # noqa: PLC0415
    from summarizer.verify import verify  # noqa: PLC0415

    brief = read_brief(path)
    failures = verify(brief, read_article(given).text if given else None)
    for failure in failures:
        typer.echo(one_line(f"{failure.path}: {failure.message}"))
    if failures:
        typer.echo(
            one_line(f"{path}: {len(failures)} failed (written by {brief.provenance.version})"), err=True
        )
        return False
    typer.echo(
        f"{path}: sound: {len(brief.key_figures)} figures, {len(brief.quotes)} quotes, "
        f"{len(brief.key_points)} key points, {len(brief.stakeholders)} stakeholders"
    )
    return True
