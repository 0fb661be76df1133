"""A web page becomes an article: trafilatura finds the text, the layer here keeps it whole and clean.

Why a layer: on real pages trafilatura alone loses `<q>`, standfirsts and tables, glues blocks, reads struck
words and note marks into figures, keeps « Lire aussi », bylines and reading times, and gives no share of a
page behind a paywall. newspaper4k and readability lose more text (benchmarks/RESULTS.md).
"""

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from summarizer.articles.article import Said, make_article
from summarizer.articles.boilerplate import is_boilerplate, without_boilerplate
from summarizer.articles.boxes import drop_boxes, drop_paywalls
from summarizer.articles.cleaning import clean_tree
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_markup
from summarizer.articles.gaps import fill_gaps
from summarizer.articles.live import live_text
from summarizer.articles.markup import Element, blocks_of, join_blocks, parse_html
from summarizer.articles.page_metadata import Metadata, clean_authors, read_metadata
from summarizer.articles.paywall import Cut, cut_said, find_cut
from summarizer.articles.strays import without_strays
from summarizer.articles.witness import held_to_witness, letters
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:chapo|chapeau|standfirst|sub-?title|sous-?titre|sub-?head(?:ing|line)?|dek|deck|lead|lede|intro|excerpt|extrait"
    r"|article__desc|article-?summary|accroche|description|preamble|synopsis)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"related|recommend|teaser|promo|newsletter|sidebar|comment|author|caption|\bcard", re.IGNORECASE
)
_NAME = r"[A-ZÀ-Ý][\w’'.-]+(?: (?:de |du |d['’]|la |le |von |van )?[A-ZÀ-Ý][\w’'.-]+){1,3}"
_SIGNATURE = re.compile(
    rf"(?P<by>Par )?{_NAME}(?:(?:, | et ){_NAME}){{0,3}}(?: ?\((?:avec )?[A-Z]{{2,8}}\)| avec [A-Z]{{2,8}})?"
)
"""The last line of an article that names who wrote it."""
SIGNED_WORDS = 12
"""Words of the paragraph above a signature; above a name in a list stands another."""
LABEL_WORDS = 3
REPEATS = 3
"""A label that stands so often in a text is the section of other articles, which the page lists."""
LONG = 60
"""Letters of a block that a text has once: some pages have their article twice."""
STANDFIRST_SURE = 40
"""Letters by which a block is known as the page's description."""
STANDFIRST_WORDS = 120
KICKER_WORDS = 8
"""Words of a line above the title that names its subject."""
TITLE_NEAR = 6
"""Blocks at the top of the text among which the title may stand already."""
FEW_WORDS = 25
"""Fewer words than this are no article, whatever the page."""


def read_page(
    data: bytes, *, source: str | None = None, url: str | None = None, charset: str | None = None
) -> Iterator[Article]:
    """Read the article of an HTML page. `charset` is what the server declared. Raises ArticleError."""
    named = repr(source) if source else "The page"
    root = parse_html(decode_markup(data, charset))
    if root is None:
        raise ArticleError(f"{named} is an empty page; open it in a browser and save its text.")
    metadata = read_metadata(root, url)
    whole = copy.deepcopy(root)
    clean_tree(root)
    own = copy.deepcopy(root)
    boxes = drop_boxes(own)
    cut = find_cut(own, metadata.free)
    paywalls = drop_paywalls(own)
    if paywalls and metadata.free is False:
        cut = cut or Cut(shown=None)
    blocks = _article_blocks(root, own, set(map(letters, (*boxes, *paywalls))), metadata)
    if sum(len(block.split()) for block in blocks) < FEW_WORDS and not (
        metadata.description or metadata.live
    ):
        raise ArticleError(f"{named} is a page in which no article is found; save its text as plain text.")
    said = said_of(metadata)
    if not said.get("published"):
        said["published"] = _searched_date(whole, metadata.url)
    if cut is not None:
        said["cut_off"], said["shown"] = True, cut.shown
    live = live_text(metadata.live, metadata.title)
    if live is not None:
        said["parts"] = live[1]
    yield make_article(live[0] if live else join_blocks(_whole(blocks, own, metadata)), source=source, **said)


def _searched_date(root: Element, url: str | None) -> str | None:
    """The date that htmldate finds in the page's own words, where the page names none for programs."""
    from htmldate import find_date  # noqa: PLC0415 - slow to load

    return read_date(find_date(root, url=url, original_date=True, extensive_search=True))


def said_of(metadata: Metadata) -> Said:
    """What a page says of its article, as `make_article` takes it."""
    return Said(
        title=metadata.title,
        published=metadata.published,
        modified=metadata.modified,
        authors=metadata.authors,
        site=metadata.site,
        url=metadata.url,
        section=metadata.section,
        description=metadata.description,
    )


