"""Tells the number of a French department behind a place, « Trappes (78) », from a count."""

import re
from functools import cache

from summarizer.french.given_names import is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.folding import Folded

_REACH = 48
_NEIGHBOURS = 400
_BRACKET = re.compile(r"(?<= \()\d\d\d?(?=\))")
_NAME = re.compile(r"(?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*$")
_LAST = re.compile(r"[ '’]")
_LINKS = "aux|d'|de|des|du|en|la|le|les|lès|lez|sous|sur"
_TOWN = re.compile(
    rf"(?:^|[\s(,«/'])(?:[^\W\d_][\w']{{1,20}}-(?:{_LINKS})-?[^\W\d_][\w'-]{{2,30}}"
    r"|sainte?-[^\W\d_][\w'-]{2,30})$"
)
"""A name that only a place has: « Bry-sur-Marne », « Saint-Cyr-l'École »."""


@cache
def _places_of() -> dict[str, tuple[str, ...]]:
    """Map each number to the names of places in that department, spaced."""
    rows = (entry.split(" ", 1) for entry in entries("departments"))
    return {number: tuple(_spaced(names).split(", ")) for number, names in rows}


def _spaced(name: str) -> str:
    return name.replace("-", " ").replace("'", " ")


def _is_known(source: Folded, start: int, number: str) -> bool:
    """Whether the place that stands before `number`, in brackets at `start`, is in that department."""
    left = " " + _spaced(source.plain[max(0, start - _REACH) : start - 2])
    place = next((one for one in _places_of().get(number, ()) if left.endswith(f" {one}")), None)
    if place is None:
        return False
    begin = start - 2 - len(place)  # « Bry-sur-Marne » is not « Marne »
    return source.text[begin].isupper() and source.plain[begin - 1 : begin] != "-"


def is_department(source: Folded, core: Core) -> bool:
    """Whether a number in brackets is the department of the place before it.

    It is where the place is known to be in that department, or the number begins with a zero. Other
    places count where no number in brackets is near, which could make it one of several counts, and
    their form is that of a town; or where one near is a department beyond doubt.
    """
    text, start, end = source.plain, core.start, core.end
    number = text[start:end]
    if number not in _places_of() or not text.endswith(" (", 0, start) or not text.startswith(")", end):
        return False
    if _is_known(source, start, number):
        return True
    left = text[max(0, start - _REACH) : start - 2]
    name = _NAME.search(source.text[max(0, start - _REACH) : start - 2])
    last = _LAST.split(name[0])[-1] if name else ""
    if not last[:1].isupper() or any(_is_known(source, start, other) for other in _places_of()):
        return False
    if number[0] == "0":
        return True
    near = [
        (found.start(), found[0])
        for found in _BRACKET.finditer(text, max(0, start - _NEIGHBOURS), end + _NEIGHBOURS)
        if found.start() != start
    ]
    if not near:
        return _TOWN.search(left) is not None
    person = name is not None and any(map(is_given_name, name[0].split()))
    return not person and any(_is_known(source, *one) for one in near)
