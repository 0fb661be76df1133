"""The plan `piecewise`: small questions over a sentence or a paragraph; code chooses what they are about."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.plans.written import Ask, Written, ask_all, first_failure
from summarizer.asking.question import Askable
from summarizer.english.dictionary import load_dictionary
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Finding
from summarizer.sections.own.pieces import pieces_of
from summarizer.sections.own.section import OwnSection
from summarizer.sections.piecewise import PIECEWISE

if TYPE_CHECKING:
    from pydantic import BaseModel


async def write_piecewise(
    marked: MarkedArticle,
    asked: Mapping[str, Sequence[Askable[Any]]],
    *,
    ask: Ask,
    strict: bool,
    own: Sequence[OwnSection] = (),
) -> Written:
    """Ask every section's questions, ask what the model was not sure of in another way, and make drafts."""
    first = await ask_all(ask, [question for questions in asked.values() for question in questions])
    states: dict[str, list[AnswerState[Any]]] = {}
    sections = PIECEWISE | pieces_of(own)
    for name in sections:
        states[name], first = first[: len(asked[name])], first[len(asked[name]) :]
    if strict:
        for state in (state for listed in states.values() for state in listed):
            state.drop_doubtful()
    drafts: dict[str, Sequence[BaseModel]] = {}
    findings: list[Finding] = []
    confidence: dict[str, float] = {}
    for name, section in sections.items():
        states[name] += await ask_all(ask, section.again(marked, states[name]))
        drafted = section.draft(marked, states[name])
        drafts |= drafted.drafts
        findings += drafted.findings
        confidence |= drafted.confidence
    every = [state for listed in states.values() for state in listed]
    findings += _warn_of_what_is_missing(every)
    return Written(
        drafts=drafts,
        findings=tuple(findings),
        confidence=confidence,
        reasks=sum(state.reasks for state in every),
        failure=first_failure(every),
    )


def _warn_of_what_is_missing(states: Sequence[AnswerState[Any]]) -> list[Finding]:
    """Say that the server gives no probabilities, or that there is no dictionary; the plan works without."""
    found = []
    if any(state.accepted for state in states) and not any(state.confidence for state in states):
        message = "The model's server gives no token probabilities, so nothing was left out for doubt."
        found.append(Finding(code="no_probabilities", message=message))
    if not load_dictionary().entries:
        message = "The French-English dictionary is missing; install the package again for better English."
        found.append(Finding(code="no_dictionary", message=message))
    return found
