"""A digest on disk: JSON, a page and Markdown in the folder of the briefs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.output.files import refuse_page_of_brief, write_whole
from summarizer.output.render.digest_markdown import digest_to_markdown
from summarizer.output.render.digest_page import write_digest_page
from summarizer.output.render.index import folder_name
from summarizer.schemas.digest import DIGEST_VERSION, Digest

NAME = "digest"
FORMS = ("json", "html", "md")
HEAD = 4096
"""Bytes within which a digest says that it is one: it is the first field."""


def write_digest(digest: Digest, path: Path, *, name: str | None = None) -> None:
    """Write a digest as the suffix of `path` says: .json, .html or .md.

    Raises SummarizerError for another suffix, if the file cannot be written, or if a file of that name is no
    digest.
    """
    writers: dict[str, Callable[[], None]] = {
        ".json": lambda: _put_json(digest, path),
        ".md": lambda: write_whole(path, digest_to_markdown(digest)),
        ".html": lambda: _page(digest, path, name or folder_name(path.parent)),
    }
    if path.suffix not in writers:
        raise SummarizerError(f"{str(path)!r}: name a file that ends in .json, .html or .md")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        writers[path.suffix]()
    except OSError as error:
        raise SummarizerError(
            f"cannot write {str(path)!r}: {error.strerror}; choose another --output"
        ) from error


def _put_json(digest: Digest, path: Path) -> None:
    if path.exists() and not _is_digest(path):
        raise SummarizerError(f"{str(path)!r} is no digest; move it, or choose another --output")
    _put(path, lambda file: file.writelines(_json(digest)))


def _is_digest(path: Path) -> bool:
    """Whether a file begins as a digest does; a large one is not read for it."""
    with path.open("rb") as file:
        return b'"digest_version"' in file.read(HEAD)


def _json(digest: Digest) -> Iterator[str]:
    """Write a digest as JSON, an entry on each line, piece by piece to save memory."""
    lists = ("briefs", "events", "entities", "sayings", "skipped")
    yield digest.model_dump_json(exclude=set(lists)).removesuffix("}")
    for name in lists:
        yield f',\n"{name}": ['
        for number, entry in enumerate(getattr(digest, name)):
            yield f"{',' if number else ''}\n{entry.model_dump_json()}"
        yield "]"
    yield "}\n"


def _page(digest: Digest, path: Path, name: str) -> None:
    refuse_page_of_brief(path)
    _put(path, lambda file: write_digest_page(digest, file, name=name))


def _put(path: Path, write: Callable[[IO[str]], None]) -> None:
    """Write a file piece by piece; it gets its name when it is complete."""
    partial = path.with_name(f"{path.name}.part")
    with partial.open("w", encoding="utf-8", newline="\n") as file:
        write(file)
    partial.replace(path)


def read_digest(path: Path) -> Digest:
    """Read a digest's JSON. Raises SummarizerError if it is missing or of another version."""
    try:
        return Digest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise SummarizerError(
            f"cannot read {str(path)!r}: {error.strerror}; run `summarizer digest`"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        if first["loc"] == ("digest_version",):
            raise SummarizerError(
                f"{str(path)!r} has digest version {first['input']!r}, this release reads {DIGEST_VERSION!r}"
            ) from error
        place = ".".join(map(str, first["loc"])) or "it"
        raise SummarizerError(f"{str(path)!r} is no digest: {place}: {first['msg']}") from error
