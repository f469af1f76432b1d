"""Jumps through an article, to a place, a heading, an end, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.flow.layout import At
from tui.flow.outline import Heading, next_heading, outline
from tui.panes.article.viewport import TOP, Place, Viewport

if TYPE_CHECKING:
    from tui.model.article import Article

JUMPS = 200  # places kept to go back to


class JumpHistory:
    """Where one was before each jump; None stands for the very beginning."""

    def __init__(self, viewport: Viewport) -> None:
        self.headings: list[Heading] = []
        self._viewport = viewport
        self._back: list[Place | None] = []
        self._forth: list[Place | None] = []

    def show(self, article: Article) -> None:
        """Another article is shown."""
        self.headings = outline(article)
        self._back, self._forth = [], []

    def remember(self) -> None:
        """One is about to jump."""
        self._back.append(self._viewport.anchor())
        del self._back[:-JUMPS]
        self._forth.clear()

    def travel(self, step: int) -> None:
        """Back (-1) or forward (1) through the jumps."""
        there, here = (self._back, self._forth) if step < 0 else (self._forth, self._back)
        flow = self._viewport.flow
        if not there or flow is None:
            return
        here.append(self._viewport.anchor())
        place = there.pop()
        self._viewport.put(flow.on_top(*place) if place else TOP, place)

    def go_to(self, block: int, start: int, end: int | None = None) -> None:
        """Bring ``blocks[block].text[start:end]`` into sight and mark it as where one is."""
        if self._viewport.await_place(block, start, end):
            return
        if not self._viewport.sees(block, start):
            self.remember()
        self._viewport.arrive(block, start, end)

    def to_end(self, end: int) -> None:
        """To the beginning (-1) or the end (1)."""
        flow = self._viewport.flow
        if flow is not None:
            self.remember()
            self._viewport.put(flow.last_screen(self._viewport.height) if end > 0 else TOP)

    def to_heading(self, step: int) -> None:
        """Put the next (1) or previous (-1) heading on top; before the first one is the beginning."""
        flow, top = self._viewport.flow, self._viewport.top
        if flow is None:
            return
        block = top.piece - flow.first_block
        if top.line < flow.frames[top.piece].gap:  # the empty lines above a heading are not it
            block -= 1 if step > 0 else 0
        heading = next_heading(self.headings, block, step)
        if heading is not None:
            self.remember()
            piece = flow.first_block + heading
            self._viewport.put(At(piece, flow.frames[piece].gap))
        elif step < 0:
            self.to_end(-1)
