"""Answers that outlive a run: a question's key, and its answer as JSON.

The key is made of all that an answer depends on: the words sent (prompt, worked examples, passage), the
answer's schema and ids, the model's name and parameters, and how often it may be asked again. When an
answer is taken up again, today's check is held against it: one that no longer passes is asked anew.
"""

import hashlib
import json
from contextlib import AbstractAsyncContextManager
from functools import lru_cache
from typing import Any, Protocol

from pydantic import BaseModel, TypeAdapter, ValidationError

from summarizer.asking.answers import TYPES_KEPT, Ledger, entry_of
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Question
from summarizer.models.client import Model, Usage
from summarizer.schemas.brief import Finding

_FINDINGS = TypeAdapter(dict[str, list[Finding]])


class Answers(Protocol):
    """Where answers are kept between runs."""

    def find(self, key: str) -> tuple[str, Usage] | None:
        """The answer with this key, and what it took; None where there is none."""

    def allowed(self, question: Question, model: Model, reasks: int) -> AbstractAsyncContextManager[None]:
        """Held while a question is asked; waits or raises where the money does not suffice."""

    def turn(self, key: str) -> AbstractAsyncContextManager[None]:
        """Held while a question is looked up, asked and kept: the same one is not asked beside it."""

    async def keep(self, key: str, question: Question, answer: str | None, usage: Usage) -> None:
        """Keep an answer for good, before it is built upon; None: nothing usable came, yet it cost."""


async def ask(
    question: Question, *, model: Model, reasks: int, usage: Usage, answers: Answers | None
) -> Ledger:
    """What comes of a question: the answer that is kept, else the model's, kept from then on.

    `usage` is added to either way: it says what an article took, not what a run paid.
    """
    if answers is None:
        return await model.ask(question, reasks=reasks, usage=usage)
    key = key_of(question, model.name, model.profile, reasks)
    async with answers.turn(key):
        return await _ask(question, model, reasks, usage, answers, key)


async def _ask(  # noqa: PLR0913, PLR0917 - as `ask`
    question: Question, model: Model, reasks: int, usage: Usage, answers: Answers, key: str
) -> Ledger:
    found = answers.find(key)
    ledger = restored(question, found[0]) if found else None
    if found and ledger:
        usage.include(found[1])
        return ledger
    own = Usage()
    answer: str | None = None
    try:
        async with answers.allowed(question, model, reasks):
            ledger = await model.ask(question, reasks=reasks, usage=own)
        answer = written(ledger)
    finally:
        usage.include(own)
        if answer is not None or own.calls:
            await answers.keep(key, question, answer, own)
    return ledger


def key_of(question: Question, name: str, profile: Profile, reasks: int) -> str:
    """SHA-256, in hexadecimal, of all that the answer of the model `name` depends on."""
    parts = [
        name,
        profile.face,
        profile.parameters,
        question.max_tokens + profile.allowance,
        reasks,
        question.section,
        question.ids,
        _schema(entry_of(profile.face, question.entry, question.among)),
        list(question.messages),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=list).encode()).hexdigest()


def words_of(question: Question) -> str:
    """SHA-256, in hexadecimal, of the messages as they are sent first: tells one request from another."""
    return hashlib.sha256(json.dumps(list(question.messages), sort_keys=True).encode()).hexdigest()


def written(ledger: Ledger) -> str:
    """What came of a question, as JSON: entries by id, and why some were asked again."""
    entries = ledger.accepted | {key: entry for key, (entry, _) in ledger.refused.items()}
    return json.dumps(
        {
            "entries": {key: _plain(entry) for key, entry in entries.items()},
            "refused": sorted(ledger.refused),
            "reasked": json.loads(_FINDINGS.dump_json(ledger.reasked)),
        },
        ensure_ascii=False,
    )


def restored(question: Question, answer: str) -> Ledger | None:
    """The ledger of an answer that was kept; None where it is not what today's check lets pass."""
    data = json.loads(answer)
    ledger = question.ledger()
    try:
        ledger.enter({key: question.entry.model_validate(entry) for key, entry in data["entries"].items()})
    except ValidationError:
        return None
    if set(ledger.refused) - set(data["refused"]):
        return None
    ledger.reasked = _FINDINGS.validate_python(data["reasked"])
    return ledger


def _plain(entry: BaseModel) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude={"id"})


@lru_cache(TYPES_KEPT)
def _schema(entry: type[BaseModel]) -> str:
    return json.dumps(entry.model_json_schema(), sort_keys=True)
