"""What elsewhere and stories print: as lines of JSON, in a pipe, and where there is nothing to say."""

from __future__ import annotations

import pytest
from commandline import CommandLine, records
from contract_checks import check_line

WARNED = "“We had ninety minutes of warning, and we used sixty of them arguing about sandbags,” said Ada Moreno"
HERALD = f"""<h1>Port Ellery raises its harbour wall</h1><time datetime="2026-03-12T06:00:00Z"></time>
<p>The council of Port Ellery voted on Tuesday to raise the harbour wall by a metre before the autumn storms.</p>
<p>{WARNED}, the harbour engineer at the Port Authority, who led the survey of the old stone wall.</p>
<p>The fish market stood under water in January, and the pumps behind the slipway failed for two hours.</p>"""
GULL = """<h1>Harbour wall at Port Ellery to rise by a metre</h1><time datetime="2026-03-12T19:00:00Z"></time>
<p>Port Ellery will have a higher harbour wall by the autumn storms, its council decided late on Tuesday.</p>
<p>“We had ninety minutes of notice, and we used sixty of them arguing about sandbags,” said Ada Moreno, who
surveyed the old stone wall for the Port Authority after the fish market was flooded in January.</p>
<p>Fishermen asked for a wider slipway gate and for better pumps.</p>"""
ORCHARD = """<h1>Late frost takes the apricots</h1><p>Growers in the Vale of Sorn lost half of their apricots.</p>
<p>“The blossom was open and the night was clear, there was nothing left to burn,” said Milo Brandt.</p>"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Three articles: 1 and 2 of two outlets on one vote, with a quotation that one of them reworded; 3 of frost."""
    command = CommandLine(tmp_path_factory.mktemp("elsewhere"))
    for name, page in (("herald.html", HERALD), ("gull.html", GULL), ("orchard.html", ORCHARD)):
        command.page(name, page)
        assert command.run("add", name).returncode == 0
    return command


def test_a_quotation_that_stands_elsewhere_is_printed_as_its_schema_tells(kept: CommandLine) -> None:
    [line] = records(kept.run("elsewhere", "1", "--json"))
    check_line("elsewhere", line)
    assert "ninety minutes of warning" in str(line["text"])
    others = line["others"]
    assert isinstance(others, list)
    [other] = others
    assert (other["number"], other["kind"], other["speaker"]) == (2, "reworded", "Ada Moreno")
    assert "ninety minutes of notice" in other["text"]


def test_articles_of_one_story_are_printed_as_their_schema_tells(kept: CommandLine) -> None:
    [line] = records(kept.run("stories", "--json"))
    check_line("story", line)
    assert (line["articles"], line["copies"]) == ([1, 2], [])


def test_in_a_pipe_each_place_is_a_line_of_cells(kept: CommandLine) -> None:
    [line] = kept.run("elsewhere", "1").stdout.decode().splitlines()
    words, number, _, _, kind, speaker, there = line.split("\t")
    assert (number, kind, speaker) == ("2", "reworded", "Ada Moreno")
    assert words != there
    lines = kept.run("stories").stdout.decode().splitlines()
    assert [line.split("\t")[:2] for line in lines] == [["1", "1"], ["1", "2"]]


@pytest.mark.parametrize("asked", [("elsewhere", "3"), ("stories", "--since", "2999-01-01")])
def test_where_there_is_nothing_no_line_and_status_0_say_so(kept: CommandLine, asked: tuple[str, ...]) -> None:
    in_json = kept.run(*asked, "--json")
    assert (in_json.returncode, in_json.stdout) == (0, b"")
    in_words = kept.run(*asked)
    assert (in_words.returncode, in_words.stdout) == (0, b"")
    assert in_words.stderr


def test_a_day_that_is_none_is_not_understood(kept: CommandLine) -> None:
    assert kept.run("stories", "--since", "soon").returncode == 2


def test_an_article_that_is_not_kept_is_named(kept: CommandLine) -> None:
    done = kept.run("elsewhere", "77")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"newsreader: 77: no such article is kept; see newsreader list\n"
