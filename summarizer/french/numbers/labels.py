"""Tells ranks from the ordinals of names, and numbers that label a word from quantities."""

import re
from typing import Literal

from summarizer.french.lexicon import entries
from summarizer.french.numbers.cores import Core
from summarizer.french.numbers.folding import Folded, word_before
from summarizer.french.numbers.nouns import is_labelled_by_word, next_noun
from summarizer.french.numbers.units import read_unit

_RANK_NAME = re.compile(
    r" (?:de finale|pres|magistrate?s?|edile"
    r"|ministres?|ministeriel\w*|secretaires?|vice|vice-\w+|adjointe?s?|cercle|cycle"
    r"|plan|lieu|abord|dame|degre|arrondissements?"
    r"|republique|reich|internationale|empire|chef|chambre|division|classe|age|guerre mondiale|monde"
    r"|regiment|armee|corps"
    r"|concile|dan|chambre|circonscription|temps|consul|sang|venu|venus|main|republicain|necessite|importance|fraicheur|nations?)\b"
)
_CENTURY = re.compile(
    r"(?:[- ]siecles?|-[ivx]+| (?:semestre|trimestre|quadrimestre))\b"
    r"|(?:(?:,| et| ou| au| a| à| puis)(?: le| du| au)? \d{1,2} ?e(?:me)?){1,2} siecles?\b"
)
_TO_LEFT = re.compile(r"(?:^|\W)[aà] $")
_GLANCE = re.compile(r"s? (?:vue|lecture|ecoute)s?\b")
_PLACE = re.compile(r" (?:position|place|ligne)\b")


_ADVERBIAL = re.compile(r"(?:^|\W)(?:une?|tout|toute|en) $")
_EN_LEFT = re.compile(r"(?:^|\W)en $")
_THE_LEFT = re.compile(r"(?:^|\W)(?:la|sa|cette|leur|une|ma|notre) $")


def _is_no_rank(text: str, start: int, end: int) -> bool:
    """Tell whether « premier », « second » is part of an idiom: « les premiers », « une première »."""
    word, left = text[start:end], text[max(0, start - 8) : start]
    if word.startswith("premi"):
        glance = _TO_LEFT.search(left) and _GLANCE.match(text, end)  # « à première vue »
        adverbial = _ADVERBIAL.search(left) and not _PLACE.match(text, end)
        part = left.endswith("avant-") or text.startswith("(s)", end)
        return word.endswith("s") or part or bool(glance or adverbial)
    return word.startswith("second") and bool(_EN_LEFT.search(left)) and not _PLACE.match(text, end)


def ordinal_kind(source: Folded, start: int, end: int) -> Literal["rank", "name", "date"] | None:
    """Classify an ordinal word or figure: « rank », « name », « date », or None for no number at all."""
    text = source.plain
    if _CENTURY.match(text, end):
        return "date"
    if _RANK_NAME.match(text, end) or _is_no_rank(text, start, end):
        return "name"
    if text[start:end] in {"seconde", "secondes"}:  # a unit of time, but for « la seconde place »
        placed = _THE_LEFT.search(text[max(0, start - 8) : start]) and next_noun(source, end)
        return "rank" if placed else None
    return "rank"


_IN_BRACKETS = re.compile(r"\( ?(?:sp |s\.p\. |csc )?(?:\d{1,3}e?m?e?(?: ?\+ ?\d)?, ?){0,4}$")
_MINUTE = re.compile(r"(?: ?\+ ?\d{1,2})?(?: ?(?:minute|sp|s\.p\.|csc))?[,)]| minute\b")
_MATCH = re.compile(
    r"(?:^|\W)(?:but|buts|marqu\w+|remplac\w+|egalis\w+|inscri\w+|doubl\w+|penalty|carton|expuls\w+|avert\w+"
    r"|sorti\w*|entr(?:e|ee|es|ees)|score|reduit|ouvert|frapp\w+|tete|blesse|triple|triplé|signe|conclu\w*"
    r"|passe|minutes?|corner|coup franc|poteau|barre|arbitre|gardien)\b"
)
_MATCH_REACH = 160


def is_match_minute(source: Folded, start: int, end: int) -> bool:
    """Tell « remplacé (53e) », « la 53e minute » from a rank: the words before are those of a match."""
    if source.plain.startswith(" minute", end):
        return True
    if not _IN_BRACKETS.search(source.plain[max(0, start - 40) : start]) or not _MINUTE.match(
        source.plain, end
    ):
        return False
    return _MATCH.search(source.plain[max(0, start - _MATCH_REACH) : start]) is not None


_CLASSES = frozenset({3, 4, 5, 6})
"""Years of a French collège."""
_VERSION = re.compile(r"\d{1,2}\.0(?![,.]?\d)")
_MEASURING = re.compile(r"\b(?:magnitude|force|note|indice|score|taux|moyenne|valeur|niveau|index) $")


_CLASS_LEFT = re.compile(
    r"\b(?:classes?|eleves?|collegiens?|collegiennes?|entree|rentree|passage|preparation|passer|entrer|entre|redoubler?)"
    r" (?:de|en|a la|à la) $"
)
_STREET_LEFT = re.compile(
    r"\b(?:rue|avenue|boulevard|place|quai|cours|impasse|paris|lyon|marseille)\b[^.;:\n()]{0,50}\($"
)


