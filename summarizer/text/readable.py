"""A text as its readers need it, and the way back to the text as given.

Real files contain characters that a person does not see and that split words for a program: accents
as characters of their own (NFD), ligatures (« ﬁ »), soft hyphens, zero-width and bidirectional
characters, variation selectors, HTML entities, and words that a line end cuts in two. `readable`
removes them. Everything found in the readable text is mapped back with `span`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from html.entities import html5
from unicodedata import normalize

# Category Cf of Unicode without the Arabic signs that are drawn, and the variation selectors.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_ENTITY = r"&(?:amp;){0,3}(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ODD = re.compile(
    rf"[-\u00ad](?P<line_end>[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[a-zà-öø-ÿœ]))"
    rf"|(?P<joined>[{_MARKS}{_INVISIBLE}]{{1,99}})"
    rf"|(?P<ligature>[\ufb00-\ufb06])|{_ENTITY}"
)
# Looked for first: one set of characters and one literal are found many times faster than the pattern.
_MAY_BE_ODD = re.compile(rf"[{_INVISIBLE}{_MARKS}\ufb00-\ufb06&]")
_HYPHEN_AT_END = re.compile(r"-(?=[ \t]{0,8}\r?\n)")
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
_WORD_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD = re.compile(r"[^\W\d_]{1,30}")
_LONGEST_WORD = 30
_COMPOSED = 8
# At most so many marks are joined to one letter: sorting them takes the square of their number.


@dataclass(frozen=True, slots=True)
class Readable:
    r"""`text` as its readers need it, made from `given`.

    >>> one = readable("pre\u0301s de 1\u200b200 euros")
    >>> one.text
    'prés de 1200 euros'
    >>> start = one.text.index("1200")
    >>> one.given[slice(*one.span(start, start + 4))]
    '1\u200b200'
    """

    given: str
    text: str
    # Of each stretch that was replaced: where it starts and ends in `text` and in `given`.
    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)
    _given_starts: list[int] = field(default_factory=list)
    _given_ends: list[int] = field(default_factory=list)

    @property
    def is_as_given(self) -> bool:
        """Whether nothing had to be replaced, so that offsets are the same."""
        return not self._starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the text as given of `text[start:end]`."""
        if not self._starts:
            return start, end
        first = self._start(start)
        return first, max(first, self._end(end))

    def position(self, given: int) -> int:
        """Offset in `text` of an offset into the text as given."""
        number = bisect_right(self._given_starts, given) - 1
        if number < 0:
            return given
        behind = given - self._given_ends[number]
        if behind >= 0:
            return self._ends[number] + behind
        return self._starts[number]

    def _start(self, at: int) -> int:
        number = bisect_right(self._starts, at) - 1
        if number < 0:
            return at
        if at < self._ends[number]:
            return self._given_starts[number]
        return self._given_ends[number] + at - self._ends[number]

    def _end(self, at: int) -> int:
        number = bisect_left(self._starts, at) - 1
        if number < 0:
            return at
        if at < self._ends[number]:
            return self._given_ends[number]
        return self._given_ends[number] + at - self._ends[number]


def readable(text: str, is_word: Callable[[str], bool] = lambda _: False) -> Readable:
    """Return the text without what only hinders reading; the time grows in proportion to its length.

    `is_word` says whether the language has a word. It decides whether a hyphen at a line end belongs
    to the word (« porte-⏎parole ») or to the line (« mil-⏎lions »).
    """
    places_to_read = [match.start() for match in _MAY_BE_ODD.finditer(text)]
    hyphens = [match.start() for match in _HYPHEN_AT_END.finditer(text)]
    if not places_to_read and not hyphens:
        return Readable(text, text)
    pieces: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    copied = length = 0
    for place in sorted(places_to_read + hyphens) if hyphens else places_to_read:
        match = _ODD.match(text, place) if place >= copied else None
        if match is None:
            continue
        start, end, words = _replacement(match, copied, is_word)
        if words == text[start:end]:
            continue
        pieces += (text[copied:start], words)
        length += start - copied
        places.append((length, length + len(words), start, end))
        length += len(words)
        copied = end
    pieces.append(text[copied:])
    return Readable(text, "".join(pieces), *map(list, zip(*places, strict=True)))


def _replacement(match: re.Match[str], copied: int, is_word: Callable[[str], bool]) -> tuple[int, int, str]:
    """Return start and end of what is replaced, and the characters that replace it."""
    start, end = match.span()
    found = match[0]
    if match["line_end"]:
        before = _WORD_BEFORE.search(match.string, max(copied, start - _LONGEST_WORD), start)
        after = _WORD.match(match.string, end)
        if before is None or after is None:
            return start, start, ""
        return start, end, "-" if found[0] == "-" and _keeps_hyphen(before[0], after[0], is_word) else ""
    if match["joined"]:
        marks = _HIDDEN.sub("", found)
        if marks and start > copied and match.string[start - 1].isalnum():
            letter = normalize("NFC", match.string[start - 1] + marks[:_COMPOSED])
            return start - 1, end, letter + marks[_COMPOSED:]
        return start, end, marks
    if match["ligature"]:
        return start, end, normalize("NFKC", found)
    return start, end, _character(match["entity"], found)


def _keeps_hyphen(before: str, after: str, is_word: Callable[[str], bool]) -> bool:
    whole = (before + after).lower()
    if is_word(whole):
        return False
    after_is_word = is_word(after.lower()) or is_word(after.lower().rstrip("s"))
    return len(before) == 1 or (is_word(before.lower()) and after_is_word)


def _character(entity: str, found: str) -> str:
    """Return the character that an entity stands for, or the entity where it is none."""
    if entity[0] != "#" and entity + ";" not in html5:
        return found
    plain = _HIDDEN.sub("", unescape(f"&{entity};"))
    return " " if plain in "\n\r\t" and plain else plain
