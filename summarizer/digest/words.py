"""Words as the digest compares them: without case, accents and endings, weighted by how rare they are.

The weights come from a list and not from the briefs at hand. So the likeness of two articles depends on
these two alone, and a brief that joins a digest changes nothing between the others.
"""

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from summarizer.digest.lexicon import entries
from summarizer.text.folding import plain_letters

STEM = 7
"""Letters of a word that count: French inflects behind them."""
KEPT = 48
"""Words of an article that count, those with most weight."""
AMOUNT = 1.5
"""How much an amount counts beside a rare word. Words of titles count as others do: measured."""
NAMED = 2.0
"""How much a name counts beside a rare word: a follow-up shares the place and little else."""
RARE = 0.6
"""Weight from which a name tells events apart: « Inde » does, « France » does not."""
_COMMON = 200.0

_WORD = re.compile(r"[^\W_]+")
_PROPER = re.compile(r"(?<=[^\W_'’-][ ,\u00a0'’-])([A-ZÀ-Ý][^\W_]{2,})")

Vector = Mapping[str, float]


@lru_cache(maxsize=200_000)
def fold(words: str) -> str:
    """Take case and accents from `words`: « Électricité » is "electricite"."""
    return plain_letters(words)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Give the beginning of a folded word that its inflected forms share."""
    if word.isdigit():
        return word
    return (word[:-1] if len(word) > 3 and word[-1] in "sx" else word)[:STEM]


def tokens(text: str) -> list[str]:
    """Give the words of `text`, folded, in their order."""
    return _WORD.findall(plain_letters(text))


@cache
def _shares() -> dict[str, int]:
    return {word: int(share) for word, _, share in (line.partition(" ") for line in entries("common"))}


@lru_cache(maxsize=200_000)
def weight(word: str) -> float:
    """How much a stem says about which event an article is on: 1 for a rare one, nearly 0 for « le »."""
    share = _shares().get(word)
    return 1.0 if share is None else math.log(_COMMON / (2 * share)) / math.log(_COMMON)


def weigh(words: Iterable[str], amounts: Iterable[str] = (), names: Container[str] = ()) -> Vector:
    """Give those of an article's folded words that count most, with their weights; the vector's length is 1.

    `amounts` are figures as words: two articles that give the same amounts are likely on one event. `names`
    are the stems that are names.
    """
    counts = Counter(stem(word) for word in words if len(word) > 1)
    weights = {
        word: weight(word) * (1 + math.log(many)) * (NAMED if word in names else 1.0)
        for word, many in counts.items()
    }
    weights |= dict.fromkeys(amounts, AMOUNT)
    best = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = math.sqrt(sum(value * value for _, value in best)) or 1.0
    return {word: value / length for word, value in best}


def proper(text: str) -> frozenset[str]:
    """Give the stems of the rare words that have a capital within a sentence: names for the most part."""
    found = (stem(fold(match[1])) for match in _PROPER.finditer(text))
    return frozenset(word for word in found if weight(word) >= RARE)


def dot(one: Vector, other: Vector) -> float:
    """Give the product of two vectors."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(value * many[word] for word, value in few.items() if word in many)


@cache
def _synonyms() -> dict[str, str]:
    return {
        stem(fold(word)): words[0]
        for words in (line.split() for line in entries("synonyms"))
        for word in words
    }


@cache
def _empty() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in entries("empty"))


@lru_cache(maxsize=100_000)
def content(label: str) -> frozenset[str]:
    """Give what a short English label speaks of: its stems without words of function, synonyms as one."""
    return frozenset(_content(tokens(label)))


def _content(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        short = stem(word)
        if short not in _empty():
            yield _synonyms().get(short, short)


@cache
def _rivals() -> tuple[frozenset[str], ...]:
    return tuple(content(line) for line in entries("rivals"))


@lru_cache(maxsize=100_000)
def are_rivals(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two labels mean what excludes each other: the dead and the injured, a demand and an offer."""
    return any(one & line and other & line and not one & other & line for line in _rivals())


@cache
def growing() -> frozenset[str]:
    """Give the words of labels for what goes on, so that later reports have another figure of it."""
    return frozenset().union(*(content(word) for word in entries("growing")))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Give how much two sets have in common: the cosine of their members, 0 where one is empty."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
