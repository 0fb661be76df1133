"""What kind of event an article is on: two reports of one strike may share no word but its kind."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from summarizer.digest.lexicon import entries
from summarizer.digest.words import Vector, fold, stem, weight

SHARE = 0.35
"""How much the kinds of an article count beside all its words."""
FEWEST = 1.0
"""Evidence from which an article is of a kind: one word that is only of it, or two that are of others too."""
MOST = 4
"""Kinds of an article that count, those with most evidence."""


def kinds(words: Iterable[str]) -> Mapping[str, float]:
    """Give the kinds of event that an article's folded words speak of, with the evidence for each.

    >>> list(kinds(["greviste", "preavis", "lundi"]))
    ['=strike']
    """
    found: defaultdict[str, float] = defaultdict(float)
    for word in sorted({stem(word) for word in words} & _known().keys()):
        of = _known()[word]
        for kind in of:
            found[kind] += math.sqrt(weight(word)) / len(of)
    best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST]
    return {kind: value for kind, value in best if value >= FEWEST}


def with_kinds(vector: Vector, words: Iterable[str]) -> Vector:
    """Give an article's vector, of length 1, with its kinds beside the words."""
    found = kinds(words)
    length = math.sqrt(sum(value * value for value in found.values()))
    whole = math.sqrt(1 + SHARE * SHARE) if found else 1.0
    shares = {kind: SHARE * value / length / whole for kind, value in found.items()}
    return {word: value / whole for word, value in vector.items()} | shares


@cache
def _known() -> Mapping[str, tuple[str, ...]]:
    known: defaultdict[str, list[str]] = defaultdict(list)
    for line in entries("kinds"):
        kind, *words = line.split()
        for word in dict.fromkeys(stem(fold(word)) for word in words):
            known[word].append(f"={kind}")
    return {word: tuple(of) for word, of in known.items()}
