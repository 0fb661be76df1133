"""Tells « les 27 », the members of the European Union, from a count."""

import re

from summarizer.french.numbers.folding import Folded

_REACH = 1500
_LEFT = re.compile(r"(?:^|\W)(?:les|des|aux) $")
_MEMBERS = re.compile(
    r"2[578](?=[ ]?[.,;:)»!?]|\Z| (?:a|au|aux|dans|doivent|en|et|ont|pour|qui|se|sont|sur)\b| s')"
)
_UNION = re.compile(r"\bunion europeenne\b|\bue\b")
_COUNTS = {
    number: re.compile(
        rf"(?<![\d,.]){number} (?!pays\b|etats\b|membres\b|a\b|au|dans|doivent|en|et|ont|pour"
        r"|qui|se|sont|sur)[a-z]"
    )
    for number in ("25", "27", "28")
}


def names_the_union(source: Folded, start: int) -> bool:
    """Whether « les 27 » at `start` are the Union's members: the text near it is about the Union.

    Where the same number counts something else nearby, it may stand for that.
    """
    text = source.plain
    if _MEMBERS.match(text, start) is None or _LEFT.search(text[max(0, start - 5) : start]) is None:
        return False
    begin, end = max(0, start - _REACH), start + _REACH
    return _UNION.search(text, begin, end) is not None and not _COUNTS[text[start : start + 2]].search(
        text, begin, end
    )
