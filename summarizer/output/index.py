"""A folder of briefs gets its pages and their index, from the JSON files alone: no model is asked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from summarizer.errors import SummarizerError
from summarizer.output.brief_files import find_files
from summarizer.output.render.html import GENERATOR, to_html
from summarizer.output.render.index import folder_name, write_index
from summarizer.schemas.brief import Brief

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Indexed:
    """How many briefs an index lists, how many of their pages were written for it, and where it is."""

    briefs: int
    pages: int
    place: Path


def index_folder(folder: Path) -> Indexed:
    """Write `index.html` into a folder of briefs, and the page of each brief that has none, or an old one.

    A page stands beside its JSON file. One brief is in memory at a time. Raises SummarizerError where there
    are no briefs, a file cannot be written, or one of that name is there that is no page of this package.
    """
    if not folder.is_dir():
        raise SummarizerError(f"{str(folder)!r} is no folder; give one that holds briefs as JSON")
    place = folder / INDEX
    partial = place.with_name(f"{INDEX}.part")
    pages = 0

    def briefs() -> Iterator[tuple[str, Brief]]:
        nonlocal pages
        for path, brief in find_files(folder):
            page = path.with_suffix(".html")
            if _is_due(page, path):
                page.write_text(to_html(brief), encoding="utf-8", newline="\n")
                pages += 1
            yield _address(page, folder), brief

    try:
        _is_due(place, folder)
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            count = write_index(briefs(), file, name=folder_name(folder))
        partial.replace(place)
    except OSError as error:
        raise SummarizerError(
            f"cannot write {error.filename or str(place)!r}: {error.strerror}; choose another folder"
        ) from error
    except SummarizerError:
        partial.unlink(missing_ok=True)
        raise
    return Indexed(count, pages, place)


def _is_due(page: Path, brief: Path) -> bool:
    """Whether a page is to be written. Raises SummarizerError for a file that is somebody else's."""
    if not page.exists():
        return True
    with page.open(encoding="utf-8", errors="replace") as file:
        if GENERATOR not in file.read(4000):
            raise SummarizerError(f"{str(page)!r} is no page of summarizer; move it, or the briefs")
    return page.stat().st_mtime_ns < brief.stat().st_mtime_ns


def _address(page: Path, folder: Path) -> str:
    """The page's address, seen from the folder; whatever its name holds, it is a file beneath it."""
    return "./" + quote(os.fsencode(page.relative_to(folder).as_posix()))
