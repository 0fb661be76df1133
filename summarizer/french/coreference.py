"""Whom « il », « elle », « celle-ci » or « ce dernier » stand for, and whether that is sure.

The subject of the sentences before decides. It is sure where no other person of fitting gender comes
between; otherwise the antecedent stays open, since a wrong speaker does more harm than none.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from summarizer.french.given_names import gender_of_given_name
from summarizer.french.names.party_nouns import party_nouns
from summarizer.french.people import People, Person
from summarizer.french.quotations.appositions import apposed_person
from summarizer.french.quotations.clauses import read_clause_after
from summarizer.french.quotations.noun_phrases import DETERMINERS, PRONOUNS, person_in, read_phrase
from summarizer.french.quotations.speakers import noun_of_phrase
from summarizer.french.quotations.subjects import first_subject
from summarizer.french.sentences import Sentence

SENTENCES_BACK = 5
_REACH = 600
_FEMININE = re.compile(r"(?:elles?|celles?-ci|cette dernière|ces dernières)$", re.IGNORECASE)
_LAST_NAMED = re.compile(r"(?:ce(?:tte|s)? derni\w+|ce\w+-ci)$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:ils|elles|ceux-ci|celles-ci|ces derni\w+|eux)$", re.IGNORECASE)
_PLURAL_START = re.compile(
    r"(?:les|des|ces|ses|leurs|plusieurs|certain(?:e)?s|deux|trois|quatre)\s", re.IGNORECASE
)
_MASCULINE_START = re.compile(r"(?:le|un|ce|cet|l['’]|son|leur|notre)\s?", re.IGNORECASE)
_FEMININE_START = re.compile(r"(?:la|une|cette|l['’]|sa|leur|notre|son)\s?", re.IGNORECASE)
_BODY = {
    "m": re.compile(r"(?:\b(?:[Ll]e|[Cc]e|[Uu]n|[Cc]et)\s|\b[Ll]['’])([^\W\d_]+)"),
    "f": re.compile(r"(?:\b(?:[Ll]a|[Cc]ette|[Uu]ne)\s|\b[Ll]['’])([^\W\d_]+)"),
}
_SOURCE = re.compile(r"(?:Selon|D['’]après)\s")
_QUOTED = re.compile(r"_+")
_AND = re.compile(r"\s?(?:,[^,.;]{1,60},)?\set\s(?=[A-ZÀ-Ý]|l[ae]\s|l['’])")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What pronouns are resolved in: a text, its sentences and its people.

    `plain` is the text with everything between quotation marks blanked by « _ ».
    """

    text: str
    plain: str
    sentences: list[Sentence]
    people: People
    starts: list[int] = field(default_factory=list)

    def sentence_number(self, position: int) -> int:
        """Index of the sentence that `position` stands in or behind."""
        return max(0, bisect_right(self.starts, position) - 1)


def find_antecedent(reading: Reading, pronoun: Span, position: int) -> Span | None:
    """Return the name or phrase that a pronoun stands for, looking back from `position`; None if unsure.

    The span is that of a person's fullest name.
    """
    word = reading.text[slice(*pronoun)]
    if _PLURAL.match(word):
        return _plural(reading, position)
    gender = "f" if _FEMININE.match(word) else "m"
    if _LAST_NAMED.match(word):
        return _last_named(reading, position, gender)
    return _subject(reading, position, gender)


def _stretches(reading: Reading, position: int) -> list[Span]:
    """Return the sentence that `position` stands in, up to there, and those before it, the nearest first."""
    number = reading.sentence_number(position)
    own = reading.sentences[number].start
    found = [(own, position)] if own < position and position - own < _REACH else []
    for earlier in range(number - 1, max(-1, number - 1 - SENTENCES_BACK), -1):
        sentence = reading.sentences[earlier]
        if sentence.heading:
            break
        found.append((sentence.start, sentence.end))
    return found


def _subject(reading: Reading, position: int, gender: str) -> Span | None:
    rivals: dict[Span, Person] = {}
    chained = False
    for stretch in _stretches(reading, position):
        here = _persons(reading, *stretch, gender)
        subject = _subject_of(reading, *stretch)
        if subject is None:
            rivals |= here
            continue
        words = reading.text[slice(*subject)]
        if PRONOUNS.fullmatch(words) and bool(_FEMININE.match(words)) == (gender == "f"):
            rivals |= here
            chained = True  # the pronoun's subject is none of those who stand beside it
            continue
        if _is_lone_name(words):
            fits = gender_of_given_name(words) == gender
            return subject if fits and not rivals else None
        named = _named(reading, subject)
        kind = named and _kind(reading, named, subject, gender)
        if named and kind:
            inside = {name for name, person in here.items() if subject[0] <= person.start < subject[1]}
            others = [one for name, one in {**here, **rivals}.items() if name not in inside and name != named]
            known = kind == gender and not any(one.gender == gender for one in others)
            return named if known or not others else None
        if stretch[1] == position and _names_a_body(reading, *stretch, gender):
            return None  # « chargé de conseiller, ce groupe dresse un constat : « … », écrit-il »
        if named in here:
            return None  # perhaps a person: « Vexa Olm », whose gender nothing tells
        rivals |= here
        if rivals:
            return None if chained else _only(rivals, gender)
    return None


