"""Names of places: the territories of CLDR in French (through babel), French regions and departments,
and large cities.

Source: CLDR for countries and continents; the rest is general geography, written for this project.
"""

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale

from summarizer.french.lexicon import entries

_MARKS = re.compile("[\u0300-\u036f]+")

# Codes of CLDR that stand for organisations: European Union, eurozone, United Nations.
_BODIES = frozenset({"EU", "EZ", "UN"})


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, accents, hyphens and kinds of apostrophe, for comparing."""
    plain = name.casefold().replace("-", " ")
    if plain.isascii():
        return plain
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain.replace("’", "'")))


@cache
def countries() -> frozenset[str]:
    """Folded French names of countries and other territories that act as one (« la France »)."""
    territories = Locale.parse("fr").territories
    named = {fold(name) for code, name in territories.items() if code.isalpha() and code not in _BODIES}
    named |= {name.removesuffix(" (la)").split(" (")[0] for name in named}
    return frozenset(
        named
        | {
            "birmanie",
            "bielorussie",
            "coree du sud",
            "coree du nord",
            "grande bretagne",
            "etats unis d'amerique",
            "usa",
            "rdc",
            "palestine",
            "angleterre",
            "ecosse",
            "quebec",
        }
    )


@cache
def places() -> frozenset[str]:
    """Folded names of all known places."""
    regions, cities = (set(map(fold, entries(name))) for name in ("regions", "cities"))
    continents = {fold(name) for code, name in Locale.parse("fr").territories.items() if code.isdigit()}
    return (countries() | regions | cities | continents) - {"monde", ""}
