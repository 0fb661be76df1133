"""OpenAI's batches, through its own client: a file is uploaded, and a batch is created from it.

Limits: https://developers.openai.com/api/docs/guides/batch
"""

import json
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path
from typing import Any

import openai

from summarizer.models.batch_api import Ending, RemoteBatch, Result, Sought
from summarizer.models.faults import RequestFault, as_faults
from summarizer.models.http_client import StreamingClient
from summarizer.models.openai_wire import CHAT, OpenAIWire, fault_of
from summarizer.models.result_lines import read_object, split_lines
from summarizer.models.wires import Part

ENDPOINT = f"/v1{CHAT}"
ENDINGS: dict[str, Ending] = {
    "completed": "completed", "expired": "expired", "cancelled": "cancelled", "failed": "failed",
}  # fmt: skip
MARK = "summarizer"
# The name under which a batch's metadata has our token.
LISTED = 100
ERRORS = (openai.OpenAIError, ConnectionError, TimeoutError, ValueError, RecursionError)


class _Counts(Part):
    completed: int = 0
    failed: int = 0


class _Problem(Part):
    code: str | None = None
    message: str | None = None


class _Problems(Part):
    data: list[_Problem] | None = None


class _Batch(Part):
    id: str
    status: str
    request_counts: _Counts | None = None
    output_file_id: str | None = None
    error_file_id: str | None = None
    errors: _Problems | None = None


class OpenAIBatchApi:
    """OpenAI's batches; see `BatchApi`."""

    most_requests = 50_000
    most_bytes = 200_000_000

    def __init__(self, wire: OpenAIWire, *, timeout: float) -> None:
        self._client = wire.client
        self._transport = StreamingClient(timeout=timeout, follow_redirects=False)
        self._files = wire.client.with_options(http_client=self._transport).files

    def line(self, key: str, body: Mapping[str, Any]) -> bytes:
        """See `BatchApi`."""
        request = {"custom_id": key, "method": "POST", "url": ENDPOINT, "body": body}
        return json.dumps(request, ensure_ascii=False).encode() + b"\n"

    async def upload(self, path: Path) -> str | None:
        """See `BatchApi`."""
        with as_faults(ERRORS, fault_of), path.open("rb") as file:
            made = await self._client.files.create(file=(path.name, file), purpose="batch")
        return _text(made.id)

    async def create(self, path: Path, *, file: str | None, token: str) -> str:  # noqa: ARG002
        """See `BatchApi`."""
        with as_faults(ERRORS, fault_of):
            made = await self._client.batches.create(
                input_file_id=file or "",
                endpoint="/v1/chat/completions",
                completion_window="24h",
                metadata={MARK: token},
            )
        return _text(made.id)

    async def find(self, sought: Sought) -> str | None:
        """See `BatchApi`; the batch's metadata names it."""
        with as_faults(ERRORS, fault_of):
            async for batch in self._client.batches.list(limit=LISTED):
                if isinstance(batch.metadata, Mapping) and batch.metadata.get(MARK) == sought.token:
                    return _text(batch.id)
                if isinstance(batch.created_at, int) and batch.created_at < sought.since:
                    break
        return None

    async def look(self, id: str) -> RemoteBatch:  # noqa: A002
        """See `BatchApi`."""
        with as_faults(ERRORS, fault_of):
            batch = _Batch.model_validate(await self._client.batches.retrieve(id))
        problems = batch.errors.data if batch.errors and batch.errors.data else [_Problem()]
        counts = batch.request_counts or _Counts()
        return RemoteBatch(
            id=batch.id,
            ending=ENDINGS.get(batch.status, ""),
            answered=counts.completed + counts.failed,
            reason=problems[0].message or "no reason is given",
            code=problems[0].code,
            files=tuple(file for file in (batch.output_file_id, batch.error_file_id) if file),
        )

    async def results(self, remote: RemoteBatch) -> AsyncGenerator[bytes, None]:
        """See `BatchApi`; answers are in one file, errors in another."""
        for file in remote.files:
            with as_faults(ERRORS, fault_of):
                async with self._files.with_streaming_response.content(file) as response:
                    async for line in split_lines(response.iter_bytes()):
                        yield line

    def read(self, line: bytes) -> Result | None:
        """See `BatchApi`."""
        data = read_object(line)
        if data is None or not isinstance(data.get("custom_id"), str):
            return None
        key, response, error = data["custom_id"], data.get("response"), data.get("error")
        if isinstance(response, dict) and isinstance(response.get("body"), dict):
            status = response.get("status_code")
            if type(status) is not int:
                return None
            return Result(key=key, status=status, body=response["body"], reason=f"status {status}")
        reason = error.get("code") if isinstance(error, dict) else None
        return Result(key=key, reason=str(reason or "no reason is given"))

    async def close(self) -> None:
        """See `BatchApi`."""
        await self._transport.aclose()


def _text(value: object) -> str:
    """Return an id. Raises RequestFault if a server gave none."""
    if not isinstance(value, str) or not value:
        raise RequestFault("its reply has no id", kind="garbled")
    return value
