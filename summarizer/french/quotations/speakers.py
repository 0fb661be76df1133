"""Who or what can speak: people, bodies, and what is written, told by the noun.

A sentence has a subject whether or not that subject said anything; a speaker that is none does more
harm than a speaker left open.
"""

import re

from summarizer.french.names.party_nouns import party_nouns
from summarizer.french.quotations.noun_phrases import DETERMINERS

_WRITING = re.compile(
    r"(?:rapport|communiqué|étude|enquête|sondage|journal|quotidien|hebdomadaire|mensuel|magazine|revue"
    r"|site|agence|dépêche|texte|lettre|courrier|courriel|message|tweet|document|dossier|note|livre"
    r"|décret|loi|arrêt|arrêté|jugement|verdict|avis|résolution|traité|accord|constitution|charte"
    r"|tribune|article|éditorial|pétition|tract|affiche|pancarte|banderole|slogan|discours|motion"
    r"|source|pouvoir|présidence|direction|mairie|préfecture|parquet|défense|accusation|opposition"
    r"|majorité|gauche|droite|presse|chaîne|radio|télévision|réseau|plateforme|testament|contrat)s?",
    re.IGNORECASE,
)
"""Nouns besides those of people and bodies that news lets speak: what is written, and who stands for it."""
_ONE_OF = re.compile(r"(?:l['’]\s?)?(?:une?|plusieurs|certaine?s|beaucoup) d(?:es\b|e\b|['’])", re.IGNORECASE)
_NUMERAL = re.compile(
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante"
    r"|septante|huitante|octante|nonante|quatre-vingts?|cent|mille|\d[\d.,]*)(?:-.+)?",
    re.IGNORECASE,
)


def is_party(text: str, phrase: tuple[int, int]) -> bool:
    """Tell whether the first noun of a phrase is one for people or bodies: « le chef de la mission »."""
    return any(_is_party_noun(word) for word in text[slice(*phrase)].split()[1:3])


def can_speak(text: str, phrase: tuple[int, int]) -> bool:
    """Tell whether a phrase names people, bodies or writings: a name, or a noun known for one of them."""
    words = text[slice(*phrase)].replace("’", "'").replace("'", "' ").split()
    if words and _NUMERAL.fullmatch(words[0]):
        return any(_is_party_noun(word) for word in words[1:4])
    if _ONE_OF.match(text, *phrase) or any(word[0].isupper() for word in words[1:3]):
        return True
    known = any(_is_party_noun(word) or _WRITING.fullmatch(word) for word in words[1:4])
    return known or words[0].lower().rstrip("'") not in DETERMINERS


def _is_party_noun(word: str) -> bool:
    """Tell a noun for people or bodies, in a compound too (« président-fondateur », « porte-parole »)."""
    lower = word.lower()
    return any(form in party_nouns() for form in (lower, *lower.split("-")))
