"""Lines of panes: nothing wider than its room, nothing lost, nothing parsed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui.panes.pane_line import Piece, cut, in_drawn_order, spread, strip, width_of, wrap
from tui.panes.source_rows import bar

TEXTS = st.text(st.sampled_from("ab cdé–“”漢字かな。、[]/=@👩\u200d🚀"), max_size=80)
# Roles change between characters: a piece that ended in a joiner would part one in two.
WHOLE = TEXTS.map(lambda text: text.rstrip("\u200d"))
PIECES = st.lists(st.builds(Piece, WHOLE, st.sampled_from(["text", "name"])), max_size=5)


@given(PIECES, st.integers(8, 60))
def test_wrapped_lines_fit_and_hold_every_letter(pieces: list[Piece], width: int) -> None:
    lines = wrap(pieces, width, "  ")
    assert all(width_of(line) <= width for line in lines)
    told = "".join(piece.text for line in lines for piece in line[1:])
    assert told.replace(" ", "") == "".join(piece.text for piece in pieces).replace(" ", "")


@given(TEXTS, st.integers(0, 40))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@given(PIECES, PIECES, st.integers(1, 80))
def test_a_spread_line_fills_its_width(left: list[Piece], right: list[Piece], width: int) -> None:
    taken = width_of(spread(left, right, width))
    assert taken == max(width, width_of(right))


def test_markup_in_a_piece_is_text() -> None:
    line = strip([Piece("[bold]x[/] [@click=app.quit]y[/]")], 40, lambda role: Style(), Style())
    assert line.text.rstrip() == "[bold]x[/] [@click=app.quit]y[/]"
    assert all(not segment.style.meta for segment in line if segment.style)


def test_the_least_share_still_shows() -> None:
    drawn = ["".join(piece.text for piece in bar(share)) for share in (0, 0.001, 0.5, 1)]
    assert drawn == ["        ", "▇       ", "▇▇▇▇    ", "▇▇▇▇▇▇▇▇"]


def test_no_ink_becomes_a_ground_where_the_ground_is_reversed() -> None:
    """As under the cursor in the terminal's own colours; a bar that is not reversed there stays as it is."""
    styles = {"key": Style(color="green", bold=True), "bar": Style(color="yellow", reverse=False)}
    key, bar_piece, _ = strip((Piece("●", "key"), Piece("▇", "bar")), 4, styles.__getitem__, Style(reverse=True))
    assert key.style == Style(reverse=True, bold=True)
    assert bar_piece.style == Style(color="yellow", reverse=False)


def test_a_gap_stays_between_what_is_cut_and_what_stands_at_the_right() -> None:
    line = spread((Piece("A title that is long"), Piece("  ")), (Piece("12 Mar"),), 20)
    assert "".join(piece.text for piece in line) == "A title tha…  12 Mar"


def drawn_pieces(*pieces: Piece) -> list[tuple[str, str]]:
    return [(piece.text, piece.role) for piece in in_drawn_order(pieces)]


def test_a_text_from_right_to_left_is_turned_within_its_place() -> None:
    title, facts = Piece("שוק הנחושת (א)", "name"), Piece("  הנמל · 17 Nov · 1 min ", "muted")
    drawn = drawn_pieces(Piece("● ", "key"), title, Piece("   "), facts, Piece("●·●"))
    assert ("(א) תשוחנה קוש", "name") in drawn
    assert "".join(text for text, _ in drawn) == "● (א) תשוחנה קוש     למנה · 17 Nov · 1 min ●·●"


def test_a_text_of_several_pieces_is_turned_as_one() -> None:
    assert drawn_pieces(Piece("אב"), Piece("גד", "hit"), Piece("הו")) == [("וה", "text"), ("דג", "hit"), ("בא", "text")]


TURNED = st.lists(st.builds(Piece, st.text("אבג د12ab ()·é\u0301漢", max_size=12), st.sampled_from(["text", "hit"])))


@given(TURNED)
def test_turning_loses_no_character_and_no_cell(pieces: list[Piece]) -> None:
    turned, mirrored = list(in_drawn_order(pieces)), str.maketrans("()", "((")
    before, after = ("".join(piece.text for piece in line).translate(mirrored) for line in (pieces, turned))
    assert sorted(after) == sorted(before)
    assert width_of(turned) == width_of(pieces)
