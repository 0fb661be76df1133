"""The title of a page: the heading that it shows or the name that it gives for programs, without the site."""

import re
from typing import Any
from urllib.parse import urlsplit

from summarizer.articles.linked_data import LONGEST, plain_text
from summarizer.articles.markup import Element
from summarizer.articles.witness import letters

LABEL_WORDS = 2
"""Words of a label behind a heading."""
_PARTS = re.compile(r"\s+(?:[-–—|•·/:»]|::)\s+|\s*\|\s*")


def without_site(title: str, site: str | None, host: str) -> str:
    """Take the site's name off a title: « Le port rouvre - Ouest-Journal ».

    A part behind a dash or a bar goes where it is the site's name, or the name of its address.
    """
    title = " ".join(title.split())[:LONGEST]
    own = {letters(site or "")} | {letters(label) for label in host.split(".") if len(label) > 3}
    own |= {letters(host), letters(host.removeprefix("www."))}
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
    folded = letters(part)
    return folded in own or any(
        len(name) > 4
        and len(folded) > 4
        and (folded in name or name in folded)
        and len(folded) < 2 * len(name)
        for name in own
    )


def titles_of(root: Element, meta: dict[str, str], linked: dict[str, Any]) -> list[str | None]:
    """What may be the title, the likeliest first: the heading that the page shows, if it is the article's.

    A heading that leads to the front page is the site's. One that the page names elsewhere, too, is taken as
    it is named there: its parts may be glued in the heading.
    """
    named = [plain_text(linked.get("headline")), meta.get("og:title"), meta.get("twitter:title")]
    whole = _head_title(root)
    site = letters(meta.get("og:site_name") or "")
    shown = [
        words
        for heading in root.iter("h1")
        if not _leads_home(heading) and (words := _spaced_text(heading)) and letters(words) != site
    ]
    alike = {letters(name): name for name in named if name}
    others = [letters(name) for name in (*named, whole) if name]
    known = [alike.get(letters(words)) or _without_label(words, others) for words in shown]
    agreed = [
        words for words in known if len(words.split()) > 2 and any(letters(words) in name for name in others)
    ]
    # a page without any of the marks of the press: the heading that its title begins with
    below = (
        []
        if any(named) or shown
        else [_spaced_text(h2) for h2 in root.iter("h2", "h3") if not _leads_home(h2)]
    )
    entry = [words for words in below if len(words) > 8 and letters(words) in letters(whole or "")]
    alone = [words for words in known if len(known) == 1 and len(words.split()) >= 4]
    return [*agreed[:1], *alone, *named[:2], *entry, whole, *known]


def _without_label(heading: str, others: list[str]) -> str:
    """A heading without the label behind it (« Abonnés »), if the page's other names have none."""
    words = heading.split()
    for count in range(1, LABEL_WORDS + 1):
        shorter = " ".join(words[:-count])
        own = letters(shorter)
        if len(words) - count > LABEL_WORDS and any(name.startswith(own) for name in others):
            labelled = letters(heading)
            return heading if any(labelled in name for name in others) else shorter
    return heading


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
