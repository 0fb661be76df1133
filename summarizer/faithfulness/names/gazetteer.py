"""Which French names stand for an English one: countries, nationalities, capitals, institutions.

Country names are those of the Unicode CLDR, through babel. What CLDR does not have stands in the lists
`countries` (adjectives and capitals), `places` and `states` (names that differ in the two languages),
`institutions` (with abbreviations) and `people`. French forms are folded (`folding.fold`): lower case, no
accents, hyphens as spaces; one that ends in `*` is a stem.
"""

import re
from functools import cache
from itertools import chain

from babel import Locale

from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.lexicon import read_lines

_FRENCH_CODES = {"SU", "YU"}


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
    lists = ("places", "states", "institutions", "people")
    for line in chain.from_iterable(map(read_lines, lists)):
        names_en, _, forms_fr = line.partition("=")
        if names_en:
            _add(table, names_en.split(","), forms_fr.split(","))
    for line in read_lines("continents"):
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
    for line in read_lines("countries"):
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
