"""A widget of one line: the header, the footer, the head of a pane, the tab line."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.panes.pane_line import Line, strip

PLAIN = "text"  # the role of what looks as the line does


def roles(*names: str) -> set[str]:
    """The component classes of these roles."""
    return {f"bar--{name}" for name in names}


class Bar(Widget):
    """One line made of pieces; what it says is computed for the width at hand when it is drawn.

    Subclasses name the roles that they use: Textual works out the style of each at every change of style.
    """

    def line(self, width: int) -> Line:
        """What the line says in ``width`` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y or not width:
            return Strip.blank(width, self.rich_style)
        return strip(self.line(width), width, self._style_of, self.rich_style)

    def _style_of(self, role: str) -> Style:
        return Style.null() if role == PLAIN else self.get_component_rich_style(f"bar--{role}", partial=True)
