"""The persons that a text names, with all their mentions.

Gender is read from titles, from words of function near the name (« directrice », « ministre … Mme »)
and from given names; a name that shows none may stand for either.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from summarizer.french.given_names import Gender, gender_of_given_name, is_given_name
from summarizer.french.names.forms import is_demonym
from summarizer.french.quotations.noun_phrases import person_in

_UPPER = r"[^\W\d_a-zà-öø-ÿœ]"
_REST = r"(?:\.(?=\s)|[\w’'-]*)"
_CAPITAL = f"(?:{_UPPER}{_REST})"
_TITLE_REST = r"(?:(?<=M)(?:M|mes?|lle|e|gr)?|(?<=[DP])r|(?<=S)ir|(?<=L)ord)\.?\s"
# A capital comes first, a title's too (« Mme X », « Lord X »): the search then steps from one to the next.
# The set before it is looked for faster: capitals and some signs, without « ª », « º » and their like.
_NAME = re.compile(
    rf"[A-ZÀ-ÖØ-Þ\u0100-\U0010ffff](?<={_UPPER})(?:{_TITLE_REST}{_CAPITAL}|{_REST})(?:\s(?:(?:de|du|la|le|van|von|der|ben|bin|al|el|da|dos"
    rf"|di)\s){{0,2}}(?:d['’])?{_CAPITAL}){{0,4}}"
)
_FEMININE = re.compile(
    r"\b(?:Mme|Mlle|madame|née|elle-même|femme|épouse|mère|fille|sœur|veuve|présidente|directrice"
    r"|ministre déléguée"
    r"|la (?:ministre|maire|juge|porte-parole|secrétaire|chef|cheffe|députée?|cinéaste|journaliste"
    r"|professeure?)"
    r"|une|députée|sénatrice|avocate|chanteuse|actrice|autrice|auteure|écrivaine|conseillère|candidate|élue"
    r"|chercheuse|procureure|gérante|dirigeante|fondatrice|cofondatrice|responsable animations|joueuse"
    r"|championne|athlète féminine|romancière|patronne|rédactrice|représentante|adjointe|vice-présidente"
    r"|gouverneure|ambassadrice|chancelière|reine|princesse|policière|infirmière|coordinatrice|militante"
    r"|habitante|étudiante|enseignante|gardienne|Première ministre|nommée|âgée)\b"
)
_MASCULINE = re.compile(
    r"\b(?:M\.|MM\.|monsieur|né|lui-même|époux|père|fils|frère|président|directeur"
    r"|le (?:ministre|maire|juge|porte-parole|secrétaire|chef|député|cinéaste|journaliste|professeur|pape"
    r"|roi)"
    r"|député|sénateur|avocat|chanteur|acteur|auteur|écrivain|conseiller|candidat|élu"
    r"|chercheur|procureur|gérant|dirigeant|fondateur|cofondateur|joueur|champion|romancier|patron"
    r"|rédacteur"
    r"|représentant|adjoint|vice-président|gouverneur|ambassadeur|chancelier|prince|policier|infirmier"
    r"|coordinateur|militant|habitant|étudiant|enseignant|gardien|Premier ministre|premier ministre"
    r"|entraîneur"
    r"|numéro un|âgé|homme|nommé|général|colonel|capitaine|lieutenant)\b"
)
_TITLE_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(["Mme", "Mmes", "Mlle", "Miss", "Mrs", "Lady"], "f"),
    **dict.fromkeys(["M", "MM", "Sir", "Lord", "Mr", "Mgr"], "m"),
}
_TITLES = frozenset(["M", "MM", "Mme", "Mmes", "Mlle", "Me", "Mgr", "Dr", "Pr", "Sir", "Lord"])
_AGREEING = re.compile(
    r"(?:^|[\s(])(la|une|le|un|du|au)\s(?!(?:de|du|des)\b)[a-zà-ÿ][\w-]+\s(?:[a-zà-ÿ][\w-]+\s)?\Z|"
    r"(?:^|[\s(])([Ll]a|[Uu]ne|[Ll]e|[Uu]n|du|au)\s[A-ZÀ-Ý]\w+\s\Z",
    re.IGNORECASE,
)
"""The article of a noun that the name stands beside: « la Belge Lore Maes », « le milieu Sacha Bensaïd »."""
_PEOPLES = frozenset({"La", "Le", "Un", "Une"})
_LINKS = re.compile(r"\s(?:de|du|des|à|au|aux|en|dans|sur|par|pour|avec|chez|et|ou)\s")
_WORD = re.compile(r"\S+")
_REACH = 60
_SENTENCE_END = re.compile(r"[.!?…»]\s|\n")


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person: `start:end`, and the person's fullest name, by which mentions are joined.

    `sure`: a title, a known given name or words around tell that it is a person.
    """

    start: int
    end: int
    name: tuple[int, int]
    gender: Gender | None
    sure: bool


