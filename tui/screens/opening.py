"""An address on its way to the screen: progress, Esc to stop, and what went wrong when it did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.fetch import locate
from tui.fetch.errors import GoneError
from tui.intake.open import is_web, open_article
from tui.intake.reading_list import Opened, ReadingList
from tui.intake.refreshing.feed_work import feed_work
from tui.model.page import FeedInsteadError, NoTextError, ReadingError
from tui.panes.footer import Footer
from tui.panes.header import Header
from tui.panes.notice import Notice
from tui.panes.workers import run_beside
from tui.screens.base import NewsScreen
from tui.screens.feeds.subscribing import look_for_feeds, offer_entries
from tui.screens.reader.kept_article import Record, read_record, read_target
from tui.system.own_loop import run_on_own_loop
from tui.system.stylesheets import stylesheet
from tui.text.addresses import in_web_archive, without_login
from tui.text.amounts import counted, size
from tui.text.cleaning import clean_line, without_logins

if TYPE_CHECKING:
    from tui.intake.refreshing.discover import Found


class OpeningScreen(NewsScreen):
    """Opens the list's target and gives way to the reader; stays with one line when it cannot be opened.

    ``before``: what was read in its place; Esc comes back to it.
    """

    CSS_PATH = stylesheet("opening")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", "stop", show=False, id="opening.stop"),
        Binding("r", "retry", "try again", id="opening.retry"),
        Binding("o", "open", "open in the browser", id="opening.open"),
        Binding("y", "copy", "copy the address", id="opening.copy"),
        Binding("w", "look_in_archive", "look in a web archive", id="opening.archive"),
        Binding("plus", "look_for_feed", "look for a feed", id="opening.feed"),
        Binding("J", "next_article(1)", "next article", show=False, id="opening.next_article"),
        Binding("K", "next_article(-1)", "previous article", show=False, id="opening.previous_article"),
    ]

    def __init__(self, reading: ReadingList, failure: str = "", before: ReadingList | None = None) -> None:
        super().__init__()
        self.reading, self._failure, self.read_here = reading, failure, before
        self._address = "" if isinstance(reading.target, int) else reading.target
        self._gone, self._kept_on = False, ""  # whether the page is there no more; YYYYMMDD
        self._may_have_feed = False  # a page without a text of its own
        self._opened: tuple[Opened, Record] | None = None
        self._found: Found | None = None
        self._header, self._notice = Header(id="header"), Notice(id="notice")

    @property
    def address(self) -> str:
        """What is being opened, as it may be shown; "" while only its number in the library is known."""
        return clean_line(without_logins(self._address))

    def compose(self) -> ComposeResult:
        yield self._header
        yield self._notice
        yield Footer(id="footer")

    def on_mount(self) -> None:
        self._header.say(self.address)
        if self._failure:
            self._fail(self._failure)
        else:
            self.action_retry()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        holds = {
            "retry": self._failure,
            "open": self._url,
            "copy": self._address,
            "look_in_archive": self._gone,
            "look_for_feed": self._may_have_feed,
        }
        return bool(holds.get(action, True))

    def action_retry(self) -> None:
        self._failure, self._gone, self._may_have_feed = "", False, False
        self._notice.say("Opening", self.address, "Esc stops")
        self.refresh_bindings()
        run_beside(self, self._open, exclusive=True)

    async def _kept(self) -> tuple[Opened, Record] | None:
        """The target as it is kept.  A library that cannot be read must not keep an address from being fetched."""
        target = self.reading.target
        try:
            return await self.services.library_work.read(lambda library: read_target(library, target))
        except ReadingError:
            if isinstance(target, int):
                raise
            return None

    async def _open(self) -> None:
        target, work = self.reading.target, self.services.library_work
        try:
            kept = await self._kept()
            if kept is None or kept[0].lacks_text:
                address = self._address = kept[0].article.address if kept else str(target)
                self._kept_on = f"{kept[1].row.kept_at:%Y%m%d}" if kept and kept[1].row else ""
                self._header.say(self.address)
                self.refresh_bindings()
                library, offline = self.services.library, self.services.offline
                opened = await open_article(address, library, offline=offline, progress=self._progress)
                kept = opened, await work.read(lambda library: read_record(library, opened))
        except FeedInsteadError as error:
            await self._open_feed(error)
            return
        except ReadingError as error:
            self._gone = isinstance(error, GoneError)
            self._may_have_feed = isinstance(error, NoTextError) and is_web(self._address)
            self._fail(str(error))
            return
        except Exception as error:  # noqa: BLE001 - a page may be stranger than any rule foresees; the app must outlive it
            self._fail(self.services.fault(error, f"opening {self.address or target}"))
            return
        self._opened = kept
        self.app.call_later(self._show)

    async def _open_feed(self, error: ReadingError) -> None:
        """Offer the entries of the feed that stands there instead of a page; else say why there are none, or the
        ``error`` where there are several feeds."""
        try:
            (self._found,) = await run_on_own_loop(lambda: feed_work().find(self._address))
        except ReadingError as why:
            self._fail(str(why))
            return
        except ValueError:
            self._fail(str(error))
            return
        feed = self._found.feed
        count = counted(len(feed.entries), "article")
        self._notice.say(
            feed.title or self.address, f"This is a feed of {count}", "L goes to the library · q goes back"
        )
        self.app.call_later(self._show)

    async def on_screen_resume(self, event: events.ScreenResume) -> None:
        self.app.call_later(self._show)

    def _show(self) -> None:
        """Give way to the reader; not under a dialog or the help, nor to one who has left since: ``switch_screen``
        takes away whatever is on top."""
        if self._found and self.is_active:
            found, self._found = self._found, None
            offer_entries(self.services, found, back=self._leave_feed)
        if self._opened and self.is_active:
            from tui.screens.reader.screen import ReaderScreen

            opened, self._opened = self._opened, None
            self.app.switch_screen(ReaderScreen(*opened, self.reading, self.services.library_work.pending))

    def _leave_feed(self) -> None:
        """Back to where the feed was opened from; what one may do where that was the command line stands here."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def _progress(self, received: int, total: int | None) -> None:
        of = f" of {size(total)}" if total and total >= received else ""
        self._notice.say("Opening", self.address, f"{size(received)}{of} · Esc stops")

    def _fail(self, failure: str) -> None:
        self._failure = failure
        archive = " · w looks in a web archive" if self._gone else ""
        feed = " · + looks for a feed there" if self._may_have_feed else ""
        told = ": ".join(filter(None, (self.address, failure)))
        self._notice.say("This could not be opened", told, f"r tries again{feed}{archive} · {self._way_back}")
        self.refresh_bindings()

    @property
    def _way_back(self) -> str:
        """What leaves what could not be opened."""
        if self.read_here:
            return "Esc goes back to what was read"
        return "q goes back" if len(self.app.screen_stack) > 1 else "q quits"

    async def leave_one(self) -> None:
        """Stop, and read on what was read before; without that, back."""
        if self.read_here:
            await self.services.read(self.read_here, instead=True)
        else:
            self.action_back()

    @property
    def _url(self) -> str:
        """The web address that is being opened, whole where only a host was given; "" where it is none."""
        try:
            return without_login(locate(self._address).url or "") if self._address else ""
        except ReadingError:
            return ""

    def action_open(self) -> None:
        self.services.browse(self._url)

    def action_look_in_archive(self) -> None:
        self.services.browse(in_web_archive(self._url, self._kept_on))

    def action_look_for_feed(self) -> None:
        """Offer the articles of the feed that the page leads to: a front page need not have a text of its own."""

        async def none(error: ReadingError | None) -> None:
            if error is not None:
                self.services.say(f"{self.address}: {error}", severity="warning")

        chosen = partial(offer_entries, self.services, back=self._leave_feed)
        look_for_feeds(self.services, self._address, chosen, none)

    def action_copy(self) -> None:
        self.services.copy(self.address, "address")

    async def action_next_article(self, step: int) -> None:
        if reading := self.reading.step(step):
            await self.services.read(reading, instead=True)
