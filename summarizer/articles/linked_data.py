"""What a page's JSON-LD says of its article, read as it comes: lists, graphs, HTML in its texts."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from summarizer.articles.markup import Element

LONGEST = 500
"""Characters of a text other than the article's that are kept."""
ARTICLES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle", "blogposting",
    "liveblogposting", "advertisercontentarticle", "scholarlyarticle", "techarticle", "report",
    "socialmediaposting",
})  # fmt: skip
"""Types of schema.org that are an article, in small letters."""


def linked_articles(root: Element) -> Iterator[dict[str, Any]]:
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
            if types_of(item) & ARTICLES:
                found.append(item)
            if depth < 4:
                waiting += [
                    (item[key], depth + 1)
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if key in item
                ]
    return found


def types_of(item: dict[str, Any]) -> set[str]:
    """Types of an item, in small letters, without their vocabulary."""
    return {name.rpartition("/")[2].lower() for name in strings_of(item.get("@type"))}


def name_of(item: Any) -> str | None:
    """Name of a person or body; the first of a list."""
    if isinstance(item, list):
        item = item[0] if item else None
    if isinstance(item, dict):
        item = item.get("name")
        item = item[0] if isinstance(item, list) and item else item
    return plain_text(item)


def strings_of(value: Any) -> list[str]:
    """Strings of a value or a list that are not empty."""
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str) and item.strip()]


def plain_text(value: Any, longest: int | None = LONGEST) -> str | None:
    """Text of JSON-LD, in which some sites write HTML and entities."""
    if not isinstance(value, str):
        return None
    words = " ".join(unescape(re.sub(r"<[^<>]{1,200}>", " ", unescape(value))).split())
    return words[:longest] or None


def truth_of(value: Any) -> bool | None:
    """Truth of a value, also where it is written as a word."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).lower()) if value is not None else None
