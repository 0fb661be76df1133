"""Word lists looked up word by word, so that many classes of words cost one pass over a text.

An entry is a whole word, a stem (`baiss*`), or two words (`no longer`), in folded form.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SHORTEST, _LONGEST = 3, 12


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Classes of words by whole word, by stem, and by pair of words."""

    words: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    pairs: Mapping[str, tuple[str, ...]]


def build_lexicon(classes: Mapping[str, str]) -> Lexicon:
    """A lexicon from each class's entries, separated by spaces; `_` joins the words of a pair."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, tuple[str, ...]] = {}
    for name, entries in classes.items():
        for entry in entries.split():
            table = stems if entry.endswith("*") else pairs if "_" in entry else words
            key = entry.rstrip("*").replace("_", " ")
            table[key] = (*table.get(key, ()), name)
    return Lexicon(words, stems, pairs)


def find_classes(lexicon: Lexicon, words: Iterable[str]) -> dict[str, list[int]]:
    """For each class that occurs, the positions (in words) where it does."""
    found: dict[str, list[int]] = {}
    previous = ""
    for position, word in enumerate(words):
        for name in (*_classes(lexicon, word), *lexicon.pairs.get(f"{previous} {word}", ())):
            found.setdefault(name, []).append(position)
        previous = word
    return found


def _classes(lexicon: Lexicon, word: str) -> tuple[str, ...]:
    exact = lexicon.words.get(word, ())
    for length in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
        stem = lexicon.stems.get(word[:length])
        if stem:
            return (*exact, *stem)
    return exact
