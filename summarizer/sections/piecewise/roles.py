"""Who somebody is, in the article's own words: the role that stands beside a name, found by the syntax.

« le ministre de l'Intérieur Bernard Cazeneuve », « Brad Lightcap, numéro deux de la start-up »: a noun for a
person or a body right before the name, or in apposition behind it. Where neither is there, none is given.
"""

import re
from collections.abc import Sequence

from summarizer.english.lemmas import is_finite
from summarizer.french import Mention, Name
from summarizer.french.names.party_nouns import party_nouns
from summarizer.marking.marked_article import MarkedArticle

_DETERMINER = r"(?:l['’]|d['’]|(?:les?|la|un|une|des|son|sa|ses|leur|leurs|du|au|aux|cette?|ce)\s)"
# Words that end a role: a clause of its own begins there.
_ENDS = re.compile(
    r"\s(?:qui|que|dont|où|et\s(?:a|ont|est|sont)|a|ont|est|sont|avait|était|afin|lors|hier|lundi|mardi"
    r"|pour(?!\s(?:la\s|le\s|l['’])[A-ZÀ-Þ])"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|ce|cette|sur|dans|après|avant|selon|depuis|par)\b"
    r"|\sà\s(?:la\s(?:chaîne|radio|télévision|presse)|l['’](?:AFP|agence)|[A-Z]\w+)|\sau\s(?:micro|journal|quotidien)"
    r"|\set\s(?:les?|la|l['’]|un|une|son|sa)\b"
)
_AUXILIARIES = frozenset({"a", "ont", "est", "sont", "avait", "était"})
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(«“,.])){_DETERMINER}(?=((?:(?:ancienne?|ex|vice|nouve(?:au|l|lle))[\s-])?"
    r"[a-zà-ÿ][\w'’-]*(?:[ ][\w'’-]+){0,7}),?[ ]$)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s?,\s{_DETERMINER}?([a-zà-ÿ][^,.;:«»()\n]{{3,110}})(?=\s?[,.;:()\n«]|$)")
# « Cofondateur d'OpenAI, Elon Musk refuse »: in apposition before the name, at a sentence's begin.
_OPENING = re.compile(r"([A-ZÀ-Þ][^,.;:«»()\n]{3,90}), $")
_COMPLEMENT = re.compile(r"\b(?:d['’]|de |du |des )$")
_QUOTED = re.compile(r"\s?«")
_GOVERNED = re.compile(
    r"(?:\b(?:d|l|qu)['’]|\b(?:de|du|des|à|au|aux|par|pour|avec|chez|contre|et|ou|de\s(?:la|l['’]))) ?$"
)
"""What stands before a name that is governed by other words: these say who another one is."""
_OF_OFFICE = re.compile(r"\b(?:de )?(?P<article>du |la |l['’] ?)([a-zà-ÿ-]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_BEFORE = 90
_MOST_WORDS = 14
_OF_BODIES = frozenset({"spécialiste", "leader", "partenaire", "concurrent", "concurrente", "membre"})
"""Nouns for a person that the press says of bodies, too."""
_MORE_ROLES = frozenset(
    word
    for line in (
        "numéro spécialiste membre fils fille frère sœur mère père veuve veuf femme mari compagne",
        "compagnon épouse époux cousin cousine oncle tante voisin voisine responsable auteur autrice",
        "porte-parole figure",
    )
    for word in line.split()
)


def role_span(marked: MarkedArticle, name: Name) -> tuple[int, int] | None:
    """Where the words that say who a name is stand: beside its first mention that has any.

    Offsets in the article's text, end exclusive, without article.
    """
    for mention in name.mentions:
        if not mention.text[0].isupper():
            continue
        found = _in_front(marked, name, mention) or _behind(marked, name, mention)
        if found is not None:
            return found
    return None


def _behind(marked: MarkedArticle, name: Name, mention: Mention) -> tuple[int, int] | None:
    match = _AFTER.match(marked.text, mention.end)
    if match is None or _COMPLEMENT.search(marked.text[max(0, mention.start - 6) : mention.start]):
        return None  # « clientes d'OpenAI, abonnées à … »: what follows is said of the noun before
    start, words = match.start(1), match[1]
    cut = _ENDS.search(words)
    if cut is None and _QUOTED.match(marked.text, match.end()):
        return None  # « Anne Roy, directrice de « Valdor » »: cut short
    if cut and cut[0].split()[-1] in _AUXILIARIES:
        return None  # « le maire X, un adolescent a actionné … »: a clause of its own
    return _role(start, words[: cut.start()] if cut else words, name)


def _in_front(marked: MarkedArticle, name: Name, mention: Mention) -> tuple[int, int] | None:
    first = max(marked.extent(marked.sentence_at(mention.start))[0], mention.start - _LONGEST_BEFORE)
    before = marked.text[first : mention.start]
    if _GOVERNED.search(before):
        return None  # « un responsable de l'administration de X »: said of another
    # of « la patronne du groupe » and « groupe », the first that begins with a noun for a party
    for match in _BEFORE.finditer(before, _office(before)):
        words, start = match[1], first + match.start(1)
        if not _ENDS.search(f" {words}") and (found := _role(start, words, name)):
            return found
    opening = _OPENING.fullmatch(marked.text[first : mention.start])
    if opening is None or _ENDS.search(f" {opening[1]}"):
        return None
    return _role(first, opening[1], name)


def _office(before: str) -> int:
    """Where the last « du », « de la » with a person's office stands: « le conseiller du ministre X »."""
    for match in reversed(list(_OF_OFFICE.finditer(before))):
        noun = party_nouns().get(match[2].lower())
        if noun is not None and noun.role and not noun.plural and noun.kind == "person":
            return match.start("article")
    return 0


def _role(start: int, words: str, name: Name) -> tuple[int, int] | None:
    """The role, if its first noun is one for a person or a body of the name's kind."""
    words = words.rstrip(" ,")
    listed = _WORD.findall(words)
    if not listed or len(listed) > _MOST_WORDS:
        return None
    if words in _EMPTY or _tells_a_deed(listed):
        return None
    head = next((w.lower() for w in listed if w.lower() not in _QUALIFIERS), "")
    noun = party_nouns().get(head)
    if (noun is None and head not in _MORE_ROLES) or (noun is not None and noun.plural):
        return None
    if noun is not None and name.kind == "person" and noun.kind != "person":
        return None
    if noun is not None and name.kind == "organisation" and noun.kind == "person" and head not in _OF_BODIES:
        return None
    return start, start + len(words)


def _tells_a_deed(words: Sequence[str]) -> bool:
    """Whether a noun is the subject of a clause, not a role: « un adolescent actionne sa ceinture »."""
    return any(is_finite(word) for word in words[1:4])


# What says no more than the name's kind does.
_EMPTY = frozenset(
    {"groupe", "société", "entreprise", "compagnie", "victime", "association", "organisation", "organisme"}
)
_QUALIFIERS = frozenset(
    word
    for line in (
        "ancien ancienne ex vice nouveau nouvelle nouvel jeune premier première co sous principal",
        "principale grand grande célèbre actuel actuelle futur future",
    )
    for word in line.split()
)
