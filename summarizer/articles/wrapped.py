"""Lines that were broken for the width of a page become paragraphs again: PDF, mail.

A hyphen at a line's end is the word's (« dix-⏎huit ») or the wrap's (« mil-⏎lions »): the word without it
decides where simplemma's French dictionary knows it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LEFT = re.compile(r"([^\W\d_]+)-\Z")
_RIGHT = re.compile(r"([^\W\d_]+)")
_TERMINAL = re.compile(r"[.!?…:;][\s»”\"')\]]*\Z")
_ITEM = re.compile(r"(?:[-–—•*·▪◦‣>]|\d{1,3}[.)])\s|[«“]")
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?(?:[-–—] ?)?\d{1,4}(?: ?(?:[/|]|sur|de|of) ?\d{1,4})?(?: ?[-–—])?\Z", re.IGNORECASE
)
LONGEST_WORD = 40
SHORT = 0.75
"""Share of the usual width below which a line that ends a sentence ends its paragraph."""


def join_lines(lines: Iterable[str]) -> list[str]:
    """Join the lines of paragraphs; a blank line always parts them.

    >>> join_lines(["Le fonds gère 2", "300 mil-", "lions d'euros.", "", "Il emploie dix-", "huit agents."])
    ["Le fonds gère 2 300 millions d'euros.", 'Il emploie dix-huit agents.']
    """
    lines = [line.strip() for line in lines]
    width = usual_width(lines)
    paragraphs: list[list[str]] = []
    last = ""
    for line in lines:
        if line and last and _reads_on(last, line, width):
            paragraphs[-1][-1:] = _joined(paragraphs[-1][-1], line)
        elif line:
            paragraphs.append([line])
        last = line
    return ["".join(pieces) for pieces in paragraphs]


def usual_width(lines: Sequence[str]) -> int:
    """The width to which lines are filled: that of the long ones among them."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.8)] if lengths else 0


def without_page_frames(pages: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines of all pages without their heads, feet and numbers.

    A line at a page's top or bottom is part of its frame where it stands on most pages, digits aside.
    """
    edges: Counter[str] = Counter()
    trimmed = [_trimmed(page) for page in pages]
    for page in trimmed:
        edges.update({_bare(line) for line in (*page[:3], *page[-3:])})
    often = {
        words
        for words, count in edges.items()
        if len(pages) > 1 and count >= max(2, 0.6 * len(pages)) and words
    }
    lines: list[str] = []
    for page in trimmed:
        first, last = 0, len(page)
        while first < last and _is_frame(page[first], often):
            first += 1
        while last > first and _is_frame(page[last - 1], often):
            last -= 1
        kept = page[first:last]
        if lines and kept and _TERMINAL.search(lines[-1]) and not kept[0][:1].islower():
            lines.append("")
        lines += kept
    return lines


def _trimmed(page: Sequence[str]) -> list[str]:
    lines = [line.strip() for line in page]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _is_frame(line: str, often: set[str]) -> bool:
    return not line or bool(_PAGE_NUMBER.match(" ".join(line.split()))) or _bare(line) in often


def _bare(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()


def _reads_on(last: str, line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the one before."""
    if _ITEM.match(line) and _TERMINAL.search(last):
        return False
    ended = bool(_TERMINAL.search(last))
    if not ended and (line[:1].islower() or line[:1].isdigit() or line[:1] in "%€$)»,;"):
        return True
    if not ended and last[-1:] in "-,(«":
        return True
    # a first word that would not have fitted was wrapped; one that would have was not
    word = line.split(maxsplit=1)[0]
    return len(last) + 1 + len(word) > SHORT * width and len(last) >= SHORT * width


def _joined(left: str, right: str) -> tuple[str, str]:
    """The end of a paragraph and the line that goes on with it, as they are joined."""
    before, after = _LEFT.search(left[-LONGEST_WORD:]), _RIGHT.match(right)
    if before is None or after is None:
        return (left, right) if left.endswith("-") and right[:1].isdigit() else (left, f" {right}")
    return (left if keeps_hyphen(before[1], after[1][:LONGEST_WORD]) else left[:-1]), right


@lru_cache(maxsize=4096)
def keeps_hyphen(left: str, right: str) -> bool:
    """Whether a hyphen between two parts of a word belongs to the word."""
    from simplemma import is_known  # noqa: PLC0415 - its dictionary is read when it is first used

    if right[:1].isupper():
        return True
    whole = (left + right).lower()
    if is_known(whole, lang="fr"):
        return False
    return is_known(left.lower(), lang="fr") and is_known(right.lower(), lang="fr") and len(right) > 1
