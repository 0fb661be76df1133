"""Section `stakeholders`: who counts is decided by code, by how the article treats each name. Who they are is
the English of the words that stand beside the name; where there are none, code says what is plain.
"""

import re
from collections.abc import Sequence
from functools import partial

import simplemma

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.english.lemmas import is_finite
from summarizer.faithfulness.issue import Issue
from summarizer.french import Name
from summarizer.marking.hints import hint_line, show_untouched
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import PLAIN_ROLES, Kind
from summarizer.schemas.stakeholders import RoleEntry, StakeholderDraft
from summarizer.sections.piecewise.base import (
    SURE,
    Drafted,
    Passage,
    accepted,
    ask_about,
    check_words,
    findings_in,
)
from summarizer.sections.piecewise.known_words import known_english, known_role
from summarizer.sections.piecewise.mentioned import decides, only_in_complements
from summarizer.sections.piecewise.parties import is_complement, quoted_alone
from summarizer.sections.piecewise.roles import role_span

SECTION = "stakeholders"
MOST = 8
MOST_UNNAMED = 2
"""Parties without a name of their own, at most: « les grévistes »."""
TOKENS = 40
ENOUGH = 4.5
"""The weight from which a party is central enough (benchmarks/RESULTS.md)."""
_ACTS = 5.5
"""The weight from which a party without a name counts."""
_COUNTED = re.compile(r"\b(?:blessée?s|morts|mortes|victimes|tuée?s|disparue?s)\b", re.IGNORECASE)
"""People whom the press counts; none of them acts in the article."""
_NEXT_WORD = re.compile(r"(?:\s\([^()\n]{1,40}\))?\s(?:(?:ne|se|y|en|lui|leur)\s|n['’]|s['’])?([^\W\d_]+)")
_AUXILIARIES = frozenset({"a", "ont", "est", "sont", "avait", "avaient", "était", "étaient", "sera", "va"})
_NO_BODIES = frozenset({
    "ville", "voie", "région", "pays", "état", "cour", "chambre", "banque", "direction", "ordinaire", "cycle",
    "défense", "justice", "intérieur",
})  # fmt: skip
"""Nouns that name no body by themselves, also with a capital: « la Ville », « l'Intérieur »."""
KINDS: tuple[Kind, ...] = ("person", "organisation", "group")


def questions(marked: MarkedArticle) -> list[Question[RoleEntry]]:
    """A question for each party about whom French words are to be put into English."""
    found = []
    for key in choose(marked):
        span = shown_span(marked, key)
        if span is None or known_role(marked, *span):
            continue
        hint = hint_line(marked, *span, most=4)
        words = f"[{key}] {show_untouched(marked, *span)}"
        found.append(
            ask_about(
                Passage("\n".join(filter(None, (hint, words))), (key,), (marked.sentence_at(span[0]),)),
                section=SECTION,
                entry=RoleEntry,
                check=partial(check, marked),
                max_tokens=TOKENS,
            )
        )
    return found


def again(_marked: MarkedArticle, _states: Sequence[AnswerState[RoleEntry]]) -> list[Question[RoleEntry]]:
    """Nothing is asked in another way."""
    return []


def shown_span(marked: MarkedArticle, key: str) -> tuple[int, int] | None:
    """The French words that are asked about: those beside a proper name; a common noun's own."""
    name = marked.names[key]
    if is_proper(name):
        return role_span(marked, name)
    first = name.mentions[0]
    return first.start, first.end


def is_proper(name: Name) -> bool:
    """Whether a name has a capital of its own: « OpenAI », not « la direction »."""
    return name.text[0].isupper()


def choose(marked: MarkedArticle, most: int = MOST) -> list[str]:
    """The ids of the names that count, at most `most`, the weightiest first.

    A stakeholder is a name of a person or a body, or a common noun for one that acts or speaks.
    """
    weights = {key: name.weight for key, name in marked.names.items() if is_party(marked, key)}
    ranked = sorted(weights, key=lambda key: -weights[key])
    chosen: list[str] = []
    unnamed = 0
    for key in ranked:
        name = marked.names[key]
        if not is_proper(name):
            if weights[key] < _ACTS or unnamed == MOST_UNNAMED:
                continue
            unnamed += 1
        elif (
            weights[key] < ENOUGH and (len(chosen) >= 2 or role_span(marked, name) is None)
        ) or _is_only_mentioned(marked, key):
            continue
        chosen.append(key)
    spans = [span for key in chosen if (span := role_span(marked, marked.names[key])) is not None]
    return [key for key in chosen if not _only_in_roles(marked, key, spans)][:most]


def _is_only_mentioned(marked: MarkedArticle, key: str) -> bool:
    """Whether a name stands once, where nobody says who it is or what it does: « avec A, B et C »."""
    name = marked.names[key]
    if len(name.mentions) > 1 or role_span(marked, name) is not None or speaks(marked, key):
        return False
    following = _NEXT_WORD.match(marked.text, name.mentions[0].end)
    return following is None or not (following[1] in _AUXILIARIES or is_finite(following[1]))


