"""An article's text on the screen: laid out as it is seen, drawn line by line, scrolled, resized."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.flow.layout import At, Layout
from tui.flow.lines import Line
from tui.flow.reading_time import Progress
from tui.model.article import Article
from tui.panes.article.strips import Overlay, Strips
from tui.panes.article.styles import ADDED, COLOURED, DRAWN_AS

SLICE = 6_000  # characters laid out or counted in one idle slice: a millisecond or two
BETWEEN_SLICES = 0.002  # seconds, for keys to get through
KEPT_STRIPS = 512  # a dozen screens
NARROW = 24  # columns; a pane so narrow has no margins
TOP = At(0, 0)

Place = tuple[int, int]
"""A piece and an offset in its text."""


class ArticleText(ScrollView, can_focus=True):
    """An article, drawn line by line (Line API).

    What is on top of the screen is kept as a line of a piece and, over a resize, as a character of its text:
    neither a resize nor heights that settle elsewhere move what is read.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{role}" for role in COLOURED}
    ALLOW_SELECT = True

    measure: var[int] = var(80, init=False)
    """Columns of text, at most."""
    justified: var[bool] = var(False, init=False)
    """Whether the lines of paragraphs are spread to fill the measure."""
    hyphenated: var[bool] = var(False, init=False)
    """Whether words are parted at the ends of lines, where the language's patterns are known."""

    class PlaceChanged(Message, namespace="article_pane"):
        """The text on top of the screen is now ``block``, ``offset``; ``last_block`` is the last one to be seen."""

        def __init__(self, block: int, offset: int, last_block: int) -> None:
            super().__init__()
            self.block, self.offset, self.last_block = block, offset, last_block

    class Counted(Message, namespace="article_pane"):
        """How far one is and how much is left is known better: all is laid out and counted, or the size is another."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.article: Article | None = None
        self.flow: Layout | None = None
        self._notes: dict[int, str] = {}
        self._sizes: dict[int, tuple[int, int]] = {}  # in pixels, of the pictures to be drawn
        self._undrawn: dict[int, str] = {}  # why a picture that is there cannot be drawn
        self._top = TOP
        self._held: Place | None = None  # the character that a resize keeps on top
        self._awaited: tuple[int, int, int | None] | None = None  # block, offset, end to go to once the pane has a size
        self._rows: list[At] | None = None
        self._following = False
        self._fitted = Size(0, 0)  # the room that the text was last fitted to
        self._fitting = False  # being fitted, and so to be drawn in any case
        self._settling = False  # whether a next slice is due
        self._estimated = True  # whether heights or words are not all counted yet
        self._drawing = False  # drawing only, for no one to ask which character stands where
        self._restyled = False
        self._thumb = (0, 0)  # row and rows of the scrollbar's thumb as drawn
        self._strips: LRUCache[tuple[At, Place | None], Strip] = LRUCache(KEPT_STRIPS)
        self._styles_of = Strips(self._style)
        self._progress = Progress(())
        self._told: tuple[int, int, int] | None = None

    # -- what is shown -------------------------------------------------------------------------------------------

    def show(self, article: Article, place: Place = (0, 0), notes: Mapping[int, str] | None = None) -> None:
        """Show an article with the character ``place`` (block, offset) on top; (0, 0) shows the title too.

        ``notes`` say by caption index why a picture is not there.
        """
        self.article, self._notes = article, dict(notes or {})
        self._progress = Progress(article.blocks)
        self._told = self._held = None
        self.flow, self._top, self._estimated = None, TOP, True
        self._awaited = (*place, None) if place != (0, 0) else None
        self._lay_out()

    def note_figures(self, notes: Mapping[int, str]) -> None:
        """Say by caption index why a picture is not there."""
        if notes != self._notes:
            self._notes = dict(notes)
            self._lay_out()

    @property
    def place(self) -> Place:
        """Block and offset of the text on top of the screen; (0, 0) at the very beginning."""
        if self.flow is None:
            return self._awaited[:2] if self._awaited else (0, 0)
        piece, offset = self._anchor() or (0, 0)
        return (piece - self.flow.first_block, offset) if piece >= self.flow.first_block else (0, 0)

    @property
    def fraction(self) -> float:
        """How much of the article is above the bottom of the screen, 0 to 1."""
        if self.flow is None or not self.flow.height:
            return 0.0
        return min(1.0, (self.flow.top(self._top) + self._fitted.height) / self.flow.height)

    @property
    def minutes_left(self) -> int:
        """Minutes to read what is below the top of the screen, rounded up; 0 when the end is to be seen."""
        if self.article is None or not self.article.blocks or (self.flow is not None and self.fraction >= 1):
            return 0
        return self._progress.minutes_left(*self.place)

    # -- layout --------------------------------------------------------------------------------------------------

    @property
    def text_width(self) -> int:
        """Columns that the text has: the measure, or what the pane leaves of it."""
        room = self._fitted.width
        return max(1, min(self.measure, room - (2 if room > NARROW else 0)))

    @property
    def left(self) -> int:
        """Columns left of the text."""
        return max(0, (self._fitted.width - self.text_width) // 2)

    def _lay_out(self) -> None:
        """Lay the article out at the present width, the same character on top."""
        if self.article is None or not self.size.width or not self.size.height:
            return
        held = self._anchor() if self.flow is not None else None
        above = self.flow is not None and self.flow.precedes(self._top)
        notes = {**self._notes, **self._undrawn}
        flow = Layout(self.article, self.text_width, cell_len, notes, self.justified, self._sizes, self.hyphenated)
        self.flow = flow
        self._forget()
        self._put((flow.on_top if above else flow.find)(*held) if held else TOP)
        self._held = held
        self._arrive_at_last()
        self._settle_later()

    def _arrive_at_last(self) -> None:
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self._arrive(*awaited)

    def _arrive(self, block: int, start: int, end: int | None) -> None:
        """Go where one wanted to before there was a layout."""
        if self.flow is not None:
            self._put(self.flow.on_top(self.flow.first_block + block, start))

    def _anchor(self) -> Place | None:
        """The character on top; None at the very beginning."""
        if self._held is not None:
            return self._held
        if self.flow is None or self._top == TOP:
            return None
        return self._top.piece, self.flow.offset(self._top)

    def _settle_later(self) -> None:
        if not self._settling:
            self._settling = True
            self.set_timer(BETWEEN_SLICES, self._settle)

    def _settle(self) -> None:
        """One slice of what can wait: heights of what is not seen, then what subclasses prepare."""
        self._settling = False
        if self.flow is None:
            return
        if self.flow.unsettled:
            if self.flow.settle(SLICE):
                self._put(self._top, self._held)
            self._settle_later()
        elif not self._progress.count(SLICE):
            self._settle_later()
        else:
            if self._estimated:
                self._estimated = False
                self.post_message(self.Counted())
            if not self._prepare(SLICE):
                self._settle_later()

    def _prepare(self, characters: int) -> bool:
        """Prepare about so many more characters for what may be asked; True when all is prepared."""
        return True

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Fit the text to a new size before it is drawn, not after: the first screen drawn is the right one."""
        if size == self._size and self.scrollable_content_region.size == self._fitted:
            return False  # a layout of the screen that does not concern the pane
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        room = self.scrollable_content_region.size
        if room != self._fitted and self.size:
            self._fitted, self._fitting = room, True
            self._fit()
            self._fitting = False
            self._set_dirty()
        return changed

    def _fit(self) -> None:
        """Lay out or place the text anew for the size that the pane now has."""
        if self.flow is None or self.flow.width != self.text_width:
            self._lay_out()
        else:
            self._strips.clear()
            self._put(self._top, self._held)
            self._arrive_at_last()
        self.post_message(self.Counted())

    def on_show(self) -> None:
        """Catch up with what was asked for while the pane was hidden."""
        if self.size:
            self._fit()

    def watch_measure(self) -> None:
        self._lay_out()

    def watch_justified(self) -> None:
        self._lay_out()

    def watch_hyphenated(self) -> None:
        self._lay_out()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._restyled = True

    # -- scrolling -----------------------------------------------------------------------------------------------

    def _put(self, at: At, held: Place | None = None) -> None:
        """Put a line on top, or as near as the article's end allows; in a hidden pane, once it is shown."""
        flow = self.flow
        if flow is None:
            return
        if not self.size.height:
            self._top, self._held = at, held
            return
        at = min(at, flow.last_screen(self.size.height)) if at != TOP else at
        self._held = held
        moved = at != self._top or self._rows is None or len(self._rows) != self.size.height
        self._top = at
        if moved:
            self._redraw()
        rows = self._visible()
        self._say_height(flow.height)
        self._following = True
        self.scroll_to(y=flow.top(at), animate=False, force=True)
        self._following = False
        self._tell(rows)

    def _say_height(self, height: int) -> None:
        """Make the article's height known without the layout of the screen that the reactive would cause."""
        size = Size(self.size.width, height)
        if size != self.virtual_size:
            self.set_reactive(ArticleText.virtual_size, size)
            self._move_thumb(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        self._move_thumb(new_value)
        if self._following or self.flow is None or round(new_value) == self.flow.top(self._top):
            return
        self._held = None
        self._top = self.flow.at(round(new_value))
        self._redraw()
        self._tell(self._visible())

    def _move_thumb(self, top: float) -> None:
        """Tell the scrollbar, drawn anew only when its thumb moves by a row: it is a fourth of a page key's bytes."""
        if not self.show_vertical_scrollbar or self.flow is None or not self.size.height:
            return
        bar, rows, height = self.vertical_scrollbar, self.size.height, max(1, self.virtual_size.height)
        bar.set_reactive(ScrollBar.window_virtual_size, height)
        bar.set_reactive(ScrollBar.window_size, rows)
        bar.set_reactive(ScrollBar.position, top)
        thumb = rows if top >= self.max_scroll_y else round(top * rows / height), round(rows * rows / height)
        if thumb != self._thumb and (self.flow.unsettled == 0 or thumb[0] != self._thumb[0]):
            self._thumb = thumb
            bar.refresh()

    def _redraw(self) -> None:
        """Draw the lines anew, but not the margins, which never change."""
        self._rows = None
        if not self._fitting:
            self.refresh(Region(self.left, 0, self.text_width, self.size.height))

    def _forget(self) -> None:
        """Draw everything anew: the text, its styles or what is laid over it changed."""
        self._strips.clear()
        self._rows = None
        if not self._fitting:
            self.refresh()

    def _visible(self) -> list[At]:
        if self._rows is None and self.flow is not None:
            self._rows = self.flow.window(self._top, self.size.height)
        return self._rows or []

    def _tell(self, rows: Sequence[At]) -> None:
        if self.flow is None or not rows:
            return
        news = (*self.place, max(0, rows[-1].piece - self.flow.first_block))
        if news != self._told:
            self._told = news
            self.post_message(self.PlaceChanged(*news))

    def scroll_lines(self, lines: int) -> None:
        """Move the text by so many lines."""
        if self.flow is not None:
            self._put(self.flow.step(self._top, lines))

    # -- drawing -------------------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        self._drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = False

    def render_line(self, y: int) -> Strip:
        """A line of the screen; with the offsets that selecting by mouse asks for, unless it is only drawn.

        The offsets cost as much as the rest of the line.
        """
        rows = self._visible()
        strip = self._strip(y)
        return strip if self._drawing or y >= len(rows) else strip.apply_offsets(0, self._row_name(rows[y]))

    def _strip(self, y: int) -> Strip:
        if self._restyled:  # Textual says so several times at the start: what did not change stays drawn
            self._restyled = False
            if self._styles_of.renew():
                self._strips.clear()
        rows = self._visible()
        if self.flow is None or y >= len(rows):
            return Strip.blank(self.size.width, self.rich_style)
        at = rows[y]
        key = (at, self._selected_in(at.piece))
        drawn = self._strips.get(key)
        if drawn is None:
            drawn = self._strips[key] = self._draw(at)
        return drawn

    def _draw(self, at: At) -> Strip:
        assert self.flow is not None
        line = self.flow.line(at)
        shown = [offset for run in line.runs if (offset := run.offset(0)) >= 0]
        overlays = self._overlays(at.piece, min(shown), max(line.end, max(shown) + self.flow.width)) if shown else []
        line = self._dressed(at, line)
        return self._styles_of.strip(line, overlays, self.left, self.flow.width, self.size.width)

    def _dressed(self, at: At, line: Line) -> Line:
        """The line with what subclasses draw into it."""
        return line

    def _overlays(self, piece: int, start: int, end: int) -> list[Overlay]:
        """What is laid over ``text[start:end]`` of a piece, and maybe more."""
        return []

    def _selected_in(self, piece: int) -> Place | None:
        """The part of a piece's text that is selected."""
        return None

    def _row_name(self, at: At) -> int:
        """A number for a line, in the order of the lines, that stays the same while heights settle."""
        return 0

    def _style(self, roles: tuple[str, ...]) -> Style:
        style = self.rich_style
        for role in roles:
            coloured = DRAWN_AS.get(role, role)
            if coloured in COLOURED:
                style += self.get_component_rich_style(f"article--{coloured}", partial=True)
            if role in ADDED:
                style += ADDED[role]
        return style
