"""Feeds of servers that ask for a user and a password: given once, told to their own host, shown to nobody."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from commandline import CommandLine
from feed_site import document_of, page_of
from website import Website

from tui.fetch.login import Login, taken_out
from tui.intake import feed_logins
from tui.intake.refreshing.discover import find
from tui.intake.refreshing.prefetch import prefetch
from tui.intake.refreshing.refresh import refresh
from tui.intake.refreshing.subscribing import subscribe
from tui.library import Library
from tui.library.feeds.subscriptions import Scope
from tui.model.page import ReadingError
from tui.model.subscription import Subscription
from tui.output.archive import write_archive
from tui.system import log

SECRET = "tide & time"
HEADER = "Basic " + b64encode(f"anna:{SECRET}".encode()).decode()


@pytest.fixture
def site() -> Iterator[Website]:
    with Website() as site:
        yield site


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def guarded(site: Website, path: str, body: str | bytes, media_type: str) -> str:
    """Serves a body to who gives the login, else a page that says so; the address with the login in it."""
    data = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        allowed = request.headers.get("Authorization") == HEADER
        request.send_response(200 if allowed else 401)
        sent = data if allowed else b"<html>Who are you?</html>"
        headers = {"Content-Type": media_type if allowed else "text/html", "WWW-Authenticate": 'Basic realm="x"'}
        for name, value in {**headers, "Content-Length": str(len(sent))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(sent)

    return site.answer(path, answer).replace("://", "://anna:tide%20%26%20time@")


def feed_of(site: Website, path: str = "/feed") -> str:
    for number in (2, 1):
        guarded(site, f"/a/{number}", page_of(number), "text/html; charset=utf-8")
    return guarded(site, path, document_of(site.url, (2, 1)), "application/rss+xml")


def shown(library: Library, tmp_path: Path) -> str:
    """All that lists and exports show of the feeds."""
    write_archive(library, tmp_path / "all.zip")
    rows = library.feeds.rows()
    return repr(rows) + repr(library.entries.due()) + (tmp_path / "all.zip").read_bytes().decode("latin-1")


async def test_a_login_in_an_address_is_kept_apart_and_serves_the_feed_and_its_pages(
    site: Website, library: Library, tmp_path: Path
) -> None:
    (found,) = await find(feed_of(site))
    subscribed = subscribe(library, found)
    assert (subscribed.feed.address, subscribed.feed.settings.login) == (f"{site.url}/feed", "anna")
    refreshed = await refresh(library)
    await prefetch(library)
    assert refreshed.failed == []
    assert {row.text for row in library.articles.rows(9)} == {"whole"}
    assert "tide" not in shown(library, tmp_path)
    assert "tide" not in (library.folder / "library.sqlite").read_bytes().decode("latin-1")


async def test_a_site_s_login_serves_the_feed_that_it_names(site: Website, library: Library) -> None:
    feed_of(site)
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    address = guarded(site, "/", f"<!doctype html><html><head>{link}</head><body>News</body></html>", "text/html")
    (found,) = await find(address)
    assert (found.address, found.login) == (f"{site.url}/feed", Login("anna", SECRET))


async def test_no_other_host_is_told_of_it(site: Website, library: Library) -> None:
    with Website() as other:
        linked = other.page("/feed", document_of(site.url, (1,)), "application/rss+xml")
        link = f'<link rel="alternate" type="application/rss+xml" href="{linked}">'
        address = guarded(site, "/", f"<!doctype html><html><head>{link}</head><body>News</body></html>", "text/html")
        (found,) = await find(address)
        assert (found.address, found.login) == (linked, None)
        other.page("/a/1", page_of(1))
        mixed = guarded(site, "/mixed", document_of(other.url, (1,)), "application/rss+xml")
        feed_logins.subscribe(library, [Subscription(mixed)])
        library.feeds.set(None, "headers", "X-Key: secret")
        await refresh(library)
        await prefetch(library)
        assert "/a/1" in other.requests
        assert not [headers for headers in other.headers if {"authorization", "x-key"} & set(headers)]


async def test_a_login_that_stands_in_a_stored_address_is_taken_out_when_it_is_asked(
    site: Website, library: Library
) -> None:
    (number,) = library.feeds.subscribe(Subscription(feed_of(site)))
    for new in (2, 0):
        refreshed = await refresh(library)
        assert (refreshed.failed, refreshed.new) == ([], new)
        (row,) = library.feeds.rows()
        assert (row.id, row.address, row.settings.login) == (number, f"{site.url}/feed", "anna")


async def test_without_a_login_and_with_a_wrong_one_it_says_what_is_wanted(site: Website, library: Library) -> None:
    address = feed_of(site)
    with pytest.raises(ReadingError, match="give them in the address: https://NAME:PASSWORD@"):
        await find(f"{site.url}/feed")
    with pytest.raises(ReadingError, match="refuses this user and password"):
        await find(address.replace("tide", "ebb"))
    library.feeds.subscribe(Subscription(f"{site.url}/feed"))
    (failed,) = (await refresh(library)).failed
    assert "set login, cookies_from or headers" in str(failed.error)


async def test_another_login_takes_the_place_of_the_first_and_none_ends_it(site: Website, library: Library) -> None:
    (number,) = library.feeds.subscribe(Subscription(feed_of(site).replace("anna", "bert")))
    scope = Scope((number,))
    assert len((await refresh(library)).failed) == 1
    feed_logins.set_login(library, scope, "anna", SECRET)
    assert (await refresh(library)).failed == []
    feed_logins.set_login(library, scope, "anna", "")  # the password stays
    assert (await refresh(library)).failed == []
    kept = json.loads((library.folder / "credentials.json").read_text())
    assert [name.split()[0] for name in kept] == ["anna"]
    feed_logins.set_login(library, scope, "", "")
    assert not (library.folder / "credentials.json").exists()


def test_a_password_is_forgotten_with_the_last_feed_that_needs_it(site: Website, library: Library) -> None:
    feed_logins.subscribe(library, [Subscription(feed_of(site, path)) for path in ("/feed", "/other")])
    for kept in (True, False):
        feed_logins.unsubscribe(library, library.feeds.rows()[0])
        assert (library.folder / "credentials.json").exists() is kept


def passwords(library: Library) -> list[str]:
    """Of whom a password is kept, and at which server."""
    file = library.folder / "credentials.json"
    return sorted(json.loads(file.read_text())) if file.exists() else []


def test_a_password_is_kept_while_another_feed_of_the_server_needs_it(site: Website, library: Library) -> None:
    first, _ = feed_logins.subscribe(library, [Subscription(feed_of(site, path)) for path in ("/feed", "/other")])
    feed_logins.set_login(library, Scope((first,)), "bert", "spring")
    assert passwords(library) == [f"{user} feeds at {site.url}" for user in ("anna", "bert")]
    feed_logins.set_login(library, Scope((first,)), "", "")
    assert passwords(library) == [f"anna feeds at {site.url}"]


def test_a_folder_s_login_takes_no_password_from_a_feed_that_has_its_own(site: Website, library: Library) -> None:
    feed_logins.subscribe(library, [Subscription(feed_of(site), folders=(("Coast",),))])
    feed_logins.set_login(library, library.feeds.find("folder:Coast"), "bert", "spring")
    assert f"anna feeds at {site.url}" in passwords(library)


async def test_a_user_without_a_password_is_one_whose_password_is_empty(site: Website, library: Library) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        key = "Basic " + b64encode(b"key-of-anna:").decode()
        body = document_of(site.url, (1,)) if request.headers.get("Authorization") == key else b""
        request.send_response(200 if body else 401)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    (found,) = await find(site.answer("/keyed", answer).replace("://", "://key-of-anna@"))
    subscribe(library, found)
    assert (await refresh(library)).failed == []


async def test_a_feed_that_moves_for_good_takes_its_login_along_on_its_host_alone(
    library: Library, tmp_path: Path
) -> None:
    with Website() as site, Website() as other:
        moved = site.redirect("/old", f"{site.url}/feed", status=301).replace("://", "://anna:tide%20%26%20time@")
        feed_of(site)
        feed_logins.subscribe(library, [Subscription(moved)])
        for _ in range(2):
            assert (await refresh(library)).failed == []
        site.redirect("/feed", other.page("/feed", document_of(other.url, (1,)), "application/rss+xml"), status=301)
        assert (await refresh(library)).failed == []
        assert [row.address for row in library.feeds.rows()] == [f"{other.url}/feed"]
        assert passwords(library) == []
        assert not [headers for headers in other.headers if "authorization" in headers]


def test_a_login_goes_along_to_the_safer_address_of_its_host(library: Library) -> None:
    (number,) = feed_logins.subscribe(library, [Subscription("http://anna:tide@coast.example/feed")])
    (feed,) = library.entries.due([number])
    for address in ("http://quay.example/feed", "https://coast.example/feed"):
        feed_logins.carry_over(library, feed, address)
    assert passwords(library) == [f"anna feeds at {scheme}://coast.example" for scheme in ("http", "https")]


def test_a_password_does_not_reach_the_log() -> None:
    taken_out(f"https://anna:{SECRET.replace(' ', '%20').replace('&', '%26')}@coast.example/feed")
    file = log.record(ValueError(f"{SECRET} {Login('anna', SECRET).headers}"), "asking")
    assert file
    assert "tide" not in file.read_text()
    assert HEADER.split()[1] not in file.read_text()


def commands(site: Website) -> list[Callable[[CommandLine], None]]:
    """Ways in which a person may give a login."""
    address = feed_of(site)

    def listed(command: CommandLine) -> None:
        outline = f'<opml><body><outline xmlUrl="{address}"/></body></opml>'
        (command.folder / "feeds.opml").write_text(outline)
        assert command.run("feeds", "import", "feeds.opml").returncode == 0

    def found(command: CommandLine) -> None:
        assert command.run("import", "feeds.opml").returncode == 0

    def added(command: CommandLine) -> None:
        assert command.run("feeds", "add", address).returncode == 0

    def added_offline(command: CommandLine) -> None:
        assert command.run("feeds", "--offline", "add", address).returncode == 0

    def set_afterwards(command: CommandLine) -> None:
        command.run("feeds", "--offline", "add", f"{site.url}/feed")
        assert command.run("feeds", "set", "1", f"login=anna:{SECRET}").returncode == 0

    return [listed, found, added, added_offline, set_afterwards]


@pytest.mark.parametrize("way", range(5))
def test_however_it_is_given_it_is_printed_nowhere(command: CommandLine, site: Website, way: int) -> None:
    outline = f'<opml><body><outline xmlUrl="{feed_of(site)}"/></body></opml>'
    (command.folder / "feeds.opml").write_text(outline)
    commands(site)[way](command)
    printed = [command.run("feeds", *words) for words in (("list",), ("list", "--json"), ("export",))]
    printed += [command.run("refresh"), command.run("feeds", "add", feed_of(site))]
    assert [done.returncode for done in printed] == [0] * 5
    assert not [done for done in printed if b"tide" in done.stdout + done.stderr]
    assert b'"login": "anna"' in printed[1].stdout


def test_a_failure_names_the_address_without_the_login(command: CommandLine, site: Website) -> None:
    address = site.page("/none", status=404).replace("://", "://anna:tide@")
    done = command.run("feeds", "add", address)
    assert b"tide" not in done.stdout + done.stderr
    refused = command.run("feeds", "set", "login=a\x00:tide")
    assert b"tide" not in refused.stdout + refused.stderr
