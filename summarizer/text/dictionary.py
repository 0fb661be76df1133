"""The dictionaries of simplemma, loaded once for all languages."""

from simplemma.strategies import DefaultDictionaryFactory

FACTORY = DefaultDictionaryFactory()


def is_known_french(word: str) -> bool:
    """Whether a French dictionary has this form of a word."""
    return word in FACTORY.get_dictionary("fr")
