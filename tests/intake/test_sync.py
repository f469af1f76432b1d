"""Feeds, entries and marks kept in step with a server: each dialect, a real server on loopback, a real library."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from clock import NOW
from reader_server import DIALECTS, PASSWORD, USER, Answer, ReaderServer, failing, paths
from syncing import joined, synced_with
from two_way import TwoSides
from website import Website

from tui.intake.syncing.sync import log_in, synchronise
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.model.page import ReadingError
from tui.sync.api_session import LoginError

NO_API = "what answers there is no Google Reader API; check the address, and that the API is switched on in the server"


@pytest.fixture(params=DIALECTS)
def server(request: pytest.FixtureRequest) -> Iterator[ReaderServer]:
    """With more entries than the other tests of sync need."""
    with ReaderServer(request.param) as server:
        yield server


def states(library: Library) -> dict[str, tuple[bool, bool]]:
    """(read, starred) of each article by its title."""
    return {row.title: (row.read, row.starred) for row in library.articles.rows(10_000)}


def ids(library: Library, *titles: str) -> list[int]:
    numbers = {row.title: row.id for row in library.articles.rows(10_000)}
    return [numbers[title] for title in titles]


def titles(server: ReaderServer) -> list[str]:
    return [one.title for one in server.entries.values()]


async def test_the_first_sync_brings_feeds_folders_entries_and_their_states(
    server: ReaderServer, library: Library
) -> None:
    first, second, *_ = server.entries.values()
    first.starred = second.read = True
    synced = await joined(library, server)
    assert (synced.added, synced.new) == (4, 39)  # what is read there and not starred is not brought
    assert states(library) == {title: state for title, state in server.states().items() if title != second.title}
    rows = {row.address: (row.title, row.folders) for row in library.feeds.rows()}
    assert rows == {one.address: (one.title, ((one.folder,),)) for one in server.feeds.values()}
    article = library.articles.get(ids(library, first.title)[0])
    assert (article.url, article.authors, article.published) == (
        "http://127.0.0.1:9/a/0",
        ("Ada Moreno",),
        "2026-11-28T00:39:10+00:00",
    )
    assert "“It is late,” said Ada Moreno." in article.text


async def test_what_was_marked_here_is_sent_and_what_was_marked_there_comes(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    one, two, three, four, *_ = titles(server)
    library.marks.read(ids(library, one, two))
    library.marks.star(ids(library, two))
    for entry in server.entries.values():
        entry.read = entry.read or entry.title == three
        entry.starred = entry.starred or entry.title == four
    synced = await synced_with(library)
    assert (synced.sent, synced.changed) == (3, 2)
    assert states(library) == server.states()
    assert [states(library)[title] for title in (one, two, three, four)] == [
        (True, False),
        (True, True),
        (True, False),
        (False, True),
    ]
    assert library.sync.pending(1) == 0


async def test_a_mark_that_waits_wins_over_the_server_and_the_last_one_counts(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    one, *_ = titles(server)
    library.marks.undo(library.marks.read(ids(library, one)))
    server.entries[server.dialect.item(0)].read = True
    await synced_with(library)
    assert states(library)[one] == server.states()[one] == (False, False)


@pytest.mark.parametrize("moment", ["edit-tag", "subscription/list", "items/ids", "contents"])
async def test_what_is_marked_during_a_sync_is_sent_by_the_next_and_not_taken_back(
    server: ReaderServer, library: Library, moment: str
) -> None:
    await joined(library, server)
    one, two, *_ = titles(server)
    (first, second) = ids(library, one, two)
    library.marks.read(first)
    server.add_entry()

    def mark_meanwhile(path: str) -> None:
        if path.endswith(moment):
            server.fail = lambda _path: None
            library.marks.read(first, False)
            library.marks.star(second)
            library.marks.star(second, False)
            server.entries[server.dialect.item(1)].starred = True

    server.fail = mark_meanwhile
    await synced_with(library)
    assert [states(library)[title] for title in (one, two)] == [(False, False), (False, False)]
    await synced_with(library)
    assert [server.states()[title] for title in (one, two)] == [(False, False), (False, False)]
    assert states(library) == server.states()


async def test_what_is_marked_alike_on_both_sides_stays_so(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    one, two, *_ = server.entries.values()
    library.marks.read(ids(library, one.title))
    library.marks.star(ids(library, two.title))
    one.read = two.starred = True
    await synced_with(library)
    assert [server.states()[entry.title] for entry in (one, two)] == [(True, False), (False, True)]
    assert states(library) == server.states()
    assert "edit-tag" not in paths(server.log)


async def test_entries_that_go_while_they_are_asked_for_cost_the_others_nothing(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    gone = [server.add_entry() for _ in range(30)]

    def remove_meanwhile(path: str) -> None:
        if path.endswith("contents"):
            for entry in gone:
                server.entries.pop(entry.item, None)

    server.fail = remove_meanwhile
    assert (await synced_with(library)).new == 0
    new = server.add_entry()
    assert (await synced_with(library)).new == 1
    assert new.title in states(library)


async def test_whole_feeds_marked_read_and_undone_go_to_the_server(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    undo = library.feeds.mark_read()
    assert library.sync.pending(1) == 40
    await synced_with(library)
    assert {read for read, _ in server.states().values()} == {True}
    library.marks.undo(undo)
    await synced_with(library)
    assert {read for read, _ in server.states().values()} == {False}


async def test_new_entries_come_once_however_many_and_what_was_removed_does_not_come_back(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    new = [server.add_entry(1).title for _ in range(25)]
    assert (await synced_with(library)).new == 25
    assert {title for title, (read, _) in states(library).items() if not read} >= set(new)
    library.articles.remove(ids(library, *new))
    assert (await synced_with(library)).new == 0
    assert not states(library).keys() & set(new)


async def test_what_was_removed_and_put_back_is_kept_in_step_again(server: ReaderServer, library: Library) -> None:
    await joined(library, server)
    one, *_ = titles(server)
    library.marks.undo(library.articles.remove(ids(library, one)))
    library.marks.star(ids(library, one))
    await synced_with(library)
    assert server.states()[one] == (False, True)


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_few_requests_are_made(dialect: str, library: Library) -> None:
    with ReaderServer(dialect, feeds=10, entries=500) as server:
        await log_in(library, server.url, USER, PASSWORD)
        await synced_with(library)
        assert len(server.log) <= 12
        server.log.clear()
        await synced_with(library)
        assert len(server.log) <= 4
        numbers = [row.id for row in library.articles.rows(200)]
        library.marks.read(numbers[:150])
        library.marks.star(numbers[150:])
        server.log.clear()
        await synced_with(library)
        assert len(server.log) <= 8
        assert states(library) == server.states()


async def test_lists_of_many_pages_are_read_to_their_end(server: ReaderServer, library: Library) -> None:
    server.page_size = 7
    await joined(library, server)
    assert states(library) == server.states()
    library.marks.read(ids(library, *titles(server)))
    await synced_with(library)
    assert states(library) == server.states()


FAILURES = {
    "login": Answer(401, "Unauthorized!"),
    "quota": Answer(429, "Too many", (("Retry-After", "600"),)),
    "fault": Answer(500, "Oh"),
    "cut": Answer(cut=True),
    "page": Answer(body="<!DOCTYPE html><html><body>Log in here</body></html>"),
}


@pytest.mark.parametrize("failure", FAILURES)
async def test_a_failure_at_any_request_changes_nothing_that_the_next_sync_does_not_make_good(
    library: Library, failure: str
) -> None:
    with ReaderServer() as server:
        await joined(library, server)
        for round, where in enumerate(("subscription/list", "items/ids", "contents", "edit-tag", "token")):
            mine, theirs = titles(server)[round * 4 : round * 4 + 2], titles(server)[round * 4 + 2 : round * 4 + 4]
            library.marks.read(ids(library, *mine))
            server.add_entry()
            for entry in server.entries.values():
                entry.read = entry.read or entry.title in theirs
            before = states(library)
            server.fail = failing(where, *[FAILURES[failure]] * (2 if failure == "login" else 1))
            synced = await synchronise(library)
            assert synced.error, where
            assert synced.over
            assert "\n" not in synced.error
            account = library.sync.account()
            assert account
            assert (account.error, account.not_before > NOW) == (synced.error, failure == "quota")
            if where != "contents":  # whose entries are kept as they came
                assert states(library) == before
            library.sync.failed(1, "", 0)  # the time that the server named is over
            await synced_with(library)
            assert states(library) == server.states()
            assert {server.states()[title][0] for title in mine} == {True}


@pytest.mark.parametrize(
    ("path", "answer", "said"),
    [
        (
            "list",
            Answer(body="<html>"),
            NO_API,
        ),
        ("list", Answer(cut=True), "the server broke off before its answer was whole; try again later"),
        ("list", Answer(503, "Oh"), "the server has a fault (503); try again later"),
        (
            "list",
            Answer(429, "Oh", (("Retry-After", "120"),)),
            "the server is asked too often (429); try again in 2 minutes",
        ),
        (
            "ClientLogin",
            Answer(401, "Error=BadAuthentication"),
            "the server refuses this user and password; FreshRSS, Miniflux and CommaFeed want those of the API, set in"
            " their settings",
        ),
    ],
    ids=["no API", "cut", "down", "quota", "login"],
)
async def test_each_failure_is_said_in_one_clear_line(library: Library, path: str, answer: Answer, said: str) -> None:
    with ReaderServer() as server:
        await joined(library, server)
        server.let_the_login_run_out()
        server.fail = failing(path, answer)
        assert (await synchronise(library)).error == said


async def test_a_server_that_wants_to_be_left_alone_is_not_asked_before(library: Library) -> None:
    with ReaderServer() as server:
        await joined(library, server)
        server.fail = failing("list", FAILURES["quota"])
        await synchronise(library)
        server.log.clear()
        assert (await synchronise(library)).error == "the server asks to be left alone; try again in 10 minutes"
        assert server.log == []


async def test_a_short_wait_is_waited_out_and_the_sync_goes_on(server: ReaderServer, library: Library) -> None:
    await log_in(library, server.url, USER, PASSWORD)
    server.fail = failing("contents", Answer(429, "Too many", (("Retry-After", "0"),)))
    assert (await synced_with(library)).new == 40


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that are waited for, without waiting."""
    seconds, sleep = list[float](), asyncio.sleep

    async def note(wait: float) -> None:
        seconds.append(wait)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", note)
    return seconds


