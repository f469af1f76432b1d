"""``newsreader import`` on exports: what it says before, what it keeps, and what scripts read of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import CommandLine, records
from contract_checks import check_line

TABLE = (
    "title,url,time_added,tags,status\n"
    "Lamp,https://coast.example/lamp,1690000000,light|stone,unread\n"
    "Quay,https://coast.example/quay,1690100000,,archive\n"
    "Quay,https://coast.example/quay#east,1690100001,,archive\n"
    "Chart,ftp://coast.example/chart,1690100002,,unread\n"
)
FOUND = (
    "Pocket: 2 articles, to be fetched\n"
    "read: 1 · starred: 0 · tags and folders: 2 · saved: 22 July 2023 – 23 July 2023\n"
    "more than once in it: 1\n"
    "left out: not an address of the web (1)\n"
)


@pytest.fixture
def command(tmp_path: Path) -> CommandLine:
    (tmp_path / "pocket.csv").write_text(TABLE)
    (tmp_path / "cut.json").write_text('[{"url": "https://coast.example/tide", "is_archived": 0}, {"url": "http')
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    return CommandLine(tmp_path)


def test_what_was_found_is_said_and_a_dry_run_keeps_nothing(command: CommandLine) -> None:
    dry = command.run("import", "--dry-run", "pocket.csv")
    assert dry.stdout.decode() == FOUND + "would import 2 articles\n"
    assert command.run("list").stdout == b""
    assert command.run("import", "pocket.csv").stdout.decode() == FOUND + "imported 2 articles\n"
    assert len(command.run("list").stdout.splitlines()) == 2


def test_scripts_get_a_line_a_path_and_a_status(command: CommandLine) -> None:
    done = command.run("import", "--json", "pocket.csv", "cut.json", "noise.bin", "pocket.csv")
    for line in records(done):
        check_line("import", line)
    pocket, cut, noise, again = records(done)
    skipped = {"not an address of the web": 1}
    counts = {"kept": 2, "skipped": skipped, "doubled": 1, "feeds": 0}
    assert pocket == {"file": "pocket.csv", "format": "Pocket", **counts}
    assert (cut["kept"], cut["skipped"]) == (1, {"the file is damaged or cut off here": 1})
    assert noise["error"]
    assert (again["kept"], again["doubled"]) == (0, 3)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2


OUTLINE = (
    '<opml version="2.0"><body><outline text="Coast"><outline text="Lamps" xmlUrl="https://coast.example/feed.xml"/>'
    '</outline><outline text="Quay" xmlUrl="https://quay.example/feed.xml"/></body></opml>'
)


def test_feeds_of_a_list_are_subscribed_to_in_their_folders_and_once(command: CommandLine) -> None:
    (command.folder / "feeds.opml").write_text(OUTLINE)
    dry = command.run("import", "--dry-run", "feeds.opml").stdout.decode()
    assert dry == "OPML: 2 feeds\nwould subscribe to 2 feeds\n"
    assert command.run("feeds", "list").stdout == b""
    said = command.run("import", "feeds.opml").stdout.decode()
    assert said == "OPML: 2 feeds\nsubscribed to 2 feeds; newsreader refresh brings what they have\n"
    listed = records(command.run("feeds", "list", "--json"))
    assert {(one["title"], one["folder"]) for one in listed} == {("Lamps", "Coast"), ("Quay", None)}
    (again,) = records(command.run("import", "--json", "feeds.opml"))
    assert (again["kept"], again["skipped"], again["feeds"]) == (0, {}, 0)


@pytest.mark.parametrize("name", ["cut.json", "cut.opml", "cut.html"])
def test_a_file_that_is_cut_off_is_named_with_a_line(name: str, command: CommandLine) -> None:
    (command.folder / "cut.opml").write_text(OUTLINE[:40])
    (command.folder / "cut.html").write_text("<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3>Sea</H3>")
    done = command.run("import", name)
    assert "cut off" in (done.stdout + done.stderr).decode()
    assert not done.stderr or name in done.stderr.decode()
