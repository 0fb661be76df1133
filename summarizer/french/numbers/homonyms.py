"""Tells « un » the number from the article, « neuf » nine from new, « une fois » from « once »."""

import re

from summarizer.french.numbers.folding import Folded
from summarizer.french.numbers.nouns import next_noun, noun_of

# « un franc succès », « un euro fort » are no money.
_UN_RIGHT = re.compile(
    r"une?(?: seule?\b| (?:(?<!une )morts?|mortes?|blessee?|tuee?|disparue?|interpellee?)\b"
    r"| (?:a|à|ou) (?:deux|2)\b"
    r"| (?:a|à) (?:trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|\d\d?)\b|, deux\b"
    r"| (?:euro|dollar|franc|yen|yuan)s?\b(?! (?:(?:plus|moins|tres|trop|si|aussi) )?"
    r"(?:succes|refus|rejet|soutien|sourire|recul|desaccord|rire|dialogue|debat|echange|oui|non"
    r"|forte?|faible|fragile|cher|chere|affaibli|stable|numerique|unique|solide|soutenu)\b)(?![-'])"
    r"| (?:centime|kilo\w*|tonne|hectare|litre|metre|gramme|mois|an|annee|semaine|siecle"
    r"|decennie|milliseconde|degre|baril)s?\b(?![-']| (?:à|a|sur) l'autre)"
    r"| heure(?: et)? [a-z0-9-]{1,16} (?:minutes?|min|mn)\b"
    r"| minute(?: et)? [a-z0-9-]{1,16} (?:secondes?|s)\b)"
)
_HOURS_UN = re.compile(
    r"une? (?:heure|minute|seconde|jour|journee|nuit)\b"
    r"(?! (?:(?:ou|à|a|sur) l'autre|de vue|tel|que|commun|fort))"
)
_MEASURED_LEFT = re.compile(
    r"(?:^|[^\w])(?:de|d'|pendant|durant|apres|depuis|en|dans|pour|a|à|avant|environ|il y a|voici|voila"
    r"|par) ?$"
)
_BOUND_LEFT = re.compile(
    r"(?:^|[^\w])(?:plus d'|(?<!à )moins d'|au moins |numero |(?<!non )seulement |virgule |dont )$"
)
_POINT = re.compile(
    r"un point(?= (?:de (?:pourcentage|base|plus|moins|retard|pib|croissance|penalite|permis|hausse|baisse)\b"
    r"|d'(?:avance|ecart|inflation|indice)\b|par|sur|à|en)|[ ]?[.,;:)%!?»]|\W*$)(?! sur )"
)
_POINT_BEHIND = re.compile(r"un point (?:du |des |de (?:l[ae' ]|[a-z]+ ?[.,;)]))")
_NE_QUE = re.compile(
    r"(?:^|\W)(?:n'|ne )(?!(?:est|etai|sont|fu|sera)\w* )(?:(?!pas |et "
    r"|jamais )[^.;:!?,]){0,24}(?<!\w)qu'$"
)
_COUNTED_AND = re.compile(
    r"(?:^|[^\w])(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze"
    r"|vingt) [^\W\d_]{3,}(?: [\w-]+)? et $"
)
_ONCE = re.compile(
    r"une fois(?: et (?:demie|quart)|,? deux fois| ou deux| (?:par|sur|tous les|toutes les)\b)"
)


def once_counts(source: Folded, start: int) -> bool:
    """Tell whether « une fois » counts (« une fois par an ») and is not « once », « when »."""
    return bool(_ONCE.match(source.plain, start))


_ALONE = re.compile(r"\W*une?\W*$")


_UN_PHRASE = re.compile(
    r"une?[ -](?:et|virgule|fois|sur|m(?:ill|oitie)|b(?:ill|on)|trill|beau|belle|petit|gros|grand|joli"
    r"|solide|diz|douz"
    r"|quinz|ving|trent|quarant|cinquant|soixant|cent|demi|tiers|quart|franc)"
)
_UN_LATER = re.compile(r"une?[ -](?:[a-z -]{0,24}ieme|(?:[a-z'-]+ ){1,3}sur )")
"""« un vingt et unième », « un Français sur deux »: what makes it a number stands some words further."""
_LATER_REACH = 80


def un_may_count(source: Folded, start: int) -> bool:
    """Tell whether « un » at `start` counts or begins a longer number (« un million », « un sur cinq »).

    A first, cheap look, for most of them are articles.
    """
    text = source.plain
    if _UN_PHRASE.match(text, start):
        return True
    following = text[start : start + _LATER_REACH]
    later = (" sur " in following or "ieme" in following) and _UN_LATER.match(text, start)
    return bool(later) or un_counts(source, start)


def un_counts(source: Folded, start: int) -> bool:
    """Tell whether « un » or « une » at `start` is a number and not the article.

    It counts before a unit of measure, a fraction, a casualty or « seul », after « au moins » and its
    like, and joined by « et » to the count before it.
    """
    text = source.plain
    if _UN_RIGHT.match(text, start):
        return True
    if text.endswith(_COUNTING_ENDS, 0, start) and _counts_by_left(text, start):
        return True
    if _is_second(source, start):
        return False
    if _HOURS_UN.match(text, start) and _MEASURED_LEFT.search(text[max(0, start - 40) : start]):
        return True
    return len(text) < 12 and bool(_ALONE.match(text))


_SECOND = re.compile(r"une seconde(?= (?!derriere|devant|avant|apres|exactement|pile|environ|interminable))")


def _is_second(source: Folded, start: int) -> bool:
    """Tell « une seconde publication » from a second of time."""
    match = _SECOND.match(source.plain, start)
    return match is not None and next_noun(source, match.end()) is not None


_COUNTING_ENDS = ("'", "de ", "à ", " et ", "au moins ", "numero ", "seulement ", "virgule ", "dont ")
"""A first look at the words before « un »."""


def _counts_by_left(text: str, start: int) -> bool:
    left = text[max(0, start - 40) : start]
    if left.endswith("qu'"):
        return bool(_NE_QUE.search(left))
    if left.endswith(" et "):
        return bool(_COUNTED_AND.search(left))
    behind = left.endswith("à ") and _POINT_BEHIND.match(text, start)
    scored = behind or (left.endswith(("à ", "d'", "de ")) and _POINT.match(text, start))
    return bool(scored or _BOUND_LEFT.search(left))


_NEUF_LEFT = re.compile(
    r"(?:^|[^\w])(?:les|des|ces|ses|leurs|nos|mes|vos|de|d'|dont|sur|contre|numero|a|à|et|ou|ont|avec|par"
    r"|pour|dans|en|apres"
    r"|pendant|aux|sont|entre|depuis|environ|quelque|moins|plus|pres|presque|\d)[ ,]*$|^\W*$|[.,;:(«\n]\W*$"
)


def neuf_counts(source: Folded, start: int, end: int) -> bool:
    """Tell whether « neuf » is the number nine rather than the adjective « new »."""
    left = source.plain[max(0, start - 16) : start]
    noun = next_noun(source, end)
    if noun or noun_of(source, end):
        return bool(_NEUF_LEFT.search(left)) or not re.search(r"s $", left)
    return bool(_NEUF_LEFT.search(left)) and not re.search(
        r"(?:\ba|à|de|rien|quoi|chose|du|d'|en|et|ou) ?$", left
    )
