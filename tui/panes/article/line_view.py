"""A view drawn line by line whose scroll bar follows what is on top of the screen, not the other way round."""

from __future__ import annotations

from abc import abstractmethod
from math import ceil

from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from tui.panes.textual_private import LineDrawnView

EIGHTHS = len(ScrollBarRender.VERTICAL_BARS)


class LineView(LineDrawnView, can_focus=True):
    """Says how high the content is, and where one is in it, without the layout of the screen that Textual would do."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._following = False
        self._drawing = False  # drawing only, for no one to ask which character stands where
        self._height_known = False
        self._thumb = (0, 0)  # where the scrollbar's thumb begins and ends as drawn, in eighths of a row

    @abstractmethod
    def scrolled_to(self, row: int) -> None:
        """The scroll bar was moved to a row of the content."""

    def follow(self, top: int, height: int, known: bool) -> None:
        """The content is so high, as is known or guessed, and this row of it is on top."""
        if known and not self._height_known:
            self.vertical_scrollbar.refresh()  # drawn by a guessed height until now
        self._height_known = known
        size = Size(self.size.width, height)
        if size != self.virtual_size:
            self.set_reactive(LineView.virtual_size, size)
            self._move_thumb(self.scroll_y)
        self._following = True
        self.scroll_to(y=top, animate=False, force=True)
        self._following = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        self._move_thumb(new_value)
        if not self._following:
            self.scrolled_to(round(new_value))

    def _move_thumb(self, top: float) -> None:
        """Tell the scrollbar, drawn anew only when its thumb is seen to move: that is a fourth of a page key's work.

        While the height is guessed, that it is longer or shorter is not worth it.
        """
        if not self.show_vertical_scrollbar or not self.size.height:
            return
        bar, rows, height = self.vertical_scrollbar, self.size.height, max(1, self.virtual_size.height)
        bar.set_reactive(ScrollBar.window_virtual_size, height)
        bar.set_reactive(ScrollBar.window_size, rows)
        bar.set_reactive(ScrollBar.position, top)
        thumb = _thumb(rows, height, top)
        if thumb != self._thumb and (self._height_known or thumb[0] != self._thumb[0]):
            self._thumb = thumb
            bar.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._drawing = True
        try:
            return super().render_lines(crop)
        finally:
            self._drawing = False


def _thumb(rows: int, height: int, top: float) -> tuple[int, int]:
    """Where the thumb of a scrollbar of so many rows begins and ends, in eighths of a row, as Textual draws it."""
    if height <= rows:
        return (0, 0)
    length = max(1, rows * rows / height)
    begin = int((rows - length) * top / (height - rows) * EIGHTHS)
    return begin, begin + ceil(length * EIGHTHS)
