"""Words that are alike across the two languages: one origin, or one name transliterated."""

import re
from functools import lru_cache

LEAST = 4
"""Letters at the beginning that words of one origin share, at least."""
_SHARED = 0.6  # of the shorter word
_SOUNDS_TEXT = """
ye>e tsch>s sch>s tch>s ch>s sh>s zh>j dj>j gh>g kh>k ph>f th>t qu>k ck>k q>k c>k w>v ou>u x>ks z>s y>i j>i h>
"""
_SOUNDS = tuple(pair.partition(">")[::2] for pair in _SOUNDS_TEXT.split())
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[aeiou]+")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a folded name, transliterations made alike: « Poutine » and « Putin » → « ptn »."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word))


@lru_cache(maxsize=16384)
def is_cognate(word: str, other: str) -> bool:
    """Whether two folded words are of one origin: they begin alike, or have the same `skeleton`."""
    shared = next(
        (i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    return shared >= max(LEAST, _SHARED * min(len(word), len(other))) or skeleton(word) == skeleton(other)
