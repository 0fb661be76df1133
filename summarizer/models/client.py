"""The one way to a language model: the only module that imports openai, instructor and tenacity.

A model is opened by name, asked questions, and closed. Answers are forced into their type by
instructor; what is wrong with an answer goes back to the model through instructor's validation; and
one tenacity policy decides what is tried again, for answers and for the network alike.
"""

import email.utils
import json
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import instructor
import openai
import pydantic
import tenacity
from instructor.core.exceptions import (
    AsyncValidationError,
    IncompleteOutputException,
    InstructorRetryException,
    ResponseParsingError,
)
from instructor.core.hooks import HookName, Hooks
from instructor.core.retry import retry_async

from summarizer.asking.answers import TYPES_KEPT, Answer, Ledger, face_of
from summarizer.asking.profiles import HOSTED, Profile
from summarizer.asking.question import Question, tokens_shown
from summarizer.errors import BatchError, ModelOutputError, ModelRefused, ModelUnavailable
from summarizer.models.limiter import ConcurrencyLimiter

logging.getLogger("instructor").addHandler(logging.NullHandler())

FAULTS = 5
"""How often a question is sent again after faults of the network or the server."""
LONGEST_WAIT = 60.0
WRONG_ANSWERS = (pydantic.ValidationError, AsyncValidationError, ResponseParsingError, ModelOutputError)


class Yes(pydantic.BaseModel):
    """The answer to `Model.reach`."""

    model_config = pydantic.ConfigDict(extra="forbid")

    yes: bool


@dataclass(slots=True)
class Usage:
    """What a model has been used for so far. Tokens as the server counts them."""

    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0

    def include(self, other: "Usage") -> None:
        """Count what was counted elsewhere."""
        self.calls += other.calls
        self.tokens_in += other.tokens_in
        self.tokens_cached += other.tokens_cached
        self.tokens_out += other.tokens_out

    def add(self, completion: Any) -> None:
        """Count one completion; a server that gives no usage counts as a call alone."""
        self.calls += 1
        usage = getattr(completion, "usage", None)
        if usage is None:
            return
        self.tokens_in += getattr(usage, "prompt_tokens", None) or getattr(usage, "input_tokens", 0) or 0
        self.tokens_out += (
            getattr(usage, "completion_tokens", None) or getattr(usage, "output_tokens", 0) or 0
        )
        details = getattr(usage, "prompt_tokens_details", None)
        self.tokens_cached += getattr(details, "cached_tokens", 0) or 0


@dataclass(slots=True, kw_only=True)
class Model:
    """An open model. `name` as it was asked for, `host` of its server, `profile` how to speak to it."""

    name: str
    host: str | None
    profile: Profile
    create: Callable[..., Any]
    limiter: ConcurrencyLimiter
    timeout: float = 600.0
    used: Usage = field(default_factory=Usage)

    async def reach(self, *, usage: Usage | None = None) -> None:
        """Ask for next to nothing, to see whether the model answers.

        Raises ModelUnavailable or ModelRefused where it does not.
        """
        hello = ({"role": "user", "content": "Give yes for [A1]."},)
        no_check = Question(
            section="reach", messages=hello, ids=("A1",), entry=Yes, check=lambda *_: [], max_tokens=30
        )
        await self.ask(no_check, reasks=0, usage=usage)

    async def ask(self, question: Question, *, reasks: int = 2, usage: Usage | None = None) -> Ledger:
        """Ask, and ask again what is wrong, at most `reasks` times; the ledger says what came of it.

        Raises ModelUnavailable, ModelRefused, or ModelOutputError where no answer can be read at all.
        """
        ledger = question.ledger()
        hooks = Hooks()
        for tally in (self.used, usage):
            if tally is not None:
                hooks.on(HookName.COMPLETION_RESPONSE, tally.add)
        bound = {self.profile.limit: question.max_tokens + self.profile.allowance}
        try:
            async with self.limiter.slot():
                with ledger.answered():
                    await self.create(
                        response_model=face_of(
                            self.profile.face, question.entry, question.ids, question.among
                        ),
                        messages=[dict(message) for message in question.messages],
                        max_retries=RetryPolicy(
                            reasks=reasks,
                            ledger=ledger,
                            limiter=self.limiter,
                            tokens=tokens_shown(question, self.profile) + question.max_tokens,
                        ).policy(),
                        hooks=hooks,
                        timeout=self.timeout,
                        **bound,
                        **self.profile.parameters,
                    )
            self.limiter.record_response(overload=False)
        except IncompleteOutputException as error:
            if not ledger.accepted:
                raise ModelOutputError(
                    f"{self.name} was cut off at {sum(bound.values())} tokens in section {question.section!r}"
                ) from error
        except InstructorRetryException as error:
            cause = error.__cause__ or error
            if isinstance(cause, BatchError):
                raise cause from error
            if not isinstance(cause, WRONG_ANSWERS) or isinstance(cause, ModelOutputError):
                raise explain(cause, self) from error
            if not (ledger.accepted or ledger.refused):
                raise ModelOutputError(
                    f"{self.name} gave nothing usable in section {question.section!r} "
                    f"after {error.n_attempts} tries: {_first_line(cause)}"
                ) from error
        return ledger


