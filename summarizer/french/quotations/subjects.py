"""Finds the subject of a reporting verb that stands before a quotation, without a parser.

The last reporting verb counts; its subject is looked for to its left, through appositions, relative
and coordinated clauses, and at the head of the sentence where the verb shares it.
"""

import re
from itertools import islice

from summarizer.french.quotations.clauses import read_clause_after
from summarizer.french.quotations.noun_phrases import PRONOUNS, person_in, read_phrase
from summarizer.french.quotations.speakers import is_party
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.french.sentences import skip_space

_WORD = re.compile(r"[^\W\d_]+")
_AUX = (
    r"a|ont|avait|avaient|aura|auront|aurait|auraient|eut"
    r"|est|sont|était|étaient|fut|serait|seraient|ai|as|avons"
)
_AUX_BEFORE = re.compile(
    rf"(?:\b|(?<=['’]))(?:{_AUX})(?:-t)?(?:-(?:ils?|elles?|on))?\s+(?:[^\W\d_]+\s+){{0,3}}$", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:le|la|les|un|une|des|du|de|ce|cet|cette|ces|son|sa|ses|leurs?|aux?|cette|en|par|sur|sans"
    r"|plus|très|moins|assez|peu"
    r"|d['’]une?)\s|"
    r"\b(?:l|d)['’]\s?)$",
    re.IGNORECASE,
)
_BE_BEFORE = re.compile(
    r"\b(?:est|sont|était|étaient|sera|seront|fut|furent|reste|restent|restait)\s"
    r"(?:(?:toujours|cependant|encore|bien|aussi|également|déjà|très|peu|plus|pas|[^\W\d_]+ment)\s){0,3}$"
)
_BEFORE_VERB = re.compile(
    r"(?:(?:^|[\s'’])(?:n['’]|ne|s['’]|se|l['’]|lui|leur|en|y|nous|me|m['’]|le|la|les|a|ont|avait|avaient"
    r"|aurait|auraient"
    r"|aura|est|sont|était|étaient|fut|serait|fait|faisait|pas|également|aussi|encore|notamment|ensuite"
    r"|enfin|ainsi"
    r"|toutefois|cependant|pourtant|alors|déjà|bien|été|tout|même|récemment|toujours|souvent"
    r"|d['’]ailleurs|va|vont|par la suite|en effet|à son tour|en retour|de même|au passage|dans la foulée"
    r"|quant à elle|pour leur part|de leur côté"
    r"|doit|peut|pourrait|devrait|vient de|viennent de|tient à|tenait à|semble|veut|voulait|pour sa part"
    r"|quant à lui"
    r"|de son côté|[^\W\d_]+ment)\s?)+$",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r"[;:(»”]|_\s*,?\s*et\b|\b(?:que|mais|car|alors que|tandis que|lorsque|quand|comme|si|puisque"
    r"|parce que|dont|où)\b|\bqu['’]|"
    r"\b(?:lorsqu|puisqu)['’]|\s[–—-]\s"
)
_GOVERNED = re.compile(r"\s(?:pour|dans|en|à|au|aux|sur|chez|contre|auprès de)\s$")
_RELATIVE = re.compile(r"\s*,?\s*\bqui\s*$")
_COORDINATION = re.compile(
    r"(?:^|\s)(?:et|puis|ou|mais|avant de|avant d['’]|pour|sans|en|de|à|afin de|après avoir)\s*$"
)
_PRONOUN_END = re.compile(
    r"(?:^|[\s'’-])(ils?|elles?|celui-ci|celle-ci|ceux-ci|celles-ci|ce dernier|cette dernière|ces derniers"
    r"|ces dernières|lui|on)\s*,?\s*$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\s*(?:(?:et|mais|or|car|puis|donc|ainsi|alors|que|qu['’]|si|comme|enfin|ensuite|cependant|pourtant"
    r"|toutefois"
    r"|néanmoins|aujourd['’]hui|hier|désormais|déjà|voilà|même|seul|[^\W\d_]+ment)\b\s*)*",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?:à|au|aux|dans|sur|sous|en|par|pour|avec|lors|après|avant|devant|depuis|pendant|contre|entre|vers"
    r"|chez|sans"
    r"|via|selon|d['’]après|face|suite|grâce|auprès|malgré|dès|concernant|quant|outre|plus|de|du|d['’]"
    r"|le \d+|"
    r"(?:ce|cet|cette|la|le|l['’]) ?(?:matin|matinée|midi|après-midi|soir|soirée|nuit|jour|semaine"
    r"|mois|année|an"
    r"|lendemain|veille|week-end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\b|(?<=['’]))\s*",
    re.IGNORECASE,
)
AS_SAYS = re.compile(
    r"\b(?:comme|ainsi que|tel que|ce que|que)\s+(?:l['’]\s?|le |la |nous l['’])?(?:(?:a|ont|avait"
    r"|avaient) )?$"
    r"|\bqu['’](?:a|ont|avait|avaient) $",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"\s(?:(?:[^\W\d_]+ment|bien|aussi|ainsi|toujours|encore)\s)?(?:d['’]|de\s|ne\spas\s|se\s|s['’]|y\s|en\s)?[^\W\d_]+(?:er|ir|re)\b"
)
_REPORTS = Form.SAYS | Form.JUDGES | Form.INTENDS
_LIGHT = frozenset({"fait", "faisait", "faisaient", "fit", "firent", "faire"})
_REPORTS_LIGHTLY = re.compile(
    r"\s(?:part|état|savoir|valoir|remarquer|observer|entendre|l['’]éloge|référence|allusion|mention)\b"
)
_BLANK = ", \t\r\n\u00a0\u2009\u202f"
_STEP = re.compile(r"\s*\S+\s*")
_AFTER_QUOTATION = re.compile(
    rf"_\s*,?\s*(?:(?:{_AUX})(?:-t)?(?:-(?:ils?|elles?))?\s+(?:[^\W\d_]+\s+){{0,2}})?$"
)
_TAIL = 40
"""So many characters are looked at for the one word before a verb that shows its subject."""
_SEGMENTS = 10
"""A sentence's subject is looked for in its first segments between commas."""
_SHARED = 4
"""A verb takes over its subject through at most so many others."""


