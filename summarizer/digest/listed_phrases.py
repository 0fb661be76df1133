"""Phrases of the digest's lists, and patterns, looked for in French text."""

import re
from functools import cache, lru_cache

from summarizer.digest.lexicon import entries
from summarizer.french import find_numbers
from summarizer.text.folding import plain_letters


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """Give what finds any phrase of a list in folded text."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, entries(name))) + r")\b")


def has(name: str, words: str) -> bool:
    """Whether a text has a phrase of a list."""
    return pattern_of(name).search(plain_letters(words)) is not None


@lru_cache(maxsize=20_000)
def shown(text: str, pattern: re.Pattern[str]) -> str | None:
    """Give the words of a text that a pattern of folded words finds."""
    folded = plain_letters(text)
    match = pattern.search(folded)
    if match is None:
        return None
    same = len(folded) == len(text)  # « œ » is two letters when it is folded
    return " ".join((text if same else folded)[match.start() : match.end()].split())


@lru_cache(maxsize=5_000)
def with_digits(sentence: str) -> str:
    """Give a sentence of the same length with zeros for its numbers: « cinq » is then found as « 5 » is."""
    for number in find_numbers(sentence):
        zeros = "0" * (number.core_end - number.core_start)
        sentence = sentence[: number.core_start] + zeros + sentence[number.core_end :]
    return sentence