@pytest.mark.parametrize(("left", "said"), [(0, None), (10, None), (11, "try again in 11 seconds")])
async def test_what_is_left_of_a_wait_is_waited_out_where_it_is_short(
    library: Library, waited: list[float], left: int, said: str | None
) -> None:
    with ReaderServer() as server:
        await joined(library, server)
        library.sync.failed(1, "", NOW + left)
        waited.clear()
        synced = await synchronise(library)
    assert (synced.error or "").endswith(said or "")
    assert (synced.error is None, waited) == (said is None, [] if said else [left])


@pytest.mark.parametrize(("asked", "times"), [(10, 1), (11, 1), (5, 2)])
async def test_a_server_that_asks_for_a_short_wait_is_asked_once_more(
    library: Library, waited: list[float], asked: int, times: int
) -> None:
    with ReaderServer() as server:
        await joined(library, server)
        waited.clear()
        server.add_entry()
        busy = Answer(503, "Busy", (("Retry-After", str(asked)),))
        server.fail = failing("contents", *[busy] * times)
        synced = await synchronise(library)
        goes_on = (asked, times) == (10, 1)
        assert (synced.error is None, synced.new, synced.over) == (goes_on, int(goes_on), True)
        assert waited == [0, *([asked] if asked <= 10 else [])]
        account = library.sync.account()
        assert account
        assert account.not_before == (0 if goes_on else NOW + asked)


