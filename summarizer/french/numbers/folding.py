"""One normal form of French text to look for numbers in, so that every pattern is written once.

The folded text has exactly the length of the original: an offset into one is an offset into the
other.
"""

import re
from dataclasses import dataclass

from summarizer.text.folding import small_letters

_SAME = {
    " ": "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "'": "’‘ʼ′",
    "-": "‐‑−",
    "e": "éèêëᵉ",
    "r": "ʳ",
    "d": "ᵈ",
    "s": "ˢ",
    "a": "âä",
    "i": "îï",
    "o": "ôö",
    "u": "ûüù",
    "c": "ç",
}
_REPLACEMENTS = tuple((variant, plain) for plain, variants in _SAME.items() for variant in variants)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded form; both have the same length, so offsets hold for both."""

    text: str
    plain: str


_RUN_AT_END = re.compile(r"\w*$")
_LONGEST_WORD = 24


def word_before(plain: str, start: int) -> str:
    """Return the word that ends before `start`, or before one space or line break there; "" after a sign."""
    end = start - plain.endswith((" ", "\n"), 0, start)
    reach = max(0, end - _LONGEST_WORD)
    word = plain[max(reach, plain.rfind(" ", reach, end) + 1) : end]
    if word.isalpha():
        return word
    run = _RUN_AT_END.search(word)
    return run[0] if run else ""


def fold(text: str) -> Folded:
    """Return `text` with its folded form.

    Folded means: lower case, without the accents of é, è, ê, ë, â, î, ï, ô, û, ù and ç (« à » keeps
    its own, being a word), with plain spaces, apostrophes and hyphens.
    """
    plain = small_letters(text)
    if not plain.isascii():
        for variant, same in _REPLACEMENTS:
            plain = plain.replace(variant, same)
    return Folded(text=text, plain=plain)
