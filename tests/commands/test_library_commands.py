from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest
from commandline import PIER, SENTENCE, STORY, CommandLine, cells
from feed_arrivals import arrives, entry, subscribed
from feed_site import page_of
from website import Website

from tui.library import Library


def test_articles_are_added_listed_and_removed(command: CommandLine, website: Website) -> None:
    command.page()
    url = website.page("/pier", PIER)
    added = command.run("add", "page.html", "missing.html", url)
    assert added.returncode == 1
    assert [row[1:] for row in cells(added)] == [["kept", "Harbour *wall*"], ["kept", "Harbour *pier*"]]
    website.close()
    rows = cells(command.run("list"))
    assert [row[3] for row in rows] == ["Harbour *pier*", "Harbour *wall*"]
    assert len(cells(command.run("list", "-n", "1"))) == 1
    assert command.run("remove", url, rows[1][0]).returncode == 0
    again = command.run("remove", url, "77")
    assert again.returncode == 1
    assert len(again.stderr.splitlines()) == 2
    assert b"nothing is kept yet" in command.run("list").stderr


def test_addresses_on_standard_input_are_added_one_by_one(command: CommandLine, website: Website) -> None:
    command.page("pier.html", PIER)
    url = website.page("/wall", STORY)
    added = command.run("add", "-", stdin=f"<{url}>\n\npier.html\n")
    assert [row[1:] for row in cells(added)] == [["kept", "Harbour *wall*"], ["kept", "Harbour *pier*"]]
    page = command.run("add", "-", stdin=STORY)
    assert [row[1:] for row in cells(page)] == [["kept", "Harbour *wall*"]]


def test_adding_again_fetches_only_when_asked(command: CommandLine, website: Website) -> None:
    url = website.page("/pier", STORY)
    command.run("add", url)
    website.page("/pier", PIER)
    assert cells(command.run("add", url))[0][1:] == ["already kept", "Harbour *wall*"]
    assert cells(command.run("add", "--again", url))[0][1:] == ["kept", "Harbour *pier*"]
    assert website.requests == ["/pier", "/pier"]
    assert len(cells(command.run("list"))) == 1


def test_pictures_that_a_server_does_not_give_for_now_come_with_a_later_refresh(
    command: CommandLine, website: Website
) -> None:
    website.page("/p/1.png", "no", status=503)
    url = website.page("/a/1", page_of(1))
    command.run("add", url)
    with Library.open(command.folder / "data" / "newsreader", now=lambda: 4_000_000_000) as library:
        assert [one.stage for one in library.entries.waiting()] == ["pictures"]


def test_an_address_prints_markdown_where_there_is_no_terminal(command: CommandLine, website: Website) -> None:
    url = website.page("/wall", STORY)
    first = command.run(url)
    website.close()
    assert first.stdout.decode().startswith("# Harbour")
    assert command.run("--offline", url).stdout == command.run(url).stdout == first.stdout
    assert command.run("--offline", url + "/other").returncode == 1
    assert b"Harbour" in command.run().stdout


