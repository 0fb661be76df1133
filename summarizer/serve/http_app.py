"""The HTTP server. fastapi and uvicorn are imported here alone.

FastAPI, not Starlette alone: it writes the OpenAPI document from the records that are answered.
"""

import base64
import binascii
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from summarizer.asking.templates import package_version
from summarizer.errors import (
    ArticleError,
    ModelOutputError,
    ModelRefused,
    ModelUnavailable,
    SummarizerError,
)
from summarizer.output.brief_files import brief_id
from summarizer.schemas.brief import Brief, Record
from summarizer.serve.article_marks import Fault, Findings, Health, Marks, Verified
from summarizer.serve.service import Busy, Service, TooLarge, TooSlow

STATUSES: tuple[tuple[type[SummarizerError], int], ...] = (
    (TooLarge, 413),
    (Busy, 503),
    (TooSlow, 504),
    (ArticleError, 422),
    (ModelOutputError, 502),
    (ModelRefused, 502),
    (ModelUnavailable, 503),
)
"""The HTTP status of each kind of error."""
DRAINED = 20_000_000
"""Bytes of a body too large that are read and thrown away before it is answered."""
ANSWERS: dict[int | str, dict[str, Any]] = {
    status: {"model": Fault} for status in (401, 403, 413, 422, 502, 503, 504)
}
ARTICLE = {
    "requestBody": {
        "required": True,
        "description": "An article's file: text, HTML, PDF, Word, mail …; or JSON with text, title and date.",
        "content": {
            "text/plain": {"schema": {"type": "string"}},
            "text/html": {"schema": {"type": "string"}},
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {
                        name: {"type": "string"} for name in ("text", "title", "date", "url", "site")
                    },
                }
            },
            "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


class Claim(Record):
    """An English statement, and the French text that it should be true to."""

    english: str
    french: str | tuple[str, ...]
    article: str | None = None


class WrongKey(SummarizerError):  # noqa: N818 - reads as what happened
    """The request has no key, or another one."""


class ForeignPage(SummarizerError):  # noqa: N818
    """A page of another site sent the request, through its reader's browser."""


def make_app(service: Service, *, api_key: str | None = None) -> FastAPI:
    """Return the application over a service. `api_key`: what clients must send; None: nothing."""

    def allowed(request: Request) -> None:
        _check_origin(request)
        if api_key is not None and not _has_key(request, api_key):
            raise WrongKey("send the key: Authorization: Bearer KEY")

    app = FastAPI(
        title="summarizer",
        version=package_version(),
        description="Briefs of French news articles in English, and checks of English against French.",
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    guarded = [Depends(allowed)]

    @app.get("/health")
    async def health() -> Health:
        """Say how the server is. Needs no key."""
        return service.health()

    @app.post("/brief", dependencies=guarded, responses=ANSWERS, openapi_extra=ARTICLE)
    async def brief(request: Request, response: Response) -> Brief:
        """Write the brief of an article. `Location` is the address of its evidence page."""
        made = await service.brief(await request.body())
        response.headers["location"] = f"/briefs/{brief_id(made)}"
        return made

    @app.post("/mark", dependencies=guarded, responses=ANSWERS, openapi_extra=ARTICLE)
    async def mark(request: Request) -> Marks:
        """Say what code finds in an article: sentences, figures, quotations, names. No model."""
        return await service.mark(await request.body())

    @app.post("/check", dependencies=guarded, responses=ANSWERS)
    async def check(claim: Claim) -> Findings:
        """Check an English statement against the French that it rests on. No model."""
        return await service.check(claim.english, claim.french, claim.article)

    @app.post("/verify", dependencies=guarded, responses=ANSWERS)
    async def verify(brief: Brief) -> Verified:
        """Verify a finished brief from its own words. No model."""
        return await service.verify(brief)

    @app.get("/briefs/{id}", dependencies=guarded, responses={**ANSWERS, 404: {"model": Fault}})
    async def page(id: str) -> HTMLResponse:  # noqa: A002 - the name in the address
        """Show the evidence page of a brief that was made here, or lies in the folder."""
        found = await service.find(id)
        if found is None:
            return _fault(404, f"there is no brief {id!r}", "NoBrief")  # type: ignore[return-value]
        return HTMLResponse(found.to_html(), headers={"x-content-type-options": "nosniff"})

    _add_faults(app)
    app.add_middleware(Bounded, most=service.limits.bytes)
    return app


def _add_faults(app: FastAPI) -> None:
    """Turn errors into answers with a status."""

    @app.exception_handler(SummarizerError)
    async def fault(_: Request, error: Exception) -> Response:
        status = next((code for kind, code in STATUSES if isinstance(error, kind)), 400)
        headers = {}
        if isinstance(error, WrongKey):
            status, headers = 401, {"www-authenticate": 'Basic realm="summarizer"'}
        elif isinstance(error, ForeignPage):
            status = 403
        elif isinstance(error, Busy):
            headers = {"retry-after": "5"}
        return _fault(status, str(error), type(error).__name__, headers)

    @app.exception_handler(RequestValidationError)
    async def wrong(_: Request, error: Exception) -> Response:
        first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
        place = ".".join(map(str, first.get("loc", ())))
        return _fault(422, f"{place}: {first.get('msg', 'is wrong')}", "BadRequest")


def _fault(status: int, words: str, kind: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(Fault(error=words, kind=kind).model_dump(), status_code=status, headers=headers)


def _check_origin(request: Request) -> None:
    """Refuse what a page of another site sends: a browser would spend its reader's money."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise ForeignPage("a page of another site may not use this server")


def _has_key(request: Request, key: str) -> bool:
    """Whether a request has the key: as a bearer's, in X-API-Key, or as a password (browsers)."""
    kind, _, words = request.headers.get("authorization", "").partition(" ")
    given = (words if kind.lower() == "bearer" else request.headers.get("x-api-key", "")).encode("latin-1")
    if kind.lower() == "basic":
        with suppress(binascii.Error, ValueError):
            given = base64.b64decode(words, validate=True).partition(b":")[2]
    return secrets.compare_digest(given, key.encode())


class Bounded:
    """Refuse a body that has too many bytes as soon as that is known, without reading it to its end."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting its bytes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if said.isdigit() and int(said) > self._most:
            await self._refuse(scope, receive, send, more=True)
            return
        await self._count(scope, receive, send)

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, started, more = 0, False, True

        async def counted() -> Message:
            nonlocal seen, more
            message = await receive()
            seen += len(message.get("body", b""))
            more = bool(message.get("more_body"))
            if seen > self._most:
                raise TooLarge("")
            return message

        async def passed_on(message: Message) -> None:
            nonlocal started
            if seen <= self._most:  # else the application tells of a body that it could not read
                started = True
                await send(message)

        with suppress(TooLarge):
            await self._app(scope, counted, passed_on)
        if seen > self._most and not started:
            await self._refuse(scope, receive, send, more=more)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, *, more: bool) -> None:
        left = DRAINED  # a client that is hung up on while it sends does not read the answer
        while more and left > 0:
            message = await receive()
            left -= len(message.get("body", b""))
            more = bool(message.get("more_body"))
        words = f"the request is too large; send {self._most:,} bytes at most"
        await _fault(413, words, "TooLarge", {"connection": "close"})(scope, receive, send)


async def serve_http(
    service: Service, *, host: str, port: int, api_key: str | None, listening: Callable[[str], None]
) -> None:
    """Serve until the process is told to stop; `listening` is called with the address.

    Raises SummarizerError if the address cannot be listened on.
    """
    app = make_app(service, api_key=api_key)
    # its log is left to the command line, which shows nothing raw; `--log-level info` shows each request
    config = uvicorn.Config(app, host=host, port=port, log_config=None, log_level=None, timeout_keep_alive=30)
    try:
        ours = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise SummarizerError(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another --port"
        ) from error
    # accepted connections inherit it; else each answer's body waits 40 ms for its head's receipt
    ours.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with ours:
        name = f"[{host}]" if ":" in host else host
        listening(f"http://{name}:{ours.getsockname()[1]}")
        try:
            await uvicorn.Server(config).serve(sockets=[ours])
        finally:
            await service.close()
