"""Pages and feeds are fetched from http(s) addresses: politely, within limits, and from public hosts alone.

aiohttp, which the package needs anyway, was taken before httpx: its connector resolves names through an
object of ours, so the address that is checked is the one that is connected to. robots.txt is read by
Protego (RFC 9309); the standard library's parser knows no wildcards.
"""

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from protego import Protego

from summarizer.articles.hosts import PublicResolver, check_address, split_address
from summarizer.articles.read import MAX_DOCUMENT
from summarizer.errors import ArticleError

AGENT = "grounded-summarizer"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOLD = {
    401: "asks for a password; save the page from your browser",
    402: "asks for a payment; save the page from your browser",
    403: "refuses programs; save the page from your browser",
    404: "does not exist; check the address",
    410: "is gone; check the address",
    429: "asks for fewer requests; try again later",
    451: "is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far a fetch may go. `pause`: seconds between two requests to one host."""

    seconds: float = 60.0
    connect: float = 10.0
    silence: float = 20.0
    size: int = MAX_DOCUMENT
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered. `url`: where it was found in the end; `fresh` False: as it was before."""

    url: str
    data: bytes = b""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    fresh: bool = True


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    last: float = 0.0


class Web:
    """A session with the web, as an asynchronous context manager."""

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        self._allow_private, self._limits = allow_private, limits or Limits()
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._robots: dict[str, Protego | None] = {}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Open the session."""
        limits = self._limits
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=None if self._allow_private else PublicResolver(), limit=8
            ),
            timeout=aiohttp.ClientTimeout(
                total=limits.seconds, sock_connect=limits.connect, sock_read=limits.silence
            ),
            headers={
                "User-Agent": f"{AGENT}/{version('grounded-summarizer')}",
                "Accept-Language": "fr, en;q=0.5",
            },
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch an address. With what it answered the last time, `fresh` says whether it has changed.

        Raises ArticleError, one line, where it cannot be fetched or may not be.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        at = url
        for _ in range(self._limits.redirects + 1):
            check_address(at, allow_private=self._allow_private)
            await self._respect_robots(at)
            answer = await self._polite(at, headers)
            if isinstance(answer, Fetched):
                return answer
            at = urljoin(at, answer)
        raise ArticleError(f"{url!r} leads on more than {self._limits.redirects} times; check the address.")

    async def _respect_robots(self, url: str) -> None:
        parts = split_address(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        host = self._hosts[f"robots {origin}"]
        async with host.lock:
            if origin not in self._robots:
                self._robots[origin] = await self._fetch_robots(f"{origin}/robots.txt")
        rules = self._robots[origin]
        if rules is not None and not rules.can_fetch(url, AGENT):
            raise ArticleError(
                f"{url!r} may not be fetched by programs (robots.txt); save it from your browser."
            )

    async def _fetch_robots(self, url: str) -> Protego | None:
        """The rules of a host: none where it has none, all forbidden where it fails."""
        at = url
        for _ in range(self._limits.redirects + 1):
            try:
                check_address(at, allow_private=self._allow_private)
                answer = await self._once(at, {}, most=500_000)
            except _Status as status:
                return None if status.code < 500 else Protego.parse("User-agent: *\nDisallow: /")
            if isinstance(answer, Fetched):
                return Protego.parse(answer.data.decode("utf-8", "replace"))
            at = urljoin(at, answer)
        return None

    async def _polite(self, url: str, headers: dict[str, str]) -> Fetched | str:
        """Ask a host once, after its pause; one request at a time to each."""
        parts = split_address(url)
        host = self._hosts[parts.netloc]
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        wished = rules.crawl_delay(AGENT) if rules is not None else None
        pause = min(self._limits.longest_pause, max(self._limits.pause, float(wished or 0)))
        async with host.lock:
            await asyncio.sleep(max(0.0, host.last + pause - time.monotonic()))
            try:
                return await self._once(url, headers, most=self._limits.size)
            except _Status as status:
                told = _TOLD.get(status.code, "fails; try again later" if status.code >= 500 else "refuses")
                raise ArticleError(f"{url!r} answers {status.code}: it {told}.") from status
            finally:
                host.last = time.monotonic()

    async def _once(self, url: str, headers: dict[str, str], *, most: int) -> Fetched | str:
        """Ask once: what was answered, or the address that it leads to. Raises _Status, ArticleError."""
        if self._session is None:
            raise RuntimeError("open the session first: async with Web() as web")
        try:
            async with self._session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status in _REDIRECTS and "Location" in response.headers:
                    return str(response.headers["Location"])
                if response.status == 304:
                    return Fetched(url=url, fresh=False)
                if response.status != 200:
                    raise _Status(response.status)
                if (response.content_length or 0) > most:
                    raise _too_large(url, most)
                return Fetched(
                    url=url,
                    data=await _body(response, url, most),
                    charset=response.charset,
                    etag=response.headers.get("ETag"),
                    modified=response.headers.get("Last-Modified"),
                )
        except TimeoutError as error:
            raise ArticleError(f"{url!r} does not answer in time; try again later.") from error
        except aiohttp.ClientConnectorDNSError as error:
            if isinstance(error.__cause__, ArticleError):
                raise error.__cause__ from None
            raise ArticleError(f"{url!r}: no such host, or no network; check the address.") from error
        except (aiohttp.ClientError, ValueError, OSError) as error:
            told = (str(error) or type(error).__name__).split("\n", 1)[0][:120]
            raise ArticleError(f"{url!r} cannot be fetched ({told}); check the address.") from error


class _Status(Exception):  # noqa: N818 - an answer, told apart from what could not be asked
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _too_large(url: str, most: int) -> ArticleError:
    return ArticleError(f"{url!r} is larger than {most // 1_000_000} MB; give one article at a time.")


async def _body(response: aiohttp.ClientResponse, url: str, most: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        data += chunk
        if len(data) > most:
            raise _too_large(url, most)
    return bytes(data)
