"""A picture of the article on a screen of its own, with what is said of it; the other pictures are a key away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.model.article import Caption
from tui.output.quotation import caption_with_credit
from tui.panes.captions import NO_CAPTION, further_alt
from tui.panes.footer import Footer
from tui.panes.picture import PictureView
from tui.panes.terminal_graphics import GraphicsProtocol
from tui.panes.workers import run_beside
from tui.screens.base import NewsScreen
from tui.system.stylesheets import stylesheet

NOT_TO_BE_HAD = "Picture {number} is not kept, and its address is not known"
NOT_KEPT = "This picture is not kept in the library."


class PictureScreen(NewsScreen):
    """Shows the pictures of an article one by one.

    ``find`` gives the file of a caption's picture, ``notes`` say why one is not kept, ``how`` it is drawn.
    """

    TITLE = "Picture"
    CSS_PATH = stylesheet("picture")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J,right", "step(1)", "next", id="picture.next", tooltip="To the next picture"),
        Binding("K,left", "step(-1)", "previous", id="picture.previous", tooltip="To the picture before"),
        Binding("o", "open", "open", id="picture.open", tooltip="Open it in the system's viewer"),
        Binding("y", "copy", "copy", id="picture.copy", tooltip="Copy the caption and its credit"),
        Binding("j,down", "scroll(1)", "down", show=False, id="picture.down", tooltip="A line of the caption down"),
        Binding("k,up", "scroll(-1)", "up", show=False, id="picture.up", tooltip="A line of the caption up"),
        Binding("v", "back", "back", show=False, id="picture.close"),
    ]

    def __init__(
        self,
        captions: Sequence[Caption],
        at: int,
        find: Callable[[int], Path | None],
        notes: Mapping[int, str],
        how: GraphicsProtocol,
    ) -> None:
        super().__init__()
        self._captions, self._find, self._notes = captions, find, notes
        self._view, self._said, self._footer = (
            PictureView(how, id="picture"),
            Static(id="said", markup=False),
            Footer(id="footer"),
        )
        self._about = VerticalScroll(self._said, id="about", can_focus=False)
        self.at = at

    def compose(self) -> ComposeResult:
        yield self._view
        yield self._about
        yield self._footer

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        caption = self._captions[self.at]
        self._said.update(said_of(caption))
        self._about.scroll_home(animate=False)
        self._view.show(self._find(self.at), self._notes.get(self.at, NOT_KEPT))
        self._footer.say(f"picture {self.at + 1} of {len(self._captions)}")

    def action_step(self, step: int) -> None:
        there = self.at + step
        if 0 <= there < len(self._captions):
            self.at = there
            self._show()
        else:
            self.services.say("This is the last picture" if step > 0 else "This is the first picture")

    def action_scroll(self, lines: int) -> None:
        self._about.scroll_relative(y=lines, animate=False)

    def action_copy(self) -> None:
        self.services.copy(caption_with_credit(self._captions[self.at]), "caption")

    def action_open(self) -> None:
        """Open the picture in the system's viewer, else offer its address."""
        caption = self._captions[self.at]
        if picture := self._find(self.at):
            run_beside(self, partial(self.services.launch, picture))
        elif caption.image:
            self.services.browse(caption.image)
        else:
            self.services.say(NOT_TO_BE_HAD.format(number=self.at + 1))


def said_of(caption: Caption) -> Content:
    """Caption, credit and alternative text, a line each."""
    lines = [Content.styled(caption.text, "bold")] if caption.text else []
    if caption.credit:
        lines.append(Content.styled(caption.credit, "italic"))
    if alt := further_alt(caption):
        lines.append(Content.styled(f"alt: {alt}", "$text-muted"))
    return Content("\n").join(lines) if lines else Content.styled(NO_CAPTION, "$text-muted")
