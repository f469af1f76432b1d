"""The lines on the screen as strips: the text, what is laid over it, the labels of links, the rows of pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from tui.panes.article.strips import Strips
from tui.panes.article.styles import ADDED, COLOURED, DRAWN_AS

if TYPE_CHECKING:
    from tui.flow.layout import At
    from tui.panes.article.find_state import FindState
    from tui.panes.article.link_labels import LinkLabels
    from tui.panes.article.picture_rows import PictureRows
    from tui.panes.article.selection import TextSelection
    from tui.panes.article.viewport import Place, Viewport

KEPT_STRIPS = 512  # a dozen screens


class Drawing:
    """``colour_of`` gives the style of a role whose colours a theme decides, ``ground`` that of the pane."""

    def __init__(
        self,
        viewport: Viewport,
        parts: tuple[FindState, TextSelection, LinkLabels, PictureRows],
        colour_of: Callable[[str], Style],
        ground: Callable[[], Style],
    ) -> None:
        self._viewport = viewport
        self._find_state, self._selection, self._labels, self._pictures = parts
        self._colour_of, self._ground = colour_of, ground
        self._strips: LRUCache[tuple[At, Place | None], Strip] = LRUCache(KEPT_STRIPS)
        self._styles = Strips(self._style)
        self._restyled = False

    def forget(self) -> None:
        """The lines look otherwise than they were drawn."""
        self._strips.clear()

    def restyle(self) -> None:
        """Styles may have changed: Textual says so several times at the start.  What did not change stays drawn."""
        self._restyled = True

    def line(self, y: int, width: int) -> Strip:
        """A line of the screen, so many columns wide."""
        if self._restyled:
            self._restyled = False
            if self._styles.renew():
                self._strips.clear()
        rows = self._viewport.visible()
        if self._viewport.flow is None or y >= len(rows):
            return Strip.blank(width, self._ground())
        at = rows[y]
        key = (at, self._selection.within(at.piece))
        drawn = self._strips.get(key)
        if drawn is None:
            drawn = self._strips[key] = self._draw(at, width)
        return drawn

    def _draw(self, at: At, width: int) -> Strip:
        flow = self._viewport.flow
        assert flow is not None
        line = flow.line(at)
        shown = [offset for run in line.runs if (offset := run.offset(0)) >= 0]
        overlays = []
        if shown:
            end = max(line.end, max(shown) + flow.width)
            overlays = self._find_state.overlays(at.piece, min(shown), end) + self._selection.overlays(at.piece)
        line = self._labels.over(at, line)
        return self._pictures.over(at, self._styles.strip(line, overlays, self._viewport.left, flow.width, width))

    def _style(self, roles: tuple[str, ...]) -> Style:
        style = self._ground()
        for role in roles:
            coloured = DRAWN_AS.get(role, role)
            if coloured in COLOURED:
                style += self._colour_of(coloured)
            if role in ADDED:
                style += ADDED[role]
        return style