def _only_in_roles(marked: MarkedArticle, key: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a name only says who another one is: « le président de la Fifa »."""
    return all(
        any(start <= mention.start and mention.end <= end for start, end in spans)
        for mention in marked.names[key].mentions
    )


def is_party(marked: MarkedArticle, key: str) -> bool:
    """Whether a name is surely one of a person or a body, or a noun for one that acts or speaks."""
    name = marked.names[key]
    if name.kind not in KINDS or name.text[0].isdigit():
        return False
    if _only_spoken_of(marked, key) or _is_nickname(marked, key) or _is_money(marked, key):
        return False
    if is_proper(name):
        return not (_is_common_word(marked, name) or only_in_complements(marked, name))
    if name.kind == "person" or _COUNTED.search(name.text):
        return False
    if speaks(marked, key):
        return True
    return len(name.mentions) > 1 and known_english(name.text) is not None and decides(marked, name)


def _is_common_word(marked: MarkedArticle, name: Name) -> bool:
    """Whether a name is one French word: « Parmi » as a sentence's first, or « la Ville »."""
    if " " in name.text or "-" in name.text:
        return False
    starts = {sentence.start for sentence in marked.sentences.values()}
    lower = name.text.lower()
    if name.kind == "organisation" and lower in _NO_BODIES:
        return True
    always = all(m.start in starts for m in name.mentions)
    return (
        bool(simplemma.is_known(lower, lang="fr"))
        and (always or name.kind == "person")
        and lower in marked.text
    )


def speaks(marked: MarkedArticle, key: str) -> bool:
    """Whether the party is the speaker of a quotation; a person in « un proche de X » is not."""
    name = marked.names[key]
    mentions = [
        mention
        for mention in name.mentions
        if name.kind != "person" or mention.text[0].islower() or not is_complement(marked, mention)
    ]
    return any(
        speaker is not None and any(m.start < speaker.end and speaker.start < m.end for m in mentions)
        for speaker in (quotation.speaker for quotation in marked.quotations.values())
    )


def _only_spoken_of(marked: MarkedArticle, key: str) -> bool:
    """Whether people without a name stand in others' words alone: « Les gens en entendent parler »."""
    name = marked.names[key]
    return name.text == name.text.lower() and all(
        any(quotation.start <= mention.start < quotation.end for quotation in marked.quotations.values())
        for mention in name.mentions
    )


def _is_nickname(marked: MarkedArticle, key: str) -> bool:
    """Whether a person's name is only ever quoted by itself: a note « surnommée le « Ben Laden » »."""
    name = marked.names[key]
    return name.kind == "person" and all(quoted_alone(marked, mention) for mention in name.mentions)


def _is_money(marked: MarkedArticle, key: str) -> bool:
    """Whether a name is the name of a currency: « 900 FCFA »."""
    sums = [number for number in marked.numbers.values() if number.kind == "money"]
    return any(
        number.start <= mention.start < number.end
        for mention in marked.names[key].mentions
        for number in sums
    )


def introduction(marked: MarkedArticle, key: str) -> list[str]:
    """The ids of the sentences that a party's entry rests on: where the words about it stand."""
    span = shown_span(marked, key)
    return [marked.sentence_at(span[0] if span else marked.extent(key)[0])]


def check(marked: MarkedArticle, key: str, entry: RoleEntry) -> list[Issue]:
    """What speaks against the English of the words about a party."""
    return check_words(entry.role, [marked.sentences[k].text for k in introduction(marked, key)], marked)


def draft(marked: MarkedArticle, states: Sequence[AnswerState[RoleEntry]]) -> Drafted:
    """The stakeholders, the weightiest first; a common noun without sure English is left out."""
    entries = accepted(states)
    sure = {key: entry for key, entry in entries.items() if confidence_of(states, entry.role) >= SURE}
    drafts = []
    for key in choose(marked):
        name = marked.names[key]
        span = shown_span(marked, key)
        english = known_role(marked, *span) if span else None
        if english is None and key in sure:
            english = sure[key].role
        if not is_proper(name) and english is None:
            continue
        drafts.append(_draft(marked, key, english))
    return Drafted(drafts={"stakeholders": drafts}, findings=findings_in(states, SECTION))


def confidence_of(states: Sequence[AnswerState[RoleEntry]], words: str) -> float:
    """How sure the model was of an answer; 1 where the server does not tell."""
    return next((state.confidence[words] for state in states if words in state.confidence), 1.0)


def plain_role(marked: MarkedArticle, key: str) -> str:
    """What can be said of a party without a model."""
    quoted, named = PLAIN_ROLES
    return quoted if speaks(marked, key) else named


def _draft(marked: MarkedArticle, key: str, english: str | None) -> StakeholderDraft:
    """A name of the article with its role; the sentence that introduces it is the evidence."""
    name = marked.names[key]
    kind = next(known for known in KINDS if known == name.kind)
    proper = is_proper(name)
    return StakeholderDraft(
        name=name.text,
        name_en=(known_english(name.text) or name.text) if proper else english or name.text,
        kind=kind,
        role=english if proper and english else plain_role(marked, key),
        sentences=introduction(marked, key),
    )