def test_folders_and_files_are_for_their_owner_only(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    made = list((command.folder / "data").rglob("*"))
    assert made
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


def test_what_is_kept_is_searched_by_words(command: CommandLine, website: Website) -> None:
    command.page()
    command.run("add", "page.html", website.page("/pier", PIER))
    found = command.run("search", "harbour", "pier").stdout.decode()
    assert found.split("\t")[3] == "Harbour *pier*"
    assert SENTENCE.replace("wall", "pier") in found
    assert command.run("search", "-n", "1", "harbour").stdout.decode().count("\tHarbour *") == 1
    nothing = command.run("search", "lighthouse")
    assert (nothing.returncode, nothing.stdout) == (1, b"")
    for odd in ('"', "c++", "NEAR(", "100%", "a:b", "it's", "\x1b]0;name\x07", "*", "日本"):
        done = command.run("search", odd)
        assert done.returncode in (0, 1)
        assert b"\x1b" not in done.stdout + done.stderr


def test_who_is_cited_is_listed_with_what_was_said(command: CommandLine) -> None:
    said = "<p>&quot;Nobody wants another night like that,&quot; said Ada Moreno, the harbour engineer.</p>"
    command.page(body=STORY.replace("</article>", said + "</article>"))
    assert command.run("voices").returncode == 1
    command.run("add", "page.html")
    number, name, *_ = cells(command.run("voices", "moreno"))[0]
    assert name == "Ada Moreno"
    assert "Nobody wants another night like that" in command.run("voices", number).stdout.decode()
    assert command.run("voices", "nobody at all").returncode == 1


def test_articles_are_exported_to_files(command: CommandLine) -> None:
    command.page()
    command.page("pier.html", PIER)
    assert command.run("export", "-o", "out").returncode == 1
    command.run("add", "page.html", "pier.html")
    assert command.run("export", "-o", "out").stdout == b"exported 2 articles\n"
    texts = [path.read_text() for path in (command.folder / "out").glob("*.md")]
    assert len(texts) == 2
    assert all(text.startswith("---\n") and "Part 3." in text for text in texts)
    assert command.run("export", "-o", "one.html", "2").returncode == 0
    assert "pier" in (command.folder / "one.html").read_text()
    assert command.run("export", "-o", "all.json").returncode == 0
    assert len([json.loads(line) for line in (command.folder / "all.json").read_text().splitlines()]) == 2
    assert command.run("export", "-o", "all.json").returncode == 1
    missing = command.run("export", "-o", "more", "1", "77")
    assert missing.returncode == 1
    assert missing.stdout == b"exported 1 article\n"


def test_what_only_feeds_brought_is_exported_when_it_is_asked_for(command: CommandLine, tmp_path: Path) -> None:
    with Library.open(tmp_path / "data" / "newsreader") as library:
        arrives(library, subscribed(library), [entry(2), entry(1)])
        nothing = command.run("export", "-o", "nothing")
        library.marks.star(library.articles.rows(1)[0].id)
    assert nothing.returncode == 1
    assert b"--all" in nothing.stderr
    assert command.run("export", "-o", "mine").stdout == b"exported 1 article\n"
    assert command.run("export", "--all", "-o", "everything").stdout == b"exported 2 articles\n"


def test_what_a_feed_brought_is_kept_for_good_once_it_is_added(command: CommandLine, tmp_path: Path) -> None:
    with Library.open(tmp_path / "data" / "newsreader") as library:
        arrives(library, subscribed(library), [entry(2), entry(1)])
        row = library.articles.rows(1)[0]
    assert b"nothing" in command.run("list").stderr
    assert cells(command.run("--offline", "add", row.url))[0][1] == "already kept"
    assert [line[3] for line in cells(command.run("list"))] == [row.title]


def test_an_archive_brings_everything_back(command: CommandLine, tmp_path: Path) -> None:
    command.page()
    command.run("add", "page.html")
    assert command.run("export", "--to", "archive", "-o", "library.zip").returncode == 0
    other = CommandLine(tmp_path / "other")
    other.folder.mkdir()
    assert other.run("import", str(tmp_path / "library.zip")).stdout == b"imported 1 article\n"
    assert [row[3] for row in cells(other.run("list"))] == ["Harbour *wall*"]


def test_a_folder_of_saved_pages_and_a_cache_of_newsboat_are_taken_over(command: CommandLine) -> None:
    command.page("saved/page.html")
    with sqlite3.connect(command.folder / "cache.db") as cache:
        cache.execute("CREATE TABLE rss_feed (rssurl TEXT, url TEXT, title TEXT)")
        cache.execute(
            "CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT,"
            " pubDate INTEGER, content TEXT, unread INTEGER, deleted INTEGER DEFAULT 0, flags TEXT)"
        )
        cache.execute(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, flags)"
            " VALUES ('1', 'Pier', 'Ada', 'https://coast.example/pier', '', 1770000000, ?, 1, '')",
            (f"<p>{SENTENCE}</p>",),
        )
    cache.close()
    done = command.run("import", "saved", "cache.db", "missing", "saved/page.html")
    assert done.stdout.splitlines() == [b"imported 1 article"] * 2 + [b"imported 1 article, 1 of them kept already"]
    assert len(done.stderr.splitlines()) == 1
    assert done.returncode == 1
    assert {row[3] for row in cells(command.run("list"))} == {"Harbour *wall*", "Pier"}


def test_the_doctor_says_where_things_are_and_that_they_are_sound(command: CommandLine) -> None:
    command.page()
    before = command.run("doctor")
    assert before.returncode == 0
    assert not (command.folder / "data").exists()
    command.run("add", "page.html")
    text = command.run("doctor").stdout.decode()
    assert str(command.folder / "data") in text
    assert str(command.folder / "config") in text
    assert str(command.folder / "state") in text
    assert "1 article," in text
    assert "sound" in text


def test_the_doctor_finds_and_mends_what_is_wrong(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    [database] = (command.folder / "data").rglob("library.sqlite")
    stray = database.parent / "pictures" / "ab" / ("ab" * 32 + ".png")
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"\x89PNG\r\n\x1a\n")
    sick = command.run("doctor")
    assert sick.returncode == 1
    assert b"wrong" in sick.stdout
    assert command.run("doctor", "--repair").returncode == 0
    assert command.run("doctor").returncode == 0
    assert [row[3] for row in cells(command.run("list"))] == ["Harbour *wall*"]


def test_the_doctor_names_wrong_settings(command: CommandLine) -> None:
    settings = command.folder / "config" / "newsreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('measure = "wide \x9b31m"\n', encoding="utf-8")
    done = command.run("doctor")
    assert done.returncode == 1
    assert b"measure" in done.stdout
    assert "\x9b" not in done.stdout.decode()