async def test_a_password_that_is_not_kept_any_more_is_asked_for_with_the_command_to_give_it(
    library: Library,
) -> None:
    with ReaderServer("freshrss") as server:
        await joined(library, server)
        (library.folder / "credentials.json").unlink()
        address = f"{server.url}/api/greader.php"
        assert (await synchronise(library)).error == (
            f"the password is not kept here any more; newsreader sync add {address} --user anna asks for it"
        )


async def test_a_login_that_ran_out_is_made_anew_once_without_asking_anybody(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    server.let_the_login_run_out()
    library.marks.read(ids(library, titles(server)[0]))
    server.log.clear()
    await synced_with(library)
    assert paths(server.log).count("ClientLogin") == 1
    assert server.states()[titles(server)[0]] == (True, False)
    server.log.clear()
    await synced_with(library)
    assert paths(server.log).count("ClientLogin") == 0


async def test_a_wrong_password_makes_no_account(server: ReaderServer, library: Library) -> None:
    with pytest.raises(LoginError, match="refuses this user and password"):
        await log_in(library, server.url, USER, "wrong")
    assert library.sync.account() is None
    assert not (library.folder / "credentials.json").exists()


async def test_the_api_is_found_below_the_address_of_the_server(library: Library) -> None:
    with ReaderServer("freshrss") as server:
        account, place = await log_in(library, server.url, USER, PASSWORD)
    assert account.address == f"{server.url}/api/greader.php"
    assert place == f"{library.folder / 'credentials.json'}, which only you can read"
    assert (library.folder / "credentials.json").stat().st_mode & 0o777 == 0o600


async def test_a_certificate_of_ones_own_server_is_said_to_be_trusted_how(tmp_path: Path, library: Library) -> None:
    certificate = tmp_path / "server.pem"
    trustme.CA().issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(certificate))
    with Website(certificate=certificate) as website, pytest.raises(ReadingError, match="SSL_CERT_FILE"):
        await log_in(library, website.url, USER, PASSWORD)


