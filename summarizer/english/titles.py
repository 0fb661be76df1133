"""English for titles and the institutions behind them: « directeur de la communication de l'Élysée »."""

from functools import cache
from importlib.resources import files

from babel import Locale

_CONTRACTED = {"du ": "le ", "des ": "les ", "de la ": "la ", "de l'": "l'", "de ": ""}
"""« de » with an article, and the article alone."""


@cache
def _entries(name: str) -> dict[str, str]:
    """A list of the package, « French = English » a line."""
    text = files("summarizer.english").joinpath("lexicon", f"{name}.txt").read_text("utf-8")
    lines = (line.split(" = ") for line in text.splitlines() if not line.startswith("#"))
    return {entry[0]: entry[1] for entry in lines}


def known_title(french: str) -> str | None:
    """The English of a title that is listed.

    >>> known_title("directrice de la communication")
    'communications director'
    """
    return _entries("titles").get(french.lower())


def split_institution(french: str) -> tuple[str, str] | None:
    """The words before « de » and a listed institution that ends some French, and that institution's English.

    >>> split_institution("porte-parole du Quai d'Orsay")
    ('porte-parole', 'the French Foreign Ministry')
    >>> split_institution("porte-parole du quai") is None
    True
    """
    plain = french.replace("’", "'")
    for name, english in _entries("institutions").items():
        for of, article in _CONTRACTED.items():
            bare = name.removeprefix(article)
            if (article or name[0].isupper()) and f"{article}{bare}" == name:
                ending = f" {of}{bare}"
                if plain.endswith(ending):
                    return french[: -len(ending)], english
    return None


def country(french: str) -> str | None:
    """The English name of a country, None where it may need an article: « les États-Unis ».

    >>> country("Syrie"), country("Pays-Bas"), country("Kerlann")
    ('Syria', None, None)
    """
    english = _countries().get(french, "")
    return english if english.isalpha() and not english.endswith("s") else None


@cache
def _countries() -> dict[str, str]:
    """The names of countries by the Unicode CLDR, French to English."""
    names = Locale("en").territories
    return {
        str(french): str(names[code])
        for code, french in Locale("fr").territories.items()
        if len(code) == 2 and code in names
    }
