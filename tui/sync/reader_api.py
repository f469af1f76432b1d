"""A server of the Google Reader API asked over HTTP: logged in to, its lists read to their end, told of changes.

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
from tui.fetch.network_errors import status_error, transport_error
from tui.fetch.network_guard import GuardedBackend, is_private_response
from tui.fetch.retry_after import wait
from tui.model.page import ReadingError
from tui.model.server_feed import ServerEntry, ServerFeed
from tui.sync import api_answers
from tui.sync.api_answers import BROKEN, NO_API
from tui.system import log
from tui.text.cleaning import clean_line

STATE = "user/-/state/com.google/"
READING_LIST, READ, STARRED, LABEL = f"{STATE}reading-list", f"{STATE}read", f"{STATE}starred", "user/-/label/"
IDS_A_PAGE, MOST_PAGES = 10_000, 200  # 10,000 is what the strictest server gives
ITEMS_A_CALL = 100  # whose texts, or marks, go in one request: a server may take seconds for each hundred
BOUNDS = replace(LIMITS, body=100 * MB, seconds=300.0, idle=120.0)
HOPS = 5  # from one address of the server to another
LOGIN, TOKEN, API = "/accounts/ClientLogin", "/reader/api/0/token", "/reader/api/0/"
CHECK = "/check/compatibility"  # where FreshRSS says whether the web server before it passes everything on
PHP, SWITCHED_OFF = ".php", 503
# Where the API begins below the address of a server, as an address that is typed is mostly that of the server.
BEGINNINGS = ("", "/api/greader.php", "/api/greader", "/plugins.local/freshapi/api/greader.php")
ANSWERED_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<")
REFUSED = (
    "the server refuses this user and password; FreshRSS and Miniflux want those of the API, set in their settings"
)
RAN_OUT = "the server does not accept the login that it has just given; a server before it may not pass it on"
ELSEWHERE = "the server leads to {host}, where a password is not sent; give that address if it is the right one"
Fields = Sequence[tuple[str, str]]


class ApiError(ReadingError):
    """The server gave a status that is none of success; ``retry_after`` is in seconds, None when it does not say."""

    def __init__(self, message: str, status: int, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status, self.retry_after = status, retry_after


class LoginError(ReadingError):
    """The server does not take the user and the password."""


class ReaderApi:
    """A server; ``async with opened(…)`` it.

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
        given, failure = self.base, None
        for beginning in BEGINNINGS if not given.endswith(PHP) else ("",):
            self.base = given + beginning
            try:
                return await self.log_in()
            except LoginError:
                raise
            except ReadingError as error:
                if getattr(error, "status", 200) not in (200, 400, 403, 404, 405, 501) or "API" not in str(error):
                    raise
                failure = failure or error
        self.base = given
        assert failure
        raise failure

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
        if status in (401, 403):
            raise LoginError(REFUSED)
        if status == SWITCHED_OFF and self.base.endswith(PHP):
            raise ApiError(
                f"{_refusal(status, after)}; FreshRSS answers so until its API is switched on", status, after
            )
        if status != 200:
            raise _refusal(status, after)
        found = re.search(rb"^Auth=(\S+)\s*$", body, re.MULTILINE)
        if not found:
            raise ReadingError(NO_API)
        self.auth, self._token = found[1].decode("ascii", "replace"), ""
        log.conceal(self.auth)

    async def feeds(self) -> list[ServerFeed]:
        """All subscriptions."""
        return api_answers.subscriptions(await self._list("subscription/list"))

    async def unread(self) -> frozenset[str]:
        """The ids of all that is unread."""
        return await self._ids(("s", READING_LIST), ("xt", READ))

    async def starred(self) -> frozenset[str]:
        """The ids of all that is starred."""
        return await self._ids(("s", STARRED))

    async def entries(self, items: Sequence[str]) -> list[ServerEntry]:
        """Some entries, at most ``ITEMS_A_CALL`` of them; what the server has no more is not among them."""
        fields = [("output", "json"), *(("i", item) for item in items)]
        return api_answers.entries(api_answers.read_json(await self._post("stream/items/contents", fields)))

    async def mark(self, items: Sequence[str], tag: str, *, given: bool) -> None:
        """Gives entries a tag (a state or a label), or takes it away; at most ``ITEMS_A_CALL`` of them."""
        await self._post("edit-tag", [("a" if given else "r", tag), *(("i", item) for item in items)])

    async def subscribe(self, address: str) -> str | None:
        """The server's name for the feed at an address, subscribed to; None where the server does not take it."""
        try:  # asked for both ways: one server reads the address from the one, another from the other
            body = await self._post("subscription/quickadd", [("quickadd", address)], [("quickadd", address)])
        except ApiError as error:
            if error.status in (400, 404, 422, 500):
                return None
            raise
        record = api_answers.read_json(body)
        stream = str(record.get("streamId") or "")
        if not record.get("numResults") or not stream:
            return None
        return stream if stream.startswith("feed/") else f"feed/{stream}"

    async def edit(self, stream: str, *, title: str | None, add: Sequence[str], remove: Sequence[str]) -> None:
        """Renames a feed and moves it between folders, one folder a request: of several some servers see the last."""
        adding, removing = list(add), list(remove)
        while title is not None or adding or removing:
            fields = [("ac", "edit"), ("s", stream)]
            fields += [("t", title)] if title is not None else []
            fields += [("a", LABEL + adding.pop(0))] if adding else []
            fields += [("r", LABEL + removing.pop(0))] if removing else []
            title = None
            await self._post("subscription/edit", fields)

    async def unsubscribe(self, stream: str) -> None:
        """Ends a subscription."""
        await self._post("subscription/edit", [("ac", "unsubscribe"), ("s", stream)])

    async def _ids(self, *fields: tuple[str, str]) -> frozenset[str]:
        """A list of ids to its end.  What marks are given meanwhile may shift the pages: none is given before."""
        found, continuations = set[str](), set[str]()
        more: Fields = ()
        for _ in range(MOST_PAGES):
            page = api_answers.id_page(await self._list("stream/items/ids", (*fields, ("n", str(IDS_A_PAGE)), *more)))
            found.update(page.items)
            if page.continuation is None or page.continuation in continuations:
                return frozenset(found)
            continuations.add(page.continuation)
            more = (("c", page.continuation),)
        raise ReadingError(BROKEN)

    async def _list(self, name: str, fields: Fields = ()) -> api_answers.Record:
        return api_answers.read_json(await self._ask("GET", API + name, query=(("output", "json"), *fields)))

    async def _post(self, name: str, fields: Fields, query: Fields = ()) -> bytes:
        body = await self._ask("POST", API + name, fields, query)
        if ANSWERED_HTML.match(body):  # such as a proxy's page: nobody did what was asked
            raise ReadingError(NO_API)
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
            raise ReadingError(NO_API)
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
                    return response.status_code, body, wait(response.headers)
                url = self._same_server(url, response.next_request.url)
                self.base = str(url.copy_with(query=None)).removesuffix(path)
        raise ReadingError(NO_API)

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
            raise transport_error(error, BOUNDS) from error

    @staticmethod
    def _same_server(asked: httpx2.URL, led_to: httpx2.URL) -> httpx2.URL:
        """Where it leads, if that is the same host and no less safe.  Raises ReadingError."""
        if led_to.host != asked.host or (asked.scheme == "https" and led_to.scheme != "https"):
            raise ReadingError(ELSEWHERE.format(host=led_to.host))
        return led_to


@asynccontextmanager
async def opened(base: str, user: str, password: str, auth: str = "") -> AsyncIterator[ReaderApi]:
    """A server at an address that a person gave, with what an earlier login gave."""
    for secret in (password, auth):
        log.conceal(secret)
    guard = GuardedBackend(private=True)
    async with open_client(guard, _bounds(), "application/json,text/plain;q=0.9,*/*;q=0.5") as client:
        client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        api = ReaderApi(client, guard, base, user, password)
        api.auth = auth
        yield api


def _bounds() -> Limits:
    return replace(BOUNDS, at_once=2)


def _refusal(status: int, retry_after: float | None) -> ApiError:
    """The error for a status, in words that fit a server one has an account with."""
    if status in (429, 500, 502, 503, 504) or status > 504:
        return ApiError(str(status_error(status, retry_after)), status, retry_after)
    if status in (301, 302, 307, 308, 403, 404, 405, 410, 501):
        return ApiError(f"{NO_API} ({status})", status, retry_after)
    return ApiError(f"the server does not understand what it is asked ({status})", status, retry_after)
