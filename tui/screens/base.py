"""What the screens share: what they may ask of the app, and the keys that work everywhere."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.intake.reading_list import ReadingList

if TYPE_CHECKING:
    from tui.library import Library
    from tui.system.config import Config

Severity = Literal["information", "warning", "error"]


class AppServices(App[None]):
    """The app as its screens know it."""

    library: Library
    offline: bool
    config: Config

    @abstractmethod
    def now(self) -> datetime:
        """The time, with a zone."""

    @abstractmethod
    def say(self, text: str, severity: Severity = "information") -> None:
        """One line to the reader, shown for a few seconds."""

    @abstractmethod
    def fault(self, error: Exception, during: str) -> str:
        """Write an unexpected error to the log; the line to show for it."""

    @abstractmethod
    def read(self, reading: ReadingList, instead: bool = False) -> None:
        """Open the list's target, on top of this screen or ``instead`` of it."""

    @abstractmethod
    def browse(self, address: str) -> None:
        """Offer an address to the system's browser, its true host shown first."""

    @abstractmethod
    async def launch(self, target: str | Path) -> None:
        """Hand a web address or a file to the system's program; say it when that fails."""

    @abstractmethod
    def copy(self, text: str, what: str) -> None:
        """Copy a text; ``what`` it is, is said to the reader with the way it took."""


class NewsScreen(Screen[None]):
    """A screen with the keys that work everywhere; q and Esc go back, and quit from the first one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "back", id="screen.back"),
        Binding("escape", "escape", "back", show=False, id="screen.escape"),
    ]

    @property
    def news(self) -> AppServices:
        """The app."""
        return cast(AppServices, self.app)

    def action_back(self) -> None:
        """To the screen before; from the first one, out."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()

    def action_escape(self) -> None:
        """Out of what is open on this screen, else back."""
        self.action_back()