def test_the_doctor_checks_settings_as_the_app_does(command: CommandLine) -> None:
    settings = command.folder / "config" / "newsreader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "none"\n[keys]\n"reader.nothing" = "x"\n"app.quit" = "qqqq"\n', encoding="utf-8")
    done = command.run("doctor")
    assert done.returncode == 1
    assert b"theme: no such theme" in done.stdout
    assert b"reader.nothing: no such action" in done.stdout
    assert b"app.quit: no such key: qqqq" in done.stdout
    settings.write_text('[keys]\n"app.quit" = "Q"\n', encoding="utf-8")
    assert command.run("doctor").returncode == 0


def test_the_doctor_names_every_folder(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    text = command.run("doctor").stdout.decode()
    for name in ("data", "config", "state", "cache"):
        assert str(command.folder / name / "newsreader") in text
    traces = text.split("all that newsreader keeps is in ")[1]
    assert str(command.folder / "data" / "newsreader") in traces


def test_a_data_folder_that_is_a_file_is_said(command: CommandLine) -> None:
    (command.folder / "data").mkdir()
    (command.folder / "data" / "newsreader").write_text("mine")
    done = command.run("doctor")
    assert done.returncode == 1
    assert b"is no folder" in done.stdout


def test_a_backup_is_restored_and_what_was_there_is_named(command: CommandLine) -> None:
    command.page()
    assert command.run("add", "page.html").returncode == 0
    assert command.run("backup", "copy.sqlite").returncode == 0
    command.run("remove", "1")
    assert command.run("import", "copy.sqlite").stderr == (
        b"newsreader: copy.sqlite: this is a backup of a library: newsreader restore puts it in the place of the one"
        b" you have\n"
    )
    done = command.run("restore", "copy.sqlite")
    restored, before = done.stdout.decode().splitlines()
    assert (done.returncode, restored) == (0, "restored 1 article from copy.sqlite")
    assert before.startswith("what was there before is in ")
    assert (Path(before.removeprefix("what was there before is in ")) / "library.sqlite").exists()
    assert b"Harbour" in command.run("list").stdout


def test_a_backup_is_a_library_again(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    assert command.run("backup", "copy.sqlite").returncode == 0
    assert command.run("backup", "copy.sqlite").returncode == 1
    [database] = (command.folder / "data").rglob("library.sqlite")
    command.run("remove", "1")
    for file in database.parent.glob("library.sqlite*"):
        file.unlink()
    (command.folder / "copy.sqlite").rename(database)
    assert [row[3] for row in cells(command.run("list"))] == ["Harbour *wall*"]


def test_a_library_that_is_none_is_told_and_left_alone(command: CommandLine) -> None:
    command.page()
    database = command.folder / "data" / "newsreader" / "library.sqlite"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"this is no database, but it may be dear to someone\n" * 50)
    before = database.read_bytes()
    for arguments in (("list",), ("add", "page.html"), ("search", "wall"), ("doctor",), ("backup", "copy")):
        done = command.run(*arguments)
        assert done.returncode == 1
        assert b"Traceback" not in done.stderr
    printed = command.run("page.html")
    assert printed.stdout.startswith(b"# Harbour")
    assert len(printed.stderr.splitlines()) == 1
    assert database.read_bytes() == before


def test_a_file_whose_name_is_no_utf_8_is_kept_listed_imported_and_removed(command: CommandLine) -> None:
    odd = b"od\xffd.html"
    (command.folder / "saved").mkdir()
    (command.folder / odd.decode("utf-8", "surrogateescape")).write_text(STORY, encoding="utf-8")
    (command.folder / "saved" / odd.decode("utf-8", "surrogateescape")).write_text(PIER, encoding="utf-8")
    assert command.run("add", odd).returncode == 0
    assert command.run("import", "saved").stdout == b"imported 1 article\n"
    assert [row[-1].rpartition("/")[2] for row in cells(command.run("list"))] == ["od\\xffd.html"] * 2
    assert command.run("add", odd).stdout.startswith(b"1\talready kept")
    for form in ("json", "markdown", "archive"):
        assert command.run("export", "--to", form, "-o", f"out-{form}").returncode == 0, form
    assert command.run("remove", odd).stdout.startswith(b"1\tremoved")
    assert command.run("remove", b"no\xff.html").stderr.startswith(b"newsreader: no\\xff.html: no such article")
    assert command.run("import", "out-archive").stdout == b"imported 2 articles, 1 of them kept already\n"


@pytest.mark.parametrize("blocks", [1, 16, 40, 100])
def test_a_limit_on_the_size_of_files_is_named_as_what_stands_in_the_way(command: CommandLine, blocks: int) -> None:
    command.page()
    done = command.shell(f"ulimit -f {blocks}; exec {sys.executable} -m tui add page.html")
    assert done.returncode == 1
    assert b"ulimit -f" in done.stderr
    assert command.run("add", "page.html").returncode == 0


def test_a_copy_that_is_too_large_for_its_place_is_named(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    done = command.shell(f"ulimit -f 100; exec {sys.executable} -m tui backup copy.sqlite")
    assert done.returncode == 1
    assert b"copy.sqlite" in done.stderr
    assert not [file for file in command.folder.iterdir() if "newsreader" in file.name or "copy" in file.name]