@dataclass(slots=True, kw_only=True)
class RetryPolicy:
    """The retry policy of one question: wrong answers at once, `reasks` times; faults after a wait.

    A model that gives the same wrong answer twice is not asked a third time.
    """

    reasks: int
    ledger: Ledger
    limiter: ConcurrencyLimiter
    tokens: int = 0
    faults: int = FAULTS
    _wrong: int = 0
    _faulty: int = 0

    def policy(self) -> tenacity.AsyncRetrying:
        """The policy as tenacity takes it."""
        return tenacity.AsyncRetrying(
            retry=self._again, wait=self._pause, before=self._admit, sleep=self.limiter.sleep, reraise=True
        )

    async def _admit(self, _state: tenacity.RetryCallState) -> None:
        await self.limiter.acquire(self.tokens)

    def _again(self, state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, WRONG_ANSWERS) and not isinstance(error, ModelOutputError):
            self._wrong += 1
            return self._wrong <= self.reasks and not self.ledger.stuck
        if error is not None and is_fault(error):
            # a server that did not answer for minutes is asked once more, not five times
            late = is_late(error)
            self._faulty += 3 if late else 1
            if late or getattr(error, "status_code", None) == 429:
                asked = retry_after(error)
                self.limiter.record_response(
                    overload=True, wait=None if asked is None else min(asked, LONGEST_WAIT)
                )
            return self._faulty <= self.faults
        return False

    def _pause(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, WRONG_ANSWERS) or error is None:
            return 0.0
        asked = retry_after(error)
        if asked is not None:
            return min(asked, LONGEST_WAIT)
        backoff = tenacity.wait_exponential_jitter(multiplier=0.5, max=LONGEST_WAIT, jitter=0.5)
        return float(backoff(state))


def is_fault(error: BaseException) -> bool:
    """Whether a passing fault of the network or the server: worth sending the same again."""
    if isinstance(error, openai.APIConnectionError | TimeoutError | ConnectionError | json.JSONDecodeError):
        return True
    status = getattr(error, "status_code", None)
    if status == 429:
        return getattr(error, "code", None) != "insufficient_quota"
    return isinstance(status, int) and (status >= 500 or status in {408, 409})


def is_late(error: BaseException) -> bool:
    """Whether a server did not answer in time.

    The client calls a connection that was refused or broke off a timeout, too; its cause tells them apart.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, aiohttp.ClientConnectionError) and not isinstance(cause, TimeoutError):
            return False
        cause = cause.__cause__
    return isinstance(error, openai.APITimeoutError | TimeoutError)


def retry_after(error: BaseException) -> float | None:
    """Seconds that the server asks to wait, from `Retry-After` as a number or an HTTP date."""
    headers: Mapping[str, str] = getattr(getattr(error, "response", None), "headers", None) or {}
    value = headers.get("retry-after")
    if not value:
        return None
    try:
        return max(float(value), 0.0)
    except ValueError:
        pass
    try:
        return max(email.utils.parsedate_to_datetime(value).timestamp() - time.time(), 0.0)
    except ValueError:
        return None


def explain(error: BaseException, model: Model) -> ModelUnavailable | ModelRefused | ModelOutputError:
    """The error of this package for one of a client's, in a line; never with a key or a request in it."""
    if isinstance(error, ModelOutputError):
        return error
    where = f"{model.name} at {model.host}" if model.host else model.name
    status = getattr(error, "status_code", None)
    advice = {
        401: "the key is missing or not valid; set the provider's key in the environment",
        403: "the key has no permission for this model",
        404: "there is no such model; see the provider's list, and --model",
        400: f"the request does not fit this model: {_first_line(error)}",
        413: "the article is too long for this model",
        422: f"the request does not fit this model: {_first_line(error)}",
        429: "the quota is used up, or the rate limit holds on; try later",
    }
    if is_late(error):
        return ModelUnavailable(f"{where} did not answer within {model.timeout:.0f} s")
    if isinstance(error, openai.APIConnectionError | ConnectionError):
        return ModelUnavailable(f"{where} cannot be reached; is the server running? See --base-url")
    if status in advice:
        return ModelRefused(f"{where} refuses ({status}): {advice[status]}", status=status)
    if isinstance(status, int):
        return ModelUnavailable(f"{where} fails ({status}); try later", status=status)
    return ModelOutputError(f"{where} gave no usable answer: {_first_line(error)}")


