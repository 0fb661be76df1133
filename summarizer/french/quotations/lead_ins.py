"""Clauses that say who speaks before the words reported: « X estime que … », « selon X, … », « X : … ».

The last reporting verb before a quotation decides, then its subject; where the sentence has no such
verb and leads in by a colon or a comma, its own subject is who acts in it.
"""

import re
from functools import lru_cache

from summarizer.french.quotations.clauses import ReportingClause
from summarizer.french.quotations.noun_phrases import PRONOUNS, named_person_at, read_phrase
from summarizer.french.quotations.subjects import AS_SAYS, find_subject, first_subject, last_verb
from summarizer.french.quotations.verbs import Form, form_of

_INVERTED = re.compile(r"-\s?(?:t\s?-\s?)?(ils?|elles?)\b")
_ACCORDING = re.compile(
    r"(?<![\w'’-])(selon|d['’]\s?après|pour|aux yeux de|d['’]avis de|dixit|citant|de l['’]avis de"
    r"|à en croire"
    r"|de l['’]aveu de)\s+(?=\S)",
    re.IGNORECASE,
)
_PASSIVE_BEFORE = re.compile(
    r"(?<![\w'’])(?:est|sont|était|étaient|fut|furent|sera|seront|serait|seraient|soit|été|être"
    r"|(?<=c['’])est)\s+"
    r"(?:[^\W\d_]+\s+){0,2}$"
)
_NAMED_AS = re.compile(r"([^\W\d_]+)\s+(?:de|d['’]|du|des|comme)\s?(?:une?\s|l['’]|les?\s|la\s|étant\s)?\s*$")
_SEEN_BEFORE = 8
"""So many characters before the stretch are looked at, for where its first word starts."""
_ASIDE = re.compile(
    r"\s*,(?:[^,;:.]{2,80},)?\s*"
    r"(?:(?:il s['’]agi(?:t|rait|ssait)|c['’](?:est|était)|ce (?:serait|sont)|cela)\b[^,;:.]{0,40})?"
)
_NEAR = 120
_WORDS_OF = re.compile(
    r"\b(?:mots|phrase|formule|propos|déclaration|réponse|message|avertissement|témoignage)\s"
    r"(?:de\s|d['’]\s?|(?=du\s|des\s))(?=(\S[^:]{1,90}):\s*$)"
)
"""« ces mots de X : « … » »."""
_COLON = re.compile(r"\s*:\s*")
_LED_IN = re.compile(r"[:,]\s*$")
_PASSIVE = re.compile(r"\s*(?:[\w'’ ]{0,40}?)\bpar\s+(?=\S)")


def read_lead_in(text: str, start: int, end: int) -> ReportingClause | None:
    """Read who speaks from `text[start:end]`, the part of the sentence before a quotation."""
    offset = max(0, start - _SEEN_BEFORE)
    clause = _read(text[offset:end], start - offset)
    if clause is None or offset == 0:
        return clause
    subject = clause.subject and (clause.subject[0] + offset, clause.subject[1] + offset)
    return ReportingClause(
        verb=(clause.verb[0] + offset, clause.verb[1] + offset),
        subject=subject,
        pronoun=clause.pronoun,
        end=clause.end + offset,
    )


@lru_cache(maxsize=256)  # a text that repeats itself within one sentence would be read over and over
def _read(text: str, start: int) -> ReportingClause | None:
    end = len(text)
    verb = last_verb(text, start, end)
    for source in reversed(list(_ACCORDING.finditer(text, start, end))):
        if verb is not None and source.start(1) < verb[0]:
            break
        clause = _according(text, source, end)
        if clause is not None:
            return clause
    if verb is not None:
        return _with_verb(text, start, verb, end)
    words_of = _WORDS_OF.search(text, max(start, end - _NEAR), end)
    phrase = read_phrase(text, words_of.start(1), end) if words_of else None
    if words_of and phrase and _COLON.fullmatch(text, phrase[1], end):
        return ReportingClause(
            verb=(words_of.start(), words_of.start(1)), subject=phrase, pronoun=False, end=end
        )
    if _LED_IN.search(text, max(start, end - 4), end):
        return _clause(text, (end, end), first_subject(text, start, end), end)
    return None


def _with_verb(text: str, start: int, verb: tuple[int, int], end: int) -> ReportingClause | None:
    """Read the clause of a verb: passive, inverted (« comme l'explique X »), or its subject before it."""
    if _is_passive(text, start, verb):
        return ReportingClause(verb=verb, subject=None, pronoun=False, end=end)
    as_says = AS_SAYS.search(text, start, verb[0])
    if as_says and as_says.end() == verb[0]:
        phrase = read_phrase(text, verb[1], end)
        if phrase is not None:
            return ReportingClause(verb=verb, subject=phrase, pronoun=False, end=end)
    inverted = _INVERTED.match(text, verb[1], end)
    if inverted is None:
        inverted = _INVERTED.search(text, max(start, verb[0] - 16), verb[0])
    if inverted is not None:
        return ReportingClause(verb=verb, subject=inverted.span(1), pronoun=True, end=end)
    return _clause(text, verb, find_subject(text, start, verb), end)


def _is_passive(text: str, start: int, verb: tuple[int, int]) -> bool:
    """Tell « il est accusé de », « a été décrit comme », whose subject does not speak."""
    if Form.PARTICIPLE not in form_of(text[slice(*verb)]):
        return False
    return _PASSIVE_BEFORE.search(text[max(start, verb[0] - 40) : verb[0]]) is not None


def _according(text: str, match: re.Match[str], end: int) -> ReportingClause | None:
    verb = match.span(1)
    pronoun = PRONOUNS.match(text, match.end(), end)
    if pronoun:
        return ReportingClause(verb=verb, subject=pronoun.span(), pronoun=True, end=end)
    phrase = read_phrase(text, match.end(), end)
    if phrase is None or (match[1].lower() == "pour" and not _tells_for(text, phrase, end)):
        return None
    return ReportingClause(verb=verb, subject=phrase, pronoun=False, end=end)


def _tells_for(text: str, phrase: tuple[int, int], end: int) -> bool:
    """Whether « pour X » says who judges, and not for whom: « pour X, il s'agit d'une « … » »."""
    if _COLON.fullmatch(text, phrase[1], end):
        return named_person_at(text, phrase[0], end) is not None
    return _ASIDE.fullmatch(text, phrase[1], end) is not None


def _clause(
    text: str, verb: tuple[int, int], subject: tuple[int, int] | None, end: int
) -> ReportingClause | None:
    if subject is None:
        return None
    words = text[slice(*subject)]
    pronoun = PRONOUNS.fullmatch(words) is not None
    if words.lower() == "on":
        return ReportingClause(verb=verb, subject=None, pronoun=False, end=end)
    return ReportingClause(verb=verb, subject=subject, pronoun=pronoun, end=end)


def read_agent(text: str, position: int, limit: int) -> tuple[int, int] | None:
    """Read who « par » names behind a quotation: « qualifié de « … » par ses détracteurs »."""
    match = _PASSIVE.match(text, position, min(limit, position + 80))
    return read_phrase(text, match.end(), limit) if match else None


def naming_participle(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the participle that a quotation hangs on: « qualifié de », « décrit comme un »."""
    match = _NAMED_AS.search(text, max(start, end - 40), end)
    if match and form_of(match[1]) & (Form.SAYS | Form.JUDGES) and Form.PARTICIPLE in form_of(match[1]):
        return match.span(1)
    return None
