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
        """Show it, but for what is empty; texts are shown as they are."""
        said = (
            Content.styled(clean(heading), "bold"),
            Content(clean(text)),
            Content.styled(clean(advice), "$text-muted"),
        )
        self._content = Content("\n\n").join(part for part in said if part)
        self.display = True
        self.refresh(layout=True)

    def hide(self) -> None:
        """Give its room to what stands beside it."""
        self.display = False

    def render(self) -> Content:
        return self._content