def _first_line(error: BaseException) -> str:
    lines = str(getattr(error, "message", "") or error).strip().splitlines()
    return lines[0][:300] if lines else type(error).__name__


def _structured(create: Callable[..., Any]) -> Callable[..., Any]:
    """`create` with answers forced into a type by instructor: read, validated, asked again with the reasons.

    What `instructor.patch` does before that is the same for every request of a type, so it is done once:
    that the type has no asynchronous validators (seen three times a request), its schema, its format.
    """

    async def structured(
        *, response_model: type[Answer], max_retries: tenacity.AsyncRetrying, hooks: Hooks, **request: Any
    ) -> Any:
        return await retry_async(
            func=create,
            response_model=response_model,
            args=(),
            kwargs=request | {"response_format": _format(response_model)},
            max_retries=max_retries,
            mode=instructor.Mode.JSON_SCHEMA,
            hooks=hooks,
        )

    return structured


@lru_cache(TYPES_KEPT)
def _format(answer: type[Answer]) -> dict[str, Any]:
    """OpenAI's structured outputs, with its strict decoding."""
    schema = {"name": answer.__name__, "schema": answer.model_json_schema(), "strict": True}
    return {"type": "json_schema", "json_schema": schema}


def _guarded(client: openai.AsyncOpenAI, model: str) -> Callable[..., Any]:
    """The client's `create`, minding what instructor does not.

    Declined and empty answers are told apart from wrong ones; and an optional parameter that this model
    refuses is left out from then on.
    """
    refused: set[str] = set()

    async def create(*, timeout: float | None = None, **request: Any) -> Any:  # noqa: ASYNC109 - the client's
        while True:
            kept = {name: request[name] for name in sorted(request) if name not in refused}
            try:
                # what `chat.completions.create` does, but for going through every message again in search
                # of files to send, which takes a third of a request's time
                completion = await client.post(
                    "/chat/completions",
                    body={"messages": kept.pop("messages"), "model": model, **kept},
                    cast_to=openai.types.chat.ChatCompletion,
                    options={"timeout": timeout, "security": {"bearer_auth": True}},
                )
            except openai.BadRequestError as error:
                if error.param not in OPTIONAL or error.param not in kept:
                    raise
                refused.add(error.param)
                continue
            return _readable(completion, model)

    return create


OPTIONAL = frozenset({"temperature", "seed", "max_tokens", "max_completion_tokens"})


def _readable(completion: Any, model: str) -> Any:
    if not getattr(completion, "choices", None):
        raise ModelOutputError(f"{model} answered with no choices")
    choice = completion.choices[0]
    if choice.message.refusal:
        raise ModelOutputError(f"{model} declined: {choice.message.refusal[:200]}")
    if choice.finish_reason == "content_filter":
        raise ModelOutputError(f"{model}'s answer was withheld by its content filter")
    return completion


@asynccontextmanager
async def open_compatible(  # noqa: PLR0913 - what names a server and how to speak to it
    model: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109 - handed to the client
    name: str | None = None,
) -> AsyncIterator[Model]:
    """A model behind an OpenAI-compatible server; `base_url` None is OpenAI's own."""
    async with (
        openai.DefaultAioHttpClient(timeout=timeout) as transport,  # a third less work than the default's
        openai.AsyncOpenAI(
            base_url=base_url, api_key=api_key, max_retries=0, timeout=timeout, http_client=transport
        ) as client,
    ):
        yield Model(
            name=name or model,
            host=urlsplit(str(client.base_url)).hostname,
            profile=profile,
            create=_structured(_guarded(client, model)),
            limiter=ConcurrencyLimiter(profile.concurrency),
            timeout=timeout,
        )


@asynccontextmanager
async def open_provider(
    name: str,
    *,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109
) -> AsyncIterator[Model]:
    """A model by instructor's provider string, such as `anthropic/…` or `ollama/…`."""
    try:
        client = instructor.from_provider(name, async_client=True)
    except (ImportError, ValueError, instructor.core.exceptions.InstructorError) as error:
        raise ModelUnavailable(f"{name!r} cannot be opened: {_first_line(error)}") from error
    yield Model(
        name=name,
        host=None,
        profile=profile,
        create=client.create,
        limiter=ConcurrencyLimiter(profile.concurrency),
        timeout=timeout,
    )
