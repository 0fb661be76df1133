"""What a batch is given, article by article: a folder, files, a pattern, or a JSONL file."""

import glob
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.articles.formats import KINDS, is_article, read_document
from summarizer.articles.read import MAX_BYTES, make_article
from summarizer.errors import ArticleError, BatchError
from summarizer.schemas.brief import Article

RECORDS = (".jsonl", ".jsonl.gz")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be read: its name in OUT, its file, where in it a JSONL record starts.

    `stamp` changes when the article may have changed: size and time of a file, digest of a record.
    """

    name: str
    path: Path
    stamp: str
    offset: int | None = None


def find_entries(given: Sequence[str], *, leave_out: Path) -> Iterator[Entry]:
    """Every article in what is given, each name once; what lies in the folder `leave_out` is none.

    A name is the path below the folder given, or below the folder that all files given share. Hidden
    files and files of other kinds are passed over in a folder. Raises BatchError where nothing is there.
    """
    _check(given, leave_out)
    found = False
    for entry in _all_entries(given, leave_out.resolve()):
        found = True
        yield entry
    if not found:
        kinds = ", ".join((*KINDS, *RECORDS[:1]))
        raise BatchError(f"no article in {', '.join(map(repr, given))}: they are {kinds}, or with .gz")


def _check(given: Sequence[str], leave_out: Path) -> None:
    for word in given:
        if not _matches(word):
            raise BatchError(f"no file or folder {word!r}; check the name")
        if Path(word).resolve() == leave_out.resolve():
            raise BatchError(f"{word!r} is both IN and OUT; give the briefs a folder of their own")


def _all_entries(given: Sequence[str], leave_out: Path) -> Iterator[Entry]:
    roots = [Path(word) for word in given if Path(word).is_dir()]
    loose = [Path(match) for word in given if not Path(word).is_dir() for match in _matches(word)]
    shared = Path(os.path.commonpath([path.absolute().parent for path in loose])) if loose else Path()
    seen: set[str] = set()
    for root in roots:
        above = len(os.path.join(root, ""))  # noqa: PTH118 - a hundred thousand names: text is quicker
        for path in _walk(str(root), leave_out, set()):
            yield from _entries(path, path[above:].replace(os.sep, "/"), seen)
    for file in loose:
        if not file.is_dir() and leave_out not in file.absolute().parents:
            yield from _entries(str(file), file.absolute().relative_to(shared).as_posix(), seen)


def read_entry(entry: Entry) -> Article:
    """The article of an entry. Raises ArticleError."""
    if entry.offset is None:
        return read_document(entry.path, source=entry.name)
    try:
        with _opened(entry.path) as file:
            file.seek(entry.offset)
            line = file.readline(4 * MAX_BYTES)
    except (OSError, EOFError, zlib.error) as error:
        raise ArticleError(f"Cannot read {entry.name!r} ({error}); check the file.") from error
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ArticleError(f"{entry.name!r} is no JSON ({error}); correct the line.") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ArticleError(f"{entry.name!r} has no `text`; give each record `id` and `text`.")
    said = {key: record[key] for key in ("title", "date") if record.get(key) is not None}
    for key, words in said.items():
        if not isinstance(words, str) or any("\ud800" <= char <= "\udfff" for char in words):
            raise ArticleError(f"{entry.name!r} has a `{key}` that is no text; correct it, or leave it out.")
    return make_article(
        record["text"], source=entry.name, title=said.get("title"), published=said.get("date")
    )


def _matches(word: str) -> list[str]:
    if os.path.lexists(word):
        return [word]
    return sorted(glob.glob(word, recursive=True))  # noqa: PTH207 - the word may be an absolute pattern


def _walk(folder: str, leave_out: Path, above: set[tuple[int, int]]) -> Iterator[str]:
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
            yield from _walk(item.path, leave_out, above | {here})
        elif is_article(item.name) or item.name.lower().endswith(RECORDS):
            yield item.path


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link that leads to itself: no folder, and no article either, which is said later
        return False


def _entries(path: str, name: str, seen: set[str]) -> Iterator[Entry]:
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    if path.lower().endswith(RECORDS):
        yield from _records(Path(path), shown, seen)
        return
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
        stamp = f"{status.st_size}-{status.st_mtime_ns}"
    except OSError:
        stamp = "gone"
    yield Entry(_unique(shown, seen), Path(path), stamp)


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
