"""A few lines in the middle of the screen: something is loading, empty or has failed."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tui.text.cleaning import clean


class Notice(Widget):
    """A heading, what there is to say, and what to do; it takes no room before it has something to say."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content = Content("")
        self.display = False

    def say(self, heading: str, text: str, advice: str = "") -> None:
        """Show it; texts are shown as they are."""
        content = Content.assemble((clean(heading), "bold"), "\n\n", clean(text))
        self._content = content + Content.styled(f"\n\n{clean(advice)}", "$text-muted") if advice else content
        self.display = True
        self.refresh(layout=True)

    def hide(self) -> None:
        """Give its room to what stands beside it."""
        self.display = False

    def render(self) -> Content:
        return self._content
