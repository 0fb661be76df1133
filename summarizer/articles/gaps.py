"""Paragraphs between those found: trafilatura leaves out some of a row, as a page of any site shows them.

A paragraph, list or heading that stands among the paragraphs of an article, in the same element, is the
article's. One in an element of its own is a box, and stays out; so does what is mostly links.
"""

import re
from collections.abc import Iterator, Sequence

from summarizer.articles.boilerplate import ends_a_sentence, is_boilerplate
from summarizer.articles.markup import Element, blocks_of, count_words, local_name
from summarizer.articles.witness import letters

ROW = 2
"""Paragraphs found in one element from which on the others there are looked at."""
LONG = 60
"""Letters of a block by which its place in the page is known."""
LINKED = 0.5
"""Share of words in links from which on a block leads elsewhere."""
FEWEST_WORDS = 5
LEAD_WORDS = 8
"""Words of a sentence above or below all paragraphs found."""
_WRAPPERS = frozenset({"div", "section"})
_INLINE = frozenset({"span", "b", "i", "strong", "em", "a", "br", "sup"})
_BULLET = re.compile(r"\s*(?:[•‣▪*–—-]|\d{1,2}[.)])\s")
_TAKEN = frozenset({"p", "ul", "ol", "blockquote", "h2", "h3", "h4"})


def fill_gaps(blocks: Sequence[str], root: Element) -> list[str]:
    """Give the blocks found with those of the page (`root`, without its boxes) that stand among them."""
    at = {own: number for number, block in enumerate(blocks) if len(own := letters(block)) >= LONG}
    whole = letters("".join(blocks))
    every = {letters(block): number for number, block in enumerate(blocks)}
    added: dict[int, list[str]] = {}
    for row in _rows(root, at):
        for number, element in _between(row, at, every):
            for block in blocks_of(element):
                own = letters(block)
                if own and own not in whole and not is_boilerplate(block):
                    added.setdefault(number, []).append(block)
                    whole += own
    filled = list(added.get(-1, ()))
    for number, block in enumerate(blocks):
        filled += [block, *added.get(number, ())]
    return filled


def _rows(root: Element, at: dict[str, int]) -> Iterator[Element]:
    """The elements in which several paragraphs found stand side by side."""
    counts: dict[Element, int] = {}
    for paragraph in root.iter("p"):
        parent = paragraph.getparent()
        if parent is not None and _key(paragraph) in at:
            while _wraps_one(parent) and (above := parent.getparent()) is not None:
                parent = above
            if parent is not root:
                counts[parent] = counts.get(parent, 0) + 1
    yield from (parent for parent, count in counts.items() if count >= ROW)


def _between(row: Element, at: dict[str, int], every: dict[str, int]) -> Iterator[tuple[int, Element]]:
    """Elements of a row that were not found, each with the block that it stands behind.

    `at`: places of the blocks that are long enough to be known; `every`: of all.
    """
    shown = map(_inner, row)
    children = [child for child in shown if local_name(child) in _TAKEN or _is_item(child)]
    places = [at.get(_key(child)) for child in children]
    first = next(number for number, place in enumerate(places) if place is not None)
    last = max(number for number, place in enumerate(places) if place is not None)
    alike = {child.get("class") for child, place in zip(children, places, strict=True) if place is not None}
    behind = (places[first] or 0) - 1
    for number, (child, place) in enumerate(zip(children, places, strict=True)):
        behind = max(behind, every.get(_key(child), behind)) if place is None else place
        words = count_words(child)
        inside = first < number < last
        if place is None and words and _linked_words(child) < LINKED * words:
            sentence = local_name(child) == "p" and ends_a_sentence(" ".join(child.itertext()))
            outside = sentence and words >= LEAD_WORDS and (number < first or child.get("class") in alike)
            if (inside and (sentence or words >= FEWEST_WORDS or local_name(child)[0] == "h")) or outside:
                yield behind, child


def _wraps_one(element: Element) -> bool:
    """Whether an element wraps another alone: some pages give each paragraph an element of its own."""
    bare = len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip()
    return bare and local_name(element) in _WRAPPERS


def _inner(element: Element) -> Element:
    """The paragraph or list that an element wraps, or the element."""
    inner = element
    while _wraps_one(inner):
        inner = inner[0]
    return element if local_name(inner)[:1] == "h" else inner


def _is_item(element: Element) -> bool:
    """Whether a `<div>` is an item of a list that a word processor wrote: « • Des … », « 1. La … »."""
    if local_name(element) != "div" or any(local_name(inner) not in _INLINE for inner in element):
        return False
    return _BULLET.match("".join(element.itertext())) is not None


def _linked_words(element: Element) -> int:
    return sum(count_words(link) for link in element.iter("a"))


def _key(element: Element) -> str:
    return letters("".join(element.itertext()))
