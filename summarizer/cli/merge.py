"""The command `merge`. Everything heavy is imported where it is used."""

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import options
from summarizer.cli.terminal import say


def add_to(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(
        short_help="Put the folders of several batches together, such as shards.",
        epilog="Example: summarizer merge out/shard-* --to merged/",
    )(merge)


def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="OUT…", help="folders that `batch` wrote")],
    to: Annotated[Path, typer.Option("--to", help="the folder to write")],
    partial: Annotated[
        bool, typer.Option("--partial", help="merge what is there, also if shards are missing")
    ] = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Put the folders of several batches together as one. The same again writes the same.

    Each brief is compared with its journal. Exit code 1 if an article has failed or still waits.
    """
    from summarizer.engines.merge import merge_folders  # noqa: PLC0415

    merged = merge_folders(folders, to, partial=partial)
    say(
        f"{to}: {merged.done:,} done, {merged.failed:,} failed, {merged.waiting:,} waiting, "
        f"from {merged.folders:,} folders",
        error=True,
    )
    if merged.failed or merged.waiting:
        raise typer.Exit(1)
