"""A few lines in the middle of the screen: something is loading, empty or has failed."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from tui.text.cleaning import clean


class Notice(Widget):
    """A heading, what there is to say, and what to do."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._content = Content("")

    def say(self, heading: str, text: str, advice: str = "") -> None:
        """Say it; texts are shown as they are."""
        content = Content.assemble((clean(heading), "bold"), "\n\n", clean(text))
        self._content = content + Content.styled(f"\n\n{clean(advice)}", "$text-muted") if advice else content
        self.refresh(layout=True)

    def render(self) -> Content:
        return self._content
