"""Clauses that say who speaks, read where they stand: behind the words reported, or before them.

Behind: « … », a déclaré X · insiste-t-elle · selon X. Before: X estime que … · selon X, … · X : …
Rules of syntax, no parser; each reading looks at a bounded stretch of text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.french.conjugation import is_finite_verb
from summarizer.french.quotations.noun_phrases import PRONOUNS, REACH, named_person_at, read_phrase
from summarizer.french.quotations.speakers import names_a_place, noun_of_phrase
from summarizer.french.quotations.verbs import Form, form_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingClause:
    """A reporting verb (or « selon ») and its subject; code point offsets, end exclusive.

    `pronoun`: the subject is one (« il », « -t-elle », « ce dernier »); `subject` is None where the
    clause names nobody (« dit-on »). `end`: where the clause has been read to.
    """

    verb: tuple[int, int]
    subject: tuple[int, int] | None
    pronoun: bool
    end: int


_WORD = r"[^\W\d_]+"
_LEAD = re.compile(r"[\s,–—-]*")
_CLITICS = re.compile(
    r"(?:(?:(?:nous|vous|lui|leur|me|te|se|en|y|ne)\s|[nsmtl]['’]\s?)(?=[^\W\d_])){0,3}",
    re.IGNORECASE,
)
_ADVERB = (
    r"(?:également|aussi|encore|notamment|ensuite|enfin|ainsi|toutefois|cependant|alors|déjà|même|tout"
    r"|bien|été|de nouveau|à nouveau"
    r"|d['’]ailleurs|d['’]abord|en outre|par ailleurs|par exemple|récemment|pour sa part|quant à (?:lui"
    r"|elle)"
    r"|pourtant|toujours|souvent|plus tard|de son côté|en substance|[^\W\d_]+ment)"
)
_AUX = r"(?:a|ont|avait|avaient|aura|auront|aurait|auraient|eut|est|sont|était|étaient|fut|serait)"
_INVERTED = re.compile(rf"({_WORD})\s?-\s?(?:t\s?-\s?)?(ils?|elles?|on|je|nous|vous)\b", re.IGNORECASE)
_PERFECT = re.compile(
    rf"{_AUX}(?:\s?-\s?(?:t\s?-\s?)?(ils?|elles?|on))?\s+(?:{_ADVERB}\s+){{0,3}}(?:(?:été|dû|pu|tenu à"
    rf"|voulu|su)\s+)?"
    rf"({_WORD})(?:\s+(?:{_ADVERB}\s+){{0,2}}(?:à|de|d['’]|en)?\s?(savoir|valoir|remarquer|observer"
    rf"|entendre"
    rf"|comprendre|[^\W\d_]+er|dire|écrire|répondre|conclure|poursuivre|disant|[^\W\d_]+ant))?\b"
)
_FAIT = re.compile(
    r"(?:fait|font|faisait|fera|fit|laisse(?:nt)?|laissait)(?:-(?:t-)?(ils?|elles?|on))?\s+"
    r"(savoir|valoir|remarquer|observer|entendre|tomber)\b"
)
_WARNS = re.compile(
    rf"(?:{_AUX}(?:\s?-\s?(?:t\s?-\s?)?(ils?|elles?|on))?\s+(?:{_ADVERB}\s+){{0,2}}(mis)"
    r"|(met|mettent|mettait|mettaient|mettra|mettront)(?:\s?-\s?(?:t\s?-\s?)?(ils?|elles?|on))?)"
    r"\s+en\s+garde\b"
)
_SIMPLE = re.compile(rf"({_WORD})\b")
_ACCORDING = re.compile(
    r"(selon|d['’]\s?après|dixit|aux yeux de|de l['’]aveu de|pour|à en croire)\s+", re.IGNORECASE
)
_READ_ON = re.compile(
    r"(?:peut|pouvait|pouvons|pourra)-on (?:lire|entendre|y lire)|lit-on|(?:a|ont)-t-on (?:appris|indiqué"
    r"|précisé)"
    r"|[^\W\d_]+-t?-?on(?:\s[^\W\d_]+é)?"
)
_READING = re.compile(r"\s+(?:y\s)?(?:lire|entendre|appris|indiqué|précisé|expliqué|assuré|ajouté)\b")
_SOURCE = re.compile(r"\s+(?:dans|sur|à|au|aux|chez|de|du|auprès de)\s?(?=\S)(?:la |l['’]\s?|le |les )?")
_OF_OR_IN = re.compile(r"\s(?:à|aux?|de|du)\b")
_TIME = re.compile(
    rf"\s*,?\s*(?:hier|aujourd['’]hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce jour|tard|tôt"
    rf"|(?:ce|cet|cette)\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|après-midi"
    rf"|semaine)"
    rf"|le\s\d{{1,2}}\s{_WORD}|dans la (?:soirée|matinée|journée|nuit|foulée)|en fin de [\w-]+"
    rf"|en début de [\w-]+"
    rf"|{_ADVERB})(?:\s(?:soir|matin|midi|après-midi|dernier|\d{{1,2}}(?:er)?\s{_WORD}(?:\s\d{{4}})?))?\b,?"
)
_PREPOSITION = re.compile(
    r"\s*,?\s*(?:à|au|aux|sur|dans|devant|auprès|lors|en|par|selon|avec|après|pour|via|face|depuis"
    r"|d['’]une?|d['’])\b"
)
_SHORT_PP = re.compile(
    r"\s*,?\s*(?:à|au|aux|dans|sur|devant|en|pour)\s+(?:(?:la|le|les|une?|sa|son|ses|leurs?)\s"
    r"|l['’]\s?)?[a-zà-ÿ][\w-]+"
    r"(?:\s(?:de|du|des)\s(?!l[ae]s?\b)[a-zà-ÿ][\w-]+)?\s+(?!(?:de|du|des)\b)(?=(?:l[ea]s?|une?|l['’]"
    r"|[A-ZÀ-Ý])[\w ])"
)
_TOLD_TO = re.compile(
    r"(?:\s*+,)?\s*+(?:à|au|aux|auprès (?:de|du|des)"
    r"|sur|dans|devant|chez|pour)\s?(?:l['’]\s?|la\s|le\s|les\s)?"
    r"(?:(?:agence|journal|quotidien|chaîne|radio|site|micro|antenne|ondes|micros|colonnes|presse|magazine)\s"
    r"(?:de\s|du\s)?)?(?:l['’]\s?|la\s)?(?:[A-Z0-9À-Ý][\w.-]*\s){1,3}?(?=[A-ZÀ-Ý]|l[ea]\s|une?\s)"
)
_STOP = re.compile(r"[.!?;:»”\"\n]")


def read_clause_after(text: str, position: int, limit: int) -> ReportingClause | None:
    """Read the clause that follows the words reported at `position`, within `text[:limit]`, or None."""
    limit = min(limit, position + REACH)
    lead = _LEAD.match(text, position, limit)
    start = lead.end() if lead else position
    according = _ACCORDING.match(text, start, limit)
    if according:
        return _according(text, according, limit)
    as_said = _AS_SAID.match(text, start, limit)
    start = as_said.end() if as_said else start
    clitics = _CLITICS.match(text, start, limit)
    verb_start = clitics.end() if clitics else start
    return (
        _verb_and_subject(text, verb_start, limit)
        or _read_on(text, start, limit)
        or _any_verb(text, verb_start, limit)
    )


_AS_SAID = re.compile(r"comme\s(?:l[ea]\s(?=[^\W\d_])|(?=l['’]))")
"""« … », comme le dit X."""
_ANY_VERB = re.compile(r"([a-zà-öø-ÿœ]{3,20})\s(?=[A-ZÀ-Ý]|l[ea]\s[a-zà-ÿ-]+\s[A-ZÀ-Ý]|M(?:me|lle)?\.?\s)")


def _any_verb(text: str, start: int, limit: int) -> ReportingClause | None:
    """Read any verb before a person's name: « « … », soupire Anne Roy ». Behind a quotation it reports."""
    match = _ANY_VERB.match(text, start, limit)
    person = named_person_at(text, match.end(), limit) if match else None
    if match is None or person is None or not is_finite_verb(match[1]):
        return None
    return _named(match.span(1), person)


