"""Whether a reporting clause names the speaker beyond doubt.

A speaker is given by rule only where the clause's subject is a person, a body or a role, agrees with the
verb and stands where a subject stands. Everything else is left open with a reason, so that the model
decides: a wrong speaker does more harm than none.
"""

import re
from itertools import takewhile
from typing import Literal

from summarizer.french.given_names import is_given_name
from summarizer.french.lexicon import entries
from summarizer.french.quotations.clauses import ReportingClause
from summarizer.french.quotations.noun_phrases import DETERMINERS, LINKS, TITLES, person_in
from summarizer.french.quotations.speakers import NUMERAL, ONE_OF, WRITING, is_party_noun, noun_of_phrase
from summarizer.french.quotations.subjects import strip_before_verb
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.text.dictionary import is_known_french

Doubt = Literal[
    "no_clause", "nobody_named", "pronoun", "not_a_party", "far_subject", "far_quotation", "several"
]
"""Why no speaker is given: no reporting clause; a clause without a name (« dit-on »); a pronoun that may
stand for several; a subject that is no person, body or role; a subject that is not plainly the verb's; a
quotation far behind its verb; a verb in the plural with one name, or the reverse."""

Span = tuple[int, int]

_PLURAL_START = re.compile(
    r"(?:les|des|ces|ses|leurs|mes|nos|vos|plusieurs|certaine?s|quelques|deux|trois|quatre|cinq|six|sept|huit"
    r"|neuf|dix|ils|elles|ce(?:ux|lles)-ci)\b",
    re.IGNORECASE,
)
_SINGULAR_START = re.compile(
    r"(?:le|la|l['’]|une?|cet?|cette|son|sa|notre|leur|il|elle)(?:\s|(?<=['’]))", re.IGNORECASE
)
_BEFORE_PARTICIPLE = r"(?:-t)?(?:-(?:ils?|elles?|on))?\s(?:[^\W\d_]+\s){0,3}$"
_PLURAL_AUXILIARY = re.compile(
    rf"(?:^|[\s'’])(?:ont|sont|avaient|étaient|auront|seront|auraient|seraient){_BEFORE_PARTICIPLE}"
)
_SINGULAR_AUXILIARY = re.compile(
    rf"(?:^|[\s'’])(?:a|est|avait|était|aura|sera|aurait|serait){_BEFORE_PARTICIPLE}"
)
_SINGULAR_IN_ENT = frozenset(entries("singular_in_ent"))
_BEFORE_GERUND = re.compile(
    r"(?:,|\ben|\bet|\bou|_\s?,?)\s*(?:(?:ne|se|le|la|les|lui|y)\s|(?:[nsl])['’]\s?|notamment\s|ainsi\s)*$"
)
_RELATIVE = re.compile(
    r"(?:\s(?:de|du|des|d['’]|à|au|aux|en|pour|sur|dans)\s?[^,;:]{1,60}?)?(?:\s*+,)?\s*+qui\s*"
)
_VERBAL = frozenset(entries("words_between_verbs"))
_THEM = frozenset({"eux", "elles"})
_ROLE_BEHIND = re.compile(r"\s*,\s(?:l['’]|l[ea]\s|ex-)?([^,;:]{2,120})")
_APPOSED = re.compile(r"(?:\s*,(?P<inside>[^,;:]{1,140}),)+\s*")
_MAIN_VERB = re.compile(
    r"\s(?:est|sont|a|ont|était|avait|sera|va|vont|peut|doit|fait|faut|n['’]\w+|s['’]\w+|il|elle|on)\s"
)
_STARTS_RELATIVE = re.compile(r"\s*(?:qui|que|qu['’]|dont|où|lequel|laquelle|auquel)\b")
_COMPLEMENT = re.compile(
    r"\s(?:de|du|des|d['’]|à|au|aux|en|pour|sur|dans|chez|contre|auprès|par|depuis|hier|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|ce\s|cette\s)[^,;:]{0,80}"
)
_SUBORDINATE = re.compile(
    r"\b(?:que|qui|dont|où|lequel|laquelle|car|parce|lorsque|quand)\b|\b(?:lorsqu|qu)['’]"
)
_GOVERNED = re.compile(
    r"(?:\b(?:de|du|des|à|au|aux|avec|par|contre|chez|sur|dans|sans|entre|vers|en)\s|\bd['’])(?:l['’]|l[ae]s?\s)?\s*$"
)
_NAME_AND = re.compile(r"(?:^|[\s(])[A-ZÀ-Ý][\w'’-]*\s(?:\([^)]{0,20}\)\s)?et\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_COORDINATED = re.compile(r"(?:\bet|\bpuis|\bmais|\bou|,)\s*$")
_LONGEST = 200


def is_speaker(text: str, phrase: Span, *, begins_sentence: bool) -> bool:
    """Whether a phrase is known as a person, a body, a role or a writing that speaks.

    `begins_sentence`: its capital may be owed to its place.
    """
    words = text[slice(*phrase)].replace("’", "'").replace("'", "' ").split()
    if NUMERAL.fullmatch(words[0]) or ONE_OF.match(text, *phrase):
        return any(is_party_noun(word) or word in _THEM or word[0].isupper() for word in words[1:6])
    if person_in(text, *phrase) is not None or noun_of_phrase(text, phrase) is not None:
        return True
    if words[0].lower().rstrip("'") in DETERMINERS:
        return _is_body(words[1:4])
    common = begins_sentence and is_known_french(words[0].lower())
    alone = len(words) == 1 or not words[1][0].isupper()
    return not (words[0][0].isupper() and common and alone)


def _is_body(words: list[str]) -> bool:
    """Whether the words behind a determiner begin a proper name, or with a writing that speaks."""
    if words and words[0][0].isupper():
        return True
    head = takewhile(lambda word: word.lower() not in LINKS, words)
    return any(WRITING.fullmatch(word) for word in head)


def _is_plural_verb(text: str, verb: Span) -> bool | None:
    """Whether a verb is in the plural; None where its form does not tell."""
    word = text[slice(*verb)].lower()
    form = form_of(word)
    if not form:
        return None
    if Form.FINITE in form and Form.PARTICIPLE not in form:
        return word.endswith(("ent", "ont")) and word not in _SINGULAR_IN_ENT
    before = text[max(0, verb[0] - 40) : verb[0]]
    if _PLURAL_AUXILIARY.search(before):
        return True
    return False if _SINGULAR_AUXILIARY.search(before) else None


def agrees(text: str, verb: Span, subject: Span) -> bool:
    """Whether verb and subject can agree in number: « le maire » is not the subject of « dénoncent »."""
    plural = _is_plural_verb(text, verb)
    words = text[slice(*subject)]
    if plural is None or verb[0] == verb[1]:
        return True
    if plural:
        joined = " et " in words or " and " in words
        name = not _SINGULAR_START.match(words) and person_in(text, *subject) is None
        return joined or name or _PLURAL_START.match(words) is not None
    return _PLURAL_START.match(words) is None


def doubt_of_lead_in(plain: str, start: int, clause: ReportingClause) -> Doubt | None:
    """Return why a subject before a quotation may not be its speaker; None where it is.

    `start`: where the journalist's sentence begins in `plain`, which has quotations blanked.
    """
    subject, verb = clause.subject, clause.verb
    if subject is None:
        return "nobody_named"
    if subject[0] >= verb[1] and verb[0] < verb[1]:
        return None  # « selon X », « comme l'explique X »
    if verb[0] == verb[1]:
        person = person_in(plain, *subject)
        sure = person is not None and _has_given_name(plain[slice(*person)])
        return None if sure and plain[: verb[1]].rstrip().endswith(":") else "far_subject"
    left = plain[start : subject[0]]
    if _NAME_AND.search(left) or not agrees(plain, verb, subject):
        return "several"
    governed = _GOVERNED.search(left)
    relative = _RELATIVE.fullmatch(strip_before_verb(plain[subject[1] : verb[0]]))
    loose = governed and (governed[0].startswith("d") or not relative)
    return "far_subject" if loose or not _is_tied(plain, subject, verb) else None


def _has_given_name(name: str) -> bool:
    """Whether a name is a person's beyond doubt: « Anne Roy : « … » », not « Freebox Delta : « … » »."""
    first = name.split(maxsplit=1)[0]
    return is_given_name(first) or first.rstrip(".") in TITLES or first.endswith(".")


def _is_tied(plain: str, subject: Span, verb: Span) -> bool:
    """Whether nothing between a subject and its verb can have a subject of its own."""
    between = plain[subject[1] : verb[0]]
    form = form_of(plain[slice(*verb)])
    if Form.GERUND in form and not _BEFORE_GERUND.search(between):
        return False  # « le discours de X jugeant que »: X speaks
    dependent = not form & (Form.FINITE | Form.PARTICIPLE)
    stripped = between if dependent else strip_before_verb(between)
    if not stripped.strip() or _RELATIVE.fullmatch(stripped) or _is_aside(stripped):
        return True
    if "," not in stripped and all(word in _VERBAL or form_of(word) for word in _WORD.findall(stripped)):
        return True  # « a déclaré avoir », « dit vouloir »
    if _SUBORDINATE.search(stripped):
        return False
    if _COMPLEMENT.fullmatch(stripped) and not _has_verb(stripped):
        return True
    shared = dependent or _COORDINATED.search(stripped) is not None
    return shared and ";" not in stripped and len(stripped) < _LONGEST


def _is_aside(words: str) -> bool:
    """Whether words between a subject and its verb are in apposition to the subject, or a relative clause."""
    apposed = _APPOSED.fullmatch(words)
    if apposed and (_STARTS_RELATIVE.match(apposed["inside"]) or not _MAIN_VERB.search(apposed["inside"])):
        return True
    role = _ROLE_BEHIND.fullmatch(words)
    return (
        role is not None
        and any(map(is_party_noun, role[1].split()[:3]))
        and not _MAIN_VERB.search(words)
        and not _SUBORDINATE.search(words)
    )


def _has_verb(words: str) -> bool:
    return _MAIN_VERB.search(words) is not None or any(
        Form.FINITE in form_of(word[0]) and word[0].islower() for word in _WORD.finditer(words)
    )
