"""Articles of servers that ask for a user and a password: given in an address, told to the server, kept nowhere."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from zipfile import ZipFile

import pytest
from commandline import CommandLine
from website import Website

from tui.intake.importing.bookmark_spool import BookmarkSpool
from tui.intake.importing.import_bookmarks import import_bookmarks
from tui.intake.open import open_article, refresh_article
from tui.library import Library
from tui.library.store import body_blob
from tui.model.bookmark import Bookmark
from tui.model.page import ReadingError
from tui.output.archive import write_archive

GIVEN = "anna:tide%20%26%20time@"
HEADER = "Basic " + b64encode(b"anna:tide & time").decode()
SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
STORY = (
    '<!doctype html><html lang="en"><head><title>Harbour wall</title></head><body><article><h1>Harbour wall</h1>'
    + "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(4))
    + "</article></body></html>"
)
WANTED = r"the server wants a login \(401\)"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def guarded(site: Website, path: str = "/wall", body: str = STORY) -> str:
    """Serves a page to who gives the login; its address without that."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        allowed = request.headers.get("Authorization") == HEADER
        data = (body if allowed else "<p>Who are you?</p>").encode()
        request.send_response(200 if allowed else 401)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(data))}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    return site.answer(path, answer)


def with_login(address: str, login: str = GIVEN) -> str:
    """The address as a person gives it."""
    return address.replace("://", f"://{login}")


async def test_the_page_is_fetched_with_the_login_and_kept_without_it(
    website: Website, library: Library, tmp_path: Path
) -> None:
    address = guarded(website)
    opened = await open_article(with_login(address) + "#top", library)
    assert SENTENCE in opened.article.text
    assert (opened.article.address, opened.article.url) == (address, address)
    assert opened.id
    assert opened.id == library.articles.find(address) == library.articles.find(with_login(address))
    assert [row.url for row in library.articles.rows(9)] == [address]
    assert library.articles.get(opened.id) == opened.article
    with library.connections.reading() as db:
        rows = [
            str(db.execute(f"SELECT * FROM {table}").fetchall()) for table in ("article", "line", "address", "site")
        ]
        (packed,) = db.execute("SELECT packed FROM body").fetchone()
    write_archive(library, tmp_path / "all.zip")
    with ZipFile(tmp_path / "all.zip") as archive:
        written = [archive.read(name).decode() for name in archive.namelist()]
    assert not [text for text in (*rows, body_blob.unsqueeze(packed), *written) if "tide" in text]
    assert [text for text in written if address in text]


async def test_without_the_library_the_article_is_without_the_login_too(website: Website) -> None:
    address = guarded(website)
    assert (await open_article(f" <{with_login(address)}> ", None)).article.address == f"<{address}>".strip("<>")


async def test_to_fetch_it_again_it_has_to_be_given_again(website: Website, library: Library) -> None:
    address = guarded(website)
    opened = await open_article(with_login(address), library)
    with pytest.raises(ReadingError, match=WANTED):
        await refresh_article(opened, library)
    guarded(website, body=STORY.replace("Part 3", "Part four"))
    again = await refresh_article(opened, library, with_login(address))
    assert (again.fresh, again.id) == (True, opened.id)
    assert again.article.address == address
    assert "Part four" in again.article.text


async def test_a_wrong_login_is_said_to_be_wrong(website: Website) -> None:
    with pytest.raises(ReadingError, match="refuses this user and password"):
        await open_article(with_login(guarded(website), "anna:other@"), None)


async def test_a_refresh_on_the_way_to_the_page_is_told_the_login_on_its_own_server_alone(website: Website) -> None:
    there = guarded(website)
    website.page("/first", f'<meta http-equiv="refresh" content="0; url={there}">')
    assert (await open_article(with_login(f"{website.url}/first"), None)).article.words
    with Website() as other:
        elsewhere = guarded(other)
        website.page("/second", f'<meta http-equiv="refresh" content="0; url={elsewhere}">')
        website.page("/third", status=302, Location=elsewhere)
        for path in ("/second", "/third"):
            with pytest.raises(ReadingError, match=WANTED):
                await open_article(with_login(website.url + path), None)


def test_what_an_earlier_version_kept_with_a_login_is_shown_without_it(library: Library) -> None:
    spool = BookmarkSpool()
    spool.add(Bookmark("https://coast.example/wall", "Harbour wall"))
    import_bookmarks(library, spool)
    (row,) = library.articles.rows(9)
    with library.connections.writing() as db:
        packed = body_blob.slimmed(library.articles.get(row.id)).replace("https://", f"https://{GIVEN}")
        db.execute("UPDATE body SET packed = ?", (body_blob.squeeze(packed),))
        db.execute("UPDATE article SET url = ?", (f"https://{GIVEN}coast.example/wall",))
    article = library.articles.get(row.id)
    assert (article.address, article.url) == ("https://coast.example/wall", "https://coast.example/wall")
    assert library.articles.rows(9) == [row]


def test_a_bookmark_is_taken_over_without_a_login(library: Library) -> None:
    spool = BookmarkSpool()
    spool.add(Bookmark(f"https://{GIVEN}coast.example/wall", "Harbour wall"))
    import_bookmarks(library, spool)
    (row,) = library.articles.rows(9)
    assert row.url == "https://coast.example/wall"
    with library.connections.reading() as db:
        (packed,) = db.execute("SELECT packed FROM body").fetchone()
    assert "tide" not in body_blob.unsqueeze(packed)


def test_no_command_prints_it(command: CommandLine, website: Website) -> None:
    address = with_login(guarded(website))
    untitled = with_login(guarded(website, "/untitled", f"<article><p>{SENTENCE}</p><p>{SENTENCE}</p></article>"))
    missing = with_login(website.page("/none", status=404))
    done = [command.run("convert", "--to", form, address) for form in ("json", "markdown")]
    done += [
        command.run("add", untitled),
        command.run("add", address),
        command.run("add", "--again", address),
        command.run("list", "--json"),
    ]
    done += [command.run("export", "2", "-o", name) for name in ("a.json", "a.html", "a.md")]
    assert [one.returncode for one in done] == [0] * len(done), done
    assert json.loads(done[0].stdout)["address"] == f"{website.url}/wall"
    assert not [file for file in command.folder.glob("a.*") if b"tide" in file.read_bytes()]
    failed = [command.run(*words, missing) for words in (("convert", "--to", "json"), ("add",), ("mark", "--star"), ())]
    assert [one.returncode for one in failed] == [1] * len(failed)
    assert not [one for one in (*done, *failed) if b"tide" in one.stdout + one.stderr]
    assert website.url.encode() in failed[1].stderr
