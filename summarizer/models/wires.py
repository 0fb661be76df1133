"""What `Model` needs of a provider's client, and what the two wires share.

instructor shapes a request for the answer's type and reads the answer into it; a wire sends it through the
provider's own client, and tells in the same terms how it ended and what went wrong.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, Protocol, TypeVar

import pydantic

from summarizer.models.usage import Usage

A = TypeVar("A", bound=pydantic.BaseModel)
Message = dict[str, str]
Ending = Literal["whole", "cut off", "declined", "withheld", "empty", "nothing"]
"""How an answer ended. `withheld`: by a content filter; `nothing`: the reply has no answer at all."""

OPTIONAL = frozenset({
    "temperature", "seed", "max_tokens", "max_completion_tokens", "service_tier", "prompt_cache_key",
    "logprobs", "top_logprobs",
})  # fmt: skip
# What a request can do without: a model that refuses one of them is asked without it from then on.

BATCH: Final = "batch"
# The service tier of an answer that a provider's batch gave.

FULL_RATE = Decimal(2)
# A batch, or OpenAI's flex tier, costs half of what a request costs that is answered at once.

MOST_TOKENS = 100_000_000
# No model takes or gives as many in one request.


class Part(pydantic.BaseModel):
    """What is read of a completion. The clients build their own types from any JSON, without a look at it."""

    model_config = pydantic.ConfigDict(from_attributes=True, strict=True)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request. `static`: so many messages at the beginning are the same for all articles."""

    messages: list[Message]
    answer_type: type[pydantic.BaseModel]
    parameters: dict[str, Any]
    timeout: float
    static: int = 0


@dataclass(frozen=True, slots=True)
class StoredReply:
    """A reply that was kept: its HTTP status, and its body as JSON.

    `batch`: whether it came from a provider's batch, at the batch's price.
    """

    status: int
    body: dict[str, Any]
    batch: bool = True


class ReplySource(Protocol):
    """Gives replies that came in another way than a wire's own request; see `engines.provider_batch`."""

    async def find(
        self, body: dict[str, Any], request: Outgoing, send: Callable[[], Awaitable[dict[str, Any]]]
    ) -> StoredReply:
        """Return the reply to a request's body; `send` sends it now and returns the reply's body.

        Raises NotAnsweredYet if there is no reply yet.
        """


class Wire(Protocol):
    """What `Model` needs of a provider's client."""

    source: ReplySource | None
    """Where replies come from, if not from requests of this wire."""

    async def send(self, request: Outgoing) -> Any:
        """Send a request; return the completion as the client gives it. Raises RequestFault."""

    def ending(self, completion: Any) -> tuple[Ending, str]:
        """Return how an answer ended, and its JSON text, or the words in which it was declined."""

    def usage(self, completion: Any) -> Usage:
        """Return what a completion took; a server that gives no usage counts as a call alone."""

    def rate(self, completion: Any) -> Decimal:
        """Return by how much the price of a completion differs from the price of what was asked for."""

    def completion_of(self, reply: StoredReply) -> Any:
        """Return the completion in a reply that was kept. Raises ValueError if it has none."""

    def logprobs(self, completion: Any) -> tuple[tuple[str, float], ...] | None:
        """Return the tokens of an answer with the natural logarithms of their probabilities."""

    async def read(self, completion: Any, answer_type: type[A]) -> A:
        """Read an answer into its type."""


def error_words(body: dict[str, Any]) -> str:
    """Return the message of an error's body.

    >>> error_words({"error": {"message": "no such model"}})
    'no such model'
    """
    error = body.get("error")
    message = error.get("message") if isinstance(error, dict) else error
    return message if isinstance(message, str) else "no reason is given"


def count(value: object) -> int:
    """Return a number of tokens as a server gives it; 0 if it is no number that a request could have.

    >>> count(12), count("many"), count(10**30), count(-1), count(None)
    (12, 0, 0, 0, 0)
    """
    return value if type(value) is int and 0 <= value <= MOST_TOKENS else 0


def refused_parameter(status: int, parameter: str | None, message: str, kept: dict[str, Any]) -> str | None:
    """Return the optional parameter that a server refuses; None if it is another fault.

    OpenAI names it in a field of its own, others in their message alone.
    """
    if status not in {400, 422}:
        return None
    if parameter is not None:
        return parameter if parameter in OPTIONAL & set(kept) else None
    named = re.findall(r"\w+", message)
    return next((name for name in sorted(OPTIONAL & set(kept)) if name in named), None)
