"""Who said a quotation, as far as syntax tells; what it does not tell is left to the model."""

import re
from dataclasses import dataclass

from summarizer.french.coreference import Reading, find_antecedent
from summarizer.french.people import People
from summarizer.french.quotations.appositions import apposed_person, person_before
from summarizer.french.quotations.certainty import Doubt, agrees, doubt_of_lead_in, is_speaker
from summarizer.french.quotations.clauses import ReportingClause, read_clause_after
from summarizer.french.quotations.lead_ins import naming_participle, read_agent, read_lead_in
from summarizer.french.quotations.noun_phrases import named_person_at, person_in, read_phrase
from summarizer.french.quotations.verbs import Form, form_of
from summarizer.french.sentences import Sentence
from summarizer.text.span import Mention

_REACH = 600
_FAR = 60
_INTRODUCED = re.compile(r":\s*$|_|\b(?:que|comme|selon|où)\b|\b(?:qu|lorsqu)['’]")
_WITHIN = 240
"""A sentence longer than `_REACH` keeps its subject out of reach: only its last clauses are read."""
_COORDINATED = re.compile(
    r"\b(?:et|mais|puis|ou)\s+(?:n['’]|ne\s)?(?:a|ont|est|sont|avaient|avait|était|étaient|aura|auront|aurait"
    r"|auraient|peut|peuvent|pourrait|pourraient|doit|doivent|va|vont)\s"
)
"""A second verb, coordinated to the one that reports: what it governs is not reported."""
_SOURCE_BEHIND = re.compile(r"[^.;:!?_\n]{1,60}?\b(?:selon|d['’]après)\s(?!(?:lui|elles?|eux|moi|nous)\b)")
_REST = re.compile(r",?[ \u00a0](?![,_])[^.;:!?_\n,]{2,80},\s")
"""What a fragment is followed by in its sentence, up to a last clause."""
_FEW = 4
_WORD = re.compile(r"\w+")
_SOURCE = re.compile(r"selon\b|d['’]\s?après\b")
_SIGNED = re.compile(r"[ \u00a0]*(?:\.[ \u00a0]*)?\n\s{0,4}[—–]\s?(?=([^\n]{2,160}(?<![.!?…»])(?:\n|\Z)))")
_BESIDE = re.compile(r"[ \u00a0]{1,2}(?=[A-ZÀ-Ý])")
_IN_BRACKETS = re.compile(r"[ \u00a0\u202f]?\(")
_BRACKET_END = re.compile(r"(?:, [^()\n]{1,100})?\)")
_ASIDE = re.compile(r"\([^()]{0,80}\)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting verb and the speaker of a quotation, each None where syntax is not plain.

    `doubt`: why there is no speaker.
    """

    verb: tuple[int, int] | None = None
    speaker: Mention | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Context(Reading):
    """What attribution looks at besides the quotation: the text, its sentences, its people."""

    def is_quoted(self, position: int) -> bool:
        """Tell whether `position` stands between quotation marks, behind the opening one."""
        return position > 0 and self.plain[position - 1 : position + 1] == "__"


def make_context(text: str, sentences: list[Sentence], spans: list[tuple[int, int]]) -> Context:
    """Set up what attributing the quotations at `spans` needs; people are read at the first pronoun.

    `plain` is the text with what is quoted blanked, so that no verb in it is taken for the journalist's.
    """
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        if start >= position:
            pieces.extend((text[position:start], "_" * (end - start)))
            position = end
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), "".join([*pieces, text[position:]]))
    return Context(text, plain, sentences, People(text), [sentence.start for sentence in sentences])


def attribute(context: Context, outer: tuple[int, int], limit: int) -> Attribution:
    """Tell who said what stands at `outer` (marks included); nothing behind `limit` is read."""
    text = context.text
    plain = text if context.is_quoted(outer[0]) else context.plain
    start = _sentence_start(context, outer[0])
    if plain[outer[0]] == " " and (closing := text.find(")", outer[1], outer[1] + _FAR)) >= 0:
        inside = read_clause_after(text, outer[1], closing)  # « (« … », dit-il) »
        if inside is not None:
            return resolve(context, inside, outer[0])
    behind = read_clause_after(plain, _list_end(plain, outer[1], limit), limit)
    if behind is not None:
        return resolve(context, behind, outer[0])
    signature = _signature(text, outer)
    if signature is not None:
        return Attribution(None, _mention(text, signature))
    participle = naming_participle(plain, start, outer[0])
    agent = read_agent(plain, outer[1], limit) if participle else None
    if agent is not None:
        return Attribution(participle, _mention(text, agent))
    return _led_in(context, plain, (start, limit), outer)


def _led_in(context: Context, plain: str, around: tuple[int, int], outer: tuple[int, int]) -> Attribution:
    """Tell the speaker by what stands before a quotation, or by the clause that closes its sentence.

    `around`: where the sentence begins, and how far is read.
    """
    start, limit = around
    before = read_lead_in(plain, start, outer[0]) or _lead_in_above(context, outer[0])
    if before is None or before.verb[0] == before.verb[1]:
        closing = _clause_at_end(context.text, plain, outer, limit)
        if closing is not None:
            return resolve(context, closing, outer[0])
    if before is None:
        return Attribution(doubt="no_clause")
    doubt = doubt_of_lead_in(plain, _sentence_start(context, before.verb[0]), before)
    if doubt is None and _is_far(plain, before, outer[0]):
        doubt = "far_quotation"
    if doubt is None and _has_source_behind(plain, before, outer):
        doubt = "several"
    if doubt is not None:
        return Attribution(before.verb, doubt=doubt)
    return resolve(context, before, before.subject[0] if before.subject else start)


def _clause_at_end(text: str, plain: str, outer: tuple[int, int], limit: int) -> ReportingClause | None:
    """Read the clause that closes the sentence of a fragment: « … » d'emprunts en ligne, dit X.

    A few words between marks may be a term, which nobody says.
    """
    rest = _REST.match(plain, outer[1], limit) if len(_WORD.findall(text, *outer)) > _FEW else None
    clause = read_clause_after(plain, rest.end(), limit) if rest else None
    if clause is None or clause.pronoun:
        return None
    return clause if form_of(plain[slice(*clause.verb)]) or _SOURCE.match(plain, clause.verb[0]) else None


_LISTED = re.compile(r"\s?,?\s?(?:et|ni|ou|puis|mais)?\s?_+")


def _list_end(plain: str, position: int, limit: int) -> int:
    """Give where the quotations end that are listed behind one: « A », « B » et « C », dit X."""
    for _ in range(4):
        listed = _LISTED.match(plain, position, min(limit, position + _REACH))
        if listed is None:
            break
        position = listed.end()
    return position


def _is_far(plain: str, clause: ReportingClause, position: int) -> bool:
    """Tell a quotation that stands so far behind a verb that others may be quoted."""
    between = plain[clause.verb[1] : position]
    return (
        clause.verb[0] < clause.verb[1]
        and form_of(plain[slice(*clause.verb)]) != Form(0)
        and (len(between) > _FAR or _COORDINATED.search(between) is not None)
        and not _INTRODUCED.search(between)
    )


def _has_source_behind(plain: str, clause: ReportingClause, outer: tuple[int, int]) -> bool:
    """Tell a fragment for which the sentence names another source: « ironise sur « … » selon ses rivaux »."""
    between = plain[clause.verb[1] : outer[0]]
    return _SOURCE_BEHIND.match(plain, outer[1]) is not None and not _INTRODUCED.search(between)


def _lead_in_above(context: Context, position: int) -> ReportingClause | None:
    """Read the line that leads in a quotation below it: « Anne Roy a déclaré : » and a new paragraph.

    It must have a reporting verb or a person for its subject: « Les règles sont les suivantes : » has not.
    """
    number = context.sentence_number(position)
    if number == 0 or context.text[context.sentences[number].start : position].strip():
        return None
    above = context.sentences[number - 1]
    if not above.text.endswith(":") or above.end - above.start > _REACH or context.is_quoted(above.start):
        return None
    clause = read_lead_in(context.plain, above.start, above.end)
    if clause is None or clause.verb[0] < clause.verb[1]:
        return clause
    person = clause.subject and person_in(context.text, *clause.subject)
    return clause if person else None


def _signature(text: str, outer: tuple[int, int]) -> tuple[int, int] | None:
    """Read a name as a signature: in brackets, behind a dash on the line under a quotation, or beside it.

    Beside a quotation it is one where the two are alone on their line: « … » Anne Roy.
    """
    position = outer[1]
    bracket = _IN_BRACKETS.match(text, position)
    if bracket and (person := named_person_at(text, bracket.end(), len(text))):
        closed = _BRACKET_END.match(text, person[1])
        return person if closed else None
    beside = _BESIDE.match(text, position) if text.endswith(("\n", "\n "), 0, outer[0]) else None
    if beside:
        line_end = text.find("\n", beside.end())
        line_end = len(text) if line_end < 0 else line_end
        person = named_person_at(text, beside.end(), line_end)
        if person:
            return person if not text[person[1] : line_end].strip() else None
    dash = _SIGNED.match(text, position)
    phrase = read_phrase(text, dash.end(), dash.end() + len(dash[1])) if dash else None
    return phrase if phrase and dash and phrase[0] == dash.end() else None


def _sentence_start(context: Context, position: int) -> int:
    """Give where the journalist's sentence around `position` starts, quotations of several stepped over."""
    number = context.sentence_number(position)
    nearest = max(0, position - _REACH)
    while number > 0 and context.sentences[number].start > nearest:
        start = context.sentences[number].start
        if not context.is_quoted(start):
            return start
        number -= 1
    start = context.sentences[number].start if context.sentences else 0
    return start if start >= nearest else max(0, position - _WITHIN)


def _mention(text: str, span: tuple[int, int]) -> Mention:
    """Give the person's name in a phrase, or beside it (« la maire, Anne Roy »); else the phrase."""
    start, end = person_in(text, *span) or apposed_person(text, span[1]) or person_before(text, span) or span
    return Mention(start, end, text[start:end])


def resolve(context: Context, clause: ReportingClause, position: int) -> Attribution:
    """Turn a clause into verb and speaker; a pronoun's antecedent is looked for before `position`."""
    text = context.text
    if clause.subject is None:
        return Attribution(clause.verb, doubt="nobody_named")
    if not clause.pronoun:
        begins = clause.subject[0] == context.sentences[context.sentence_number(clause.subject[0])].start
        if not is_speaker(text, clause.subject, begins_sentence=begins):
            return Attribution(clause.verb, doubt="not_a_party")
        if not agrees(text, clause.verb, clause.subject):
            return Attribution(clause.verb, doubt="several")
        return Attribution(clause.verb, _mention(text, clause.subject))
    # A pronoun in somebody's words is theirs to resolve.
    named = None if context.is_quoted(position) else find_antecedent(context, clause.subject, position)
    if named is None:
        return Attribution(clause.verb, doubt="pronoun")
    return Attribution(clause.verb, Mention(*named, text[slice(*named)]))