def is_class_or_district(source: Folded, core: Core, end: int) -> bool:
    """Tell « les élèves de 6e » and « rue Popincourt (11e) » from a rank."""
    left = source.plain[max(0, core.start - 64) : core.start]
    if source.plain.startswith(")", end) and _STREET_LEFT.search(left):
        return True
    if core.value not in _CLASSES or _CLASS_LEFT.search(left) is None:
        return False
    return not (next_noun(source, end) if left.endswith("la ") else _PLACE.match(source.plain, end))


def is_version(source: Folded, start: int, end: int) -> bool:
    """Tell « l'industrie 4.0 » from a value: a noun stands before it and no unit behind."""
    left = source.plain[max(0, start - 24) : start]
    return (
        _VERSION.match(source.plain, start) is not None
        and _MEASURING.search(left) is None
        and is_labelled_by_word(source, start)
        and not read_unit(source, end)
    )


_REFERENCE_WORDS = """
    article art. alinea paragraphe chapitre page p. tome vol. volume annexe titre verset decret loi
    resolution reglement directive circulaire figure note ligne dossier chambre quai voie vol bus rn route
    departementale nationale porte lot case canal chaine code psaume convention protocole amendement groupe
    stand salle autoroute batiment appartement bureau hangar urgence episode saison partie niveau phase zone
    categorie type taille version scene acte opus pk cp bp"""
_REFERENCE_LEFT = re.compile(
    rf"(?:^|[^\w])(?:{'|'.join(map(re.escape, _REFERENCE_WORDS.replace(' urgence', '').split()))}"
    r"|numero d'urgence|appel au)s? (?:n ?[°o]s? ?|numeros? |l\.? ?|r\.? ?|d\.? ?)?$"
)
_KILOMETRE_LEFT = re.compile(r"(?:^|[^\w])(?:kilometre|km) $")
_NUMBER_SIGN = re.compile(r"(?:^|[^\w])(?:n ?[°º]s? ?|n\.? ?|no\.? ?|numeros? |#)$")
_RANKED = re.compile(
    r" (?:mondiale?|europeen(?:ne)?|francaise?|nationale?|du (?:monde|classement|tennis|championnat"
    r"|secteur|marche|pays)|au "
    r"(?:monde|classement)|americaine?|allemande?|italien(?:ne)?|espagnole?|russe|chinoise?|japonaise?"
    r"|britannique|anglaise?)\b"
)
_KNOWN_WORDS = """
    boeing airbus mouvement peugeot renault citroen iphone ipad galaxy windows playstation xbox formule apollo
    france europe rtl radio canal formula covid cov ariane soyouz falcon mig sukhoi antonov mirage type top
    ligue licence master paris lyon terminal station camp area route interstate highway opus nintendo android
    ios mark boeings ferrari porsche audi bmw fiat"""
_NUMBER_WORDS = "kilometre km n no nos nºs s numero numeros l r d au"
_KNOWN = re.compile(rf"(?:^|[^\w])(?:{'|'.join(_KNOWN_WORDS.replace(' cov ', ' sars-cov ').split())})[ -]$")
_LABELS = frozenset(
    [
        *_KNOWN_WORDS.split(),
        *(word + ending for word in _REFERENCE_WORDS.split() for ending in ("", "s")),
        *_NUMBER_WORDS.split(),
    ]
)
"""The words that may end what labels a number."""
_LABEL_SIGNS = frozenset(".°º#-")
_PREVIOUS = re.compile(r"([^\W\d_][\w.'’-]*)[ -]$")
_NAME_BEFORE_STOP = frozenset(entries("words_before_labels"))


_MODEL = re.compile(r"(?:boeing|airbus|mouvement) $")


def _is_known_name(left: str, *, counts: bool) -> bool:
    if not _KNOWN.search(left):
        return False
    return not counts or left.endswith("-") or bool(_MODEL.search(left))


def _follows_name(source: Folded, start: int) -> bool:
    """Tell whether a word with a capital, or a hyphen, ties the number to a name."""
    text = source.plain
    if start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        return True
    left = source.text[max(0, start - 28) : start]
    match = None if left[:-1].rpartition(" ")[2].islower() else _PREVIOUS.search(left)
    if not match or not match[1][0].isupper():
        return False
    return text[start - len(match[0]) : start - 1] not in _NAME_BEFORE_STOP


def name_or_reference(
    source: Folded, start: int, end: int, *, counts: bool
) -> Literal["km", "rank", "reference", "name"] | None:
    """Say how a number labels the word before it, None where it does not.

    `counts`: a counted noun follows, so that only a sure label speaks against a count.
    """
    word = word_before(source.plain, start)
    sign = source.plain[max(0, start - 2) : start].rstrip(" \n")[-1:]
    if word not in _LABELS and (word or sign not in _LABEL_SIGNS):
        return "name" if not counts and _follows_name(source, start) else None
    left = source.plain[max(0, start - 28) : start]
    if _KILOMETRE_LEFT.search(left):
        return "km"
    if _NUMBER_SIGN.search(left):
        return "rank" if _RANKED.match(source.plain, end) else "name"
    if not counts and _REFERENCE_LEFT.search(left):
        return "reference"
    known = _is_known_name(left, counts=counts) or (not counts and _follows_name(source, start))
    return "name" if known else None
