"""The command `digest`: what the briefs of a folder say together. No model is needed."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import BaseUrl, Context, Debug, ModelName, ModelPath, ProfileName, chosen

if TYPE_CHECKING:
    from summarizer.models.choice import Choice
    from summarizer.schemas.digest import Digest

Errors = Callable[..., AbstractContextManager[None]]


def add_commands(app: typer.Typer, errors: Errors) -> None:
    """Add the command to `app`; `errors(debug=…)` turns this package's errors into lines and exit codes."""

    @app.command(
        short_help="Show what the briefs of a folder say together; no model.",
        epilog="Example: summarizer digest out/ --since 2026-03-01 --about Velmont",
    )
    def digest(  # noqa: PLR0913, PLR0917 - a command's options
        briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs, or a briefs.jsonl")],
        output: Annotated[
            Path | None, typer.Option("--output", "-o", help="one file: .json, .html or .md")
        ] = None,
        since: Annotated[str | None, typer.Option("--since", help="events seen on this day or later")] = None,
        about: Annotated[str | None, typer.Option("--about", help="events that name somebody")] = None,
        event: Annotated[str | None, typer.Option("--event", help="one event, by number or id")] = None,
        model: ModelName = None,
        base_url: BaseUrl = None,
        model_path: ModelPath = None,
        profile: ProfileName = None,
        context: Context = None,
        quiet: Annotated[bool, typer.Option("--quiet", "-q", help="print nothing")] = False,  # noqa: FBT002
        debug: Debug = False,  # noqa: FBT002
    ) -> None:
        """Show the events that briefs tell of, the figures on which they differ, and who said what.

        With --model, a model writes a headline and three sentences on each of the ten largest events, checked
        against the French. Without -o and without a filter, digest.json, digest.html and digest.md are
        written into OUT.
        """
        with errors(debug=debug):
            from summarizer.digest import digest_folder, select  # noqa: PLC0415
            from summarizer.output.digest_files import FORMS, NAME, write_digest  # noqa: PLC0415

            found = digest_folder(briefs)
            filtered = since is not None or about is not None or event is not None
            shown = select(found, since=since, about=about, event=event) if filtered else found
            folder = briefs if briefs.is_dir() else briefs.parent
            if model or base_url or model_path:
                choice = chosen(model, base_url, model_path, profile, context)
                shown = asyncio.run(_with_accounts(shown, briefs, choice))
            places = [output] if output else [] if filtered else [folder / f"{NAME}.{form}" for form in FORMS]
            for place in places:
                write_digest(shown, place)
            if not quiet and (output is None):
                _show(shown)
            for place in places:
                typer.echo(f"wrote {place}", err=True)
            if found.skipped:
                typer.echo(f"left out: {len(found.skipped)} (listed in the digest)", err=True)


async def _with_accounts(digest: "Digest", place: Path, choice: "Choice") -> "Digest":
    """Let a model write accounts; the briefs are read again, one by one."""
    from summarizer.digest.account import add_accounts  # noqa: PLC0415
    from summarizer.digest.reading import read_briefs  # noqa: PLC0415
    from summarizer.models.choice import open_model  # noqa: PLC0415

    async with open_model(choice) as model:
        briefs = (brief for brief, _ in read_briefs(place, lambda _name, _reason: None))
        return await add_accounts(digest, briefs, model)


def _show(digest: "Digest") -> None:
    from summarizer.output.render.digest_markdown import digest_to_markdown  # noqa: PLC0415

    sys.stdout.write(digest_to_markdown(digest))
