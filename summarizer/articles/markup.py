"""Marked-up text (HTML, and the XML of news agencies) becomes blocks of plain text, none glued to the next.

trafilatura finds the article of a page. What it gives glues neighbours in places (« piscineSon prix »), drops
`<q>` and tables on default settings, and reads notes and struck words into figures (« 402 milliards »): so
the tree is cleaned before it, and what it found is written out here.
"""
# ruff: noqa: SIM905 - lists of short words read better as a line

import re
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.etree
import lxml.html

from summarizer.articles.decoding import decode_utf8, without_controls

Element = Any
"""An element of a tree of lxml, which has no types."""

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hl1 hl2 hr item legend li "
    "list main nav ol p pre quote section summary table tbody td tfoot th thead title tr ul "
    "block head ab row".split()
)  # fmt: skip
"""Elements that start a line of their own: HTML's, NITF's and those of trafilatura's result."""
RUNNING = 12
"""Words of a paragraph that is running text."""
CELLS = frozenset({"td", "th", "cell"})
ROWS = frozenset({"tr", "row"})
_XML_ENCODING = re.compile(r"(\A\s{0,99}<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"'>]{0,60}[\"']")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n ?")


def parse_html(text: str) -> Element | None:
    """Parse HTML as libxml2 does, which reads no deeper than 255 elements; None where there is nothing."""
    cleaned = without_controls(text).encode("utf-8", "replace")
    if not cleaned.strip():
        return None
    parser = lxml.html.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(cleaned, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def blocks_of(root: Element) -> Iterator[str]:  # noqa: C901 - one walk, a case an element
    """Give the text of a tree block by block: a heading, a paragraph, an item or a table's row, none empty.

    The cells of a row are parted by ` | `; a line break inside a block stays a newline.
    """
    buffer: list[str] = []

    def flush() -> Iterator[str]:
        words = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(buffer)).replace("\x00", "\n")).strip(" \n|")
        buffer.clear()
        if words:
            yield words

    # no recursion: a tree may be as deep as the parser lets it
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = local_name(element)
        if event == "start":
            if tag in CELLS:
                buffer.append(" | ")
            elif tag in BLOCKS and not _in_row(element):
                yield from flush()
            elif tag in {"br", "lb"}:
                buffer.append("\x00")
            buffer.append(_apart(buffer, element.text))
        else:
            if tag in BLOCKS and tag not in CELLS:
                if _in_row(element):
                    buffer.append(" ")
                else:
                    yield from flush()
            if element is not root:
                buffer.append(_apart(buffer, element.tail))
    yield from flush()


def _apart(buffer: list[str], words: str | None) -> str:
    """Words of another element, with a space before them where a page shows the two apart.

    A label and the sentence behind it (« AgricultureL'Office ») are parted by style alone.
    """
    last = next((part for part in reversed(buffer) if part), "")
    glued = last[-1:].islower() and (words or "")[:1].isupper()
    return f" {words}" if glued else words or ""


def parse_xml(data: bytes) -> Element | None:
    """Parse XML from outside: no entity is expanded, nothing else is read, damage is passed over."""
    text = decode_utf8(data)
    if text is not None:  # whatever it declares: agencies' files are often declared as what they were before
        data = _XML_ENCODING.sub(r"\1", text, count=1).encode()
    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return lxml.etree.fromstring(data, parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return None


def find_all(root: Element, *names: str) -> Iterator[Element]:
    """Give the elements below `root` with one of these names, whatever their namespace."""
    wanted = frozenset(names)
    return (
        element for element in root.iter() if isinstance(element.tag, str) and local_name(element) in wanted
    )


def text_of(root: Element, *names: str) -> str | None:
    """Give the text of the first element of a name that has any, on one line."""
    for name in names:
        for element in find_all(root, name):
            words = " ".join("".join(part for part in element.itertext()).split())
            if words:
                return words
    return None


def running_words(element: Element) -> int:
    """Words of the paragraphs in an element that are running text."""
    counts = (count_words(paragraph) for paragraph in element.iter("p"))
    return sum(count for count in counts if count >= RUNNING)


def count_words(element: Element) -> int:
    """Count the words in an element."""
    return len(" ".join(element.itertext()).split())


def join_blocks(blocks: Iterable[str]) -> str:
    """Join blocks by blank lines."""
    return "\n\n".join(blocks)


def local_name(element: Element) -> str:
    """Give an element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _in_row(element: Element) -> bool:
    """Whether a block lies in a table's cell, which stays on the line of its row."""
    for count, above in enumerate(element.iterancestors()):
        name = local_name(above)
        if name in CELLS:
            row = above.getparent()
            return row is not None and local_name(row) in ROWS
        if count > 6 or name in {"table", "body", "article"}:
            return False
    return False
