"""Blocks that trafilatura leaves in an article: pull quotes, links that stand alone, headings at its end."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from summarizer.articles.markup import Element, blocks_of, count_words, local_name
from summarizer.articles.witness import letters

REPEATED = 50
"""Letters from which on a passage that another block contains is a pull quote."""
LINK_WORDS = 4
"""Words from which on a paragraph that is a link names another article."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def without_strays(blocks: Sequence[str], root: Element, host: str) -> list[str]:
    """Leave out pull quotes, paragraphs that are a link within the site, and headings at the end."""
    headings = {letters(" ".join(heading.itertext())) for heading in root.iter(*_HEADINGS)}
    linked = {letters(words) for words in _linked(root, host)} - headings
    kept = list(_followed(_unrepeated(blocks, headings), linked))
    while len(kept) > 2 and letters(kept[-1]) in headings | linked:
        kept.pop()
    return kept


def _unrepeated(blocks: Sequence[str], headings: set[str]) -> Iterator[str]:
    """The blocks without those whose words another, longer block contains."""
    own = [letters(block) for block in blocks]
    whole = "\n".join(own)
    for block, words in zip(blocks, own, strict=True):
        if len(words) < REPEATED or words in headings or " | " in block or whole.count(words) < 2:
            yield block


def _followed(blocks: Iterable[str], linked: set[str]) -> Iterator[str]:
    """The blocks without links that stand alone; behind a colon they are a list of the article's."""
    before = ""
    for block in blocks:
        if letters(block) not in linked or before.rstrip().endswith(":"):
            yield block
            before = block


def _linked(root: Element, host: str) -> Iterator[str]:
    """The text of paragraphs that are one link to another page of the same site."""
    for link in root.iter("a"):
        parent = link.getparent()
        if parent is None or local_name(parent) not in {"p", "div", "strong", "b", "em"}:
            continue
        block = next((above for above in link.iterancestors() if local_name(above) in {"p", "div"}), parent)
        words = count_words(link)
        if words >= LINK_WORDS and count_words(block) == words and _is_same_site(link, host):
            yield " ".join(blocks_of(link))


def _is_same_site(link: Element, host: str) -> bool:
    try:
        parts = urlsplit(link.get("href") or "#")
    except ValueError:
        return False
    other = (parts.hostname or host).removeprefix("www.")
    return bool(parts.path or parts.query) and other == host.removeprefix("www.")
