"""Laying out whole articles: any line can be asked for, and positions map both ways."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.flow.layout import At, Layout
from tui.model.article import Article, Block, Caption, Frame, FrameKind, Span, SpanStyle
from tui.model.warning import Warning

WORDS = st.text(alphabet="abc é—漢字、กำअि👍🏽עב\n", max_size=60)


def article(*blocks: Block, **fields: object) -> Article:
    return Article("address", "A title", blocks, "", **fields)  # type: ignore[arg-type]


def layout(*blocks: Block, width: int = 40, **fields: object) -> Layout:
    return Layout(article(*blocks, **fields), width, cell_len)


def drawn(of: Layout) -> list[str]:
    return [of.line(at).text for at in of.window(At(0, 0), 10_000)]


def body(of: Layout) -> list[str]:
    return drawn(of)[2:]  # without the title and the empty line under it


@st.composite
def spanned(draw: st.DrawFn) -> Block:
    text = draw(WORDS)
    spans = tuple(_span(draw, text) for _ in range(draw(st.integers(0, 3))))
    within = tuple(
        Frame(draw(st.sampled_from(FRAMES)), draw(st.sampled_from(("", "•", "12."))))
        for _ in range(draw(st.integers(0, 2)))
    )
    return Block("paragraph", text, spans, within)


def _span(draw: st.DrawFn, text: str) -> Span:
    ends = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(ends[0], ends[1], draw(st.sampled_from(STYLES)))


STYLES: tuple[SpanStyle, ...] = ("strong", "link", "superscript", "subscript")
FRAMES: tuple[FrameKind, ...] = ("quote", "pullquote", "item", "definition", "footnote")


@settings(max_examples=150)
@given(st.lists(spanned(), min_size=1, max_size=5), st.integers(1, 60), st.booleans())
def test_every_line_can_be_drawn_and_fits(blocks: list[Block], width: int, justified: bool) -> None:
    of = Layout(article(*blocks), width, cell_len, justified=justified)
    window = of.window(At(0, 0), 10_000)
    assert len(window) == of.height
    for at in window:
        line = of.line(at)
        assert line.cells == cell_len(line.text)
        assert line.cells <= max(width, 12)


@settings(max_examples=150)
@given(st.lists(spanned(), min_size=1, max_size=4), st.integers(1, 60))
def test_each_character_is_found_on_the_line_that_shows_it(blocks: list[Block], width: int) -> None:
    of = Layout(article(*blocks), width, cell_len)
    for number, block in enumerate(blocks):
        piece = number + of.first_block
        shown: set[int] = set()
        for at in (
            At(piece, line) for line in range(of.frames[piece].gap, of.frames[piece].gap + of.form(piece).height)
        ):
            line = of.line(at)
            for run in line.runs:
                shown.update(run.offset(i) for i in range(len(run.text)) if run.offset(i) >= 0)
            for offset in range(line.start, line.end):
                assert of.find(piece, offset) == at
                index = line.index_of(offset)
                assert index is not None
                assert line.offset_at(index) == offset
        assert {i for i, c in enumerate(block.text) if c not in " \n"} <= shown


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(1, 40), st.integers(-30, 30), st.integers(-30, 30))
def test_two_steps_come_to_where_one_of_both_does(texts: list[str], width: int, one: int, other: int) -> None:
    of = layout(*(Block("paragraph", text) for text in texts), width=width)
    middle = of.at(of.height // 2)
    there = of.step(middle, one)
    assert of.top(there) == min(max(0, of.top(middle) + one), of.height - 1)
    assert of.at(of.top(of.step(there, other))) == of.step(there, other)


def test_settling_what_is_above_leaves_names_of_lines_alone() -> None:
    blocks = [Block("paragraph", "word " * 100) for _ in range(50)]
    of = layout(*blocks, width=33)
    at = of.find(of.first_block + 40, 30)
    text = of.line(at).text
    assert of.settle(1_000) is False
    while not of.settle(1_000):
        pass
    assert of.line(at).text == text
    assert of.at(of.top(at)) == at


def test_an_empty_line_and_a_picture_stand_before_what_is_said() -> None:
    of = Layout(
        article(Block("paragraph", "One."), Block("figure", "A wall", caption=0)), 24, cell_len, pictures={0: (9, 9)}
    )
    text, figure = of.first_block, of.first_block + 1
    assert [of.precedes(At(text, n)) for n in range(2)] == [True, False]
    said = next(n for n in range(30) if "A wall" in of.line(At(figure, n)).text)
    assert [of.precedes(At(figure, n)) for n in (said - 1, said)] == [True, False]


def test_the_head_shows_title_byline_and_warnings() -> None:
    lines = drawn(
        layout(
            Block("paragraph", "Text."),
            authors=("R. Sand", "L. Park"),
            site="The Coast Herald",
            published="2026-03-12T05:00:00+00:00",
            warnings=(Warning("incomplete", "looks cut off"),),
            width=60,
        )
    )
    assert lines == ["A title", "R. Sand, L. Park · The Coast Herald · 12 March 2026", "! looks cut off", "", "Text."]


def test_an_article_without_blocks_shows_its_title() -> None:
    assert drawn(layout()) == ["A title"]


def test_items_hang_from_their_markers_and_stand_close() -> None:
    lines = body(
        layout(
            Block("paragraph", "a first item that wraps", within=(Frame("item", "•"),)),
            Block("paragraph", "more of it", within=(Frame("item"),)),
            Block("paragraph", "inner", within=(Frame("item"), Frame("item", "10."))),
            Block("paragraph", "second", within=(Frame("item", "•"),)),
            width=16,
        )
    )
    assert lines == ["• a first item", "  that wraps", "", "  more of it", "  10. inner", "• second"]


def test_a_quotation_has_a_bar_that_goes_on_between_its_paragraphs() -> None:
    quote = (Frame("quote"),)
    lines = body(layout(Block("paragraph", "One.", within=quote), Block("paragraph", "Two.", within=quote)))
    assert lines == ["│ One.", "│ ", "│ Two."]


def test_a_pull_quote_is_told_from_a_quotation() -> None:
    one = body(layout(Block("paragraph", "Said.", within=(Frame("pullquote"),))))
    other = body(layout(Block("paragraph", "Said.", within=(Frame("quote"),))))
    assert one != other


@pytest.mark.parametrize(
    ("sizes", "lines"),
    [
        ({}, ["┊ 1 Waves break over the", "┊   wall", "┊   Photo: L. Park", "┊   not kept"]),
        (
            {0: (2, 2)},
            [
                "┌ figure 1 ────────────┐",
                "│                      │",
                "│ Waves break over the │",
                "│ wall                 │",
                "│ Photo: L. Park       │",
                "│ not kept             │",
                "└──────────────────────┘",
            ],
        ),
    ],
    ids=["a bar without its picture", "a box with it"],
)
def test_a_figure_has_its_number_caption_credit_and_note(sizes: dict[int, tuple[int, int]], lines: list[str]) -> None:
    block = Block("figure", "Waves break over the wall\nPhoto: L. Park", caption=0)
    of = Layout(
        article(block, captions=(Caption("Waves break over the wall", "Photo: L. Park"),)),
        24,
        cell_len,
        {0: "not kept"},
        pictures=sizes,
    )
    assert body(of) == lines
    roles = [run.roles for run in of.line(of.find(of.first_block, 30)).runs]
    assert ("credit",) in roles


def test_a_listing_keeps_its_lines_and_is_cut_with_a_sign_until_it_is_moved() -> None:
    of = layout(Block("code", "def f():\n\treturn 'a long string'"), width=16)
    assert [line.rstrip() for line in body(of)] == ["def f():", "    return 'a l›"]
    form = of.form(of.first_block)
    form.scroll(8)  # type: ignore[attr-defined]
    assert [line.rstrip() for line in body(of)] == ["", "rn 'a long stri›"]


def test_a_table_wraps_its_cells_to_the_measure() -> None:
    table = Block("table", "Name\tRole\nAda\tengineer of the port", header=True)
    assert body(layout(table, width=20)) == [
        "Name │ Role         ",
        "─────┼──────────────",
        "Ada  │ engineer of  ",
        "     │ the port     ",
    ]


def test_a_table_too_wide_for_the_measure_becomes_records() -> None:
    table = Block("table", "\t".join("abcdefgh") + "\n" + "\t".join("some words here" for _ in range(8)))
    lines = body(layout(table, width=20))
    assert lines[0] == "· a"
    assert "· some words here" in lines
    assert all(len(line) <= 20 for line in lines)


def test_raised_and_lowered_characters() -> None:
    text = "CO2 is 10m and x9th"
    spans = (Span(2, 3, "subscript"), Span(8, 9, "superscript"), Span(17, 19, "superscript"))
    assert body(layout(Block("paragraph", text, spans))) == ["CO₂ is 1⁰m and x9ᵗʰ"]


def test_what_cannot_be_raised_stands_after_a_sign_and_keeps_its_offset() -> None:
    of = layout(Block("paragraph", "see Q here", (Span(4, 5, "superscript"),)))
    line = of.line(of.find(of.first_block, 4))
    assert line.text == "see ^Q here"
    assert line.offset_at(5) == 4
    assert line.index_of(6) == 7


def test_a_link_is_a_run_with_its_address() -> None:
    of = layout(Block("paragraph", "see the page now", (Span(4, 12, "link", "https://a.example/"),)))
    runs = of.line(of.find(of.first_block, 0)).runs
    assert [(run.text, run.url) for run in runs] == [("see ", None), ("the page", "https://a.example/"), (" now", None)]


def test_justified_lines_fill_the_measure_except_the_last() -> None:
    of = Layout(article(Block("paragraph", "the town will raise its harbour wall")), 20, cell_len, justified=True)
    assert body(of) == ["the town will  raise", "its harbour wall"]


def test_text_from_right_to_left_is_reordered_and_stands_right() -> None:
    of = layout(Block("paragraph", "שלום (עולם) 12"), width=20)
    line = of.line(of.find(of.first_block, 0))
    assert line.text == " " * 6 + "12 (םלוע) םולש"
    assert line.offset_at(line.text.index("12")) == 12
    assert line.index_of(0) == 19


def test_marks_stay_on_their_letters_when_text_is_reordered() -> None:
    of = layout(Block("paragraph", "כָּל"), width=10)
    assert of.line(of.find(of.first_block, 0)).text.strip() == "לכָּ"


def test_bars_and_markers_stand_right_of_text_from_right_to_left() -> None:
    of = layout(Block("paragraph", "שלום", within=(Frame("item", "•"),)), width=12)
    assert body(of) == ["      םולש •"]


def test_indents_leave_room_for_text_in_one_column() -> None:
    frames = tuple(Frame("quote") for _ in range(30))
    lines = body(layout(Block("paragraph", "some words", within=frames), width=20))
    assert all(len(line) <= 20 for line in lines)
    assert "words" in "".join(lines)


def test_links_within_links_take_the_inner_address() -> None:
    spans = (Span(0, 14, "link", "https://outer.example/"), Span(4, 9, "link", "https://inner.example/"))
    of = layout(Block("paragraph", "the inner link", spans))
    runs = of.line(of.find(of.first_block, 0)).runs
    assert [(run.text, run.url) for run in runs] == [
        ("the ", "https://outer.example/"),
        ("inner", "https://inner.example/"),
        (" link", "https://outer.example/"),
    ]


def test_spans_nested_thousands_deep_take_linear_time() -> None:
    since = time.process_time()
    spans = tuple(Span(i, 60_000 - i, "link", "https://a.example/") for i in range(20_000))
    layout(Block("paragraph", "ab " * 20_000, spans)).settle(10**9)
    assert time.process_time() - since < 10  # a guard: quadratic would take minutes


@pytest.mark.parametrize(("first", "turned"), [("\u05d0", True), ("\u0627", True), ("a", False), ("1", False)])
def test_a_paragraph_runs_as_its_first_letter_does(first: str, turned: bool) -> None:
    form = layout(Block("paragraph", f"1 {first} \u05d0 a")).form(1)
    assert form.turned == (turned or first == "1")
