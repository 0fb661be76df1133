"""A server that speaks as OpenAI's does, through openai's own client."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any

import aiohttp
import httpx2
import openai
import pydantic
from instructor import Mode
from instructor.v2.core.response import handle_response_model, process_response_async

from summarizer.models.faults import RequestFault, garbled, status_fault, too_large
from summarizer.models.http_client import is_too_large
from summarizer.models.usage import Usage
from summarizer.models.wires import (
    BATCH,
    FULL_RATE,
    A,
    Ending,
    Message,
    Outgoing,
    Part,
    ReplySource,
    StoredReply,
    count,
    error_words,
    refused_parameter,
)

TWINS = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
# The bound on an answer's tokens has two names; a model that refuses one is given the other.

FLEX, FLEX_OR_DEFAULT = "flex", "flex-or-default"
# Service tiers. The second is ours: flex, and the default tier when flex stays without capacity.

TYPES_KEPT = 256
CHAT = "/chat/completions"


class _Function(Part):
    arguments: str


class _Call(Part):
    function: _Function


class _Message(Part):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_Call] | None = None


class _Choice(Part):
    message: _Message
    finish_reason: str | None = None


class _Completion(Part):
    choices: list[_Choice] | None = None


class _Token(Part):
    token: str
    logprob: Annotated[float, pydantic.Field(allow_inf_nan=False)]


_TOKENS = pydantic.TypeAdapter(list[_Token] | None)


@dataclass(slots=True)
class OpenAIWire:
    """A server that speaks as OpenAI's does. `mode`: structured outputs, or a tool that must be called."""

    client: openai.AsyncOpenAI
    model: str
    mode: Mode = Mode.JSON_SCHEMA
    caches_by_key: bool = False
    """Whether requests with the same beginning are given the same `prompt_cache_key`."""
    service_tier: str | None = None
    """As `Choice.service_tier`."""
    source: ReplySource | None = None
    _refused: set[str] = field(default_factory=set)

    async def send(self, request: Outgoing) -> Any:
        """Send a request; an optional parameter that is refused is left out from then on."""
        parameters = dict(request.parameters)
        if self.caches_by_key and request.static:
            parameters["prompt_cache_key"] = _digest(request.messages[: request.static])
        if self.service_tier:
            asked = FLEX if self.service_tier == FLEX_OR_DEFAULT else self.service_tier
            parameters.setdefault("service_tier", asked)
        while True:
            kept = self._taken(parameters)
            shape = _shape(request.answer_type, self.mode)
            body = {"messages": request.messages, "model": self.model, **shape, **kept}
            try:
                completion = await self._completion(body, request)
                _Completion.model_validate(completion)
            except openai.APIStatusError as error:
                name = refused_parameter(error.status_code, error.param, error.message, kept)
                if name is None or name == "service_tier":  # another tier has another price
                    raise fault_of(error) from error
                self._refused.add(name)
            except (openai.OpenAIError, ConnectionError, TimeoutError, ValueError, RecursionError) as error:
                raise fault_of(error) from error
            else:
                return completion

    async def _completion(self, body: dict[str, Any], request: Outgoing) -> Any:
        async def send() -> dict[str, Any]:
            completion = await self._post(body, request.timeout)
            return completion.model_dump(mode="json", warnings=False)

        if self.source is None:
            return await self._post(body, request.timeout)
        return self.completion_of(await self.source.find(body, request, send))

    async def _post(self, body: dict[str, Any], timeout: float) -> openai.types.chat.ChatCompletion:  # noqa: ASYNC109
        # what `chat.completions.create` does, but for going through every message again in search of files
        # to send, which takes a third of a request's time
        return await self.client.post(
            CHAT,
            body=body,
            cast_to=openai.types.chat.ChatCompletion,
            options={"timeout": timeout, "security": {"bearer_auth": True}},
        )

    def completion_of(self, reply: StoredReply) -> Any:
        """Return the completion in a reply that was kept. Raises openai.APIStatusError if it is an error."""
        if reply.status >= 400:
            response = httpx2.Response(reply.status, request=httpx2.Request("POST", CHAT))
            raise openai.APIStatusError(
                error_words(reply.body), response=response, body=reply.body.get("error")
            )
        tier = BATCH if reply.batch else "default"
        return openai.types.chat.ChatCompletion.construct(**reply.body | {"service_tier": tier})

    def _taken(self, parameters: dict[str, Any]) -> dict[str, Any]:
        """Return the parameters that the model takes, in order."""
        kept = dict(parameters)
        for name in self._refused & set(kept):
            value, twin = kept.pop(name), TWINS.get(name)
            if twin and twin not in self._refused:
                kept[twin] = value
        return {name: kept[name] for name in sorted(kept)}

    def ending(self, completion: Any) -> tuple[Ending, str]:
        """Return how an answer ended, and its text."""
        choices = _Completion.model_validate(completion).choices
        if not choices:
            return "nothing", ""
        choice = choices[0]
        message = choice.message
        if message.refusal:
            return "declined", message.refusal
        if choice.finish_reason == "content_filter":
            return "withheld", ""
        text = message.content or ""
        if self.mode is Mode.TOOLS and message.tool_calls:
            text = message.tool_calls[0].function.arguments
        if choice.finish_reason == "length":
            return "cut off", text
        return ("whole" if text.strip() else "empty"), text

    def usage(self, completion: Any) -> Usage:
        """Return what a completion took."""
        usage = getattr(completion, "usage", None)
        read = getattr(usage, "prompt_tokens_details", None)
        written = getattr(usage, "completion_tokens_details", None)
        return Usage(
            calls=1,
            input_tokens=count(getattr(usage, "prompt_tokens", None)),
            cached_tokens=count(getattr(read, "cached_tokens", None)),
            output_tokens=count(getattr(usage, "completion_tokens", None)),
            reasoning_tokens=count(getattr(written, "reasoning_tokens", None)),
        )

    def rate(self, completion: Any) -> Decimal:
        """Return by how much the price differs: a request for flex may be answered at the default tier."""
        tier = getattr(completion, "service_tier", None)
        if self.source is not None:
            return Decimal(1) if tier == BATCH else FULL_RATE
        if self.service_tier == FLEX and tier == "default":
            return FULL_RATE
        if self.service_tier == FLEX_OR_DEFAULT and tier == FLEX:
            return 1 / FULL_RATE
        return Decimal(1)

    def logprobs(self, completion: Any) -> tuple[tuple[str, float], ...] | None:
        """Return the tokens of an answer with their logarithms, if the server was asked for them."""
        content = getattr(getattr(completion.choices[0], "logprobs", None), "content", None)
        try:
            tokens = _TOKENS.validate_python(content)
        except pydantic.ValidationError:
            return None
        return None if tokens is None else tuple((token.token, token.logprob) for token in tokens)

    async def read(self, completion: Any, answer_type: type[A]) -> A:
        """Read an answer into its type."""
        read: A = await process_response_async(
            completion, response_model=answer_type, mode=self.mode, strict=True
        )
        return read


