"""Briefs as tables, one each of briefs, figures, quotes and the rest, for programs that know nothing of us.

One brief is in memory at a time. pandas was compared; it needs all rows in memory.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.output.brief_files import brief_id, find_briefs
from summarizer.output.digest_files import NAME, read_digest
from summarizer.output.export.digest_rows import DIGEST_TABLES, digest_rows
from summarizer.output.export.rows import TABLES, rows
from summarizer.output.export.writers import OPENERS, Put, Tables
from summarizer.output.render.markdown import to_markdown
from summarizer.schemas.brief import Brief
from summarizer.schemas.digest import Digest

__all__ = ["DIGEST_TABLES", "TABLES", "Written", "brief_id", "export_briefs", "rows"]


@dataclass(frozen=True, slots=True)
class Written:
    """The number of exported briefs, and their place."""

    briefs: int
    place: Path


def export_briefs(source: Path, *, to: str, output: Path) -> Written:
    """Write the briefs of `source` (see `find_briefs`) as `to`: jsonl, csv, parquet, sqlite or md.

    `output` is a folder, for sqlite a file or a folder, made if it is missing; tables of an earlier
    export are replaced. If `summarizer digest` wrote a digest.json next to the briefs, its events, rows of
    figures and statements become tables as well. Raises SummarizerError if there are no briefs, a file
    cannot be written, or pyarrow is missing for Parquet.
    """
    briefs = find_briefs(source)
    try:
        if to == "md":
            return _documents(briefs, output)
        place = output / "briefs.sqlite" if to == "sqlite" and not output.suffix else output
        (place.parent if to == "sqlite" else place).mkdir(parents=True, exist_ok=True)
        beside = (source if source.is_dir() else source.parent) / f"{NAME}.json"
        digest = read_digest(beside) if beside.is_file() else None
        return Written(_tables(briefs, OPENERS[to], place, digest), place)
    except (OSError, sqlite3.Error) as error:
        raise SummarizerError(f"cannot write {str(output)!r}: {error}; choose another --output") from error


def _documents(briefs: Iterator[Brief], folder: Path) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, brief in enumerate(briefs, 1):  # noqa: B007 - counted
        (folder / _document(brief)).write_text(to_markdown(brief), encoding="utf-8", newline="\n")
    return Written(count, folder)


def _tables(
    briefs: Iterator[Brief],
    opened: Callable[[Path, ExitStack, Tables], Put],
    place: Path,
    digest: Digest | None,
) -> int:
    count = 0
    tables = TABLES | DIGEST_TABLES if digest else TABLES
    with ExitStack() as stack:
        first = next(briefs)  # if there is none, nothing is written
        put = opened(place, stack, tables)
        for brief in chain((first,), briefs):
            for table, row in rows(brief):
                put(table, row)
            count += 1
        for table, row in digest_rows(digest) if digest else ():
            put(table, row)
    return count


def _document(brief: Brief) -> str:
    """Return the name of a brief's Markdown file: its source and its id."""
    name = Path(brief.article.source or "").name.partition(".")[0]
    safe = re.sub(r"[^\w-]+", "-", name)[:60].strip("-")
    return f"{safe or 'brief'}-{brief_id(brief)}.md"
