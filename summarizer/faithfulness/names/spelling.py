"""Names that a statement spells in its own way: “Tymochenkow” for « Timochenko ».

English and French transliterate names from other scripts each in their own way, and people slip. A name that
is nearly one that the statement leaves out is no other name, so it is a remark at most.
"""

from difflib import SequenceMatcher

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold, one_edit_apart

_LONG, _LONGER = 7, 9  # letters: shorter names that differ a little are often two names
_PIECE = 6  # letters of a piece of a name whose other pieces are there
_LONGEST = 40  # letters of a name that is compared letter by letter
_END = 3  # letters
_ALIKE = 0.8  # of the letters in common


def is_spelt_apart(name: str, english: str, french: Evidence) -> bool:
    """Whether each piece of a name that the French lacks is nearly a name that the statement leaves out."""
    said = set(fold(english).split())
    pieces = fold(name).split()
    missing = [piece for piece in pieces if piece not in french.words]
    left_out = [word for word in french.name_words if word not in said]
    least = _PIECE if len(missing) < len(pieces) else _LONG
    return bool(missing) and all(any(_is_near(piece, word, least) for word in left_out) for piece in missing)


def _is_near(piece: str, other: str, least: int) -> bool:
    if max(len(piece), len(other)) >= least and one_edit_apart(piece, other):
        return True
    long = min(len(piece), len(other)) >= _LONGER and max(len(piece), len(other)) <= _LONGEST
    ends = piece[:_END] == other[:_END] or piece[-_END:] == other[-_END:]  # cheap, before letter by letter
    return long and ends and SequenceMatcher(None, piece, other, autojunk=False).ratio() >= _ALIKE
