"""Where words that a model cites stand in an article.

Spaces and typographic variants are forgiven, nothing else: « l’État » and "l'Etat" differ by an accent,
"« non »" and '"non"' by typography alone. Offsets are Python string indices into the text, end exclusive.
"""

import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from summarizer.text.folding import small_letters

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_VARIANTS = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("«»“”„‟″〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("[{", "("),
    **dict.fromkeys("]}", ")"),
    "…": "...",
    "‹": "'",
    "›": "'",
}
_LIKELY = 60.0
"""Likeness, of 100, from which words of the article are worth showing as the ones that were meant."""


@lru_cache(maxsize=16)
def _folded(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without spaces and with one form of each sign, and where each of its characters stands."""
    characters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character.isspace() or character in _INVISIBLE:
            continue
        for one in _VARIANTS.get(character) or unicodedata.normalize("NFKC", character):
            if unicodedata.combining(one) and characters:
                composed = unicodedata.normalize("NFC", characters[-1] + one)
                if len(composed) == 1:
                    characters[-1] = composed
                    continue
            if not one.isspace():
                characters.append(one)
                places.append(at)
    return "".join(characters), tuple(places)


def locate(words: str, text: str, *, near: int = 0, any_case: bool = False) -> tuple[int, int] | None:
    """Where `words` stand in `text`: (start, end) of the place nearest to `near`; None where they do not.

    A place begins and ends at the bounds of words. `any_case`: capitals do not matter.

    >>> locate("l'Etat  major", "Pour l’Etat major, oui")
    (5, 17)
    """
    found = locate_all(words, text, any_case=any_case)
    return min(found, key=lambda place: abs(place[0] - near), default=None)


def locate_all(words: str, text: str, *, any_case: bool = False) -> list[tuple[int, int]]:
    """All places where `words` stand in `text`, in order; see `locate`."""
    wanted, _ = _folded(words)
    where, places = _folded(text)
    if any_case:
        wanted, where = small_letters(wanted), small_letters(where)
    found: list[tuple[int, int]] = []
    at = where.find(wanted) if wanted else -1
    while at >= 0:
        start, end = places[at], places[at + len(wanted) - 1] + 1
        if not (_splits_word(text, start) or _splits_word(text, end)):
            found.append((start, end))
        at = where.find(wanted, at + 1)
    return found


def _splits_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def nearest_words(words: str, text: str) -> str | None:
    """The words of `text` that are most like `words`; None where none are much alike."""
    if not words.strip() or not text:
        return None
    found = fuzz.partial_ratio_alignment(words, text, score_cutoff=_LIKELY)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = found.dest_start, found.dest_end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return " ".join(text[start:end].split()).strip(".,;:!?")
