"""Tells speech between marks from the other things that French sets in marks.

Titles, names, nicknames, words mentioned, scare quotes. Form alone decides: the word before, capitals,
length, and whether the sentence reports anything (Grevisse, Le Bon Usage, § 134-137).
"""

import re
from dataclasses import dataclass

from summarizer.french.conjugation import is_finite_verb
from summarizer.french.lexicon import entries

_NOUNS = (
    r"projets?|films?|livres?|romans?|albums?|chansons?|titres?|séries?|émissions?|pièces?|tableaux?|revues?"
    r"|journal|magazines?"
    r"|quotidien|hebdomadaire|partis?|mouvements?|opérations?|programmes?|associations?|groupes?"
    r"|collectifs?|festivals?"
    r"|prix|équipes?|clubs?|hôtels?|navires?|bateaux?|types?|classes?|labels?|marques?|sociétés?"
    r"|organisations?"
    r"|entreprises?|sites?|logiciels?|applications?|jeux?|missions?|ouvrages?|recueils?|essais?|poèmes?"
    r"|expositions?|spectacles?|documentaires?|courts?-métrages?|reportages?|bandes? dessinées?|single"
    r"|tube|saga"
    r"|mots?|termes?|lettres?|sigles?|surnoms?|noms?|pseudonymes?|prénoms?|catégories?|modes?|modèles?"
    r"|touches?|page"
    r"|compteurs?|claviers?|cyclones?|tempêtes?|ouragans?|fichés?|fichées?|fichiers?|dossier|affaire|plan"
    r"|norme"
    r"|technologies?|variant|version|gamme|chaîne|télé|blog|rubrique|chapitre|épisode|volet|stade|salle"
    r"|compte"
    r"|coalition|alliance|liste|syndicat|syndicats|zone|course|épreuve|championnat|tournoi|coupe|trophée"
)
_NAMING = re.compile(
    rf"(?:\b(?:intitulée?s?|surnommée?s?|nommée?s?|appelée?s?|dénommée?s?|prénommée?s?|baptisée?s?"
    rf"|rebaptisée?s?"
    rf"|autoproclamée?s?|titrée?s?|sous-titrée?s?|dite?s?|signifie|signifiant|signifient|nomment?"
    rf"|veu(?:t|lent) dire|voulait dire"
    rf"|appellent?"
    rf"|appelle|surnomme|surnomment|comme dans|auteure? (?:de|d['’]|des)|(?P<noun>dont|{_NOUNS}))"
    rf"(?:\s(?:de|d['’]|du|des))?|\bdit\s+l[ea])\s*$",
    re.IGNORECASE,
)
_NAMING_LENGTH = 32
"""No match of `_NAMING` is longer, spaces behind it aside."""
_CALLED_REACH = 72
_NICKNAMED = re.compile(r"\b(?:surnomm|rebaptis|baptis|dénomm|se nomm|s['’]appel|s['’]intitul)[^,;:.]{0,50}$")
_ALIAS = re.compile(r"(?P<apposed>,\s[^,]{2,60})?(?<=[\w’'-]),\s(?:dite?s?|alias|surnommée?)\s*$")
_LAST_NAME = re.compile(r"[A-ZÀ-Ý][\w’'-]*,\s[a-zé]+\s*$")
_CHARGED = re.compile(
    r"\b(?:enquête|information judiciaire|instruction|plainte|poursuivi|mise? en examen|condamn|jugé|inculp"
    r"|écrou|interpell|arrêté|garde à vue|relax)[^,;:.]{0,50}"
    r"\s(?:pour|du chef (?:de|d['’])|des chefs (?:de|d['’]))\s*$"
)
"""Behind these stands what a court calls a deed: « jugé pour « mise en danger de la vie d'autrui » »."""
_TERMS = frozenset(entries("quoted_terms"))
_CLITIC = re.compile(r"(?:(?:ne|se|lui|leur|nous|y|en)\s|[nslm]['’])+", re.IGNORECASE)
_PREDICATE = re.compile(
    r"(?:est(?!\sde\b)|sont|a|ont|était|étaient|avait|avaient|sera|seront|serait|seraient|aura|auront|va|vont"
    r"|peut|peuvent|doit|doivent|fait|font|veut|veulent|reste|restent)\s"
)
_MEANS = re.compile(
    r"\s*(?:,\s*)?(?:signifi|veut dire|désign|est un (?:terme|mot)|\(en (?:anglais|français|latin))"
)
_CRIED = re.compile(
    r"\b(?:cri|hurl|scand|lanc|dit(?![es])|répond|écri|clam|inscri|déclar|affirm|ajout|promet|résum"
    r"|titr)[^\W\d_]*\s*[:,]?\s*$"
)
_LETTERS = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(entries("small_words_in_titles"))
_ELIDED = ("l'", "l’", "d'", "d’", "L'", "L’", "D'", "D’")
_APOSTROPHE = re.compile(r"['’]")
_SHORT = 3
_FRAGMENT = 6
_NAMED_LENGTH = 5
_DETERMINER = re.compile(
    r"(?:\b(?:l[ae]s?|une?|deux|du|des|aux?|ces?|cet|cette|son|sa|ses|leurs?|mon|ma|mes)\s|\b[ld]['’]\s?)\s*$",
    re.IGNORECASE,
)
_UTTERED = re.compile(r"(?:^|[.!?…:»”\"–—-])\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What stands around a quotation.

    `before`: offset of its opening mark; `behind`: offset after its closing one.
    `reported`: a reporting verb is known; `clause`: it stands behind the quotation; `far`: it stands
    before it, with a comma between.
    """

    before: int
    behind: int
    reported: bool
    clause: bool
    far: bool


def is_said(text: str, start: int, end: int, setting: Setting) -> bool:
    """Tell whether `text[start:end]` is reported speech, as far as form tells."""
    words = _WORD.findall(text, start, end)
    if not words or words == [words[0][:1]] or _MEANS.match(text, setting.behind):
        return False
    lead = text[max(0, setting.before - 70) : setting.before].rsplit("\n", 1)[-1]
    stopped = text[end - 1] in ".!?…"
    named = not stopped and (
        _is_term(text[start:end]) or _is_alias(lead, words) or _CHARGED.search(lead) is not None
    )
    if setting.clause or (not named and _CRIED.search(lead)):
        return True
    if (
        named
        or _is_named(lead, words, text[start:end], setting)
        or (not stopped and _is_determined(lead, words, setting))
    ):
        return False
    if (stopped and len(words) > _SHORT) or (len(words) >= _SHORT and _is_predicate(text[start:end])):
        return True
    if setting.reported:
        return not _is_name(words) or text[start].islower()
    titled = text[start].isupper() and not _UTTERED.search(lead)
    least = _FRAGMENT if text[start].islower() and not _UTTERED.search(lead) else _SHORT
    return len(words) > least and not titled and not _is_name(words)


def _is_term(words: str) -> bool:
    """Tell a term of the press, « gilets jaunes », which nobody says there."""
    return words.lower().replace("’", "'") in _TERMS


def _is_alias(lead: str, words: list[str]) -> bool:
    """Tell a nickname behind a name: « Paul Roy, dit « le Chat » »."""
    found = _ALIAS.search(lead)
    if found is None or len(words) > _NAMED_LENGTH or _LAST_NAME.search(lead) is None:
        return False
    first = words[0]
    article = first in {"le", "la", "les", "Le", "La", "Les"} or first.startswith(("l'", "l’", "L'", "L’"))
    return article or (first[0].isupper() and not found["apposed"])


def _is_predicate(words: str) -> bool:
    """Tell what somebody says of a subject that stands outside: « s'est rapidement dégradée »."""
    clitic = _CLITIC.match(words)
    behind = words[clitic.end() if clitic else 0 :]
    if not words[0].islower():
        return False
    verb = behind.split(maxsplit=1)[0] if behind.strip() else ""
    return _PREDICATE.match(behind) is not None or (clitic is not None and is_finite_verb(verb))


def _is_named(lead: str, words: list[str], inside: str, setting: Setting) -> bool:
    """Tell a name or title by the words before: « un film « … » », « surnommé « … » ».

    After a mere noun, a longer fragment in lower case is speech all the same where it is reported or
    says something of what stands before: « le nom du parti « ne peut pas changer » ».
    """
    naming = _NAMING.search(lead, max(0, len(lead.rstrip()) - _NAMING_LENGTH))
    told = setting.reported and len(words) > _SHORT and not words[0][0].isupper()
    told = told or (len(words) > _SHORT and _is_predicate(inside))
    return (naming is not None and not (naming["noun"] and told)) or _NICKNAMED.search(lead) is not None


def is_called(text: str, start: int) -> bool:
    """Whether the words before the quotation at `start` call it a name or a term: « le label « … » »."""
    lead = text[max(0, start - _CALLED_REACH) : start].rsplit("\n", 1)[-1].rstrip(' \u00a0\u202f«“"')
    return _NAMING.search(lead, max(0, len(lead) - _NAMING_LENGTH)) is not None


def _is_determined(lead: str, words: list[str], setting: Setting) -> bool:
    """Tell a name after an article (« le « Conseil des sages » »), and a few words far from any verb."""
    if not _DETERMINER.search(lead):
        return False
    titled = words[0][0].isupper() and len(words) <= _NAMED_LENGTH
    return titled or (setting.far and len(words) <= _SHORT)


def _is_name(words: list[str]) -> bool:
    """Tell whether all words that count are capitalised, as in a name or a title."""
    counted = False
    for word in words:
        elided = word.startswith(_ELIDED)
        if elided or word.lower() not in _SMALL:
            name = _APOSTROPHE.split(word)[-1] if elided else word
            if not name[:1].isupper():
                return False
            counted = True
    return counted


_BEFORE_PART = re.compile(
    r"(?:\b(?:que|de|du|des|le|la|les|une?|son|sa|ses|leurs?|en|est|sont|était|étaient|sera|comme|à|au"
    r"|aux|ce|cet|cette"
    r"|ces|par|pour|et|ou|où|dans|sur|sans|très|plus|être|a|ont|fait|ne|notre|nos|mon|ma|mes)"
    r"|\b[ldnscmtjLDNSCMTJ]['’]"
    r"|\b[Qq]u['’]|\blorsqu['’])\s*$"
)


def is_partial(text: str, start: int, *, before: int, sentence: int) -> bool:
    """Tell whether the quotation at `start` is a fragment inside the journalist's sentence.

    `before`: offset of the opening mark; `sentence`: where the sentence around it starts.
    """
    lead = text[max(sentence, before - 20) : before]
    if _UTTERED.search(lead):
        return False
    return text[start].islower() or bool(_BEFORE_PART.search(lead))
