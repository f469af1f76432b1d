"""Failures of the network told in one line: why, and what to do."""

from __future__ import annotations

import errno
import socket
import ssl

import httpx2

from tui.fetch.limits import Limits
from tui.fetch.network_guard import ForbiddenError, is_private_response, proxy_for
from tui.model.page import ReadingError
from tui.text.amounts import duration
from tui.text.cleaning import clean_line

CHECK_LINE = "check the connection (what is kept opens without it)"
IN_BROWSER = "open it in the browser and save it; the saved file can be opened here"
GIVE_ONE = "newsreader add --again https://NAME:PASSWORD@… gives one"
WRONG_LOGIN = "the server refuses this user and password (401)"
STATUS = {
    400: f"the server does not understand the address (400); {IN_BROWSER}",
    401: f"the server wants a login (401), and none is kept with an article; {GIVE_ONE}, or {IN_BROWSER}",
    402: f"the server wants a payment (402); {IN_BROWSER}",
    403: f"the server refuses to give the page (403); {IN_BROWSER}",
    404: "the server has no such page (404); check the address",
    410: "the page was removed from the server (410); look for a copy in a web archive",
    429: "the server is asked too often (429); try again in some minutes",
    451: "the server may not show the page for legal reasons (451)",
}

GONE = (404, 410, 451)  # statuses of a page that is there no more, or never was


class CertificateError(ReadingError):
    """The server's certificate is not to be trusted; ``reason`` is what TLS says of it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the server's certificate is not to be trusted ({reason}); do not log in there")
        self.reason = reason


def status_error(status: int, retry_after: float | None) -> ReadingError:
    """The error for a response that is no page, by its HTTP status and the seconds that the server asks to wait."""
    when = f"try again in {duration(retry_after)}" if retry_after else None
    if status in STATUS:
        return ReadingError(STATUS[status].replace("try again in some minutes", when or "try again in some minutes"))
    if status >= 500:
        return ReadingError(f"the server has a fault ({status}); {when or 'try again later'}")
    return ReadingError(f"the server gives no page but the status {status}; open the address in the browser")


def is_gone(response: httpx2.Response) -> bool:
    """Whether a page is there no more that a web archive may have: it has none of this machine or its network."""
    return response.status_code in GONE and not is_private_response(response)


def transport_error(error: Exception, bounds: Limits) -> ReadingError:
    """The error for a request that got no response, or not the whole of it."""
    causes = _causes(error)
    if isinstance(error, httpx2.ProxyError) or (_is_unreached(error) and (url := _url(error)) and proxy_for(url)):
        return ReadingError("the proxy that the environment names does not answer; check http_proxy and all_proxy")
    if isinstance(error, httpx2.ConnectTimeout):
        return ReadingError(f"no answer within {bounds.connect:.0f} seconds; {CHECK_LINE}")
    if isinstance(error, httpx2.TimeoutException):
        return ReadingError(f"the server sent nothing for {bounds.idle:.0f} seconds; try again later")
    if isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return ReadingError("this is not a web address; check how it is written")
    if any(isinstance(cause, ForbiddenError) for cause in causes):
        return ReadingError("a public page leads into this machine's own network, where nothing is opened for it")
    if named := next(filter(None, map(_connection_error, causes)), None):
        return named
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
        return ReadingError(f"no connection to the server; {CHECK_LINE}")
    return ReadingError("the server broke off or does not speak HTTP; try again later")


def _connection_error(cause: BaseException) -> ReadingError | None:
    """What the system or TLS says of a connection that was not made; None where it says nothing."""
    if isinstance(cause, ssl.SSLError):
        return _tls_error(cause)
    if isinstance(cause, socket.gaierror):
        return ReadingError(f"no server of this name was found; check its spelling, or {CHECK_LINE}")
    if isinstance(cause, ConnectionRefusedError):
        return ReadingError("the server does not accept connections; check the address or try again later")
    if isinstance(cause, OSError) and cause.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return ReadingError(f"the network cannot be reached; {CHECK_LINE}")
    return None


def failed_host(error: Exception) -> str | None:
    """The host and port that a request failed at, which after a redirect is not the one first asked for."""
    url = _url(error)
    return url.netloc.decode("ascii") if url is not None else None


def _url(error: Exception) -> httpx2.URL | None:
    try:
        return error.request.url if isinstance(error, httpx2.RequestError) else None
    except RuntimeError:  # it belongs to no request
        return None


def _is_unreached(error: Exception) -> bool:
    return isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout)


def _tls_error(error: ssl.SSLError) -> ReadingError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateError(clean_line(error.verify_message or "not valid", 100).rstrip("."))
    return ReadingError("no secure connection can be made; try the address with http:// or later")


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        cause = waiting.pop(0)
        if cause is None or cause in found:
            continue
        found.append(cause)
        waiting += [cause.__cause__, cause.__context__]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions
    return found
