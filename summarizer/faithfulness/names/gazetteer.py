"""Which French names stand for an English one: countries, nationalities, capitals, institutions.

Country names are those of the Unicode CLDR, through babel. What CLDR does not have stands in tables: one
line a country with its adjectives (`gazetteer_countries`), cities whose name differs in the two
languages (`gazetteer_places`), institutions, abbreviations and people (`gazetteer_bodies`). French forms
are folded (`folding.fold`): lower case, no accents, hyphens as spaces; one that ends in `*` is a stem.
"""

import re
from functools import cache

from babel import Locale

from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.names.gazetteer_bodies import INSTITUTIONS, PEOPLE
from summarizer.faithfulness.names.gazetteer_countries import CONTINENTS, COUNTRIES
from summarizer.faithfulness.names.gazetteer_places import PLACES, STATES

_FRENCH_CODES = {"SU", "YU"}


def _lines(table: str) -> list[str]:
    """The lines of a table, with those that go on in the next one (which is indented) put together."""
    return [line for line in re.sub(r"\n +", "", table).split("\n") if line]


@cache
def equivalents() -> dict[tuple[str, ...], tuple[str, ...]]:
    """English names, as tuples of folded words, with the French forms that stand for them.

    A country, its people and its capital stand for each other, as news writes them (« Paris »,
    « France's », « the French government »); a country stands for its continent.
    """
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    countries = _countries()
    for names, forms in countries.values():
        _add(table, names, forms)
    for line in _lines(PLACES + STATES + INSTITUTIONS + PEOPLE):
        names_en, _, forms_fr = line.partition("=")
        if names_en:
            _add(table, names_en.split(","), forms_fr.split(","))
    for line in _lines(CONTINENTS):
        continent, _, codes = line.partition("=")
        _add(
            table,
            [continent],
            [form for code in re.findall("[A-Z]{2}", codes) for form in countries[code][1]],
        )
    return table


def _countries() -> dict[str, tuple[list[str], list[str]]]:
    """English names and French forms by ISO code."""
    english, french = Locale("en").territories, Locale("fr").territories
    countries = {
        str(code): ([str(english[code])], [fold(french[code])])
        for code in english
        if len(str(code)) == 2 and code in french
    }
    for line in _lines(COUNTRIES):
        code, rest = line.split(" ", 1)
        people, stems, capitals = rest.split("|")
        capital_en, _, capital_fr = capitals.partition("=")
        names, forms = ([], []) if code in _FRENCH_CODES else countries[code]
        names = [*names, *people.split(","), *filter(None, capital_en.split(","))]
        countries[code] = names, [*forms, *stems.split(","), *filter(None, capital_fr.split(","))]
    return countries


def _add(table: dict[tuple[str, ...], tuple[str, ...]], names: list[str], forms: list[str]) -> None:
    for name in names:
        key = tuple(fold(name).split())
        if key:
            table[key] = (*table.get(key, ()), *forms)
