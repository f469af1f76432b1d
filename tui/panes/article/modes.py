"""What keys do while links have labels or a selection is made by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.panes.article.link_labels import LinkLabels
    from tui.panes.article.selection import TextSelection

FOLLOWING = "a–z follows a link · Esc ends"
SELECTING = "y copies · Esc ends · w b word · ( ) sentence · { } paragraph · j k line"


class Modes:
    """``changed`` is told the keys of the mode, "" when there is none."""

    def __init__(self, labels: LinkLabels, selection: TextSelection, changed: Callable[[str], object]) -> None:
        self._labels, self._selection, self._changed = labels, selection, changed

    def say(self) -> None:
        """Say which mode it is now."""
        self._changed(FOLLOWING if self._labels.shown else SELECTING if self._selection.by_keyboard else "")
