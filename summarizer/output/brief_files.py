"""Briefs on disk: one from its file, or all of a folder as `summarizer brief` and `batch` leave them."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.schemas.brief import SCHEMA_VERSION, Brief

LINES = "briefs.jsonl"
MAX_BRIEF = 50_000_000
"""Limit of bytes of a brief. The brief of the longest possible article has some 10 MB."""


def brief_id(brief: Brief) -> str:
    """Return a brief's id: 16 hexadecimal digits of a digest of its article's text and source.

    The same text may come from two sources and has a brief for each. The text's own SHA-256 would confuse
    their figures.
    """
    return hashlib.sha256(f"{brief.article.id}\n{brief.article.source}".encode()).hexdigest()[:16]


def read_brief(path: Path) -> Brief:
    """Read the brief in a JSON file. Raises SummarizerError if it is missing or of another version."""
    return parse_brief(_words(path), str(path))


def parse_brief(words: str, name: str) -> Brief:
    """Read a brief's JSON; `name` is its name in errors. Raises SummarizerError if it is not a brief."""
    try:
        return Brief.model_validate_json(words)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "it"
        if first["loc"] == ("schema_version",):
            raise SummarizerError(
                f"{name!r} has schema version {first['input']!r}, this release reads {SCHEMA_VERSION!r}; "
                "install the release that wrote it, or a later one"
            ) from error
        raise SummarizerError(f"{name!r} is no brief: {place}: {first['msg']}") from error


def find_briefs(place: Path) -> Iterator[Brief]:
    """Yield the briefs of a file or folder, one at a time in memory.

    Of a folder, `briefs.jsonl` is read if it exists, else the files of `find_files`. Raises SummarizerError
    for a line that is not a brief, and if there is no brief.
    """
    lines = place / LINES if place.is_dir() else place
    if lines.suffix == ".jsonl" and lines.is_file():
        some = False
        with lines.open("rb") as file:
            for number, line in enumerate(iter(lambda: file.readline(MAX_BRIEF + 1), b""), 1):
                if line.strip():
                    yield parse_brief(_decoded(line, f"{lines}:{number}"), f"{lines}:{number}")
                    some = True
        if not some:
            raise SummarizerError(_none(place))
    elif place.is_dir():
        yield from (brief for _, brief in find_files(place))
    else:
        yield read_brief(place)


def find_files(folder: Path) -> Iterator[tuple[Path, Brief]]:
    """Yield every JSON file under `folder/briefs/`, or under the folder, that is a brief, and the brief.

    They are in the order of their names. Raises SummarizerError for a file that cannot be read, and if there
    is no brief.
    """
    inside = folder / "briefs"
    some = False
    for path in sorted((inside if inside.is_dir() else folder).rglob("*.json")):
        words = _words(path)
        if _is_brief(words, path):
            yield path, parse_brief(words, str(path))
            some = True
    if not some:
        raise SummarizerError(_none(folder))


def _none(place: Path) -> str:
    return f"no brief in {str(place)!r}; give a folder that `summarizer brief -o` or `batch` wrote"


def _words(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BRIEF + 1)
    except OSError as error:
        raise SummarizerError(f"cannot read {str(path)!r}: {error.strerror}; give a brief as JSON") from error
    return _decoded(data, str(path))


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BRIEF:
        raise SummarizerError(
            f"cannot read {name!r}: it is larger than {MAX_BRIEF // 10**6} MB; it is no brief"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SummarizerError(f"cannot read {name!r}: {error}; give a brief as JSON") from error


def _is_brief(words: str, path: Path) -> bool:
    """Whether a JSON file is a brief; the folder may contain reports as well."""
    try:
        found = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise SummarizerError(f"cannot read {str(path)!r}: {error}; remove it or write it again") from error
    return isinstance(found, dict) and {"schema_version", "article", "provenance"} <= found.keys()
