"""Where a French text denies: « ne … pas », « aucun », « sans », and the words that carry a denial."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.text.dictionary import is_known_french

_NE = re.compile(
    r" (?:ne|n) (?:[a-z]+ ){1,4}?"
    r"(?P<mark>pas|plus|jamais|aucun|aucune|rien|personne|ni|guere|nullement|nul|nulle|point)\b"
    r"(?! (?:seulement|uniquement|moins|forcement que|que ))"
)
_BEFORE_NE = re.compile(
    r" (?P<mark>aucun|aucune|personne|rien|ni|nul|nulle|jamais) (?:[a-z]+ ){0,6}?(?:ne|n) "
    r"(?!.{0,30} (?:pas|plus|jamais) )"
)
_ALONE = re.compile(
    r" (?:ne|n) "
    r"(?P<mark>peut|peuvent|pouvait|pouvaient|pourra|pourront|pourrait|pourraient|put|saurait|sauraient|ose)"
    r" (?!(?:[a-z]+ ){0,8}?(?:pas|plus|jamais|que|qu|rien|guere|aucun|aucune|ni|personne) )"
)
"""Verbs that deny with « ne » alone (Grevisse, Le bon usage, on « ne » without « pas »)."""
_INFINITIVE = re.compile(r" (?:ne|n) (?P<mark>pas|plus|jamais|rien) (?!seulement|uniquement)")
_PLAIN_NEGATIVES_TEXT = """
ne n pas non sans aucun aucune aucuns nul nulle nullement jamais rien personne ni guere moins peu sauf
"""
PLAIN_NEGATIVES = frozenset(_PLAIN_NEGATIVES_TEXT.split())
"""The French words that deny by themselves; the other negatives are verbs and adjectives."""
_FIXED_SANS = frozenset(
    {
        "doute",
        "contact",
        "fil",
        "abri",
        "papiers",
        "cesse",
        "emploi",
        "domicile",
        "ambages",
        "vie",
        "conteste",
    }
)
_OR_NOT = re.compile(
    r" (?:ou|mais|et|voire|non|doute|probablement|certainement|surtout|meme) (?P<mark>pas|non) "
)
_BARE = re.compile(
    r" (?P<mark>sans) (?!doute|aucun doute|nul doute|ambages|vie |fin |contact|fil |abri|precedent|papiers"
    r"|emploi|domicile|tarder|cesse|conteste|egal|relache|treve|encombre|surprise|oublier|rappeler|parler|attendre"
    r"|consideration|distinction|plus tarder|compter)"
)


_PREFIX = re.compile(r"(?:in|im|il|ir|mes|des|dis|non)(?=[a-z]{2,20}[ai]ble(?:s|ment)?\Z)")


@lru_cache(maxsize=16384)
def is_negative_form(word: str) -> bool:
    """Whether a folded French word is another one with a prefix that denies: « illegal », « inconnu »."""
    match = _PREFIX.match(word)
    return match is not None and is_known_french(word[match.end() :])


def true_negatives(words: Sequence[str], found: Iterable[int]) -> tuple[int, ...]:
    """Of the positions of `FRENCH_NEGATIVES`, those of words that can answer for a denial in English."""
    return tuple(at for at in found if not _is_fixed(words, at))


def _is_fixed(words: Sequence[str], at: int) -> bool:
    """« un peu », « peu après », « au moins », « sans contact »: no denial."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return (
        (words[at] == "peu" and (before in {"un", "a"} or after in {"apres", "avant", "a"}))
        or (words[at] == "moins" and before in {"au", "du", "ou", "ni"})
        or (words[at] == "ni" and after in {"plus", "moins"})
        or (words[at] == "sans" and after in _FIXED_SANS)
    )


def french_denials(folded: str) -> tuple[tuple[int, str], ...]:
    """The plain denials of a folded French text: position in words, and the words (« n a pas », « sans »)."""
    found = {
        folded.count(" ", 0, match.end("mark")): match[0].strip()
        for pattern in (_NE, _BEFORE_NE, _ALONE, _INFINITIVE, _OR_NOT, _BARE)
        for match in pattern.finditer(folded)
    }
    return tuple((position - 1, words) for position, words in sorted(found.items()))
