"""The tab line of narrow screens, and the head line of a pane on wide ones."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len

from tui.panes.bar import Bar, roles
from tui.panes.pane_line import Line, Piece, width_of

PANES = ("article", "sources", "captions")


class TabLine(Bar):
    """``Article · Sources 7 · Captions 2``, the pane that is shown stands out."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("title", "muted")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._active = "article"
        self._counts: dict[str, int] = {}

    def show(self, active: str, counts: dict[str, int]) -> None:
        """Name the pane that is shown, and how much the others hold."""
        if (active, counts) != (self._active, self._counts):
            self._active, self._counts = active, counts
            self.refresh()

    def line(self, width: int) -> Line:
        pieces: list[Piece] = [Piece(" ")]
        for name in PANES:
            count = f" {self._counts[name]}" if self._counts.get(name) else ""
            label = f"{name.capitalize()}{count}"
            action = f"screen.show_pane('{name}')"
            pieces.append(Piece(" · ", "muted") if len(pieces) > 1 else Piece(""))
            shown = Piece(f"[{label}]", "title", action) if name == self._active else Piece(label, "muted", action)
            pieces.append(shown)
        return tuple(pieces)


class PaneHead(Bar):
    """``SOURCES  7 voices``: the name of a pane and what it holds; marked when the pane has the keys."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("title", "muted", "accent")

    def __init__(self, name: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pane = name
        self._facts: tuple[str, ...] = ()
        self._active = False

    def show(self, facts: tuple[str, ...], active: bool) -> None:
        """What stands beside the name, from most to fewest words; whether the pane has the keys."""
        if (facts, active) != (self._facts, self._active):
            self._facts, self._active = facts, active
            self.refresh()

    def line(self, width: int) -> Line:
        action = f"screen.show_pane('{self._pane}')"
        mark = Piece("▌", "accent") if self._active else Piece(" ")
        name = Piece(self._pane.upper(), "accent" if self._active else "title", action)
        room = width - width_of((mark, name)) - 2
        fitting = (facts for facts in self._facts if cell_len(facts) <= room)
        return (mark, name, Piece("  "), Piece(next(fitting, ""), "muted"))
