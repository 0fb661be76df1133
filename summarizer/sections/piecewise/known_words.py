"""English that code is certain of, so that no model is asked: terms, and titles with the body behind them."""

import re
from functools import cache
from typing import NamedTuple

from summarizer.english.dictionary import load_dictionary
from summarizer.english.glossary import find_terms
from summarizer.english.titles import country, known_title, split_institution
from summarizer.english.words import plural
from summarizer.french import Name
from summarizer.marking.hints import goes_on
from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.piecewise.roles import role_span

_PARTICIPLES = ("é", "ée", "és", "ées", "i", "ie", "is", "ies", "u", "ue", "us", "ues")
_ARTICLE = re.compile(r"^(?:l['’]|les?\s|la\s|un\s|une\s|des\s)", re.IGNORECASE)
_OF_A_NAME = re.compile(r"\s(?:d['’]\s?|de\s)$")
_OF_A_NOUN = re.compile(r"\s(?:de la |du |de l['’])$")
_PREPOSITIONS = {"number": "at", "spokesperson": "for", "spokesman": "for", "spokeswoman": "for"}
"""« numéro deux d'OpenAI » is "number two at OpenAI"; with most titles it is “of”."""

_FOR_COUNTRY = re.compile(r"\spour\s(?:la\s|le\s|l['’])([A-ZÀ-Þ][\w-]+)$")
"""« chef de mission pour la Syrie »."""
_SPEAKERS_ARTICLE = re.compile(r"(?:une?\s|les?\s|la\s|l['’])", re.IGNORECASE)
_OFFICIAL = re.compile(r"responsable\s(?=d)")
_DE = re.compile(r"(?:de\s|d['’])(?=[A-ZÀ-Þ])")
_HEADED_BODIES = {"administration": "administration", "gouvernement": "government", "parti": "party"}
_HEADED = re.compile(rf"(?:du\s|de\sl['’])({'|'.join(_HEADED_BODIES)})\s(?:de\s|d['’])(?=[A-ZÀ-Þ])")
"""« de l'administration de Barack Obama »: a body told by the person at its head."""
_SPEAKS_FOR = re.compile(
    r"(?:directeurs?|directrices?|présidente?s?|PDG|patronn?e?s?|porte-parole|dirigeante?s?|gérante?s?|secrétaires?"
    r"|vice-présidente?s?|fondé de pouvoir|avocate?s?)\b"
)
"""Titles of those who speak for a body; not so a founder, a customer, one who was director."""


@cache
def known_english(french: str, domain: str = "", *, sure: bool = False) -> str | None:
    """The dictionary's English of words that are one entry of it as a whole, in the sense of a domain.

    `sure`: None where there are several senses, and none is of the domain.
    """
    bare = _ARTICLE.sub("", " ".join(french.split()))
    found = load_dictionary().find(bare.lower()) or load_dictionary().find(bare)
    if len(found) != 1 or found[0].start != 0 or found[0].end != len(bare):
        return None
    entry = found[0].entry
    if entry.part not in {"noun", "expr"}:
        return None
    if sure and len(entry.senses) > 1 and domain not in {sense.domain for sense in entry.senses}:
        return None  # « arrêt » is a save, a ruling or a stop
    english = entry.sense(domain).english[0]
    is_plural = bare.lower().endswith(("s", "x")) and not entry.lemma.endswith(("s", "x"))
    simple = " " not in english or (sure and len(english.split()) == 2)  # « trois morts »: "dead people"
    return plural(english) if is_plural and simple else english


_HOW = {
    "absolument": "absolutely", "extrêmement": "extremely", "totalement": "totally", "très": "very",
    "trop": "too",
}  # fmt: skip
_FRAGMENT = re.compile(r"(?:([^\W\d_]+)\s)?([^\W\d_]+)")


def known_fragment(marked: MarkedArticle, start: int, end: int) -> str | None:
    """The English of a quoted adjective, with an adverb before it: « très grave », « toujours essentielle ».

    None where the adjective has two senses, or « toujours » may be “always”.
    """
    found = _FRAGMENT.fullmatch(marked.text, start, end)
    adjective = known_adjective(found[2]) if found else None
    if found is None or adjective is None or found[1] is None:
        return adjective
    how = found[1].lower()
    english = "still" if how == "toujours" and goes_on(marked.text, start, end) else _HOW.get(how)
    return english and f"{english} {adjective}"


@cache
def known_adjective(french: str) -> str | None:
    """The English of an adjective that has one sense and is nothing else; None for participles."""
    entries = load_dictionary().look_up(french)
    if french.endswith(_PARTICIPLES) or any(entry.part == "verb" for entry in entries):
        return None
    if {entry.part for entry in entries} - {"adj", "noun"} or not entries:
        return None
    english = {sense.english[0] for entry in entries if entry.part == "adj" for sense in entry.senses}
    return english.pop() if len(english) == 1 else None


