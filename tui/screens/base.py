"""What the screens share: what they may ask of the app, and the keys that work everywhere."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.binding import Binding, BindingType

from tui.intake.reading_list import ReadingList
from tui.library.library_work import AT_ONCE, LibraryWork
from tui.model.page import ReadingError
from tui.panes.textual_private import SettledScreen, StartingApp, forget_drawn
from tui.panes.workers import run_beside

if TYPE_CHECKING:
    from tui.library import Library
    from tui.screens.feeds.refreshing import Refreshing
    from tui.screens.gathering import Gathering
    from tui.screens.library_changes import LibraryChanges
    from tui.system.config import Config
    from tui.system.remembered import Remembered

Severity = Literal["information", "warning", "error"]


class AppServices(StartingApp):
    """The app as its screens know it.

    The library itself is for work beside the event loop; what a screen asks of it goes through ``library_work``.
    """

    library: Library
    library_work: LibraryWork
    changes: LibraryChanges
    refreshing: Refreshing
    gathering: Gathering
    offline: bool
    config: Config
    remembered: Remembered
    last_read: int | None = None  # number of the article that was read last
    last_key: float = 0.0  # when it came, by the event loop's clock

    @abstractmethod
    def now(self) -> datetime:
        """The time, with a zone."""

    @abstractmethod
    def library_changed(self) -> None:
        """Something new is in the library: the screen that shows it looks at it."""

    @abstractmethod
    def say(self, text: str, severity: Severity = "information") -> None:
        """One line to the reader, shown for a few seconds."""

    @abstractmethod
    def remember(self, chosen: Remembered) -> None:
        """Remember what was chosen for the next start."""

    @abstractmethod
    def fault(self, error: Exception, during: str) -> str:
        """Write an unexpected error to the log; the line to show for it."""

    @abstractmethod
    async def read(self, reading: ReadingList, instead: bool = False) -> None:
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

    def action_help_quit(self) -> None:
        """Ctrl+C, where nothing is selected that it would copy."""
        self.say("Ctrl+Q quits")


class NewsScreen(SettledScreen[None]):
    """A screen with the keys that work everywhere; q and Esc go back, and quit from the first one.

    ``read_here``: what is read on it, to which Esc comes back from the next article where that takes too long.
    """

    read_here: ReadingList | None = None
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "back", id="screen.back"),
        Binding("escape", "escape", "back", show=False, id="screen.escape"),
    ]

    @property
    def services(self) -> AppServices:
        """The app."""
        return cast(AppServices, self.app)

    async def ask(self, work: Callable[[], Awaitable[None]], group: str = "library", exclusive: bool = True) -> None:
        """Do what asks the library; a ReadingError is shown.  ``exclusive``: what its group asked before is given up.

        Returns when it is done, so that the keys after it find what it brought, or after as long as a key may wait:
        then it goes on beside them.
        """
        done = asyncio.Event()

        async def run() -> None:
            try:
                await saying_why(self.services, work)
            finally:
                done.set()

        # What changes something is followed to its end, though the screen is left meanwhile.
        owner, group = (self, group) if exclusive else (self.app, "changes")
        run_beside(owner, run, group, exclusive=exclusive)
        with suppress(TimeoutError):
            async with asyncio.timeout(AT_ONCE):
                await done.wait()

    def on_unmount(self) -> None:
        """After the screen is gone (those that derive from it have their own, which is called before)."""
        forget_drawn()

    async def library_changed(self) -> None:
        """Something was written to the library, or could not be; for screens that show it."""

    def action_back(self) -> None:
        """To the screen before; from the first one, out."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()

    async def action_escape(self) -> None:
        """Away with what the app says in a box over the screen; else out of what is open here, else back."""
        if self.query("Toast"):
            self.app.clear_notifications()
        else:
            await self.leave_one()

    async def leave_one(self) -> None:
        """Out of what is open on this screen, else back."""
        self.action_back()


async def saying_why(services: AppServices, work: Callable[[], Awaitable[None]]) -> None:
    """Do work that asks the library or the network; what cannot be done is said."""
    try:
        await work()
    except ReadingError as error:
        services.say(str(error), severity="error")


def follow(services: AppServices, work: Callable[[], Awaitable[None]]) -> None:
    """Have done beside the keys what changes something, to its end though the screen is left meanwhile."""
    run_beside(services, partial(saying_why, services, work), "changes")
