"""Files with a record on each line (JSONL), packed by gzip or not, read line by line within limits."""

import gzip
import hashlib
import json
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

from summarizer.articles.json_articles import read_line
from summarizer.articles.read import MAX_DOCUMENT
from summarizer.errors import ArticleError, BatchError
from summarizer.schemas.brief import Article

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
MOST_UNPACKED = 200
# Limit of the unpacked size, as a multiple of the packed size. Records of news unpack to some ten times.
_BROKEN = (OSError, EOFError, zlib.error)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file: its number from 1, its offset in bytes, a digest, and the `id` of its record."""

    number: int
    offset: int
    digest: str
    id: str | None


def find_lines(path: Path) -> Iterator[Line]:
    """Find the lines of a file that are not empty. Raises BatchError if it cannot be read."""
    packed = _is_packed(path)
    try:
        most = max(MAX_DOCUMENT, MOST_UNPACKED * path.stat().st_size) if packed else math.inf
        with gzip.open(path) if packed else path.open("rb") as file:
            offset = 0
            for number, line in enumerate(iter(lambda: file.readline(MAX_DOCUMENT + 1), b""), 1):
                if line.strip():
                    yield Line(number, offset, hashlib.sha256(line).hexdigest()[:16], _id(line))
                offset += len(line)
                if len(line) > MAX_DOCUMENT and not line.endswith(b"\n"):
                    offset += _pass_over(file, most - offset)
                if offset > most:
                    told = f"unpacks to more than {MOST_UNPACKED} times its size; unpack it and look at it"
                    raise BatchError(f"{str(path)!r} {told}")
    except _BROKEN as error:
        raise BatchError(f"cannot read {str(path)!r}: {error}") from error


def read_line_at(path: Path, offset: int, name: str) -> Article:
    """Read the article in the line that starts at `offset`; `name` is its source. Raises ArticleError."""
    try:
        if _is_packed(path):
            status = path.stat()
            file = _unpacking(path, status.st_size, status.st_mtime_ns)
            file.seek(offset)
            line = file.readline(MAX_DOCUMENT + 1)
        else:
            with path.open("rb") as plain:
                plain.seek(offset)
                line = plain.readline(MAX_DOCUMENT + 1)
    except _BROKEN as error:
        _unpacking.cache_clear()
        raise ArticleError(f"Cannot read {name!r} ({error}); check the file.") from error
    if len(line) > MAX_DOCUMENT:
        raise ArticleError(f"{name!r} is larger than {MAX_DOCUMENT // 10**6} MB; give an article a line.")
    return read_line(line, name)


def _is_packed(path: Path) -> bool:
    return path.name.lower().endswith(".gz")


@lru_cache(maxsize=1)
def _unpacking(path: Path, size: int, time: int) -> gzip.GzipFile:
    """Open a packed file once: records are read in their order, so the next one is near.

    To unpack from the start for each record would take quadratic time.
    """
    del size, time  # of another file under the same name
    return gzip.open(path)


def _pass_over(file: IO[bytes] | gzip.GzipFile, most: float) -> int:
    """Skip the rest of a line that is too long, or `most` bytes; return how many bytes were skipped."""
    passed = 0
    while passed <= most and (part := file.readline(1 << 20)):
        passed += len(part)
        if part.endswith(b"\n"):
            break
    return passed


def _id(line: bytes) -> str | None:
    if len(line) > MAX_DOCUMENT:
        return None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    found = record.get("id") if isinstance(record, dict) else None
    name = str(found) if isinstance(found, str | int) and str(found).strip() else None
    return None if name is None else name.encode("utf-8", "backslashreplace").decode()
