"""A widget of one line: the header, the footer, the head of a pane, the tab line."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.line import Line, strip

ROLES = ("text", "title", "muted", "accent", "key", "on", "warning")


class Bar(Widget):
    """One line made of pieces; what it says is computed for the width at hand when it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"bar--{role}" for role in ROLES}

    def line(self, width: int) -> Line:
        """What the line says in ``width`` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self.rich_style)
        return strip(self.line(width), width, self._style_of, self.rich_style)

    def _style_of(self, role: str) -> Style:
        return self.get_component_rich_style(f"bar--{role}", partial=True)
