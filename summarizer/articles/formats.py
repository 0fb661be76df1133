"""Files of other kinds become articles: pages, PDF, Word, Markdown, any of them compressed by gzip.

trafilatura finds the article in a page, its title and date (readability-lxml gives no date). pypdf was
taken before pdfplumber, which rests on a larger stack for tables that articles do not have; python-docx
before mammoth, which gives HTML that would have to be read again.
"""

import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path

from summarizer.articles.read import MAX_BYTES, make_article, read_article_bytes
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

MAX_DOCUMENT = 20_000_000
"""Bytes of a page or document, which hold much besides its text."""
KINDS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
BROKEN = (ArithmeticError, AttributeError, EOFError, LookupError, RecursionError, TypeError, ValueError)
"""What readers of pages and documents raise, besides their own errors, where a file is damaged."""
INSTALL = "pip install 'grounded-summarizer[documents]'"


def is_article(name: str) -> bool:
    """Whether a file's name says that it may be an article."""
    return name.lower().removesuffix(".gz").endswith(KINDS)


def read_document(path: Path, *, source: str) -> Article:
    """Read the article in a file of any of `KINDS`, or compressed; another kind is read as text.

    Raises ArticleError where there is none in it, or the extra `documents` is not installed.
    """
    name = path.name.lower()
    reader = _READERS.get(Path(name.removesuffix(".gz")).suffix)
    limit = MAX_DOCUMENT if reader else MAX_BYTES
    data = _bytes(path, source, limit, compressed=name.endswith(".gz"))
    if reader is None:
        return read_article_bytes(data, source=source)
    if len(data) > limit:
        raise ArticleError(f"{source!r} is larger than {limit // 1_000_000} MB; give one article at a time.")
    try:
        return reader(data, source)
    except ImportError as error:
        raise ArticleError(f"{source!r} needs {error.name}: {INSTALL}") from error
    except BROKEN as error:
        raise ArticleError(f"{source!r} cannot be read ({error}); save its text as plain text.") from error


def _bytes(path: Path, source: str, limit: int, *, compressed: bool) -> bytes:
    try:
        if not path.is_file():
            raise ArticleError(f"{source!r} is no file, or is gone; check the name.")
        with gzip.open(path) if compressed else path.open("rb") as file:
            data: bytes = file.read(limit + 1)
            return data
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise ArticleError(f"Cannot read {source!r} ({error}); check the file.") from error


def _page(data: bytes, source: str) -> Article:
    import trafilatura  # noqa: PLC0415 - of an extra, and slow to load

    found = trafilatura.bare_extraction(
        data, with_metadata=True, include_comments=False, include_tables=False
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise ArticleError(f"{source!r} is a page in which no article is found; save its text as plain text.")
    text = (
        found.text if not found.title or found.title in found.text[:300] else f"{found.title}\n\n{found.text}"
    )
    return make_article(text, source=source, title=found.title, published=found.date)


def _pdf(data: bytes, source: str) -> Article:
    import pypdf  # noqa: PLC0415 - of an extra

    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    except pypdf.errors.PyPdfError as error:
        raise ArticleError(f"{source!r} is no PDF that can be read ({error}); save its text.") from error
    return make_article("\n\n".join(pages), source=source)


def _word(data: bytes, source: str) -> Article:
    import zipfile  # noqa: PLC0415

    import docx  # noqa: PLC0415 - of an extra
    from docx.opc.exceptions import OpcError  # noqa: PLC0415

    try:
        document = docx.Document(io.BytesIO(data))
    except (OpcError, zipfile.BadZipFile) as error:
        raise ArticleError(f"{source!r} is no Word document that can be read; save its text.") from error
    paragraphs = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    return make_article("\n\n".join(paragraphs), source=source, title=document.core_properties.title or None)


def _markdown(data: bytes, source: str) -> Article:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - rich brings it

    article = read_article_bytes(data, source=source)
    shown = [
        "".join("\n" if part.type.endswith("break") else part.content for part in token.children or ())
        for token in MarkdownIt().parse(article.text)
        if token.type == "inline"
    ]
    return make_article("\n\n".join(shown), source=source, published=article.published)


_READERS: dict[str, Callable[[bytes, str], Article]] = {
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".docx": _word,
    ".md": _markdown,
}
