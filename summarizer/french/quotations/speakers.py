"""Who or what can speak: people, bodies, and what is written, told by the noun.

A sentence has a subject whether or not that subject said anything; a speaker that is none does more
harm than a speaker left open.
"""

import re

from summarizer.french.names.name_words import KNOWN_ORGANISATION, NEWS_OUTLETS, ORGANISATION_HEADS
from summarizer.french.names.party_nouns import Noun, party_nouns
from summarizer.french.quotations.noun_phrases import DETERMINERS, LINKS

WRITING = re.compile(
    r"(?:rapport|communiqué|étude|enquête|sondage|journal|quotidien|hebdomadaire|mensuel|magazine|revue"
    r"|site|agence|dépêche|texte|lettre|courrier|courriel|message|tweet|document|dossier|note|livre"
    r"|décret|loi|arrêt|arrêté|jugement|verdict|avis|résolution|traité|accord|constitution|charte"
    r"|tribune|article|éditorial|pétition|tract|affiche|pancarte|banderole|slogan|discours|motion"
    r"|bureau|cabinet|entourage|page|compte|blog|rédaction|tribunal|cour|conseil|état-major"
    r"|source|pouvoir|présidence|direction|mairie|préfecture|parquet|défense|accusation|opposition"
    r"|majorité|gauche|droite|presse|chaîne|radio|télévision|réseau|plateforme|testament|contrat)s?",
    re.IGNORECASE,
)
"""Nouns besides those of people and bodies that news lets speak: what is written, and who stands for it."""
ONE_OF = re.compile(r"(?:l['’]\s?)?(?:une?|plusieurs|certaine?s|beaucoup) d(?:es\b|e\b|['’])", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:l[ea]s?\s|l['’]\s?)", re.IGNORECASE)
NUMERAL = re.compile(
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante"
    r"|septante|huitante|octante|nonante|quatre-vingts?|cent|mille|\d[\d.,]*)(?:-.+)?",
    re.IGNORECASE,
)


def names_a_place(words: str) -> bool:
    """Whether a name behind « à », « de » may be a town's (« dit-on à Brémont »): no body that is known.

    >>> names_a_place("Brémont"), names_a_place("l'Élysée"), names_a_place("la préfecture")
    (True, False, False)
    """
    name = _ARTICLE.sub("", words)
    first = name.split(maxsplit=1)[0]
    if not first[0].isupper() or (first.isupper() and len(first) > 1) or first.lower() in ORGANISATION_HEADS:
        return False
    known = {*NEWS_OUTLETS, *KNOWN_ORGANISATION}
    return all(article + name.lower().replace("’", "'") not in known for article in ("", "le ", "la ", "l'"))


def noun_of_phrase(text: str, phrase: tuple[int, int]) -> Noun | None:
    """Return the noun for people or bodies that heads a phrase with a determiner; adjectives are skipped."""
    words = text[slice(*phrase)].replace("’", "'").replace("'", "' ").split()
    if len(words) < 2 or words[0].lower().rstrip("'") not in DETERMINERS:
        return None
    for word in words[1:4]:
        lower = word.lower()
        if lower in LINKS:
            return None
        for form in (lower, *lower.split("-")):
            if form in party_nouns():
                return party_nouns()[form]
    return None


def is_party(text: str, phrase: tuple[int, int]) -> bool:
    """Tell whether the first noun of a phrase is one for people or bodies: « le chef de la mission »."""
    return any(is_party_noun(word) for word in text[slice(*phrase)].split()[1:3])


def is_party_noun(word: str) -> bool:
    """Tell a noun for people or bodies, in a compound too (« président-fondateur », « porte-parole »)."""
    lower = word.lower()
    return any(form in party_nouns() for form in (lower, *lower.split("-")))
