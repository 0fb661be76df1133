"""The dictionaries of simplemma, each in memory once: its own functions use the same ones."""

from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

FACTORY = DEFAULT_DICTIONARY_FACTORY


def is_known_french(word: str) -> bool:
    """Whether a French dictionary has this form of a word."""
    return word in FACTORY.get_dictionary("fr")
