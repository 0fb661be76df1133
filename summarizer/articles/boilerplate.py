"""Blocks of a page that belong to the site and not to the article: promotion, sharing, reading time, credits.

What is found here is left out of the article's text. A sentence of the article never goes: a block counts
only where it is short and does not end as a sentence does.
"""

import re
from collections.abc import Sequence
from functools import cache

from summarizer.text.folding import fold
from summarizer.text.word_lists import read_list

LONGEST = 30
"""Words of a block that may be boilerplate; the stubs of paywalls are known by their own words."""
PROMOTION_WORDS = 60
"""Words of an invitation to subscribe to what the site sends."""
_SENTENCE_END = re.compile(r"[.!?…][\s»”\"')\]]*\Z")
_READING_TIME = re.compile(
    r"(?:temps de )?lecture\s?:?\s?\d|\d{1,2} ?(?:min|minutes?)(?: de lecture)?\Z"
    r"|\d{1,4} ?(?:commentaires?|partages?|reactions?)\Z"
)
_CREDIT = re.compile(
    r"(?:©|\(c\)|credits?\b|photo\b.{0,40}/|photo\s?(?:\(cc\))?\s?:|afp\Z|reuters\Z|getty|sipa\b|ap photo)"
    r"|.{0,80}\s/\s?(?:afp|reuters|ap|sipa|epa|getty|belga|keystone|maxppp|pexels|unsplash|shutterstock|adobe)\b",
)
_STAMP = re.compile(
    r"(?:(?:publie|mis a jour|modifie|mis en ligne|poste|cree)e?\s?:?\s?(?:le|a|il y a|hier|aujourd'hui|\d)"
    r"|(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?"
    r"(?:\d{1,2}(?:er)? [a-z]{3,9}\.? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
    r"(?:,? ?(?:[-–—|•·] ?)?(?:a )?\d{1,2} ?[h:] ?\d{0,2})?\W*\Z)"
)
_INVITES = re.compile(
    r"\b(?:abonnez|inscrivez|desabonnez|ecrivez|envoyez)-(?:vous|nous)\b"
    r"|n'hesitez pas a nous (?:ecrire|contacter)\b"
    r"|\bvous pouvez (?:nous )?suivre\b|\bsi vous etes abonnee?s?\b|\bje m'(?:abonne|inscris)\b"
)
_PROMOTION = re.compile(
    r"\bsur (?:x|twitter|facebook|instagram|linkedin)\b|\bvos (?:questions|temoignages)\b|\bl'adresse\b"
    r"|\b(?:newsletters?|infolettres?|lettres? d'information|notre (?:lettre|chaine|compte|journal))\b"
)
_LINK_MARK = re.compile(r"\s*>\s?>")
"""« >> Revoir le sujet du 12h45 »: a link to another page."""
_LINK_LABEL = re.compile(r"\s*[→►▶]\s?[A-ZÀ-Ý]{5,}[ .:]")
"""« → TÉMOIGNAGES. Que lit-on ? »."""
_BY = re.compile(r"(?:par|propos recueillis par|texte|texte et photos|photos|recueilli par|avec)\s?:?\s[a-z]")


def ends_a_sentence(block: str) -> bool:
    """Whether a block ends as a sentence does.

    >>> ends_a_sentence("« Le port rouvre ! »"), ends_a_sentence("Le port rouvre")
    (True, False)
    """
    return _SENTENCE_END.search(block) is not None


def without_boilerplate(blocks: Sequence[str], *, authors: Sequence[str] = ()) -> list[str]:
    """Give the blocks that are the article's, in order."""
    return [block for block in blocks if not is_boilerplate(block, authors=authors)]


def is_boilerplate(block: str, *, authors: Sequence[str] = ()) -> bool:  # noqa: PLR0911 - a sign a line
    """Whether a block belongs to the site and not to the article.

    >>> is_boilerplate("Lire aussi : Le port rouvre lundi")
    True
    >>> is_boilerplate("Lire aussi bien que parler ne suffit pas.")
    False
    """
    folded = fold(block).lstrip(" >»›→•*-–—|+")
    count = len(folded.split())
    if not folded or not any(map(str.isalpha, folded)):
        return not any(map(str.isdigit, folded))
    if count <= PROMOTION_WORDS and _PROMOTION.search(folded) and _INVITES.search(folded):
        return True
    if count > LONGEST:
        return False
    bare = re.sub(r"[\d\W_]+", " ", folded.replace("'", "\x01")).replace("\x01", "'").strip()
    if bare in _phrases("lines") or folded.strip(" :.…!>»›→") in _phrases("lines"):
        return True
    opening = _opening(folded)
    if opening and (
        not _SENTENCE_END.search(block)
        or opening.endswith(":")
        or folded[len(opening) :].lstrip(" ")[:1] in {":", "-", "–", "|"}
    ):
        return True
    if _LINK_LABEL.match(block) or (_LINK_MARK.match(block) and not _SENTENCE_END.search(block)):
        return True
    if _READING_TIME.match(folded) or (_CREDIT.match(folded) and not _SENTENCE_END.search(block)):
        return True
    if count <= 16 and _STAMP.match(folded) and not _SENTENCE_END.search(block):
        return True
    return count <= 12 and _is_byline(block, folded, authors)


def _opening(folded: str) -> str | None:
    """The phrase with which a block begins, if it is one of a page's."""
    words = folded.split()
    for count in range(min(5, len(words)), 0, -1):
        phrase = " ".join(words[:count])
        for form in (phrase, phrase.rstrip(" :,.!|→>")):
            if form in _phrases("line_openings"):
                return phrase
    return None


def _is_byline(block: str, folded: str, authors: Sequence[str]) -> bool:
    """Whether a short block only names who wrote the article."""
    if _SENTENCE_END.search(block):
        return False
    names = [fold(name) for name in authors]
    rest = folded
    for name in names:
        rest = rest.replace(name, " ")
    if rest != folded and len(re.findall(r"[^\W\d]{3,}", rest)) <= 3:
        return True
    return bool(_BY.match(folded)) and len(folded.split()) <= 6 and block.rsplit(maxsplit=1)[-1][:1].isupper()


@cache
def _phrases(which: str) -> frozenset[str]:
    return frozenset(fold(line).rstrip(" :") for line in read_list("articles", f"boilerplate_{which}"))
