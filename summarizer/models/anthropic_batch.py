"""Anthropic's batches, through its own client (extra `anthropic`): the requests are sent as one message.

Limits: https://platform.claude.com/docs/en/build-with-claude/batch-processing
"""

import json
from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import aclosing
from datetime import datetime
from pathlib import Path
from typing import Any

import anthropic
from anthropic.types.messages import MessageBatch

from summarizer.models.anthropic_wire import AnthropicWire, fault_of
from summarizer.models.batch_api import Ending, RemoteBatch, Result, Sought, UndecidedError
from summarizer.models.faults import as_faults
from summarizer.models.http_client import PlainStreamingClient
from summarizer.models.result_lines import read_object, split_lines
from summarizer.models.wires import Part

CREATE = "/v1/messages/batches"
OPENING, CLOSING = b'{"requests":[', b"]}"
LISTED = 100
STATUSES = {"invalid_request_error": 400, "request_too_large": 413}
# The errors of a request that the same request would get again.
ERRORS = (anthropic.AnthropicError, ConnectionError, TimeoutError, ValueError, RecursionError)


class _Counts(Part):
    processing: int = 0
    succeeded: int = 0
    errored: int = 0
    canceled: int = 0
    expired: int = 0

    @property
    def ended(self) -> int:
        return self.succeeded + self.errored + self.canceled + self.expired


class _Batch(Part):
    id: str
    processing_status: str
    created_at: datetime
    cancel_initiated_at: datetime | None = None
    results_url: str | None = None
    request_counts: _Counts

    @property
    def ending(self) -> Ending:
        if self.processing_status != "ended":
            return ""
        if self.cancel_initiated_at is not None:
            return "cancelled"
        return "expired" if self.request_counts.expired else "completed"


class AnthropicBatchApi:
    """Anthropic's batches; see `BatchApi`.

    The provider takes 100,000 requests and 256 MB.
    """

    most_requests = 100_000
    most_bytes = 250_000_000

    def __init__(self, wire: AnthropicWire, *, timeout: float) -> None:
        self._client = wire.client
        self._batches = wire.client.messages.batches
        self._transport = PlainStreamingClient(timeout=timeout, follow_redirects=False)
        self._results = wire.client.with_options(http_client=self._transport).messages.batches

    def line(self, key: str, body: Mapping[str, Any]) -> bytes:
        """See `BatchApi`."""
        return json.dumps({"custom_id": key, "params": body}, ensure_ascii=False).encode() + b"\n"

    async def upload(self, path: Path) -> str | None:  # noqa: ARG002
        """See `BatchApi`; there is no file at Anthropic's."""
        return None

    async def create(self, path: Path, *, file: str | None, token: str) -> str:  # noqa: ARG002
        """See `BatchApi`. The file is sent as it is read: the client's own `create` wants it in memory."""
        headers = {"Content-Type": "application/json", "Content-Length": str(_size(path))}
        with as_faults(ERRORS, fault_of):
            async with aclosing(_one_message(path)) as body:
                made = await self._client.post(
                    CREATE, content=body, cast_to=MessageBatch, options={"headers": headers}
                )
            return _Batch.model_validate(made).id

    async def find(self, sought: Sought) -> str | None:
        """See `BatchApi`. A batch has no metadata here: its results name our requests once it has ended."""
        undecided = False
        with as_faults(ERRORS, fault_of):
            async for listed in self._batches.list(limit=LISTED):
                batch = _Batch.model_validate(listed)
                if batch.created_at.timestamp() < sought.since:
                    break
                counts = batch.request_counts
                if batch.id in sought.known or counts.processing + counts.ended != len(sought.keys):
                    continue
                if not batch.ending:
                    undecided = True
                elif await self._has(batch.id, sought.keys):
                    return batch.id
        if undecided:
            raise UndecidedError
        return None

    async def _has(self, id: str, keys: Collection[str]) -> bool:  # noqa: A002
        """Whether a batch that has ended is about our requests."""
        async with aclosing(self.results(RemoteBatch(id=id))) as lines:
            async for line in lines:
                result = self.read(line)
                if result is not None:
                    return result.key in keys
        return False

    async def look(self, id: str) -> RemoteBatch:  # noqa: A002
        """See `BatchApi`."""
        with as_faults(ERRORS, fault_of):
            batch = _Batch.model_validate(await self._batches.retrieve(id))
        return RemoteBatch(id=batch.id, ending=batch.ending, answered=batch.request_counts.ended)

    async def results(self, remote: RemoteBatch) -> AsyncGenerator[bytes, None]:
        """See `BatchApi`."""
        with as_faults(ERRORS, fault_of):
            async with self._results.with_streaming_response.results(remote.id) as response:
                async for line in split_lines(response.iter_bytes()):
                    yield line

    def read(self, line: bytes) -> Result | None:
        """See `BatchApi`."""
        data = read_object(line)
        if data is None or not isinstance(data.get("custom_id"), str):
            return None
        key, result = data["custom_id"], data.get("result")
        if not isinstance(result, dict):
            return None
        kind, message, error = result.get("type"), result.get("message"), result.get("error")
        if kind == "succeeded":
            return Result(key=key, status=200, body=message) if isinstance(message, dict) else None
        if kind == "errored" and isinstance(error, dict):
            named = error.get("error")
            name = str(named.get("type")) if isinstance(named, dict) else "error"
            return Result(key=key, status=STATUSES.get(name, 500), body=error, reason=name)
        return Result(key=key, reason=str(kind))

    async def close(self) -> None:
        """See `BatchApi`."""
        await self._transport.aclose()


def _size(path: Path) -> int:
    """Return the bytes of the message: there is a comma for each line break but the last."""
    return len(OPENING) + path.stat().st_size - 1 + len(CLOSING)


async def _one_message(path: Path) -> AsyncGenerator[bytes, None]:
    """Yield a file of requests as the one JSON object that is sent."""
    before = OPENING
    with path.open("rb") as lines:
        for line in lines:
            yield before + line.rstrip(b"\n")
            before = b","
    yield CLOSING
