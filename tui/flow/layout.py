"""An article as lines at a width: what is asked for is laid out at once, the rest when there is time.

The unit is the *piece*: the title, the byline, each warning, then every block, each with the empty lines
before it.  A line is named by its piece and its number in the piece; such names stay true while heights
elsewhere settle.  ``top`` turns them into lines counted from the article's start, which are exact only for
what lies after pieces that are laid out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.flow.article_head import head
from tui.flow.block_forms import BlockForm, CaptionForm, CodeForm, FigureForm, RuleForm, picture_cells
from tui.flow.framing import Framed, frame
from tui.flow.hyphenation import patterns
from tui.flow.lines import Cells, Line, Run
from tui.flow.styling import show
from tui.flow.text_form import TextForm
from tui.model.article import RUNNING_TEXT, Article, Block
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.flow import table_form
else:
    (table_form,) = lazy_modules("tui.flow", "table_form")

KEPT_FORMS = 300  # pieces kept laid out: some screens before and after what is read
FELT = 20_000  # characters whose layout takes longer than a key may
FILL = 0.93  # how full the average ragged line is; only an estimate until a block is laid out


class At(NamedTuple):
    """A line: the piece it belongs to and its number there, the empty lines before the piece counted."""

    piece: int
    line: int


class Layout:
    """``article`` in a measure of ``width`` columns; ``notes`` say by caption index what a picture lacks.

    ``pictures`` gives, by caption index, the size in pixels of each picture that is to be left room for.
    """

    def __init__(
        self,
        article: Article,
        width: int,
        cells: Cells,
        notes: Mapping[int, str] | None = None,
        justified: bool = False,
        pictures: Mapping[int, tuple[int, int]] | None = None,
        hyphenated: bool = False,
    ) -> None:
        self.pictures = pictures or {}
        self.article, self.width, self.cells, self.notes = article, max(1, width), cells, notes or {}
        self.justified, self.hyphenated = justified, hyphenated
        top = head(article)
        self.first_block = len(top)
        self.blocks: tuple[Block, ...] = (*(part.block for part in top), *article.blocks)
        self.roles = [part.role for part in top]
        self.frames: list[Framed] = frame(self.blocks, self.width, cells, self.first_block)
        self.forms: dict[int, BlockForm] = {}
        self.heights = [self._guess(i) for i in range(len(self.blocks))]
        self.unsettled = len(self.blocks)
        self._exact = bytearray(len(self.blocks))
        self._next = 0
        self._tops: list[int] | None = None

    # heights

    @property
    def height(self) -> int:
        """Lines of the whole article, in part estimated until ``unsettled`` is 0."""
        return self.tops[-1]

    @property
    def tops(self) -> list[int]:
        """The first line of each piece, counted from the article's start, then the article's height."""
        if self._tops is None:
            self._tops = list(accumulate(self.heights, initial=0))
        return self._tops

    def top(self, at: At) -> int:
        return self.tops[at.piece] + at.line

    def at(self, top: int) -> At:
        """The line at ``top`` lines from the start, laid out."""
        piece = min(max(0, bisect_right(self.tops, top) - 1), len(self.blocks) - 1)
        inside = top - self.tops[piece]
        self._know(piece)
        return At(piece, min(max(0, inside), self.heights[piece] - 1))

    def form(self, piece: int) -> BlockForm:
        """The piece laid out; its height is exact from now on."""
        form = self.forms.get(piece)
        if form is None:
            form = self._make(piece)
            self._fix(piece, form.height)
            if len(self.forms) >= KEPT_FORMS:
                del self.forms[next(iter(self.forms))]
            self.forms[piece] = form
        return form

    def settle(self, characters: int) -> bool:
        """Lay out about so many characters that are not yet; True when nothing is left to do.

        Only the heights are kept, what comes to be seen is laid out again; except where that would be felt.
        """
        while self.unsettled and characters > 0 and self._next < len(self.blocks):
            piece, size = self._next, len(self.blocks[self._next].text)
            if not self._exact[piece]:
                if size > FELT:
                    self.form(piece)
                else:
                    self._fix(piece, self._make(piece).height)
                characters -= size + 50
            self._next += 1
        return not self.unsettled

    def _fix(self, piece: int, lines: int) -> None:
        """Replace the guess of a piece's height."""
        if self._exact[piece]:
            return
        self._exact[piece] = True
        self.unsettled -= 1
        height = self.frames[piece].gap + lines
        if height != self.heights[piece]:
            self.heights[piece] = height
            self._tops = None

    def _know(self, piece: int) -> None:
        """Make sure that the piece's height is exact."""
        if not self._exact[piece]:
            self.form(piece)

    # walking

    def step(self, at: At, lines: int) -> At:
        """The line so many lines after (before, if negative) another; stops at the article's ends."""
        piece, line = at.piece, at.line + lines
        self._know(piece)
        while line >= self.heights[piece]:
            if piece == len(self.blocks) - 1:
                return At(piece, self.heights[piece] - 1)
            line -= self.heights[piece]
            piece += 1
            self._know(piece)
        while line < 0:
            if piece == 0:
                return At(0, 0)
            piece -= 1
            self._know(piece)
            line += self.heights[piece]
        return At(piece, line)

    def window(self, at: At, rows: int) -> list[At]:
        """The lines from ``at`` on that fill so many rows, fewer at the article's end."""
        window: list[At] = []
        piece, line = at
        while piece < len(self.blocks) and len(window) < rows:
            self._know(piece)
            upto = min(self.heights[piece], line + rows - len(window))
            window += [At(piece, number) for number in range(line, upto)]
            piece, line = piece + 1, 0
        return window

    def last_screen(self, rows: int) -> At:
        """The line on top when the article's last line is at the bottom of so many rows."""
        last = len(self.blocks) - 1
        self._know(last)
        return self.step(At(last, self.heights[last] - 1), 1 - rows)

    # places

    def find(self, piece: int, offset: int) -> At:
        """The line that shows a character of a piece's text."""
        piece = min(max(0, piece), len(self.blocks) - 1)
        form = self.form(piece)
        return At(piece, self.frames[piece].gap + form.line_of(max(0, offset)))

    def on_top(self, piece: int, offset: int) -> At:
        """The line to put on top of the screen to show a place: with a caption's beginning, its picture."""
        above = offset - self._behind(piece)
        if above >= 0 and piece + 1 < len(self.blocks):
            at = At(piece + 1, above)
            return at if self.precedes(at) else self.on_top(piece + 1, 0)
        at = self.find(piece, offset)
        form = self.form(at.piece)
        pictured = isinstance(form, FigureForm)
        return At(at.piece, self.frames[at.piece].gap) if pictured and offset == 0 else at

    def place(self, at: At) -> tuple[int, int]:
        """Piece and offset of a line's first character, from which ``on_top`` comes back to the line.

        The lines above the first character of a piece, empty or of a picture, are counted behind the end of the piece
        before, so that none of them is taken for the line under them.
        """
        if at.piece and self.precedes(at):
            return at.piece - 1, self._behind(at.piece - 1) + at.line
        return at.piece, self.offset(at)

    def read_from(self, piece: int, offset: int) -> tuple[int, int]:
        """The first character that is to be seen where ``place`` is on top."""
        return (piece + 1, 0) if offset >= self._behind(piece) and piece + 1 < len(self.blocks) else (piece, offset)

    def _behind(self, piece: int) -> int:
        """The first offset behind a piece's end that no character has."""
        return len(self.blocks[min(max(0, piece), len(self.blocks) - 1)].text) + 1

    def precedes(self, at: At) -> bool:
        """Whether a line stands before the first character of its piece: a figure's picture, an empty line."""
        return at.line < self.frames[at.piece].gap + self.form(at.piece).line_of(0)

    def offset(self, at: At) -> int:
        """Offset in the piece's text of the first character of a line (of the line after it, if empty)."""
        form = self.form(at.piece)
        return form.offset_of(max(0, at.line - self.frames[at.piece].gap))

    def line(self, at: At) -> Line:
        form, framed = self.form(at.piece), self.frames[at.piece]
        if at.line < framed.gap:
            offset = form.offset_of(0)
            return Line(framed.between, sum(self.cells(r.text) for r in framed.between), offset, offset)
        number = at.line - framed.gap
        line = form.line(number)
        prefix = framed.first if number == 0 else framed.rest
        if not prefix:
            return line
        runs = (*line.runs, *_mirrored(prefix)) if form.turned else (*prefix, *line.runs)
        return Line(runs, framed.indent + line.cells, line.start, line.end)

    # making

    def _guess(self, piece: int) -> int:
        block, framed = self.blocks[piece], self.frames[piece]
        inner = max(1, self.width - framed.indent)
        if block.kind in ("code", "table"):
            lines = block.text.count("\n") + 1
        else:
            lines = int(len(block.text) / (inner * FILL)) + 1
        return framed.gap + lines + (self._picture_rows(block, inner) if block.kind == "figure" else 0)

    def _picture_rows(self, block: Block, inner: int) -> int:
        size = self.pictures.get(block.caption) if block.caption is not None else None
        return 2 + picture_cells(size, inner)[1] if size else 0

    def _make(self, piece: int) -> BlockForm:
        block, framed = self.blocks[piece], self.frames[piece]
        width = max(1, self.width - framed.indent)
        if block.kind == "rule":
            return RuleForm(width)
        if block.kind == "code":
            return CodeForm(block, width, self.cells)
        if block.kind == "table":
            return table_form.TableForm(block, width, self.cells)
        if block.kind == "figure":
            return self._figure(block, width)
        shown, roles = show(block), self._roles(piece)
        if block.kind not in RUNNING_TEXT or piece < self.first_block:
            return TextForm(shown, width, self.cells, roles)
        parts = None
        if self.hyphenated:
            parts = patterns(block.language or self.article.language)
        return TextForm(shown, width, self.cells, roles, self.justified, parts)

    def _figure(self, block: Block, width: int) -> BlockForm:
        index, captions = block.caption, self.article.captions
        if index is None:  # a player or a foreign page
            return CaptionForm(block, None, "", width, self.cells)
        caption = captions[index] if 0 <= index < len(captions) else None
        note, size = self.notes.get(index, ""), self.pictures.get(index)
        if size is None:
            return CaptionForm(block, caption, note, width, self.cells)
        return FigureForm(block, caption, note, width, self.cells, size)

    def _roles(self, piece: int) -> tuple[str, ...]:
        if piece < self.first_block:
            return (self.roles[piece],)
        block = self.blocks[piece]
        kind = f"heading-{block.level}" if block.kind == "heading" else block.kind
        outer = tuple(
            dict.fromkeys(
                f.kind for f in block.within if f.kind in ("quote", "pullquote", "term", "footnote", "left_out")
            )
        )
        roles = (*outer, "heading", kind) if block.kind == "heading" else (*outer, kind)
        return (*roles, "left_out") if "left_out" in outer else roles  # faint, whatever it is


def _mirrored(prefix: tuple[Run, ...]) -> list[Run]:
    """Bars and markers as they stand right of a text that runs from right to left."""
    turned: list[Run] = []
    for run in reversed(prefix):
        text = run.text.strip()
        turned.append(Run(" " * (len(run.text) - len(text)) + text, run.roles))
    return turned
