"""What a walk through an article's parts has gathered so far, and how text is joined to blocks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from lxml import etree

from tui.convert.bounds import MAX_BLOCKS, MAX_NESTING
from tui.model.article import Block, BlockKind, Caption, Frame, FrameKind, Span, SpanStyle
from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

GOING_ON = ".,;:!?…–—-/(&+\t\n"  # signs behind which a break in a cell parts nothing
UNMARKED = {kind: Frame(kind) for kind in get_args(FrameKind)}


@dataclass(slots=True, eq=False, repr=False)
class Inline:
    """A run of text that is more than plain; ``start`` is None until it has text in the running block."""

    style: SpanStyle
    url: str | None = None
    start: int | None = None


def _begins_entry(pieces: Sequence[str], text: str) -> bool:
    """Whether the text behind a break in a cell is an entry of its own, not the rest of a line: it begins so, and
    nothing before it says that it goes on."""
    before = next((piece for piece in reversed(pieces) if piece.strip()), "")
    begins = text.lstrip()[:1]
    return (begins.isupper() or begins.isdigit()) and bool(before) and before[-1] not in GOING_ON


@dataclass(slots=True, eq=False, repr=False)
class Walk:
    """What the walk has gathered so far."""

    base: str | None
    readers: Mapping[str, Reader]  # by tag: what reads an element
    blocks: list[Block] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)  # id in the page → anchor of the block it lies in
    wanted: frozenset[str] = frozenset()
    frames: list[Frame] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    space: str = ""
    spans: list[Span] = field(default_factory=list)
    heading: int = 0
    lead: bool = False
    level: int = 0  # of the element that is read, below the article's part
    cut: bool = False  # there was more than an article may hold
    lines: bool = False  # the ends of lines in the text are shown as such
    cell: bool = False
    fresh: bool = False  # nothing is in the cell yet
    parts: bool = False  # the cell holds data, whose lines are told apart
    broken: bool = False  # a line of it ended
    later: list[HtmlElement] = field(default_factory=list)  # pictures met in cells
    ids: list[str] = field(default_factory=list)
    marks: list[tuple[HtmlElement, int]] = field(default_factory=list)  # comments, and the blocks before each

    # text

    def text(self, text: str) -> None:
        if not text or text.isspace():  # as between most elements
            self.space = self.space or " "
            return
        run = squeezed(text)
        if self.length and (self.space or text[0].isspace()) and not self.fresh:
            self.pieces.append(self.space or " ")
            self.length += 1
        if self.broken and not self.fresh and _begins_entry(self.pieces, text):
            self.pieces.insert(len(self.pieces) - (self.pieces[-1] == " "), ";")
            self.length += 1
        self.fresh = self.broken = False
        for inline in self.inlines:
            if inline.start is None:
                inline.start = self.length
        self.pieces.append(run)
        self.length += len(run)
        self.space = " " if text[-1].isspace() else ""

    def text_without_levels(self, element: HtmlElement, blocks: Collection[str], silent: Collection[str]) -> None:
        """The text of what is nested too deep to be walked level by level: paragraphs, but no styles and no lists."""
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, inner in walk:
            if inner.tag in blocks:
                self.flush()
            if event == "end":
                if inner is not element and inner.tail:
                    self.text(inner.tail)
            elif inner.tag in silent:
                walk.skip_subtree()
            elif inner.text:
                self.text(inner.text)

    def separate(self, separator: str) -> None:
        """Begin the next cell of a table or, with a newline, the next row."""
        for inline in self.inlines:
            self.close(inline)
        self.pieces.append(separator)
        self.length += len(separator)
        self.space = ""
        self.fresh, self.broken = True, False

    def line_break(self) -> None:
        if self.cell:
            self.space = " "
            self.broken = self.parts
        elif self.space == "\n":
            self.flush()
        else:
            self.space = "\n"

    def line_end(self) -> None:
        """Begin a line, unless one begins here."""
        if self.cell or self.space != "\n":
            self.line_break()

    def text_in_lines(self, text: str) -> None:
        """Text whose ends of lines are shown; an empty line ends the block."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
            if line:
                self.text(line)

    def next_in_cell(self) -> None:
        """Part the entries of a list in a cell, which holds no lines."""
        if self.pieces and not self.fresh:
            self.pieces.append(";")
            self.length += 1
            self.space = " "

    # blocks

    def flush(self) -> None:
        """End the running block; inside a table's cell there are none, only words."""
        if self.cell:
            self.space = self.space or " "
            self.broken = self.parts
            return
        self.space = ""
        if not self.length:
            return
        for inline in self.inlines:
            self.close(inline)
        kind: BlockKind = "lead" if self.lead else "heading" if self.heading else "paragraph"
        spans = self.settled_spans()
        self.add(kind, "".join(self.pieces), spans=spans, level=self.heading if kind == "heading" else 0)
        self.pieces, self.length, self.spans = [], 0, []

    def add(self, kind: BlockKind, text: str, **more: Any) -> None:
        """Append a block inside the frames that are open; an item's marker goes to its first block."""
        if len(self.blocks) >= MAX_BLOCKS:
            self.cut = True
            return
        if self.ids:
            more["anchor"] = self.ids[0]
            self.anchors |= dict.fromkeys(self.ids, self.ids[0])
            self.ids = []
        if self.frames:
            more["within"] = tuple(self.frames[:MAX_NESTING])
            self.frames = [UNMARKED[f.kind] if f.marker else f for f in self.frames]
        self.blocks.append(Block(kind, text, **more))

    def close(self, inline: Inline) -> None:
        if inline.start is not None and inline.start < self.length:
            self.spans.append(Span(inline.start, self.length, inline.style, inline.url))
        inline.start = None

    def settled_spans(self) -> tuple[Span, ...]:
        """The spans of the running block, outer ones first."""
        return tuple(sorted(self.spans, key=_outer_first)) if self.spans else ()


Reader = Callable[[Walk, "HtmlElement"], None]


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end
