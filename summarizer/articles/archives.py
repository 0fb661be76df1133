"""Zipped documents, taken apart within limits: Word, OpenDocument, EPUB. No dependency, no bomb unpacked.

python-docx was taken first; it leaves out what stands in insertions, content controls, smart tags and text
boxes, and unpacks every part of a file whatever its size.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from summarizer.articles.article import Said, make_article, named
from summarizer.articles.cleaning import clean_tree
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_markup
from summarizer.articles.kinds import BROKEN_ARCHIVE
from summarizer.articles.markup import (
    Element,
    blocks_of,
    find_all,
    join_blocks,
    local_name,
    parse_html,
    parse_xml,
    text_of,
)  # fmt: skip
from summarizer.articles.page_metadata import clean_authors
from summarizer.articles.several import part_export
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

MAX_PART = 50_000_000
"""Bytes of one part of a document, unpacked; a report of a thousand pages takes some 10 MB."""
MAX_TAGS = 2_000_000
"""Tags of a part; that report has some 500,000, and each takes 150 bytes of memory or more."""
MAX_UNPACKED = 200_000_000
"""Bytes of all parts; an archive gives no more of a part than it says."""
MAX_CHAPTERS = 2000
CHAPTER_WORDS = 80
"""Words from which on a chapter of a book that has several is an article of its own."""
_DELETED = frozenset(
    {"del", "movefrom", "instrtext", "deltext", "fallback", "pict", "footnotereference", "annotation"}
)
_NOT_SHOWN = frozenset({"tracked-changes", "annotation", "annotation-end", "note", "sequence-decls", "forms"})


def read_word(data: bytes, source: str | None) -> Iterator[Article]:
    """Read a Word document as Word shows it: insertions in, deletions out, tables and text boxes in place."""
    with _opened(data, source) as archive:
        body = parse_xml(_part(archive, "word/document.xml", source))
        if body is None:
            raise ArticleError(f"{named(source)} is no Word document that can be read; save its text.")
        said = _core(archive, source)
    yield from part_export(join_blocks(_word_blocks(body)), source, said)


def read_opendocument(data: bytes, source: str | None) -> Iterator[Article]:
    """Read an OpenDocument text; what was deleted and what was remarked stays out."""
    with _opened(data, source) as archive:
        content = parse_xml(_part(archive, "content.xml", source))
        meta = parse_xml(_part(archive, "meta.xml", source)) if "meta.xml" in archive.namelist() else None
    text = next(find_all(content, "text"), None) if content is not None else None
    if text is None:
        raise ArticleError(f"{named(source)} is no OpenDocument text that can be read; save its text.")
    for element in list(find_all(text, *_NOT_SHOWN)):
        _remove(element)
    yield from part_export(join_blocks(_opendocument_blocks(text)), source, _described(meta))


def read_book(data: bytes, source: str | None) -> Iterator[Article]:
    """Read an EPUB: one article, or one a chapter where there are several that have a heading."""
    with _opened(data, source) as archive:
        container = parse_xml(_part(archive, "META-INF/container.xml", source))
        root = next(find_all(container, "rootfile"), None) if container is not None else None
        path = (root.get("full-path") if root is not None else None) or ""
        package = parse_xml(_part(archive, path, source)) if path else None
        if package is None:
            raise ArticleError(f"{named(source)} is no book that can be read; save its text.")
        chapters = [
            _chapter(_part(archive, name, source)) for name in _spine(package, path, set(archive.namelist()))
        ]
    said = _described(package)
    articles = [(title, text) for title, text in chapters if title and len(text.split()) >= CHAPTER_WORDS]
    if len(articles) < 2:
        yield make_article(join_blocks(text for _, text in chapters if text), source=source, **said)
        return
    for number, (title, text) in enumerate(articles, 1):
        about = {**said, "title": title, "site": said.get("title")}
        yield make_article(text, source=f"{source}#{number}" if source else None, **about)  # type: ignore[arg-type]


def _opened(data: bytes, source: str | None) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_ARCHIVE as error:
        raise ArticleError(f"{named(source)} is a damaged archive ({error}); save its text.") from error
    if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
        raise ArticleError(f"{named(source)} unpacks to more than {MAX_UNPACKED // 10**6} MB; save its text.")
    return archive


def _part(archive: zipfile.ZipFile, name: str, source: str | None) -> bytes:
    """Unpack one part of an archive, no more of it than `MAX_PART`."""
    try:
        with archive.open(name) as file:
            data = file.read(MAX_PART + 1)
    except BROKEN_ARCHIVE as error:
        raise ArticleError(f"{named(source)} has no readable {name!r} in it; save its text.") from error
    if len(data) > MAX_PART:
        raise ArticleError(f"{named(source)} unpacks to more than {MAX_PART // 10**6} MB; save its text.")
    if data.count(b"<") > MAX_TAGS:
        raise ArticleError(f"{named(source)} has more than {MAX_TAGS:,} marks in a part; save its text.")
    return data


def _core(archive: zipfile.ZipFile, source: str | None) -> Said:
    if "docProps/core.xml" not in archive.namelist():
        return Said()
    return _described(parse_xml(_part(archive, "docProps/core.xml", source)))


def _described(meta: Element | None) -> Said:
    """What a document's Dublin Core says. A program's name for an unnamed document is no title."""
    said = Said()
    if meta is None:
        return said
    title = text_of(meta, "title")
    if title and " " in title and not title.lower().startswith(("microsoft word", "document", "untitled")):
        said["title"] = title
    creators = ["".join(element.itertext()) for element in find_all(meta, "creator", "initial-creator")]
    said["authors"] = clean_authors(creators)
    said["published"] = read_date(text_of(meta, "created", "creation-date", "date"))
    return said


def _word_blocks(body: Element) -> Iterator[str]:
    for paragraph in find_all(body, "p", "tr"):
        inside = [local_name(above) for above in paragraph.iterancestors()]
        if "fallback" in inside or "del" in inside or "movefrom" in inside:
            continue
        if local_name(paragraph) == "tr":
            cells = (" ".join(_word_text(cell).split()) for cell in find_all(paragraph, "tc"))
            words = " | ".join(cell for cell in cells if cell)
        else:
            words = "" if "tr" in inside else _word_text(paragraph)
        if words.strip():
            yield words.strip()


def _word_text(paragraph: Element) -> str:
    """The text of a paragraph; a text box in it is a paragraph of its own."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in _DELETED or name == "txbxcontent":
            continue
        if name == "t":
            parts.append(element.text or "")
        elif name in {"tab", "ptab"}:
            parts.append(" ")
        elif name in {"br", "cr"}:
            parts.append("\n")
        elif name == "nobreakhyphen":
            parts.append("-")
        elif name == "p" and parts:
            parts.append(" ")
        waiting += reversed(element)
    return "".join(parts)


