"""A server between a benchmark and the embedded model that remembers answers by their request.

A change of one prompt then asks only what it changes, and peers that speak to an OpenAI-compatible
server are measured through the same door. Each answer keeps the seconds it took when it was new, and
the tokens that the server evaluated then: its prompt cache may have held more or less than it would
in another order. The memory knows requests, not models: another model needs another folder.
"""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from summarizer.models.local import ready_weights, serving

FOLDER = Path(__file__).parent / "out" / "answers"
PATIENCE = 7200.0
"""Seconds that a caller has between two resets, where it sets no limit of its own."""
OUT_OF_TIME = 504


@dataclass
class Tally:
    """What has been asked since the last reset: calls, tokens, and the model's own seconds."""

    calls: int = 0
    seconds: float = 0.0
    tokens_in: int = 0
    evaluated: int = 0
    generated: int = 0
    fresh: int = 0
    limit: float = PATIENCE
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def reset(self, *, limit: float = PATIENCE) -> None:
        """Begin anew; after `limit` seconds of the model's time, remembered or not, no more is answered."""
        with self.lock:
            self.calls = self.tokens_in = self.evaluated = self.generated = self.fresh = 0
            self.seconds, self.limit = 0.0, limit

    def left(self) -> float:
        """Seconds until the limit."""
        return self.limit - self.seconds

    def add(self, kept: dict[str, Any], *, fresh: bool) -> None:
        """Count one answer, kept or new."""
        usage = (kept["answer"] or {}).get("usage") or {}
        details = usage.get("prompt_tokens_details") or {}
        with self.lock:
            self.calls += 1
            self.fresh += fresh
            self.seconds += kept["seconds"]
            self.tokens_in += usage.get("prompt_tokens", 0)
            self.evaluated += usage.get("prompt_tokens", 0) - details.get("cached_tokens", 0)
            self.generated += usage.get("completion_tokens", 0)


@dataclass(kw_only=True)
class Memory:
    """Answers by request, from the folder where they are there, else from the model, one at a time."""

    folder: Path
    fresh: bool
    tally: Tally
    start: Callable[[], str]
    """Starts the model's server and gives its base URL; called once, when it is first needed."""
    address: str | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, path: str, body: bytes) -> tuple[int, bytes]:
        """The status and body for a request; 504 where the time that the tally allows is over."""
        file = self.folder / f"{hashlib.sha256(path.encode() + body).hexdigest()}.json"
        with self.lock:
            kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() and not self.fresh else None
            if kept is None or (kept["answer"] is None and kept["seconds"] + 1 < self.tally.left()):
                if self.tally.left() <= 0:
                    return OUT_OF_TIME, b"{}"
                return self._ask(path, body, file)
        return self._give(kept, fresh=False)

    def _ask(self, path: str, body: bytes, file: Path) -> tuple[int, bytes]:
        if self.address is None:
            self.address = self.start().removesuffix("/v1")
        headers = {"content-type": "application/json"}
        request = Request(self.address + path, body, headers)  # noqa: S310 - our own http address
        started = time.monotonic()
        try:
            # nothing is sent before the answer is whole, so this bounds the whole of it; the server
            # gives up an answer whose caller is gone
            with urlopen(request, timeout=self.tally.left()) as reply:  # noqa: S310
                answer = json.loads(reply.read())
        except HTTPError as error:
            return error.code, error.read()
        except TimeoutError:
            answer = None
        kept = {"seconds": time.monotonic() - started, "request": json.loads(body), "answer": answer}
        file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        return self._give(kept, fresh=True)

    def _give(self, kept: dict[str, Any], *, fresh: bool) -> tuple[int, bytes]:
        self.tally.add(kept, fresh=fresh)
        status = OUT_OF_TIME if kept["answer"] is None else 200
        return status, json.dumps(kept["answer"] or {}).encode()


@contextmanager
def remembering(
    *, fresh: bool = False, model_path: Path | None = None, folder: Path = FOLDER
) -> Iterator[tuple[str, Tally]]:
    """The base URL of the embedded model behind its memory, and the tally; `fresh` asks everything anew.

    The model is loaded when the first request comes that is not remembered.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        tally = Tally()
        memory = Memory(
            folder=folder,
            fresh=fresh,
            tally=tally,
            start=lambda: stack.enter_context(serving(model_path or ready_weights())),
        )
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(memory))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        yield f"http://127.0.0.1:{server.server_port}/v1", tally


def _handler(memory: Memory) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            """Answer a request, and ask clients not to repeat one that failed."""
            status, body = memory.answer(self.path, self.rfile.read(int(self.headers["content-length"])))
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            if status == OUT_OF_TIME:
                self.send_header("x-should-retry", "false")
            self.end_headers()
            try:
                self.wfile.write(body)
            except ConnectionError:
                self.close_connection = True

        def log_message(self, *_: Any) -> None:
            """Nothing on the benchmark's output."""

    return Handler
