"""Which words of a passage a small model needs the English of, and the line that tells it.

A word is left to the model where it is among the commonest of the press, or where the English is spelled
nearly as the French. An expression of several words is told
unless it is listed with the common words.
"""

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from summarizer.english.dictionary import Entry, Found, find_domain, load_dictionary

# Measured on renderings of unseen sentences: more entries cost more tokens than they save faults.
LONGEST_LINE = 7
_ALIKE = 0.8
# Common words in whose place a small model guesses another sense.
_ALWAYS = frozenset({"parquet", "mandat", "scrutin", "bilan", "saisir", "relaxe", "condamnation", "élu"})


@cache
def common_words() -> frozenset[str]:
    """The commonest lemmas of the press, which need no dictionary."""
    text = files("summarizer.english").joinpath("lexicon", "common.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def is_hard(entry: Entry) -> bool:
    """Whether a small model is likely to get the entry wrong.

    >>> dictionary = load_dictionary()
    >>> [is_hard(dictionary.look_up(word)[0]) for word in ("décombres", "opposition")]
    [True, False]
    """
    if entry.lemma in common_words() and entry.lemma not in _ALWAYS:
        return False
    if entry.part == "expr" or entry.lemma in _ALWAYS:
        return True
    return not _looks_like(entry.lemma, entry.senses[0].english[0])


@cache
def _looks_like(french: str, english: str) -> bool:
    bare = "".join(c for c in unicodedata.normalize("NFD", french) if not unicodedata.combining(c))
    return SequenceMatcher(None, bare, english.lower()).ratio() >= _ALIKE and bare[:2] == english[:2].lower()


def find_hard(french: str) -> list[Found]:
    """The hard words and expressions of a text in order, each entry once."""
    seen: set[tuple[str, str]] = set()
    hard = []
    for found in load_dictionary().find(french):
        key = (found.entry.lemma, found.entry.part)
        if key not in seen and is_hard(found.entry):
            seen.add(key)
            hard.append(found)
    return hard


def dictionary_line(french: str, *, domain: str = "", longest: int = LONGEST_LINE) -> str:
    """The line that stands in front of a passage, "" where nothing in it is hard.

    `domain` is that of the article; the passage's own decides where it has one.

    >>> dictionary_line("Trois corps sans vie ont été retirés des décombres.")
    'Dictionary: corps sans vie = body; retirer = withdraw; décombres = rubble'
    """
    hard = find_hard(french)
    domain = find_domain(load_dictionary().find(french)) or domain
    told = _most_needed(hard, longest)
    if not told:
        return ""
    pairs = (f"{f.entry.lemma} = {f.entry.sense(domain).english[0]}" for f in told)
    return f"Dictionary: {'; '.join(pairs)}"


def _most_needed(hard: Sequence[Found], longest: int) -> list[Found]:
    """Expressions first, then words with a domain or several senses; in the order of the text."""

    def need(found: Found) -> int:
        entry = found.entry
        return 0 if entry.part == "expr" else 1 if entry.senses[0].domain or len(entry.senses) > 1 else 2

    chosen = sorted(hard, key=need)[:longest]
    return sorted(chosen, key=lambda found: found.start)
