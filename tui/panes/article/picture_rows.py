"""Pictures in the article's text: drawn in the rows that the layout leaves for them, as they come to be seen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.cache import LRUCache
from textual.strip import Strip

from tui.flow.block_forms import FigureForm
from tui.model.page import ReadingError
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.flow.layout import At
    from tui.panes import half_cells
    from tui.panes.article.viewport import Viewport
    from tui.system import thumbnails
else:  # few articles are shown with pictures in the text
    (half_cells,) = lazy_modules("tui.panes", "half_cells")
    (thumbnails,) = lazy_modules("tui.system", "thumbnails")

KEPT = 24  # pictures kept drawn, some screens of them; each is a thousand cells or so, 0.3 to 0.5 MB


class Pictured(NamedTuple):
    """A picture's file and its size in pixels."""

    path: Path
    width: int
    height: int


class PictureAtSize(NamedTuple):
    """A picture as it is to be drawn: the caption's index, and the size in cells."""

    caption: int
    columns: int
    rows: int


class PictureRows:
    """Draws the pictures of figures; what is not decoded yet stays an empty place of the right size.

    ``run`` runs the decoding, in the background of the widget.
    """

    def __init__(self, viewport: Viewport, run: Callable[[Callable[[], Awaitable[None]]], object]) -> None:
        self._viewport, self._run = viewport, run
        self._pictures: dict[int, Pictured] = {}
        self._undrawn: dict[int, str] = {}
        self._drawn: LRUCache[PictureAtSize, list[Strip]] = LRUCache(KEPT)
        self._wanted: list[PictureAtSize] = []  # what was seen last, last
        self._decoding = False

    @property
    def pictures(self) -> Mapping[int, Pictured]:
        """The pictures that are drawn in the figures, by caption index."""
        return self._pictures

    @property
    def figure_in_view(self) -> int | None:
        """The caption index of the first figure on the screen."""
        blocks = self._viewport.flow.blocks if self._viewport.flow is not None else ()
        rows = self._viewport.visible()
        return next((caption for at in rows if (caption := blocks[at.piece].caption) is not None), None)

    def clear(self) -> None:
        """Another article is shown."""
        self._pictures, self._undrawn = {}, {}
        self._drawn.clear()

    def show(self, pictures: Mapping[int, Pictured], undrawn: Mapping[int, str] | None = None) -> None:
        """Draw these pictures, by caption index, in the figures, and no others; the place stays.

        ``undrawn`` say why a picture that is kept cannot be drawn.
        """
        undrawn = dict(undrawn or {})
        if pictures == self._pictures and undrawn == self._undrawn:
            return
        for wanted in list(self._drawn.keys()):
            if self._pictures.get(wanted.caption) != pictures.get(wanted.caption):
                self._drawn.discard(wanted)
        self._pictures, self._undrawn = dict(pictures), undrawn
        self._viewport.set_pictures({caption: (p.width, p.height) for caption, p in pictures.items()}, undrawn)

    def over(self, at: At, strip: Strip) -> Strip:
        """A line's strip with its row of a picture, if it has one that is drawn by now."""
        row_of_picture = self._row_of_picture(at) if self._pictures else None
        if row_of_picture is None or self._viewport.flow is None:
            return strip
        form, wanted, row = row_of_picture
        picture = self._drawn.get(wanted)
        if picture is None:
            self._want(wanted)
            return strip
        left = self._viewport.left + self._viewport.flow.frames[at.piece].indent + form.left
        right = left + wanted.columns
        return Strip.join([strip.crop(0, left), picture[row], strip.crop(right, strip.cell_length)])

    def _row_of_picture(self, at: At) -> tuple[FigureForm, PictureAtSize, int] | None:
        """The figure whose picture a line shows, the picture, and which of its rows."""
        flow = self._viewport.flow
        assert flow is not None
        caption, form = flow.blocks[at.piece].caption, flow.form(at.piece)
        if caption not in self._pictures or not isinstance(form, FigureForm) or caption is None:
            return None
        row = form.picture_row(at.line - flow.frames[at.piece].gap)
        return None if row is None else (form, PictureAtSize(caption, form.columns, form.rows), row)

    # decoding

    def _want(self, wanted: PictureAtSize) -> None:
        if wanted in self._wanted:
            return
        self._wanted.append(wanted)
        if not self._decoding:
            self._decoding = True
            self._run(self._decode)

    async def _decode(self) -> None:
        """Decode one picture after the other, what was seen last first; what has gone from the screen is left out."""
        try:
            while self._wanted:
                wanted = self._wanted[-1]
                picture = self._pictures.get(wanted.caption)
                if picture is not None and self._on_screen(wanted):
                    try:
                        strips = await run_detached(_drawn, picture.path, wanted.columns, wanted.rows)
                        self._arrived(wanted, picture, strips)
                    except ReadingError as error:
                        self._give_up(wanted.caption, picture, str(error))
                self._wanted = [other for other in self._wanted if other != wanted]
        finally:
            self._decoding = False

    def _on_screen(self, wanted: PictureAtSize) -> bool:
        rows = (self._row_of_picture(at) for at in self._viewport.visible())
        return any(row is not None and row[1] == wanted for row in rows)

    def _arrived(self, wanted: PictureAtSize, picture: Pictured, drawn: list[Strip]) -> None:
        if self._pictures.get(wanted.caption) == picture:
            self._drawn[wanted] = drawn
            self._viewport.draw_anew()

    def _give_up(self, caption: int, picture: Pictured, why: str) -> None:
        """Take back the room of a picture that cannot be drawn, and say why in its figure."""
        if self._pictures.get(caption) == picture:
            left = {index: p for index, p in self._pictures.items() if index != caption}
            self.show(left, {**self._undrawn, caption: why})


def _drawn(path: Path, columns: int, rows: int) -> list[Strip]:
    return half_cells.half_cells(thumbnails.thumbnail(path, columns, 2 * rows))
