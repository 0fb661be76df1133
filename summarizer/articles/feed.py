"""Feeds (RSS, Atom) by feedparser, OPML lists of feeds, and lists of addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from summarizer.articles.article import Said, make_article, named, with_title
from summarizer.articles.cleaning import fragment_text
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_text
from summarizer.articles.kinds import is_address
from summarizer.articles.markup import find_all, parse_xml
from summarizer.articles.page_metadata import clean_authors
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

WHOLE_WORDS = 120
"""Words from which on a feed's item is taken for the whole article; shorter ones only announce it."""
MAX_ITEMS = 1000
_CUT = re.compile(
    r"(?:\[?(?:\.\.\.|…)\]?|lire la suite.{0,20}|continuer la lecture.{0,20})\W*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a feed says of an article. `key` names it for good; `whole`: `text` is all of it."""

    key: str
    text: str
    said: Said = field(default_factory=Said)

    @property
    def whole(self) -> bool:
        """Whether the feed gives the article and not only its beginning."""
        return len(self.text.split()) >= WHOLE_WORDS and not _CUT.search(self.text[-80:])


def read_feed(data: bytes, source: str | None) -> Iterator[Article]:
    """Read the items of a feed as articles, each with what the feed gives of it.

    An item of which the feed gives only the beginning is marked as cut off. Raises ArticleError where it is
    no feed, or has no items.
    """
    items = list(find_items(data, source))
    for number, item in enumerate(items, 1):
        name = f"{source}#{number}" if source and len(items) > 1 else source
        text = with_title(item.text, item.said.get("title"))
        said = item.said if item.whole else Said(**{**item.said, "cut_off": True})
        if text.strip():
            yield make_article(text, source=name, **said)


def find_items(data: bytes, source: str | None) -> Iterator[Item]:
    """Give the items of a feed, newest first as it lists them."""
    import feedparser  # noqa: PLC0415 - slow to load

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise ArticleError(f"{named(source)} is no feed; give the address of the feed itself.")
    if not feed.entries:
        raise ArticleError(f"{named(source)} is a feed without items; nothing to read.")
    site = _line(feed.feed.get("title"))
    for entry in feed.entries[:MAX_ITEMS]:
        yield _item(entry, site)


def _item(entry: Any, site: str | None) -> Item:
    parts = [part.get("value") or "" for part in entry.get("content") or ()]
    longest = max((*parts, entry.get("summary") or ""), key=len)
    link = entry.get("link") or ""
    title = _line(entry.get("title"))
    authors = [author.get("name") or "" for author in entry.get("authors") or ()] or [
        entry.get("author") or ""
    ]
    tags = [tag.get("term") for tag in entry.get("tags") or () if tag.get("term")]
    said = Said(
        title=title,
        url=link if is_address(link) else None,
        site=site,
        section=_line(tags[0]) if tags else None,
        published=read_date(dict.get(entry, "published")) or read_date(dict.get(entry, "updated")),
        modified=read_date(dict.get(entry, "updated")),
        authors=clean_authors([re.sub(r"\S+@\S+|[()]", " ", name) for name in authors if name]),
    )
    if parts:
        said["description"] = _line(entry.get("summary"))
    return Item(
        key=str(entry.get("id") or link or title or longest[:200]), text=fragment_text(longest), said=said
    )


def _line(markup: object) -> str | None:
    if not isinstance(markup, str):
        return None
    words = " ".join(fragment_text(markup).split())
    return words[:500] or None


def read_list(data: bytes, source: str | None) -> list[str]:
    """Read the addresses of a list: one a line, or the feeds of an OPML file. Raises ArticleError."""
    if data.lstrip()[:1] == b"<":
        root = parse_xml(data)
        outlines = find_all(root, "outline") if root is not None else ()
        found = [outline.get("xmlUrl") or outline.get("url") or "" for outline in outlines]
    else:
        found = [line.strip() for line in decode_text(data, named(source)).split("\n")]
    addresses = list(dict.fromkeys(line for line in found if is_address(line)))
    if not addresses:
        raise ArticleError(f"{named(source)} has no address of a feed or page in it.")
    return addresses
