"""Which words are ordinary English, by the dictionary of simplemma.

simplemma keeps the case of its entries (`London`, `council`), which tells an ordinary word at the
start of a sentence, or in a title, from a name; its lemmas bring « refused » and « refuses » together.
"""

import re
from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from summarizer.text.dictionary import FACTORY

_PART = 3  # letters: shorter parts make a compound of almost anything
_LEMMATIZER = Lemmatizer(lemmatization_strategy=DefaultStrategy(greedy=False, dictionary_factory=FACTORY))


@lru_cache(maxsize=16384)
def is_ordinary_word(word: str) -> bool:
    """Whether a word, whatever its capitals, is an English dictionary word: « Council », not « Merkel »."""
    lemma = FACTORY.get_dictionary("en").get(word.lower())
    return bool(lemma) and str(lemma)[:1].islower()


@lru_cache(maxsize=4096)
def is_compound(word: str) -> bool:
    """Whether a word that the dictionary lacks is two of its words in one: « carmakers »."""
    lower = word.lower()
    return any(
        is_ordinary_word(lower[:cut]) and is_ordinary_word(lower[cut:])
        for cut in range(_PART, len(lower) - _PART + 1)
    )


@lru_cache(maxsize=16384)
def is_name_as_well(word: str) -> bool:
    """Whether an ordinary word stands in the dictionary with a capital too: « Brown », « Smith »."""
    return word.capitalize() in FACTORY.get_dictionary("en")


@lru_cache(maxsize=16384)
def is_known_english(word: str) -> bool:
    """Whether an English dictionary has this form of a word."""
    return word in FACTORY.get_dictionary("en")


@lru_cache(maxsize=16384)
def english_lemma(word: str) -> str:
    """The dictionary form of an English word, in lower case: « refused » → « refuse »."""
    return _LEMMATIZER.lemmatize(word, lang="en").lower()


_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives"}
_ADDS_ES = re.compile(r"(?:[sxz]|ch|sh|[^aeiou]o)$")


def plural(noun: str) -> str:
    """The plural of an English noun; a word that ends in s stays.

    >>> [plural(noun) for noun in ("user", "city", "volcano", "policewoman", "news")]
    ['users', 'cities', 'volcanoes', 'policewomen', 'news']
    """
    for one, many in _IRREGULAR.items():
        if noun.endswith(one) and not noun.endswith("human"):
            return noun.removesuffix(one) + many
    if noun.endswith("s"):
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _ADDS_ES.search(noun) and noun not in {"photo", "piano", "euro"} else f"{noun}s"
