"""The app: what all screens share, and how one comes from an address to an article on the screen."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events
from textual.app import ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from tui.intake.reading_list import ReadingList
from tui.library import Library
from tui.library.library_work import LibraryWork, moment
from tui.model.page import ReadingError
from tui.panes.footer import Footer, unsay
from tui.panes.workers import run_beside
from tui.screens.base import AppServices, NewsScreen, Severity
from tui.screens.bringing_up import begin_to_bring_up
from tui.screens.feeds.refreshing import Refreshing
from tui.screens.gathering import Gathering
from tui.screens.library_changes import LibraryChanges, look_for_others
from tui.screens.themes import CYCLE, OF_FEW_COLOURS, THEMES
from tui.screens.type_ahead import TypeAhead
from tui.system import remembered, startup
from tui.system.background import run_detached
from tui.system.config import Config
from tui.system.lazy_modules import lazy_modules
from tui.system.paths import config_file, remembered_file
from tui.system.remembered import Remembered
from tui.system.stylesheets import stylesheet
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tui.intake import keep_addresses
    from tui.intake.reading_list import Opened, Target
    from tui.screens import ahead, app_choices, hand_over, settings
    from tui.screens.reader import kept_article
    from tui.screens.reader.kept_article import Record
    from tui.system import log, terminal
else:
    (keep_addresses,) = lazy_modules("tui.intake", "keep_addresses")
    ahead, hand_over, settings, app_choices = lazy_modules("tui.screens", "ahead hand_over settings app_choices")
    (kept_article,) = lazy_modules("tui.screens.reader", "kept_article")
    log, terminal = lazy_modules("tui.system", "log terminal")

GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
FLASHED, NOTIFIED = 3.0, 8.0  # seconds that a line in the footer stays, and what needs more room or thought
LOOK_EVERY = 3.0  # seconds between two looks whether another process wrote to the library
AHEAD_AFTER = 2.0  # seconds from the first screen on until what keys will need is loaded
GIVEN_UP = "what was changed last is not kept: the library was being written to elsewhere"


class NewsreaderApp(AppServices):
    """Opens the addresses given, else the library in ``library_folder``; ReadingError if that cannot be opened."""

    TITLE = "newsreader"
    CSS_PATH = stylesheet("app")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", id="app.help"),
        Binding("colon,ctrl+p", "command_palette", "command palette", show=False, id="app.commands"),
        Binding("t", "next_theme", "next theme", show=False, id="app.theme"),
        Binding("S", "visit('search')", "search the library", show=False, id="app.search"),
        Binding(
            "W",
            "visit('voices')",
            "voices",
            show=False,
            id="app.voices",
            tooltip="voices: everyone cited in the library",
        ),
        Binding("L", "visit('library')", "the library", show=False, id="app.library"),
        Binding(
            "B", "visit('stories')", "stories", show=False, id="app.stories", tooltip="stories: what is kept, by event"
        ),
        Binding("ctrl+l", "paint_anew", "redraw the screen", show=False, id="app.paint_anew"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, id="app.suspend"),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        library_folder: Path,
        addresses: Sequence[Target] = (),
        offline: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.library = Library.open(library_folder)
        self.library_work = LibraryWork(
            self.library, self._not_written, self.library_changed, self.say, partial(unsay, self)
        )
        self.changes = LibraryChanges(self.library_work, self.say)
        self._leaving = False
        self._bring_up = partial(begin_to_bring_up, self, lambda: self._leaving)
        self.refreshing = Refreshing(self, self.library_changed, self._bring_up)
        self.gathering = Gathering(self, lambda: self._leaving)
        self.offline = offline
        self.said: deque[str] = deque(maxlen=50)  # what the reader was told, oldest first
        self._now = now
        self._type_ahead = TypeAhead(self, super().on_event)
        self.scroll_sensitivity_y = 3.0
        for theme in THEMES:
            self.register_theme(theme)
        self.remembered = remembered.load(remembered_file())
        self.config, self._config_problems = self._load_config()
        usual = OF_FEW_COLOURS if self.console.color_system == "standard" else CYCLE[0]
        self.theme = self.config.theme if self.config.theme in self.available_themes else usual
        others = [address for address in addresses[1:] if isinstance(address, str)]
        self._others = keep_addresses.GivenAddresses(others) if others else None
        # The library may be asked here: the event loop, which must not wait for it, is not running yet.
        self._first = self._prepared(ReadingList(tuple(addresses)) if addresses else None)

    def _load_config(self) -> tuple[Config, tuple[str, ...]]:
        file, known = config_file(), self.remembered
        base = Config(theme=known.theme, measure=known.measure or Config().measure)
        if not file.exists():
            return base, ()
        config, problems = settings.checked_settings(file, base)
        self.set_keymap(config.keys)
        return config, problems

    # from the start to the end

    def _prepared(self, reading: ReadingList | None) -> Callable[[], Screen[None]]:
        """What makes the first screen, with what the library has for it."""
        if reading is None:
            from tui.screens.library import LibraryScreen, first_contents

            try:
                return partial(LibraryScreen, first_contents(self.library))
            except ReadingError as error:
                self._config_problems += (str(error),)
                return LibraryScreen
        try:
            return partial(self._screen_for, reading, kept_article.read_target(self.library, reading.target))
        except ReadingError as error:
            return partial(self._screen_for, reading, None, str(error))

    def first_screen(self) -> Screen[None]:
        return self._first()

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.action_paint_anew))
        problems = self._config_problems
        if len(problems) > 1:
            problems = (f"{len(problems)} settings cannot be used: “Settings” in the command palette lists them",)
        for problem in (self.library.notice, *problems):
            if problem:
                self.say(problem, severity="warning")

    def on_ready(self) -> None:
        startup.over()
        terminal.answer_first_what_ends(asyncio.get_running_loop())
        self._bring_up()
        if self._others:
            others = partial(self._others.keep, self.library, offline=self.offline, fault=self.fault)
            run_beside(self, others, "others")
        self.refreshing.begin()
        look = partial(look_for_others, self.library, self.library_changed)
        self.set_interval(LOOK_EVERY, partial(run_beside, self, look, "elsewhere", exclusive=True))
        self.set_timer(
            AHEAD_AFTER,
            partial(
                run_beside,
                self,
                lambda: run_detached(ahead.load, self.library, offline=self.offline),
                "ahead",
                exit_on_error=False,
            ),
        )

    async def on_event(self, event: events.Event) -> None:
        """Keys and pasted text wait for what the keys before them have called; once it is left they are for nobody."""
        if isinstance(event, events.Resize):
            self.forget_terminal()
        if not isinstance(event, (events.InputEvent, events.Paste)):
            await super().on_event(event)
        elif self.screen_stack and not self._leaving:
            self.last_key = asyncio.get_running_loop().time()
            await (super().on_event(event) if isinstance(event, events.MouseEvent) else self._type_ahead.take(event))

    def action_paint_anew(self) -> None:
        """Send every line again: after Ctrl+Z and fg the terminal is empty, and other programs may write over it."""
        self.forget_terminal()
        self.screen.refresh(layout=True)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; what goes on for the screens ends before their widgets do."""
        self._leaving = True
        self.workers.cancel_all()
        super().exit(result, return_code, message)

    async def on_unmount(self) -> None:
        lines = [GIVEN_UP] if await self.library_work.close() else []
        lines += [f"not kept: {clean(address)}" for address in (self._others.left if self._others else ())]
        if lines:
            self.print_at_exit(Text("\n".join(f"newsreader: {line}" for line in lines)))

    def is_fault(self, error: Exception) -> bool:
        """What asks for a widget or a screen while the app is left finds that it went before it: that is no fault."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        return not (self._leaving and isinstance(cause, GONE))

    def fault_message(self, error: BaseException | None) -> RenderableType:
        """The log gets the traceback, the reader one line."""
        return Text(f"newsreader: {log.fault_line(error, 'showing the app') if error else 'ended by a fault'}")

    # what the screens may ask

    def now(self) -> datetime:
        return self._now()

    def say(self, text: str, severity: Severity = "information") -> None:
        text = clean(text)
        self.said.append(text)
        footers = self.screen.query(Footer)
        if severity == "information" and footers and len(text) < self.size.width - 1 and "\n" not in text:
            footers.first().flash(text, FLASHED)
        else:
            self.notify(text, severity=severity, timeout=NOTIFIED, markup=False)

    def remember(self, chosen: Remembered) -> None:
        self.remembered = chosen
        if not self._leaving:
            run_beside(self, partial(run_detached, remembered.save, remembered_file(), chosen), "remember")

    def fault(self, error: Exception, during: str) -> str:
        return log.fault_line(error, during)

    async def read(self, reading: ReadingList, instead: bool = False) -> None:
        before = self.screen.read_here if instead and isinstance(self.screen, NewsScreen) else None
        screen = await self._screen_at_once(reading, before)
        if instead:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    async def _screen_at_once(self, reading: ReadingList, before: ReadingList | None) -> Screen[None]:
        """The reader for what is kept and read in a moment, else the screen that opens it and says how that goes."""
        found = await moment(self.library_work.read(lambda library: kept_article.read_target(library, reading.target)))
        if not found.done():
            found.cancel()
            return self._screen_for(reading, None, before=before)
        try:
            return self._screen_for(reading, found.result(), before=before)
        except ReadingError as error:
            return self._screen_for(reading, None, str(error), before)

    def _screen_for(
        self,
        reading: ReadingList,
        kept: tuple[Opened, Record] | None,
        failure: str = "",
        before: ReadingList | None = None,
    ) -> Screen[None]:
        if kept is None or kept[0].lacks_text:
            from tui.screens.opening import OpeningScreen

            return OpeningScreen(reading, failure, before)
        from tui.screens.reader.screen import ReaderScreen

        return ReaderScreen(*kept, reading, self.library_work.pending)

    def _not_written(self, error: Exception) -> None:
        why = str(error) if isinstance(error, ReadingError) else self.fault(error, "writing to the library")
        if not self._leaving:
            self.say(f"Taken back, it could not be written: {why}", severity="error")

    def library_changed(self) -> None:
        if not self._leaving and self.screen_stack and isinstance(self.screen, NewsScreen):
            self.screen.call_later(self.screen.library_changed)

    def copy(self, text: str, what: str) -> None:
        self.copy_to_clipboard(text)
        run_beside(self, partial(hand_over.copy, self, text, what), "copy", exclusive=True)

    def browse(self, address: str) -> None:
        hand_over.browse(self, address)

    async def launch(self, target: str | Path) -> None:
        await hand_over.launch(self, target)

    # keys that work everywhere

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.screen))

    def action_next_theme(self) -> None:
        at = CYCLE.index(self.theme) if self.theme in CYCLE else -1
        app_choices.set_theme(self, CYCLE[(at + 1) % len(CYCLE)])

    def action_visit(self, place: str) -> None:
        """Show the library, its voices, its stories or the search over it, unless one is there."""
        from tui.screens.places import PLACES

        kind = PLACES[place]
        if not isinstance(self.screen, kind):
            self.push_screen(kind())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("Theme", "choose among all themes", partial(app_choices.choose_theme, self))
        yield SystemCommand(
            "Settings",
            "config.toml, and what of it cannot be used",
            partial(app_choices.show_settings, self, self._config_problems),
        )
        yield SystemCommand("Quit", "leave the newsreader", self.action_quit)
