"""An open model: one request, one answer in the type that was asked for.

What an answer says is checked, and asked again, by `asking.check_loop`.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import pydantic
from instructor.core.exceptions import InstructorError

from summarizer.asking.profiles import Profile
from summarizer.errors import ModelOutputError, UnreadableAnswer
from summarizer.models.faults import RequestFault, explain, first_line
from summarizer.models.limiter import ConcurrencyLimiter
from summarizer.models.prices import Price
from summarizer.models.retry import FAULTS, RetryPolicy
from summarizer.models.telemetry import request_span
from summarizer.models.token_counts import count_tokens
from summarizer.models.trace import Trace
from summarizer.models.usage import Usage
from summarizer.models.wires import Outgoing, Wire
from summarizer.text.secrets import contains_key

__all__ = ["Model", "Reply", "Usage"]

for _name in ("instructor", "summarizer"):  # a library is silent unless its user sets a log up
    logging.getLogger(_name).addHandler(logging.NullHandler())
log = logging.getLogger(__name__)

LONGEST_TOKEN = 40
# Characters. A server that ignores the limit on tokens is not sent its answer back.
COMPLAINTS = 20
LONGEST_PLACE = 100

A = TypeVar("A", bound=pydantic.BaseModel)
Messages = Sequence[Mapping[str, str]]


class Yes(pydantic.BaseModel):
    """The answer to `Model.ping`."""

    model_config = pydantic.ConfigDict(extra="forbid")

    yes: bool


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
    wire: Wire
    limiter: ConcurrencyLimiter
    timeout: float = 600.0
    price: Price | None = None
    """What its tokens cost; None if that is not known."""
    faults: int = FAULTS
    """How often a request is sent again after faults that pass."""
    default_tier_after_flex: bool = False
    """Whether a request that the flex tier has no capacity for is sent once more, at the default tier."""
    trace: Trace | None = None
    """Where each request and its answer are added; see `asking.check_loop`."""

    async def ping(self, *, usage: Usage | None = None) -> None:
        """Ask for next to nothing, to see whether the model answers.

        Raises ModelUnavailable or ModelRefused if it does not.
        """
        hello = ({"role": "user", "content": 'Say yes: answer {"yes": true}.'},)
        await self.complete(hello, Yes, max_tokens=30, usage=usage, section="ping")

    async def complete(  # noqa: PLR0913 - what one request is made of
        self,
        messages: Messages,
        answer_type: type[A],
        *,
        max_tokens: int,
        usage: Usage | None = None,
        section: str = "",
        static: int = 0,
        held: bool = False,
    ) -> Reply[A]:
        """Send one request and read its answer; send it again after passing faults of network or server.

        `max_tokens` limits the answer, thinking apart. What is sent and answered is added to `usage`, also if
        the answer is of no use. `section` is named in errors. `static`: so many messages at the beginning are
        the same for all articles, which providers' prompt caches are told. `held`: the caller already has a
        place among the requests under way (`limiter.slot`), for requests that follow one another.

        Raises ModelUnavailable, ModelRefused; ModelOutputError if the answer is declined, withheld or cut
        off; UnreadableAnswer if it does not fit `answer_type`.
        """
        limit = max_tokens + self.profile.thinking_tokens
        request = Outgoing(
            messages=[dict(message) for message in messages],
            answer_type=answer_type,
            parameters={self.profile.limit: limit, **self.profile.parameters},
            timeout=self.timeout,
            static=static,
        )
        own = Usage()
        async with nullcontext() if held else self.limiter.slot():
            with request_span(self.name, self.host, section=section, max_tokens=max_tokens) as took:
                try:
                    completion = await self._retry(request, limit)
                    own.include(self._usage_of(completion))
                    return await self._read(completion, answer_type, limit, own, section)
                finally:
                    took(own)
                    if usage is not None:
                        usage.include(own)

    async def _retry(self, request: Outgoing, limit: int) -> Any:
        """Send a request, again after faults that pass. Raises the error that a caller sees."""
        tokens = count_tokens(request.messages) + limit
        policy = RetryPolicy(limiter=self.limiter, tokens=tokens, faults=self.faults)
        try:
            try:
                completion: Any = await policy.retrying()(self._send, request)
            except RequestFault as fault:
                if not self.default_tier_after_flex or fault.status != 429 or not fault.passing:
                    raise
                dearer = {**request.parameters, "service_tier": "default"}
                completion = await self._send(replace(request, parameters=dearer))
        except RequestFault as fault:
            raise explain(fault, name=self.name, host=self.host, timeout=self.timeout) from fault
        self.limiter.record_response(overload=False)
        return completion

    def _usage_of(self, completion: Any) -> Usage:
        took = self.wire.usage(completion)
        took.cost = None if self.price is None else self.price.of_usage(took) * self.wire.rate(completion)
        log.debug(
            "%s: %d tokens in, %d cached, %d out",
            self.name, took.input_tokens, took.cached_tokens, took.output_tokens,
        )  # fmt: skip
        return took

    async def _read(
        self, completion: Any, answer_type: type[A], limit: int, took: Usage, section: str
    ) -> Reply[A]:
        """Read an answer into its type. Raises UnreadableAnswer or ModelOutputError."""
        where = f" in section {section!r}" if section else ""
        text = self._text(completion, limit, where)
        try:
            answer = await self.wire.read(completion, answer_type)
        except pydantic.ValidationError as error:
            reason = "\n".join(_complaints(error))
        except (InstructorError, ValueError) as error:
            reason = first_line(error)
        except RecursionError:
            reason = "The answer is nested too deeply."
        else:
            return Reply(answer=answer, text=text, usage=took, logprobs=self.wire.logprobs(completion))
        shown = reason.split("\n", 1)[0]
        raise UnreadableAnswer(f"{self.name} gave nothing usable{where}: {shown}", text=text, reason=reason)

    async def _send(self, request: Outgoing) -> Any:
        """Send a request; it ends in time, however slowly its reply comes."""
        try:
            async with asyncio.timeout(request.timeout):
                return await self.wire.send(request)
        except TimeoutError as error:
            raise RequestFault("too slow", kind="late") from error

    def _text(self, completion: Any, limit: int, where: str) -> str:
        """Return the text of an answer. Raises ModelOutputError, which says why, if it is not a whole one."""
        ending, text = self.wire.ending(completion)
        if contains_key(text):
            raise ModelOutputError(f"{self.name}'s answer{where} contains the key that it was asked with")
        if ending == "whole":
            if len(text) > LONGEST_TOKEN * limit:
                message = f"{self.name} gave {len(text):,} characters{where}, too many for {limit} tokens"
                raise UnreadableAnswer(message, text="", reason="The answer is too long.")
            return text
        if ending == "empty":
            message = f"{self.name} gave an empty answer{where}"
            raise UnreadableAnswer(message, text="", reason="The answer is empty.")
        said = text.strip().splitlines() or ["without a reason"]
        messages = {
            "cut off": f"{self.name} was cut off at {limit} tokens{where}",
            "declined": f"{self.name} declined{where}: {said[0][:200]}",
            "withheld": f"{self.name}'s answer{where} was withheld by its content filter",
            "nothing": f"{self.name} answered with no choices{where}",
        }
        raise ModelOutputError(messages[ending])


def _complaints(error: pydantic.ValidationError) -> list[str]:
    """What is wrong with an answer, a line each, as a model can mend it."""
    faults = error.errors(include_url=False, include_context=False, include_input=False)[:COMPLAINTS]
    return [f"{_place(fault)}{fault['msg']}." for fault in faults]


def _place(fault: Mapping[str, Any]) -> str:
    return f"{'.'.join(map(str, fault['loc']))[:LONGEST_PLACE]}: " if fault["loc"] else ""
