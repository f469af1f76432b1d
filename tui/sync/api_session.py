"""An API of this kind asked over HTTP: found, logged in to, and asked once more where the login has run out.

Importing this loads httpx2, which takes 0.1 s: import it where a request is certain.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from http.cookiejar import DefaultCookiePolicy
from urllib.parse import urlencode

import httpx2

from tui.fetch.client import open_client
from tui.fetch.http import check_request, read_body
from tui.fetch.limits import LIMITS, MB, Limits
from tui.fetch.network_errors import CertificateError, status_error, transport_error
from tui.fetch.network_guard import GuardedBackend, is_private_response
from tui.fetch.retry_after import wait
from tui.model.page import ReadingError
from tui.sync import api_answers
from tui.sync.api_addresses import api_addresses
from tui.sync.api_answers import BROKEN, NO_API, NoApiError
from tui.system import log
from tui.text.cleaning import clean_line

BOUNDS = replace(LIMITS, body=100 * MB, seconds=300.0, idle=120.0)
HOPS = 5  # from one address of the server to another
LOGIN, TOKEN, API = "/accounts/ClientLogin", "/reader/api/0/token", "/reader/api/0/"
CHECK = "/check/compatibility"  # where FreshRSS says whether the web server before it passes everything on
PHP, SWITCHED_OFF = ".php", 503
NO_SUCH_CALL = (404, 405, 501)
ANSWERED_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")
REFUSED = (
    "the server refuses this user and password; FreshRSS, Miniflux and CommaFeed want those of the API, set in their"
    " settings"
)
PATH_LOST = (
    "the web server there does not pass on what stands behind greader.php in an address (PATH_INFO); its settings"
    " must say so"
)
# A request has one ``Authorization``, and that of these APIs is their own: no client can pass both.
BEHIND_A_LOGIN = (
    "the web server there asks for a login of its own (HTTP basic authentication), in whose place each request has"
    " that of the API; its settings must let what begins with the API's address through"
)
OFF = "FreshRSS and FreshAPI answer so until the API is switched on"
RAN_OUT = "the server does not accept the login that it has just given; a server before it may not pass it on"
ELSEWHERE = "the server leads to {host}, where a password is not sent; give that address if it is the right one"
UNTRUSTED = (
    "the server's certificate is not to be trusted ({reason}); if the server is your own, have this machine trust its"
    " certificate, or name a file with it in SSL_CERT_FILE"
)
Fields = Sequence[tuple[str, str]]


class ApiError(ReadingError):
    """The server gave a status that is none of success; ``retry_after`` is in seconds, None when it does not say."""

    def __init__(self, message: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status, self.retry_after = status, retry_after


class LoginError(ReadingError):
    """The server does not take the user and the password; ``by_api``: the API says so, not another page there."""

    def __init__(self, message: str, *, by_api: bool = True) -> None:
        super().__init__(message)
        self.by_api = by_api


class ApiSession:
    """Requests to a server; ``async with session(…)`` one.

    ``base`` is where the API begins, ``auth`` what the last login gave, "" before the first: it is good for further
    runs, until the server says otherwise; then a login follows by itself, once for each request.  ``private``: it
    answered from this machine or its network.
    """

    def __init__(self, client: httpx2.AsyncClient, guard: GuardedBackend, base: str, user: str, password: str) -> None:
        self._client, self._guard = client, guard
        self._user, self._password = user, password
        self._token = ""
        self.base, self.auth, self.private = base.rstrip("/"), "", False
        self.requests = 0

    async def find_and_log_in(self) -> None:
        """Logs in where the API begins, at the address or below it.  Raises LoginError, ReadingError."""
        given, failures = self.base, list[ReadingError]()
        for self.base in api_addresses(given):
            try:
                return await self.log_in()
            except ReadingError as error:
                if _is_of_the_api(error) or not isinstance(error, ApiError | LoginError | NoApiError):
                    raise
                failures.append(error)
        self.base = given
        raise min(failures, key=_how_little_it_says)

    async def log_in(self) -> None:
        """Logs in.  Raises LoginError where the user or the password is wrong."""
        fields = [
            ("Email", self._user),
            ("Passwd", self._password),
            ("service", "reader"),
            ("accountType", "HOSTED_OR_GOOGLE"),
            ("client", "newsreader"),
        ]
        status, body, after = await self._send("POST", LOGIN, fields)
        php = self.base.endswith(PHP)
        if status in (401, 403) or (status == 400 and php):  # 400: no user of FreshRSS can have this name
            raise LoginError(REFUSED, by_api=not ANSWERED_HTML.match(body))
        if status == SWITCHED_OFF and php:
            raise ApiError(f"{_refusal(status, after)}; {OFF}", status, after)
        if status != 200:
            raise _refusal(status, after)
        found = re.search(rb"^Auth=(\S+)\s*$", body, re.MULTILINE)
        if not found:
            raise NoApiError(PATH_LOST if php and body.strip() == b"OK" else NO_API)
        self.auth, self._token = found[1].decode("ascii", "replace"), ""
        log.conceal(self.auth)

    async def get(self, name: str, fields: Fields = ()) -> api_answers.Record:
        """What a call that changes nothing answers.  Raises ReadingError."""
        return api_answers.read_json(await self._ask("GET", API + name, query=(("output", "json"), *fields)))

    async def post(self, name: str, fields: Fields, query: Fields = ()) -> bytes:
        """What a call that may change something answers.  Raises ReadingError."""
        body = await self._ask("POST", API + name, fields, query)
        if ANSWERED_HTML.match(body):  # such as a proxy's page: nobody did what was asked
            raise NoApiError(NO_API)
        return body

    async def _ask(self, method: str, path: str, fields: Fields = (), query: Fields = ()) -> bytes:
        """What the server answers; where the login has run out, after another."""
        for _ in range(2):
            if not self.auth:
                await self.log_in()
            if method == "POST" and not self._token:
                self._token = await self._new_token()
            if method == "GET" or self._token:
                form = [("T", self._token), *fields] if method == "POST" else fields
                status, body, after = await self._send(method, path, form, query)
                if status == 200:
                    return body
                if status != 401:
                    raise _refusal(status, after)
            self.auth = self._token = ""
        raise ApiError(await self._why_no_login_helps(), 401)

    async def _why_no_login_helps(self) -> str:
        """What the server itself says is wrong, where it can tell: mostly that another one before it is in the way."""
        status, body, _ = await self._send("GET", CHECK)
        said = clean_line(body.decode("utf-8", "replace"), 200)
        return f"{RAN_OUT} ({said})" if status == 200 and said.startswith("FAIL") else RAN_OUT

    async def _new_token(self) -> str:
        """What a POST must carry; "" where the login has run out."""
        status, body, after = await self._send("GET", TOKEN)
        if status == 401:
            return ""
        if status != 200:
            raise _refusal(status, after)
        if ANSWERED_HTML.match(body):
            raise NoApiError(NO_API)
        token = body.decode("ascii", "replace").strip()
        log.conceal(token)
        return token

    async def _send(
        self, method: str, path: str, form: Fields = (), query: Fields = ()
    ) -> tuple[int, bytes, float | None]:
        """The status, the body and the seconds that the server asks to wait.  Follows the server on its host."""
        url = httpx2.URL(self.base + path + (f"?{urlencode(query)}" if query else ""))
        headers = {"Authorization": f"GoogleLogin auth={self.auth}"} if self.auth and path != LOGIN else {}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        for _ in range(HOPS):
            request = self._client.build_request(
                method, url, headers=headers, content=urlencode(form).encode() if method == "POST" else None
            )
            async with self._answered(request) as response:
                if response.next_request is None:
                    body, whole = await read_body(response, None, BOUNDS)
                    if not whole:
                        raise ReadingError(BROKEN)
                    if _asks_for_basic_authentication(response, body):
                        raise LoginError(BEHIND_A_LOGIN, by_api=False)
                    return response.status_code, body, wait(response.headers)
                url = self._same_server(url, response.next_request.url)
                if (led_to := str(url.copy_with(query=None))).endswith(path):
                    self.base = led_to.removesuffix(path)
        raise NoApiError(NO_API)

    @asynccontextmanager
    async def _answered(self, request: httpx2.Request) -> AsyncIterator[httpx2.Response]:
        try:
            async with asyncio.timeout(BOUNDS.seconds):
                await check_request(request, self._guard)
                self.requests += 1
                response = await self._client.send(request, stream=True)
                try:
                    self.private = is_private_response(response)
                    yield response
                finally:
                    await response.aclose()
        except TimeoutError as error:
            raise ReadingError("the server did not finish its answer; try again later") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError) as error:
            failure = transport_error(error, BOUNDS)
            if isinstance(failure, CertificateError):
                failure = ReadingError(UNTRUSTED.format(reason=failure.reason))
            raise failure from error

    @staticmethod
    def _same_server(asked: httpx2.URL, led_to: httpx2.URL) -> httpx2.URL:
        """Where it leads, if that is the same host and no less safe.  Raises ReadingError."""
        if led_to.host != asked.host or (asked.scheme == "https" and led_to.scheme != "https"):
            raise ReadingError(ELSEWHERE.format(host=led_to.host))
        return led_to


@asynccontextmanager
async def session(base: str, user: str, password: str, auth: str = "") -> AsyncIterator[ApiSession]:
    """A session at an address that a person gave, with what an earlier login gave."""
    for secret in (password, auth):
        log.conceal(secret)
    guard = GuardedBackend(private=True)
    async with open_client(guard, _bounds(), "application/json,text/plain;q=0.9,*/*;q=0.5") as client:
        client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        asking = ApiSession(client, guard, base, user, password)
        asking.auth = auth
        yield asking


def _bounds() -> Limits:
    return replace(BOUNDS, at_once=2)


def _asks_for_basic_authentication(response: httpx2.Response, body: bytes) -> bool:
    """Whether a server before the API wants a login: the API itself answers in no HTML."""
    wanted = response.headers.get("WWW-Authenticate", "").lower().startswith("basic")
    return response.status_code == 401 and wanted and (not body.strip() or bool(ANSWERED_HTML.match(body)))


def _refusal(status: int, retry_after: float | None) -> ApiError:
    """The error for a status, in words that fit a server one has an account with."""
    if status in (429, 500, 502, 503, 504) or status > 504:
        return ApiError(str(status_error(status, retry_after)), status, retry_after)
    if status in (301, 302, 307, 308, 403, 404, 405, 410, 501):
        return ApiError(f"{NO_API} ({status})", status, retry_after)
    return ApiError(f"the server does not understand what it is asked ({status})", status, retry_after)


def _is_of_the_api(error: ReadingError) -> bool:
    """Whether the API itself says this, so that it need not be looked for any further."""
    if isinstance(error, LoginError):
        return error.by_api
    return str(error) == PATH_LOST or (isinstance(error, ApiError) and (error.status == 429 or OFF in str(error)))


def _how_little_it_says(error: ReadingError) -> int:
    """Of what came of several addresses, that is told which says most: a refusal, then what went wrong."""
    return 0 if isinstance(error, LoginError) else 2 if NO_API in str(error) else 1
