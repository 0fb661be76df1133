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
