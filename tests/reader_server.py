"""A server of the Google Reader API on loopback, in the dialects of five that there are, which can be made to fail.

Written from what these servers do: FreshRSS (p/api/greader.php), Miniflux (internal/googlereader), The Old Reader (the
description of its API), CommaFeed (GoogleReaderREST), TT-RSS with FreshAPI (freshapi.php).  What differs between them
stands in ``DIALECTS``.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

USER, PASSWORD = "anna", "pass & word=ü"
PREFIX = "tag:google.com,2005:reader/item/"
STATE, LABEL = "user/-/state/com.google/", "user/-/label/"
READING_LIST, READ, STARRED = f"{STATE}reading-list", f"{STATE}read", f"{STATE}starred"
FOLDERS = ("World", "Arts & Culture/Theatre", "Größe")
FIRST = 1_795_826_350_000_000  # microseconds: when the first entry came
WIDE = str.maketrans("&<>", "＆＜＞")
WIDER = str.maketrans("&<>?\\/;", "＆＜＞？＼／；")


def _like_an_object_id(number: int) -> str:
    return f"{number:08x}" + hashlib.sha256(str(number).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Dialect:
    """How a server's answers differ.

    ``item`` makes the id of an entry from its number, ``feed`` that of a feed; ``numbers``: ids of entries are numbers,
    decimal in lists.
    ``token_alone``: a POST is known by its token, never by its header.  ``all_for_unknown``: a stream that there is
    none of has every entry.  ``last_tag``: of several tags in a request the last counts.  ``has_labels``: entries can
    have labels, ``counts_labels``: it says how many unread entries have each.  ``offsets``: a list goes on at an
    offset; else behind an entry, which is sent again and left out.  ``toggles``: what an entry is already is taken for
    the opposite.  ``none_is_wrong``: entries of which there is none any more are answered 400.  ``leaving_wins``: a
    feed that leaves a folder is in none, whatever it is moved to in the same request; where it cannot leave
    (``no_folder`` is None), it stays.  ``user`` stands in the names of folders.
    """

    item: Callable[[int], str]
    feed: Callable[[int], str] = str
    numbers: bool = True
    token_alone: bool = False
    all_for_unknown: bool = False
    wide_signs: Mapping[int, int] | None = None
    last_tag: bool = False
    has_labels: bool = True
    counts_labels: bool = False
    offsets: bool = False
    toggles: bool = False
    none_is_wrong: bool = False
    has_quickadd: bool = True
    leaving_wins: bool = False
    most_ids: int = 10_000
    refusal: int = 401
    user: str = "-"
    no_folder: str | None = "Uncategorized"
    base: str = ""


DIALECTS = {
    "freshrss": Dialect(
        lambda number: str(FIRST + number),
        all_for_unknown=True,
        wide_signs=WIDE,
        last_tag=True,
        counts_labels=True,
        base="/api/greader.php",
    ),
    "miniflux": Dialect(
        lambda number: str(1_000 + number),
        token_alone=True,
        has_labels=False,
        offsets=True,
        toggles=True,
        none_is_wrong=True,
        user="1",
        no_folder=None,
    ),
    "oldreader": Dialect(_like_an_object_id, _like_an_object_id, numbers=False, has_labels=False, leaving_wins=True),
    "commafeed": Dialect(
        lambda number: str(5_000 + number),
        has_labels=False,
        has_quickadd=False,
        leaving_wins=True,
        most_ids=1_000,
        refusal=403,
        no_folder="",
        base="/rest/googlereader",
    ),
    "freshapi": Dialect(
        lambda number: str(70_000 + number),
        wide_signs=WIDER,
        last_tag=True,
        leaving_wins=True,
        base="/plugins.local/freshapi/api/greader.php",
    ),
}


@dataclass
class Entry:
    """An entry at the server."""

    number: int
    item: str
    feed: int
    title: str
    read: bool = False
    starred: bool = False
    labels: set[str] = field(default_factory=set)
    address: str = ""


@dataclass
class Feed:
    """A subscription at the server."""

    number: int
    address: str
    title: str
    folder: str


@dataclass(frozen=True)
class Answer:
    """What a request is answered; ``cut``: only the first half of it comes."""

    status: int = 200
    body: Any = "OK"
    headers: tuple[tuple[str, str], ...] = ()
    cut: bool = False


Request = dict[str, list[str]]


class Loopback(ThreadingHTTPServer):
    """Says nothing of a reader that went away, as some tests want it to."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing."""


