"""The one way to a language model: the only module that imports openai, instructor and tenacity.

A model is opened by name, asked, and closed. instructor puts the type of an answer into the request and
reads the answer into it; one tenacity policy decides what is sent again after a fault of the network or
the server. What an answer says is checked, and asked again, by `asking.check_loop`.
"""

import email.utils
import json
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlsplit

import aiohttp
import instructor
import openai
import pydantic
import tenacity
from instructor.core.exceptions import IncompleteOutputException, ResponseParsingError
from instructor.processing.response import process_response_async

from summarizer.asking.profiles import HOSTED, Profile
from summarizer.errors import ModelOutputError, ModelRefused, ModelUnavailable, UnreadableAnswer
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.tokens import count_tokens

logging.getLogger("instructor").addHandler(logging.NullHandler())

FAULTS = 5
"""How often a request is sent again after faults of the network or the server."""
LONGEST_WAIT = 60.0
TYPES_KEPT = 256
CLIENT_ERRORS = (openai.OpenAIError, TimeoutError, ConnectionError, json.JSONDecodeError)

A = TypeVar("A", bound=pydantic.BaseModel)
Messages = Sequence[Mapping[str, str]]


class Yes(pydantic.BaseModel):
    """The answer to `Model.ping`."""

    model_config = pydantic.ConfigDict(extra="forbid")

    yes: bool


@dataclass(slots=True)
class Usage:
    """What a model has been used for so far. Tokens as the server counts them.

    `cached_tokens` are those of `input_tokens` that the server had in its cache.
    """

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0

    def include(self, other: "Usage") -> None:
        """Count what was counted elsewhere."""
        self.calls += other.calls
        self.input_tokens += other.input_tokens
        self.cached_tokens += other.cached_tokens
        self.output_tokens += other.output_tokens


def usage_of(completion: Any) -> Usage:
    """Return what one completion took; a server that gives no usage counts as a call alone."""
    usage = getattr(completion, "usage", None)
    if usage is None:
        return Usage(calls=1)
    details = getattr(usage, "prompt_tokens_details", None)
    return Usage(
        calls=1,
        input_tokens=getattr(usage, "prompt_tokens", None) or getattr(usage, "input_tokens", 0) or 0,
        cached_tokens=getattr(details, "cached_tokens", 0) or 0,
        output_tokens=getattr(usage, "completion_tokens", None) or getattr(usage, "output_tokens", 0) or 0,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Generic[A]):
    """One answer: read into its type, as the JSON text that came, and what it took.

    `logprobs`: each token of the text with the natural logarithm of its probability, if the server was
    asked for them.
    """

    answer: A
    text: str
    usage: Usage
    logprobs: tuple[tuple[str, float], ...] | None = None


