"""Reads the noun phrases that can name a speaker: « Marie Roy », « le porte-parole du ministère ».

No parser: a phrase starts at a determiner, a title or a capital and ends before the first word that
cannot belong to it. Every reading looks at a bounded number of characters.
"""

import re

from summarizer.french.conjugation import is_finite_verb
from summarizer.french.given_names import is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.quotations.verbs import Form, form_of

DETERMINERS = frozenset(entries("determiners"))
"""What a phrase can begin with, besides a capital."""

LINKS = frozenset(entries("links_in_phrases"))
"""Lower-case words inside a phrase or a name."""

STOPS = frozenset(entries("stops_of_phrases"))
"""Words that belong to no phrase, or begin the next one."""

REACH = 240
"""No phrase or clause is read further than this many characters."""

_TOKEN = re.compile(r"\s*(?:([^\W_][\w-]*)(?:(['’])(\s?))?(\.(?=\s?[^\W\d_]))?|[&@]\s)")
_CIVILITIES = frozenset(["monsieur", "madame", "mademoiselle", "messieurs", "mesdames"])
TITLES = frozenset(
    [
        "M",
        "MM",
        "Mme",
        "Mmes",
        "Mlle",
        "Me",
        "Mgr",
        "Dr",
        "Pr",
        "Sir",
        "Lord",
        "Lady",
        "Miss",
        "Mr",
        "Mrs",
        "Maître",
    ]
)
_DEFINITE = frozenset(["le", "la", "les", "l"])
_LEADS_ARTICLE = frozenset(["de", "d", "à", "sur", "et", "van", "der"])
_ONE_OF = re.compile(
    r"(?:l['’]\s?)?une?\s+(?=(?:des|de|du|d['’])\b)(?:de\s+(?=[lcs])|(?=des\b)|d['’]\s?(?:entre )?)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^(?:de|du|des|d['’]|à|et)$", re.IGNORECASE)
_JOINED = re.compile(r"\s*et\s+(?!(?:l[ae]s?|une?|des|du|de|son|sa|ses|leurs?)\b)[a-zà-ÿ]{4,}")
_INVERTED = re.compile(r"-(?:ils?|elles?|on|je|tu|nous|vous|ce)$")
_WORD = re.compile(r"[^\s,]+")
_BEHIND_EN = ("chef", "charge", "second", "exercice")
_GOES_WITH = re.compile(rf"\s*en\s+(?:{'|'.join(_BEHIND_EN)})\b")
_WORDS_OF_BODIES = frozenset(entries("capitals_of_bodies"))
_NOT_FAMILY_NAMES = frozenset(
    [
        "Presse",
        "Télévisions",
        "Télévision",
        "Info",
        "Inter",
        "Culture",
        "Bleu",
        "Travail",
        "Insoumise",
        "Nature",
    ]
)
"""What stands after « France » where it is no given name."""
PRONOUNS = re.compile(
    r"(?:ce dernier|cette dernière|ces derniers|ces dernières|celui-ci|celle-ci|ceux-ci|celles-ci"
    r"|elles?|ils?|lui|eux)\b",
    re.IGNORECASE,
)


