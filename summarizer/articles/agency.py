"""What news agencies send: NewsML-G2, NewsML 1.2 and NITF, one item or a message of many."""

import re
from collections.abc import Iterator

from summarizer.articles.article import Said, make_article, named, with_title
from summarizer.articles.cleaning import clean_tree, fragment_text
from summarizer.articles.dates import read_date
from summarizer.articles.markup import (
    Element,
    blocks_of,
    find_all,
    join_blocks,
    local_name,
    parse_xml,
    text_of,
)  # fmt: skip
from summarizer.articles.page_metadata import clean_authors
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

LONGEST_NAME = 60
_LETTERS = re.compile(r"[^\W\d_]{3}")
_TEXT_CLASSES = ("text", "composite", "")
_PARTS = ("body.content", "body", "datacontent", "inlinexml", "inlinedata", "nitf", "html")


def read_agency(data: bytes, source: str | None) -> Iterator[Article]:
    """Read the text items of an agency's file; pictures, films and graphics are left out.

    Raises ArticleError where there is no text in it.
    """
    root = parse_xml(data)
    if root is None:
        raise ArticleError(f"{named(source)} is damaged XML; ask the agency for the item again.")
    items = _items(root)
    found = [(said, text) for item in items if (text := _text(item)) for said in [_said(item)]]
    if not found:
        raise ArticleError(f"{named(source)} is an agency's item without text; give one of class text.")
    for number, (said, text) in enumerate(found, 1):
        name = f"{source}#{number}" if source and len(found) > 1 else source
        yield make_article(text, source=name, **said)


def _items(root: Element) -> list[Element]:
    """The items of a file; a NewsML 1.2 item whose parts are whole articles counts as one."""
    if local_name(root) in {"newsitem", "nitf"}:
        return [root]
    items = [item for item in find_all(root, "newsitem") if len(item)]
    return items or [root]


def _text(item: Element) -> str:
    classes = [found.get("qcode") or "" for found in find_all(item, "itemclass")]
    if classes and classes[0].rpartition(":")[2] not in _TEXT_CLASSES:
        return ""
    body = _body(item)
    if body is None:
        return ""
    for element in list(find_all(body, "media", "body.end", "body.head", "media-caption", "head")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    clean_tree(body)
    blocks = list(blocks_of(body))
    if len(blocks) == 1 and "<" in blocks[0] and ">" in blocks[0]:
        return _headed(item, fragment_text(blocks[0]))
    if len(blocks) == 1 and "\n" in "".join(body.itertext()).strip():
        return _headed(item, _wrapped("".join(body.itertext())))
    return _headed(item, join_blocks(blocks))


def _body(item: Element) -> Element | None:
    """The innermost element that holds the text; of several, the longest (a short and a long version)."""
    for name in _PARTS:
        found = [(len(" ".join(part.itertext())), part) for part in find_all(item, name)]
        if found and max(found, key=lambda pair: pair[0])[0] > 20:
            return max(found, key=lambda pair: pair[0])[1]
    return None


def _headed(item: Element, text: str) -> str:
    """The headline above the text, unless the text begins with it."""
    title = text_of(item, "headline", "hl1")
    return with_title(text, title) if text else text


def _wrapped(text: str) -> str:
    """Preformatted text: a blank line or an indent starts a paragraph."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or line.startswith(("   ", "\t")):
            blocks.append([])
        if line.strip():
            blocks[-1].append(line.strip())
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _said(item: Element) -> Said:
    said = Said(
        title=text_of(item, "headline", "hl1"),
        dateline=next(filter(_LETTERS.search, [text_of(item, "dateline") or ""]), None),
        slug=text_of(item, "slugline", "namelabel") or _attribute(item, "du-key", "key"),
        site=_provider(item),
        description=text_of(item, "description") or None,
        section=_attribute(item, "fixture", "fix-id") or None,
        published=_date(
            item, "contentcreated", "date.issue", "versioncreated", "firstcreated", "datelinedate", "dateid"
        ),
        modified=_date(item, "contentmodified", "versioncreated", "thisrevisioncreated"),
        url=next(
            (
                link.get("href")
                for link in find_all(item, "link")
                if (link.get("href") or "").startswith("http")
            ),
            None,
        ),
    )
    said["authors"] = clean_authors([text for name in ("byline", "by") if (text := text_of(item, name))][:1])
    return said


def _provider(item: Element) -> str | None:
    for name in ("provider", "infosource", "creditline", "distributor", "providerid"):
        for element in find_all(item, name):
            party = next(find_all(element, "party", "name"), element)
            words = (
                party.get("FormalName") or party.get("literal") or " ".join("".join(party.itertext()).split())
            )
            words = words or (element.get("qcode") or "").rpartition(":")[2]
            if words and len(words) <= LONGEST_NAME:
                return words
    return None


def _attribute(item: Element, name: str, attribute: str) -> str | None:
    return next((value for element in find_all(item, name) if (value := element.get(attribute))), None)


def _date(item: Element, *names: str) -> str | None:
    for name in names:
        for element in find_all(item, name):
            day = read_date(element.get("norm") or " ".join("".join(element.itertext()).split()))
            if day:
                return day
    return None