def _opendocument_blocks(text: Element) -> Iterator[str]:
    for element in find_all(text, "h", "p", "table-row"):
        inside = [local_name(above) for above in element.iterancestors()]
        if local_name(element) == "table-row":
            cells = (" ".join("".join(cell.itertext()).split()) for cell in find_all(element, "table-cell"))
            words = " | ".join(cell for cell in cells if cell)
        else:
            words = "" if "table-row" in inside else _opendocument_text(element)
        if words.strip():
            yield words.strip()


def _opendocument_text(paragraph: Element) -> str:
    parts = [paragraph.text or ""]
    for element in paragraph.iterdescendants():
        name = local_name(element)
        parts.append({"s": " ", "tab": " ", "line-break": "\n"}.get(name, "") + (element.text or ""))
        parts.append(element.tail or "")
    if len(paragraph) and any(len(child) for child in paragraph):  # nested spans: text in document order
        return "".join(paragraph.itertext())
    return "".join(parts)


def _remove(element: Element) -> None:
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return
    if previous is not None:
        previous.tail = (previous.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


def _spine(package: Element, path: str, names: set[str]) -> list[str]:
    files = {item.get("id"): item.get("href") or "" for item in find_all(package, "item")}
    ordered = [files.get(item.get("idref"), "") or "" for item in find_all(package, "itemref")][:MAX_CHAPTERS]
    joined = [
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(name))) for name in ordered if name
    ]
    return [name for name in joined if name in names]


def _chapter(data: bytes) -> tuple[str | None, str]:
    root = parse_html(decode_markup(data))
    if root is None:
        return None, ""
    body = next(find_all(root, "body"), root)
    clean_tree(body)
    return text_of(body, "h1", "h2"), join_blocks(blocks_of(body))
