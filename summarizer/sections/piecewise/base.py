"""What the sections share in the plan for small models: questions about a passage, and their drafts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.asking.answer_state import AnswerState, Check
from summarizer.asking.findings import findings_of
from summarizer.asking.question import Question
from summarizer.asking.templates import load_template
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle, Passage
from summarizer.schemas.brief import Finding
from summarizer.sections import base

E = TypeVar("E", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a section made of its answers: drafts by field (see `sections.base`), and the findings."""

    drafts: Mapping[str, Sequence[BaseModel]]
    findings: tuple[Finding, ...] = field(default=())


class PiecewiseSection(Protocol):
    """What a section's module offers to the plan `piecewise`."""

    SECTION: str

    def questions(self, marked: MarkedArticle) -> list[Question[Any]]:
        """The section's questions about an article, each about a few ids."""

    def draft(self, marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Drafted:
        """The drafts that the answers give, in the order of the questions."""


def ask_about(  # noqa: PLR0913 - what a question is made of
    passage: Passage,
    *,
    section: str,
    entry: type[E],
    check: Check[E],
    max_tokens: int,
    choices: Sequence[str] = (),
) -> Question[E]:
    """The question that a section puts about a passage."""
    return Question(
        section=section,
        messages=load_template(section).messages(passage.text),
        ids=passage.ids,
        entry=entry,
        check=check,
        max_tokens=max_tokens,
        passage=passage.sentences,
        choices=tuple(choices),
    )


_BROKEN_OFF = re.compile(
    r"\b(the|an?|of|and|or|but|as|was|were|is|are|has|have|had|its|their|which|than|because|when|while|does|not)\W*$",
    re.IGNORECASE,
)
"""Words on which hardly any English sentence ends: the answer came to its limit there."""


def check_words(english: str, evidence: str | Sequence[str], marked: MarkedArticle) -> list[Issue]:
    """What speaks against a small model's words: that they break off, and what `base.check_words` finds."""
    broken = _BROKEN_OFF.search(english)
    if broken:
        message = f"The sentence breaks off at “{broken[1]}”; write a shorter one that ends."
        return [Issue("form", broken[1], message)]
    return base.check_words(english, evidence, marked)


def accepted(states: Iterable[AnswerState[E]]) -> dict[str, E]:
    """The entries that passed, of all the section's questions."""
    return {key: entry for state in states for key, entry in state.accepted.items()}


def findings_in(
    states: Iterable[AnswerState[Any]], section: str, *, kept: bool = False
) -> tuple[Finding, ...]:
    """The findings of a section's answers; `kept` as in `findings_of`."""
    return findings_of(states, section_of=lambda _key: section, kept=kept)
