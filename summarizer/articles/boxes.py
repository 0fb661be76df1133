"""Boxes of a page that are no part of its article: captions, related articles, comments, paywalls.

A box is known by its element, by its class or id (`lexicon/box_marks.txt`), or by its shape: a list whose
items are each a heading that is a link. trafilatura knows many of them too, but not those of French sites.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.articles.cleaning import drop
from summarizer.articles.markup import Element, blocks_of, count_words, running_words
from summarizer.text.word_lists import read_list

SHARE = 0.4
"""Share of the page's running text from which on a box is the article itself, whatever its class."""
FEW_WORDS = 60
"""Words of a box on a page that has no paragraphs; a larger one may be the article."""
CAPTION_WORDS = 80
"""Words of a caption; a longer one tells the story."""
TEASERS = 3
"""Teasers in a row from which on they are a list."""
TEASER_WORDS = 90
"""Words that a teaser has at most; an article of a blog has more."""
ID_PARTS = 3
PAYWALL_WORDS = 150
"""Words of all paywalls of a page together; some sites call the paragraphs behind theirs so."""
_WHOLE = frozenset({"html", "body", "main", "article", "head", "h1"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"[\s_:-]+")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def drop_boxes(root: Element) -> list[str]:
    """Take out in place the boxes of a page; give their blocks. Its paywalls stay."""
    limit = SHARE * running_words(root)
    marked = [element for element in root.iter() if _is_marked(element)]
    return _drop([element for element in marked if not _contains_article(element, limit)]) + _drop(
        list(_teasers(root))
    )


def drop_paywalls(root: Element) -> list[str]:
    """Take out in place what a paywall says; give its blocks."""
    found = [
        element
        for element in root.iter()
        if _tag(element) not in _WHOLE and "paywall" in _marks(element).split()
    ]
    limit = SHARE * running_words(root)
    outer = _outer([element for element in found if not _contains_article(element, limit)])
    few = sum(map(count_words, outer)) <= PAYWALL_WORDS and sum(map(running_words, outer)) <= limit
    return _drop(outer) if few else []


def _outer(elements: Sequence[Element]) -> list[Element]:
    """The elements of these that lie in no other of them."""
    all_of_them = set(elements)
    return [element for element in elements if all_of_them.isdisjoint(element.iterancestors())]


def _drop(elements: Sequence[Element]) -> list[str]:
    outer = _outer(elements)
    blocks = [block for element in outer for block in blocks_of(element)]
    for element in outer:
        drop(element)
    return blocks


def _is_marked(element: Element) -> bool:
    tag = _tag(element)
    if tag == "figcaption":
        return count_words(element) <= CAPTION_WORDS
    if tag in _WHOLE or not tag:
        return False
    marks = f" {_marks(element)} "
    return any(f" {mark} " in marks for mark in _box_marks())


def _marks(element: Element) -> str:
    """The words of an element's class and id, each name with ` . ` behind it."""
    names = (element.get("class") or "").split()[:20]
    anchor = element.get("id") or ""
    if len(_APART.split(anchor)) <= ID_PARTS:  # longer ones are made of a heading's words
        names.append(anchor)
    return "".join(" ".join(_APART.split(_CAMEL.sub("-", name[:80]).lower())) + " . " for name in names)


@cache
def _box_marks() -> frozenset[str]:
    return frozenset(read_list("articles", "box_marks"))


def _contains_article(element: Element, limit: float) -> bool:
    """Whether a box contains the heading or a good part of the running text."""
    return (
        next(element.iter("h1"), None) is not None
        or any(inner.get("itemprop") == "articleBody" for inner in element.iter() if _tag(inner))
        or running_words(element) > limit
        or (limit < SHARE * FEW_WORDS and count_words(element) > FEW_WORDS)  # a page without paragraphs
    )


def _teasers(root: Element) -> Iterator[Element]:
    """Items of a list of other articles: each has one heading, which is a link as a whole."""
    rows: dict[Element, list[Element]] = {}
    linked = [heading for heading in root.iter(*_HEADINGS) if _is_link(heading)]
    counts: dict[Element, int] = {}
    for heading in linked:
        for above in heading.iterancestors():
            counts[above] = counts.get(above, 0) + 1
    for heading in linked:
        item = heading
        for above in heading.iterancestors():
            if counts[above] > 1 or _tag(above) in _WHOLE - {"article"}:
                break
            item = above
        parent = item.getparent()
        if parent is not None and item is not heading:
            rows.setdefault(parent, []).append(item)
    for items in rows.values():
        if len(items) >= TEASERS and all(count_words(item) <= TEASER_WORDS for item in items):
            yield from items


def _is_link(heading: Element) -> bool:
    """Whether the whole of a heading leads to another page."""
    links = [*heading.iter("a"), *list(heading.iterancestors("a"))[:1]]
    away = [link for link in links if not (link.get("href") or "#").startswith("#")]
    return bool(away) and len("".join(away[0].itertext()).split()) >= count_words(heading) > 2


def _tag(element: Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""
