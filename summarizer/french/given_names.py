"""Given names common in French-language news, with their grammatical gender.

Written for this project from general knowledge (French usage and frequent international names); no
register was copied. A name unknown here is no obstacle to finding a person, it only leaves the
gender to titles and role nouns. Compounds (Jean-Luc, Marie-Anne) take the gender of their first part.
"""

from functools import cache
from typing import Literal

from summarizer.french.lexicon import entries

Gender = Literal["f", "m"]


@cache
def _genders() -> dict[str, Gender | None]:
    genders: dict[str, Gender | None] = dict.fromkeys(entries("given_names_feminine"), "f")
    genders |= dict.fromkeys(entries("given_names_masculine"), "m")
    kept = {"Jean", "Laurence", "Stéphane", "Alexis", "France"}
    genders |= dict.fromkeys([name for name in entries("given_names_either") if name not in kept])
    return genders


def is_given_name(word: str) -> bool:
    """Whether a word, as written, is a known given name or a compound that begins with one."""
    genders = _genders()
    return word in genders or ("-" in word and word.split("-", 1)[0] in genders)


def gender_of_given_name(word: str) -> Gender | None:
    """The gender that a given name tells, None where it is unknown or borne by both."""
    genders = _genders()
    if word in genders:
        return genders[word]
    return genders.get(word.split("-", 1)[0])
