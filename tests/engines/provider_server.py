"""A real server on loopback with the batches of OpenAI and of Anthropic, and the faults that they have."""

import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.servers import _Server as Server
from tests.sound import sound
from tests.wire_formats import anthropic_tool

Fault = Callable[[str, int], str]
"""What happens to a request, by its key and how often it was asked before: `` (answered), `expired`,
`error` (of the server), `refused` (400), `missing` or `damaged` (its result, for good), `missing once`,
`damaged once` (in the first transfer).
"""
UNBILLED = {"expired", "error", "refused"}
ENDED = "ended"


@dataclass
class Made:
    """A batch at the provider. `looks`: how often it was asked for."""

    id: str
    requests: list[dict[str, Any]]
    created: float
    metadata: dict[str, str] = field(default_factory=dict)
    status: str = "in_progress"
    looks: int = 0
    fetched: int = 0
    lines: list[tuple[str, dict[str, Any], str]] = field(default_factory=list)


@dataclass
class Provider:
    """The provider's state. `looks`: a batch has ended when it was asked for so often.

    `before(method, path)` may give a status that the server answers with in place of doing it; `after` one
    that it answers with although it has done it.
    """

    base_url: str = ""
    fault: Fault = lambda _key, _asked: ""
    looks: int = 1
    answer: Callable[[Any], Any] = sound
    before: Callable[[str, str], int | None] = lambda _method, _path: None
    after: Callable[[str, str], int | None] = lambda _method, _path: None
    refuse: Callable[[Made], tuple[str, str] | None] = lambda _made: None
    files: dict[str, bytes] = field(default_factory=dict)
    batches: dict[str, Made] = field(default_factory=dict)
    calls: list[tuple[str, str]] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    billed: Counter[str] = field(default_factory=Counter)
    live: int = 0
    sent: int = 0
    """Bytes that came in."""

    def end(self, made: Made) -> None:
        """Answer the requests of a batch."""
        for request in made.requests:
            key = request["custom_id"]
            kind = self.fault(key, self.asked[key])
            self.asked[key] += 1
            self.billed[key] += kind not in UNBILLED
            made.lines.append((key, request, "cancelled" if made.status == "cancelled" else kind))
        made.lines.reverse()  # results come in any order
        if made.status == "in_progress":
            made.status = "expired" if any(kind == "expired" for _, _, kind in made.lines) else "completed"

    def look(self, id: str) -> Made | None:  # noqa: A002
        """Give a batch, and let time pass for it."""
        made = self.batches.get(id)
        if made is None:
            return None
        made.looks += 1
        if made.status == "in_progress" and made.looks > self.looks:
            refused = self.refuse(made)
            if refused:
                made.status = "failed"
                made.metadata |= {"code": refused[0], "message": refused[1]}
            else:
                self.end(made)
        return made

    def cancel(self, made: Made, keep: int) -> None:
        """Cancel a batch by hand when `keep` of its requests are answered."""
        rest = made.requests[keep:]
        made.requests = made.requests[:keep]
        self.end(made)
        made.lines += [(request["custom_id"], request, "cancelled") for request in rest]
        made.status = "cancelled"

    def billings(self) -> tuple[int, int]:
        """Requests billed, and requests that were needed."""
        return sum(self.billed.values()), len(self.billed)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    provider: Provider
    lock: threading.Lock

    def do_GET(self) -> None:
        self._do("GET", b"")

    def do_POST(self) -> None:
        if self.headers.get("transfer-encoding") == "chunked":
            body = b"".join(iter(self._chunk, b""))
        else:
            body = self.rfile.read(int(self.headers["content-length"]))
        self._do("POST", body)

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline(), 16)
        data = self.rfile.read(size)
        self.rfile.readline()
        return data

    def _do(self, method: str, body: bytes) -> None:
        provider, path = self.provider, self.path.partition("?")[0]
        with self.lock:
            provider.calls.append((method, path))
            provider.sent += len(body)
            status = provider.before(method, path)
            if status is None:
                status, reply = self._reply(method, path, body)
                status = provider.after(method, path) or status
            else:
                reply = b""
        if status >= 400:
            reply = json.dumps({"error": {"message": f"told to give {status}", "code": None}}).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(reply)))
        if status == 429:
            self.send_header("retry-after", "0")
        self.end_headers()
        self.wfile.write(reply)

    def _reply(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:  # noqa: PLR0911 - one a call
        anthropic = path.startswith("/v1/messages")
        if path in {"/v1/chat/completions", "/v1/messages"}:
            self.provider.live += 1
            answer = anthropic_tool if anthropic else self.provider.answer
            return 200, json.dumps(answer(json.loads(body)).body).encode()
        if path == "/v1/files":
            return 200, json.dumps(self._upload(body)).encode()
        if method == "POST":
            return self._create(json.loads(body), anthropic=anthropic)
        if path.endswith("/content"):
            return self._content(path.split("/")[3])
        if path.endswith("/results"):
            return 200, self._results(self.provider.batches[path.split("/")[4]], _anthropic_line)
        if path in {"/v1/batches", "/v1/messages/batches"}:
            for id_ in self.provider.batches:
                self.provider.look(id_)
            shown = [_shown(made, anthropic=anthropic) for made in reversed(self.provider.batches.values())]
            return 200, json.dumps({"object": "list", "data": shown, "has_more": False}).encode()
        made = self.provider.look(path.rsplit("/", 1)[1])
        return (404, b"") if made is None else (200, json.dumps(_shown(made, anthropic=anthropic)).encode())

    def _upload(self, body: bytes) -> dict[str, Any]:
        boundary = re.search(rb"boundary=(\S+)", self.headers["content-type"].encode())
        assert boundary
        parts = [part for part in body.split(b"--" + boundary[1]) if b'name="file"' in part]
        id_ = f"file-{len(self.provider.files)}"
        self.provider.files[id_] = parts[0].partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
        return {"id": id_, "object": "file", "purpose": "batch", "bytes": len(body)}

    def _create(self, asked: dict[str, Any], *, anthropic: bool) -> tuple[int, bytes]:
        provider = self.provider
        if anthropic:
            requests = asked["requests"]
        else:
            assert (asked["endpoint"], asked["completion_window"]) == ("/v1/chat/completions", "24h")
            if asked["input_file_id"] not in provider.files:
                return 404, b""
            requests = [json.loads(line) for line in provider.files[asked["input_file_id"]].splitlines()]
        keys = [request["custom_id"] for request in requests]
        assert len(set(keys)) == len(keys)
        assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,64}", key) for key in keys)
        made = Made(f"batch_{len(provider.batches)}", requests, time.time(), asked.get("metadata") or {})
        provider.batches[made.id] = made
        return 200, json.dumps(_shown(made, anthropic=anthropic)).encode()

    def _content(self, file: str) -> tuple[int, bytes]:
        id_, _, kind = file.partition("-")
        made = self.provider.batches.get(id_)
        if made is None or file in self.provider.files.get("gone", b"").decode().split():
            return 404, b""
        return 200, self._results(made, _openai_line, errors=kind == "errors")

    def _results(
        self, made: Made, line: Callable[..., dict[str, Any]], *, errors: bool | None = None
    ) -> bytes:
        first = made.fetched < (1 if errors is None else 2)
        made.fetched += 1
        out = []
        for key, request, kind in made.lines:
            if errors is not None and errors != (kind in {"expired", "error", "refused", "cancelled"}):
                continue
            if kind == "missing" or (kind == "missing once" and first):
                continue
            text = json.dumps(line(key, request, kind, self.provider))
            damaged = kind == "damaged" or (kind == "damaged once" and first)
            out.append(text[: len(text) // 2] if damaged else text)
        return "\n".join(out).encode() + b"\n"

    def log_message(self, *_: Any) -> None:
        """Nothing on the test's output."""


def _openai_line(key: str, request: dict[str, Any], kind: str, provider: Provider) -> dict[str, Any]:
    line: dict[str, Any] = {"id": f"r-{key[:8]}", "custom_id": key, "response": None, "error": None}
    if kind in {"expired", "cancelled"}:
        line["error"] = {"code": f"batch_{kind}", "message": "This request was not executed."}
    elif kind in {"error", "refused"}:
        status = 500 if kind == "error" else 400
        body = {"error": {"message": f"a fault: {kind}", "type": "server_error", "param": None, "code": None}}
        line["response"] = {"status_code": status, "request_id": "q", "body": body}
    else:
        body = provider.answer(request["body"]).body
        line["response"] = {"status_code": 200, "request_id": "q", "body": body}
    return line


def _anthropic_line(key: str, request: dict[str, Any], kind: str, _provider: Provider) -> dict[str, Any]:
    if kind in {"expired", "cancelled"}:
        return {"custom_id": key, "result": {"type": kind.replace("cancelled", "canceled")}}
    if kind in {"error", "refused"}:
        name = "api_error" if kind == "error" else "invalid_request_error"
        error = {"type": "error", "error": {"type": name, "message": f"a fault: {kind}"}}
        return {"custom_id": key, "result": {"type": "errored", "error": error}}
    message = anthropic_tool(request["params"]).body
    return {"custom_id": key, "result": {"type": "succeeded", "message": message}}


def _shown(made: Made, *, anthropic: bool) -> dict[str, Any]:
    ended = made.status != "in_progress"
    kinds = Counter(kind for _, _, kind in made.lines)
    if not anthropic:
        problem = {"code": made.metadata.get("code"), "message": made.metadata.get("message")}
        return {
            "id": made.id,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "completion_window": "24h",
            "input_file_id": "file-0",
            "status": made.status,
            "created_at": int(made.created),
            "metadata": made.metadata,
            "request_counts": {"total": len(made.requests), "completed": len(made.lines), "failed": 0},
            "output_file_id": f"{made.id}-output" if made.lines else None,
            "error_file_id": f"{made.id}-errors" if kinds.keys() - {""} else None,
            "errors": {"object": "list", "data": [problem]} if made.status == "failed" else None,
        }
    at = datetime.fromtimestamp(made.created, UTC).isoformat()
    unanswered = ("expired", "cancelled", "error", "refused")
    return {
        "id": made.id,
        "type": "message_batch",
        "processing_status": ENDED if ended else "in_progress",
        "created_at": at,
        "expires_at": at,
        "cancel_initiated_at": at if made.status == "cancelled" else None,
        "results_url": f"/v1/messages/batches/{made.id}/results" if ended else None,
        "request_counts": {
            "processing": 0 if ended else len(made.requests),
            "succeeded": len(made.lines) - sum(kinds[kind] for kind in unanswered),
            "errored": kinds["error"] + kinds["refused"],
            "canceled": kinds["cancelled"],
            "expired": kinds["expired"],
        },
    }


@contextmanager
def provider_server(**told: Any) -> Iterator[Provider]:
    """A provider's server; `told` as the fields of `Provider`."""
    provider = Provider(**told)
    handler = type("Handler", (_Handler,), {"provider": provider, "lock": threading.Lock()})
    with Server(("127.0.0.1", 0), handler) as server:
        provider.base_url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()
            server.hang_up()
