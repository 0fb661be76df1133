"""Pages and feeds are fetched from http(s) addresses: politely, within limits, and from public hosts alone.

aiohttp, which the package needs anyway, was taken before httpx: its connector resolves names through an
object of ours, so the address that is checked is the one that is connected to. robots.txt is read by
Protego (RFC 9309); the standard library's parser knows no wildcards.
"""

import asyncio
import ipaddress
import re
import socket
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from protego import Protego

from summarizer.articles.article import named
from summarizer.articles.kinds import kind_of
from summarizer.articles.read import MAX_DOCUMENT, read_bytes
from summarizer.errors import ArticleError
from summarizer.schemas.brief import Article

AGENT = "grounded-summarizer"
ALLOW = "--allow-private"
_LOGIN = re.compile(
    r"/(?:log-?in|sign-?in|connexion|connect|identification|auth|sso|account/login|abonnement)(?:[/?.]|\Z)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(rb"<input[^>]{0,300}type\s?=\s?[\"']?password", re.IGNORECASE)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
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
LOGIN_WORDS = 120
"""Words below which a page that asks for a password shows no article."""


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


class PublicResolver(AbstractResolver):
    """Resolves names, and refuses those that lead to a private address."""

    def __init__(self) -> None:
        self._inner = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Resolve a name. Raise ArticleError where any of its addresses is private."""
        found = await self._inner.resolve(host, port, family)
        for one in found:
            refuse_private(one["host"], host)
        return found

    async def close(self) -> None:
        """Close the resolver underneath."""
        await self._inner.close()


def refuse_private(address: str, host: str) -> None:
    """Raise ArticleError where an IP address is loopback, private, link-local or reserved."""
    found = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif found in _NAT64:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    if not found.is_global or found.is_multicast or found.is_reserved:
        raise ArticleError(f"{host!r} is a private address ({address}); {ALLOW} permits it.")


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
            self._check(at)
            await self._respect_robots(at)
            answer = await self._polite(at, headers)
            if isinstance(answer, Fetched):
                return answer
            at = urljoin(at, answer)
        raise ArticleError(f"{url!r} leads on more than {self._limits.redirects} times; check the address.")

    def _check(self, url: str) -> None:
        parts = _split(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ArticleError(f"{url!r} is no http(s) address; check it.")
        if parts.username or parts.password:
            raise ArticleError(
                f"{parts.hostname!r}: an address with a password in it is not fetched; leave it out."
            )
        if not self._allow_private:
            try:
                ipaddress.ip_address(parts.hostname)
            except ValueError:
                return  # a name, which the resolver checks
            refuse_private(parts.hostname, parts.hostname)

    async def _respect_robots(self, url: str) -> None:
        parts = _split(url)
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
                self._check(at)
                answer = await self._once(at, {}, most=500_000)
            except _Status as status:
                return None if status.code < 500 else Protego.parse("User-agent: *\nDisallow: /")
            if isinstance(answer, Fetched):
                return Protego.parse(answer.data.decode("utf-8", "replace"))
            at = urljoin(at, answer)
        return None

    async def _polite(self, url: str, headers: dict[str, str]) -> Fetched | str:
        """Ask a host once, after its pause; one request at a time to each."""
        parts = _split(url)
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


def _split(url: str) -> Any:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ArticleError(f"{url!r} is no http(s) address; check it.") from error
    return parts


def _too_large(url: str, most: int) -> ArticleError:
    return ArticleError(f"{url!r} is larger than {most // 1_000_000} MB; give one article at a time.")


async def _body(response: aiohttp.ClientResponse, url: str, most: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        data += chunk
        if len(data) > most:
            raise _too_large(url, most)
    return bytes(data)


def is_address(word: str) -> bool:
    """Whether a word is an http(s) address.

    >>> is_address("https://journal.example/a"), is_address("articles/")
    (True, False)
    """
    return word.lower().startswith(("http://", "https://"))


def read_fetched(fetched: Fetched, *, source: str) -> Iterator[Article]:
    """Read what an address answered. Raises ArticleError, also where it is a page that asks for a login."""
    if not fetched.data.strip():
        raise ArticleError(f"{named(source)} answers nothing; open it in a browser.")
    path = _split(fetched.url).path
    if _LOGIN.search(path) and not _LOGIN.search(_split(source).path):
        raise ArticleError(f"{named(source)} leads to a login page; save the page from your browser.")
    if kind_of(fetched.data, path) != "html":
        yield from read_bytes(fetched.data, source=source, name=path)
        return
    from summarizer.articles.page import read_page  # noqa: PLC0415 - slow to load

    asks = _PASSWORD.search(fetched.data) is not None
    try:
        articles = list(read_page(fetched.data, source=source, url=fetched.url, charset=fetched.charset))
    except ArticleError:
        if not asks:
            raise
        articles = []
    if asks and sum(article.words for article in articles) < LOGIN_WORDS:
        raise ArticleError(f"{named(source)} asks for a login; save the page from your browser.")
    yield from articles


async def read_address(url: str, web: Web) -> list[Article]:
    """Fetch an address and read its article, or its articles. Raises ArticleError."""
    fetched = await web.get(url)
    return await asyncio.to_thread(lambda: list(read_fetched(fetched, source=url)))