class People:
    """The persons that a text names, found at the first question."""

    __slots__ = ("_found", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: list[Person] | None = None
        self._starts: list[int] = []

    def mentions(self) -> list[Person]:
        """Give every mention of a person, in order."""
        if self._found is None:
            self._found = _find(self.text)
            self._starts = [person.start for person in self._found]
        return self._found

    def between(self, start: int, end: int) -> list[Person]:
        """Return the mentions that start between two offsets."""
        found = self.mentions()
        return found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _find(text: str) -> list[Person]:
    """Find full names first, then bare family names of the same persons."""
    persons: list[Person] = []
    known: dict[str, tuple[tuple[int, int], Gender | None, bool]] = {}
    for match in _NAME.finditer(text):
        words = match[0]
        if words not in known and len(words.split(maxsplit=1)) == 1:
            continue
        start, end = match.span()
        person = _full_name(text, start, end)
        if person is not None:
            family = text[person.start : person.end].rsplit(None, 1)[-1]
            if family in known and _same_person(text, (person.start, person.end), known[family][0]):
                name, gender, _ = known[family]
                longer = person.end - person.start > name[1] - name[0]
                name = (person.start, person.end) if longer and gender in {None, person.gender} else name
                sure = person.sure or known[family][2]
                person = Person(person.start, person.end, name, person.gender or gender, sure)
            known[family] = (person.name, person.gender, person.sure)
            persons.append(person)
        else:
            word = next((word for word in _WORD.finditer(words) if word[0] in known), None)
            if word is not None:
                name, gender, sure = known[word[0]]
                persons.append(Person(start + word.start(), start + word.end(), name, gender, sure))
    return _with_titles(text, persons)


def _with_titles(text: str, persons: list[Person]) -> list[Person]:
    """Let a title decide a person's gender wherever it stands: it is surer than all other signs."""
    told: dict[tuple[int, int], Gender] = {}
    for person in persons:
        title = text[person.start : person.start + 5].split(maxsplit=1)[0].rstrip(".")
        if title in _TITLE_GENDERS:
            told[person.name] = _TITLE_GENDERS[title]
    return [
        replace(person, gender=told[person.name])
        if told.get(person.name, person.gender) != person.gender
        else person
        for person in persons
    ]


def _same_person(text: str, name: tuple[int, int], known: tuple[int, int]) -> bool:
    """Tell whether two names with one family name can be one person's: no two given names differ."""
    given, other = text[slice(*name)].split(maxsplit=1)[0], text[slice(*known)].split(maxsplit=1)[0]
    return (
        given == other or given.rstrip(".") in _TITLES or other.rstrip(".") in _TITLES or "." in given + other
    )


def _full_name(text: str, start: int, end: int) -> Person | None:
    """Read a capitalised stretch as a person's name, if it is one, with the gender that signs tell."""
    words = text[start:end].split()
    if len(words) < 2:
        return None
    while text[end - 1] in "’'." and end > start:
        end -= 1
    if len(words) > 3 and words[0] in _PEOPLES and is_demonym(words[1]):  # « La Belge Lore Maes »
        start = text.index(words[2], start)
    span = person_in(text, start, end)
    if span is None:
        return None
    start, end = span
    gender = gender_of(text, start, end)
    first = text[start:end].split(maxsplit=1)[0]
    return Person(start, end, (start, end), gender, gender is not None or is_given_name(first))


def gender_of(text: str, start: int, end: int) -> Gender | None:
    """Tell the gender of the person named at `start:end`: by title, given name, words around."""
    words = text[start:end].split()
    title = words[0].rstrip(".")
    if title in _TITLE_GENDERS:
        return _TITLE_GENDERS[title]
    if is_given_name(words[0]):
        known = gender_of_given_name(words[0])
        if known is not None:
            return known
    return _gender_around(text, start, end) or _gender_of_article(text, start)


def _gender_of_article(text: str, start: int) -> Gender | None:
    """Tell the gender by the article of the noun right before a name."""
    before = text[max(0, start - _REACH) : start]
    match = _AGREEING.search(before)
    if match is None or _LINKS.search(before, match.start() + 1):
        return None
    return "f" if (match[1] or match[2]).lower() in {"la", "une"} else "m"


def _gender_around(text: str, start: int, end: int) -> Gender | None:
    after = _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]
    if after.lstrip().startswith((",", "(")):
        feminine, masculine = _FEMININE.search(after), _MASCULINE.search(after)
        if feminine or masculine:
            return "f" if feminine and (not masculine or feminine.start() < masculine.start()) else "m"
    before = _SENTENCE_END.split(text[max(0, start - _REACH) : start])[-1].rpartition(")")[2]
    feminines, masculines = list(_FEMININE.finditer(before)), list(_MASCULINE.finditer(before))
    if not feminines and not masculines:
        return None
    last_f = feminines[-1].start() if feminines else -1
    last_m = masculines[-1].start() if masculines else -1
    return "f" if last_f > last_m else "m"
