"""Words of periods of time in English and French: units, frequencies, weekdays, months."""

from functools import cache

from babel import Locale

from summarizer.faithfulness.folding import fold

_ENGLISH = {
    "second": "seconds",
    "minute": "minute minutes",
    "hour": "hour hours hourly",
    "day": "day days daily",
    "week": "week weeks weekly fortnight",
    "month": "month monthly",
    "months": "months",
    "quarter": "quarterly",
    "year": "year years yearly annual annually",
    "decade": "decade decades",
    "century": "century centuries",
}
_FRENCH = {
    "second": "seconde secondes sec s second*",
    "minute": "minute* min mn instant* moment*",
    "hour": "heure* horaire* h temps",
    "day": (
        "jour* quotidien* veille lendemain aujourd hier demain date* matin* soir* nuit* weekend midi lundi "
        "mardi mercredi jeudi vendredi samedi dimanche quinz* huit_jours temps epoque fete* anniversaire "
        "week"
    ),
    "week": "semaine* hebdo* quinz* huit_jours sept_jours week",
    "month": "mois mensu*",
    "months": "mois mensu* trimestr* semestr*",
    "quarter": "trimestr* quart*",
    "year": (
        "an ans annee* annu* exercice* decenn* quinquenn* septenn* anniversaire* siecle* millesime biennal* "
        "longtemps saison* noces trentenaire quadragenaire quinquagenaire sexagenaire septuagenaire "
        "octogenaire nonagenaire centenaire bicentenaire tricentenaire cinquantenaire decade temps age*"
    ),
    "decade": "decenn* dix_ans decade* annees ans an",
    "century": "siecle* cent_ans secul* centenaire*",
}
_WEEKDAYS = 7
_MAY = "in_may of_may since_may until_may by_may last_may next_may early_may late_may mid_may from_may on_may"
"""The month, told from the verb by the word before it."""


@cache
def english_periods() -> dict[str, str]:
    """The English words of every period; weekdays and months by CLDR."""
    words = dict(_ENGLISH)
    for name in _weekdays("en"):
        words[name] = f"{fold(name)} {fold(name)}s"
    for name in _months("en"):
        words[name] = fold(name) if name != "May" else _MAY
    return words


@cache
def french_periods() -> dict[str, str]:
    """The French words of every period, by the English name of weekdays and months."""
    words = dict(_FRENCH)
    for english, french in zip(_weekdays("en"), _weekdays("fr"), strict=True):
        words[english] = f"{fold(french)}*"
    for english, french in zip(_months("en"), _months("fr"), strict=True):
        words[english] = fold(french)
    return words


@cache
def period_names() -> frozenset[str]:
    """The classes of periods among those of a statement."""
    return frozenset(english_periods())


def _weekdays(language: str) -> list[str]:
    return [Locale(language).days["format"]["wide"][index] for index in range(_WEEKDAYS)]


def _months(language: str) -> list[str]:
    return [Locale(language).months["format"]["wide"][index] for index in range(1, 13)]
