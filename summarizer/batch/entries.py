"""The articles of one file, as a batch names and reads them: one, several, or a record a line of JSONL."""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.articles.kinds import SUFFIXES, kind_of
from summarizer.articles.read import MAX_DOCUMENT, read_bytes, read_file, read_head
from summarizer.articles.records import read_line
from summarizer.errors import ArticleError, BatchError
from summarizer.schemas.brief import Article

RECORDS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
LISTS = (
    ".xml", ".rss", ".atom", ".json", ".eml", ".epub", ".newsml", ".pdf", ".rtf", ".docx", ".odt",
)  # fmt: skip
"""Names of files that may contain several articles, and are looked into before a run begins."""
SEVERAL = frozenset({
    "feed", "json", "jsonl", "newsml", "eml", "epub", "pdf", "rtf", "docx", "odt", "text", "markdown", "wire",
})  # fmt: skip
"""Kinds of file of which one may contain several articles."""
EXPORT_BYTES = 20_000
"""A text at least this long may be a press database's export of several articles."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be read: its name in OUT, its file, and which of the file's articles it is.

    `offset` is where a record starts in a JSONL file, or the number from 1 of an article in another file that
    contains several. `stamp` changes when the article may have changed: size and time of a file, digest of
    a record.
    """

    name: str
    path: Path
    stamp: str
    offset: int | None = None


def read_entry(entry: Entry) -> Article:
    """Read the article of an entry. Raises ArticleError."""
    if entry.offset is not None and entry.path.name.lower().endswith(RECORDS):
        return _read_record(entry)
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


def _read_record(entry: Entry) -> Article:
    try:
        with _opened(entry.path) as file:
            file.seek(entry.offset or 0)
            line = file.readline(MAX_DOCUMENT)
    except (OSError, EOFError, zlib.error) as error:
        raise ArticleError(f"Cannot read {entry.name!r} ({error}); check the file.") from error
    return read_line(line, entry.name)


def entries_of(path: str, name: str, seen: set[str], *, alone: bool = False) -> Iterator[Entry]:
    """Name the articles of a file; `seen` are the names that are taken, `alone`: it contains one."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    if path.lower().endswith(RECORDS):
        yield from _records(Path(path), shown, seen)
        return
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
        stamp, size = f"{status.st_size}-{status.st_mtime_ns}", status.st_size
    except OSError:
        stamp, size = "gone", 0
    number = 1 if alone else _count_articles(path, size)
    if number < 2:
        yield Entry(_unique(shown, seen), Path(path), stamp)
        return
    for which in range(1, number + 1):
        yield Entry(_unique(f"{shown}-{which}", seen), Path(path), stamp, which)


def _count_articles(path: str, size: int) -> int:
    """How many articles a file contains, if its kind or length allows several; 1 if it cannot be read."""
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
        pass  # said when it is read in its turn
    return max(1, number)


def _records(path: Path, name: str, seen: set[str]) -> Iterator[Entry]:
    try:
        with _opened(path) as file:
            offset = 0
            for number, line in enumerate(file, 1):
                if line.strip():
                    stamp = hashlib.sha256(line).hexdigest()[:16]
                    yield Entry(_unique(_id(line, f"{name}-{number}"), seen), path, stamp, offset)
                offset += len(line)
    except (OSError, EOFError, zlib.error) as error:
        raise BatchError(f"cannot read {str(path)!r}: {error}") from error


def _opened(path: Path):  # type: ignore[no-untyped-def] # noqa: ANN202 - a binary file of either kind
    return gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb")


def _id(line: bytes, otherwise: str) -> str:
    try:
        record = json.loads(line)
    except ValueError:
        return otherwise
    found = record.get("id") if isinstance(record, dict) else None
    name = str(found) if isinstance(found, str | int) and str(found).strip() else otherwise
    return name.encode("utf-8", "backslashreplace").decode()


def _unique(name: str, seen: set[str]) -> str:
    """The name, numbered where it is taken: `a`, `a~2`."""
    number, unique = 1, name
    while unique in seen:
        number += 1
        unique = f"{name}~{number}"
    seen.add(unique)
    return unique
