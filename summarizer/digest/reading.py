"""Briefs read for a digest: what cannot be read is left out and named, the others go on."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.output.brief_files import LINES, parse_brief
from summarizer.schemas.brief import Brief

Skip = Callable[[str, str], None]
"""Told the name of what is left out, and why."""


def read_briefs(place: Path, skip: Skip) -> Iterator[tuple[Brief, str | None]]:
    """Give the briefs of a batch's folder, of any folder of JSON files, or of a JSONL file, one by one.

    Each with the address of its page, seen from the folder, if it has one. Raises SummarizerError where there
    is nothing to read at all.
    """
    if not place.exists():
        raise SummarizerError(f"there is no {str(place)!r}; give a folder of briefs, or a briefs.jsonl")
    lines = place / LINES if place.is_dir() else place
    folder = lines.parent
    for name, words in (
        _lines(lines, skip) if lines.suffix == ".jsonl" and lines.is_file() else _files(place, skip)
    ):
        brief = _brief(words, name, skip)
        if brief is not None:
            yield brief, _page(folder if lines.is_file() else place, name, brief)


def _lines(path: Path, skip: Skip) -> Iterator[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                name = f"{path.name}:{number}"
                try:
                    words = line.decode("utf-8")
                except UnicodeDecodeError:
                    skip(name, "is not UTF-8")
                    continue
                if words.strip():
                    yield name, words
    except OSError as error:
        raise SummarizerError(f"cannot read {str(path)!r}: {error.strerror}") from error


def _files(place: Path, skip: Skip) -> Iterator[tuple[str, str]]:
    """Give the JSON files of a folder that may be briefs, with their words."""
    inside = place / "briefs"
    found = sorted((inside if inside.is_dir() else place).rglob("*.json")) if place.is_dir() else [place]
    for path in found:
        name = path.relative_to(place).as_posix() if place.is_dir() else path.name
        try:
            words = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            skip(name, f"cannot be read: {getattr(error, 'strerror', None) or 'is not UTF-8'}")
            continue
        yield name, words


def _brief(words: str, name: str, skip: Skip) -> Brief | None:
    try:
        data = json.loads(words)
    except (ValueError, RecursionError):
        skip(name, "is damaged: no JSON")
        return None
    if not isinstance(data, dict) or not {"schema_version", "article"} <= data.keys():
        if not (isinstance(data, dict) and "digest_version" in data):
            skip(name, "is no brief")
        return None
    try:
        return Brief.model_validate_json(words)
    except ValidationError as error:
        newer = [one["loc"] for one in error.errors() if one["type"] == "extra_forbidden"]
    for loc in newer:
        _drop(data, loc)
    try:
        return parse_brief(json.dumps(data), name)
    except SummarizerError as error:
        skip(name, str(error).removeprefix(f"{name!r} "))
        return None


def _drop(data: Any, loc: tuple[int | str, ...]) -> None:
    """Take out a field that a later release has added, at a place that pydantic names."""
    for step in loc[:-1]:
        data = data[step]
    del data[loc[-1]]


def _page(folder: Path, name: str, brief: Brief) -> str | None:
    """Give the address of a brief's page: beside its JSON file, or where a batch puts it."""
    own = Path(name).with_suffix(".html") if name.endswith(".json") else None
    batch = Path("briefs") / f"{brief.article.source}.html" if brief.article.source else None
    for page in (own, batch):
        try:
            if page and not page.is_absolute() and ".." not in page.parts and (folder / page).is_file():
                return "./" + quote(page.as_posix())
        except (OSError, ValueError):
            continue
    return None
