"""What goes on beside reading: a newer text of the address is looked for, pictures are gathered, room is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.feeds.refreshing import OFFLINE
from tui.screens.gathering import DURING
from tui.screens.reader.kept_article import KeptArticle, Record, read_record, read_target
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.intake import open as opening
    from tui.intake.reading_list import Opened
    from tui.screens.base import AppServices
else:
    (opening,) = lazy_modules("tui.intake", "open")

CHANGED = "The page has changed: this is its new text. D shows what is different"
WHOLE_NOW = "This is the whole article now"


class Upkeep:
    """``given``: the address that the article was opened by, "" without one.

    ``recorded`` is called when the record was read again, with whether the page has another text by now.
    """

    def __init__(
        self, services: AppServices, kept_article: KeptArticle, given: str, recorded: Callable[[bool], None]
    ) -> None:
        self._services, self._kept_article, self._given = services, kept_article, given
        self._recorded = recorded
        self._begun = False  # whether the pictures are, or were, gathered

    async def complete(self, by_address: bool) -> None:
        """Look whether the address that was opened has a newer text, then gather the pictures that are not here yet."""
        if by_address and not self._kept_article.opened.fresh and self._kept_article.id is not None:
            await self._guarded(self._look_for_newer, "looking for a newer text")
        await self._guarded(self._gather_pictures, DURING)

    async def look_again(self) -> None:
        """Ask the address, stale or not, and for the pictures that could not be had; say what came of it."""
        if self._out_of_reach:
            self._services.say(OFFLINE)
            return
        self._services.say("Asking for the page again")
        if await self._guarded(self._ask_and_say, "looking for a newer text"):
            await self._guarded(partial(self._gather_pictures, again=True), DURING)

    def leave(self) -> None:
        """Have the pictures gathered though one leaves before it came to that."""
        if not self._begun:
            self._services.gathering.begin(self._kept_article.opened)

    async def read_record(self) -> None:
        """Read again what the library has about the article."""
        opened = self._kept_article.opened
        with suppress(ReadingError):  # what was read before stays
            record = await self._services.library_work.read(lambda library: read_record(library, opened))
            if self._kept_article.opened is opened:
                self._kept_article.record = record
        self._recorded(False)

    async def show_whole(self) -> None:
        """Show the whole article, if it has come, in the place of what a feed has of it."""
        before = self._kept_article
        opened, number = before.opened, before.id
        if number is None or not before.record.not_whole:
            return
        with suppress(ReadingError):  # what was read before stays
            found = await self._services.library_work.read(lambda library: read_target(library, number))
            if found and not found[1].not_whole and before.opened is opened:
                self._show_instead(*found)

    async def _guarded(self, work: Callable[[], Awaitable[None]], during: str) -> bool:
        """Do it, or say why it could not be done; whether it was done."""
        try:
            await work()
        except ReadingError as error:
            self._services.say(str(error), severity="warning")
            return False
        except Exception as error:  # noqa: BLE001 - the log has it, the article can be read on
            self._services.say(self._services.fault(error, during), severity="warning")
            return False
        return True

    async def _look_for_newer(self) -> None:
        """Show the newer text of the address if what is kept is stale; say that it could not be asked."""
        if self._out_of_reach:
            self._say_unchecked()
            return
        address = self._kept_article.article.address
        try:
            if await self._services.library_work.read(lambda library: opening.is_stale(address, library)):
                await self._ask_address()
        except ReadingError:
            self._say_unchecked()

    async def _ask_and_say(self) -> None:
        if not await self._ask_address():
            self._services.say("The page is as it is kept here")

    @property
    def _out_of_reach(self) -> bool:
        """Whether the article is one of the web, and nothing is asked of it."""
        return self._services.offline and opening.is_web(self._kept_article.article.address)

    async def _ask_address(self) -> bool:
        """Ask the address and show what it has now; whether that is another text."""
        before = self._kept_article.opened
        self._services.gathering.stop(before.id)
        self._begun = False
        opened = await opening.refresh_article(before, self._services.library, self._given)
        if self._kept_article.unchecked:
            self._kept_article.unchecked = False
            self._recorded(False)
        changed = opened.fresh and replace(opened.article, left_out=before.article.left_out) != before.article
        if changed:
            await self._replace(opened)
        elif opened.fresh and before.article.left_out is None:  # kept before it was noted
            self._kept_article.opened = opened
            self._recorded(False)
        return changed

    def _say_unchecked(self) -> None:
        """What is shown may not be what the address has now."""
        self._kept_article.unchecked = True
        self._recorded(False)

    async def _replace(self, opened: Opened) -> None:
        self._show_instead(opened, await self._services.library_work.read(lambda library: read_record(library, opened)))

    def _show_instead(self, opened: Opened, record: Record) -> None:
        was_whole = not self._kept_article.record.not_whole
        self._kept_article.opened, self._kept_article.record = opened, record
        self._recorded(True)
        self._services.say(CHANGED if was_whole else WHOLE_NOW)

    async def _gather_pictures(self, again: bool = False) -> None:
        opened, arrivals = self._kept_article.opened, []

        def arrived(caption: int) -> None:
            arrivals.append(caption)
            if len(arrivals) == 1:
                run_beside(self._services, partial(self._show_arrived, arrivals))

        self._begun = True
        notes = await self._services.gathering.gather(opened, arrived, again=again)
        if arrivals or notes != self._kept_article.record.notes:
            await self.read_record()

    async def _show_arrived(self, arrivals: list[int]) -> None:
        """Show the pictures that have arrived; those that arrive meanwhile, together, after that."""
        while arrivals:
            arrived = len(arrivals)
            await self.read_record()
            del arrivals[:arrived]