class Complete(Protocol):
    """`Model.complete`, or the same within one conversation."""

    async def __call__(
        self,
        messages: Messages,
        answer_type: type[A],
        *,
        max_tokens: int,
        usage: Usage | None = None,
        section: str = "",
    ) -> Reply[A]:
        """Ask once; see `Model.complete`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """An open model. `name` as it was asked for, `host` of its server, `profile` how to speak to it.

    >>> class Capital(pydantic.BaseModel):
    ...     city: str
    >>> async def ask(model: Model) -> str:
    ...     words = {"role": "user", "content": "What is the capital of France?"}
    ...     reply = await model.complete([words], Capital, max_tokens=20)
    ...     return reply.answer.city
    """

    name: str
    host: str | None
    profile: Profile
    send: Callable[..., Awaitable[Any]]
    """Send one request: messages, answer type and parameters; the completion as the client gives it."""
    limiter: ConcurrencyLimiter
    timeout: float = 600.0

    async def ping(self, *, usage: Usage | None = None) -> None:
        """Ask for next to nothing, to see whether the model answers.

        Raises ModelUnavailable or ModelRefused if it does not.
        """
        hello = ({"role": "user", "content": 'Say yes: answer {"yes": true}.'},)
        await self.complete(hello, Yes, max_tokens=30, usage=usage, section="ping")

    async def complete(
        self,
        messages: Messages,
        answer_type: type[A],
        *,
        max_tokens: int,
        usage: Usage | None = None,
        section: str = "",
    ) -> Reply[A]:
        """Send one request and read its answer; send it again after passing faults of network or server.

        `max_tokens` bounds the answer, thinking apart. What is sent and answered is added to `usage`, also if
        the answer is of no use. `section` is named in errors.

        Raises ModelUnavailable, ModelRefused; ModelOutputError if the answer is declined, withheld or cut
        off; UnreadableAnswer if it does not fit `answer_type`.
        """
        async with self.conversation() as complete:
            return await complete(messages, answer_type, max_tokens=max_tokens, usage=usage, section=section)

    @asynccontextmanager
    async def conversation(self) -> AsyncIterator[Complete]:
        """Hold one place among the requests under way, for requests that follow one another."""
        async with self.limiter.slot():
            yield self._complete

    async def _complete(
        self,
        messages: Messages,
        answer_type: type[A],
        *,
        max_tokens: int,
        usage: Usage | None = None,
        section: str = "",
    ) -> Reply[A]:
        limit = max_tokens + self.profile.allowance
        policy = RetryPolicy(limiter=self.limiter, tokens=count_tokens(messages) + limit)
        try:
            completion: Any = await policy.retrying()(
                self.send,
                messages=[dict(message) for message in messages],
                answer_type=answer_type,
                timeout=self.timeout,
                **{self.profile.limit: limit},
                **self.profile.parameters,
            )
        except CLIENT_ERRORS as error:
            raise explain(error, self) from error
        self.limiter.record_response(overload=False)
        took = usage_of(completion)
        if usage is not None:
            usage.include(took)
        where = f" in section {section!r}" if section else ""
        text = readable_text(completion, self.name, limit=limit, where=where)
        try:
            answer = await process_response_async(
                completion, response_model=answer_type, mode=instructor.Mode.JSON_SCHEMA, strict=True
            )
        except pydantic.ValidationError as error:
            reason = "\n".join(_complaints(error))
        except (ResponseParsingError, json.JSONDecodeError, IncompleteOutputException) as error:
            reason = _first_line(error)
        else:
            return Reply(answer=answer, text=text, usage=took)
        shown = reason.split("\n", 1)[0]
        raise UnreadableAnswer(f"{self.name} gave nothing usable{where}: {shown}", text=text, reason=reason)


def _complaints(error: pydantic.ValidationError) -> list[str]:
    """What is wrong with an answer, a line each, as a model can mend it."""
    return [
        f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}." if fault["loc"] else f"{fault['msg']}."
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def readable_text(completion: Any, name: str, *, limit: int, where: str) -> str:
    """Return the text of an answer. Raises ModelOutputError, which says why, if it is not a whole one."""
    if not getattr(completion, "choices", None):
        raise ModelOutputError(f"{name} answered with no choices{where}")
    choice = completion.choices[0]
    if choice.message.refusal:
        raise ModelOutputError(f"{name} declined{where}: {choice.message.refusal[:200]}")
    if choice.finish_reason == "content_filter":
        raise ModelOutputError(f"{name}'s answer{where} was withheld by its content filter")
    if choice.finish_reason == "length":
        raise ModelOutputError(f"{name} was cut off at {limit} tokens{where}")
    text = choice.message.content or ""
    if not text.strip():
        empty = f"{name} gave an empty answer{where}"
        raise UnreadableAnswer(empty, text="", reason="The answer is empty.")
    return str(text)


@dataclass(slots=True, kw_only=True)
class RetryPolicy:
    """What is sent again, and after how long: passing faults of the network or the server, `faults` times."""

    limiter: ConcurrencyLimiter
    tokens: int = 0
    faults: int = FAULTS
    _faulty: int = 0

    def retrying(self) -> tenacity.AsyncRetrying:
        """Return the policy as tenacity takes it."""
        return tenacity.AsyncRetrying(
            retry=self._again, wait=self._pause, before=self._admit, sleep=self.limiter.sleep, reraise=True
        )

    async def _admit(self, _state: tenacity.RetryCallState) -> None:
        await self.limiter.acquire(self.tokens)

    def _again(self, state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        if error is None or not is_fault(error):
            return False
        # a server that did not answer for minutes is asked once more, not five times
        late = is_late(error)
        self._faulty += 3 if late else 1
        if late or getattr(error, "status_code", None) == 429:
            asked = retry_after(error)
            self.limiter.record_response(
                overload=True, wait=None if asked is None else min(asked, LONGEST_WAIT)
            )
        return self._faulty <= self.faults

    def _pause(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = None if error is None else retry_after(error)
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


@lru_cache(TYPES_KEPT)
def _format(answer: type[pydantic.BaseModel]) -> dict[str, Any]:
    """OpenAI's structured outputs, with its strict decoding."""
    schema = {"name": answer.__name__, "schema": answer.model_json_schema(), "strict": True}
    return {"type": "json_schema", "json_schema": schema}