class ReaderServer:
    """A server with feeds and entries; ``async`` tests may change them between two requests.

    ``log`` has the path of each request.  ``fail`` is asked before a request is answered and may give another answer;
    what it does is done after the request was obeyed where it says ``cut``.
    """

    def __init__(self, dialect: str = "freshrss", *, feeds: int = 4, entries: int = 40, page: int = 10_000) -> None:
        self.dialect = DIALECTS[dialect]
        self.page_size = page
        self.feeds = {
            n: Feed(n, f"http://127.0.0.1:9/feed/{n}.xml", f"Feed {n} & Söhne", FOLDERS[n % 3])
            for n in range(1, feeds + 1)
        }
        self.entries: dict[str, Entry] = {}
        self.log: list[str] = []
        self.fail: Callable[[str], Answer | None] = lambda _path: None
        self.refuses: set[str] = set()
        self._life = self._next = 0
        self._lock = threading.RLock()
        for _ in range(entries):
            self.add_entry()
        self._server = Loopback(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def __enter__(self) -> ReaderServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def add_entry(
        self, feed: int | None = None, title: str = "", *, read: bool = False, starred: bool = False
    ) -> Entry:
        """A new entry, unread unless it is said otherwise."""
        number = self._next
        self._next += 1
        feed = feed or sorted(self.feeds)[number % len(self.feeds)]
        title = title or f"Report {number}: wind & waves <north>"
        one = Entry(number, self.dialect.item(number), feed, title, read, starred)
        self.entries[one.item] = one
        return one

    def remove_feed(self, number: int) -> None:
        """The feed and its entries, as the server's own page removes them."""
        del self.feeds[number]
        self.entries = {item: one for item, one in self.entries.items() if one.feed != number}

    def let_the_login_run_out(self) -> None:
        """What was given for the password is good no more."""
        self._life += 1

    def states(self) -> dict[str, tuple[bool, bool]]:
        """(read, starred) of each entry by its title."""
        return {one.title: (one.read, one.starred) for one in self.entries.values()}

    @property
    def auth(self) -> str:
        """What a login gives."""
        return f"{USER}/{hashlib.sha256(str(self._life).encode()).hexdigest()[:40]}"

    @property
    def token(self) -> str:
        """What a POST must carry."""
        return self.auth if self.dialect.token_alone else self.auth.split("/")[1].ljust(57, "Z")

    def answer(self, method: str, path: str, header: str, query: Request, form: Request) -> Answer:
        """What one request is answered."""
        with self._lock:
            self.log.append(f"{method} {path}")
            failure = self.fail(path)
            if failure and not failure.cut:
                return failure
            if not path.startswith(self.dialect.base):
                return Answer(404, "<!DOCTYPE html><html><body>Not found</body></html>")
            answer = self._obeyed(method, path.removeprefix(self.dialect.base), header, query, form)
            return Answer(answer.status, answer.body, answer.headers, cut=True) if failure else answer

    def _obeyed(self, method: str, path: str, header: str, query: Request, form: Request) -> Answer:
        if path == "/accounts/ClientLogin":
            right = form.get("Email") == [USER] and form.get("Passwd") == [PASSWORD]
            given = Answer(body=f"SID=x\nLSID=null\nAuth={self.auth}\n")
            return given if right else Answer(self.dialect.refusal, "Error=BadAuthentication")
        if not path.startswith("/reader/api/0/"):
            return Answer(404, "<!DOCTYPE html><html><body>Not found</body></html>")
        known = header == f"GoogleLogin auth={self.auth}"
        if method == "POST":
            known = form.get("T") == [self.token] and (known or self.dialect.token_alone)
        if not known:
            return Answer(401, "Unauthorized!", (("X-Reader-Google-Bad-Token", "true"),))
        obey = getattr(self, "_" + path.removeprefix("/reader/api/0/").replace("/", "_").replace("-", "_"), None)
        if obey is None:
            return Answer(400, "Bad Request!")
        answer: Answer = obey(query, form)
        return answer

    def _token(self, _query: Request, _form: Request) -> Answer:
        return Answer(body=self.token + "\n")

    def _subscription_list(self, query: Request, _form: Request) -> Answer:
        if query.get("output") != ["json"]:
            return Answer(501, "Not Implemented!")
        listed = [
            {
                "id": self.stream(one.number),
                "title": self._written(one.title),
                "categories": [{"id": label, "label": one.folder} for label in self._folders(one)],
                "url": one.address,
                "htmlUrl": "http://127.0.0.1:9/",
            }
            for one in self.feeds.values()
        ]
        return Answer(body={"subscriptions": listed})

    def _stream_items_ids(self, query: Request, _form: Request) -> Answer:
        listed = self._entries_of(query["s"][0])
        if listed is None:
            return Answer(400, {"error_message": "unsupported stream"})
        if READ in query.get("xt", []):
            listed = [one for one in listed if not one.read]
        size = min(int(query.get("n", ["20"])[0]), self.dialect.most_ids, self.page_size)
        after = query.get("c", [""])[0]
        if self.dialect.offsets:
            start = int(after or 0)
            more = str(start + size) if start + size < len(listed) else None
            listed = listed[start : start + size]
        else:
            if after:
                listed = [one for one in listed if one.number <= self.entries[after].number][1:]
            listed, more = listed[:size], listed[size - 1].item if len(listed) >= size else None
        refs: dict[str, Any] = {"itemRefs": [{"id": one.item} for one in listed]}
        return Answer(body=refs | ({"continuation": more} if more else {}))

    def _stream_items_contents(self, query: Request, form: Request) -> Answer:
        if form.get("output", query.get("output")) != ["json"]:
            return Answer(400, {"error_message": "output"})
        found = [one for item in form.get("i", []) if (one := self._find(item))]
        if self.dialect.none_is_wrong and not found:
            return Answer(400, {"error_message": "no items returned from the database"})
        return Answer(body={"id": READING_LIST, "updated": FIRST // 10**6, "items": [self._item(one) for one in found]})

    def _edit_tag(self, _query: Request, form: Request) -> Answer:
        cut = slice(-1, None) if self.dialect.last_tag else slice(None)
        for given, name in ((True, "a"), (False, "r")):
            for tag in form.get(name, [])[cut]:
                if tag.startswith(LABEL) and not self.dialect.has_labels:
                    return Answer(500, {"error_message": "unsupported tag type"})
                for one in filter(None, map(self._find, form.get("i", []))):
                    self._tag(one, tag, given=given)
        return Answer()

    def _subscription_quickadd(self, query: Request, form: Request) -> Answer:
        address = query.get("quickadd", form.get("quickadd", [""]))[0]
        if not self.dialect.has_quickadd:
            return Answer(404, "")
        if address in self.refuses or any(one.address == address for one in self.feeds.values()):
            return Answer(body={"numResults": 0, "error": "no feed"})
        number = self._subscribed(address, "New")
        return Answer(body={"numResults": 1, "query": address, "streamId": self.stream(number)})

    def _subscribed(self, address: str, title: str) -> int:
        number = max(self.feeds, default=0) + 1
        self.feeds[number] = Feed(number, address, title, self.dialect.no_folder or "")
        return number

    def _subscription_edit(self, _query: Request, form: Request) -> Answer:
        if form["ac"] == ["subscribe"]:
            address = form["s"][0].removeprefix("feed/")
            if address in self.refuses:
                return Answer(500, "")
            self._subscribed(address, form.get("t", [address])[0])
            return Answer()
        one = next((one for one in self.feeds.values() if form["s"] == [self.stream(one.number)]), None)
        if one is None:
            return Answer(400, "Bad Request!")
        if form["ac"] == ["unsubscribe"]:
            self.remove_feed(one.number)
            return Answer()
        one.title = form.get("t", [one.title])[0]
        if "a" in form:
            one.folder = form["a"][-1].removeprefix(LABEL)
        if "r" in form and self.dialect.no_folder is not None and (self.dialect.leaving_wins or "a" not in form):
            one.folder = self.dialect.no_folder
        return Answer()

    def _tag_list(self, _query: Request, _form: Request) -> Answer:
        folders = sorted({label for one in self.feeds.values() for label in self._folders(one)})
        having = self.entries.values() if self.dialect.has_labels else ()
        labels = sorted({label for one in having for label in one.labels})
        listed: list[dict[str, Any]] = [{"id": STARRED}, *({"id": label, "type": "folder"} for label in folders)]
        for label in labels:
            unread = sum(label in one.labels and not one.read for one in having)
            counted = {"unread_count": unread} if self.dialect.counts_labels else {}
            listed.append({"id": LABEL + label, "type": "tag"} | counted)
        return Answer(body={"tags": listed})

    def stream(self, number: int) -> str:
        """The server's name for a feed."""
        return f"feed/{self.dialect.feed(number)}"

    def _folders(self, feed: Feed) -> list[str]:
        return [LABEL.replace("-", self.dialect.user) + feed.folder] if feed.folder else []

    def _entries_of(self, name: str) -> list[Entry] | None:
        newest_first = sorted(self.entries.values(), key=lambda one: -one.number)
        if name == READING_LIST:
            return newest_first
        if name == STARRED:
            return [one for one in newest_first if one.starred]
        if (label := name.removeprefix(LABEL)) != name and any(label in one.labels for one in newest_first):
            return [one for one in newest_first if label in one.labels]
        return newest_first if self.dialect.all_for_unknown else None

    def _find(self, written: str) -> Entry | None:
        bare = written.removeprefix(PREFIX)
        if self.dialect.numbers and (written != bare or (len(bare) == 16 and not self.dialect.all_for_unknown)):
            bare = str(int(bare, 16))
        return self.entries.get(bare)

    def _tag(self, one: Entry, tag: str, *, given: bool) -> None:
        if tag == READ:
            one.read = given if one.read != given or not self.dialect.toggles else not given
        elif tag == STARRED:
            one.starred = given if one.starred != given or not self.dialect.toggles else not given
        elif tag.startswith(LABEL):
            (one.labels.add if given else one.labels.discard)(tag.removeprefix(LABEL))

    def _item(self, one: Entry) -> dict[str, Any]:
        feed = self.feeds.get(one.feed) or Feed(one.feed, "", "Ended", "World")
        address = one.address or f"http://127.0.0.1:9/a/{one.number}"
        states = [READING_LIST] + [READ] * one.read + [STARRED] * one.starred
        labels = [*self._folders(feed), *(LABEL + label for label in sorted(one.labels))]
        text = f"<p>Of wind and waves at pier {one.number}. “It is late,” said Ada Moreno.</p>"
        return {
            "id": PREFIX + (f"{int(one.item):016x}" if self.dialect.numbers else one.item),
            "published": FIRST // 10**6 + one.number * 600,
            "title": self._written(one.title),
            "canonical": [{"href": address}],
            "alternate": [{"href": address}],
            "categories": [*states, *labels, "harbour"],
            "origin": {"streamId": self.stream(feed.number), "title": self._written(feed.title)},
            "summary": {"content": text},
            "author": "Ada Moreno",
        }

    def _written(self, text: str) -> str:
        return text.translate(self.dialect.wide_signs or {})

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._respond({})

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                self._respond(parse_qs(body, keep_blank_values=True))

            def _respond(self, form: Request) -> None:
                parts = urlsplit(self.path)
                header = self.headers.get("Authorization", "")
                query = parse_qs(parts.query, keep_blank_values=True)
                answer = server.answer(self.command, unquote(parts.path), header, query, form)
                body = answer.body if isinstance(answer.body, str) else json.dumps(answer.body, ensure_ascii=False)
                data = body.encode()
                self.send_response(answer.status)
                for name, value in (("Content-Type", "text/html"), *answer.headers, ("Content-Length", str(len(data)))):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data[: len(data) // 2] if answer.cut else data)
                self.close_connection = answer.cut or self.close_connection

            def log_message(self, format: str, *args: object) -> None:
                """Stays silent."""

        return Handler


def failing(path_ends: str, *answers: Answer | None) -> Callable[[str], Answer | None]:
    """Answers requests whose path ends so with each of these in turn, None as usual; then as usual."""
    coming = iter(answers)
    return lambda path: next(coming, None) if path.endswith(path_ends) else None


def paths(log: Iterable[str]) -> list[str]:
    """The last words of what was asked."""
    return [line.rpartition("/")[2] for line in log]
