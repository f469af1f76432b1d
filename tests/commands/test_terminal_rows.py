"""Lists on a terminal: in columns, never wider than it, marked as far as it can mark."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from pseudo_terminal import visible
from rich.cells import cell_len

from tui.commands.terminal_rows import article_lines, hit_lines, quotation_lines, voice_lines
from tui.library import Row
from tui.library.search.full_text import Hit
from tui.library.search.snippets import Snippet
from tui.library.voices.voices import Quotation, Voice

KEPT = datetime(2026, 3, 12, 12, tzinfo=UTC)
LONG = "The harbour wall will rise by a metre before the autumn storms come"
ROWS = [
    Row(1200, LONG, "Coast Courier", "https://coast.example/1", KEPT, None, 9, False, True, 0.0, 0, 0, 0),
    Row(
        7,
        "港の壁は秋の嵐の前に一メートル高くなると決まった",
        "海岸新聞",
        "u",
        KEPT,
        None,
        9,
        True,
        False,
        0.0,
        0,
        0,
        0,
    ),
]
VOICES = [
    Voice(12, "Ada Moreno", "person", "harbour engineer of the town", "Coast Office", 3, 2, 14, 0),
    Voice(3, "Regional Association of Harbour Towns and Fishing Ports", "organisation", None, None, 1, 1, 1, 0),
]
HIT = Hit(ROWS[0], Snippet("Before the storms come, the council decided.", ((11, 17), (28, 35))))
QUOTATION = Quotation(7, "t", "Courier", "2026-03-12", 0, LONG, "direct", 0, 0, 9, "Ada", None, None, False)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal of 80 columns with colours; to be changed."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    return monkeypatch


def shown(lines: Iterable[str]) -> list[str]:
    """The lines without colours."""
    return visible("\n".join(lines)).split("\n")


def test_columns_stand_below_each_other() -> None:
    assert shown(article_lines(ROWS)) == [
        "      kept            title                                        site",
        "1200  2026-03-12  ●★  The harbour wall will rise by a metre befo…  Coast Courier",
        "   7  2026-03-12      港の壁は秋の嵐の前に一メートル高くなると決…  海岸新聞",
    ]


def test_voices_have_a_heading_and_their_numbers_stand_to_the_right() -> None:
    assert shown(voice_lines(VOICES)) == [
        "    name                role          affiliation  articles  outlets  quotations",
        "12  Ada Moreno          harbour eng…  Coast Offi…         3        2          14",
        " 3  Regional Association of Harbour Towns and Fi…         1        1           1",
    ]


def test_a_title_runs_over_the_empty_place_of_a_site() -> None:
    without = Row(1200, LONG, None, "u", KEPT, None, 9, False, True, 0.0, 0, 0, 0)
    _, first, _ = shown(article_lines([without, ROWS[1]]))
    assert cell_len(first) == 80
    assert first[22:79] == LONG[:57]


def test_a_column_that_is_empty_takes_no_room() -> None:
    assert "affiliation" not in shown(voice_lines(VOICES[1:]))[0]


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(terminal: pytest.MonkeyPatch, columns: int) -> None:
    terminal.setenv("COLUMNS", str(columns))
    lines = [*article_lines(ROWS), *hit_lines([HIT]), *quotation_lines([QUOTATION])]
    if columns >= 50:  # three numbers with their headings, and a name
        lines += voice_lines(VOICES)
    assert [line for line in shown(lines) if cell_len(line) > columns] == []


def test_where_there_is_room_nothing_is_cut(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("COLUMNS", "140")
    assert "…" not in "".join(shown([*article_lines(ROWS), *voice_lines(VOICES)]))


def test_what_was_found_is_marked_also_where_a_line_ends_within(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("COLUMNS", "36")
    _, *below = hit_lines([HIT])
    assert below == [
        "    Before the \x1b[1;33mstorms\x1b[0m come, the",
        "    \x1b[1;33mcouncil\x1b[0m decided.",
    ]


def test_words_of_a_quotation_stand_below_where_they_were_said() -> None:
    assert shown(quotation_lines([QUOTATION])) == ["7  2026-03-12  Courier  direct", f"    {LONG}"]


def test_without_colours_what_was_found_is_bold(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("NO_COLOR", "1")
    written = "\n".join(hit_lines([HIT]))
    assert "\x1b[1mstorms\x1b[0m" in written
    assert "33" not in written


def test_a_terminal_that_knows_no_sequences_gets_none(terminal: pytest.MonkeyPatch) -> None:
    terminal.setenv("TERM", "dumb")
    assert "\x1b" not in "".join([*article_lines(ROWS), *hit_lines([HIT]), *voice_lines(VOICES)])


def test_a_title_steers_no_terminal() -> None:
    odd = Row(1, "Wall\x1b]0;name\x07\u202e", "s\x9b31m", "u", KEPT, None, 9, False, False, 0.0, 0, 0, 0)
    [_, line] = shown(article_lines([odd]))
    assert line.isprintable()
