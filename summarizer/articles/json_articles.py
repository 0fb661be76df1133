"""JSON as programs export it: an article an object, in a list, under a known name, or one a line (JSONL)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from summarizer.articles.article import Said, make_article, named, with_title
from summarizer.articles.cleaning import fragment_text
from summarizer.articles.dates import read_date
from summarizer.articles.decoding import decode_text
from summarizer.articles.kinds import is_address
from summarizer.articles.page_metadata import clean_authors
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

_LISTS = (
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "data",
    "entries",
    "stories",
    "posts",
    "response",
    "_items",
    "records",
)
_TEXTS = (
    "text",
    "articleBody",
    "body_text",
    "content_text",
    "fulltext",
    "full_text",
    "texte",
    "contenu",
    "body",
    "content",
)
_MARKED_UP = ("body_html", "content_html", "html")
_TITLES = ("title", "headline", "titre", "name")
_DATES = (
    "published",
    "date",
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "pubDate",
    "versioncreated",
    "publication_date",
)
_MODIFIED = ("modified", "dateModified", "date_modified", "updated_at", "updatedAt")
_WORDS: dict[str, tuple[str, ...]] = {
    "site": ("site", "site_name", "publisher", "journal", "provider"),
    "url": ("url", "link", "uri", "permalink", "canonical_url"),
    "section": ("section", "articleSection", "rubrique", "category"),
    "description": ("description", "summary", "abstract", "excerpt", "standfirst", "chapo"),
    "dateline": ("dateline",),
    "slug": ("slug", "slugline"),
}
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|a|em|strong|span|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)


def read_records(data: bytes, source: str | None) -> Iterator[Article]:
    """Read every article of a JSON file. Raises ArticleError where there is none, or at one that is none."""
    text = decode_text(data, named(source))
    try:
        found = find_records(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{named(source)} is no JSON ({error}); correct the file.") from error
    if not found:
        raise ArticleError(f"{named(source)} has no article in it: none of its objects has a `text`.")
    for number, record in enumerate(found, 1):
        yield read_record(record, f"{source}#{number}" if source and len(found) > 1 else source)


def read_lines(data: bytes, source: str | None) -> Iterator[Article]:
    """Read the article in each line of a JSONL file."""
    lines = [line for line in decode_text(data, named(source)).split("\n") if line.strip()]
    for number, line in enumerate(lines, 1):
        yield read_line(line, f"{source}#{number}" if source and len(lines) > 1 else source)


def read_line(line: str | bytes, source: str | None) -> Article:
    """Read the article in one line of JSON. Raises ArticleError."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{named(source)} is no JSON ({error}); correct the line.") from error
    return read_record(record, source)


def find_records(value: Any) -> list[Any]:
    """Find the articles in a JSON value: itself, its items, or those under a known name."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return []
    if any(isinstance(value.get(key), str) for key in (*_TEXTS, *_MARKED_UP, "error")):
        return [value]
    for key in _LISTS:
        if isinstance(value.get(key), list | dict) and (found := find_records(value[key])):
            return found
    return []


def read_record(record: Any, source: str | None) -> Article:
    """Read one record: its text under a usual name, HTML made plain, and what it says of the article.

    Raises ArticleError where it has no text, or a date or title that is none.
    """
    if not isinstance(record, dict):
        raise ArticleError(f"{named(source)} has no `text`; give each record `id` and `text`.")
    said = said_of_record(record, source)
    marked_up = next((value for key in _MARKED_UP if isinstance(value := record.get(key), str)), None)
    text = next(
        (value for key in _TEXTS if isinstance(value := record.get(key), str) and value.strip()), None
    )
    if text is None and marked_up is None:
        if isinstance(record.get("error"), str):
            raise ArticleError(record["error"])
        raise ArticleError(f"{named(source)} has no `text`; give each record `id` and `text`.")
    if text is None and marked_up is not None and "<html" in marked_up[:2000].lower():
        from summarizer.articles.page import read_page  # noqa: PLC0415 - slow to load

        page = next(
            read_page(
                marked_up.encode("utf-8", "replace"), source=source, url=said.get("url"), charset="utf-8"
            )
        )
        extra = {key: value for key, value in said.items() if value and not getattr(page, key)}
        return page.model_copy(update=extra)
    words = (
        text
        if text is not None and "text" in record
        else _plain(text or marked_up or "", always=text is None)
    )
    title = said.get("title")
    if "text" not in record:
        words = with_title(words, title)
    return make_article(words, source=source, **said)


def _plain(text: str, *, always: bool) -> str:
    return fragment_text(text) if always or _TAG.search(text) else text


def said_of_record(record: dict[str, Any], source: str | None) -> Said:
    """What a record says of its article, under the usual names. Raises ArticleError where a date is none."""
    title = _text(record, _TITLES, source)
    said = Said(
        title=title, published=_date(record, _DATES, source), modified=_date(record, _MODIFIED, source)
    )
    for field, names in _WORDS.items():
        said[field] = _text(record, names, source)  # type: ignore[literal-required]
    said["authors"] = _authors(record)
    if said.get("url") and not is_address(str(said["url"])):
        said["url"] = None
    cut, shown = record.get("cut_off"), record.get("shown")
    if cut is True:
        said["cut_off"] = True
        if isinstance(shown, int | float) and 0 <= shown <= 1:
            said["shown"] = float(shown)
    return said


def _text(record: dict[str, Any], names: tuple[str, ...], source: str | None) -> str | None:
    for key in names:
        value = record.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if value is None or value == "":
            continue
        if not isinstance(value, str) or any("\ud800" <= char <= "\udfff" for char in value):
            raise ArticleError(f"{named(source)} has a `{key}` that is no text; correct it, or leave it out.")
        return " ".join(value.split())
    return None


def _date(record: dict[str, Any], names: tuple[str, ...], source: str | None) -> str | None:
    for key in names:
        value = record.get(key)
        if value is None or value == "":
            continue
        day = read_date(value)
        if day is None:
            shown = str(value)[:60]
            raise ArticleError(
                f"{named(source)} has a `{key}` {shown!r} that is no date; write it as 2025-02-21."
            )
        return day
    return None


def _authors(record: dict[str, Any]) -> tuple[str, ...]:
    for key in ("authors", "author", "byline", "auteur", "creator"):
        value = record.get(key)
        values = value if isinstance(value, list) else [value]
        names = [item.get("name") if isinstance(item, dict) else item for item in values]
        found = clean_authors([name for name in names if isinstance(name, str)])
        if found:
            return found
    return ()
