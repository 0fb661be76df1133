"""The articles of one file, named and read: one, several, or a record on each line of JSONL."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.articles.kinds import SUFFIXES, kind_of
from summarizer.articles.read import MAX_DOCUMENT, read_bytes, read_file, read_head
from summarizer.batch import jsonl
from summarizer.batch.jsonl import find_lines, read_line_at
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

LISTS = (
    ".xml", ".rss", ".atom", ".json", ".eml", ".epub", ".newsml", ".pdf", ".rtf", ".docx", ".odt",
)  # fmt: skip
# Files that may contain several articles, and are read before a run begins.
SEVERAL = frozenset({
    "feed", "json", "jsonl", "newsml", "eml", "epub", "pdf", "rtf", "docx", "odt", "text", "markdown", "wire",
})  # fmt: skip
# Kinds of file that may contain several articles.
EXPORT_BYTES = 20_000
# A text of this size may be the export of a press database, with several articles.


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to read: its name in OUT, its file, and its place in the file.

    `offset` is where a record starts in a JSONL file, or the article's number from 1 in another file with
    several articles. `stamp` is the digest of the file or record.
    """

    name: str
    path: Path
    stamp: str
    offset: int | None = None


def read_entry(entry: Entry) -> Article:
    """Read the article of an entry. Raises ArticleError."""
    if entry.offset is not None and entry.path.name.lower().endswith(jsonl.SUFFIXES):
        return read_line_at(entry.path, entry.offset, entry.name)
    articles = read_bytes(read_file(entry.path, entry.name), source=entry.name, name=entry.path.name)
    if entry.offset is not None:
        for number, article in enumerate(articles, 1):
            if number == entry.offset:
                return article.model_copy(update={"source": entry.name})
        raise ArticleError(f"{entry.name!r} is gone: its file has fewer articles now; run the batch again.")
    article = next(articles)
    if next(articles, None) is not None:
        raise ArticleError(f"{entry.name!r} contains several articles; save each in a file of its own.")
    return article


def entries_of(path: str, name: str, seen: set[str], *, alone: bool = False) -> Iterator[Entry]:
    """Name the articles of a file. `seen` are the names in use; `alone`: the file contains one article."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    if path.lower().endswith(jsonl.SUFFIXES):
        for line in find_lines(Path(path)):
            name = _unique(line.id or f"{shown}-{line.number}", seen)
            yield Entry(name, Path(path), line.digest, line.offset)
        return
    stamp, size = _stamp(path)
    number = 1 if alone else _count_articles(path, size)
    if number < 2:
        yield Entry(_unique(shown, seen), Path(path), stamp)
        return
    for which in range(1, number + 1):
        yield Entry(_unique(f"{shown}-{which}", seen), Path(path), stamp, which)


def _stamp(path: str) -> tuple[str, int]:
    """Return the digest and the size of a file; the time instead of the digest if it is too large."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_DOCUMENT:
                return hashlib.file_digest(file, "sha256").hexdigest()[:32], status.st_size
    except (OSError, ValueError):
        return "unreadable", 0
    return f"{status.st_size}-{status.st_mtime_ns}", status.st_size


def _without_waiting(path: str, flags: int) -> int:
    """Open a file without waiting for a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _count_articles(path: str, size: int) -> int:
    """Count the articles of a file, if its kind or length allows several; 1 if it cannot be read."""
    name = path.lower().removesuffix(".gz")
    if name.endswith(SUFFIXES) and not name.endswith(LISTS) and size < EXPORT_BYTES:
        return 1
    head = read_head(path)
    kind = kind_of(head, name) if head else None
    if kind == "html":
        exported = head.count(b"<article") > 1 or not any(
            sign in head for sign in (b"og:", b"canonical", b"ld+json")
        )
    else:
        exported = kind in SEVERAL
    if not exported:
        return 1
    number = 0
    try:
        for _ in read_bytes(read_file(Path(path), path), name=path):
            number += 1
    except ArticleError:
        pass  # reported when the article is read
    return max(1, number)


def _unique(name: str, seen: set[str]) -> str:
    """Return the name, numbered if it is in use: `a`, `a~2`."""
    number, unique = 1, name
    while unique in seen:
        number += 1
        unique = f"{name}~{number}"
    seen.add(unique)
    return unique
