"""Who is only spoken of: a person named to say whose something is, a building to which something is done."""

import re

from summarizer.english.lemmas import conjugate, is_finite
from summarizer.french import Mention, Name
from summarizer.french.lexicon import entries
from summarizer.french.names.party_nouns import party_nouns
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.marking.marked_article import MarkedArticle

_REACH = 60
_OWNED = re.compile(
    r"(?i:\b(?:les?|la|une?|des|du|aux?|ses?|son|sa|leurs?|cet?|cette|ces)\s|\b[ld]['’]\s?)"
    r"(?P<noun>(?:[a-zà-ÿ-]+\s){1,3})(?:de\s|d['’]\s?)$"
)
"""« l'administration de X », « un ancien conseiller de X », « la campagne électorale de X »."""
_SUBJECT = re.compile(
    r"(?:\A|[.!?,;:»\n]|\b(?:que|et|mais|car|or|où|quand|lorsque|puis)|qu['’])\s*"
    r"(?:(?:les?|la|cet?|cette|ces)\s|l['’]\s?)\Z",
    re.IGNORECASE,
)
"""What stands before the subject of a clause."""
_WORD = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*")
_DOES = re.compile(
    r"\s?(?:(?:ne|n['’]|se|s['’]|le|la|les|l['’]|lui|leur|en|y|a|ont|avait|avaient|vient\sde|viennent\sde|également"
    r"|aussi|ensuite|toutefois|cependant|pourtant|déjà|[a-zà-ÿ]+ment)(?:\s|(?<=['’])))*(?P<verb>[^\W\d_]+)"
)
"""The verb of a subject in the active voice: pronouns and adverbs between, no « est », no « a été »."""
_AUXILIARIES = frozenset({"a", "ont", "est", "sont", "avait", "était"})
_HAS = re.compile(r"\b(?:a|ont|avait|avaient|de)\s")
_DECIDES = frozenset(
    form
    for verb in ("accepter", "choisir", "décider", "promettre", "refuser", "renoncer")
    for form in conjugate(verb)
)


def only_in_complements(marked: MarkedArticle, name: Name) -> bool:
    """Whether a person is named only to say whose people, body or plan something is."""
    return name.kind == "person" and all(_is_owner(marked, mention) for mention in name.mentions)


def _is_owner(marked: MarkedArticle, mention: Mention) -> bool:
    owned = _OWNED.search(marked.text, max(0, mention.start - _REACH), mention.start)
    if owned is None:
        return False
    words = _WORD.findall(owned["noun"].lower())
    nouns = [word for word in words if word in party_nouns() or word in entries("nouns_told_by_a_name")]
    others = [word for word in words if word not in nouns]
    return bool(nouns) and not any(word in _AUXILIARIES or is_finite(word) for word in others)


def decides(marked: MarkedArticle, name: Name) -> bool:
    """Whether a noun for a body says or decides something; true of all but the nouns for buildings."""
    building = name.text.split()[0].lower() in entries("bodies_in_buildings")
    return not building or any(_says(marked, mention) for mention in name.mentions)


def _says(marked: MarkedArticle, mention: Mention) -> bool:
    does = _DOES.match(marked.text, mention.end)
    if does is None or not _SUBJECT.search(marked.text, max(0, mention.start - _REACH), mention.start):
        return False
    verb = does["verb"].lower()
    form = form_of(verb)
    active = Form.FINITE in form or is_finite(verb) or _HAS.search(does[0])
    return bool(active) and (verb in _DECIDES or bool(form & (Form.SAYS | Form.INTENDS)))
