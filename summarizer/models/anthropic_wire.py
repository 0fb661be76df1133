"""Anthropic's server, through its own client (extra `anthropic`)."""

import copy
import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import anthropic
import httpx2
import pydantic
from instructor import Mode
from instructor.utils.providers import Provider
from instructor.v2.core.response import handle_response_model, process_response_async

from summarizer.models.faults import RequestFault, garbled, status_fault, too_large
from summarizer.models.http_client import is_too_large
from summarizer.models.usage import Usage
from summarizer.models.wires import (
    BATCH,
    FULL_RATE,
    A,
    Ending,
    Outgoing,
    Part,
    ReplySource,
    StoredReply,
    count,
    error_words,
    refused_parameter,
)


class _Block(Part):
    type: str
    text: str = ""
    input: Any = None


class _Completion(Part):
    content: list[_Block] = pydantic.Field(default_factory=list)
    stop_reason: str | None = None


@dataclass(slots=True)
class AnthropicWire:
    """Anthropic's server through its own client (extra `anthropic`): a tool that must be called.

    What is the same for all articles (tool, system, worked examples) is marked for the prompt cache.
    """

    client: anthropic.AsyncAnthropic
    model: str
    source: ReplySource | None = None
    _refused: set[str] = field(default_factory=set)

    async def send(self, request: Outgoing) -> Any:
        """Send a request; an optional parameter that is refused is left out from then on."""
        shaped = self._shaped(request)
        while True:
            kept = {k: v for k, v in request.parameters.items() if k not in self._refused}
            try:
                completion = await self._completion({"model": self.model, **shaped, **kept}, request)
                _Completion.model_validate(completion)
            except anthropic.APIStatusError as error:
                name = refused_parameter(error.status_code, None, error.message, kept)
                if name is None or name == "max_tokens":  # which Anthropic requires
                    raise fault_of(error) from error
                self._refused.add(name)
            except (anthropic.AnthropicError, ValueError, RecursionError) as error:
                raise fault_of(error) from error
            else:
                return completion

    async def _completion(self, body: dict[str, Any], request: Outgoing) -> Any:
        async def send() -> dict[str, Any]:
            completion = await self.client.messages.create(**body, timeout=request.timeout)
            reply: dict[str, Any] = completion.model_dump(mode="json", warnings=False)
            return reply

        if self.source is None:
            return await self.client.messages.create(**body, timeout=request.timeout)
        return self.completion_of(await self.source.find(body, request, send))

    def completion_of(self, reply: StoredReply) -> Any:
        """Return the completion in a reply that was kept.

        Raises anthropic.APIStatusError if the reply is an error.
        """
        if reply.status >= 400:
            response = httpx2.Response(reply.status, request=httpx2.Request("POST", "/v1/messages"))
            raise anthropic.APIStatusError(error_words(reply.body), response=response, body=reply.body)
        completion = anthropic.types.Message.construct(**reply.body)
        if completion.usage is not None:
            completion.usage.service_tier = BATCH if reply.batch else "standard"
        return completion

    def _shaped(self, request: Outgoing) -> dict[str, Any]:
        _, shaped = handle_response_model(
            request.answer_type, mode=Mode.TOOLS, provider=Provider.ANTHROPIC, messages=request.messages
        )
        shaped = copy.deepcopy(shaped)
        mark = {"type": "ephemeral"}
        if shaped.get("system"):
            shaped["system"][-1]["cache_control"] = mark
        elif shaped["tools"]:
            shaped["tools"][-1]["cache_control"] = mark
        systems = sum(message["role"] == "system" for message in request.messages[: request.static])
        if request.static > systems:
            last = shaped["messages"][request.static - systems - 1]
            last["content"] = [{"type": "text", "text": last["content"], "cache_control": mark}]
        return shaped

    def ending(self, completion: Any) -> tuple[Ending, str]:
        """Return how an answer ended, and its text."""
        read = _Completion.model_validate(completion)
        used = next((block for block in read.content if block.type == "tool_use"), None)
        said = " ".join(block.text for block in read.content if block.type == "text")
        text = said if used is None else json.dumps(used.input, ensure_ascii=False)
        if read.stop_reason == "refusal":
            return "declined", said
        if read.stop_reason in {"max_tokens", "model_context_window_exceeded"}:
            return "cut off", text
        return ("whole" if text.strip() else "empty"), text

    def usage(self, completion: Any) -> Usage:
        """Return what a completion took; Anthropic counts what it has in its cache apart."""
        usage = getattr(completion, "usage", None)
        cached = count(getattr(usage, "cache_read_input_tokens", None))
        kept = count(getattr(usage, "cache_creation_input_tokens", None))
        return Usage(
            calls=1,
            input_tokens=count(getattr(usage, "input_tokens", None)) + cached + kept,
            cached_tokens=cached,
            output_tokens=count(getattr(usage, "output_tokens", None)),
        )

    def rate(self, completion: Any) -> Decimal:
        """Return by how much the price differs: what did not come from a batch costs twice as much."""
        tier = getattr(getattr(completion, "usage", None), "service_tier", None)
        return Decimal(1) if self.source is None or tier == BATCH else FULL_RATE

    def logprobs(self, completion: Any) -> tuple[tuple[str, float], ...] | None:  # noqa: ARG002
        """Return None: Anthropic gives none."""
        return None

    async def read(self, completion: Any, answer_type: type[A]) -> A:
        """Read an answer into its type."""
        read: A = await process_response_async(
            completion, response_model=answer_type, mode=Mode.TOOLS, provider=Provider.ANTHROPIC, strict=True
        )
        return read


def fault_of(error: BaseException) -> RequestFault:
    """Return what is wrong with a request, from an error of Anthropic's client."""
    if isinstance(error, pydantic.ValidationError):
        return garbled(error)
    if isinstance(error, anthropic.APIStatusError):
        return status_fault(error.status_code, error.message, error.response.headers)
    if isinstance(error, anthropic.APITimeoutError):
        return RequestFault(str(error), kind="late")
    if is_too_large(error):
        return too_large()
    unreachable = isinstance(error, anthropic.APIConnectionError)
    return RequestFault(str(error), kind="unreachable" if unreachable else "garbled")