def _names_a_body(reading: Reading, start: int, end: int, gender: str) -> bool:
    """Whether a body is named between two offsets that a pronoun of `gender` may stand for."""
    for found in _BODY[gender].finditer(reading.plain, start, end):
        noun = party_nouns().get(found[1].lower())
        if (
            noun is not None
            and noun.kind == "organisation"
            and noun.gender in {gender, None}
            and not noun.plural
        ):
            return True
    return False


def _is_lone_name(words: str) -> bool:
    """Whether a subject is one word with a capital, which may be anybody: « François », « Moscou »."""
    return words.isalpha() and words[0].isupper() and words.lower() not in DETERMINERS


def _only(persons: dict[Span, Person], gender: str) -> Span | None:
    """Return the one person whose gender fits, or who is the only one there."""
    fitting = [name for name, person in persons.items() if person.gender == gender]
    if len(fitting) == 1:
        return fitting[0]
    return next((name for name, one in persons.items() if one.sure), None) if len(persons) == 1 else None


def _persons(reading: Reading, start: int, end: int, gender: str) -> dict[Span, Person]:
    """Return the persons of fitting gender between two offsets, outside quotations, by their fullest name."""
    return {
        person.name: person
        for person in reading.people.between(start, end)
        if person.gender in {gender, None} and reading.plain[person.start] != "_"
    }


def _subject_of(reading: Reading, start: int, end: int) -> Span | None:
    """Return the subject of the sentence at `start`, or of the clause behind a quotation that begins it."""
    end = min(end, start + _REACH)
    quoted = _QUOTED.match(reading.plain, start, end)
    if quoted:
        clause = read_clause_after(reading.plain, quoted.end(), end)
        return clause.subject if clause else None
    source = _SOURCE.match(reading.plain, start, end)
    if source:
        return read_phrase(reading.plain, source.end(), end)
    return first_subject(reading.plain, start, end)


def _named(reading: Reading, subject: Span) -> Span | None:
    """Return the fullest name of the person whom a subject names, else the subject; None if it is two."""
    if _AND.match(reading.text, subject[1]):
        return None
    person = person_in(reading.text, *subject) or apposed_person(reading.text, subject[1])
    if person is None:
        return subject
    known = next((one for one in reading.people.between(*person) if one.start == person[0]), None)
    return known.name if known else person


def _kind(reading: Reading, named: Span, subject: Span, gender: str) -> str | None:
    """Return what a subject is, if a pronoun of `gender` can stand for it: its gender, "body" or "person"."""
    person = next((one for one in reading.people.mentions() if one.name == named), None)
    noun = noun_of_phrase(reading.text, subject)
    start = _FEMININE_START if gender == "f" else _MASCULINE_START
    apposed = named != subject and (noun is None or (noun.kind == "person" and not noun.plural))
    if person is not None and apposed and person.gender is None:  # « le ministre, Bekir Bozdag »
        return gender if start.match(reading.text, *subject) else None
    if person is not None:
        return (
            person.gender
            if person.gender == gender
            else "person"
            if person.sure and not person.gender
            else None
        )
    if noun is None or noun.plural or noun.gender not in {gender, None}:
        return None
    return noun.kind if start.match(reading.text, *subject) else None


def _last_named(reading: Reading, position: int, gender: str) -> Span | None:
    for stretch in _stretches(reading, position):
        here = _persons(reading, *stretch, gender)
        if here:
            return _only(here, gender)
        subject = _subject_of(reading, *stretch)
        if subject and _kind(reading, subject, subject, gender):
            return subject
    return None


def _plural(reading: Reading, position: int) -> Span | None:
    for stretch in _stretches(reading, position)[:2]:
        subject = _subject_of(reading, *stretch)
        if subject is None:
            continue
        noun = noun_of_phrase(reading.text, subject)
        if noun is not None and _PLURAL_START.match(reading.text, *subject):
            return subject
    return None
