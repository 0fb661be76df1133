"""The way of an answer: ask, check, ask again what fails. The whole of it is in `ask`."""

import asyncio
import contextlib
import json
import logging
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from summarizer.asking.answer_state import AnswerState
from summarizer.asking.doubt import confidences
from summarizer.asking.question import Askable
from summarizer.errors import ModelError, ModelOutputError, UnreadableAnswer
from summarizer.models.client import Model, Usage
from summarizer.text import dictionary
from summarizer.text.secrets import without_secrets

E = TypeVar("E")
WITHIN = 60.0
"""Seconds that the check of an answer may take; most take a hundredth of one."""
log = logging.getLogger(__name__)


async def ask(
    question: Askable[E], *, model: Model, reasks: int = 2, usage: Usage | None = None
) -> AnswerState[E]:
    """Ask a question, and ask again what fails, at most `reasks` times.

    What passed stays. A model that gives the same wrong answer twice is not asked a third time.

    Raises ModelUnavailable, ModelRefused, or ModelOutputError if nothing of any answer can be used.
    """
    state, messages, failing, said = question.new_state(), list(question.messages), None, None
    # the place is kept to the end: the embedded server still has this conversation in its memory
    async with model.limiter.slot():
        while True:
            took, started = Usage(), time.monotonic()
            wanted = question.answer_type(failing)
            try:
                reply = await model.complete(
                    messages,
                    wanted,
                    max_tokens=question.max_tokens,
                    usage=took,
                    section=question.section,
                    static=len(question.messages) - 1,
                    held=True,
                )
            except UnreadableAnswer as error:
                text = error.text
                state.refuse(error.reason)
            except ModelError as error:
                _tell(model, question, messages, "", {"": [str(error)]}, took, started)
                if not isinstance(error, ModelOutputError) or not (state.accepted or state.rejected):
                    raise
                state.failure = str(error)
                break
            else:
                text = reply.text
                state.answers.append(text)
                # words that are said again are copied, and a copy seems sure
                state.confidence = confidences(reply.logprobs, text) | state.confidence
                await _checked(model, question, state, question.entries_of(reply.answer, failing))
            finally:
                if usage is not None:
                    usage.include(took)
            _tell(model, question, messages, text, state.reasons, took, started)
            if not state.reasons or state.reasks == reasks or state.stuck or text == said:
                break
            state.reasks += 1
            failing, said, messages = state.failing or None, text, list(question.messages)
            if text:  # else the same is sent again: some servers refuse a turn without words
                messages += [
                    {"role": "assistant", "content": state.recalled(text)},
                    {"role": "user", "content": question.reask_turn(state)},
                ]
    if state.reasons and not (state.accepted or state.rejected):
        reason = next(iter(state.reasons.values()))[0]
        tries = "1 try" if not state.reasks else f"{state.reasks + 1} tries"
        raise ModelOutputError(
            f"{model.name} gave nothing usable in section {question.section!r} after {tries}: {reason}"
        )
    state.settle()
    return state


async def _checked(
    model: Model, question: Askable[E], state: AnswerState[E], entries: Iterable[tuple[str, E]]
) -> None:
    """Check an answer's entries beside the event loop, which stays open for signals and other answers.

    Raises ModelOutputError after `WITHIN` seconds. The thread is a daemon: the program ends without it.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def tell(error: BaseException | None) -> None:
        if not done.done():
            done.set_exception(error) if error else done.set_result(None)

    def check() -> None:
        error: BaseException | None = None
        try:
            dictionary.load()
            state.enter(entries)
        except Exception as fault:  # noqa: BLE001 - raised again where it is awaited
            error = fault
        with contextlib.suppress(RuntimeError):  # the loop may be closed
            loop.call_soon_threadsafe(tell, error)

    threading.Thread(target=check, name="check", daemon=True).start()
    try:
        await asyncio.wait_for(done, WITHIN)
    except TimeoutError as error:
        where = f"in section {question.section!r}"
        raise ModelOutputError(
            f"{model.name} gave an answer {where} whose check takes more than {WITHIN:.0f} s"
        ) from error


def _tell(  # noqa: PLR0913, PLR0917 - what one request came to
    model: Model,
    question: Askable[Any],
    messages: Sequence[Mapping[str, str]],
    text: str,
    reasons: Mapping[str, Sequence[str]],
    took: Usage,
    started: float,
) -> None:
    """Add a request and its answer to the trace and the log, if there are any."""
    if model.trace is None and not log.isEnabledFor(logging.DEBUG):
        return
    record = {
        "model": model.name,
        "section": question.section,
        "messages": list(messages),
        "answer": text,
        "findings": dict(reasons),
        "input_tokens": took.input_tokens,
        "cached_tokens": took.cached_tokens,
        "output_tokens": took.output_tokens,
        "seconds": round(time.monotonic() - started, 3),
    }
    log.debug("%s", without_secrets(json.dumps(record, ensure_ascii=False)))
    if model.trace is not None:
        model.trace.add(record)
