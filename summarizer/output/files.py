"""Files that are written completely or not at all, and never over other people's files."""

from pathlib import Path

from summarizer.errors import SummarizerError
from summarizer.output.render.html import GENERATOR, MADE_FROM

_HEAD = 4000
"""The number of characters at the start of a page that contain its marks."""


def write_whole(path: Path, words: str) -> None:
    """Write a file that gets its name when it is complete. Raises OSError."""
    partial = path.with_name(f"{path.name}.part")
    partial.write_text(words, encoding="utf-8", newline="\n")
    partial.replace(path)


def page_head(page: Path) -> str:
    """Return the start of a page; empty if there is no file.

    Raises SummarizerError for a file that is not a page of this package.
    """
    if not page.exists():
        return ""
    with page.open(encoding="utf-8", errors="replace") as file:
        head = file.read(_HEAD)
    if head and GENERATOR not in head:
        raise SummarizerError(f"{str(page)!r} is no page of summarizer; move it, or choose another place")
    return head


def refuse_page_of_brief(page: Path) -> None:
    """Raise SummarizerError if the page of a brief already has this name."""
    if MADE_FROM in page_head(page):
        raise SummarizerError(f"{str(page)!r} is the page of a brief; move it, or choose another place")
