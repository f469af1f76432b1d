"""The client that pages and pictures are fetched with: guarded, following nothing by itself."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterable, AsyncIterator, Iterator
from contextlib import contextmanager
from functools import lru_cache

import httpcore2
import httpx2

from tui import __version__
from tui.fetch.limits import Limits
from tui.fetch.network_guard import GuardedBackend, proxy_for
from tui.model.page import ReadingError
from tui.system.background import run_detached
from tui.text.cleaning import clean_line

USER_AGENT = f"Mozilla/5.0 (compatible; newsreader/{__version__}; terminal article reader)"
BAD_PROXY = "the proxy that the environment names is of no kind that works here; check http_proxy and all_proxy"
TLS_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")
TLS_FILES = "SSL_CERT_FILE, SSL_CERT_DIR and SSLKEYLOGFILE"


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Requests over connections that the guard opens, and over no others.

    Written over httpcore2's public pool and backend, since httpx2's own transport takes no backend.
    """

    def __init__(self, guard: GuardedBackend, connections: int) -> None:
        self._guard, self._connections = guard, connections
        self._plain, self._secure = self._pool(None), list[httpcore2.AsyncConnectionPool]()
        self._opening = asyncio.Lock()

    def _pool(self, trusted: ssl.SSLContext | None) -> httpcore2.AsyncConnectionPool:
        return httpcore2.AsyncConnectionPool(
            ssl_context=trusted,
            max_connections=self._connections,
            max_keepalive_connections=self._connections,
            network_backend=self._guard,
        )

    async def _pool_for(self, scheme: str) -> httpcore2.AsyncConnectionPool:
        """Certificates are read when the first address needs them, beside the event loop, as that takes a moment."""
        if scheme != "https":
            return self._plain
        async with self._opening:
            if not self._secure:
                try:
                    trusted = await run_detached(_trusted, tuple(os.environ.get(name) for name in TLS_VARIABLES))
                except OSError as error:
                    raise ReadingError(_tls_fault(error)) from error
                self._secure.append(self._pool(trusted))
        return self._secure[0]

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Sends a request; the body of the response is read as it is asked for.

        Raises ReadingError where the machine's certificates cannot be read.
        """
        url = request.url
        pool = await self._pool_for(url.scheme)
        with _httpx_errors():
            response = await pool.handle_async_request(
                httpcore2.Request(
                    request.method,
                    httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        assert isinstance(response.stream, AsyncIterable)
        return httpx2.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    async def aclose(self) -> None:
        """Closes all connections."""
        for pool in (self._plain, *self._secure):
            await pool.aclose()


class _ByProxy(httpx2.AsyncBaseTransport):
    """Requests through the proxy that the environment names for their address; all others over guarded connections."""

    def __init__(self, direct: GuardedTransport) -> None:
        self._direct = direct
        self._proxied: dict[str, httpx2.AsyncHTTPTransport] = {}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Sends a request.  Raises ReadingError for a proxy, or certificates for it, that cannot be used."""
        proxy = proxy_for(request.url)
        if proxy is None:
            return await self._direct.handle_async_request(request)
        if proxy not in self._proxied:
            try:
                self._proxied[proxy] = httpx2.AsyncHTTPTransport(proxy=proxy)
            except (ImportError, ValueError, httpx2.InvalidURL) as error:
                raise ReadingError(BAD_PROXY) from error
            except OSError as error:
                raise ReadingError(_tls_fault(error)) from error
        return await self._proxied[proxy].handle_async_request(request)

    async def aclose(self) -> None:
        """Closes all connections."""
        for transport in (self._direct, *self._proxied.values()):
            await transport.aclose()


class _Body(httpx2.AsyncByteStream):
    """A response's body, its errors those of httpx2."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._response.stream, AsyncIterable)
        with _httpx_errors():
            async for piece in self._response.stream:
                yield piece

    async def aclose(self) -> None:
        await self._response.aclose()


def open_client(guard: GuardedBackend, bounds: Limits, accept: str) -> httpx2.AsyncClient:
    """A client that follows no redirects, accepts only what can be unpacked in pieces, and asks the guard.

    Through a proxy only the addresses themselves can be checked (``forbidden_by_name``).
    """
    return httpx2.AsyncClient(
        transport=_ByProxy(GuardedTransport(guard, bounds.at_once)),
        headers={"User-Agent": USER_AGENT, "Accept": accept, "Accept-Encoding": "gzip, deflate"},
        timeout=httpx2.Timeout(bounds.idle, connect=bounds.connect, pool=None),
    )


@lru_cache(maxsize=1)
def _trusted(_named: tuple[str | None, ...]) -> ssl.SSLContext:
    """The certificates to trust, read once for what the environment names: it takes as long as a request."""
    return httpx2.create_ssl_context()


def _tls_fault(error: OSError) -> str:
    reason = clean_line(str(error.strerror or error), 100).lower()
    return f"the certificates of this machine cannot be read ({reason}); check {TLS_FILES} in the environment"


@contextmanager
def _httpx_errors() -> Iterator[None]:
    """Raises httpcore2's errors as those of httpx2, which bear the same names."""
    try:
        yield
    except Exception as error:
        for kind in type(error).__mro__:
            same = getattr(httpx2, kind.__name__, None) if kind.__module__.startswith("httpcore2") else None
            if isinstance(same, type) and issubclass(same, httpx2.HTTPError):
                raise same(str(error)) from error
        raise
