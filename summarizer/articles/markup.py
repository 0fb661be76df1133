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
SILENT = frozenset(
    "script style template noscript iframe object embed svg math canvas audio video select "
    "button textarea input dialog map area link meta base media".split()
)  # fmt: skip
"""Elements without text of the article."""
FORM_WORDS = 120
"""Words of a form that asks for something; some pages lie in a form as a whole."""
CELLS = frozenset({"td", "th", "cell"})
ROWS = frozenset({"tr", "row"})
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|u-hidden|hidden)(?:\s|$)", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"(?:er|re|ere|ère|e|è|ème|eme|nd|nde|d|de|ers|res|es|r|o|os|a|lle|le|me|gr|te|th|st|rd)s?\Z"
)
_POWER = {"2": "²", "3": "³"}
_UNIT_BEFORE = re.compile(r"(?:^|[\s\d(/])(?:[kcdmhμ]?m|pied|pouce|lieue|CO|cm|km)\Z")
_EMBEDDED = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|bluesky-embed)(?:\s|$)"
)
"""Classes of what other sites have published and a page shows: tweets and the like."""
_XML_ENCODING = re.compile(r"(\A\s{0,99}<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"'>]{0,60}[\"']")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_NOTE = re.compile(r"[\s\[(]*(?:\d{1,3}|\*{1,3}|[a-z]|†|‡)[\s\])]*\Z")


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


def clean_tree(root: Element) -> None:
    """Take out in place what a reader does not see, and write out what only a mark shows.

    Hidden and struck elements and note marks go. `<q>` gets its quotation marks; an exponent becomes « ² ».
    """
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            _drop(element)
            continue
        tag = _name(element)
        if (
            tag in SILENT
            or tag in {"del", "s", "strike"}
            or (tag not in {"html", "body"} and _is_hidden(element))
        ) or (tag == "form" and len("".join(element.itertext()).split()) < FORM_WORDS):
            _drop(element)
        elif tag == "q":
            _quote(element)
        elif tag == "sup":
            _raise(element)
        elif tag in {"noscript", "wbr"}:
            _unwrap(element, "")


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
        tag = _name(element)
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


def fragment_text(markup: str) -> str:
    """Give the plain text of a piece of HTML, as feeds and mails contain it: blocks parted by blank lines."""
    root = parse_html(f"<div>{markup}</div>")
    if root is None:
        return ""
    clean_tree(root)
    return "\n\n".join(blocks_of(root))


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


def local_name(element: Element) -> str:
    """Give an element's name without its namespace, in lower case."""
    return _name(element)


def find_all(root: Element, *names: str) -> Iterator[Element]:
    """Give the elements below `root` with one of these names, whatever their namespace."""
    wanted = frozenset(names)
    return (element for element in root.iter() if isinstance(element.tag, str) and _name(element) in wanted)


def text_of(root: Element, *names: str) -> str | None:
    """Give the text of the first element of a name that has any, on one line."""
    for name in names:
        for element in find_all(root, name):
            words = " ".join("".join(part for part in element.itertext()).split())
            if words:
                return words
    return None


def join_blocks(blocks: Iterable[str]) -> str:
    """Join blocks by blank lines."""
    return "\n\n".join(blocks)


def _name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if (element.get("aria-hidden") or "").lower() == "true" and not len(element):
        return True
    return bool(
        _EMBEDDED.search(element.get("class") or "")
        or _HIDDEN_STYLE.search(element.get("style") or "")
        or _HIDDEN_CLASS.search(element.get("class") or "")
    )


def _in_row(element: Element) -> bool:
    """Whether a block lies in a table's cell, which stays on the line of its row."""
    for count, above in enumerate(element.iterancestors()):
        name = _name(above)
        if name in CELLS:
            row = above.getparent()
            return row is not None and _name(row) in ROWS
        if count > 6 or name in {"table", "body", "article"}:
            return False
    return False


def _drop(element: Element) -> None:
    """Remove an element and what is in it; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    _append_before(element, element.tail or "")
    parent.remove(element)


def _append_before(element: Element, words: str) -> None:
    parent, previous = element.getparent(), element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + words
    elif parent is not None:
        parent.text = (parent.text or "") + words


def _unwrap(element: Element, words: str) -> None:
    """Put `words` in the place of an element."""
    element.tail = words + (element.tail or "")
    _drop(element)


def _quote(element: Element) -> None:
    """Put an inline quotation between the marks that a French browser shows."""
    inside = any(_name(above) == "q" for above in element.iterancestors())
    opening, closing = ("“", "”") if inside else ("«\u00a0", "\u00a0»")
    before = (element.text or "").lstrip()
    if before.startswith(("«", "“", '"')):
        return
    element.text = opening + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + closing
    else:
        element.text = element.text.rstrip() + closing


def _raise(element: Element) -> None:
    """Keep what stands raised as part of a word (1er, m²), drop the mark of a note."""
    words = "".join(element.itertext()).strip()
    before = _text_before(element)
    if words in _POWER and _UNIT_BEFORE.search(before):
        _unwrap(element, _POWER[words])
    elif _ORDINAL.match(words.lower()) and not element.findall(".//a") and before[-1:].isalnum():
        _unwrap(element, words)
    elif _NOTE.match(words) or not words:
        _drop(element)


def _text_before(element: Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or "".join(previous.itertext())
    return (parent.text or "") if parent is not None else ""