def _according(text: str, match: re.Match[str], limit: int) -> ReportingClause | None:
    """Read « selon X »; « pour » takes a name, an article of a body or a pronoun, not an aim."""
    verb = match.span(1)
    pronoun = PRONOUNS.match(text, match.end(), limit)
    if pronoun:
        return ReportingClause(verb=verb, subject=pronoun.span(), pronoun=True, end=pronoun.end())
    phrase = read_phrase(text, match.end(), limit)
    if phrase is None or (match[1].lower() == "pour" and not text[phrase[0]].isupper()):
        return None
    return _named(verb, phrase)


def _verb_and_subject(text: str, start: int, limit: int) -> ReportingClause | None:
    verb, pronoun, end = _verb_at(text, start, limit)
    if verb is None:
        return None
    if pronoun is not None:
        if text[slice(*pronoun)].lower() == "on":
            read = _READING.match(text, end, limit)
            end = read.end() if read else end
            return _source(text, verb, end, limit)
        known = text[slice(*pronoun)].lower() in {"il", "elle", "ils", "elles"}
        return ReportingClause(verb=verb, subject=pronoun if known else None, pronoun=known, end=end)
    return _subject_after(text, verb=verb, position=end, limit=limit)


def _verb_at(text: str, start: int, limit: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None, int]:
    """Read a reporting verb at `start`: its span, the span of an inverted pronoun, and where they end."""
    for pattern in (_PERFECT, _FAIT):
        match = pattern.match(text, start, limit)
        if match:
            group = 3 if pattern is _PERFECT and match[3] and form_of(match[3]) & Form.SAYS else 2
            says = pattern is _FAIT or (
                form_of(match[group]) & Form.SAYS
                and form_of(match[group]) & ~(Form.FINITE | Form.SAYS | Form.JUDGES)
            )
            if pattern is _PERFECT and match[2] in {"fait", "laissé"} and match[3]:
                group, says = 3, True
            if says:
                return match.span(group), match.span(1) if match[1] else None, match.end(group)
    warns = _WARNS.match(text, start, limit)
    if warns:
        pronoun = next((warns.span(group) for group in (1, 4) if warns[group]), None)
        return warns.span(2 if warns[2] else 3), pronoun, warns.end()
    inverted = _INVERTED.match(text, start, limit)
    if inverted:
        return inverted.span(1), inverted.span(2), inverted.end()
    simple = _SIMPLE.match(text, start, limit)
    if simple and Form.FINITE | Form.SAYS in form_of(simple[1]) and simple[1].islower():
        return simple.span(1), None, simple.end()
    return None, None, start


