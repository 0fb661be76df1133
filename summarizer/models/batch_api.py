"""What a provider's batches offer, in the same terms for all providers.

A batch is a file of requests that the provider answers within a day, at half price. Its results come in any
order, and some requests may have none: `BatchApi` says so line by line, and decides nothing.
"""

from collections.abc import AsyncGenerator, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from summarizer.errors import BatchError

Ending = Literal["", "completed", "expired", "cancelled", "failed"]
"""How a batch ended; empty while it is under way. `failed`: the provider refused the whole of it."""
VIAS = {"openai-batch": "openai", "anthropic-batch": "anthropic"}
"""The ways to ask by batches, and the provider of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteBatch:
    """A batch as its provider tells of it: `answered` requests so far, and how it ended.

    `reason` and `code` say why the provider refused the whole batch.
    """

    id: str
    ending: Ending = ""
    answered: int = 0
    reason: str = ""
    code: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result of one request: a reply with its HTTP status, or the `reason` why there is none."""

    key: str
    status: int | None = None
    body: Mapping[str, Any] | None = None
    reason: str = ""

    @property
    def is_final(self) -> bool:
        """Whether the same request would get the same again: an answer, or a refusal of what it says."""
        return self.status is not None and (self.status < 300 or self.status in {400, 413, 422})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A batch that may have been created: its token and the keys of its requests.

    `since`: when it was about to be created, in seconds since 1970; `known`: ids of other batches.
    """

    token: str
    keys: Collection[str]
    since: float
    known: Collection[str]


class UndecidedError(Exception):
    """Whether a batch was created cannot be told yet."""


class BatchApi(Protocol):
    """The batches of one provider. Each call may raise RequestFault."""

    most_requests: int
    """Requests in one batch, at most."""
    most_bytes: int
    """Bytes of one batch's file, at most."""

    def line(self, key: str, body: Mapping[str, Any]) -> bytes:
        """Return the line of a request in a batch's file; results name it by `key`."""

    async def upload(self, path: Path) -> str | None:
        """Send a file of requests, which costs nothing; return its id. None if `create` sends it."""

    async def create(self, path: Path, *, file: str | None, token: str) -> str:
        """Create the batch, which the provider bills from then on; return its id."""

    async def find(self, sought: Sought) -> str | None:
        """Look for a batch that may have been created; return its id, None if there is none.

        Raises UndecidedError if a batch that is under way may be the one.
        """

    async def look(self, id: str) -> RemoteBatch:  # noqa: A002
        """Return how a batch stands."""

    def results(self, remote: RemoteBatch) -> AsyncGenerator[bytes, None]:
        """Yield the lines of a batch's results."""

    def read(self, line: bytes) -> Result | None:
        """Read a line of results; None if it is damaged."""

    async def close(self) -> None:
        """Close the connections."""


def check_via(via: str, model: str, *, base_url: str | None = None, second_reader: str = "none") -> None:
    """Raise BatchError if a model cannot be asked by these batches.

    >>> check_via("openai-batch", "openai/gpt-5.6-luna")
    >>> check_via("openai-batch", "mistral/large")
    Traceback (most recent call last):
        ...
    summarizer.errors.BatchError: --via openai-batch is for openai/…, not for 'mistral/large'; leave --via out
    """
    provider = VIAS[via]
    own_server = base_url is not None and provider == "openai"
    if not own_server and model.partition("/")[0] != provider:
        raise BatchError(f"--via {via} is for {provider}/…, not for {model!r}; leave --via out")
    if second_reader not in {"none", "same"}:
        raise BatchError(
            f"--via {via} asks one model: give --second-reader same or none, not {second_reader!r}"
        )
