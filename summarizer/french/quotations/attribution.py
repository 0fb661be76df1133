"""Who said a quotation, as far as syntax tells; what it does not tell is left to the model."""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from summarizer.french.quotations.antecedents import People
from summarizer.french.quotations.clauses import ReportingClause, read_clause_after
from summarizer.french.quotations.lead_ins import naming_participle, read_agent, read_lead_in
from summarizer.french.quotations.noun_phrases import person_in, read_phrase
from summarizer.french.quotations.speakers import can_speak, is_party
from summarizer.french.quotations.subjects import first_subject
from summarizer.french.sentences import Sentence
from summarizer.text.span import Mention

_REACH = 600
_WITHIN = 240
"""A sentence longer than `_REACH` keeps its subject out of reach: only its last clauses are read."""
_LOOK_BACK = 3000
_FEMININE = re.compile(r"(?:elles?|celles?-ci|cette dernière|ces dernières)$", re.IGNORECASE)
_LAST_NAMED = re.compile(r"(?:ce(?:tte|s)? derni\w+|ce\w+-ci)$", re.IGNORECASE)
_PLURAL = re.compile(r"(?:ils|elles|ceux-ci|celles-ci|ces derni\w+|eux)$", re.IGNORECASE)
_APPOSITION = re.compile(
    r"(?:\s(?:à|au|aux|en charge|chargée?s?|pour|du"
    r"|de)\s?[^,.;:!?«»\n]{1,60})?\s?,\s(?=[^\W\d_a-zà-öø-ÿœ][^\W_]+['’-]?[^\W\d_]*\s)"
)
_ARTICLES: dict[str, tuple[str, ...]] = {
    "f": ("la ", "l'", "l’", "une ", "cette "),
    "m": ("le ", "l'", "l’", "un ", "ce ", "cet "),
    "p": ("les ", "des ", "ces ", "plusieurs ", "deux "),
}
_SIGNED = re.compile(r"[ \u00a0]*(?:\.[ \u00a0]*)?\n\s{0,4}[—–]\s?(?=([^\n]{2,160}(?<![.!?…»])(?:\n|\Z)))")
_ASIDE = re.compile(r"\([^()]{0,80}\)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting verb and the speaker of a quotation, each None where syntax is not plain."""

    verb: tuple[int, int] | None = None
    speaker: Mention | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What attribution looks at besides the quotation: the text, its sentences, its people."""

    text: str
    plain: str
    sentences: list[Sentence]
    starts: list[int]
    people: People

    def is_quoted(self, position: int) -> bool:
        """Tell whether `position` stands between quotation marks, behind the opening one."""
        return position > 0 and self.plain[position - 1 : position + 1] == "__"

    def sentence_number(self, position: int) -> int:
        """Give the index of the sentence that `position` stands in or behind."""
        return max(0, bisect_right(self.starts, position) - 1)


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
    return Context(text, plain, sentences, [sentence.start for sentence in sentences], People(text))


def attribute(context: Context, outer: tuple[int, int], limit: int) -> Attribution:
    """Tell who said what stands at `outer` (marks included); nothing behind `limit` is read."""
    text = context.text
    plain = text if context.is_quoted(outer[0]) else context.plain
    start = _sentence_start(context, outer[0])
    behind = read_clause_after(plain, outer[1], limit)
    if behind is not None:
        return resolve(context, behind, outer[0])
    signature = _signature(text, outer[1])
    if signature is not None:
        return Attribution(None, _mention(text, signature))
    participle = naming_participle(plain, start, outer[0])
    agent = read_agent(plain, outer[1], limit) if participle else None
    if agent is not None:
        return Attribution(participle, _mention(text, agent))
    before = read_lead_in(plain, start, outer[0]) or _lead_in_above(context, outer[0])
    if before is not None:
        if before.subject and not before.pronoun and not can_speak(text, before.subject):
            return Attribution(before.verb)
        position = before.subject[0] if before.subject else start
        return resolve(context, before, position)
    return Attribution()


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


def _signature(text: str, position: int) -> tuple[int, int] | None:
    """Read the name that stands behind a dash on the line under a quotation, as a signature does."""
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
    """Give the person's name in a phrase or in apposition to it (« la maire, Anne Roy »), or the phrase."""
    start, end = person_in(text, *span) or _apposed(text, span[1]) or span
    return Mention(start, end, text[start:end])


def _apposed(text: str, position: int) -> tuple[int, int] | None:
    comma = _APPOSITION.match(text, position)
    phrase = read_phrase(text, comma.end(), len(text)) if comma else None
    return phrase if phrase and person_in(text, *phrase) == phrase else None


def resolve(context: Context, clause: ReportingClause, position: int) -> Attribution:
    """Turn a clause into verb and speaker; a pronoun's antecedent is looked for before `position`."""
    text = context.text
    if clause.subject is None:
        return Attribution(clause.verb)
    if not clause.pronoun:
        return Attribution(clause.verb, _mention(text, clause.subject))
    if context.is_quoted(position):
        return Attribution(clause.verb)  # a pronoun in somebody's words is theirs to resolve
    named = antecedent(context, clause.subject, position)
    return Attribution(clause.verb, None if named is None else Mention(*named, text[slice(*named)]))


def antecedent(context: Context, pronoun: tuple[int, int], position: int) -> tuple[int, int] | None:
    """Give the span of the name that a pronoun stands for, looking back from `position`.

    The nearest sentence that names somebody of fitting gender decides: for « il » and « elle » its
    first such name, for « ce dernier » and « celle-ci » its last. The span is that of the person's
    fullest name.
    """
    word = context.text[slice(*pronoun)]
    gender = "f" if _FEMININE.match(word) else "m"
    if _PLURAL.match(word):
        return _body(context, position, gender, plural=True)
    last = _LAST_NAMED.match(word) is not None
    text = context.text
    number = context.sentence_number(position)
    people = [p for p in context.people.before(position, reach=_LOOK_BACK) if p.gender in {gender, None}]
    own = _own_subject(context, position, gender)
    if own is not None and not (people and not is_party(text, own)):
        begin = context.sentences[number].start
        if not any(person.gender and person.start >= begin for person in people):
            return own
    if people:
        nearest = context.sentence_number(people[-1].start)
        body = _body(context, position, gender, plural=False) if number - nearest > 2 else None
        if body is not None:
            return body
        same = [p for p in people if context.sentence_number(p.start) == nearest]
        sure = [p for p in same if p.gender == gender] or same
        if last:
            return sure[-1].name
        weight = Counter(person.name for person in people)
        return max(sure, key=lambda person: weight[person.name]).name
    return _body(context, position, gender, plural=False)


def _own_subject(context: Context, position: int, gender: str) -> tuple[int, int] | None:
    """Give the subject of the pronoun's own sentence, where it stands before it and its article fits."""
    start = context.sentences[context.sentence_number(position)].start
    if position - start > _REACH:
        return None
    phrase = first_subject(context.plain, start, position)
    if phrase and context.text[slice(*phrase)].lower().startswith(_ARTICLES[gender]):
        return phrase
    return None


def _body(context: Context, position: int, gender: str, *, plural: bool) -> tuple[int, int] | None:
    """Give the subject of one of the two sentences before, if its article fits: « La police », « Les … »."""
    number = context.sentence_number(position)
    text = context.text
    articles = _ARTICLES["p" if plural else gender]
    for earlier in range(number - 1, max(-1, number - 3), -1):
        sentence = context.sentences[earlier]
        if sentence.heading:
            continue
        end = min(sentence.end, sentence.start + _REACH)
        phrase = first_subject(text, sentence.start, end)
        if phrase and text[slice(*phrase)].lower().startswith(articles):
            return phrase
    return None