def _subject_after(text: str, *, verb: tuple[int, int], position: int, limit: int) -> ReportingClause | None:
    """Read the inverted subject behind a verb, past what may stand between (« hier », « à la presse »)."""
    for _ in range(3):
        time = _TIME.match(text, position, limit)
        if time is None or time.end() == position:
            break
        position = time.end()
    pronoun = re.compile(r"\s*(?:,\s*)?").match(text, position, limit)
    begin = pronoun.end() if pronoun else position
    match = PRONOUNS.match(text, begin, limit)
    if match and len(match[0]) > 4:
        return ReportingClause(verb=verb, subject=match.span(), pronoun=True, end=match.end())
    phrase = read_phrase(text, begin, limit) if not _PREPOSITION.match(text, position, limit) else None
    if phrase is None:
        phrase = _past_complement(text, position, limit)
    if phrase is None:
        return None
    return _named(verb, phrase)


def _past_complement(text: str, position: int, limit: int) -> tuple[int, int] | None:
    """Read the subject behind a complement: « a déclaré sur les ondes de X, Y », « a dit à la presse Y »."""
    if not _PREPOSITION.match(text, position, limit):
        return None
    stop = _STOP.search(text, position, limit)
    limit = stop.start() if stop else limit
    told = _TOLD_TO.match(text, position, limit)
    if told and (party := named_person_at(text, told.end(), limit) or _role_at(text, told.end(), limit)):
        return party
    short = _SHORT_PP.match(text, position, limit)
    if short:
        phrase = read_phrase(text, short.end(), limit)
        if phrase:
            return phrase
    for comma in list(re.finditer(",", text[position:limit]))[:2]:
        phrase = read_phrase(text, position + comma.end(), limit)
        if phrase and not _STOP.search(text, position + comma.end(), phrase[0]):
            return phrase
    return None


def _role_at(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Read a role with its article: « a indiqué au Monde le premier substitut du procureur »."""
    phrase = read_phrase(text, start, limit)
    return phrase if phrase and phrase[0] == start and noun_of_phrase(text, phrase) else None


def _named(verb: tuple[int, int], phrase: tuple[int, int]) -> ReportingClause:
    return ReportingClause(verb=verb, subject=phrase, pronoun=False, end=phrase[1])


def _read_on(text: str, start: int, limit: int) -> ReportingClause | None:
    match = _READ_ON.match(text, start, limit)
    return _source(text, match.span(), match.end(), limit) if match else None


def _source(text: str, verb: tuple[int, int], end: int, limit: int) -> ReportingClause:
    """Read whom « on » stands for: « indique-t-on de source policière », « peut-on lire dans Le Jour »."""
    source = _SOURCE.match(text, end, limit)
    phrase = None
    if source:
        back = re.search(r"(?:la |l['’]\s?|le |les )$", source[0])
        at = source.end() - (len(back[0]) if back else 0)
        phrase = read_phrase(text, at, limit)
        if phrase and _OF_OR_IN.match(source[0]) and names_a_place(text[slice(*phrase)]):
            phrase = None
    return ReportingClause(verb=verb, subject=phrase, pronoun=False, end=phrase[1] if phrase else end)


def find_reporting_clauses(text: str) -> Iterator[ReportingClause]:
    """Give the inverted clauses (« , a précisé cette source ») of a text, between marks or not."""
    for match in re.finditer(r"[,»”\"!?…]\s*(?=[^\W\dA-ZÀ-Ý_])", text):
        clause = read_clause_after(text, match.end(), len(text))
        if clause is not None:
            yield clause
