"""One article with every kind of block, drawn at several widths: each line with its roles, addresses and offsets.

What must come stands in ``drawn/``, a file a width.  After a change that was meant, and looked at in the difference::

    python tests/flow/test_drawn_article.py
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

from tui.flow.layout import At, Layout
from tui.flow.lines import Line, Run
from tui.model.article import Article, Block, Caption, Frame, FrameKind, Span, SpanStyle
from tui.model.warning import Warning

DRAWN = Path(__file__).parent / "drawn"
# By name: width, and whether lines are justified, words hyphenated, and room is left for pictures.
WAYS = {
    "narrow": (12, False, False, True),
    "ragged": (46, False, False, True),
    "justified": (40, True, True, False),
    "wide": (90, True, False, True),
}

WALL = "The harbour wall that was built in 1911 of dressed stone over rubble had settled by eleven centimetres."
GERMAN = "Die Hafenmauer aus behauenem Stein, Neunzehnhundertelf errichtet, hat sich um elf Zentimeter gesenkt."
SOURCE = "def rise(metres):\n\treturn metres + 1  # for the surge, which is higher every year\n"


def spanned(text: str, *marked: tuple[str, SpanStyle], url: str | None = None, **more: object) -> Block:
    """A paragraph whose words bear styles; each style is put on the first place of its words."""
    spans = tuple(Span(at := text.index(part), at + len(part), style, url) for part, style in marked)
    return Block("paragraph", text, spans, **more)  # type: ignore[arg-type]


def framed(text: str, *frames: FrameKind | tuple[FrameKind, str], **more: object) -> Block:
    within = tuple(Frame(f) if isinstance(f, str) else Frame(*f) for f in frames)
    return Block("paragraph", text, within=within, **more)  # type: ignore[arg-type]


BLOCKS = (
    Block("lead", "A town votes to raise its wall by a metre, and not all who live behind it agree."),
    Block("paragraph", WALL),
    Block("heading", "What the wall will be", level=2, anchor="wall"),
    spanned("Ada Moreno, the engineer, wrote E = mc2, H2O and 10−x of it.", ("2", "superscript"), ("−x", "subscript")),
    spanned("See the report for 2025 and the old one.", ("the report for 2025", "link"), ("2025", "strong"),
            url="https://port.example/report"),
    spanned("It is not rise() but fall() that was meant, and meant well.", ("rise()", "code"), ("fall()", "strike"),
            ("meant, and", "emphasis")),
    Block("heading", "The stone", level=3),
    framed("first, and long enough to be wrapped below itself", ("item", "•")),
    framed("more of the first", "item"),
    framed("inner", "item", ("item", "10.")),
    framed("second", ("item", "•")),
    framed("“We used sixty of ninety minutes arguing about sandbags,” she said.", "quote"),
    framed("“And the rest on the phone.”", "quote"),
    framed("Nobody wants another night like that.", "pullquote"),
    framed("overtop", "term"),
    framed("to run over the crown of a wall, as water does", "definition"),
    Block("rule", ""),
    Block("code", SOURCE, language="python"),
    Block("code", "a line\n\nanother", within=(Frame("item", "1."),)),
    Block("table", "Winter\tHeight\tDamage\n2019\t3.1 m\tfish market\n2025\t3.4 m\tthe market and all of Quay Street",
          header=True),
    Block("table", "one\ttwo\nthree"),
    Block("figure", "Waves over the old wall\nLena Park/Coast Pictures", caption=0),
    Block("figure", "The crown of the wall", caption=1),
    Block("figure", "Film of the flood"),
    Block("figure", "The chart that the council was shown", within=(Frame("quote"),), caption=2),
    framed("What the reader left out, and put in again.", "left_out"),
    Block("heading", "Left out, too", level=2, within=(Frame("left_out"),)),
    Block("paragraph", GERMAN, language="de"),
    Block("paragraph", "הקיר הישן עמד מאה שנים 1911 ולא נפל.", within=(Frame("quote"),)),
    Block("paragraph", "港の古い防波堤は百年以上前に石で築かれ、十一センチ沈んだ。"),
    Block("paragraph", "One line\nand another after a break."),
    framed("Port Authority, 2025, page 4.", ("footnote", "1"), anchor="note-1"),
    Block("rule", "", within=(Frame("quote"),)),
    Block("table", "wall\t高さ\nquay", within=(Frame("quote"), Frame("item", "2."))),
    Block("code", "防波堤 = 高さ\t# 百年以上前に石で築かれた壁は十一センチ沈んだ、と技師は言う", language="ruby",
          within=(Frame("definition"),)),
    Block("figure", "Lena Park/Coast Pictures", caption=3),
    Block("figure", "", caption=4),
    Block("figure", "A caption without a picture that it belongs to", caption=9),
    Block("heading", "Straight after it", level=4),
    framed("inner, with no item around it that has a marker", "item", ("item", "a)")),
    framed("a term", "quote", "term"),
    framed("another term", "quote", "term"),
    framed("and what both mean, in a quotation", "quote", "definition"),
)  # fmt: skip
ARTICLE = Article(
    "https://coast.example/wall",
    "Harbour wall to rise before winter",
    BLOCKS,
    "",
    site="The Coast Herald",
    authors=("Rosalind Sand", "Lena Park"),
    published="2026-03-12T05:00:00+00:00",
    language="en",
    captions=(
        Caption("Waves over the old wall", "Lena Park/Coast Pictures", block=21),
        Caption("The crown of the wall", block=22),
        Caption("The chart that the council was shown", block=24),
        Caption("", "Lena Park/Coast Pictures", block=35),
        Caption("", block=36),
    ),
    warnings=(Warning("incomplete", "the page looks cut off"),),
)


def drawn(way: str) -> str:
    """All lines of the article, one of them a line: its text, then what is said of its runs and where it comes from."""
    width, justified, hyphenated, pictured = WAYS[way]
    sizes = {0: (640, 300), 2: (300, 300), 3: (9, 9), 4: (40, 300)} if pictured else {}
    of = Layout(ARTICLE, width, cell_len, {1: "not kept", 4: "too large"}, justified, sizes, hyphenated)
    lines = [f"{of.height} lines are guessed: {of.heights}"]
    for at in of.window(At(0, 0), 10_000):
        line = of.line(at)
        lines.append(f"{line.text}\n    {at.piece}.{at.line} {line.start}–{line.end} {line.cells}: {said(line)}")
    return "\n".join(
        (*lines, *map(partial(places, of), range(len(of.blocks))), f"{of.height} lines, {of.unsettled} not settled", "")
    )


def places(of: Layout, piece: int) -> str:
    """Of a piece: the offset of each line (a hyphen: it stands before the text), and from where on each is found."""
    lines = [At(piece, number) for number in range(of.heights[piece])]
    said = " ".join(f"{'-' if of.precedes(at) else ''}{of.offset(at)}" for at in lines)
    length = len(of.blocks[piece].text)
    found = [of.find(piece, offset).line for offset in range(-1, length + 2)]
    begins = " ".join(f"{line} from {n - 1}" for n, line in enumerate(found) if not n or found[n - 1] != line)
    return f"{piece}: {said} · lines {begins} · on top {of.on_top(piece, 0).line}"


def said(line: Line) -> str:
    return " | ".join(map(one, line.runs))


def one(run: Run) -> str:
    place = ",".join(map(str, run.offsets)) if run.offsets else str(run.start)
    return " ".join((f"{len(run.text)}@{place}", *run.roles, *([run.url] if run.url else ())))


@pytest.mark.parametrize("way", WAYS)
def test_an_article_with_every_kind_of_block_is_drawn_as_it_was_looked_at(way: str) -> None:
    assert drawn(way) == (DRAWN / f"{way}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    DRAWN.mkdir(exist_ok=True)
    for name in WAYS:
        (DRAWN / f"{name}.txt").write_text(drawn(name), encoding="utf-8")
