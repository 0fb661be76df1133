"""Tells an age from a duration: « un gendarme de 34 ans » against « un bail de 34 ans »."""

import re

from summarizer.french.given_names import is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.names.party_nouns import party_nouns
from summarizer.french.numbers.folding import Folded
from summarizer.text.number import Number

_REACH = 64
_AGED = re.compile(
    r"(?:agee?s? (?:de |d')|l'age de |(?:^|\W)(?:homme|femme|fille|garcon|enfant|bebe|fillette"
    r"|adolescente?|jeune"
    r"|etudiante?|fils|frere|soeur|tueur|suspect|victime|garconnet|personne|mineure?|retraitee?|conducteur"
    r"|conductrice|habitante?)s? (?:de |d'))(?:environ |plus de |pres de |seulement )?$"
)
_PEOPLE_ASIDE = re.compile(r"(?:^|[\s'’])([^\W\d_]+) \((?:de )?$")
"""« deux personnes (de 14 et 18 ans) »."""
_ASIDE_LEFT = re.compile(r"(?:^|[.!?»:–—]\s{1,3}|\n)(?:a|à) (?:seulement |peine |tout juste |pres de )?$")
_NAMED_LEFT = re.compile(
    r"(?:^|\W)(?:[lL][ea] |[lL]['’]|[lL]es |[uU]ne? |[cC]e(?:tte|t|s)? |[sSmMtT](?:on|a|es) |[lL]eurs? "
    r"|[dD]u |[aA]u |[dD]es |[dD]eux )"
    r"((?:[^\W\d_][\w-]*['’ ]){1,4})(?:de |d['’])(?:seulement |presque )?$"
)
_DEMONYM = re.compile(
    r"[A-ZÀ-Ý]\w+(?:ais|aise|ien|ienne|ain|aine|éen|éenne|ois|oise|and|ande|ol|ole|iote|nne)s?"
)
_HAS_LEFT = re.compile(
    r"(?:^|\W)(?:(?<!y )a|(?<!y )avait|(?<!y )aura(?:it)?|ont|avaient|auront|auraient|(?:a|aurait|avait) eu"
    r"|avoir|ayant|n'a que"
    r"|n'avait que|fet(?:e|er|ait|era|ent) ses|souffl(?:e|er|ait|era) ses) "
    r"(?:(?:environ|deja|seulement|tout juste|alors|aujourd'hui|a peine|à peine|entre|presque|plus de"
    r"|moins de|pres de) )?$"
)
_NO_AGE_RIGHT = re.compile(
    r" ?(?:de |d'|du |des |pour |devant |derriere |plus tot|plus tard|avant|apres|auparavant|ferme"
    r"|avec sursis"
    r"|a venir|à venir|qui |suivants?|pendant|durant)"
)
_GENERATION_LEFT = re.compile(
    r"(?:^|\W)(?:(?<!dans )(?<!ici )(?<!sur )les|des|aux|entre|jeunes|femmes|hommes|enfants|eleves) $"
)
_BOUND_LEFT = re.compile(
    r"(?:^|\W)(?:les|des|aux|chez|parmi|jeunes?|enfants?|adultes?|personnes?|femmes?|hommes?|population)"
    r" (?:ages? de |agees? de )?(?:de )?(?:plus|moins) de $"
)

_OR_MORE = re.compile(r" (?:et|ou) (?:plus|moins)\b")
"""« les 65 ans et plus »."""
_WITH = frozenset({" et ", " et de ", ", ", " ou "})

_APPOSED = frozenset(
    {"pilote", "pilotes", "cadre", "cadres", "modèle", "modèles", "témoin", "témoins", "vedette"}
)
"""Nouns of people that also stand beside a thing: « un projet pilote d'un an »."""
_BEFORE_NOUNS = frozenset(entries("adjectives_before_nouns"))


_SIGNED_LEFT = re.compile(r"(?:^|\n)[ \t]*([A-ZÀ-Ý][\w'’-]+)(?: [A-ZÀ-Ý][\w'’.-]*){0,3},? $")
"""« Vinciane, 40 ans » on a line of its own, as readers sign."""
_LINE_END = re.compile(r"[ .]*(?:\n|\Z)")
_LASTED_LEFT = re.compile(r"\b(?:ans?|mois|semaines?|jours?|heures?), $")
"""A duration that the next one corrects: « d'un mois, un mois et demi, »."""


def _stands_aside(source: Folded, start: int, end: int) -> bool:
    """Tell an age by its place alone: « Anne Roy, 26 ans, », « Anne Roy, 26 ans et … », « À 20 ans, … »."""
    left = source.plain[max(0, start - 32) : start]
    following = source.plain[end : end + 4]
    if left.endswith((", ", "(")) and following[:1] in {",", ")"}:
        return _LASTED_LEFT.search(left) is None
    if _LINE_END.match(source.plain, end) and _is_signed(source, start):
        return True
    people = _PEOPLE_ASIDE.search(left)
    if people and _is_person(people[1]):
        return True
    if following.startswith(",") and _ASIDE_LEFT.search(left):
        return True
    name = source.text[:start].rsplit(None, 1)[-1:] if following == " et " and left.endswith(", ") else []
    return bool(name) and name[0][0].isupper()


def _is_signed(source: Folded, start: int) -> bool:
    """Whether a line says whose age stands at `start` and nothing else."""
    signed = _SIGNED_LEFT.search(source.text[max(0, start - _REACH) : start].replace("\xa0", " "))
    return signed is not None and is_given_name(signed[1])


def _is_somebodys(source: Folded, start: int) -> bool:
    """Tell whether a noun for a person takes the age: « une chanteuse américaine de 22 ans »."""
    left = source.text[max(0, start - _REACH) : start].replace("\xa0", " ").replace("\n", " ")
    match = _NAMED_LEFT.search(left)
    if not match:
        return False
    words = re.findall(r"[^\W\d_][\w-]*", match[1])
    if len(words) > 1 and words[-1] in _APPOSED and words[-2].lower() not in _BEFORE_NOUNS:
        del words[-1]
    return any(_is_person(word) for word in words) and not any(word in {"de", "du", "des"} for word in words)


def _is_person(word: str) -> bool:
    noun = party_nouns().get(word.lower())
    return (noun is not None and (noun.kind == "person" or noun.plural)) or bool(_DEMONYM.fullmatch(word))


def is_age(source: Folded, start: int, end: int, *, ranged: bool, previous: Number | None) -> bool:
    """Tell whether the years or months at `start`:`end` are somebody's age.

    `ranged`: the number has an upper end (« les 15-24 ans »). `previous`: the number before it, whose
    company it keeps (« âgés de 14 et 18 ans »).
    """
    text = source.plain
    left = text[max(0, start - _REACH) : start]
    if _stands_aside(source, start, end) or _AGED.search(left):
        return True
    if previous and previous.kind == "age" and text[previous.end : start] in _WITH:
        return True
    if _OR_MORE.match(text, end) and _GENERATION_LEFT.search(left):
        return True
    if _NO_AGE_RIGHT.match(text, end):
        return False
    if (ranged and _GENERATION_LEFT.search(left)) or _BOUND_LEFT.search(left) or _HAS_LEFT.search(left):
        return True
    return left.endswith((" de ", " d'", " seulement ", " presque ")) and _is_somebodys(source, start)
