"""The English words by which a French word can be rendered.

Two sources: the dictionary of press French, and a list of the commonest words, which the dictionary leaves
out because every model knows them.
"""

from collections.abc import Mapping
from functools import cache, lru_cache

from summarizer.english.dictionary import load_dictionary
from summarizer.english.lemmas import Conjugations
from summarizer.english.words import english_lemma
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import read_lines

_SHORTEST = 3  # letters
_SHORT_VERBS = frozenset({"né", "vu", "lu"})


@lru_cache(maxsize=16384)
def renderings_of(word: str) -> frozenset[str]:
    """Return the dictionary forms of all English words that can stand for a French word.

    >>> sorted(renderings_of("enfants"))
    ['child', 'kid']
    """
    if len(word) < _SHORTEST and word.lower() not in _SHORT_VERBS:
        return frozenset()
    senses = (sense for entry in load_dictionary().look_up(word) for sense in entry.senses)
    wordings = {wording for sense in senses for wording in sense.english}
    wordings.update(english for lemma in _lemmas(word.lower()) for english in _common().get(lemma, ()))
    words = {english for wording in wordings for english in fold(wording).split()}
    return frozenset(english_lemma(english) for english in words if len(english) >= _SHORTEST)


@cache
def _common() -> Mapping[str, tuple[str, ...]]:
    rows = (line.partition("=") for line in read_lines("renderings"))
    return {french: tuple(english.split(",")) for french, _, english in rows}


@cache
def _verbs() -> Conjugations:
    return Conjugations(lemma for lemma in _common() if lemma.endswith(("er", "ir", "re")))


def _lemmas(word: str) -> frozenset[str]:
    return _verbs().lemmas(word)
