"""French and English text brought to one plain form, so that words can be compared across the two."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "đ": "d"}
)
_LIGATURE = re.compile("[œŒæÆßøØłđ]")
_MARKS = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"[a-z0-9]+")
_BORN = re.compile(r"\b([Nn])é(?=s?\b)")
"""« né » is not « ne » when accents are gone."""
_NOT_NE = re.compile(r"\b([Nn]on)-(\w)")
"""« non-gouvernementale » is one word, and denies nothing in the sentence."""
_SHORT_MONTH = re.compile(
    r"(?<=\d )(?P<month>janv|fev|fevr|avr|juil|sept?|oct|nov|dec)(?= )"
    r"|(?<= )(?P<before>janv|fev|fevr|avr|juil|sept?|oct|nov|dec)(?= (?:19|20)\d\d )"
)
"""« 18 sept. 2018 » and « sept. 2018 », folded: beside a day or a year the short form is a month."""
_MONTHS = {
    "janv": "janvier", "fev": "fevrier", "fevr": "fevrier", "avr": "avril", "juil": "juillet",
    "sep": "septembre", "sept": "septembre", "oct": "octobre", "nov": "novembre", "dec": "decembre",
}  # fmt: skip


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, without accents, with one space for everything that is no letter and no digit.

    « L'Union européenne » becomes « l union europeenne », « U.S. » becomes « u s ».
    """
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    if _LIGATURE.search(text):
        text = text.translate(_LIGATURES)
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_WORD.findall(_MARKS.sub("", decomposed)))


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


def fold_uncached(text: str) -> str:
    """`fold` without its cache, for long texts."""
    return fold.__wrapped__(text)


def fold_french(text: str) -> str:
    """A French text folded, a space before and behind; « né » is no « ne », « sept. 2018 » has its month."""
    if "né" in text or "Né" in text:
        text = _BORN.sub(r"\1ee", text)
    if "on-" in text:
        text = _NOT_NE.sub(r"\1\2", text)
    # « le 1 er août », as pages print what was raised: « 1er »
    folded = f" {fold_uncached(text)} ".replace(" 1 er ", " 1er ")
    return folded if _MONTHS.keys().isdisjoint(folded.split()) else _SHORT_MONTH.sub(_whole_month, folded)


def _whole_month(match: re.Match[str]) -> str:
    return _MONTHS[match["month"] or match["before"]]


def last_word(name: str) -> str:
    """The last word of a name, folded: “musk” of “Elon Musk”; "" where it has none."""
    words = fold(name).split()
    return words[-1] if words else ""
