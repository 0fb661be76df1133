"""The dictionaries of simplemma, each in memory once: its own functions use the same ones."""

import threading

from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

FACTORY = DEFAULT_DICTIONARY_FACTORY
_LOADING = threading.Lock()


def load() -> None:
    """Load both dictionaries, once for all threads: simplemma would load them in each that asks meanwhile."""
    with _LOADING:
        for language in ("fr", "en"):
            FACTORY.get_dictionary(language)


def is_known_french(word: str) -> bool:
    """Whether a French dictionary has this form of a word."""
    return word in FACTORY.get_dictionary("fr")
