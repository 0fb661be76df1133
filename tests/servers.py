"""A real HTTP server on loopback that answers as it is told, for the faults that real servers have."""

import contextlib
import json
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One answer: a status, a body (as JSON unless bytes), headers; or a fault of the connection."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    reset: bool = False
    wait: float = 0.0


Answering = Callable[[Any], Reply]
"""A reply that depends on what is asked: called with the request's JSON, None for a GET."""


@dataclass
class Scripted:
    """A running server: its address, and what it was asked."""

    base_url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def completion(
    content: str | None, *, finish: str = "stop", refusal: str | None = None, sure: bool | None = True
) -> dict[str, Any]:
    """A chat completion as OpenAI-compatible servers give it; `sure` None: without probabilities."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    tokens = [{"token": content, "logprob": -0.01 if sure else -5.0}]
    logprobs = None if sure is None or content is None else {"content": tokens}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "finish_reason": finish, "message": message, "logprobs": logprobs}],
        "usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15},
    }


def answer(**entries: Any) -> Reply:
    """A sound answer with these entries, in the schema mode that has ids as keys."""
    return Reply(body=completion(json.dumps(entries)))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._connected: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take note of a connection."""
        self._connected.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """A connection has ended."""
        self._connected.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End all connections, as when the process dies."""
        for connection in list(self._connected):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def scripted(*replies: Reply | Answering, port: int = 0) -> Iterator[Scripted]:
    """A server that gives `replies` one after the other, the last one for ever; on a free `port`, or this.

    When it ends it hangs up on whoever is connected.
    """
    told = Scripted("")
    with _Server(("127.0.0.1", port), _handler(replies, told)) as server:
        told.base_url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
            server.hang_up()


def _handler(replies: Sequence[Reply | Answering], told: Scripted) -> type[BaseHTTPRequestHandler]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each reply's body waits 40 ms for its headers' receipt

        def do_GET(self) -> None:
            self._reply(None)

        def do_POST(self) -> None:
            self._reply(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def _reply(self, request: Any) -> None:
            with lock:
                chosen = replies[min(len(told.asked), len(replies) - 1)]
                told.asked.append(request)
                told.headers.append({k.lower(): v for k, v in self.headers.items()})
            reply = chosen if isinstance(chosen, Reply) else chosen(request)
            if reply.wait:
                threading.Event().wait(reply.wait)
            if reply.reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True
                self.connection.close()
                return
            body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in {"content-type": "application/json", **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing on the test's output."""

    return Handler
