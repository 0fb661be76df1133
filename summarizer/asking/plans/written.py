"""What a plan gives back: drafts for the sections to assemble, and what readers should know of them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.question import Askable
from summarizer.models.limiter import RunStopped
from summarizer.schemas.brief import Finding, Verdict

Ask = Callable[[Askable[Any]], Awaitable[AnswerState[Any]]]
"""Asks a question to its end; a model that gives nothing usable is `failure` in the state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Drafts by field of the brief, in their order. `verdicts`: a second reader's, by the words judged.

    `confidence`: how sure the model was of English words, by the words; empty where its server does not tell.

    `failure`: why a question was not answered at all, the first of them.
    """

    drafts: Mapping[str, Sequence[BaseModel]]
    findings: tuple[Finding, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    confidence: Mapping[str, float] = field(default_factory=dict)
    reasks: int = 0
    failure: str | None = None


async def ask_all(ask: Ask, questions: Iterable[Askable[Any]]) -> list[AnswerState[Any]]:
    """Ask everything at once, paced by the model's limiter; the first error ends the rest and is raised.

    If a run is stopped, what is under way ends and is kept before that is raised.
    """

    async def to_its_end(question: Askable[Any]) -> AnswerState[Any] | RunStopped:
        try:
            return await ask(question)
        except RunStopped as stop:
            return stop

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(to_its_end(question)) for question in questions]
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from failed
    states: list[AnswerState[Any]] = []
    for task in tasks:
        outcome = task.result()
        if isinstance(outcome, RunStopped):
            raise outcome
        states.append(outcome)
    return states


def first_failure(states: Iterable[AnswerState[Any]]) -> str | None:
    """Why the first of the questions that failed did."""
    return next((state.failure for state in states if state.failure), None)
