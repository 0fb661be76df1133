"""Briefs on disk: one from its file, or all of a folder as `summarizer brief` and `batch` leave them."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.schemas.brief import SCHEMA_VERSION, Brief

LINES = "briefs.jsonl"


def read_brief(path: Path) -> Brief:
    """Read the brief in a JSON file. Raises SummarizerError where there is none, or of another version."""
    try:
        return parse_brief(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SummarizerError(f"cannot read {str(path)!r}: {reason}; give a brief as JSON") from error


def parse_brief(words: str, name: str) -> Brief:
    """Read a brief's JSON; `name` is what errors call it. Raises SummarizerError where it is none."""
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
    """Give the briefs of a file or folder one by one, never all in memory.

    A folder's `briefs.jsonl` if there is one, else every JSON file under `briefs/`, or under the folder
    itself, that is a brief, in the order of their names. Raises SummarizerError for a line that is no
    brief, and where there is none at all.
    """
    lines = place / LINES if place.is_dir() else place
    some = False
    if lines.suffix == ".jsonl" and lines.is_file():
        with lines.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield parse_brief(line, f"{lines}:{number}")
                    some = True
    elif place.is_dir():
        inside = place / "briefs"
        for path in sorted((inside if inside.is_dir() else place).rglob("*.json")):
            if _is_brief(path):
                yield read_brief(path)
                some = True
    else:
        yield read_brief(place)
        some = True
    if not some:
        raise SummarizerError(f"no brief in {str(place)!r}; give a folder that `summarizer brief -o` wrote")


def _is_brief(path: Path) -> bool:
    """Whether a JSON file says that it is a brief: a folder of them may hold reports as well."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SummarizerError(f"cannot read {str(path)!r}: {error}; remove it or write it again") from error
    return isinstance(found, dict) and {"schema_version", "article", "provenance"} <= found.keys()
