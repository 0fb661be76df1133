"""Anthropic's server, through its own client (extra `anthropic`)."""

import copy
import json
from dataclasses import dataclass, field
from typing import Any

import anthropic
import pydantic
from instructor import Mode
from instructor.processing.response import handle_response_model, process_response_async
from instructor.utils.providers import Provider

from summarizer.models.faults import RequestFault, garbled, status_fault, too_large
from summarizer.models.http_client import is_too_large
from summarizer.models.usage import Usage
from summarizer.models.wires import A, Ending, Outgoing, Part, count, refused_parameter


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
    _refused: set[str] = field(default_factory=set)

    async def send(self, request: Outgoing) -> Any:
        """Send a request; an optional parameter that is refused is left out from then on."""
        shaped = self._shaped(request)
        while True:
            kept = {k: v for k, v in request.parameters.items() if k not in self._refused}
            try:
                completion = await self.client.messages.create(
                    model=self.model, timeout=request.timeout, **shaped, **kept
                )
                _Completion.model_validate(completion)
            except anthropic.APIStatusError as error:
                name = refused_parameter(error.status_code, None, error.message, kept)
                if name is None or name == "max_tokens":  # which Anthropic requires
                    raise status_fault(error.status_code, error.message, error.response.headers) from error
                self._refused.add(name)
            except anthropic.APITimeoutError as error:
                raise RequestFault(str(error), kind="late") from error
            except anthropic.APIConnectionError as error:
                if is_too_large(error):
                    raise too_large() from error
                raise RequestFault(str(error), kind="unreachable") from error
            except pydantic.ValidationError as error:
                raise garbled(error) from error
            except (anthropic.AnthropicError, ValueError, RecursionError) as error:
                raise RequestFault(str(error), kind="garbled") from error
            else:
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

    def logprobs(self, completion: Any) -> tuple[tuple[str, float], ...] | None:  # noqa: ARG002
        """Return None: Anthropic gives none."""
        return None

    async def read(self, completion: Any, answer_type: type[A]) -> A:
        """Read an answer into its type."""
        read: A = await process_response_async(
            completion, response_model=answer_type, mode=Mode.TOOLS, provider=Provider.ANTHROPIC, strict=True
        )
        return read
