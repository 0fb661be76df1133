"""Where a French text says that something is reported or possible: conditionals and a few words."""

import re
from functools import lru_cache

from summarizer.text.dictionary import is_known_french

_ENDING = re.compile(
    r"\b(\w+r)(?:ait|aient)\b|\bpeut-être\b|\bprobable(?:ment|s)?\b|\bprésumée?s?\b|\bsemble(?:nt)?\b|\bsusceptibles?\b|\bpeu(?:ven)?t\b(?!-)"
)
_FUTURE = re.compile(r"\b(\w+r)(?:a|ont)\b(?!-)")
_WORD = re.compile(r"[^\W_]+")
_IRREGULAR_TEXT = """
aur ser fer ir pourr devr voudr faudr verr saur mourr courr vaudr enverr recevr decevr percevr pleuvr viendr
tiendr acquerr
"""
_IRREGULAR = frozenset(_IRREGULAR_TEXT.split())
_IRREGULAR_ENDS = ("viendr", "tiendr", "courr", "cevr", "querr", "cueiller", "verr")
_RE_VERBS = re.compile(r"\w*(?:[aeo]indr|endr|ondr|[eo]rdr|oudr|ttr|[aoî]îtr|aitr|clur|ivr|ompr|incr|ir)")
_NOUNS_TEXT = """
tir désir soupir loisir plaisir
"""
_NOUNS = frozenset(_NOUNS_TEXT.split())


def find_conditionals(text: str) -> tuple[tuple[int, str], ...]:
    """The conditionals of a French text (« aurait », « pourraient », « peut-être »), with their places.

    A place is a position in words. A form is one where the infinitive (or the irregular stem) stands
    before the ending; imperfects of verbs in -rer (« montrait ») have no such stem.
    """
    lower = text.lower()
    return tuple(
        (len(_WORD.findall(lower, 0, match.start())), match[0])
        for match in _ENDING.finditer(lower)
        if match[1] is None or _is_future_stem(match[1])
    )


def find_futures(text: str) -> tuple[int, ...]:
    """The positions of the words of a French text in the simple future (« rendra », « seront »)."""
    lower = text.lower()
    return tuple(
        len(_WORD.findall(lower, 0, match.start()))
        for match in _FUTURE.finditer(lower)
        if _is_future_stem(match[1])
    )


@lru_cache(maxsize=4096)
def _is_future_stem(stem: str) -> bool:
    if stem in _IRREGULAR or stem.endswith(_IRREGULAR_ENDS):
        return True
    if stem.endswith("ir") and is_known_french(stem + "er"):
        return False  # the imperfect of « éclairer », « tirer »
    if stem.endswith(("er", "ir")) and stem not in _NOUNS and is_known_french(stem):
        return True
    return bool(_RE_VERBS.fullmatch(stem)) and is_known_french(stem + "e")
