"""What a page says about its article: JSON-LD first, then Open Graph and other `<meta>`, then what it shows.

The day is read in the zone that the page writes: htmldate, which trafilatura uses, was a day off on pages of
other zones, and stays the last resort.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.articles.dates import read_date
from summarizer.articles.linked_data import (
    LONGEST,
    linked_articles,
    name_of,
    plain_text,
    strings_of,
    truth_of,
    types_of,
)
from summarizer.articles.markup import Element
from summarizer.articles.page_title import titles_of, without_site
from summarizer.articles.witness import letters

_DATES = (
    "article:published_time", "og:article:published_time", "date", "dc.date", "dcterms.created",
    "dc.date.issued", "datepublished", "publication_date",
    "pubdate", "article:published", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "publish-date", "date.available", "originalpublicationdate",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
)
_BY = re.compile(
    r"(?:(?:propos |texte )?(?:recueillis? |publié )?par|by|(?:un )?texte(?: de)?)\s*:?\s+", re.IGNORECASE
)
_NO_AUTHOR = re.compile(r"(?:entretien|interview|rencontre) (?:avec|de)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\bet\b|\band\b|&)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Metadata:
    """What a page says. `body`: the text that JSON-LD gives; `free`: whether everyone may read it."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    section: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    body: str | None = None
    free: bool | None = None
    live: list[dict[str, Any]] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()


def read_metadata(root: Element, url: str | None = None) -> Metadata:
    """Read what a page's tree, not yet cleaned, says about its article."""
    meta = _metas(root)
    linked = next(linked_articles(root), {})
    found = Metadata(url=_address(root, meta, linked, url))
    found.kinds = frozenset(types_of(linked))
    found.site = _first(
        name_of(linked.get("publisher")), meta.get("og:site_name"), meta.get("application-name")
    )
    host = urlsplit(found.url or "").hostname or ""
    found.title = without_site(_first(*titles_of(root, meta, linked)) or "", found.site, host) or None
    found.section = _first(*strings_of(linked.get("articleSection")), meta.get("article:section"))
    found.description = _first(
        plain_text(linked.get("description")),
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
    )
    found.published = _date(
        linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_shown_dates(root)
    )
    found.modified = _date(linked.get("dateModified"), *(meta.get(name) for name in _MODIFIED))
    found.authors = _authors(linked, meta, found.site)
    body = plain_text(linked.get("articleBody"), longest=None)
    found.body = body if body and len(body) > 200 else None
    found.free = truth_of(linked.get("isAccessibleForFree"))
    live = linked.get("liveBlogUpdate")
    found.live = [post for post in (live if isinstance(live, list) else []) if isinstance(post, dict)]
    return found


def _metas(root: Element) -> dict[str, str]:
    """The page's `<meta>`, by name or property in small letters; the first of each counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _address(root: Element, meta: dict[str, str], linked: dict[str, Any], url: str | None) -> str | None:
    canonical = next(
        (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        None,
    )
    page = linked.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    for candidate in (canonical, meta.get("og:url"), linked.get("url"), named, url):
        if isinstance(candidate, str) and candidate.strip():
            whole = _joined(url, candidate.strip())
            if whole and urlsplit(whole).path.strip("/"):
                return whole[:2000]
    return url


def _joined(base: str | None, address: str) -> str | None:
    try:
        whole = urljoin(base or "", address)
        return whole if urlsplit(whole).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _shown_dates(root: Element) -> Iterator[str | None]:
    for element in root.iter("time"):
        if next(element.iterancestors("li", "aside", "nav"), None) is not None:
            continue  # it dates another article of a list
        yield element.get("datetime")
        yield "".join(element.itertext())
    for element in root.xpath("//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or "".join(element.itertext())


def _date(*candidates: object) -> str | None:
    return next((day for value in candidates if (day := read_date(value)) and len(day) == 10), None)


def _authors(linked: dict[str, Any], meta: dict[str, str], site: str | None) -> tuple[str, ...]:
    given = linked.get("author")
    named = [name_of(item) for item in (given if isinstance(given, list) else [given])]
    names = [name for name in named if name] or [meta[key] for key in _AUTHORS if key in meta][:1]
    return clean_authors(names, site)


def clean_authors(names: list[str], site: str | None = None) -> tuple[str, ...]:
    """Part and trim names of authors: « Par Léa Morin et Jean Roux » are two; an address is none.

    >>> clean_authors(["Par Léa Morin et Jean Roux", "https://a.example/lea"])
    ('Léa Morin', 'Jean Roux')
    """
    found: dict[str, str] = {}
    for name in names:
        if "://" in name or "@" in name or _NO_AUTHOR.match(name):
            continue
        line = " ".join(name.split())[:LONGEST]
        by = _BY.match(line)
        for part in _AND.split(line[by.end() :] if by else line):
            words = part.strip(" .,-|")
            if 2 < len(words) < 80 and words[0].isupper() and len(words.split()) <= 7 and "/" not in words:
                found.setdefault(letters(words), words)
    own = letters(site or "")
    others = [words for key, words in found.items() if key != own]
    return tuple(others or found.values())


def _first(*candidates: str | None) -> str | None:
    return next((words.strip() for words in candidates if words and words.strip()), None)
