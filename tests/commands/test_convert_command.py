from __future__ import annotations

import os
from pathlib import Path

import pytest
from commandline import SENTENCE, STORY, CommandLine, records
from website import Website


def test_json_has_a_line_for_each_address_in_the_order_given(command: CommandLine) -> None:
    page = command.page()
    done = command.run("convert", "--to", "json", "missing.html", "page.html", ".", str(page))
    found = records(done)
    assert [record["address"] for record in found] == ["missing.html", "page.html", ".", str(page)]
    assert [sorted(record) for record in found[::2]] == [["address", "error"]] * 2
    assert found[1]["title"] == "Harbour *wall*"
    assert SENTENCE in str(found[1]["text"])
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"newsreader: missing.html: {found[0]['error']}",
        f"newsreader: .: {found[2]['error']}",
    ]


def test_success_is_silent_on_standard_error(command: CommandLine) -> None:
    command.page()
    done = command.run("convert", "--to", "json", "page.html")
    assert (done.returncode, done.stderr) == (0, b"")


def test_convert_keeps_nothing(command: CommandLine) -> None:
    command.page()
    command.run("convert", "--to", "json", "page.html", "missing.html")
    assert sorted(path.name for path in command.folder.iterdir()) == ["page.html"]


def test_markdown_and_text_begin_with_the_title(command: CommandLine) -> None:
    command.page()
    markdown = command.run("convert", "page.html").stdout.decode()
    text = command.run("convert", "--to", "text", "page.html", "page.html").stdout.decode()
    assert markdown.startswith("# Harbour \\*wall\\*\n\n")
    assert text.startswith("Harbour *wall*\n\n")
    assert text.count("\n* * *\n") == 1


def test_standard_input_is_an_address(command: CommandLine) -> None:
    done = command.run("convert", "--to", "json", "-", stdin=STORY)
    assert records(done)[0]["address"] == "-"
    assert command.run("convert", "-").returncode == 1


def test_web_addresses_are_fetched_and_offline_are_not(command: CommandLine, website: Website) -> None:
    url = website.page("/wall", STORY)
    assert records(command.run("convert", "--to", "json", url, url + "x"))[0]["title"] == "Harbour *wall*"
    asked = len(website.requests)
    for arguments in (("convert", "--offline", url), ("--offline", "convert", url)):
        assert b"offline" in command.run(*arguments).stderr
    assert len(website.requests) == asked


def test_what_was_left_out_is_printed_when_asked_for(command: CommandLine, website: Website) -> None:
    url = website.page("/wall", STORY)
    (plain,), (asked,) = (records(command.run("convert", "--to", "json", *more, url)) for more in ((), ("--left-out",)))
    assert "left_out" not in plain
    assert asked == {**plain, "left_out": asked["left_out"]}
    assert isinstance(asked["left_out"], list)


def test_a_page_that_only_points_to_another_is_followed(command: CommandLine, website: Website) -> None:
    there = website.page("/wall", STORY)
    url = website.page("/go", f'<html><body><div><a href="{there}">{there}</a></div></body></html>')
    (record,) = records(command.run("convert", "--to", "json", url))
    assert (record["title"], record["address"]) == ("Harbour *wall*", url)


def test_a_number_is_that_of_a_kept_article_unless_a_file_is_called_so(command: CommandLine) -> None:
    command.page()
    command.run("add", "page.html")
    for offline in ((), ("--offline",)):
        (kept,) = records(command.run("convert", *offline, "--to", "json", "1"))
        assert (kept["title"], kept["address"]) == ("Harbour *wall*", "1")
        assert command.run(*offline, "1").stdout == command.run("page.html").stdout
    none = command.run("convert", "1", "7")
    assert (none.returncode, none.stdout.decode().count("# Harbour")) == (1, 1)
    assert none.stderr.decode() == "newsreader: 7: no such article is kept; see newsreader list\n"
    assert command.run("7").stderr == none.stderr
    command.page("1", STORY.replace("wall", "pier"))
    assert records(command.run("convert", "--to", "json", "1"))[0]["title"] == "Harbour *pier*"


NAMES = [b"\x1b]0;name\x07.html", b"caf\xc3\xa9\xc2\x9b31m.html", b"latin\xe9.html", "\u202elmth.exe.html".encode()]


@pytest.mark.parametrize("name", NAMES)
def test_file_names_reach_no_terminal_raw(command: CommandLine, name: bytes) -> None:
    done = command.run("convert", "--to", "json", name)
    shown = done.stdout.decode() + done.stderr.decode()
    assert not [c for c in shown if c != "\n" and not c.isprintable()]
    assert records(done)[0]["address"] == os.fsdecode(name)
    Path(os.fsdecode(os.fsencode(command.folder) + b"/" + name)).write_text(STORY)
    assert records(command.run("convert", "--to", "json", name))[0]["address"] == os.fsdecode(name)


def test_a_locale_that_lacks_letters_gets_others(command: CommandLine) -> None:
    command.page(body=STORY.replace("council", "Rāt “der” 都"))
    command.environment["PYTHONIOENCODING"] = "ascii"
    assert command.run("convert", "--to", "text", "page.html").returncode == 0
    assert "都" in command.run("convert", "--to", "json", "page.html").stdout.decode("utf-8")
