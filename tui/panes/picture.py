"""One picture, as large as its room allows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui.model.page import ReadingError
from tui.panes.half_cells import half_cells
from tui.panes.notice import Notice
from tui.panes.terminal_graphics import GraphicsProtocol, cell_pixels, image_widget, release
from tui.panes.workers import run_beside
from tui.system.background import run_detached
from tui.system.pixels import Pixels
from tui.system.thumbnails import fitted, measure, thumbnail

PATIENCE = 0.3  # seconds before one is told that the picture is being decoded


class HalfCells(Widget):
    """A picture drawn in half cells."""

    def __init__(self, rows: list[Strip]) -> None:
        super().__init__()
        self._rows = rows
        self.styles.width, self.styles.height = rows[0].cell_length, len(rows)

    def render_line(self, y: int) -> Strip:
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width, self.rich_style)


class _Native(NamedTuple):
    """A picture in pixels, and the cells that it fills."""

    pixels: Pixels
    columns: int
    rows: int


class PictureView(Widget):
    """Shows a picture, or says why there is none; decodes beside the event loop, anew when its room changes."""

    def __init__(self, how: GraphicsProtocol, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._how: GraphicsProtocol = how
        self._path: Path | None = None
        self._room: tuple[Path, int, int] | None = None  # what was decoded last, and for how many cells
        self._put: Widget | None = None
        self._wait = Notice(id="wait")

    def compose(self) -> ComposeResult:
        yield self._wait

    def show(self, path: Path | None, note: str = "") -> None:
        """Show the picture in a file; without one, the note."""
        self._path, self._room = path, None
        if path is None:
            run_beside(self, partial(self._replace, _said(note)), "picture", exclusive=True)
        else:
            self._decode()

    def on_resize(self, event: events.Resize) -> None:
        self._decode()

    def on_unmount(self) -> None:
        if self._put is not None:
            release(self._put)

    def _decode(self) -> None:
        if self._path is None or not self.size:
            return
        room = (self._path, *self.size)
        if room != self._room:
            self._room = room
            run_beside(self, partial(self._fetch, *room), "picture", exclusive=True)

    async def _fetch(self, path: Path, columns: int, rows: int) -> None:
        waiting = self.set_timer(PATIENCE, self._say_that_it_takes_long)
        try:
            widget = self._made(await run_detached(_prepared, path, columns, rows, self._how))
        except ReadingError as error:
            widget = _said(str(error))
        finally:
            waiting.stop()
            self._wait.hide()
            self.set_class(False, "waiting")
        await self._replace(widget)

    def _say_that_it_takes_long(self) -> None:
        self._wait.say("Decoding", "The picture comes in a moment.")
        self.set_class(True, "waiting")

    def _made(self, shown: list[Strip] | _Native) -> Widget:
        return image_widget(self._how, *shown) if isinstance(shown, _Native) else HalfCells(shown)

    async def _replace(self, widget: Widget) -> None:
        """Show a widget in place of the one before."""
        before, self._put = self._put, widget
        if before is not None:
            release(before)
            await before.remove()
        await self.mount(widget)


def _said(note: str) -> Widget:
    notice = Notice()
    notice.say("No picture", note)
    return notice


def _prepared(path: Path, columns: int, rows: int, how: GraphicsProtocol) -> list[Strip] | _Native:
    """The picture as it is to be shown in so many cells."""
    size = measure(path)
    if how == "half-cells":
        width, height = fitted(size, (columns, 2 * rows))
        return half_cells(thumbnail(path, width, height + height % 2))
    across, down = cell_pixels()
    width, height = fitted(size, (columns * across, rows * down))
    columns, rows = max(1, round(width / across)), max(1, round(height / down))
    return _Native(thumbnail(path, columns * across, rows * down), columns, rows)
