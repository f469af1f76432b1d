"""The pictures of articles that were opened: gathered to the end, though one has gone on to others meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from tui.model.reading_errors import ReadingError
from tui.panes.workers import run_beside
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.fetch.pictures import Missing
    from tui.intake import open as opening
    from tui.intake.reading_list import Opened
    from tui.library import Library
    from tui.screens.base import AppServices
else:
    (opening,) = lazy_modules("tui.intake", "open")

AT_ONCE = 4  # articles: the one that is read, and those that one has left
MEGABYTE = 1_000_000  # bytes
DURING = "gathering pictures"
Arrived = Callable[[int], None]


class Gathering:
    """Gathers for the reader, and goes on when that has left; of more than a few articles the newest first.

    What is not done when the app is left waits in the library for the next refresh.  ``stopped``: whether it is left.
    """

    def __init__(self, services: AppServices, stopped: Callable[[], bool]) -> None:
        self._services, self._stopped = services, stopped
        self._going: dict[int, _Going] = {}  # by the articles' numbers, the oldest first
        self._put_off: list[_Going] = []

    def is_gathering(self, number: int | None) -> bool:
        """Whether pictures of an article are still to come."""
        return number in self._going or any(going.number == number for going in self._put_off)

    def begin(self, opened: Opened) -> None:
        """Gathers the pictures of an article that one leaves, unless that goes on already."""
        if opened.id is not None and opened.article.captions and not self.is_gathering(opened.id):
            self._start(_Going(opened, opened.id, again=False))

    async def gather(self, opened: Opened, arrived: Arrived, *, again: bool) -> dict[int, str]:
        """As ``gather_pictures``; who waits for it may give up, and it goes on.  Raises what that raises."""
        if opened.id is None or not opened.article.captions:
            return {}
        going = self._going.get(opened.id)
        if going is None or not going.serves(opened, again=again):
            put_off = (other for other in self._put_off if other.number == opened.id)
            serving = next((other for other in put_off if other.serves(opened, again=again)), None)
            self.stop(opened.id)
            going = serving or _Going(opened, opened.id, again=again)
            self._start(going)
        going.listeners.append(arrived)
        return await going.ended()

    def stop(self, number: int | None) -> None:
        """Ends what goes on for an article: its text may become another, whose captions are others."""
        self._put_off = [other for other in self._put_off if other.number != number]
        if number is not None and (going := self._going.pop(number, None)):
            going.cancel()

    def _start(self, going: _Going) -> None:
        """Those that were begun first give way to one that was opened later."""
        if self._stopped():
            return
        self._put_off = [other for other in self._put_off if other is not going]
        self._going[going.number] = going
        run_beside(self._services, partial(self._run, going), "pictures")
        for oldest in list(self._going.values())[:-AT_ONCE]:
            oldest.put_off()

    async def _run(self, going: _Going) -> None:
        going.task, offline, library = asyncio.current_task(), self._services.offline, self._services.library
        try:
            if going.ends:
                raise asyncio.CancelledError
            if not offline and not await run_detached(_note_begun, library, going.opened):
                raise asyncio.CancelledError
            missed: list[Missing] = []
            notes = await opening.gather_pictures(
                going.opened, library, offline=offline, again=going.again, arrived=going.tell, missed=missed.append
            )
            waits = any(each.may_pass for each in missed)
            await run_detached(_note_done, library, going.number, self._limit, waits=waits)
            going.succeed(notes)
        except asyncio.CancelledError:
            going.done.cancel()
            if not going.gives_way:
                raise
            self._put_off.append(_Going(going.opened, going.number, again=going.again))
        except Exception as error:  # noqa: BLE001 - said where it is waited for, else in the log
            going.fail(error, self._services.fault)
        finally:
            if self._going.get(going.number) is going:
                del self._going[going.number]
            self._go_on(told=going.arrived)

    def _go_on(self, *, told: bool) -> None:
        if self._stopped():
            return
        if told:  # who shows the library sees them
            self._services.library_changed()
        if self._put_off and len(self._going) < AT_ONCE:
            self._start(self._put_off[-1])

    @property
    def _limit(self) -> int:
        return self._services.config.picture_limit * MEGABYTE


class _Going:
    """The gathering of one article's pictures: who is told of those that arrive, and what comes of it."""

    def __init__(self, opened: Opened, number: int, *, again: bool) -> None:
        self.opened, self.number, self.again = opened, number, again
        self.listeners: list[Arrived] = []
        self.done: asyncio.Future[dict[int, str]] = asyncio.get_running_loop().create_future()
        self.task: asyncio.Task[None] | None = None
        self.arrived = self.ends = self.gives_way = False
        self._waiting = 0

    def serves(self, opened: Opened, *, again: bool) -> bool:
        """Whether it does what is asked for."""
        return self.opened.article == opened.article and (self.again or not again)

    def tell(self, caption: int) -> None:
        """A picture has arrived."""
        self.arrived = True
        for listener in self.listeners:
            listener(caption)

    async def ended(self) -> dict[int, str]:
        """What came of it."""
        self._waiting += 1
        try:
            return await asyncio.shield(self.done)
        finally:
            self._waiting -= 1

    def put_off(self) -> None:
        """Ends it for now."""
        self.gives_way = True
        self.cancel()

    def cancel(self) -> None:
        """Ends it."""
        self.ends = True
        if self.task:
            self.task.cancel()

    def succeed(self, notes: dict[int, str]) -> None:
        """It came to its end."""
        if not self.done.done():
            self.done.set_result(notes)

    def fail(self, error: Exception, fault: Callable[[Exception, str], str]) -> None:
        """It could not be done."""
        if self._waiting and not self.done.done():
            self.done.set_exception(error)
        elif not isinstance(error, ReadingError):
            fault(error, DURING)


def _note_begun(library: Library, opened: Opened) -> bool:
    """Has the next refresh gather the pictures, if there are any to be had, where the app does not come to it.

    Whether they are to be gathered: not of a text in whose place another has come, which has other captions.
    """
    with suppress(ReadingError):  # they are gathered all the same
        row = library.articles.row(opened.id) if opened.id is not None else None
        if row is None or library.articles.get(row.id).captions != opened.article.captions:
            return False
        if row.pictures + row.missing < row.captions and not library.read_only:
            library.entries.queue_pictures(row.id)
    return True


def _note_done(library: Library, number: int, limit: int, *, waits: bool) -> None:
    """All was asked for; gives up pictures of articles done with when all take more than the reader allows.

    ``waits``: some may come another time, and the next refresh asks for them.
    """
    with suppress(ReadingError):
        if not waits:
            library.entries.pictures_done(number)
        library.pictures.evict(limit)
