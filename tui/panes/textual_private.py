"""Private names of Textual, each with the reason; tried on 8.2.8.  Nothing else in the project uses any.

What is built on each is tested as a person sees it: the app's start, its end after a fault, the article pane over
sizes, the help.
"""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from typing import Any, TextIO, cast

from rich.console import COLOR_SYSTEMS, Console, RenderableType
from rich.segment import Segment
from textual import events
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual._styles_cache import StylesCache
from textual.app import App
from textual.binding import Binding
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.geometry import Size
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView
from textual.widget import Widget

from tui.panes.terminal_cells import SegmentSpan, TerminalCells

NO_COLOUR = NoColor()  # one for all lines: lines that are drawn are remembered by their filters


class _WhileThere:
    """A terminal's file as Textual's driver uses it; what cannot be written any more is dropped.

    Textual's thread that writes ends with the first error, and when thirty pieces wait for it, the app stands still.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()


class StartingApp(App[None]):
    """An app whose first screen is its default one.

    Pushed on mount, as is usual, the first screen comes after an empty one was laid out and painted: a tenth of the
    time to the first article.
    """

    def __init__(self) -> None:
        super().__init__()
        self._cells = TerminalCells()

    @abstractmethod
    def first_screen(self) -> Screen[None]:
        """The screen that the app starts with."""

    def _build_driver(self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None) -> Driver:
        """The driver; one for a terminal has a file to write to, on a terminal that may go away."""
        driver: Any = super()._build_driver(headless, inline, mouse, size)
        if (file := getattr(driver, "_file", None)) is not None:
            driver._file = _WhileThere(file)
        return cast(Driver, driver)

    def get_default_screen(self) -> Screen[None]:
        screen = self.first_screen()
        # What push_screen does for every other screen; without it this one has no style and cannot be switched.
        # The style sheets are read only: parsing them again at once would be one time more than is needed.
        for path in screen.css_path:
            self.stylesheet.read(path)
        screen._push_result_callback(self, None)
        return screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Filters for ``NO_COLOR`` too, which Textual chooses once, by the theme that it starts with.

        Its greys of a theme of the terminal's own colours would all be black.
        """
        filters = super().get_line_filters()
        if self.no_color and self.native_ansi_color:
            return [NO_COLOUR if isinstance(each, Monochrome) else each for each in filters]
        return filters

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
        else:  # the theme, set before there is anything to style: parsed once, with what the first screen brings
            self.stylesheet.set_variables(self.get_css_variables())

    def _load_screen_css(self, screen: Screen[object]) -> None:
        """Read the style sheets that a screen brings; each styles that screen alone.

        Textual then parses all sheets anew and styles what is shown below: as much work as the screen itself is.
        """
        missing = [path for path in screen.css_path if not self.stylesheet.has_source(str(path))]
        for path in missing:
            self.stylesheet.read(path)
        if missing:
            self.stylesheet.parse()

    def print_at_exit(self, line: RenderableType) -> None:
        """Print a line on the terminal once it is restored: ``exit(message=…)`` is for who still runs."""
        self._exit_renderables.append(line)

    # What is drawn goes to the terminal whole, region by region; there is no public way to send less of it.

    def forget_terminal(self) -> None:
        """Send every cell again with what is drawn next: nobody knows what the terminal shows."""
        self._cells.forget()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, cast(RenderableType, _Changes(renderable, self._cells, self.size)))
        else:
            super()._display(screen, renderable)

    # After a fault Textual prints its traceback, with what was in every variable; there is no public way to say less.

    @abstractmethod
    def fault_message(self, error: BaseException | None) -> RenderableType:
        """What to print on the restored terminal after an unexpected error."""

    @abstractmethod
    def is_fault(self, error: Exception) -> bool:
        """Whether an error is to end the app."""

    def _fatal_error(self) -> None:
        self.print_at_exit(self.fault_message(sys.exc_info()[1] or self._exception))
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if self.is_fault(error):
            super()._handle_exception(error)