def read_phrase(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Read the noun phrase that starts at `start` (white space skipped), not beyond `limit`.

    Gives its span, or None where no phrase that could name somebody starts there.
    """
    limit = min(limit, start + REACH)
    first = _TOKEN.match(text, start, limit)
    if (
        first is None
        or first[1] is None
        or PRONOUNS.match(text, first.start(1), limit)
        or not _can_start(first[1], elided=first[2] is not None)
    ):
        return None
    begin = first.start(1)
    if one_of := _ONE_OF.match(text, begin, limit):
        rest = read_phrase(text, one_of.end(), limit)
        them = PRONOUNS.match(text, one_of.end(), limit)
        return (begin, them.end()) if them else (begin, rest[1]) if rest else None
    return _read_words(text, first, limit)


def _read_words(text: str, first: re.Match[str], limit: int) -> tuple[int, int] | None:
    """Read a phrase from its first token on, as far as the words belong to it."""
    begin = first.start(1)
    named = first[1][0].isupper() and first[1].lower() not in DETERMINERS
    end = first.end(1) if named else -1
    position = first.end()
    noun = named
    if first[4] and len(first[1]) > 2 and first[1] not in TITLES:
        return (begin, end) if named else None
    previous = ""
    given, person_named = named and is_given_name(first[1]), False
    for _ in range(14):
        token = _TOKEN.match(text, position, limit)
        if token is None or not _belongs(token, text, limit, previous=previous if noun else None):
            break
        word = token[1] or ""
        position = token.end()
        previous = word.lower()
        if person_named and word[:1].islower() and previous not in LINKS:
            break
        if word[:1].isupper():
            person_named = given
            given = is_given_name(word) or (given and word in TITLES)
        if word and (previous not in LINKS or word[0].isupper()) and not token[2]:
            stopped = token[4] and (len(word) == 1 or word in TITLES)
            end = token.end(4) if stopped else token.end(1)
            noun = True
        if token[4] and len(word) > 2 and word not in TITLES:
            break
    return (begin, end) if end > begin and noun else None


def _can_start(word: str, *, elided: bool) -> bool:
    lower = word.lower()
    if lower in DETERMINERS:
        return elided == (lower == "l")
    if lower in _CIVILITIES:
        return True
    return word[0].isupper() and lower not in STOPS and not elided and not _INVERTED.search(lower)


def _belongs(token: re.Match[str], text: str, limit: int, *, previous: str | None) -> bool:
    """Tell whether a token goes on with a phrase; `previous`: the word before, None before the noun."""
    word = token[1]
    if word is None or word[0].isupper():
        return True
    lower = word.lower()
    if previous == "en" and lower in _BEHIND_EN:
        return True
    if lower in {"en", "et"}:
        return _joins(token, text, limit)
    if lower in _DEFINITE:
        return previous is None or previous in _LEADS_ARTICLE
    if lower in LINKS:
        return True
    verb = previous is not None and (
        form_of(lower) & (Form.GERUND | Form.FINITE) or (previous not in LINKS and is_finite_verb(lower))
    )
    return not verb and lower not in STOPS and not word[0].isdigit()


def _joins(token: re.Match[str], text: str, limit: int) -> bool:
    """Tell « rédacteur en chef » and « examens et concours » from what goes on with the sentence."""
    if _GOES_WITH.match(text, token.start(), limit):
        return True
    joined = _JOINED.match(text, token.start(), limit) is not None
    return joined and not _verb_follows(text, token.end(), limit)


def _verb_follows(text: str, position: int, limit: int) -> bool:
    word = _TOKEN.match(text, position, limit)
    return word is None or word[1] is None or word[1] in STOPS or bool(form_of(word[1]) & Form.FINITE)


_PERSON_AT = re.compile(
    r"(?:l[ea]\s[a-zà-ÿ-]+\s|l['’]\s?[a-zà-ÿ-]+\s)?(?:(?:M|MM|Mmes?|Mlle|Me|Dr|Pr|Mgr)\.?\s)?[A-ZÀ-Ý]"
)


def named_person_at(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Give the phrase at `start` if it is surely a person's name: a title or a known given name tells."""
    if not _PERSON_AT.match(text, start, limit):
        return None
    phrase = read_phrase(text, start, limit)
    if phrase is None or phrase[0] != start:
        return None
    words = text[slice(*phrase)].split()
    titled = words[0].rstrip(".") in TITLES and len(words) > 1
    given = len(words) > 1 and is_given_name(words[0]) and words[1][0].isupper()
    named = person_in(text, *phrase)
    role = named is not None and named != phrase and is_given_name(text[slice(*named)].split(maxsplit=1)[0])
    return phrase if titled or given or role else None


def person_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the person's name at the end of a phrase (« le maire Paul Roy » → « Paul Roy »), or None."""
    words = list(_WORD.finditer(text[start:end]))
    if len(words) < 2:
        return None
    for number, word in enumerate(words[:-1] if words[-1][0][0].isupper() else ()):
        if is_given_name(word[0].rstrip(".")):
            rest = words[number:]
            if any(w[0] in _NOT_FAMILY_NAMES for w in rest):
                return None
            owned = number > 0 and _OWNED.search(words[number - 1][0]) is not None
            if not owned and all(w[0][0].isupper() or w[0].lower() in LINKS for w in rest):
                return start + word.start(), end
    if words[0][0] not in TITLES and all(w[0][0].isupper() for w in words):
        body = any(w[0] in _WORDS_OF_BODIES for w in words) or all(w[0].isupper() for w in words)
        return None if body else (start, end)
    return (start, end) if words[0][0].rstrip(".") in TITLES else None
