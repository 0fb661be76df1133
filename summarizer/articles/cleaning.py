"""A page's tree is cleaned before its text is read: hidden elements go, marks become characters."""
# ruff: noqa: SIM905 - lists of short words read better as a line

import re

from summarizer.articles.markup import Element, blocks_of, local_name, parse_html, running_words

SILENT = frozenset(
    "script style template noscript iframe object embed svg math canvas audio video select "
    "button textarea input dialog map area link meta base media".split()
)  # fmt: skip
"""Elements without text of the article."""
SHOWN = 0.6
"""Share of the running text from which on a hidden element is the article, which a script shows."""
FORM_WORDS = 120
"""Words of a form that asks for something; some pages lie in a form as a whole."""
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
_NOTE = re.compile(r"[\s\[(]*(?:\d{1,3}|\*{1,3}|[a-z]|†|‡)[\s\])]*\Z")


def clean_tree(root: Element) -> None:
    """Take out in place what a reader does not see, and write out what only a mark shows.

    Hidden and struck elements and note marks go. `<q>` gets its quotation marks; an exponent becomes « ² ».
    """
    limit = SHOWN * running_words(root)
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            drop(element)
            continue
        tag = local_name(element)
        if (
            tag in SILENT
            or tag in {"del", "s", "strike"}
            or (tag not in {"html", "body"} and _is_hidden(element) and running_words(element) <= limit)
        ) or (tag == "form" and len("".join(element.itertext()).split()) < FORM_WORDS):
            drop(element)
        elif tag == "q":
            _quote(element)
        elif tag == "sup":
            _raise(element)
        elif tag in {"noscript", "wbr"}:
            _unwrap(element, "")


def fragment_text(markup: str) -> str:
    """Give the plain text of a piece of HTML, as feeds and mails contain it: blocks parted by blank lines."""
    root = parse_html(f"<div>{markup}</div>")
    if root is None:
        return ""
    clean_tree(root)
    return "\n\n".join(blocks_of(root))


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


def drop(element: Element) -> None:
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
    drop(element)


def _quote(element: Element) -> None:
    """Put inline quotations between the marks that a French browser shows.

    They become plain spans: trafilatura takes `<q>` for a block.
    """
    for depth, inner in [(0, element), *((1, inner) for inner in element.iter("q") if inner is not element)]:
        opening, closing = ("“", "”") if depth else ("«\u00a0", "\u00a0»")
        inner.tag = "span"
        if "".join(inner.itertext()).lstrip().startswith(("«", "“", '"')):
            continue
        inner.text = opening + (inner.text or "").lstrip()
        if len(inner):
            inner[-1].tail = (inner[-1].tail or "").rstrip() + closing
        else:
            inner.text = inner.text.rstrip() + closing


def _raise(element: Element) -> None:
    """Keep what stands raised as part of a word (1er, m²), drop the mark of a note."""
    words = "".join(element.itertext()).strip()
    before = _text_before(element)
    if words in _POWER and _UNIT_BEFORE.search(before):
        _unwrap(element, _POWER[words])
    elif _ORDINAL.match(words.lower()) and not element.findall(".//a") and before[-1:].isalnum():
        _unwrap(element, words)
    elif _NOTE.match(words) or not words:
        drop(element)


def _text_before(element: Element) -> str:
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or "".join(previous.itertext())
    return (parent.text or "") if parent is not None else ""
