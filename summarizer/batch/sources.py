"""What a batch is given, article by article: a folder, files, a pattern, JSONL, files of several articles."""

import glob
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.articles.kinds import SUFFIXES, foreign, kind_of
from summarizer.articles.read import MAX_DOCUMENT, read_bytes, read_file, read_head
from summarizer.articles.records import read_line
from summarizer.errors import ArticleError, BatchError
from summarizer.schemas.brief import Article

RECORDS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
LISTS = (".xml", ".rss", ".atom", ".json", ".eml", ".epub", ".newsml")
"""Names of files that may contain several articles, and are looked into before a run begins."""
SEVERAL = frozenset({"feed", "json", "jsonl", "newsml", "eml", "epub"})
EXPORT_BYTES = 20_000
"""A text at least this long may be a press database's export of several articles."""

PassedOver = Callable[[str], None]


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


def find_entries(
    given: Sequence[str], *, leave_out: Path, inbox: Path | None = None, passed_over: PassedOver | None = None
) -> Iterator[Entry]:
    """Find every article in what is given, each name once; what lies in the folder `leave_out` is none.

    A name is the path below the folder given, or below the folder that all files given share. `inbox` is
    where articles from the web lie, in `leave_out` or not. In a folder, hidden files are left out, and files
    that contain no article: `passed_over` is called with each. Raises BatchError where nothing is there.
    """
    _check(given, leave_out)
    told, found = passed_over or (lambda _: None), False
    for entry in _all_entries(given, leave_out.resolve(), inbox, told):
        found = True
        yield entry
    if not found and inbox is None:
        kinds = ", ".join(SUFFIXES)
        raise BatchError(f"no article in {', '.join(map(repr, given))}: they are {kinds}, or with .gz")


def _check(given: Sequence[str], leave_out: Path) -> None:
    for word in given:
        if not _matches(word):
            raise BatchError(f"no file or folder {word!r}; check the name")
        if Path(word).resolve() == leave_out.resolve():
            raise BatchError(f"{word!r} is both IN and OUT; give the briefs a folder of their own")


def _all_entries(
    given: Sequence[str], leave_out: Path, inbox: Path | None, passed_over: PassedOver
) -> Iterator[Entry]:
    roots = [Path(word) for word in given if Path(word).is_dir()]
    loose = [Path(match) for word in given if not Path(word).is_dir() for match in _matches(word)]
    shared = Path(os.path.commonpath([path.absolute().parent for path in loose])) if loose else Path()
    seen: set[str] = set()
    for root in roots:
        above = len(os.path.join(root, ""))  # noqa: PTH118 - a hundred thousand names: text is quicker
        for path in _walk(str(root), leave_out, set(), passed_over):
            yield from _entries(path, path[above:].replace(os.sep, "/"), seen)
    for file in loose:
        if not file.is_dir() and leave_out not in file.absolute().parents:
            yield from _entries(str(file), file.absolute().relative_to(shared).as_posix(), seen)
    if inbox is not None and inbox.is_dir():
        above = len(os.path.join(inbox, ""))  # noqa: PTH118 - as above
        for path in _walk(str(inbox), None, set(), passed_over):
            yield from _entries(
                path, path[above:].removesuffix(".json").replace(os.sep, "/"), seen, alone=True
            )


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


def _matches(word: str) -> list[str]:
    if os.path.lexists(word):
        return [word]
    return sorted(glob.glob(word, recursive=True))  # noqa: PTH207 - the word may be an absolute pattern


def _walk(
    folder: str, leave_out: Path | None, above: set[tuple[int, int]], passed_over: PassedOver
) -> Iterator[str]:
    """The articles below a folder; links are followed, one that leads back up is not."""
    try:
        status = Path(folder).stat()
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        raise BatchError(f"cannot list {folder!r}: {error.strerror}") from error
    here = (status.st_dev, status.st_ino)
    if here in above or Path(folder).resolve() == leave_out:
        return
    for item in found:
        if item.name.startswith("."):
            continue
        if _is_folder(item):
            yield from _walk(item.path, leave_out, above | {here}, passed_over)
        elif _may_be_article(item):
            yield item.path
        else:
            passed_over(item.path)


def _may_be_article(item: os.DirEntry[str]) -> bool:
    """Whether a file's name says that it is an article; where the name says nothing, what it begins with."""
    name = item.name.lower().removesuffix(".gz")
    if name.endswith(SUFFIXES):
        return True
    if not _is_file(item):
        return False
    head = read_head(item.path)
    if not head.strip() or foreign(head):
        return False
    kind = kind_of(head)
    # text under another name (.csv, .py, .log) is no article; without any ending, it may be one
    return kind is not None and (kind != "text" or ("." not in name and b"\0" not in head))


def _is_file(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_file()
    except OSError:
        return False


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link that leads to itself: no folder, and no article either, which is said later
        return False


def _entries(path: str, name: str, seen: set[str], *, alone: bool = False) -> Iterator[Entry]:
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
        exported = kind in SEVERAL or kind == "text"
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
