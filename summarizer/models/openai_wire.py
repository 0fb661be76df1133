"""A server that speaks as OpenAI's does, through openai's own client."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import aiohttp
import openai
import pydantic
from instructor import Mode
from instructor.processing.response import handle_response_model, process_response_async

from summarizer.models.faults import RequestFault, retry_after
from summarizer.models.usage import Usage
from summarizer.models.wires import A, Ending, Message, Outgoing, refused_parameter

TWINS = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
# The bound on an answer's tokens has two names; a model that refuses one is given the other.

TYPES_KEPT = 256


@dataclass(slots=True)
class OpenAIWire:
    """A server that speaks as OpenAI's does. `mode`: structured outputs, or a tool that must be called."""

    client: openai.AsyncOpenAI
    model: str
    mode: Mode = Mode.JSON_SCHEMA
    caches_by_key: bool = False
    """Whether requests with the same beginning are given the same `prompt_cache_key`."""
    service_tier: str | None = None
    _refused: set[str] = field(default_factory=set)

    async def send(self, request: Outgoing) -> Any:
        """Send a request; an optional parameter that is refused is left out from then on."""
        parameters = dict(request.parameters)
        if self.caches_by_key and request.static:
            parameters["prompt_cache_key"] = _digest(request.messages[: request.static])
        if self.service_tier:
            parameters["service_tier"] = self.service_tier
        while True:
            kept = self._taken(parameters)
            shape = _shape(request.answer_type, self.mode)
            body = {"messages": request.messages, "model": self.model, **shape, **kept}
            try:
                # what `chat.completions.create` does, but for going through every message again in search
                # of files to send, which takes a third of a request's time
                return await self.client.post(
                    "/chat/completions",
                    body=body,
                    cast_to=openai.types.chat.ChatCompletion,
                    options={"timeout": request.timeout, "security": {"bearer_auth": True}},
                )
            except openai.APIStatusError as error:
                name = refused_parameter(error.status_code, error.param, error.message, kept)
                if name is None:
                    raise _fault(error) from error
                self._refused.add(name)
            except (openai.OpenAIError, ConnectionError, TimeoutError, json.JSONDecodeError) as error:
                raise _fault(error) from error

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
        if not getattr(completion, "choices", None):
            return "nothing", ""
        choice = completion.choices[0]
        message = choice.message
        if getattr(message, "refusal", None):
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
            input_tokens=getattr(usage, "prompt_tokens", 0) or 0,
            cached_tokens=getattr(read, "cached_tokens", 0) or 0,
            output_tokens=getattr(usage, "completion_tokens", 0) or 0,
            reasoning_tokens=getattr(written, "reasoning_tokens", 0) or 0,
        )

    def logprobs(self, completion: Any) -> tuple[tuple[str, float], ...] | None:
        """Return the tokens of an answer with their logarithms, if the server was asked for them."""
        content = getattr(completion.choices[0].logprobs, "content", None)
        return None if content is None else tuple((token.token, token.logprob) for token in content)

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


def _fault(error: BaseException) -> RequestFault:
    """Return what is wrong with a request, from an error of openai's client or of the network."""
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        code, response = getattr(error, "code", None), getattr(error, "response", None)
        return RequestFault(
            str(getattr(error, "message", error)),
            kind="status",
            status=status,
            code=code,
            wait=retry_after(getattr(response, "headers", None)),
        )
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
