"""Connects only to where it may, and to exactly the address that it checked.

A public page must not make this machine talk to itself or its neighbours (server-side request forgery).
A name is resolved once, the answer is checked and then connected to, so that a name server cannot give
one answer for the check and another for the connection.
"""

from __future__ import annotations

import asyncio
import functools
import ipaddress
import os
import re
import socket
import urllib.request
from collections.abc import Iterable
from typing import Any

import httpcore2
import httpx2

from tui.fetch.tolerant_stream import TolerantStream
from tui.system.background import run_detached

BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
IPV4 = re.compile(rf"{BYTE}(?:\.{BYTE}){{3}}", re.ASCII)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address


class ForbiddenError(httpcore2.ConnectError):
    """The host is on this machine or its own network, and the page that points there is not."""


def is_private(address: str) -> bool:
    """Whether an IP address is anything but a public one: loopback, private, link-local, shared, multicast …

    IPv4 addresses inside IPv6 ones (mapped, 6to4, Teredo, NAT64) count as themselves.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in NAT64:
            inner = ipaddress.IPv4Address(ip.packed[-4:])
        if inner is not None:
            return is_private(str(inner))
        if ip.is_site_local:
            return True
    return not ip.is_global or ip.is_multicast or ip.is_reserved


async def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host, also of one written as a decimal or hexadecimal number.  Raises OSError."""
    if IPV4.fullmatch(host):  # nothing to be asked for
        return [host]
    found = await run_detached(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Opens connections for a client.  While ``private`` is False, only public addresses are connected to."""

    def __init__(self, *, private: bool) -> None:
        self.private = private
        self._backend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to the first address of the host that may be connected to and answers."""
        error: Exception | None = None
        for address in await self._addresses(host, port, timeout):
            try:
                stream = await self._backend.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failure:
                error = failure
            else:
                return TolerantStream(stream)
        raise error or httpcore2.ConnectError(f"no address of {host} answers")

    async def sleep(self, seconds: float) -> None:
        """Waits, as the interface asks."""
        await self._backend.sleep(seconds)

    async def _addresses(self, host: str, port: int, timeout: float | None) -> list[str]:
        try:
            async with asyncio.timeout(timeout):
                addresses = await resolve(host, port)
        except TimeoutError as error:
            raise httpcore2.ConnectTimeout("the name server does not answer") from error
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(str(error)) from error
        allowed = addresses if self.private else [a for a in addresses if not is_private(a)]
        if addresses and not allowed:
            raise ForbiddenError("the host is not a public one")
        return allowed


@functools.cache
def proxies() -> dict[str, str]:
    """The environment's proxies by scheme, as they were when this was first asked: every request asks several times."""
    return urllib.request.getproxies()


def proxy_for(url: httpx2.URL) -> str | None:
    """The proxy that the environment names for an address; it then resolves the names, not this machine."""
    proxy = proxies().get(url.scheme) or proxies().get("all")
    if not proxy or urllib.request.proxy_bypass(url.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


async def forbidden_by_name(host: str) -> bool:
    """Whether a host has an address that is not public, as far as known here; for requests through a proxy."""
    try:
        return any(is_private(address) for address in await resolve(host, 80))
    except (OSError, UnicodeError):
        return False


def is_private_response(response: httpx2.Response) -> bool:
    """Whether a response came from an address that is not public (through a proxy: False)."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if proxy_for(response.url) or not isinstance(peer, tuple):
        return False
    return is_private(os.fsdecode(peer[0]))