class SettledScreen(Screen[ScreenResultType]):
    """A screen that is laid out and drawn once for its size.

    Each of the events by which Textual begins a screen has it laid out; a layout has every widget ask for another
    one, and to be drawn again; scroll bars come with the layout after that in which they were found to be needed.
    """

    _only_laid_out = False  # not to be drawn yet

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        # A layout tells the screen its size by an event: two sizes on their way would have it laid out for each in turn
        # for ever.  The size that it has is the app's.
        size = size and self.app.size
        if size is not None and size == self._compositor.size and self._is_laid_out():
            return  # what has changed since then asks by itself
        if (scroll and not self._layout_widgets) or self.app.is_inline:
            super()._refresh_layout(size, scroll)
            return
        waiting = {widget for widget in self.walk_children(Widget, with_self=True) if widget._layout_required}
        self._only_laid_out = True
        super()._refresh_layout(size)
        if self._lacks_bars():
            super()._refresh_layout(size)
        self._only_laid_out = False
        if self.is_current and not self.app._batch_count:
            drawn_whole = self._compositor.size.region in self._compositor._dirty_regions
            self._compositor_refresh()
            if drawn_whole:
                self._forget_asked(waiting)

    def _compositor_refresh(self) -> None:
        if not self._only_laid_out:
            super()._compositor_refresh()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        event.prevent_default()  # done here, to tell whether the screen was drawn by it
        sized = self._size
        super()._on_screen_resume(event)
        if sized != self._size and self.is_current:
            self._repaint_required = False  # to have it laid out was to have it drawn

    def _is_laid_out(self) -> bool:
        """Whether there is nothing of the screen that was not there when it was laid out last."""
        there = list(self.children)
        for widget in there:
            if widget.display:
                if widget not in self._compositor._full_map:
                    return False
                there += widget.children
        return True

    def _lacks_bars(self) -> bool:
        """Whether scroll bars have come or gone with what was laid out."""
        laid_out = self._compositor._full_map
        views = (widget for widget in laid_out if isinstance(widget, ScrollView))
        bars = (bar for view in views for bar in (view._vertical_scrollbar, view._horizontal_scrollbar) if bar)
        return any(bar.display != (bar in laid_out) for bar in bars)

    def _forget_asked(self, waiting: Set[Widget]) -> None:
        """Everything was drawn just now as it is laid out, so that none need ask for it but those that waited before:
        the layout may have come of what was remembered of them."""
        for widget in self._compositor._full_map:
            widget._repaint_required = False
            widget._exchange_repaint_regions()
            if widget not in waiting:
                widget._layout_required = False


class _Changes(CompositorUpdate):
    """An update of the screen without the cells that stand in the terminal already."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, cells: TerminalCells, size: Size) -> None:
        self._update, self._cells, self._screen_size = update, cells, size

    def render_segments(self, console: Console) -> str:
        rows = list(_rows_of(self._update))
        if any(_is_raw(segment) for _, spans in rows for span in spans for segment in span.segments):
            self._cells.forget()  # a picture by a protocol of the terminal lies over cells that have other contents
            return self._update.render_segments(console)
        self._cells.fit(*self._screen_size, COLOR_SYSTEMS[console.color_system or "truecolor"])
        return self._cells.update(rows)


def _is_raw(segment: Segment) -> bool:
    return bool(segment.control) or "\x1b" in segment.text


def _rows_of(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, list[SegmentSpan]]]:
    """What an update draws, row by row."""
    if isinstance(update, LayoutUpdate):
        for row, strips in enumerate(update.strips, update.region.y):
            segments = [segment for strip in strips for segment in strip]
            yield row, [SegmentSpan(update.region.x, segments)]
        return
    for row, start, stop in update.spans:
        chops = zip(update.chop_ends[row], update.chops[row].items(), strict=False)
        yield (
            row,
            [
                SegmentSpan(column, chop if end <= stop else chop.crop(0, stop - column))
                for end, (column, chop) in chops
                if chop is not None and column < stop and end > start
            ],
        )


class LineDrawnView(ScrollView):
    """A view drawn line by line: what it holds is fitted to a new size before it is drawn, and styled when it is.

    Textual tells a size by an event, which is handled after the first drawing, so that this would be of something else.
    And it works out the style of every component class with every change of style, as much work for each as for a
    widget: three quarters of the styling before the library is seen, most of it for what no row shows.
    """

    fitted_to: Size | None = None  # the room for which what there is to be seen was last fitted; None: it is to be

    @abstractmethod
    def fit(self, room: Size) -> None:
        """Fit what there is to be seen to the room that there is now."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        if size == self._size and self.scrollable_content_region.size == self.fitted_to:
            return False  # a layout of the screen that does not concern the view
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        room = self.scrollable_content_region.size
        if room != self.fitted_to and self.size:
            self.fitted_to = room
            self.fit(room)
            self._set_dirty()
        return changed

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]  # of this view, not of its class
        return frozenset(self._component_styles)

    def get_component_styles(self, *names: str) -> RenderStyles:
        for name in super()._get_component_classes().intersection(names).difference(self._component_styles):
            component = DOMNode(classes=name)
            component._attach(self)
            self.app.stylesheet.apply(component)
            self._component_styles[name] = component.styles
        return super().get_component_styles(*names)


def hold(view: ScrollView, size: Size) -> None:
    """What there is to be seen in the view has that size.

    A layout of the screen comes of it only where a scroll bar comes or goes; of Textual's own way one comes each time.
    """
    if size != view.virtual_size:
        view.set_reactive(ScrollView.virtual_size, size)
        view._scroll_update(size)


def forget_drawn() -> None:
    """Give free what widgets have drawn that are gone.

    Textual remembers the frames of the last 1,024 widgets drawn, and with each of these all the lines that it drew:
    about half a megabyte for an article.
    """
    StylesCache.get_inner_outer.cache_clear()


def bindings_of(node: DOMNode) -> Iterator[tuple[str, Binding]]:
    """Keys and bindings of a widget, focused or not: ``active_bindings`` has only those of the focused chain."""
    yield from node._bindings
