"""Keys are taken out of whatever is shown, logged or traced: here, and nowhere else."""

import re
from collections.abc import Iterable

HIDDEN = "[key]"
SHORTEST = 8
# A "key" shorter than this is none ("none", "ollama"), and could be a word of the article.

_LOOKS_LIKE_A_KEY = re.compile(r"\b(?:sk|pk|gsk|xai|hf)[-_][A-Za-z0-9*._-]{6,}|\bAIza[A-Za-z0-9_-]{20,}")
# Servers repeat a wrong key in their messages: "Incorrect API key provided: sk-…".


def without_keys(words: str, keys: Iterable[str] = ()) -> str:
    """Return words without these keys, and without what looks like a key.

    >>> without_keys("Incorrect API key provided: sk-proj-0123456789.")
    'Incorrect API key provided: [key]'
    >>> without_keys("Bearer abcdefgh12", ["abcdefgh12"])
    'Bearer [key]'
    """
    for key in keys:
        if len(key) >= SHORTEST:
            words = words.replace(key, HIDDEN)
    return _LOOKS_LIKE_A_KEY.sub(HIDDEN, words)
