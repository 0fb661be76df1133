"""How far apart the places of one thing in a French and an English text may be.

The two languages keep roughly the same order, so a place is a share of the text's length in words.
"""

_REACH = 0.3
_WORDS_APART = 8
_ALIKE = 0.6


def keep_order(length: int, other_length: int) -> bool:
    """Whether two texts are of like length, so that what stands early in one stands early in the other."""
    return _ALIKE < length / max(other_length, 1) < 1 / _ALIKE


def place_reach(length: int, other_length: int) -> float:
    """The greatest distance of two places, as a share of the text.

    Texts of very different lengths keep no common order: then anywhere will do, and the reach is 1.
    """
    if not keep_order(length, other_length):
        return 1.0
    return max(_REACH, _WORDS_APART / max(length, other_length, 1))
