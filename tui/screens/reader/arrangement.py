"""Which of the reader's panes are to be seen: all beside each other, one at a time, or without those hidden."""

from __future__ import annotations

from tui.panes.tabs import PANES

WIDE = 110  # columns from which the panes stand side by side


class PaneArrangement:
    """The pane that has the keys, whether it is zoomed, and which panes are hidden, on a screen of some width."""

    def __init__(self) -> None:
        self.active = "article"
        self.zoomed = False
        self.hidden: set[str] = set()
        self.columns = 0

    @property
    def wide(self) -> bool:
        """Whether the panes stand side by side."""
        return self.columns >= WIDE

    @property
    def one_at_a_time(self) -> bool:
        """Whether only the pane that has the keys is to be seen."""
        return self.zoomed or not self.wide

    def shows(self, pane: str) -> bool:
        """Whether a pane is to be seen."""
        return pane == self.active if self.one_at_a_time else pane not in self.hidden

    def turn_to(self, pane: str) -> None:
        """Give a pane the keys; it is shown if it was hidden."""
        self.hidden.discard(pane)
        self.active = pane

    def after(self, step: int) -> str:
        """The pane so many steps on, of those that one may turn to without showing a hidden one."""
        panes = list(PANES) if self.one_at_a_time else [pane for pane in PANES if pane not in self.hidden]
        at = panes.index(self.active) if self.active in panes else 0
        return panes[(at + step) % len(panes)]

    def toggle(self, pane: str) -> None:
        """Hide or show a pane; where one pane is seen at a time, turn to it or back to the article."""
        if self.one_at_a_time:
            self.turn_to("article" if self.active == pane else pane)
            return
        self.hidden ^= {pane}
        if self.active in self.hidden:
            self.turn_to("article")

    def toggle_zoom(self) -> None:
        """Give the pane that has the keys the whole screen, or take that back."""
        self.zoomed = not self.zoomed and self.wide
