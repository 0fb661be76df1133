"""The pages of a folder of briefs and their index, written from the JSON files. No model is asked."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from summarizer.errors import SummarizerError
from summarizer.output.brief_files import find_files
from summarizer.output.files import page_head, refuse_page_of_brief, write_whole
from summarizer.output.render.html import MADE_FROM, page_digest, to_html
from summarizer.output.render.index import folder_name, write_index
from summarizer.schemas.brief import Brief

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Indexed:
    """The number of briefs in an index, the number of pages written for it, and its path."""

    briefs: int
    pages: int
    place: Path


def index_folder(folder: Path) -> Indexed:
    """Write `index.html` into a folder of briefs, and each page that is missing or outdated.

    A page is next to its JSON file. One brief at a time is in memory. Raises SummarizerError if there are no
    briefs, if a file cannot be written, or if it would replace a file that is not a page of this package.
    """
    if not folder.is_dir():
        raise SummarizerError(f"{str(folder)!r} is no folder; give one that contains briefs as JSON")
    place = folder / INDEX
    partial = place.with_name(f"{INDEX}.part")
    pages = 0

    def briefs() -> Iterator[tuple[str, Brief]]:
        nonlocal pages
        for path, brief in find_files(folder):
            page = _page_of(path, place)
            if _is_due(page, brief):
                write_whole(page, to_html(brief))
                pages += 1
            yield _address(page, folder), brief

    try:
        refuse_page_of_brief(place)
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


def _page_of(brief: Path, index: Path) -> Path:
    """Return the path of a brief's page. That of `index.json` avoids the index and other pages."""
    page = brief.with_suffix(".html")
    while page == index or (page.stem != brief.stem and page.with_suffix(".json").exists()):
        page = page.with_stem(f"{page.stem}_")
    return page


def _is_due(page: Path, brief: Brief) -> bool:
    """Whether a page is missing, incomplete, or of other content."""
    if f'{MADE_FROM}{page_digest(brief)}"' not in page_head(page):
        return True
    with page.open("rb") as file:
        file.seek(-min(20, page.stat().st_size), os.SEEK_END)
        return not file.read().rstrip().endswith(b"</html>")


def _address(page: Path, folder: Path) -> str:
    """Return the page's address relative to the folder; every name becomes a file below it."""
    return "./" + quote(os.fsencode(page.relative_to(folder).as_posix()))
