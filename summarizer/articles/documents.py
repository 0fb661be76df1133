"""Documents that need a library: PDF by pypdf, RTF by striprtf (extra `documents`); Markdown.

pypdf was taken before pdfplumber, which rests on a larger stack for tables that articles do not have, and
pymupdf4llm, whose licence (AGPL) this package's users could not follow.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from summarizer.articles.article import Said, make_article, named
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_text
from summarizer.articles.page_metadata import clean_authors
from summarizer.articles.several import part_export
from summarizer.articles.wrapped import join_lines, without_page_frames
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

MAX_PAGES = 1000
MAX_CHARACTERS = 5_000_000
_UNTITLED = re.compile(
    r"\.(?:indd|docx?|pdf|odt|qxp|pmd|tex|html?)\b|^(?:microsoft word|untitled|sans titre|document\d*$)",
    re.IGNORECASE,
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_RTF_INFO = re.compile(r"\{\\(title|author|creatim) ?((?:\\yr\d+\\mo\d+\\dy\d+)?[^{}]{0,300})")
_RTF_TIME = re.compile(r"\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
HEAD = 1500
"""Characters at the top of a document in which its date of issue stands, if it does."""


def read_pdf(data: bytes, source: str | None) -> Iterator[Article]:
    """Read a PDF: lines joined, heads and feet of pages out; title and date where they are plausible."""
    import pypdf  # noqa: PLC0415 - of an extra
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    called = named(source)
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise ArticleError(f"{called} is encrypted; open it with its password and save it without one.")
        pages = _pages(document, called)
        information = dict(document.metadata or {})
    except (PyPdfError, RecursionError, MemoryError) as error:
        raise ArticleError(
            f"{called} is a damaged PDF ({_line(error)}); save its text as plain text."
        ) from error
    if not any(line.strip() for page in pages for line in page):
        raise ArticleError(
            f"{called} is a PDF of images without text; run it through text recognition (OCR)."
        )
    text = "\n\n".join(join_lines(without_page_frames(pages)))
    yield from part_export(text, source, _pdf_said(information, text))


def _pages(document: Any, called: str) -> list[list[str]]:
    pages, length = [], 0
    for number, page in enumerate(document.pages):
        if number >= MAX_PAGES or length > MAX_CHARACTERS:
            raise ArticleError(
                f"{called} has more than {MAX_PAGES} pages or {MAX_CHARACTERS:,} characters; give fewer."
            )
        text = page.extract_text() or ""
        length += len(text)
        pages.append(text.split("\n"))
    return pages


def _line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).split("\n", 1)[0][:120]


def _pdf_said(information: dict[str, Any], text: str) -> Said:
    """Give what a PDF's properties say: the title where it is one, the date where the text has it, too."""
    said = Said()
    title = " ".join(str(information.get("/Title") or "").split())
    if " " in title and not _UNTITLED.search(title):
        said["title"] = title
    author = str(information.get("/Author") or "")
    if " " in author.strip():
        said["authors"] = clean_authors([author])
    stamp = _PDF_DATE.match(str(information.get("/CreationDate") or ""))
    shown = read_date(text[:HEAD][:100]) or next(_dates_in(text[:HEAD]), None)
    if stamp and shown and shown.startswith(f"{stamp[1]}-{stamp[2]}"):
        said["published"] = shown if len(shown) == 10 else f"{stamp[1]}-{stamp[2]}-{stamp[3]}"
    return said


def _dates_in(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        day = read_date(line[:100])
        if day:
            yield day


def read_rtf(data: bytes, source: str | None) -> Iterator[Article]:
    """Read RTF; what it says of itself gives title, author and date."""
    markup = data.decode("latin-1")
    try:
        text = _rtf_text(markup)
    except (ValueError, KeyError, IndexError, RecursionError, LookupError) as error:
        raise ArticleError(f"{named(source)} is damaged RTF ({_line(error)}); save its text.") from error
    said = Said()
    for found in _RTF_INFO.finditer(markup[:20_000]):
        words = " ".join(_rtf_text("{\\rtf1 " + found[2] + "}").split())
        if found[1] == "title" and " " in words:
            said["title"] = words
        elif found[1] == "author":
            said["authors"] = clean_authors([words])
        elif found[1] == "creatim" and (time := _RTF_TIME.search(found[2])):
            said["published"] = read_date(f"{time[1]}-{int(time[2]):02}-{int(time[3]):02}")
    lines = [" ".join(line.split(" ")).strip() for line in text.replace("|", " | ").split("\n")]
    yield from part_export("\n\n".join(line for line in lines if line.strip(" |")), source, said)


def _rtf_text(markup: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - of an extra

    return str(rtf_to_text(markup, encoding="cp1252", errors="replace"))  # type: ignore[no-untyped-call]


def read_markdown(data: bytes, source: str | None) -> Iterator[Article]:
    """Read Markdown as it is shown; a head between `---` lines says what the article is."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - rich brings it

    text = decode_text(data, named(source)).replace("\r\n", "\n")
    said, text = _front_matter(text)
    # a leading date line is told apart before Markdown makes a paragraph of it and the title
    first = make_article(text, source=source)
    shown = []
    for token in MarkdownIt().enable("table").parse(first.text):
        if token.type == "inline":
            shown.append(
                "".join(
                    "\n" if part.type.endswith("break") else part.content
                    for part in token.children or ()
                    if part.type != "html_inline"
                )
            )
        elif token.type in {"fence", "code_block"}:
            shown.append(token.content.rstrip())
    said.setdefault("published", first.published)
    yield make_article("\n\n".join(words for words in shown if words.strip()), source=source, **said)


def _front_matter(text: str) -> tuple[Said, str]:
    found = re.match(r"---\n((?:[^\n]*\n){1,40}?)---\n", text)
    if found is None:
        return Said(), text
    from summarizer.articles.json_articles import said_of_record  # noqa: PLC0415

    pairs = (line.partition(":") for line in found[1].splitlines())
    record = {
        key.strip(): value.strip().strip("\"'") for key, colon, value in pairs if colon and value.strip()
    }
    return said_of_record(record, None), text[found.end() :]
