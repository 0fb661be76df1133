"""What the words of a capitalised name tell by themselves of what it names."""

import re

from summarizer.french.given_names import Gender, gender_of_given_name, is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.names import name_words
from summarizer.french.names.candidates import Vote
from summarizer.french.names.places import countries, fold
from summarizer.french.names.tokens import is_capital

_DEMONYM_ENDINGS = entries("demonym_endings")
_DEMONYMS = frozenset(entries("demonyms"))
_CHANNEL = re.compile(r"[A-Z]{2,}\d")
_CAMEL = re.compile(r"[a-zà-ÿ0-9][A-ZÀ-Þ]")
_FAMILY_PREFIX = re.compile(r"(?:Mc|Mac|De|Le|La|Di|Fitz|Du)[A-Z]|.*[-'’]")


def is_demonym(form: str) -> bool:
    """Whether a capitalised word reads as the name of a people (« Français », « Suédoises »)."""
    low = form.lower()
    return low in _DEMONYMS or (len(low) > 4 and low.endswith(_DEMONYM_ENDINGS))


def is_acronym(form: str) -> bool:
    """Whether a word is all in capitals and long enough to be no initial."""
    return len(form) > 1 and form.isupper() and form[0].isalpha() and form[-1] != "."


def is_camel(form: str) -> bool:
    """Whether a word has capitals inside as trade names do (« OpenAI », « iTELE »), unlike « McKay »."""
    return _CAMEL.search(form) is not None and _FAMILY_PREFIX.match(form) is None


def read_sequence(forms: list[str]) -> tuple[tuple[Vote, ...], Gender | None]:
    """What the words of a capitalised sequence themselves tell of its kind and gender."""
    capitals = [form for form in forms if is_capital(form)]
    digits = any(form.isdigit() for form in forms)
    votes: list[Vote] = []
    if any(form in name_words.ORGANISATION_WORDS for form in forms):
        votes.append(("organisation", 3))
    elif len(forms) > 1 and any(form in name_words.PLACE_WORDS for form in forms):
        votes.append(("place", 2.5))
    elif len(forms) > 1 and fold(forms[-1]) in countries() and not is_given_name(forms[0]):
        votes.append(("organisation", 2.5))
    elif forms[0] in {"Les", "France"} or is_acronym(forms[0]) or is_acronym(forms[-1]):
        votes.append(("organisation", 2))
    if len(forms) == 1:
        return _read_word(forms[0])
    if any(form.lower() in name_words.WORK_NOUNS for form in forms):
        return (("work", 3),), None
    if len(capitals) > 1 and is_given_name(forms[0]) and forms[0] != "France":
        return (*votes, ("person", 3)), gender_of_given_name(forms[0])
    if digits:
        votes.append(("work", 1))
    elif len(capitals) > 1:
        votes.append(("person", 1.5 if len(capitals) < 4 and not is_acronym(capitals[0]) else 0.5))
    return tuple(votes), None


def _read_word(form: str) -> tuple[tuple[Vote, ...], Gender | None]:
    """What one capitalised word tells."""
    if form.lower() in name_words.WORK_NOUNS:
        return (("work", 3),), None
    if any(letter.isdigit() for letter in form) and not _CHANNEL.fullmatch(form):
        return (("work", 1),), None
    if is_acronym(form) or is_camel(form):
        return (("organisation", 2),), None
    if is_given_name(form):
        return (("person", 1),), gender_of_given_name(form)
    return (), None
