"""The HTTP client under the providers' own: it refuses addresses, keys and replies that no server needs.

A reply is read up to `LARGEST_REPLY` bytes after decompression, however the server sends it, and no redirect
is followed: the article and the key go to the server that was named, and to no other.
"""

from typing import Any
from urllib.parse import urlsplit

import httpx2
import openai

from summarizer.errors import ModelRefused, ModelUnavailable
from summarizer.text.secrets import protect

LARGEST_REPLY = 16 << 20
# Bytes. An answer of 32,000 tokens with the probabilities of each has about 4 MB.

_REBUILT = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class ReplyTooLargeError(Exception):
    """A server's reply is larger than any answer."""


class _Bounded(httpx2.AsyncClient):
    """An HTTP client that stops reading a reply which is too large."""

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request and read the whole reply. Raises ReplyTooLargeError."""
        response = await super().send(request, **(options | {"stream": True}))
        body = bytearray()
        try:
            async for block in response.aiter_bytes():
                body += block
                if len(body) > LARGEST_REPLY:
                    raise ReplyTooLargeError
        finally:
            await response.aclose()
        headers = [pair for pair in response.headers.multi_items() if pair[0] not in _REBUILT]
        return httpx2.Response(response.status_code, headers=headers, content=bytes(body), request=request)


class FastClient(_Bounded, openai.DefaultAioHttpClient):
    """The client over aiohttp: a third less work than the default's."""


class PlainClient(_Bounded):
    """The client over httpx's own connections."""


class StreamingClient(openai.DefaultAioHttpClient):
    """A client for files of any size, which are read as they come (`models.result_lines`)."""


class PlainStreamingClient(httpx2.AsyncClient):
    """As `StreamingClient`, over httpx's own connections."""


def is_too_large(error: BaseException) -> bool:
    """Whether an error of a provider's client is due to a reply that is too large."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ReplyTooLargeError):
            return True
        cause = cause.__cause__
    return False


def check_address(address: str | None) -> str | None:
    """Return the address of a server. Raises ModelUnavailable if it cannot be one, or contains a password.

    >>> check_address("http://localhost:8080/v1")
    'http://localhost:8080/v1'
    >>> check_address("http://[fe80::1%25eth0]:8080/v1")
    'http://[fe80::1%25eth0]:8080/v1'
    """
    if address is None:
        return None
    address = address.strip()
    hidden = any(sign in address for sign in "@?#")  # behind which a password or a key may be
    shown = "the server's address is none" if hidden else f"{address!r} is no address of a server"
    try:
        parts = urlsplit(address)
        host, port, named = parts.hostname or "", parts.port, parts.username or parts.password
        httpx2.URL(address)
        host.encode("idna")  # a part of the name that is empty or too long: no name server need be asked
    except (ValueError, httpx2.InvalidURL):
        raise ModelUnavailable(f"{shown}; give one like http://localhost:8080/v1 with --base-url") from None
    if named is not None:
        raise ModelUnavailable(
            f"the server's address ({host}) must not contain a user name or password; "
            "set SUMMARIZER_API_KEY to the key instead"
        )
    has_host = host and ("%" not in host or ":" in host)  # only an IPv6 address has a zone behind a %
    usable = parts.scheme in {"http", "https"} and has_host and port != 0 and address.isprintable()
    if not usable or any(letter.isspace() for letter in address):
        raise ModelUnavailable(f"{shown}; give one like http://localhost:8080/v1 with --base-url")
    if parts.query or parts.fragment:
        raise ModelUnavailable(
            "the server's address must end before '?' and '#'; set SUMMARIZER_API_KEY to the key"
        )
    return address


def check_key(key: str) -> str:
    """Return a key without the spaces and line breaks around it; from then on no text contains it.

    Raises ModelRefused if another character of it cannot stand in a header.
    """
    key = key.strip()
    protect(key)
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ModelRefused(
            "the key contains a line break, a space or another character that no key has; set it again"
        )
    return key
