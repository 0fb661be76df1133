"""The plan `piecewise`: small questions over a sentence or a paragraph; code chooses what they are about."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from summarizer.asking.plans.written import Ask, Written, ask_all, first_failure
from summarizer.asking.question import Question
from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.piecewise import PIECEWISE

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summarizer.schemas.brief import Finding


async def write_piecewise(
    marked: MarkedArticle, asked: Mapping[str, Sequence[Question[Any]]], *, ask: Ask, strict: bool
) -> Written:
    """Ask every section's questions, and let each section make drafts of the answers."""
    states = await ask_all(ask, [question for questions in asked.values() for question in questions])
    if strict:
        for state in states:
            state.drop_doubtful()
    drafts: dict[str, Sequence[BaseModel]] = {}
    findings: list[Finding] = []
    rest = list(states)
    for name, section in PIECEWISE.items():
        mine, rest = rest[: len(asked[name])], rest[len(asked[name]) :]
        drafted = section.draft(marked, mine)
        drafts |= drafted.drafts
        findings += drafted.findings
    return Written(
        drafts=drafts,
        findings=tuple(findings),
        reasks=sum(state.reasks for state in states),
        failure=first_failure(states),
    )
