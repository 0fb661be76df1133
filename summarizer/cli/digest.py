"""The command `digest`: what the briefs of a folder say together. No model is needed."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.terminal import say, write

if TYPE_CHECKING:
    from summarizer.models.choice import Choice
    from summarizer.schemas.digest import Digest, Event


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(
        short_help="Show what the briefs of a folder say together; no model.",
        epilog="Example: summarizer digest out/ --since 2026-03-01 --about Velmont",
    )(digest)


def digest(  # noqa: PLR0913, PLR0917 - a command's options
    briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs, or a briefs.jsonl")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="one file: .json, .html or .md")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help="only events seen on this day or later")
    ] = None,
    about: Annotated[str | None, typer.Option("--about", help="only events that name somebody")] = None,
    event: Annotated[str | None, typer.Option("--event", help="only one event, by number or id")] = None,
    model: options.ModelName = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    profile: options.ProfileName = None,
    context: options.Context = None,
    words: Annotated[bool, typer.Option("--words", help="compare labels by words alone")] = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Show the events that briefs tell of, the figures on which they differ, and who said what.

    With --model, a model writes a headline and three sentences on each of the ten largest events, checked
    against the French. Without -o and without a filter, digest.json, digest.html and digest.md are
    written into OUT. A second run reads only the briefs that are new or changed.
    """
    from summarizer.digest import digest_folder, select  # noqa: PLC0415
    from summarizer.digest.digester import MOST_WITH_VECTORS, without_collecting  # noqa: PLC0415
    from summarizer.output.digest_files import FORMS, NAME, write_digest  # noqa: PLC0415

    filtered = since is not None or about is not None or event is not None
    folder = briefs if briefs.is_dir() else briefs.parent
    places = [output] if output else [] if filtered else [folder / f"{NAME}.{form}" for form in FORMS]
    with without_collecting():
        found = digest_folder(briefs, words=words, keep=True)
        shown = select(found, since=since, about=about, event=event) if filtered else found
        if model or base_url or model_path:
            choice = options.choose(model, base_url, model_path, profile, context)
            shown = asyncio.run(_with_accounts(shown, briefs, choice))
        for place in places:
            write_digest(shown, place)
    if not quiet and output is None:
        _show(shown)
    for place in places:
        say(f"wrote {place}", error=True)
    if not words and len(found.briefs) > MOST_WITH_VECTORS:
        say(
            f"labels were compared by words: {len(found.briefs):,} briefs are too many for vectors",
            error=True,
        )
    if found.skipped:
        say(f"left out: {len(found.skipped)} (listed in the digest)", error=True)


async def _with_accounts(digest: "Digest", place: Path, choice: "Choice") -> "Digest":
    """Let a model write accounts; the briefs are read again, one by one."""
    from summarizer.digest.account import add_accounts  # noqa: PLC0415
    from summarizer.digest.reading import read_briefs  # noqa: PLC0415
    from summarizer.models.choice import open_model  # noqa: PLC0415

    def failed(event: "Event", reason: str) -> None:
        say(f"no account of {event.id} ({event.headline}): {reason}", error=True)

    async with open_model(choice) as model:
        return await add_accounts(digest, read_briefs(place), model, failed=failed)


def _show(digest: "Digest") -> None:
    from summarizer.output.render.digest_markdown import digest_to_markdown  # noqa: PLC0415

    write(digest_to_markdown(digest))
