"""A live blog whose posts the page describes in JSON-LD: its text, and a part for each post with its time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from summarizer.articles.cleaning import fragment_text
from summarizer.articles.parts import MIN_POSTS
from summarizer.schemas.brief import Part

_MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]{0,12}(?:Z|[+-]\d{2}:?\d{2})?\Z")


def live_text(posts: Sequence[Mapping[str, Any]], title: str | None) -> tuple[str, tuple[Part, ...]] | None:
    """Give the text of a live blog and its posts, in the page's order; None where there are too few posts."""
    told = [(time, words) for time, words in map(_told, posts) if words]
    if len(told) < MIN_POSTS:
        return None
    text, parts = title or "", []
    for time, words in told:
        text += "\n\n" if text else ""
        parts.append(Part(kind="post", start=len(text), end=len(text) + len(words), published=time))
        text += words
    return text, tuple(parts)


def _told(post: Mapping[str, Any]) -> tuple[str | None, str]:
    """The time of a post, and its headline and text."""
    time = post.get("datePublished")
    blocks = list(_blocks(post))
    return time if isinstance(time, str) and _TIME.match(time) else None, "\n\n".join(blocks)


def _blocks(post: Mapping[str, Any]) -> Iterator[str]:
    seen: set[str] = set()
    for key in ("headline", "articleBody"):
        value = post.get(key)
        if not isinstance(value, str):
            continue
        words = unescape(value)
        words = (
            fragment_text(words)
            if _MARKUP.search(words)
            else "\n\n".join(filter(None, map(str.strip, words.split("\n"))))
        )
        if words and words not in seen:
            seen.add(words)
            yield words
