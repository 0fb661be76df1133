"""What a page says about its article: JSON-LD first, then Open Graph and other `<meta>`, then what it shows.

The day is read in the zone that the page writes: htmldate, which trafilatura uses, was a day off on pages of
other zones, and stays the last resort.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from summarizer.articles.dates import read_date
from summarizer.articles.markup import Element

ARTICLES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle", "blogposting",
    "liveblogposting", "advertisercontentarticle", "scholarlyarticle", "techarticle", "report",
    "socialmediaposting",
})  # fmt: skip
"""Types of schema.org that are an article, in small letters."""
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
_PARTS = re.compile(r"\s+(?:[-–—|•·/:»]|::)\s+|\s*\|\s*")
_BY = re.compile(r"\s*(?:par|by|propos recueillis par|texte|publié par)\s*:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\bet\b|\band\b|&)\s+", re.IGNORECASE)
LONGEST = 500


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
    linked = next(_linked_articles(root), {})
    found = Metadata(url=_address(root, meta, linked, url))
    found.kinds = frozenset(_types(linked))
    found.site = _first(
        _name_of(linked.get("publisher")), meta.get("og:site_name"), meta.get("application-name")
    )
    host = urlsplit(found.url or "").hostname or ""
    found.title = without_site(_first(*_titles(root, meta, linked)) or "", found.site, host) or None
    found.section = _first(*_strings(linked.get("articleSection")), meta.get("article:section"))
    found.description = _first(
        _plain(linked.get("description")),
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
    )
    found.published = _date(
        linked.get("datePublished"), *(meta.get(name) for name in _DATES), *_shown_dates(root)
    )
    found.modified = _date(linked.get("dateModified"), *(meta.get(name) for name in _MODIFIED))
    found.authors = _authors(linked, meta, found.site)
    body = _plain(linked.get("articleBody"), longest=None)
    found.body = body if body and len(body) > 200 else None
    found.free = _truth(linked.get("isAccessibleForFree"))
    live = linked.get("liveBlogUpdate")
    found.live = [post for post in (live if isinstance(live, list) else []) if isinstance(post, dict)]
    return found


def without_site(title: str, site: str | None, host: str) -> str:
    """Take the site's name off a title: « Le port rouvre - Ouest-Journal ».

    A part behind a dash or a bar goes where it is the site's name, or the name of its address.
    """
    title = " ".join(title.split())[:LONGEST]
    own = {_folded(site or "")} | {_folded(label) for label in host.split(".") if len(label) > 3}
    own |= {_folded(host), _folded(host.removeprefix("www."))}
    own.discard("")
    while True:
        parts = list(_PARTS.finditer(title))
        if not parts:
            return title
        last, rest = title[parts[-1].end() :], title[: parts[-1].start()]
        first, after = title[: parts[0].start()], title[parts[0].end() :]
        if rest and _is_own(last, own):
            title = rest
        elif after and _is_own(first, own):
            title = after
        else:
            return title


def _is_own(part: str, own: set[str]) -> bool:
    folded = _folded(part)
    return folded in own or any(
        len(name) > 4
        and len(folded) > 4
        and (folded in name or name in folded)
        and len(folded) < 2 * len(name)
        for name in own
    )


def _folded(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


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


def _linked_articles(root: Element) -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes; the one with the most fields first."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        words = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            data = json.loads(words, strict=False)
        except (ValueError, RecursionError):
            continue
        found += _walk(data)
    yield from sorted(
        found, key=lambda item: ("liveBlogUpdate" not in item, "datePublished" not in item, -len(item))
    )


def _walk(data: Any) -> list[dict[str, Any]]:
    found, waiting = [], [(data, 0)]
    while waiting:
        item, depth = waiting.pop(0)
        if isinstance(item, list):
            waiting += [(part, depth + 1) for part in item[:200]]
        elif isinstance(item, dict):
            if _types(item) & ARTICLES:
                found.append(item)
            if depth < 4:
                waiting += [
                    (item[key], depth + 1)
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if key in item
                ]
    return found


def _types(item: dict[str, Any]) -> set[str]:
    return {name.rpartition("/")[2].lower() for name in _strings(item.get("@type"))}


def _titles(root: Element, meta: dict[str, str], linked: dict[str, Any]) -> list[str | None]:
    """What may be the title, the likeliest first: the heading that the page shows, if it is the article's.

    A heading that leads to the front page is the site's. One that the page names elsewhere, too, is taken as
    it is named there: its parts may be glued in the heading.
    """
    named = [_plain(linked.get("headline")), meta.get("og:title"), meta.get("twitter:title")]
    whole = _head_title(root)
    site = _folded(meta.get("og:site_name") or "")
    shown = [
        words
        for heading in root.iter("h1")
        if not _leads_home(heading) and (words := _spaced_text(heading)) and _folded(words) != site
    ]
    alike = {_folded(name): name for name in named if name}
    known = [alike.get(_folded(words), words) for words in shown]
    others = [_folded(name) for name in (*named, whole) if name]
    agreed = [
        words for words in known if len(words.split()) > 2 and any(_folded(words) in name for name in others)
    ]
    # a page without any of the marks of the press: the heading that its title begins with
    below = (
        []
        if any(named) or shown
        else [_spaced_text(h2) for h2 in root.iter("h2", "h3") if not _leads_home(h2)]
    )
    entry = [words for words in below if len(words) > 8 and _folded(words) in _folded(whole or "")]
    alone = [words for words in known if len(known) == 1 and len(words.split()) >= 4]
    return [*agreed[:1], *alone, *named[:2], *entry, whole, *known]


def _leads_home(heading: Element) -> bool:
    """Whether a heading is a link to the front page, or lies in one."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any(_is_home(link.get("href") or "") for link in links)


