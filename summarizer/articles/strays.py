"""Blocks that trafilatura leaves in an article: pull quotes, links that stand alone, headings at its end."""

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from summarizer.articles.boilerplate import is_boilerplate
from summarizer.articles.markup import Element, blocks_of, local_name
from summarizer.articles.witness import letters

REPEATED = 50
"""Letters from which on a passage that another block contains is a pull quote."""
LINK_WORDS = 4
"""Words from which on a paragraph that is a link names another article."""
MANY_LINKS = 20
"""Links of a paragraph; one with more is a menu and no list of articles."""
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
    """The blocks without links that stand alone.

    Behind a colon they are a list of the article's, unless the line with the colon is one of the site's,
    such as « À lire aussi : ».
    """
    before = ""
    for block in blocks:
        own_list = before.rstrip().endswith(":") and not is_boilerplate(before)
        if letters(block) not in linked or own_list:
            yield block
            before = block


def _linked(root: Element, host: str) -> Iterator[str]:
    """The text of paragraphs that are links to other pages of the same site and nothing of the article."""
    links: dict[Element, list[Element]] = {}
    for link in root.iter("a"):
        parent = link.getparent()
        if parent is not None and local_name(parent) in {"p", "div", "strong", "b", "em"}:
            block = next(
                (above for above in link.iterancestors() if local_name(above) in {"p", "div"}), parent
            )
            links.setdefault(block, []).append(link)
    for block, inside in links.items():
        shown = ["".join(link.itertext()) for link in inside[: MANY_LINKS + 1]]
        if (
            len(shown) <= MANY_LINKS
            and len(" ".join(shown).split()) >= LINK_WORDS * len(shown)
            and all(_is_same_site(link, host) for link in inside)
            and is_boilerplate(_beside("".join(block.itertext()), shown))
        ):
            yield " ".join(blocks_of(block))


def _beside(words: str, links: Iterable[str]) -> str:
    """What a paragraph says besides its links: nothing, an arrow, « À lire aussi : »."""
    for link in links:
        words = words.replace(link, " ", 1)
    return words


def _is_same_site(link: Element, host: str) -> bool:
    try:
        parts = urlsplit(link.get("href") or "#")
    except ValueError:
        return False
    other = _registered(parts.hostname or host)
    return bool(parts.path or parts.query) and other == _registered(host)


def _registered(host: str) -> str:
    """The last two names of a host: « info.chaine.example » and « www.chaine.example » are one site."""
    return ".".join(host.split(".")[-2:])
