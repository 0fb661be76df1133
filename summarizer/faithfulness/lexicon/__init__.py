"""Word lists looked up word by word, so that many classes of words cost one pass over a text.

The lists are the text files beside this one. A line is an entry: a whole word, a stem (`baiss*`), or two
words (`no_longer`), in folded form. `#` begins a comment. `[name en]` begins the words of a class in a
language; the entries of a class are sorted.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.text.word_lists import read_list

_SHORTEST, _LONGEST = 3, 12
_WORDS_KEPT = 16384


def read_lines(name: str) -> tuple[str, ...]:
    """Read the entries of a list, without comments and blank lines."""
    return read_list("faithfulness", name)


@cache
def read_classes(name: str, language: str) -> Mapping[str, str]:
    """Read the classes of a list in one language: their names, and the entries separated by spaces."""
    classes: dict[str, list[str]] = {}
    entries: list[str] = []
    for line in read_lines(name):
        if line.startswith("["):
            title, _, tongue = line.strip("[]").rpartition(" ")
            entries = classes.setdefault(title, []) if tongue == language else []
        else:
            entries.append(line)
    return {title: " ".join(words) for title, words in classes.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Classes of words: what a word belongs to, and a pair of words by its first and second."""

    classes_of: Callable[[str], tuple[str, ...]]
    pairs: Mapping[str, Mapping[str, tuple[str, ...]]]


def build_lexicon(classes: Mapping[str, str]) -> Lexicon:
    """A lexicon from each class's entries, separated by spaces; `_` joins the words of a pair."""
    words: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    pairs: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, entries in classes.items():
        for entry in entries.split():
            first, _, second = entry.partition("_")
            table = pairs.setdefault(first, {}) if second else stems if entry.endswith("*") else words
            key = second or entry.rstrip("*")
            table[key] = (*table.get(key, ()), name)
    return Lexicon(_lookup(words, stems), pairs)


def _lookup(
    words: Mapping[str, tuple[str, ...]], stems: Mapping[str, tuple[str, ...]]
) -> Callable[[str], tuple[str, ...]]:
    """The classes of a word, by itself and by every stem that it begins with; remembered by word."""

    @lru_cache(maxsize=_WORDS_KEPT)
    def classes_of(word: str) -> tuple[str, ...]:
        lengths = range(min(len(word), _LONGEST), _SHORTEST - 1, -1)
        by_stem = (name for length in lengths for name in stems.get(word[:length], ()))
        return tuple(dict.fromkeys((*words.get(word, ()), *by_stem)))

    return classes_of


def find_classes(lexicon: Lexicon, words: Iterable[str]) -> dict[str, list[int]]:
    """For each class that occurs, the positions (in words) where it does."""
    found: dict[str, list[int]] = {}
    classes_of, pairs = lexicon.classes_of, lexicon.pairs
    seconds: Mapping[str, tuple[str, ...]] | None = None
    for position, word in enumerate(words):
        for name in classes_of(word):
            found.setdefault(name, []).append(position)
        if seconds:
            for name in seconds.get(word, ()):
                found.setdefault(name, []).append(position)
        seconds = pairs.get(word)
    return found
