"""Section `stakeholders`: who counts is decided by code, by how the article treats each name; who they
are is asked, from the sentences that introduce them.
"""

import re
from collections.abc import Sequence
from functools import partial

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Question
from summarizer.faithfulness.issue import Issue
from summarizer.french import Name
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Kind
from summarizer.schemas.stakeholders import RoleEntry, StakeholderDraft, StakeholderEntry
from summarizer.sections.piecewise.base import Drafted, accepted, ask_about, check_words, findings_in
from summarizer.sections.piecewise.parties import quoted_alone

SECTION = "stakeholders"
MOST = 10
TOKENS = 70
ENOUGH = 4.5
"""The weight from which a party is central enough (benchmarks/RESULTS.md)."""
_LESS = {"place": 3.0, None: 1.0}
"""What a kind weighs less: a place is rarely a stakeholder."""
_WORD = re.compile(r"[\w’'-]+")
KINDS: tuple[Kind, ...] = ("person", "organisation", "group")


def questions(marked: MarkedArticle) -> list[Question[RoleEntry]]:
    """A question a window about the names that are introduced in it, apart where the kind is asked too."""
    chosen = choose(marked)
    known = [key for key in chosen if marked.names[key].kind in KINDS]
    unknown = [key for key in chosen if key not in known]
    groups: tuple[tuple[list[str], type[RoleEntry]], ...] = (
        (known, RoleEntry),
        (unknown, StakeholderEntry),
    )
    return [
        ask_about(
            passage,
            section=SECTION,
            entry=entry,
            check=partial(check, marked),
            max_tokens=TOKENS * len(passage.ids) + 30,
        )
        for keys, entry in groups
        for passage in marked.passages(keys, "sentence", quotes=False)
    ]


def choose(marked: MarkedArticle, most: int = MOST) -> list[str]:
    """The ids of the names that count, at most `most`, the weightiest first.

    Places weigh less than those who act, and what weighs little is left out but for the first two.
    """
    weights = {
        key: name.weight - _LESS.get(name.kind, 0.0)
        for key, name in marked.names.items()
        if name.kind != "work" and not name.text[0].isdigit()
        if not (_only_spoken_of(marked, key) or _is_nickname(marked, key) or _is_money(marked, key))
    }
    ranked = sorted(weights, key=lambda key: -weights[key])[:most]
    return [key for place, key in enumerate(ranked) if place < 2 or weights[key] >= ENOUGH]


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
    """The ids of the sentences that a name's role rests on: where it first stands, and one it leans on."""
    sentence = marked.sentence_at(marked.extent(key)[0])
    before = marked.context_of(sentence)
    return [before, sentence] if before else [sentence]


def check(marked: MarkedArticle, key: str, entry: RoleEntry) -> list[Issue]:
    """What speaks against a role: a person's own name in it, words that its sentences have not."""
    evidence = [marked.sentences[k].text for k in introduction(marked, key)]
    name = marked.names[key]
    role = bare_role(name, entry.role)
    if _named(name) and name.text.split()[-1] in _WORD.findall(role):
        message = f"“{role}” names {name.text} again; say who it is in other words."
        return [Issue("repeat", role, message)]
    return check_words(role, evidence, marked)


def bare_role(name: Name, role: str) -> str:
    """A role without its person's own name, where nothing else changes by that.

    “Anne Roy, the mayor” is “the mayor”, “founder of X and Anne Roy who sued it” is “founder of X who
    sued it”.
    """
    if not _named(name):
        return role
    own = rf"(?:{re.escape(name.text)}|{re.escape(name.text.split()[-1])})"
    role = re.sub(rf"^{own}(?:,| is| was)\s", "", role)
    return re.sub(rf",?\sand\s{own},?\s(?=who\b)", " ", role)


def _named(name: Name) -> bool:
    return name.kind == "person" and name.text[0].isupper()


def draft(marked: MarkedArticle, states: Sequence[AnswerState[RoleEntry]]) -> Drafted:
    """The stakeholders, the weightiest first.

    If no role passed the check, code says what is plain: that the party is quoted, or named.
    """
    entries = accepted(states)
    for state in states:
        for key, entry in state.doubtful.items():
            entries[key] = entry.model_copy(update={"role": plain_role(marked, key)})
    drafts = [_draft(marked, key, entries[key]) for key in choose(marked) if key in entries]
    return Drafted(drafts={"stakeholders": drafts}, findings=findings_in(states, SECTION))


def plain_role(marked: MarkedArticle, key: str) -> str:
    """What can be said of a party without a model."""
    mentions = marked.names[key].mentions
    speaks = any(
        speaker is not None and any(m.start < speaker.end and speaker.start < m.end for m in mentions)
        for speaker in (quotation.speaker for quotation in marked.quotations.values())
    )
    return "quoted in the article" if speaks else "named in the article"


def _draft(marked: MarkedArticle, key: str, entry: RoleEntry) -> StakeholderDraft:
    """A name of the article with its role; the sentence that introduces it is the evidence."""
    name = marked.names[key]
    kind = next((known for known in KINDS if known == name.kind), None)
    if kind is None:
        kind = entry.kind if isinstance(entry, StakeholderEntry) else "organisation"
    return StakeholderDraft(
        name=name.text,
        name_en=name.text,
        kind=kind,
        role=bare_role(name, entry.role),
        sentences=introduction(marked, key)[-1:],
    )
