"""Where the clauses of a French text begin."""

import re

from summarizer.faithfulness.folding import fold_uncached

_CLAUSE_MARK = re.compile(r"[,;:.!?«»“”\"()–—\n]")
_JOINING_TEXT = """
mais car dont ou que qu qui lorsque lorsqu quand tandis alors si comme puis donc afin puisque quoique parce
"""
_JOINING = frozenset(_JOINING_TEXT.split())
"""Words that begin a clause."""


def clause_starts(text: str, length: int) -> tuple[int, ...]:
    """The positions at which clauses begin: behind marks, and at words that join clauses.

    The last one is the number of words of the text, which is `length`.
    """
    starts, at = [0], 0
    for piece in _CLAUSE_MARK.split(text):
        words = fold_uncached(piece).split()
        starts += [at, *(at + n for n, word in enumerate(words) if word in _JOINING)]
        at += len(words)
    return tuple(sorted({*starts, length}))
