"""Pairs quotation marks, as news really has them: nested, unbalanced, straight, over paragraphs.

One pass with a stack over all marks of a text, so that the time is in proportion to its length
whatever it holds. Apostrophes, feet, inches, minutes and seconds are no quotation marks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.french.layout import Block

MAX_DEPTH = 3
"""Pairs nested deeper than this are matched but not given: their texts would grow as the square."""

_MARK = re.compile(r"[«»“”„‟\"‹›‘<>'](?:(?<=[^<>'])|(?<=<)<|(?<=>)>|(?<=')(?<!\S')(?=\S))")
_CLOSERS_OF = {
    "«": ("»",),
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "‟": ("”",),
    "”": ("”",),
    '"': ('"', "”"),
    "‹": ("›",),
    "<<": (">>",),
}
_OPENERS = frozenset("«“„‟‹") | {"<<"}
_PARAGRAPHS = 6
"""A quotation left open is looked for its closing mark in this many following blocks."""

_SINGLE_CLOSER = re.compile(r"(?<=[^\s(«“'‘’])['’](?!\w)")
_ELISION = re.compile(r"(?:\b[cdjlmnst]|qu|lorsqu|puisqu|quoiqu|presqu|jusqu)$", re.IGNORECASE)
_SINGLE_REACH = 300
_SINGLES = frozenset({"‘", "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What stands between two marks: `start:end` excludes them. `outer_start:outer_end` includes them.

    `marks`: opener and closer (« "«»" »), the closer missing where a quotation goes on in the next
    paragraph, the opener missing where it came from the one before without a mark.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    marks: str
    depth: int


_Token = tuple[int, int, str]


@dataclass(slots=True)
class _Scan:
    """The marks of one block: pairs found, openers left open, and a closer that nothing opened."""

    block: Block
    pairs: list[Pair]
    open: list[tuple[int, int, str]]
    first: tuple[int, int, str] | None = None
    stray: tuple[int, int, str] | None = None


def find_pairs(text: str, blocks: Sequence[Block]) -> list[Pair]:
    """Give the pairs of quotation marks in `text`, in order of their openers, outer before inner."""
    scans = list(_scan_blocks(text, blocks))
    pairs = [pair for scan in scans for pair in scan.pairs]
    pairs.extend(_continued(scans))
    pairs.sort(key=lambda pair: (pair.outer_start, -pair.outer_end))
    return _apart(pairs) if any(pair.marks[:1] in _SINGLES for pair in pairs) else pairs


def _apart(pairs: list[Pair]) -> list[Pair]:
    """Drop the pairs of single marks that cross others: an apostrophe was taken for one of them."""
    crossing: set[int] = set()
    around: list[int] = []
    for number, pair in enumerate(pairs):
        while around and pairs[around[-1]].outer_end <= pair.outer_start:
            around.pop()
        while around and pairs[around[-1]].outer_end < pair.outer_end:
            if pairs[around[-1]].marks[:1] not in _SINGLES:
                crossing.update([number] if pair.marks[:1] in _SINGLES else [])
                break
            crossing.add(around.pop())
        if number not in crossing:
            around.append(number)
    return [pair for number, pair in enumerate(pairs) if number not in crossing]


def _scan_blocks(text: str, blocks: Sequence[Block]) -> Iterator[_Scan]:
    tokens = _MARK.finditer(text)
    token = next(tokens, None)
    goes_on = False
    for block in blocks:
        inside: list[_Token] = []
        while token is not None and token.start() < block.end:
            inside.append((token.start(), token.end(), token[0]))
            token = next(tokens, None)
        if inside and goes_on and _takes_up(text, block, inside[0]):
            inside[0] = (*inside[0][:2], "«")
        elif inside and not goes_on and _are_reversed(text, block, inside):
            inside = [(start, end, _REVERSED.get(mark, mark)) for start, end, mark in inside]
        scan = _scan(text, block, inside) if inside else _Scan(block, [], [])
        goes_on = bool(scan.open) and scan.open[0][2] == "«"
        yield scan


_REVERSED = {"»": "«", "«": "»"}
_OPENS_BEHIND = re.compile(r"\s?(?=[^\W_])")
_CLOSED_BEHIND = re.compile(r"\s{0,2}(?:[,.;:!?)(]|$|[a-zà-öø-ÿœ])")


def _takes_up(text: str, block: Block, token: _Token) -> bool:
    """Tell « » » at the head of a paragraph that takes up the quotation left open before it."""
    start, end, mark = token
    return mark == "»" and start == block.start and text[end : end + 2].strip()[:1].isalnum()


def _are_reversed(text: str, block: Block, tokens: list[_Token]) -> bool:
    """Tell guillemets set the wrong way round, « » words « », from those of two quotations."""
    marks = [mark for _, _, mark in tokens if mark not in "‘'"]
    if not marks or len(marks) % 2 or marks != ["»", "«"] * (len(marks) // 2):
        return False
    return all(
        (start == block.start or text[start - 1] in " (\u00a0\u202f[:") and _OPENS_BEHIND.match(text, end)
        if mark == "»"
        else _CLOSED_BEHIND.match(text, end, block.end)
        for start, end, mark in tokens
        if mark not in "‘'"
    )


def _scan(text: str, block: Block, tokens: Iterable[tuple[int, int, str]]) -> _Scan:
    """Match the marks of one block with a stack; what an inner opener leaves open is dropped."""
    scan = _Scan(block, [], [])
    stack = scan.open
    waiting: Counter[str] = Counter()
    for token in tokens:
        start, end, mark = token
        scan.first = scan.first or token
        if mark in "‘'":
            scan.pairs.extend(_single(text, token, block))
        elif _opens(text, token, waiting, block):
            stack.append(token)
            waiting.update(_CLOSERS_OF[mark])
        elif waiting[mark] > 0:
            while mark not in _CLOSERS_OF[stack[-1][2]]:
                waiting.subtract(_CLOSERS_OF[stack.pop()[2]])
            opener = stack.pop()
            waiting.subtract(_CLOSERS_OF[opener[2]])
            if len(stack) < MAX_DEPTH:
                scan.pairs.append(
                    Pair(
                        outer_start=opener[0],
                        start=opener[1],
                        end=start,
                        outer_end=end,
                        marks=opener[2] + mark,
                        depth=len(stack),
                    )
                )
        elif not stack and scan.stray is None:
            scan.stray = token
    return scan


def _opens(text: str, token: tuple[int, int, str], waiting: Counter[str], block: Block) -> bool:
    """Tell whether a mark opens. Straight ones do before a letter and after a space, by turns if unclear."""
    start, end, mark = token
    if mark in _OPENERS:
        return not (mark == "“" and waiting["“"] > 0)
    if mark not in '"”':
        return False
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    spaced_before = before.isspace() or before in "([—–-/'’«“:"
    if mark == "”":
        return spaced_before and not after.isspace() and waiting["”"] == 0 and after.isalnum()
    if before.isdigit() and waiting['"'] == 0:
        return False
    if spaced_before and not after.isspace() and after not in ",.;:)]":
        return True
    return waiting['"'] == 0 and spaced_before and end < block.end


def _single(text: str, token: tuple[int, int, str], block: Block) -> Iterator[Pair]:
    """Give the pair that a single quotation mark opens, if one closes it nearby."""
    start, end, mark = token
    limit = min(block.end, end + _SINGLE_REACH)
    for closer in _SINGLE_CLOSER.finditer(text, end + 1, limit):
        if closer[0] != ("’" if mark == "‘" else "'"):
            continue
        if _ELISION.search(text[max(end, closer.start() - 8) : closer.start()]):
            continue
        if closer.start() - end > 1:
            yield Pair(
                outer_start=start,
                start=end,
                end=closer.start(),
                outer_end=closer.end(),
                marks=mark + closer[0],
                depth=1,
            )
        return


def _continued(scans: list[_Scan]) -> Iterator[Pair]:
    """Give the pieces, one a block, of quotations that run over the end of their block."""
    resumed = 0
    for number, scan in enumerate(scans[:-1]):
        if not scan.open:
            continue
        opener = scan.open[0]
        following = scans[number + 1]
        if _starts_with(following, opener[2]):
            yield _piece(opener[0], opener[1], scan.block.end, marks=opener[2])
        elif number >= resumed and opener[2] != '"':
            last = _closing_block(scans, number, opener[2])
            if last is not None:
                yield _piece(opener[0], opener[1], scan.block.end, marks=opener[2])
                yield from _rest(scans, number, last)
                resumed = last


def _starts_with(scan: _Scan, mark: str) -> bool:
    return scan.first is not None and scan.first[0] == scan.block.start and scan.first[2] == mark


def _closing_block(scans: list[_Scan], number: int, mark: str) -> int | None:
    """Find the block whose stray closer ends the quotation that block `number` leaves open."""
    for last in range(number + 1, min(number + 1 + _PARAGRAPHS, len(scans))):
        scan = scans[last]
        if scan.first is not None:
            closes = scan.stray is not None and scan.stray[2] in _CLOSERS_OF[mark]
            return last if closes and scan.stray == scan.first else None
    return None


def _rest(scans: list[_Scan], number: int, last: int) -> Iterator[Pair]:
    for scan in scans[number + 1 : last]:
        yield _piece(scan.block.start, scan.block.start, scan.block.end, marks="")
    closing = scans[last]
    if closing.stray is not None:
        start, end, mark = closing.stray
        block_start = closing.block.start
        yield Pair(outer_start=block_start, start=block_start, end=start, outer_end=end, marks=mark, depth=0)


def _piece(outer_start: int, start: int, end: int, *, marks: str) -> Pair:
    return Pair(outer_start=outer_start, start=start, end=end, outer_end=end, marks=marks, depth=0)
