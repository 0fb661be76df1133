"""Answers that outlive a run: the key of a question, and its answers as JSON.

The key is made of all that an answer depends on: the words sent (prompt, worked examples, passage), the
answer's schema and ids, the model's name and parameters, and how often it may be asked again. What is kept
are the answers as they came; when they are taken up again, today's check reads them in their order, and a
question that would not end as it did then is asked again.
"""

import hashlib
import json
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from summarizer.asking import check_loop
from summarizer.asking.answer_state import AnswerState
from summarizer.asking.answer_types import schema_text
from summarizer.asking.profiles import Profile
from summarizer.asking.question import Askable
from summarizer.models.client import Model, Usage

E = TypeVar("E")


class AnswerCache(Protocol):
    """Where answers are kept between runs."""

    async def find(self, key: str) -> tuple[str, Usage] | None:
        """Return the answers with this key and what they took; None if there are none."""

    def reserve_budget(
        self, question: Askable[Any], model: Model, reasks: int
    ) -> AbstractAsyncContextManager[None]:
        """Hold the money that a question may cost; wait, or raise, if there is not enough."""

    def lock(self, key: str) -> AbstractAsyncContextManager[None]:
        """Hold a key while its question is looked up, asked and kept, so that it is not asked twice."""

    async def keep(self, key: str, question: Askable[Any], answer: str | None, usage: Usage) -> None:
        """Keep answers for good, before they are built upon; None: nothing usable came, yet it cost."""


async def ask(
    question: Askable[E], *, model: Model, reasks: int, usage: Usage, cache: AnswerCache | None
) -> AnswerState[E]:
    """Return what comes of a question: from the answers that are kept, else from the model.

    `usage` is added to either way: it says what an article took, not what a run paid.
    """
    if cache is None:
        return await check_loop.ask(question, model=model, reasks=reasks, usage=usage)
    key = cache_key(question, model.name, model.profile, reasks)
    async with cache.lock(key):
        found = await cache.find(key)
        state = load(question, found[0]) if found else None
        if found and state:
            usage.include(found[1])
            return state
        own, answer = Usage(), None
        try:
            async with cache.reserve_budget(question, model, reasks):
                state = await check_loop.ask(question, model=model, reasks=reasks, usage=own)
            answer = dump(state)
        finally:
            usage.include(own)
            if answer is not None or own.calls:
                await cache.keep(key, question, answer, own)
        return state


def cache_key(question: Askable[Any], name: str, profile: Profile, reasks: int) -> str:
    """Return the SHA-256, in hexadecimal, of all that the answer of the model `name` depends on."""
    parts = [
        name,
        profile.parameters,
        question.max_tokens + profile.thinking_tokens,
        reasks,
        question.section,
        question.new_state().ids,
        schema_text(question.answer_type()),
        list(question.messages),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=list).encode()).hexdigest()


def words_of(question: Askable[Any]) -> str:
    """Return the SHA-256, in hexadecimal, of the messages as they are sent first."""
    return hashlib.sha256(json.dumps(list(question.messages), sort_keys=True).encode()).hexdigest()


def dump(state: AnswerState[Any]) -> str:
    """Return what came of a question, as JSON: the answers in their order, and which entries failed."""
    kept: dict[str, Any] = {"answers": state.answers, "rejected": sorted(state.rejected)}
    if state.confidence:
        kept["confidence"] = state.confidence
    return json.dumps(kept, ensure_ascii=False)


def parse_kept(answer: str) -> tuple[list[str], list[str], dict[str, float]]:
    """Return the answers that `dump` wrote, which entries failed, and how sure the model was of its words.

    Raises ValueError for anything else.
    """
    try:
        kept = json.loads(answer)
        answers, rejected, sure = kept["answers"], kept["rejected"], kept.get("confidence", {})
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError("no answers") from error
    for part in (answers, rejected):
        if not isinstance(part, list) or not all(isinstance(item, str) for item in part):
            raise ValueError("no list of words")
    if not isinstance(sure, dict) or not all(isinstance(number, float | int) for number in sure.values()):
        raise ValueError("no confidence")
    return answers, rejected, sure


def load(question: Askable[E], answer: str) -> AnswerState[E] | None:
    """Return the state that kept answers lead to; None if today's check lets less pass than it did then."""
    try:
        answers, rejected, sure = parse_kept(answer)
    except ValueError:
        return None
    state, failing = question.new_state(), None
    for text in answers:
        try:
            read = question.answer_type(failing).model_validate_json(text)
        except ValidationError:
            return None
        state.enter(question.entries_of(read, failing))
        failing = state.failing or None
    state.confidence = sure
    state.reasks = max(len(answers) - 1, 0)
    state.settle()
    return None if set(state.rejected) - set(rejected) else state
