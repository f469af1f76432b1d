"""What is asked before an address leaves the reader: its true host is shown first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.system.opener import launcher, true_host
from tui.system.stylesheets import stylesheet
from tui.text.cleaning import clean_line


class BrowseScreen(ModalScreen[str | None]):
    """Answers "browser", "read", "copy" or None."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose('first')", "open", show=False, id="browse.open"),
        Binding("o", "choose('browser')", "open in the browser", id="browse.browser"),
        Binding("r", "choose('read')", "read it here", id="browse.read"),
        Binding("y", "choose('copy')", "copy the address", id="browse.copy"),
        Binding("escape,q", "choose('')", "cancel", id="browse.cancel"),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._launcher = launcher()

    @property
    def _browser(self) -> str:
        """What opens addresses for who reads; "" where nothing does."""
        return "your browser" if self.app.is_web else (self._launcher or ("",))[0]

    def compose(self) -> ComposeResult:
        others = "y copies it · Esc cancels"
        if self._browser:
            ways = f"Enter opens it with {self._browser} · r reads it here · {others}"
        else:
            ways = f"There is no browser here · Enter reads it here · {others}"
        with Vertical(classes="dialog"):
            yield Static(Content.assemble("Open ", (true_host(self._address), "bold")), classes="question")
            yield Static(Content(clean_line(self._address, 400)), classes="address")
            yield Static(Content(ways), classes="advice")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._browser) if parameters == ("browser",) else True

    def action_choose(self, wish: str) -> None:
        """``first``: what the machine can do, the browser before the reader."""
        first = "browser" if self._browser else "read"
        self.dismiss((first if wish == "first" else wish) or None)
