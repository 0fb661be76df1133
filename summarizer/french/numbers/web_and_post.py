"""Digits of addresses, of the web and of the post, which are no quantities."""

import re

from summarizer.french.numbers.folding import Folded

_STREET = re.compile(
    r",? (?:bis,? |ter,? )?(?:rue|avenue|boulevard|place|quai|allees?|impasse|chemin|route|square"
    r"|cours) (?!de l'evenement)"
)
_STREET_LEFT = re.compile(
    r"(?:\d,? (?:(?:bis|ter),? )?(?:rue|av\.|avenue|boulevard|bd|place|quai|allees?|impasse|chemin|route"
    r"|square|cours)|(?:^|\W)(?:bp|cs) \d+|(?:^|\W)(?:adresse|siege) ?:)[^.!?\n]{0,60}[,–-] ?$"
)
_POSTAL = re.compile(r"(?:f-)?\d{5} [^\W\d_]")
_CEDEX = re.compile(r"\d{5} [^,.\n\d]{2,40} cedex\b")
_POSTAL_REACH = 100


def _is_postal_code(source: Folded, start: int) -> bool:
    """Tell the code before a town in an address: « 14, quai Voltaire, 75007 Paris »."""
    text = source.plain
    if not _POSTAL.match(text, start) or not source.text[start + 6].isupper():
        return False
    return bool(_CEDEX.match(text, start) or _STREET_LEFT.search(text, max(0, start - _POSTAL_REACH), start))


_WEB = re.compile(r"://|(?<!\w)(?:www\.|doi:)|\.(?:fr|com|org|net|be|ch|ca|eu|info)/")
_WEB_REACH = 200


def _is_in_web_address(text: str, start: int) -> bool:
    """Tell the digits of an address: « https://site.example/2025/12345 », « doi:10.1098/rsos.160384 »."""
    if text[start - 1 : start] not in {"/", ".", "_", "-", "=", ":", "?", "&"}:
        return False
    reach = max(0, start - _WEB_REACH)
    begin = max(reach, text.rfind(" ", reach, start) + 1, text.rfind("\n", reach, start) + 1)
    return _WEB.search(text, begin, start) is not None


def is_in_address(source: Folded, start: int, end: int) -> bool:
    """Whether the digits at `start:end` are a number in a street, a postal code or part of a web address."""
    return (
        _is_in_web_address(source.plain, start)
        or _STREET.match(source.plain, end) is not None
        or _is_postal_code(source, start)
    )
