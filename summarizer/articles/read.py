"""One reader for every command: a file of any kind becomes its article, or its articles.

The kind is told by what a file begins with, not by its name alone; gzip is taken off before. What is read
from the web comes through `summarizer.articles.addresses`.
"""

import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from summarizer.articles.article import MAX_BYTES, named
from summarizer.articles.decoding import decode_text
from summarizer.articles.kinds import HEAD, Kind, foreign, kind_of
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

MAX_DOCUMENT = 20_000_000
"""Bytes of a page or document, which contain much besides its text."""
MARKED_UP = frozenset({"html", "newsml", "nitf", "feed", "opml", "eml", "json", "jsonl"})
MAX_TAGS = 200_000
"""Tags of a page; the longest live reports have some 20,000."""
MAX_ATTRIBUTES = 2000
"""Attributes of a tag: libxml2 compares each with all before it."""
_TAG = re.compile(rb"<[A-Za-z](?:[^<>\"'=]++|=\s*+[^\s\"'>]?+|\"[^\"]*+\"|'[^']*+')*+")
"""A tag as far as it goes; a value may contain the marks that end tags."""
_VALUE = re.compile(rb"\"[^\"]*\"|'[^']*'")
INSTALL = "pip install 'grounded-summarizer[documents]'"
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    AssertionError,
)
"""What readers of pages and documents raise, besides their own errors, where a file is damaged."""
_GZIP = b"\x1f\x8b"

Reader = Callable[[bytes, str | None], Iterator[Article]]


def read_article(path: str | Path) -> Article:
    r"""Read the article in a file of any kind (see docs/library.md), which may be compressed by gzip.

    `source` is the path as it was given. Raises `ArticleError` where the file is missing, unreadable,
    a folder, empty, too large, no article, or several (see `read_articles`).

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "article.txt"
    ...     _ = path.write_text("date 2025-02\n\nLe port de Brémont rouvre lundi.", "utf-8")
    ...     article = read_article(path)
    >>> article.published, article.text
    ('2025-02', 'Le port de Brémont rouvre lundi.')
    """
    articles = read_articles(path)
    article = next(articles)
    if next(articles, None) is not None:
        raise ArticleError(f"{str(path)!r} contains several articles; read it with read_articles.")
    return article


def read_articles(path: str | Path) -> Iterator[Article]:
    """Read every article in a file, one after the other, as `read_article` does.

    The articles of a file that has several are called `file#1`, `file#2` in their `source`.
    """
    source = str(path)
    yield from read_bytes(read_file(Path(path), source), source=source, name=Path(path).name)


def read_article_bytes(data: bytes, *, source: str | None = None) -> Article:
    """Read the article in bytes as a pipe gives them; as `read_article` in all else."""
    articles = read_bytes(data, source=source)
    article = next(articles)
    if next(articles, None) is not None:
        raise ArticleError(f"{named(source)} contains several articles; save it as a file and give that.")
    return article


def read_bytes(data: bytes, *, source: str | None = None, name: str = "") -> Iterator[Article]:
    """Read every article in bytes. At least one is given, or ArticleError raised."""
    data = unpacked(data, source)
    kind = kind_of(data, name)
    if kind is None:
        told = (
            foreign(data) or "is an archive or a kind of file that contains no article; unpack or convert it"
        )
        raise ArticleError(f"{named(source)} is binary: it {told}.")
    limit = MAX_BYTES if kind in {"text", "markdown"} else MAX_DOCUMENT
    if len(data) > limit:
        raise ArticleError(
            f"{named(source)} is larger than {limit // 1_000_000} MB; give one article at a time."
        )
    if kind in MARKED_UP:
        _refuse_hostile(data, source)
    empty = True
    try:
        for article in _reader(kind)(data, source):
            empty = False
            yield article
    except ImportError as error:
        raise ArticleError(f"{named(source)} needs {error.name}: {INSTALL}") from error
    except _BROKEN as error:
        told = (str(error) or type(error).__name__).split("\n", 1)[0][:120]
        raise ArticleError(
            f"{named(source)} cannot be read ({told}); save its text as plain text."
        ) from error
    if empty:
        raise ArticleError(f"{named(source)} is empty: no word in it; give a French article as text.")