async def test_what_is_no_api_is_said_to_be_none(website: Website, library: Library) -> None:
    website.page("/", "<html>")
    with pytest.raises(ReadingError, match="no Google Reader API"):
        await log_in(library, website.url, USER, PASSWORD)


async def test_a_login_that_does_not_reach_the_server_is_said_with_the_reason_that_it_gives(library: Library) -> None:
    with ReaderServer("freshrss") as server:
        await joined(library, server)

        def strip_header(path: str) -> Answer | None:
            if path.endswith("/check/compatibility"):
                return Answer(body="FAIL getallheaders! Wrong web server!")
            return None if path.endswith("/ClientLogin") else Answer(401, "Unauthorized!")

        server.fail = strip_header
        assert (await synchronise(library)).error == (
            "the server does not accept the login that it has just given; a server before it may not pass it on"
            " (FAIL getallheaders! Wrong web server!)"
        )


@pytest.mark.parametrize("body", ["<html>401 Authorization Required</html>", ""])
async def test_a_web_server_that_wants_a_login_of_its_own_is_said_to_be_in_the_way(library: Library, body: str) -> None:
    asks = Answer(401, body, (("WWW-Authenticate", 'Basic realm="Home"'),))
    with ReaderServer("freshrss") as server:
        server.fail = lambda path: asks
        with pytest.raises(ReadingError, match="asks for a login of its own"):
            await log_in(library, server.url, USER, PASSWORD)
        server.fail = lambda path: None if "/accounts/" in path else asks
        await log_in(library, server.url, USER, PASSWORD)
        assert "asks for a login of its own" in ((await synchronise(library)).error or "")


async def test_a_refusal_of_the_api_itself_is_one_of_the_user(library: Library) -> None:
    refuses = Answer(401, "Unauthorized!", (("WWW-Authenticate", "Basic"),))
    with ReaderServer("freshrss") as server:
        server.fail = lambda path: refuses
        with pytest.raises(ReadingError, match="refuses this user and password"):
            await log_in(library, server.url, USER, PASSWORD)


async def test_an_api_that_is_switched_off_is_said_to_be(library: Library) -> None:
    with ReaderServer("freshrss") as server:
        server.fail = lambda path: Answer(503, "Service Unavailable!") if ".php" in path else None
        with pytest.raises(ReadingError, match="FreshRSS and FreshAPI answer so until the API is switched on"):
            await log_in(library, server.url, USER, PASSWORD)
        assert library.sync.account() is None


async def test_there_is_one_account_and_the_same_again_takes_a_new_password(
    server: ReaderServer, library: Library
) -> None:
    await joined(library, server)
    (library.folder / "credentials.json").unlink()
    assert "newsreader sync add" in ((await synchronise(library)).error or "")
    await log_in(library, server.url, USER, PASSWORD)
    await synced_with(library)
    with ReaderServer() as another, pytest.raises(LibraryError, match="there is an account already"):
        await log_in(library, another.url, USER, PASSWORD)


async def test_both_sides_are_alike_in_the_end_whatever_fails_and_no_mark_is_lost(
    server: ReaderServer, library: Library
) -> None:
    """A sample of ``tests/bench/two_way_sync.py``, another one for each dialect."""
    sides = TwoSides(library, server, list(DIALECTS.values()).index(server.dialect))
    await sides.join()
    for _ in range(12):
        sides.change_here(8)
        sides.change_there(8)
        await sides.sync_with_failures()
    assert await sides.sync()
    assert sides.wrong() == []
    assert sides.failed
