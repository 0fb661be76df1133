"""French and English text brought to one plain form, so that words can be compared across the two."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "đ": "d"}
)
_MARKS = re.compile(r"[\u0300-\u036f]")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, without accents, with one space for everything that is no letter and no digit.

    « L'Union européenne » becomes « l union europeenne », « U.S. » becomes « u s ».
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    return _NO_WORD.sub(" ", _MARKS.sub("", decomposed)).strip()


def one_edit_apart(first: str, second: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two that changed places."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    start = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if start is None:
        return True
    here, there = first[start:], second[start:]
    swapped = here[:2] == there[1::-1] and here[2:] == there[2:]
    return here[1:] == there[1:] or here[1:] == there or here == there[1:] or swapped
