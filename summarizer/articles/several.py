"""A text that contains several articles, as press databases and newsletters export them, is parted.

Parted are only texts that say so: « Document 3 de 12 », « End of Document », rules of `====` between parts.
"""

import re
from collections.abc import Iterator

from summarizer.articles.article import Said, make_article
from summarizer.articles.dates import read_date
from summarizer.schemas.brief import Article

_NUMBERED = re.compile(
    r"^[ \t]*(?:Document|Article|DOCUMENT)?[ \t]?\d{1,4}[ \t](?:de|sur|of)[ \t]\d{1,4}"
    r"(?:[ \t](?:DOCUMENTS?|articles?))?[ \t]*$",
    re.MULTILINE,
)
_ENDED = re.compile(
    r"^[ \t]*(?:End of Document|Fin du document|Document [A-Z]{4,8}0{0,2}20\d{6}[a-z0-9]{5,12})[ \t]*$",
    re.MULTILINE,
)
_RULED = re.compile(r"^[ \t]*(?:={8,}|\*{8,}|_{8,}|-{20,}|#{8,})[ \t]*$", re.MULTILINE)
ARTICLE_WORDS = 40
"""Words from which on a part is an article; shorter ones are a table of contents or a notice."""
_HEAD_LINES = 8


def part_export(text: str, source: str | None, said: Said | None = None) -> Iterator[Article]:
    """Give the articles of a text: several where its marks say so, else the one."""
    parts = part_text(text)
    if len(parts) < 2:
        yield make_article(text, source=source, **(said or {}))
        return
    for number, part in enumerate(parts, 1):
        yield make_article(part, source=f"{source}#{number}" if source else None, published=_date(part))


def part_text(text: str) -> list[str]:
    """Part a text at its marks; one part where it has none.

    >>> part_text("Le port rouvre.")
    ['Le port rouvre.']
    """
    text = text.replace("\r\n", "\n")
    for mark in (_ENDED, _NUMBERED, _RULED):
        pieces = [piece.strip("\n ") for piece in mark.split(text)]
        parts = [piece for piece in pieces if len(piece.split()) >= ARTICLE_WORDS]
        if len(parts) >= 2 and (mark is not _RULED or _are_articles(parts)):
            return parts
    return [text]


def _are_articles(parts: list[str]) -> bool:
    """Whether each part between rules begins with a headline: a short line that ends no sentence."""
    firsts = [part.lstrip().split("\n", 1)[0].strip() for part in parts]
    return all(3 <= len(first.split()) <= 25 and first[-1:] not in ".,;:" for first in firsts)


def _date(part: str) -> str | None:
    """The date of issue that stands in a line of its own at the head of an exported article."""
    for line in part.split("\n")[:_HEAD_LINES]:
        day = read_date(line) if len(line.split()) <= 12 else None
        if day:
            return day
    return None
