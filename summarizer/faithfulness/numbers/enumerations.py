"""Counts of what the French lists one by one: “16 countries” for sixteen names."""

import re
from decimal import Decimal

from summarizer.faithfulness.evidence import Evidence

_LEAST = 3  # two things are named side by side everywhere
_SENTENCE = re.compile(r"[.;:!?–—\n]")
_BETWEEN = re.compile(r",\s?(?:et\s|ou\s)?|\s(?:et|ou)\s")
_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ]")
_LONGEST = 6  # words of an item
_CITED = 120  # words: an article has lists of everything


def counts_a_list(value: Decimal, evidence: Evidence) -> bool:
    """Whether a sentence of the cited French lists so many names."""
    if value < _LEAST or value != value.to_integral_value() or len(evidence.words_in_order) > _CITED:
        return False
    return any(value in _lengths(part) for part in _SENTENCE.split(evidence.text))


def _lengths(sentence: str) -> set[int]:
    """How many names the lists of a sentence have; words may stand around the first and the last."""
    pieces = _BETWEEN.split(sentence)
    lengths, run = set(), 1
    for at, piece in enumerate(pieces[1:], start=1):
        run += 1
        last = at == len(pieces) - 1
        if last or len(piece.split()) > _LONGEST or not _NAME.search(piece):
            lengths |= {run if _NAME.search(piece) else run - 1}
            run = 1
    return lengths
