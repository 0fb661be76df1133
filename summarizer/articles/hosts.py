"""What may be fetched: http(s) addresses, without a password, on public hosts alone."""

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from summarizer.errors import ArticleError

ALLOW = "--allow-private"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def split_address(url: str) -> SplitResult:
    """Part an address. Raise ArticleError where it is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise ArticleError(f"{url!r} is no http(s) address; check it.") from error
    return parts


def check_address(url: str, *, allow_private: bool) -> None:
    """Raise ArticleError where an address may not be fetched, as far as it shows before it is resolved."""
    parts = split_address(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ArticleError(f"{url!r} is no http(s) address; check it.")
    if parts.username or parts.password:
        raise ArticleError(
            f"{parts.hostname!r}: an address with a password in it is not fetched; leave it out."
        )
    if not allow_private:
        try:
            ipaddress.ip_address(parts.hostname)
        except ValueError:
            return  # a name, which the resolver checks
        refuse_private(parts.hostname, parts.hostname)


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
