"""How a text is laid out: paragraphs, and the blocks inside them that no sentence may leave.

Articles come both with one paragraph a line and hard-wrapped at some width, so a single newline
means two things; blank lines always mean one.
"""

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TERMINAL = tuple('.!?…:;»”"')
_MARKER = re.compile(r"[-–—•*·▪◦‣>]\s|\d{1,3}[.)]\s|[a-z]\)\s|[«“\"„–—]")
_WRAP_WIDTH = range(50, 121)
_LOOK_BACK = 24
# No line begins with these unless the one before goes on.
_GOES_ON = re.compile(r"[%€‰](?!\w)|[»”]\s?(?:[,.;]|$|[a-zà-ÿ(])|[,;.!?)](?:\s|$)")
# A line that ends so is not finished: an article, a preposition, a title before a name.
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:l[ae]s?|un|une|des?|du|à|aux?|en|et|ou|par|pour|dans|sur|avec|cet?|cette|ces|son|sa|ses"
    r"|que|qui|dont|M\.|MM\.|Mm?es?|Mlle|Dr|plus de|moins de|près de)\Z|\s[ldnscj]['’]\Z"
)
_OPEN_GROUP = re.compile(r"[a-zà-ÿ'’(]\s\d{1,3}(?:[\s.]\d{3})?\Z")
_GROUP = re.compile(r"\d{3}(?!\d)(?:\s\d{3})?\s[a-zà-ÿ€$%]")


class Block(NamedTuple):
    """A stretch of text that reads on: one line, or the lines of a hard-wrapped paragraph.

    Offsets are code points, end exclusive, without surrounding white space. `paragraph` counts the
    stretches between blank lines from 0; `alone`: the block is its whole paragraph.
    """

    start: int
    end: int
    paragraph: int
    alone: bool
    wrapped: bool


def find_blocks(text: str) -> tuple[Block, ...]:
    """Give the blocks of `text` in order; together they hold every character that is not white space."""
    blocks: list[Block] = []
    for number, lines in enumerate(_paragraphs(text)):
        groups = _unwrap(text, lines)
        blocks.extend(
            Block(
                start=group[0][0],
                end=group[-1][1],
                paragraph=number,
                alone=len(groups) == 1,
                wrapped=len(group) > 1,
            )
            for group in groups
        )
    return tuple(blocks)


def _paragraphs(text: str) -> list[list[tuple[int, int]]]:
    """Group the trimmed lines of `text` by the blank lines between them."""
    paragraphs: list[list[tuple[int, int]]] = []
    last_end = None
    for match in _LINE.finditer(text):
        line = match[0]
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if last_end is None or (start - last_end > 1 and len(_BREAK.findall(text, last_end, start)) > 1):
            paragraphs.append([])
        last_end = start + len(stripped)
        paragraphs[-1].append((start, last_end))
    return paragraphs


def _unwrap(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Join the lines of a paragraph that were broken for width alone."""
    if len(lines) == 1:
        return [lines]
    width = max(end - start for start, end in lines)
    groups = [[lines[0]]]
    for before, after in pairwise(lines):
        if _reads_on(text, before, after, width):
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def _reads_on(text: str, before: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether a line break between two lines was put there for width.

    It was when the next line goes on in lower case after no full stop, when one line cannot end or the
    next cannot begin there (« de⏎ », « ⏎% », « 2⏎300 emplois »), or when the first word of the next line
    would not have fitted on a line of a page of the usual width.
    """
    if _GOES_ON.match(text, *after):
        return True
    unfinished = _UNFINISHED.search(text, max(before[0], before[1] - _LOOK_BACK), before[1])
    if _MARKER.match(text, *after):
        return unfinished is not None and text[after[0]] in '«“"'
    if text[after[0]].islower() and not text.endswith(_TERMINAL, *before):
        return True
    if unfinished:
        return True
    if _GROUP.match(text, *after) and _OPEN_GROUP.search(
        text, max(before[0], before[1] - _LOOK_BACK), before[1]
    ):
        return True
    word = text[after[0] : min(after[0] + width, after[1])].split(maxsplit=1)[0]
    length = before[1] - before[0]
    return width in _WRAP_WIDTH and length >= _WRAP_WIDTH.start and length + 1 + len(word) > width
