"""The commands that take briefs, not articles: `check`, `export` and `index`."""

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.terminal import say
from summarizer.text.printable import one_line

if TYPE_CHECKING:
    from summarizer.english.house_glossary import Glossary
    from summarizer.schemas.brief import Article, Brief
    from summarizer.sections.own import OwnSection
    from summarizer.verify import Failure


class Target(StrEnum):
    """What briefs are exported to."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    sqlite = "sqlite"
    md = "md"


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        short_help="Verify a brief again; a second reader also judges what rules cannot see.",
        epilog="Example: summarizer check brief.json article.txt",
    )(check)
    app.command(
        short_help="Write the briefs of a folder as tables, Markdown or a database.",
        epilog="Example: summarizer export OUT --to sqlite -o briefs.db",
    )(export)
    app.command(
        short_help="Write a page for each brief of a folder, and their index.",
        epilog="Example: summarizer index OUT",
    )(index)


def check(  # noqa: PLR0913, PLR0917 - a command's options
    brief: Annotated[Path, typer.Argument(metavar="BRIEF.json", help="a brief as JSON")],
    article: Annotated[
        Path | None, typer.Argument(metavar="[ARTICLE]", help="the article that the brief must be of")
    ] = None,
    second_reader: Annotated[
        str | None,
        typer.Option("--second-reader", help="a model that judges each statement by its French"),
    ] = None,
    base_url: options.BaseUrl = None,
    glossary: options.GlossaryFile = None,
    section: options.Sections = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", envvar="SUMMARIZER_KEY_FILE", help="a file with the key of signatures"),
    ] = None,
    seal: Annotated[
        bool, typer.Option("--seal", "--sign", help="if it is sound, seal it in its file; with --key, signed")
    ] = False,
    left_out: Annotated[
        bool, typer.Option("--left-out", help="list the article's figures and quotations that it leaves out")
    ] = False,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Verify a brief again from its article: spans, values, rendering, statements, and its seal.

    Without --second-reader no model is needed. With --key the brief must be signed with that key. Exit code 1
    if anything fails, with a line for each failure.
    """
    secret = _read_key(key)
    house, own = options.house(glossary), options.own(section)
    given, failures = _verified(brief, article, house, own, None if seal else secret)
    if second_reader is not None and not failures:
        failures = asyncio.run(_read_again(given, second_reader, base_url))
    sound = _show(brief, given, failures)
    if left_out:
        _list_left_out(brief)
    if not sound:
        raise typer.Exit(1)
    if seal:
        _seal(brief, secret)


def export(
    briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs, or a briefs.jsonl")],
    to: Annotated[Target, typer.Option("--to", help="what to write")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="a folder, or the file of sqlite; without it: OUT/export"),
    ] = None,
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write the briefs of a folder as tables: one of briefs, one of figures, one of quotes and so on."""
    from summarizer.output.export import export_briefs  # noqa: PLC0415

    beside = briefs if briefs.is_dir() else briefs.parent
    written = export_briefs(briefs, to=to.value, output=output or beside / "export")
    say(f"wrote {written.briefs:,} briefs to {written.place}", error=True)


def index(
    briefs: Annotated[Path, typer.Argument(metavar="OUT", help="a folder of briefs as JSON")],
    debug: options.Debug = False,  # noqa: ARG001
) -> None:
    """Write index.html into a folder of briefs, and the pages that are missing or out of date."""
    from summarizer.output.index import index_folder  # noqa: PLC0415

    done = index_folder(briefs)
    say(f"wrote {done.place}: {done.briefs:,} briefs ({done.pages:,} pages new)", error=True)


def _read_key(path: Path | None) -> bytes | None:
    """The key in a file, without the line's end; its bytes are shown nowhere."""
    from summarizer.seal import SHORTEST_KEY  # noqa: PLC0415

    if path is None:
        return None
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        raise typer.BadParameter(f"{path}: {error.strerror}; give a file with the key") from error
    if len(key) < SHORTEST_KEY:
        raise typer.BadParameter(f"{path}: the key has fewer than {SHORTEST_KEY} bytes; give a longer one")
    return key


def _seal(path: Path, key: bytes | None) -> None:
    from summarizer.output.brief_files import read_brief  # noqa: PLC0415
    from summarizer.seal import sealed  # noqa: PLC0415

    signed = sealed(read_brief(path), key)
    path.write_text(signed.model_dump_json(indent=2) + "\n", encoding="utf-8")
    say(f"{path}: sealed" if key is None else f"{path}: sealed and signed")


def _list_left_out(path: Path) -> None:
    from summarizer.not_listed import not_listed  # noqa: PLC0415
    from summarizer.output.brief_files import read_brief  # noqa: PLC0415

    for kind, span in not_listed(read_brief(path)):
        say(one_line(f"left out: {kind} « {span.text} » at {span.start}"))


def _verified(
    path: Path,
    given: Path | None,
    house: "Glossary | None",
    own: "tuple[OwnSection, ...]",
    key: bytes | None,
) -> "tuple[Brief, list[Failure]]":
    """Return a brief and what in it does not hold, its seal included."""
    from summarizer.output.brief_files import read_brief  # noqa: PLC0415
    from summarizer.seal import check_seal  # noqa: PLC0415
    from summarizer.verify import verify  # noqa: PLC0415

    brief = read_brief(path)
    article = _article(given, brief.article.text) if given else None
    return brief, [*check_seal(brief, key), *verify(brief, article, glossary=house, sections=own)]


def _show(path: Path, brief: "Brief", failures: "list[Failure]") -> bool:
    """Show what was found in a brief; return whether nothing failed."""
    for failure in failures:
        say(one_line(f"{failure.path}: {failure.message}"))
    if failures:
        written_by = one_line(brief.provenance.version)
        say(f"{path}: {len(failures)} failed (written by version {written_by})", error=True)
        return False
    kept = sum(finding.action == "kept" for finding in brief.findings)
    say(
        f"{path}: sound: {len(brief.key_figures)} figures, {len(brief.quotes)} quotes, "
        f"{len(brief.key_points)} key points, {len(brief.stakeholders)} stakeholders"
        + "".join(f", {len(own.entries)} {own.name}" for own in brief.extensions)
        + (f"; {kept} of its findings were kept" if kept else "")
    )
    return True


async def _read_again(brief: "Brief", reader: str, base_url: str | None) -> "list[Failure]":
    from summarizer.models.choice import choose_model, open_model  # noqa: PLC0415
    from summarizer.verify import read_again  # noqa: PLC0415

    async with open_model(choose_model(reader, base_url=base_url)) as model:
        return await read_again(brief, model)


def _article(path: Path, text: str) -> "Article":
    """Return the article of a file that has the text of the brief; the first if none has."""
    from summarizer.articles.read import read_articles  # noqa: PLC0415

    articles = list(read_articles(path))
    return next((article for article in articles if article.text == text), articles[0])
