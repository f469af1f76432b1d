"""What list, search and voices print with --json: one object a line, as scripts rely on."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path

import pytest
from commandline import COMMAND, PIER, STORY, CommandLine, records
from contract_checks import check_line
from feed_arrivals import arrives, entry, subscribed

from tui.cli import main
from tui.commands.printing import UNSAFE
from tui.library import Library

SAID = "<p>&quot;Nobody wants another night like that,&quot; said Ada Moreno, the harbour engineer.</p>"
FIGURE = '<figure><img src="wall.jpg" alt="A wall"><figcaption>The wall at low tide.</figcaption></figure>'
LONG = STORY.replace("<p>", SAID + FIGURE + "<p>", 1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """A library of two articles, to be read only: 1 with a speaker and a picture that cannot be had, 2 without."""
    command = CommandLine(tmp_path_factory.mktemp("kept"))
    command.page("wall.html", LONG)
    command.page("pier.html", PIER)
    assert command.run("add", "wall.html", "pier.html").returncode == 0
    return command


@pytest.mark.parametrize(
    ("contract", "asked"),
    [("list", "list"), ("search", "search harbour"), ("voice", "voices"), ("quotation", "voices 1")],
)
def test_what_is_printed_is_as_its_schema_tells(kept: CommandLine, contract: str, asked: str) -> None:
    lines = records(kept.run(*asked.split(), "--json"))
    assert lines
    for line in lines:
        check_line(contract, line)


def test_a_row_has_what_scripts_rely_on(kept: CommandLine) -> None:
    pier, wall = records(kept.run("list", "--json"))
    assert {name: wall[name] for name in wall if name not in ("url", "kept")} == {
        "number": 1,
        "title": "Harbour *wall*",
        "site": None,
        "published": None,
        "read": False,
        "starred": False,
        "later": False,
        "tags": [],
        "feeds": [],
        "minutes": 1,
        "progress": 0.0,
        "text": "whole",
        "pictures": "none",
        "sources": True,
    }
    assert str(wall["url"]).endswith("/wall.html")
    assert str(wall["kept"]).endswith("+00:00")
    assert (pier["number"], pier["sources"]) == (2, False)


def test_a_search_prints_rows_of_the_same_kind(kept: CommandLine) -> None:
    assert records(kept.run("search", "--json", "pier")) == records(kept.run("list", "--json", "-n", "1"))


def test_voices_are_printed_with_their_counts(kept: CommandLine) -> None:
    assert records(kept.run("voices", "--json")) == [
        {
            "name": "Ada Moreno",
            "kind": "person",
            "role": "harbour engineer",
            "affiliation": None,
            "articles": 1,
            "outlets": 1,
            "quotations": 1,
        }
    ]


def test_what_a_voice_said_is_printed_with_where_it_stands(kept: CommandLine) -> None:
    [quotation] = records(kept.run("voices", "--json", "1"))
    assert (quotation["number"], quotation["speaker"], quotation["kind"]) == (1, "Ada Moreno", "direct")
    assert quotation["text"] == "Nobody wants another night like that,"


@pytest.mark.parametrize("asked", [("search", "lighthouse"), ("voices", "nobody"), ("voices", "9" * 30)])
def test_nothing_found_is_no_line_and_no_failure(kept: CommandLine, asked: tuple[str, ...]) -> None:
    done = kept.run(*asked, "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_empty_library_is_no_line_and_no_failure(command: CommandLine) -> None:
    done = command.run("list", "--json")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_odd_address_steers_no_terminal(command: CommandLine) -> None:
    name = "od\u202ed\x9b31m.html"
    command.page(name)
    command.run("add", name)
    printed = command.run("list", "--json")
    assert not {"\u202e", "\x9b"} & set(printed.stdout.decode())
    [row] = records(printed)
    assert str(row["url"]).endswith(name)


@pytest.mark.parametrize("count", ["0", "-3", "few"])
@pytest.mark.parametrize("asked", ["list", "search wall", "voices"])
def test_a_count_under_one_is_not_understood(capsys: pytest.CaptureFixture[str], asked: str, count: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*asked.split(), "-n", count])
    assert ended.value.code == 2
    assert "from 1 on" in capsys.readouterr().err


FILL = """
import os, pathlib
from tui.library import Library
from tui.model.article import Article
with Library.open(pathlib.Path(os.environ["XDG_DATA_HOME"], "newsreader")) as library:
    library.articles.keep_many(Article(f"https://coast.example/{n}", "T" * 200, (), "") for n in range(1000))
"""


def test_a_reader_that_has_enough_is_left_in_silence(command: CommandLine) -> None:
    assert command.python(FILL).returncode == 0
    done = command.shell(f"{shlex.join(COMMAND)} list --json | head -n 1")
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def test_what_only_feeds_brought_is_listed_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(Path(os.environ["XDG_DATA_HOME"], "newsreader")) as library:
        arrives(library, subscribed(library), [entry(1), entry(2, content=None, summary="Short …")])
        [first, second] = sorted(row.id for row in library.articles.rows(9))
    assert main(["list"]) == 0
    printed = capsys.readouterr()
    assert (printed.out, "list --all" in printed.err) == ("", True)
    assert main(["mark", "--star", str(first)]) == 0
    capsys.readouterr()
    assert listed(capsys, "list", "--json") == {first: "whole"}
    assert listed(capsys, "list", "--json", "--all") == {first: "whole", second: "feed"}


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> dict[int, str]:
    """What is listed of the feed Coast, by number, and how whole its text is."""
    assert main(list(words)) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for row in rows:
        check_line("list", row)
    assert {tuple(row["feeds"]) for row in rows} == {("Coast",)}
    return {row["number"]: row["text"] for row in rows}


def test_no_sign_that_is_escaped_is_printable() -> None:
    assert not [sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isprintable() and UNSAFE.match(sign)]
