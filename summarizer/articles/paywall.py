"""Whether a page shows a part of its article only, and how large that part is where the page says it."""

import re
from dataclasses import dataclass

from summarizer.articles.markup import Element, blocks_of
from summarizer.text.folding import fold

_REMAINING = re.compile(
    r"il (?:vous )?reste (?:encore )?(\d{1,2}(?:[.,]\d{1,2})?) ?%"
    r" (?:de cet article|de l'article|a lire|a decouvrir)"
)
_FOR_WHOM = r"(?:exclusivement )?(?:a nos |aux )(?:seuls )?(?:abonnes|inscrits|membres)"
_DO = r"(?:abonnez-vous|inscrivez-vous|connectez-vous|creez un compte|identifiez-vous)"
_PAPER = r" (?:le |la |l'|votre |notre )(?:journal|magazine|quotidien|hebdo|edition|revue|version papier)"
"""What is sold beside every article tells nothing of this one."""
_STUB = re.compile(
    rf"la suite (?:de cet article |de l'article )?(?:est )?reservee? {_FOR_WHOM}"
    rf"|(?:cet |l')article (?:complet )?(?:est )?(?:exclusivement )?reserve {_FOR_WHOM}"
    rf"|lecture reservee {_FOR_WHOM}"
    rf"|{_DO}(?: gratuitement)? pour (?:lire|continuer|poursuivre|decouvrir)(?!{_PAPER})"
    rf"|{_DO}(?: gratuitement)? pour acceder(?! a (?:cet |l')espace)"
    rf"|pour (?:lire|continuer|poursuivre)(?: [a-z']+){{1,4}}, {_DO}"
    r"|pour (?:lire la suite|poursuivre votre lecture|continuer (?:votre|la) lecture)"
    r"|lisez la suite (?:de cet article )?(?:en vous abonnant|pour)"
    r"|envie de lire la suite|vous avez lu tous vos articles gratuits"
)
_LABEL = re.compile(rf"(?:contenu|article) reserve {_FOR_WHOM}|article en acces limite")
"""What stands beside a title; beside a link it tells of the article that the link leads to."""
_ALSO = re.compile(r"(?:a )?(?:lire|voir|decouvrir)\b")
LONGEST = 60
"""Words of a block that tells of a paywall."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A page that breaks its article off. `shown`: the share of the whole that is there, if it is known."""

    shown: float | None


def find_cut(root: Element, free: bool | None) -> Cut | None:  # noqa: FBT001 - as the page declares it
    """Find the sign that a page shows only the beginning of its article.

    Either it says how much is left (« Il vous reste 57 % de cet article à lire »), or it is declared as not
    free and invites to subscribe. The invitation alone, on a page declared as free, is promotion.
    """
    stub = False
    links = {block for link in root.iter("a") for block in blocks_of(link)}
    for block in blocks_of(root):
        if len(block) > 12 * LONGEST:
            continue
        cut = cut_said(block)
        if cut is not None and not _STUB.search(fold(block)) and (block in links or _ALSO.match(fold(block))):
            continue
        if cut is not None and cut.shown is not None:
            return cut
        stub = stub or cut is not None
    return Cut(None) if stub and free is not True else None


def cut_said(block: str) -> Cut | None:
    """What a block says of a text that breaks off.

    >>> cut_said("Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.")
    Cut(shown=0.43)
    """
    folded = fold(block)
    remaining = _REMAINING.search(folded)
    if remaining:
        return Cut(round(1 - float(remaining[1].replace(",", ".")) / 100, 4))
    if len(folded.split()) <= LONGEST and (_STUB.search(folded) or _LABEL.search(folded)):
        return Cut(None)
    return None
