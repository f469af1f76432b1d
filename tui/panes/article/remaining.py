"""How much is left to read, counted in idle time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.flow.outline import next_heading
from tui.flow.reading_time import WordsLeft

if TYPE_CHECKING:
    from tui.model.article import Article
    from tui.panes.article.jump_history import JumpHistory
    from tui.panes.article.viewport import Viewport


class Remaining:
    """Minutes to read from the top of the screen."""

    def __init__(self, viewport: Viewport, jumps: JumpHistory) -> None:
        self._viewport, self._jumps = viewport, jumps
        self._progress = WordsLeft(())

    def show(self, article: Article) -> None:
        """Another article is shown."""
        self._progress = WordsLeft(article.blocks)

    def count(self, characters: int) -> bool:
        """Count about so many more characters; whether all are counted."""
        return self._progress.count(characters)

    @property
    def minutes(self) -> int:
        """Minutes to the end; 0 when the end is to be seen."""
        viewport = self._viewport
        if viewport.article is None or not viewport.article.blocks:
            return 0
        if viewport.flow is not None and viewport.fraction >= 1:
            return 0
        return self._progress.minutes_left(*viewport.place)

    @property
    def section_minutes(self) -> int:
        """Minutes to the next heading."""
        if self._viewport.article is None or not self._viewport.article.blocks:
            return 0
        block, offset = self._viewport.place
        return self._progress.minutes_left(block, offset, next_heading(self._jumps.headings, block, 1))
