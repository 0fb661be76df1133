"""A server between a benchmark and a model that remembers answers by their request.

A change of one prompt then asks only what it changes, and peers that speak to an OpenAI-compatible
server are measured through the same door. Each answer keeps the seconds it took when it was new, and
the tokens that the server evaluated then: its prompt cache may have held more or less than it would
in another order. The memory knows requests and model names, not weights: another model of the same name
needs another folder.
"""

import hashlib
import itertools
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


CHARACTERS_A_TOKEN = 4
"""For tokens that are reckoned from characters, the same for every system: see `Tally.shown`."""


@dataclass
class Tally:
    """What has been asked through one address: calls, tokens, and the model's own seconds.

    `shown` are tokens reckoned from characters, the answer's schema among them, and `written` those of the
    answers: servers differ in whether they count a schema, and some count nothing.
    """

    calls: int = 0
    seconds: float = 0.0
    tokens_in: int = 0
    evaluated: int = 0
    generated: int = 0
    shown: int = 0
    written: int = 0
    fresh: int = 0
    limit: float = PATIENCE
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

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
            self.shown += _characters(kept["request"]) // CHARACTERS_A_TOKEN
            self.written += len(_content(kept["answer"])) // CHARACTERS_A_TOKEN


def _characters(request: dict[str, Any]) -> int:
    said = sum(len(str(message["content"])) for message in request["messages"])
    return said + len(json.dumps(request.get("response_format") or "", ensure_ascii=False))


def _content(answer: dict[str, Any] | None) -> str:
    choices = (answer or {}).get("choices") or [{}]
    return (choices[0].get("message") or {}).get("content") or ""


@dataclass(kw_only=True)
class Memory:
    """Answers by request, from the folder where they are there, else from the model.

    `one_by_one`: whether the model takes one request at a time.
    """

    folder: Path
    fresh: bool
    one_by_one: bool
    start: Callable[[], str]
    """Starts the model's server and gives its base URL; called once, when it is first needed."""
    address: str | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, path: str, body: bytes, tally: Tally) -> tuple[int, bytes]:
        """The status and body for a request; 504 where the time that the tally allows is over."""
        if not self.one_by_one:
            return self._answer(path, body, tally)
        with self.lock:
            return self._answer(path, body, tally)

    def _answer(self, path: str, body: bytes, tally: Tally) -> tuple[int, bytes]:
        file = self.folder / f"{hashlib.sha256(path.encode() + body).hexdigest()}.json"
        kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() and not self.fresh else None
        if kept is None or (kept["answer"] is None and kept["seconds"] + 1 < tally.left()):
            if tally.left() <= 0:
                return OUT_OF_TIME, b"{}"
            return self._ask(path, body, file, tally)
        return _give(kept, tally, fresh=False)

    def _ask(self, path: str, body: bytes, file: Path, tally: Tally) -> tuple[int, bytes]:
        if self.address is None:
            self.address = self.start().removesuffix("/v1")
        headers = {"content-type": "application/json"}
        request = Request(self.address + path, body, headers)  # noqa: S310 - an http address that was given
        started = time.monotonic()
        try:
            # nothing is sent before the answer is whole, so this bounds the whole of it; the server
            # gives up an answer whose caller is gone
            with urlopen(request, timeout=tally.left()) as reply:  # noqa: S310
                answer = json.loads(reply.read())
        except HTTPError as error:
            return error.code, error.read()
        except TimeoutError:
            answer = None
        kept = {"seconds": time.monotonic() - started, "request": json.loads(body), "answer": answer}
        file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        return _give(kept, tally, fresh=True)


def _give(kept: dict[str, Any], tally: Tally, *, fresh: bool) -> tuple[int, bytes]:
    tally.add(kept, fresh=fresh)
    status = OUT_OF_TIME if kept["answer"] is None else 200
    return status, json.dumps(kept["answer"] or {}).encode()


@dataclass(kw_only=True)
class Door:
    """The way to the model through its memory: each `open` has an address and a tally of its own."""

    address: str
    tallies: dict[str, Tally] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def open(self, *, limit: float = PATIENCE) -> tuple[str, Tally]:
        """A base URL and what is asked there; after `limit` seconds of model time it answers no more."""
        name, tally = f"t{next(self.numbers)}", Tally(limit=limit)
        self.tallies[name] = tally
        return f"{self.address}/{name}/v1", tally


@contextmanager
def remembering(
    *,
    fresh: bool = False,
    model_path: Path | None = None,
    base_url: str | None = None,
    folder: Path = FOLDER,
) -> Iterator[Door]:
    """The door to a model behind its memory; `fresh` asks everything anew.

    The model is the one at `base_url`, or the embedded one, loaded when the first request comes that is not
    remembered.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        memory = Memory(
            folder=folder,
            fresh=fresh,
            one_by_one=base_url is None,
            start=lambda: base_url or stack.enter_context(serving(model_path or ready_weights())),
        )
        door = Door(address="")
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(memory, door))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        door.address = f"http://127.0.0.1:{server.server_port}"
        yield door


def _handler(memory: Memory, door: Door) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            """Answer a request, and ask clients not to repeat one that failed."""
            name, _, rest = self.path.lstrip("/").partition("/")
            asked = self.rfile.read(int(self.headers["content-length"]))
            status, body = memory.answer(f"/{rest}", asked, door.tallies[name])
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
