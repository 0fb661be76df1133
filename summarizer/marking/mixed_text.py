"""The article as a small model is shown it at second try: French with the English that code is sure of.

Amounts and words of function stand in English already, and who a « groupe » or an « il » is stands behind
it: what a model need not convert or guess it cannot get wrong. The article's own brackets and angle
brackets are shown as others, so that nothing in it can pass for a mark, a template or a chat model's
token, and straight quotation marks are shown curved, since small models end their JSON strings at them.
"""

import bisect
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from summarizer.english import render_number
from summarizer.english.glossary import find_terms
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.referents import referents
from summarizer.text.number import Number

SHOWN_IN_ENGLISH = frozenset({"money", "percent", "count", "measure", "fraction", "duration", "rank"})
"""The kinds of figures whose English form fits where the French one stood."""
Shown = tuple[int, int, str]
"""A stretch of the text, and what is shown in its place."""

_NEUTRAL = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "{": "(", "}": ")"})
_COLLECTIVE = re.compile(r"(?:une? )?(?:\w+aines?|milliers?)\b", re.IGNORECASE)
"""« des milliers », « une centaine »: French keeps its article with them, and a model reads them well."""
_OPENING = re.compile(r"(?<![^\s(\u00a0«“‘—–-])\"(?=\S)")


def show_mixed(marked: MarkedArticle, start: int, end: int) -> str:
    """The stretch of the text with English in place.

    >>> from summarizer.articles.article import make_article
    >>> from summarizer.marking.marked_article import mark
    >>> french = "Le port a reçu 12 millions d’euros."
    >>> show_mixed(mark(make_article(french)), 0, len(french))
    'Le port a reçu €12 million.'
    """
    pieces = []
    at = start
    for left, right, english in _in_place(marked):
        inside = left >= at and right <= end and (right > start or left != right)
        if inside:  # an addition belongs to what it follows
            pieces += [marked.text[at:left], english]
            at = right
    return neutral("".join([*pieces, marked.text[at:end]]))


def _in_place(marked: MarkedArticle) -> tuple[Shown, ...]:
    """What a model is shown in place of the French: amounts and functions in English, and referents."""
    found = [
        (*_amount(number), render_number(replace(number, qualifier="exact", counted=None)))
        for number in marked.numbers.values()
        if number.kind in SHOWN_IN_ENGLISH and number.value is not None
        if not _is_first(number) and not _COLLECTIVE.match(number.text)
    ]
    inside_a_name = _name_spans(marked)
    house = marked.glossary.find(marked.text)
    theirs = {at for start, end, _ in house for at in range(start, end)}
    found += [
        term
        for term in find_terms(marked.text)
        if not inside_a_name(*term[:2]) and theirs.isdisjoint(range(*term[:2]))
    ]
    found += [term for term in house if not inside_a_name(*term[:2])]
    found += [(end, end, f" ({name})") for end, name in referents(marked)]
    kept: list[tuple[int, int, str]] = []
    for start, end, words in sorted(found):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, words))
    return tuple(kept)


def _name_spans(marked: MarkedArticle) -> Callable[[int, int], bool]:
    """A test whether words stand inside a proper name, not at its start: « Fédération des syndicats »."""
    spans = sorted(
        (mention.start, mention.end)
        for name in marked.names.values()
        for mention in name.mentions
        if mention.text[0].isupper()
    )
    starts = [start for start, _ in spans]
    farthest = list(accumulate((end for _, end in spans), max))

    def inside(start: int, end: int) -> bool:
        before = bisect.bisect_left(starts, start)
        return before > 0 and farthest[before - 1] >= end

    return inside


def _is_first(number: Number) -> bool:
    """Whether a rank that French also says of other things: « premier ministre », « seconde »."""
    return number.kind == "rank" and number.value is not None and number.value < 3


def _amount(number: Number) -> tuple[int, int]:
    """What of a number its English form stands for: with its unit, without the noun that it counts."""
    if number.counted is None:
        return number.start, number.end
    return number.core_start, number.core_end


def neutral(text: str) -> str:
    """The text without the signs by which a question marks its own parts; straight quotes are curved.

    >>> neutral('[S1] "Oui"')
    '(S1) “Oui”'
    """
    return _curve(text.translate(_NEUTRAL))


def _curve(shown: str) -> str:
    return _OPENING.sub("“", shown).replace('"', "”")
