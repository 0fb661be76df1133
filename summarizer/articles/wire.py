"""IPTC 7901, in which news agencies send text over a wire: a head, lines of fixed width, a dated foot."""

import re
from collections.abc import Iterator

from summarizer.articles.article import Said, make_article, named
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_text
from summarizer.articles.wrapped import join_lines
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

_MESSAGE = re.compile(
    r"\x01(?P<head>[^\x02]{0,400})\x02(?P<text>[^\x03]*)(?:\x03(?P<foot>[^\x04\x01]{0,200}))?"
)
_FOOT_DATE = re.compile(r"\d{6}\s+([^\W\d_]{3})[^\W\d_]*\s+(\d{2})\b", re.IGNORECASE)
_DATELINE = re.compile(r"(?P<line>[A-ZÀ-Ý][^\n()]{1,60}\([^()\n]{2,20}\))\s?(?:[-–—]\s)?")
_SIGNED = re.compile(r"\([A-Z]{2,6}[\\/][^()\n]{1,20}\)|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}")


def read_wire(data: bytes, source: str | None) -> Iterator[Article]:
    """Read every message of a wire. Raises ArticleError where there is none."""
    text = decode_text(data, named(source)).replace("\r\n", "\n").replace("\r", "\n")
    found = [message for message in _MESSAGE.finditer(text) if len(message["text"].split()) > 5]
    if not found:
        raise ArticleError(f"{named(source)} is a wire message without text; ask the agency for it again.")
    for number, message in enumerate(found, 1):
        name = f"{source}#{number}" if source and len(found) > 1 else source
        title, body = _parted(message["text"])
        said = Said(title=title, published=_date(message["head"], message["foot"] or ""))
        dateline = _DATELINE.match(body)
        if dateline:
            said["dateline"], body = dateline["line"].strip(), body[dateline.end() :].lstrip()
        yield make_article(f"{title}\n\n{body}" if title else body, source=name, **said)


def _parted(text: str) -> tuple[str | None, str]:
    """Part the headline, whose last line ends in `=`, from the text, which is indented by paragraph."""
    lines = text.strip("\n").split("\n")
    marked = next((number for number, line in enumerate(lines[:8]) if line.rstrip().endswith("=")), None)
    title = None
    if marked is not None:
        title = " ".join(" ".join(lines[: marked + 1]).split()).rstrip("= ")
        lines = lines[marked + 1 :]
    spread: list[str] = []
    for line in lines:
        spread += ["", line] if line.startswith("   ") else [line]
    paragraphs = [words for words in join_lines(spread) if not _SIGNED.fullmatch(words)]
    return title or None, "\n\n".join(paragraphs)


def _date(head: str, foot: str) -> str | None:
    found = _FOOT_DATE.search(foot) or _FOOT_DATE.search(head)
    day = re.search(r"\b(\d{2})\d{4}\s", foot) or re.search(r"\b(\d{2})\d{4}\s", head)
    return read_date(f"{int(day[1])} {found[1]} 20{found[2]}") if found and day else None