@lru_cache(TYPES_KEPT)
def _shape(answer: type[pydantic.BaseModel], mode: Mode) -> dict[str, Any]:
    """Return what makes a server answer in a type: strict structured outputs, or a tool that must be called.

    instructor's own shape for structured outputs lacks `strict`; its checks of a type are done once a type.
    """
    if mode is Mode.JSON_SCHEMA:
        schema = {"name": answer.__name__, "schema": answer.model_json_schema(), "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": schema}}
    _, shape = handle_response_model(answer, mode=mode, messages=[])
    return {name: value for name, value in shape.items() if name != "messages"}


def fault_of(error: BaseException) -> RequestFault:
    """Return what is wrong with a request, from an error of openai's client or of the network."""
    if isinstance(error, pydantic.ValidationError):
        return garbled(error)
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        code, headers = getattr(error, "code", None), getattr(getattr(error, "response", None), "headers", {})
        return status_fault(status, str(getattr(error, "message", error)), headers, code=code)
    if is_too_large(error):
        return too_large()
    if isinstance(error, openai.APITimeoutError | TimeoutError):
        return RequestFault(str(error), kind="late" if _is_late(error) else "unreachable")
    if isinstance(error, openai.APIConnectionError | ConnectionError):
        return RequestFault(str(error), kind="unreachable")
    return RequestFault(str(error), kind="garbled")


def _is_late(error: BaseException) -> bool:
    """Whether a server did not answer in time.

    The client calls a connection that was refused or broke off a timeout, too; its cause tells them apart.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, aiohttp.ClientConnectionError) and not isinstance(cause, TimeoutError):
            return False
        cause = cause.__cause__
    return True


def _digest(messages: Sequence[Message]) -> str:
    return hashlib.sha256(json.dumps(list(messages)).encode()).hexdigest()[:16]