def _sender(client: openai.AsyncOpenAI, model: str) -> Callable[..., Awaitable[Any]]:
    """Return `Model.send` for an OpenAI-compatible server.

    An optional parameter that this model refuses is left out from then on.
    """
    refused: set[str] = set()

    async def send(
        *,
        messages: list[dict[str, str]],
        answer_type: type[pydantic.BaseModel],
        timeout: float,  # noqa: ASYNC109 - the client's
        **parameters: Any,
    ) -> Any:
        while True:
            kept = {name: parameters[name] for name in sorted(parameters) if name not in refused}
            body = {"messages": messages, "model": model, "response_format": _format(answer_type), **kept}
            try:
                # what `chat.completions.create` does, but for going through every message again in search
                # of files to send, which takes a third of a request's time
                return await client.post(
                    "/chat/completions",
                    body=body,
                    cast_to=openai.types.chat.ChatCompletion,
                    options={"timeout": timeout, "security": {"bearer_auth": True}},
                )
            except openai.BadRequestError as error:
                if error.param not in OPTIONAL or error.param not in kept:
                    raise
                refused.add(error.param)

    return send


OPTIONAL = frozenset({"temperature", "seed", "max_tokens", "max_completion_tokens"})


@asynccontextmanager
async def open_compatible(  # noqa: PLR0913 - what names a server and how to speak to it
    model: str,
    *,
    base_url: str | None = None,
    api_key: str | None = None,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109 - handed to the client
    name: str | None = None,
    limiter: ConcurrencyLimiter | None = None,
) -> AsyncIterator[Model]:
    """Open a model behind an OpenAI-compatible server; `base_url` None is OpenAI's own."""
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
            send=_sender(client, model),
            limiter=limiter or ConcurrencyLimiter(profile.concurrency),
            timeout=timeout,
        )


@asynccontextmanager
async def open_provider(
    name: str,
    *,
    profile: Profile = HOSTED,
    timeout: float = 600.0,  # noqa: ASYNC109
    limiter: ConcurrencyLimiter | None = None,
) -> AsyncIterator[Model]:
    """Open a model by instructor's provider string, such as `anthropic/…` or `ollama/…`."""
    try:
        client = instructor.from_provider(name, async_client=True)
    except (ImportError, ValueError, instructor.core.exceptions.InstructorError) as error:
        raise ModelUnavailable(f"{name!r} cannot be opened: {_first_line(error)}") from error
    yield Model(
        name=name,
        host=None,
        profile=profile,
        send=client.create,
        limiter=limiter or ConcurrencyLimiter(profile.concurrency),
        timeout=timeout,
    )
