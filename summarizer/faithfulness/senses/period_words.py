"""Words of periods of time in English and French: units, frequencies, weekdays, months."""

from functools import cache

from babel import Locale

from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import read_classes

_WEEKDAYS = 7
_MAY = "in_may of_may since_may until_may by_may last_may next_may early_may late_may mid_may from_may on_may"
"""The month, told from the verb by the word before it."""


@cache
def english_periods() -> dict[str, str]:
    """The English words of every period; weekdays and months by CLDR."""
    words = dict(read_classes("periods", "en"))
    for name in _weekdays("en"):
        words[name] = f"{fold(name)} {fold(name)}s"
    for name in _months("en"):
        words[name] = fold(name) if name != "May" else _MAY
    return words


@cache
def french_periods() -> dict[str, str]:
    """The French words of every period, by the English name of weekdays and months."""
    words = dict(read_classes("periods", "fr"))
    for english, french in zip(_weekdays("en"), _weekdays("fr"), strict=True):
        words[english] = f"{fold(french)}*"
    for english, french in zip(_months("en"), _months("fr"), strict=True):
        words[english] = fold(french)
    return words


@cache
def french_months() -> frozenset[str]:
    """The French names of months, folded."""
    return frozenset(fold(name) for name in _months("fr"))


@cache
def period_names() -> frozenset[str]:
    """The classes of periods among those of a statement."""
    return frozenset(english_periods())


def _weekdays(language: str) -> list[str]:
    return [Locale(language).days["format"]["wide"][index] for index in range(_WEEKDAYS)]


def _months(language: str) -> list[str]:
    return [Locale(language).months["format"]["wide"][index] for index in range(1, 13)]
