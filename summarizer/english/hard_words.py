"""Which words of a passage a small model needs the English of.

A word is left to the model if it is among the commonest of the press, or if its English is spelled nearly as
the French. An expression of several words is told unless it is listed with the common words.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache

from summarizer.english.dictionary import Entry, Found, load_dictionary
from summarizer.english.words import english_lemma
from summarizer.text.word_lists import read_list

# Measured on renderings of unseen sentences: more entries cost more tokens than they save faults.
LONGEST_LINE = 7
_ALIKE = 0.8
_WORD = re.compile(r"[a-z]+")
_SHORTEST = 3  # letters: “by”, “as” tell nothing
# Common words in whose place a small model guesses another sense.
_ALWAYS = frozenset(
    {"parquet", "mandat", "scrutin", "bilan", "saisir", "relaxe", "condamnation", "élu", "porte-parole"}
)


@cache
def common_words() -> frozenset[str]:
    """The commonest lemmas of the press, which need no dictionary."""
    return frozenset(read_list("english", "common"))


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
        if key not in seen and is_hard(found.entry) and not _may_be_common(found):
            seen.add(key)
            hard.append(found)
    return hard


def unused_english(french: str, english: str) -> list[str]:
    """The hard words of a text that have one sense, and whose English a rendering does not have as a whole.

    >>> unused_english("Une image d'une résolution inégalée.", "An image of unequal resolution.")
    ['inégalé']
    """
    said = {_one_spelling(word) for word in _WORD.findall(english.lower())}
    return [
        found.entry.lemma
        for found in find_hard_told(french)
        if len(found.entry.senses) == 1 and found.entry.part != "verb"
        if not any(_needed(option) <= said for option in found.entry.senses[0].english)
    ]


def _needed(english: str) -> set[str]:
    return {_one_spelling(word) for word in _WORD.findall(english.lower()) if len(word) > _SHORTEST}


def _one_spelling(word: str) -> str:
    """The base form of an English word, “organisation” as “organization”."""
    return re.sub(r"is(?=e|ation|ing)", "iz", english_lemma(word))


def _may_be_common(found: Found) -> bool:
    """Whether a verb's form is spelled as a common noun: « véhicules », which is not « véhiculer »."""
    word = found.word.lower()
    return found.entry.part == "verb" and not {word, word.rstrip("s")}.isdisjoint(common_words())


def find_hard_told(french: str, *, most: int = LONGEST_LINE) -> list[Found]:
    """The hard words and expressions of a text that are most needed, in the order of the text.

    >>> [f.entry.lemma for f in find_hard_told("Trois corps sans vie ont été retirés des décombres.")]
    ['corps sans vie', 'retirer', 'décombres']
    """
    hard = find_hard(french)

    def need(found: Found) -> int:
        entry = found.entry
        return 0 if entry.part == "expr" else 1 if entry.senses[0].domain or len(entry.senses) > 1 else 2

    return sorted(sorted(hard, key=need)[:most], key=lambda found: found.start)