def _is_home(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(address) and parts.path in {"", "/"} and not parts.query and not address.startswith("#")


def _spaced_text(element: Element) -> str:
    """The text of a heading, with a space where two elements meet that a page shows apart."""
    words = ""
    for part in element.itertext():
        glued = words[-1:].islower() and part[:1].isupper()
        words += f" {part}" if glued else part
    return " ".join(words.split())


def _head_title(root: Element) -> str | None:
    title = root.find(".//head/title")
    return " ".join("".join(title.itertext()).split()) if title is not None else None


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
        yield element.get("datetime")
        yield "".join(element.itertext())
    for element in root.xpath("//*[@itemprop='datePublished']"):
        yield element.get("content") or element.get("datetime") or "".join(element.itertext())


def _date(*candidates: object) -> str | None:
    return next((day for value in candidates if (day := read_date(value)) and len(day) == 10), None)


def _authors(linked: dict[str, Any], meta: dict[str, str], site: str | None) -> tuple[str, ...]:
    given = linked.get("author")
    named = [_name_of(item) for item in (given if isinstance(given, list) else [given])]
    names = [name for name in named if name] or [meta[key] for key in _AUTHORS if key in meta][:1]
    return clean_authors(names, site)


def clean_authors(names: list[str], site: str | None = None) -> tuple[str, ...]:
    """Part and trim names of authors: « Par Léa Morin et Jean Roux » are two; an address is none.

    >>> clean_authors(["Par Léa Morin et Jean Roux", "https://a.example/lea"])
    ('Léa Morin', 'Jean Roux')
    """
    found: dict[str, str] = {}
    for name in names:
        if "://" in name or "@" in name:
            continue
        line = " ".join(name.split())[:LONGEST]
        for part in _AND.split(_BY.sub("", line, count=1)):
            words = part.strip(" .,-|")
            if 2 < len(words) < 80 and words[0].isupper() and len(words.split()) <= 7 and "/" not in words:
                found.setdefault(_folded(words), words)
    own = _folded(site or "")
    others = [words for key, words in found.items() if key != own]
    return tuple(others or found.values())


def _name_of(item: Any) -> str | None:
    if isinstance(item, list):
        item = item[0] if item else None
    if isinstance(item, dict):
        item = item.get("name")
        item = item[0] if isinstance(item, list) and item else item
    return _plain(item)


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str) and item.strip()]


def _plain(value: Any, longest: int | None = LONGEST) -> str | None:
    """Text of JSON-LD, in which some sites write HTML and entities."""
    from html import unescape  # noqa: PLC0415

    if not isinstance(value, str):
        return None
    words = " ".join(unescape(re.sub(r"<[^<>]{1,200}>", " ", unescape(value))).split())
    return words[:longest] or None


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).lower()) if value is not None else None


def _first(*candidates: str | None) -> str | None:
    return next((words.strip() for words in candidates if words and words.strip()), None)