class Title(NamedTuple):
    """A title in English, and the id of the name of the body, or the person, behind it."""

    title: str
    key: str


def known_role(marked: MarkedArticle, start: int, end: int) -> str | None:
    """The English of a role: one entry of the dictionary, or one with the name of the body behind it.

    « numéro deux de la start-up » is told with the name for which the noun stands; None where the end is
    no name, or one with an article (« du Monde »), whose English is not certain.
    """
    french = marked.text[start:end]
    if english := known_english(french, marked.domain):
        return english
    if (area := _FOR_COUNTRY.search(french)) and (place := country(area[1])):
        posted = known_role(marked, start, start + area.start())
        return posted and f"{posted} for {place}"
    if parted := split_institution(french):
        title = _title(parted[0])
        return title and _of(title, parted[1])
    found = _title_with_name(marked, start, end)
    if found is None:
        return None
    name = marked.names[found.key]
    return _of(found.title, known_english(name.text) or name.text)


def _of(title: str, body: str) -> str:
    words = re.findall(r"[a-z]+", title)
    preposition = next((_PREPOSITIONS[word] for word in words if word in _PREPOSITIONS), "of")
    return f"{title} {preposition} {body}"


def known_speaker(marked: MarkedArticle, french: str, start: int) -> str | None:
    """The English of a speaker who is only described, with an article: « un responsable de l'ONU ».

    None for a name, and where the title or the body behind it is not known.

    `french`: the words, which stand at `start`.
    """
    article = _SPEAKERS_ARTICLE.match(french)
    if article is None:
        return None
    indefinite = article[0].lower().startswith("un")
    begin, end = start + article.end(), start + len(french)
    bare = french[article.end() :]
    if indefinite and (official := _OFFICIAL.match(bare)):
        # « le responsable » is the head of something
        body = _body(marked, begin + official.end(), end)
        return body and f"an official of {body}"
    english = known_role(marked, begin, end) if " " in bare else known_english(bare, marked.domain, sure=True)
    if english is None:
        return None
    if not indefinite:
        return f"the {english}"
    return f"{'an' if english[0] in 'aeiou' else 'a'} {english}"


def _body(marked: MarkedArticle, start: int, end: int) -> str | None:
    """The English of a body behind « de »: an institution, a name, what somebody heads."""
    french = marked.text[start:end]
    if (parted := split_institution(f"x {french}")) and parted[0] == "x":
        return parted[1]
    headed = _HEADED.match(french)
    of = headed or _DE.match(french)
    kind = "person" if headed else "organisation"
    place = (start + of.end(), end) if of else (end, end)
    named = (
        n
        for n in marked.names.values()
        if n.kind == kind and n.text[0].isupper() and _stands(marked, n, place)
    )
    name = next(named, None)
    if name is None:
        return None
    return f"{name.text}'s {_HEADED_BODIES[headed[1]]}" if headed else known_english(name.text) or name.text


def _stands(marked: MarkedArticle, name: Name, place: tuple[int, int]) -> bool:
    """Whether a name stands at a place, be it within a longer name: « la mission de MSF »."""
    return marked.text[slice(*place)] == name.text or any((m.start, m.end) == place for m in name.mentions)


def body_of(marked: MarkedArticle, key: str) -> Title | None:
    """The body for which a person surely speaks, by a title beside the name: « directrice d'X »."""
    span = role_span(marked, marked.names[key]) if marked.names[key].kind == "person" else None
    if span is None or not _SPEAKS_FOR.match(marked.text, span[0]):
        return None
    found = _title_with_name(marked, *span)
    return found if found and marked.names[found.key].kind == "organisation" else None


def _title_with_name(marked: MarkedArticle, start: int, end: int) -> Title | None:
    for key, name in marked.names.items():
        if name.kind not in {"organisation", "person"} or not name.text[0].isupper():
            continue
        for at in {m.start for m in name.mentions if m.end == end} | {end - len(name.text)}:
            if at <= start or not _stands(marked, name, (at, end)):
                continue
            before = marked.text[start:at]
            is_noun = marked.text[at:end] == marked.text[at:end].lower()
            link = (_OF_A_NOUN if is_noun else _OF_A_NAME).search(before)
            title = _title(before[: link.start()]) if link else None
            if title is not None:
                return Title(title, key)
    return None


def _title(french: str) -> str | None:
    """The English of a title: one that is listed, a term of the glossary as a whole, or the dictionary's."""
    if listed := known_title(french):
        return listed
    for start, end, english in find_terms(french.lower()):
        if (start, end) == (0, len(french)):
            return english
    return known_english(french)
