"""Letters compared: with their places kept, or without case, accents and kinds of signs."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "ß": "ss"})


def small_letters(text: str) -> str:
    """Lower case of the same length, so that offsets hold: « İ », two characters in lower case, stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight, white space single; for comparing, offsets are lost.

    >>> fold("L’État  élu")
    "l'etat elu"
    """
    plain = " ".join(text.casefold().split())
    if plain.isascii():
        return plain
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain.replace("’", "'")))


def plain_letters(text: str) -> str:
    """Lower case without accents and ligatures, apostrophes straight; white space and signs stay.

    >>> plain_letters("Cœur  d’Électricité")
    "coeur  d'electricite"
    """
    plain = text.lower()
    if plain.isascii():
        return plain
    return _MARKS.sub("", unicodedata.normalize("NFD", plain.translate(_LIGATURES)))