def last_verb(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Find the last reporting verb in `text[start:end]` that is no noun there."""
    for match in reversed(list(_WORD.finditer(text, start, end))):
        form = form_of(match[0])
        if not form & _REPORTS or not match[0].islower() or text[match.start() - 1 : match.start()] == "-":
            continue
        if Form.INTENDS in form and not _INFINITIVE.match(text, match.end(), end):
            continue
        before = text[max(start, match.start() - 30) : match.start()]
        if Form.PARTICIPLE in form and _AUX_BEFORE.search(before) and not _NOUN_BEFORE.search(before):
            return match.span()
        if form & (Form.GERUND | Form.INFINITIVE) and Form.INTENDS not in form:
            return match.span()
        if match[0] in _LIGHT and not _REPORTS_LIGHTLY.match(text, match.end(), end):
            continue
        if Form.FINITE in form and _BE_BEFORE.search(before):
            continue  # « était toujours présente »
        if Form.FINITE in form and (not _NOUN_BEFORE.search(before) or AS_SAYS.search(before)):
            return match.span()
    return None


def find_subject(text: str, start: int, verb: tuple[int, int]) -> tuple[int, int] | None:
    """Find the subject of a verb to its left, not before `start`.

    A verb form that has none of its own (« et dénonce », « en disant », « pour dire ») shares that of
    the reporting verb before it, or that of the sentence.
    """
    for _ in range(_SHARED):
        dependent = not form_of(text[slice(*verb)]) & (Form.FINITE | Form.PARTICIPLE)
        left = text[start : verb[0]]
        stripped = left if dependent else strip_before_verb(left)
        end = start + len(stripped.rstrip())
        if not dependent and not _COORDINATION.search(stripped[-_TAIL:]):
            return _own_subject(text, start, end)
        before = last_verb(text, start, end)
        if before is None:
            return first_subject(text, start, verb[0])
        if inverted := _inverted_subject(text, start, before, verb[0]):
            return inverted
        verb = before
    return None


def _inverted_subject(text: str, start: int, verb: tuple[int, int], end: int) -> tuple[int, int] | None:
    """Read the subject behind a verb that follows a quotation: « … », a dit X, estimant que « … »."""
    quoted = _AFTER_QUOTATION.search(text, max(start, verb[0] - 60), verb[0])
    clause = read_clause_after(text, quoted.start() + 1, end) if quoted else None
    return clause.subject if clause else None


def _own_subject(text: str, start: int, end: int) -> tuple[int, int] | None:
    near = max(start, end - _TAIL)
    tail = text[near:end]
    pronoun = _PRONOUN_END.search(tail)
    if pronoun:
        return near + pronoun.start(1), near + pronoun.end(1)
    relative = _RELATIVE.search(tail)
    if relative:
        return _phrase_before(text, start, near + relative.start())
    return _phrase_ending(text, start, end)


def strip_before_verb(left: str) -> str:
    """Remove pronouns, auxiliaries and adverbs at the end of the words before a verb."""
    match = _BEFORE_VERB.search(left[-80:])
    if not match:
        return left
    return left[: len(left) - len(left[-80:]) + match.start()]


def _phrase_ending(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Read the subject phrase that ends at `end`, looking through appositions between commas."""
    begin = start
    for match in _CLAUSE_START.finditer(text, start, end):
        begin = match.end()
    last = begin + len(text[begin:end].rstrip(_BLANK))
    if last == begin:
        return None
    comma = text.rfind(",", begin, last)
    segment = (max(begin, comma + 1), last)
    if text[begin:end].rstrip().endswith(",") and text[begin : segment[0]].strip(_BLANK):
        phrase = read_phrase(text, *segment)
        if phrase and person_in(text, *phrase) == phrase:
            return phrase
        return first_subject(text, begin, end)
    return _first_free(text, *segment) or first_subject(text, begin, end)


def _phrase_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the noun phrase that a relative clause at `end` hangs on: the name there, or the longest one."""
    end = start + len(text[start:end].rstrip())
    longest = _longest_phrase(text, start, end)
    if longest is None:
        return _phrase_ending(text, start, end)
    governed = _GOVERNED.search(text, max(start, longest[0] - 16), longest[0])
    head = _longest_phrase(text, start, governed.start()) if governed else None
    return head if head and not _is_person(text, longest) and is_party(text, head) else longest


def _is_person(text: str, phrase: tuple[int, int]) -> bool:
    return person_in(text, *phrase) is not None


def _longest_phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the longest noun phrase that ends at `end`, or the person's name there."""
    longest = None
    for word in re.finditer(r"(?<![\w'’-])[\w'’]", text[max(start, end - 90) : end]):
        phrase = read_phrase(text, max(start, end - 90) + word.start(), end)
        if phrase is not None and phrase[1] == end:
            name = person_in(text, *phrase)
            if name is not None:
                return name
            longest = longest or phrase
    return longest


def _first_free(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the first noun phrase in a stretch that no preposition governs."""
    lead = _LEADING.match(text, start, end)
    position = lead.end() if lead else start
    for _ in range(10):
        preposition = _PREPOSITION.match(text, position, end)
        pronoun = PRONOUNS.match(text, position, end)
        if pronoun:
            return pronoun.span()
        phrase = read_phrase(text, preposition.end() if preposition else position, end)
        if phrase is None:
            word = _STEP.match(text, position, end)
            if word is None:
                return None
            position = word.end()
            continue
        if preposition is None:
            return phrase
        position = phrase[1]
        position = skip_space(text, position)
        if position >= end:
            return None
    return None


def first_subject(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the first noun phrase or pronoun of a sentence that no preposition governs."""
    position = start
    for match in islice(re.finditer(r"[^,:;]+", text[start:end]), _SEGMENTS):
        position = start + match.start()
        lead = _LEADING.match(text, position, end)
        position = lead.end() if lead else position
        position = min(skip_space(text, position), end)
        if _PREPOSITION.match(text, position, end):
            continue
        pronoun = PRONOUNS.match(text, position, end)
        if pronoun:
            return pronoun.span()
        phrase = read_phrase(text, position, start + match.end())
        if phrase:
            return phrase
    return None
