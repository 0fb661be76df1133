"""What stands in apposition to a speaker: « la maire, Anne Roy », « Paul Vidal, le maire de Saint-Roc »."""

import re
from itertools import pairwise

from summarizer.french.conjugation import is_finite_verb
from summarizer.french.given_names import Gender, gender_of_given_name
from summarizer.french.names.party_nouns import party_nouns
from summarizer.french.quotations.noun_phrases import DETERMINERS, LINKS, REACH, person_in, read_phrase
from summarizer.french.quotations.speakers import noun_of_phrase
from summarizer.french.quotations.verbs import Form, form_of

_APPOSITION = re.compile(
    r"(?:\s(?:à|au|aux|en charge|chargée?s?|pour|du"
    r"|de)\s?[^,.;:!?«»\n]{1,60})?\s?,\s(?=[^\W\d_a-zà-öø-ÿœ][^\W_]+['’-]?[^\W\d_]*\s)"
)
_APPOSED = re.compile(
    r"\s?,\s(?:l[ea]\s|l['’]\s?|les\s|une?\s|son\s|sa\s|leur\s|notre\s|ex-)?([^\W\d_A-ZÀ-Ý][\w-]+)"
    r"(?=[\s,.;])[^.;:!?«»]{0,120}?(?=[,.;!?])"
)
# « …, explique X, toxicologue, ancien de l'Anses. Les études … »
_SHORT_APPOSITION = re.compile(r"\s?,\s[a-zà-ÿ][^.;:!?«»]{2,90}(?=\.\s[A-ZÀ-Ý])")
_NAME_BEFORE = re.compile(
    r"(?<![\w'’.-])([A-ZÀ-Ý][\w'’-]*+(?:\s(?:(?:de|du|van|von|ben|el|al)\s)?[A-ZÀ-Ý][\w'’-]*+){1,3})\s?,\s\Z"
)
_LISTED_BEFORE = re.compile(
    r"(?:,|\b(?:et|ou|selon|pour|avec|comme|outre|contre|devant|quant à|d['’]après))\s?\Z", re.IGNORECASE
)
"""What stands before a name that is one of several, or that opens a clause of its own."""
_FEW = 12
_WHO = re.compile(r"(?:\s(?:pour|de|du|des|à|au|en)\s[^,.;:!?«»\n]{1,60}?)?\s?,?\squi\s")
_GENDERS: dict[str, Gender] = {"le": "m", "un": "m", "la": "f", "une": "f"}
_HAS_VERB = re.compile(
    r"\s(?:est|sont|a|ont|était|avait|sera|va|vont|peut|doit|fait|faut|ne|n['’]\w+|se|s['’]\w+|je|j['’]\w+|il|elle"
    r"|on|nous|vous|c['’]\w+)\s"
)
_NEXT_WORD = re.compile(r"\s([a-zà-ÿ]+)")
_AUXILIARIES = frozenset({"a", "avait", "est", "était", "va", "veut"})


def apposition_end(text: str, position: int, limit: int) -> int:
    """Give where the apposition ends that follows a speaker's name: « …, pointe X, le maire de Y. Z »."""
    short = _SHORT_APPOSITION.match(text, position, min(limit, position + REACH))
    if short and not _HAS_VERB.search(short[0]) and not _has_finite_verb(short[0].split()):
        return short.end()
    match = _APPOSED.match(text, position, min(limit, position + REACH))
    noun = party_nouns().get(match[1].lower()) if match else None
    if match is None or noun is None or noun.kind != "person" or _HAS_VERB.search(match[0]):
        return position
    return match.end()


def person_before(text: str, phrase: tuple[int, int]) -> tuple[int, int] | None:
    """Give the person to whom a role is in apposition: « Paul Vidal, le chef de la mission qui estime que ».

    Not the last of several who are listed, nor one whose gender is another than the role's.
    """
    noun = noun_of_phrase(text, phrase)
    before = _NAME_BEFORE.search(text, max(0, phrase[0] - REACH), phrase[0])
    if noun is None or noun.kind != "person" or noun.plural or before is None:
        return None
    name = before.span(1)
    listed = _LISTED_BEFORE.search(text, max(0, name[0] - _FEW), name[0])
    if listed or not _WHO.match(text, phrase[1]) or person_in(text, *name) != name:
        return None
    told = gender_of_given_name(before[1].split(maxsplit=1)[0])
    article = text[slice(*phrase)].split(maxsplit=1)[0].lower()
    gender = _GENDERS.get(article, noun.gender)
    return None if told and gender and told != gender else name


def _has_finite_verb(words: list[str]) -> bool:
    """Whether a word is a finite verb and no noun behind an article or a preposition."""
    return any(
        is_finite_verb(word) and before not in DETERMINERS | LINKS
        for before, word in pairwise(["", *words])
        if before
    )


def apposed_person(text: str, position: int) -> tuple[int, int] | None:
    """Return the person's name in apposition to a phrase that ends at `position`: « la maire, Anne Roy ».

    A name with a verb behind it is the subject of that verb: « selon la mairie, Anne Roy suggère ».
    """
    comma = _APPOSITION.match(text, position)
    phrase = read_phrase(text, comma.end(), len(text)) if comma else None
    if phrase is None or person_in(text, *phrase) != phrase:
        return None
    behind = _NEXT_WORD.match(text, phrase[1])
    verb = behind and (
        behind[1] in _AUXILIARIES or Form.FINITE in form_of(behind[1]) or is_finite_verb(behind[1])
    )
    return None if verb else phrase