def _article_blocks(root: Element, own: Element, boxed: set[str], metadata: Metadata) -> list[str]:
    """The blocks of the page's article, as trafilatura finds it, without what belongs to the site.

    trafilatura is shown the whole page (`root`), for without its boxes it finds less. What it takes from
    a box (`boxed`: letters) and stands nowhere outside of them (in `own`) is left out here.
    """
    import trafilatura  # noqa: PLC0415 - slow to load

    found = trafilatura.bare_extraction(
        copy.deepcopy(root), include_comments=False, include_tables=True, with_metadata=False
    )
    body = None if found is None or isinstance(found, dict) else found.body
    blocks = _as_shown(blocks_of(body), root) if body is not None else []
    boxed = boxed - {letters(block) for block in blocks_of(own)}
    blocks = fill_gaps([block for block in blocks if letters(block) not in boxed], own)
    blocks = without_strays(blocks, own, urlsplit(metadata.url or "").hostname or "")
    return held_to_witness(_of_article(blocks, metadata), own, metadata.body)


def _as_shown(found: Iterable[str], root: Element) -> list[str]:
    """The blocks found, each once, as the page writes them: trafilatura glues words of several styles."""
    shown = {letters(block): block for block in blocks_of(root)}
    kept: dict[str, str] = {}
    for number, block in enumerate(found):
        own = letters(block)
        kept.setdefault(own if len(own) > LONG else f"{number} {own}", shown.get(own, block))
    return list(kept.values())


def _of_article(blocks: Sequence[str], metadata: Metadata) -> list[str]:
    """The blocks without what belongs to the site and what a paywall says."""
    signed = [block for block in blocks if (found := _SIGNATURE.fullmatch(block)) and found["by"]]
    metadata.authors = metadata.authors or clean_authors(signed[:1])
    kept = without_boilerplate(blocks, authors=metadata.authors)
    kept = [block for block in kept if cut_said(block) is None]
    if len(kept) > 2 and _SIGNATURE.fullmatch(kept[-1]) and len(kept[-2].split()) > SIGNED_WORDS:
        metadata.authors = metadata.authors or clean_authors([kept[-1]])
        kept.pop()
    return _without_labels(kept)


def _without_labels(blocks: Sequence[str]) -> list[str]:
    """Leave out the labels at the end: one behind a paragraph, or one that the page repeats there."""
    kept = list(blocks)
    while (
        len(kept) > 2
        and _is_label(kept[-1])
        and (len(kept[-2].split()) > SIGNED_WORDS or blocks.count(kept[-1]) >= REPEATS)
    ):
        kept.pop()
    return kept


def _is_label(block: str) -> bool:
    """Whether a block is a few words that end no sentence: behind an article, the label of what follows."""
    return len(block.split()) <= LABEL_WORDS and block.replace(" ", "").isalpha()


def _whole(blocks: Sequence[str], root: Element, metadata: Metadata) -> list[str]:
    """Title, standfirst and text, each once."""
    near = [letters(block) for block in blocks[:TITLE_NEAR]]
    title = letters(metadata.title or "")
    if title in near:
        at = near.index(title)
        if all(len(block.split()) <= KICKER_WORDS for block in blocks[:at]):
            blocks = [metadata.title or "", *blocks[at + 1 :]]
    above = [metadata.title] if metadata.title and title not in near else []
    standfirst = _standfirst(blocks, root, metadata)
    if standfirst and not above and blocks and letters(blocks[0]) == title:
        return [blocks[0], standfirst, *blocks[1:]]
    return [*above, *([standfirst] if standfirst else []), *blocks]


def _standfirst(blocks: Sequence[str], root: Element, metadata: Metadata) -> str | None:
    """The standfirst that the page shows and the text found does not contain.

    It is the page's description, or what is marked as one by its class and stands behind the title.
    """
    there = letters(" ".join(blocks))
    words = letters(metadata.description or "")[:STANDFIRST_SURE]
    sure = len(words) == STANDFIRST_SURE
    candidates = [block for block in blocks_of(root) if sure and letters(block).startswith(words)]
    candidates += _marked_standfirsts(root)
    for block in candidates:
        few = 6 <= len(block.split()) <= STANDFIRST_WORDS
        if few and letters(block) not in there and not is_boilerplate(block, authors=metadata.authors):
            return block
    return None


def _marked_standfirsts(root: Element) -> Iterator[str]:
    """The first text behind the heading whose class says that it is a standfirst."""
    heading, behind = next(root.iter("h1"), None), False
    for element in root.iter():
        behind = behind or element is heading
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        if behind and _STANDFIRST.search(marks) and not any(map(_is_aside, element.iterancestors())):
            block = " ".join(blocks_of(element))
            if block:
                yield block
                return


def _is_aside(element: Element) -> bool:
    return element.tag in {"aside", "footer", "nav"} or bool(_ASIDE.search(element.get("class") or ""))
