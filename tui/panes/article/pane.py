"""The pane that shows an article's text, with its keys, links and figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from tui.panes.article.drawing import Drawing
from tui.panes.article.find_state import FindState
from tui.panes.article.idle_work import IdleWork
from tui.panes.article.jump_history import JumpHistory
from tui.panes.article.keys import ARTICLE_KEYS
from tui.panes.article.line_view import LineView
from tui.panes.article.link_labels import LinkLabels, run_at
from tui.panes.article.modes import Modes
from tui.panes.article.picture_rows import PictureRows
from tui.panes.article.remaining import Remaining
from tui.panes.article.selection import TextSelection
from tui.panes.article.styles import COLOURED, CSS
from tui.panes.article.viewport import Place, Viewport
from tui.panes.workers import call_soon, run_beside
from tui.system.config import MEASURES

if TYPE_CHECKING:
    from tui.flow.layout import At
    from tui.model.article import Article

MEASURE_STEP = 4
CODE_STEP = 8  # columns that a listing moves by
OVERLAP = 2  # lines of a page that are seen again on the next one


class ArticlePane(LineView):
    """An article to read.  What there is to it lies in its parts; the pane gives them keys, a mouse and a screen."""

    DEFAULT_CSS = CSS
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{role}" for role in COLOURED}
    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = ARTICLE_KEYS

    class PlaceChanged(Message):
        """The text on top of the screen is now ``block``, ``offset``; ``last_block`` is the last one to be seen."""

        def __init__(self, block: int, offset: int, last_block: int) -> None:
            super().__init__()
            self.block, self.offset, self.last_block = block, offset, last_block

    class Counted(Message):
        """How far one is and how much is left is known better: all is laid out and counted, or the size is another."""

    class LinkChosen(Message):
        """A link to another page was followed."""

        def __init__(self, url: str) -> None:
            super().__init__()
            self.url = url

    class NoLinks(Message):
        """Labels were asked for where no link is on the screen."""

    class ModeChanged(Message):
        """Keys do something else now; ``keys`` says what, "" that they do what they usually do."""

        def __init__(self, keys: str) -> None:
            super().__init__()
            self.keys = keys

    class Remeasured(Message):
        """The reader wants lines of so many columns, at most."""

        def __init__(self, measure: int) -> None:
            super().__init__()
            self.measure = measure

    class EndPassed(Message):
        """A page further was wanted at the end of the article."""

    class FigureChosen(Message):
        """A figure was clicked."""

        def __init__(self, caption_index: int) -> None:
            super().__init__()
            self.caption_index = caption_index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.viewport = Viewport(self, lambda: self.size)
        self.jumps = JumpHistory(self.viewport)
        self.find_state = FindState(self.viewport, self.jumps)
        self.selection = TextSelection(self.viewport, self._show_selection)
        self.labels = LinkLabels(self.viewport)
        self._modes = Modes(self.labels, self.selection, lambda keys: self.post_message(self.ModeChanged(keys)))
        self.picture_rows = PictureRows(
            self.viewport, partial(run_beside, self, group="thumbnails", exit_on_error=False)
        )
        self.remaining = Remaining(self.viewport, self.jumps)
        idle_parts = (self.viewport, self.remaining, self.find_state)
        self.idle_work = IdleWork(idle_parts, partial(call_soon, self), self._counted)
        parts = (self.find_state, self.selection, self.labels, self.picture_rows)

        def colour_of(role: str) -> Style:
            return self.get_component_rich_style(f"article--{role}", partial=True)

        self._lines = Drawing(self.viewport, parts, colour_of, lambda: self.rich_style)
        self._fitting = False  # being fitted, and so to be drawn in any case
        self._pressed: tuple[int, int] | None = None
        self._posted: tuple[At, int] | None = None  # the first line and the last block of what was posted last

    def show(self, article: Article, place: Place = (0, 0), notes: Mapping[int, str] | None = None) -> None:
        """Show an article with the character ``place`` (block, offset) on top; (0, 0) shows the title too.

        ``notes`` say by caption index why a picture is not there.
        """
        self._posted = None
        self.find_state.show(article)
        self.jumps.show(article)
        self.remaining.show(article)
        self.picture_rows.clear()
        self.viewport.show(article, place, notes)

    # size and place

    def fit(self, room: Size) -> None:
        self._fitting = True
        self.viewport.fit(room)
        self._fitting = False
        self.post_message(self.Counted())

    def on_show(self) -> None:
        """Catch up with what was asked for while the pane was hidden."""
        if self.size and self.viewport.lags:
            self.viewport.fit()
            self.post_message(self.Counted())

    def laid_out(self) -> None:
        if self.selection.range is not None and self.text_selection is not None:
            self._show_selection()
        self.idle_work.begin()

    def _counted(self) -> None:
        self.post_message(self.Counted())

    def scrolled_to(self, row: int) -> None:
        self.viewport.scrolled_to(row)

    def moved(self) -> None:
        flow = self.viewport.flow
        if flow is not None:
            self.follow(flow.top(self.viewport.top), flow.height, not flow.unsettled)
            self.placed()

    def placed(self) -> None:
        shown = (self.viewport.top, self.viewport.last_block)
        if shown != self._posted:
            self._posted = shown
            self.post_message(self.PlaceChanged(*self.viewport.place, self.viewport.last_block))

    # drawing

    def draw_lines(self) -> None:
        if not self._fitting:
            self.refresh(Region(self.viewport.left, 0, self.viewport.text_width, self.size.height))

    def draw_anew(self, seen: bool = True) -> None:
        self._lines.forget()
        if seen and not self._fitting:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the screen; with the offsets that selecting by mouse asks for, unless it is only drawn.

        The offsets cost as much as the rest of the line.
        """
        strip, rows = self._lines.line(y, self.size.width), self.viewport.visible()
        if self._drawing or y >= len(rows):
            return strip
        return strip.apply_offsets(0, self.selection.row_name(rows[y]))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lines.restyle()

    # selecting

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        text = self.selection.text(self.selection.places_of(selection.start, selection.end))
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        before = self.selection.range
        if selection is None:
            self.selection.end()
        else:
            self.selection.range = self.selection.places_of(selection.start, selection.end)
        if self.selection.range != before:
            self.viewport.draw_lines()
        self._modes.say()  # Textual tells of a selection's end in its own time

    def _show_selection(self) -> None:
        """Make what is selected Textual's selection, which is what the screen copies."""
        if (places := self.selection.range) is not None:
            start, end = (Offset(*self.selection.cell_of(place)) for place in places)
            self.screen.selections = {self: Selection(start, end)}
            self.selection.range = places
            self.viewport.draw_lines()

    def action_select(self, what: str) -> None:
        """Begin a selection by keyboard, or end it; move its other end."""
        if what == "swap":
            self.selection.swap_ends()
        elif what == "begin" and not self.selection.by_keyboard:
            self.selection.begin()
        elif self.text_selection is not None:
            self.screen.clear_selection()
        else:
            self.selection_updated(None)
        self._modes.say()

    def action_extend(self, unit: str, step: int) -> None:
        self.selection.extend(unit, step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "extend" or (action == "select" and parameters != ("begin",)):
            return self.selection.by_keyboard
        return True

    # keys

    def on_key(self, event: events.Key) -> None:
        """While labels are shown, keys are for them.

        Esc ends a selection here: Textual's screen would clear it and hand the key on to what else it does.
        """
        if self.labels.shown:
            url = self.labels.type(event.character or "\0")
            self._modes.say()
            if url is not None:
                self._follow_link(url)
        elif event.key == "escape" and self.text_selection is not None:
            self.action_select("end")
        else:
            return
        event.stop()
        event.prevent_default()

    def action_scroll(self, unit: str, step: int) -> None:
        """By so many lines, pages or halves of a page."""
        height = self.size.height
        lines = {"line": 1, "page": max(1, height - OVERLAP), "half": max(1, height // 2)}[unit]
        before = self.viewport.top
        self.viewport.scroll(step * lines)
        if unit == "page" and step > 0 and self.viewport.top == before:
            self.post_message(self.EndPassed())

    def action_jump(self, to: str, step: int) -> None:
        """To an end, to the next heading or match, or back and forward through the jumps."""
        jumps = {"end": self.jumps.to_end, "heading": self.jumps.to_heading, "match": self.find_state.walk}
        jumps.get(to, self.jumps.travel)(step)

    def action_measure(self, step: int) -> None:
        now = min(self.viewport.measure, max(MEASURES[0], self.viewport.text_width))
        self.viewport.set_form(min(MEASURES[-1], max(MEASURES[0], now + step * MEASURE_STEP)))
        self.post_message(self.Remeasured(self.viewport.measure))

    def action_code(self, step: int) -> None:
        """Move the listings on the screen that are wider than the text."""
        for form in self.viewport.listings():
            form.scroll(step * CODE_STEP)
        self.viewport.draw_anew()

    # links and figures

    def action_labels(self) -> None:
        """Show a label over each link on the screen; typing one follows it, any other key hides them."""
        if not self.labels.show():
            self.post_message(self.NoLinks())
        self._modes.say()

    def _follow_link(self, url: str) -> None:
        """A jump inside the article is made, any other is posted."""
        article = self.viewport.article
        if not url.startswith("#"):
            self.post_message(self.LinkChosen(url))
        elif article is not None and (block := article.anchored(url[1:])) is not None:
            self.jumps.remember()
            self.viewport.arrive(block, 0, None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = (event.x, event.y)

    def on_click(self, event: events.Click) -> None:
        offset, rows, flow = event.get_content_offset(self), self.viewport.visible(), self.viewport.flow
        if (event.x, event.y) != self._pressed:
            return  # the end of a selection
        if flow is None or offset is None or offset.y >= len(rows):
            return
        at = rows[offset.y]
        run = run_at(flow.line(at), offset.x - self.viewport.left)
        block = flow.blocks[at.piece]
        if run is not None and run.url is not None:
            self._follow_link(run.url)
        elif run is not None and block.kind == "figure" and block.caption is not None:
            self.post_message(self.FigureChosen(block.caption))