def _refuse_hostile(data: bytes, source: str | None) -> None:
    """Refuse what no page needs, and what parsers take minutes and gigabytes for. Raises ArticleError."""
    if data.count(b"<") > MAX_TAGS:
        raise ArticleError(f"{named(source)} has more than {MAX_TAGS:,} tags; save its text as plain text.")
    for tag in _TAG.finditer(data):
        if len(tag[0]) > MAX_ATTRIBUTES and len(_VALUE.sub(b"", tag[0]).split()) > MAX_ATTRIBUTES:
            told = f"has a tag of more than {MAX_ATTRIBUTES:,} attributes"
            raise ArticleError(f"{named(source)} {told}; save its text as plain text.")


def read_file(path: Path, source: str) -> bytes:
    """Read a file's bytes, no more than `MAX_DOCUMENT` and one. Raises ArticleError."""
    try:
        if path.is_dir():
            raise ArticleError(f"{source!r} is a folder, not an article; name a file in it.")
        if "\0" not in source and not path.exists():
            raise ArticleError(f"No file {source!r}; check the name.")
        if "\0" not in source and not path.is_file():
            raise ArticleError(f"Cannot read {source!r}: it is a pipe or device; save it as a file.")
        with path.open("rb") as file:
            return file.read(MAX_DOCUMENT + 1)
    except PermissionError as error:
        raise ArticleError(f"{source!r} may not be read; check its permissions.") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise ArticleError(f"Cannot read {source!r} ({error}); check the name and the disk.") from error


def read_head(path: str | os.PathLike[str]) -> bytes:
    """Read what a file begins with, gzip taken off; nothing where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path of any kind
            data = file.read(HEAD)
    except (OSError, ValueError):
        return b""
    if data.startswith(_GZIP):
        try:
            return zlib.decompressobj(31).decompress(data, HEAD)
        except zlib.error:
            return data
    return data


def unpacked(data: bytes, source: str | None) -> bytes:
    """Take gzip off, within the limit. Raises ArticleError where it is damaged."""
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as file:
            return file.read(MAX_DOCUMENT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ArticleError(f"Cannot read {named(source)} ({error}); check the file.") from error


def _text(data: bytes, source: str | None) -> Iterator[Article]:
    from summarizer.articles.several import part_export  # noqa: PLC0415

    text = decode_text(data, named(source))
    yield from part_export(text, source)


def _list(data: bytes, source: str | None) -> Iterator[Article]:
    del data
    raise ArticleError(f"{named(source)} is a list of addresses; give it to `summarizer batch`.")


def _reader(kind: Kind) -> Reader:  # noqa: PLR0911 - one line a kind
    """The reader of a kind; each is loaded when it is first used."""
    match kind:
        case "html":
            from summarizer.articles.page import read_page  # noqa: PLC0415

            return lambda data, source: read_page(data, source=source)
        case "pdf" | "rtf" | "markdown":
            from summarizer.articles import documents  # noqa: PLC0415

            return {
                "pdf": documents.read_pdf,
                "rtf": documents.read_rtf,
                "markdown": documents.read_markdown,
            }[kind]
        case "docx" | "odt" | "epub":
            from summarizer.articles import archives  # noqa: PLC0415

            return {
                "docx": archives.read_word,
                "odt": archives.read_opendocument,
                "epub": archives.read_book,
            }[kind]
        case "newsml" | "nitf":
            from summarizer.articles.agency import read_agency  # noqa: PLC0415

            return read_agency
        case "wire":
            from summarizer.articles.wire import read_wire  # noqa: PLC0415

            return read_wire
        case "feed":
            from summarizer.articles.feed import read_feed  # noqa: PLC0415

            return read_feed
        case "json" | "jsonl":
            from summarizer.articles import json_articles  # noqa: PLC0415

            return json_articles.read_records if kind == "json" else json_articles.read_lines
        case "eml":
            from summarizer.articles.mail import read_mail  # noqa: PLC0415

            return lambda data, source: read_mail(
                data, source, lambda part, name: read_bytes(part, source=name, name=name)
            )
        case "opml" | "addresses":
            return _list
        case _:
            return _text
