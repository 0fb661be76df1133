"""Tells the number of a French department behind a place, « Trappes (78) », from a count."""

import re
from collections import defaultdict
from functools import cache
from itertools import islice

from summarizer.french.given_names import is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.folding import Folded

_REACH = 48
_NEIGHBOURS = 400
_MOST = 12
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
def _known() -> tuple[frozenset[str], dict[str, list[tuple[str, str]]]]:
    """The numbers of departments, and the places known, spaced, with theirs, by the last word of a place."""
    numbers, places = set(), defaultdict(list)
    for entry in entries("departments"):
        number, names = entry.split(" ", 1)
        numbers.add(number)
        for place in _spaced(names).split(", "):
            places[place.rsplit(" ", 1)[-1]].append((place, number))
    return frozenset(numbers), dict(places)


def _spaced(name: str) -> str:
    return name.replace("-", " ").replace("'", " ")


def _departments(source: Folded, start: int) -> set[str]:
    """The departments in which the place may be that stands before a number in brackets at `start`."""
    left = " " + _spaced(source.plain[max(0, start - _REACH) : start - 2])
    found = set()
    for place, number in _known()[1].get(left.rsplit(" ", 1)[-1], ()):
        begin = start - 2 - len(place)  # « Bry-sur-Marne » is not « Marne »
        inside = source.plain[begin - 1 : begin] == "-"
        if left.endswith(f" {place}") and source.text[begin].isupper() and not inside:
            found.add(number)
    return found


def is_department(source: Folded, core: Core) -> bool:
    """Whether a number in brackets is the department of the place before it.

    It is where the place is known to be in that department, or the number begins with a zero. Other
    places count where no number in brackets is near, which could make it one of several counts, and
    their form is that of a town; or where one near is a department beyond doubt.
    """
    text, start, end = source.plain, core.start, core.end
    number = text[start:end]
    if number not in _known()[0] or not text.endswith(" (", 0, start) or not text.startswith(")", end):
        return False
    if own := _departments(source, start):
        return number in own
    left = text[max(0, start - _REACH) : start - 2]
    name = _NAME.search(source.text[max(0, start - _REACH) : start - 2])
    last = _LAST.split(name[0])[-1] if name else ""
    if not last[:1].isupper():
        return False
    if number[0] == "0":
        return True
    brackets = _BRACKET.finditer(text, max(0, start - _NEIGHBOURS), end + _NEIGHBOURS)
    near = [(found.start(), found[0]) for found in islice(brackets, _MOST) if found.start() != start]
    if not near:
        return _TOWN.search(left) is not None
    person = name is not None and any(map(is_given_name, name[0].split()))
    return not person and any(one[1] in _departments(source, one[0]) for one in near)
