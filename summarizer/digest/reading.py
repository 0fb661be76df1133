"""Briefs read for a digest: what cannot be read is left out and named, the others go on."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import ValidationError

from summarizer.digest.digester import Digester
from summarizer.digest.records import record_of
from summarizer.digest.state import content_of
from summarizer.errors import SummarizerError
from summarizer.output.brief_files import LINES, parse_brief
from summarizer.schemas.brief import Brief

Skip = Callable[[str, str], None]
"""Told the name of what is left out, and why."""


def read_into(made: Digester, place: Path) -> None:
    """Read a batch's folder, any folder of JSON files, or a JSONL file into a digest that grows.

    What its state knows by its content is not read again. Raises SummarizerError where there is nothing to
    read.
    """
    kept, folder = dict(made.state.seen()), _folder(place)
    batch = (folder / "briefs").is_dir()
    for name, words in _words(place, made.skip):
        content = content_of(words)
        known = kept.get(content)
        if known is not None and _page(folder, name, known.source, batch=batch) == known.page:
            made.keep(known, content)
            continue
        brief = _brief(words, name, made.skip)
        if brief is not None:
            page = _page(folder, name, brief.article.source, batch=batch)
            made.take(record_of(brief, page=page), content)


def count_at_most(place: Path) -> int:
    """Give how many briefs a place can have: the lines of a JSONL file, or the JSON files of a folder."""
    source = _source(place)
    if source.suffix != ".jsonl" or not source.is_file():
        return len(_paths(place))
    with source.open("rb") as file:
        return sum(1 for _ in file)


def read_briefs(place: Path) -> Iterator[Brief]:
    """Give the briefs of a place as `read_into` reads them, one by one; what is none is left out."""
    for name, words in _words(place, _nothing):
        brief = _brief(words, name, _nothing)
        if brief is not None:
            yield brief


def _nothing(_name: str, _reason: str) -> None:
    """Say nothing of what is left out."""


def _folder(place: Path) -> Path:
    return place if place.is_dir() else place.parent


def _words(place: Path, skip: Skip) -> Iterator[tuple[str, bytes]]:
    """Give the names and bytes of what may be briefs; a brief that is known is not decoded."""
    if not place.exists():
        raise SummarizerError(f"there is no {str(place)!r}; give a folder of briefs, or a briefs.jsonl")
    source = _source(place)
    return _lines(source) if source.suffix == ".jsonl" and source.is_file() else _files(place, skip)


def _source(place: Path) -> Path:
    """Give the JSONL file of a place that has one, else the place."""
    lines = place / LINES
    return lines if lines.is_file() else place


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield f"{path.name}:{number}", line
    except OSError as error:
        raise SummarizerError(f"cannot read {str(path)!r}: {error.strerror}") from error


def _files(place: Path, skip: Skip) -> Iterator[tuple[str, bytes]]:
    """Give the JSON files of a folder that may be briefs, with their bytes."""
    for path in _paths(place):
        name = path.relative_to(place).as_posix() if place.is_dir() else path.name
        try:
            words = path.read_bytes()
        except OSError as error:
            skip(name, f"cannot be read: {error.strerror}")
            continue
        yield name, words


def _paths(place: Path) -> list[Path]:
    inside = place / "briefs"
    return sorted((inside if inside.is_dir() else place).rglob("*.json")) if place.is_dir() else [place]


def _brief(words: bytes, name: str, skip: Skip) -> Brief | None:
    try:
        data = json.loads(words.decode("utf-8"))
    except UnicodeDecodeError:
        skip(name, "is not UTF-8")
        return None
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


def _page(folder: Path, name: str, source: str | None, *, batch: bool) -> str | None:
    """Give the address of a brief's page: beside its JSON file, or where a batch puts it."""
    own = Path(name).with_suffix(".html") if name.endswith(".json") else None
    for page in (own, Path("briefs") / f"{source}.html" if source and batch else None):
        try:
            if page and not page.is_absolute() and ".." not in page.parts and (folder / page).is_file():
                return "./" + quote(page.as_posix())
        except (OSError, ValueError):
            continue
    return None
