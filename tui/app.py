"""The app: what all screens share, and how one comes from an address to an article on the screen."""

from __future__ import annotations

from tui.system import startup  # first: see there

# isort: split
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ScreenStackError, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from tui.intake.reading_list import Opened, ReadingList, Target
from tui.library import Library
from tui.model.page import ReadingError
from tui.panes.footer import Footer
from tui.screens.base import AppServices, Severity
from tui.screens.themes import CYCLE, THEMES
from tui.screens.type_ahead import TypeAhead
from tui.system.config import Config
from tui.system.paths import config_file
from tui.system.stylesheets import stylesheet
from tui.text.cleaning import clean, clean_line

if TYPE_CHECKING:
    from rich.console import RenderableType

GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
SAID_FOR, SAID_LONG = 3.0, 8.0  # seconds that a word in the footer stays, and what needs more room or thought


def fault_line(error: BaseException | None, during: str) -> str:
    """Write an unexpected error to the log; the line to show for it."""
    from tui.system import log

    path = log.record(error, during) if error else None
    where = f"; it was written to {path}" if path else ""
    return clean_line(f"an unexpected fault ({type(error).__name__}){where}; please report it")


def _bound_commands() -> type[Provider]:
    from tui.screens.palette import BoundCommands

    return BoundCommands


class NewsreaderApp(AppServices):
    """Opens the addresses given, else the library in ``library_folder``; ReadingError if that cannot be opened."""

    TITLE = "newsreader"
    CSS_PATH = stylesheet("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_bound_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", id="app.help"),
        Binding("colon,ctrl+p", "command_palette", "command palette", show=False, id="app.commands"),
        Binding("t", "next_theme", "next theme", show=False, id="app.theme"),
        Binding("S", "search", "search the library", show=False, id="app.search"),
        Binding("W", "voices", "voices", show=False, id="app.voices", tooltip="everyone cited in the library"),
        Binding("L", "library", "library", show=False, id="app.library"),
        Binding("ctrl+z", "suspend_process", "suspend", show=False, id="app.suspend"),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        library_folder: Path,
        addresses: Sequence[str] = (),
        offline: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.library = Library.open(library_folder)
        self.offline = offline
        self.said: deque[str] = deque(maxlen=50)  # what the reader was told, oldest first
        self._addresses, self._now = tuple(addresses), now
        self._leaving = False
        self._type_ahead = TypeAhead(self, super().on_event)
        self.scroll_sensitivity_y = 3.0
        for theme in THEMES:
            self.register_theme(theme)
        self.config, self._config_problems = self._load_config()
        self.theme = self.config.theme or CYCLE[0]

    def _load_config(self) -> tuple[Config, tuple[str, ...]]:
        file = config_file()
        if not file.exists():
            return Config(), ()
        from tui.screens.settings import checked_settings

        config, problems = checked_settings(file)
        self.set_keymap({name: keys.replace(" ", "") for name, keys in config.keys.items()})
        return config, problems

    def get_default_screen(self) -> Screen[None]:
        screen = self._first_screen()
        # What push_screen does for every other screen; without it this one has no style and cannot be switched.
        # The style sheets are read only: parsing them again at once would be one time more than is needed.
        for path in screen.css_path:
            self.stylesheet.read(path)
        screen._push_result_callback(self, None)
        return screen

    def refresh_css(self, animate: bool = True) -> None:
        if self.screen_stack:
            super().refresh_css(animate)
        else:  # the theme, set before there is anything to style: parsed once, with what the first screen brings
            self.stylesheet.set_variables(self.get_css_variables())

    def _first_screen(self) -> Screen[None]:
        if self._addresses:
            return self._screen_for(ReadingList(self._addresses))
        from tui.screens.library import LibraryScreen

        return LibraryScreen()

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self._paint_anew))
        for problem in (self.library.notice, *self._config_problems):
            if problem:
                self.say(problem, severity="warning")

    def on_ready(self) -> None:
        startup.over()

    async def on_event(self, event: events.Event) -> None:
        """Keys and pasted text wait for what the keys before them have called; once it is left they are for nobody."""
        if not isinstance(event, (events.InputEvent, events.Paste)):
            await super().on_event(event)
        elif self.screen_stack and not self._leaving:
            await (super().on_event(event) if isinstance(event, events.MouseEvent) else self._type_ahead.take(event))

    def _paint_anew(self) -> None:
        """After Ctrl+Z and fg the terminal is empty: every line must be sent again."""
        self.screen.refresh(layout=True)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; what goes on for the screens ends before their widgets do."""
        self._leaving = True
        self.workers.cancel_all()
        super().exit(result, return_code, message)

    def on_unmount(self) -> None:
        self.library.close()

    def _handle_exception(self, error: Exception) -> None:
        """What asks for a widget or a screen while the app is left finds that it went before it: that is no fault."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not (self._leaving and isinstance(cause, GONE)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """After an unexpected error: the log gets the traceback, the reader one line on a restored terminal."""
        from rich.text import Text

        fault = fault_line(sys.exc_info()[1] or self._exception, "showing the app")
        self._exit_renderables.append(Text(f"newsreader: {fault}"))
        self._close_messages_no_wait()

    # what the screens may ask

    def now(self) -> datetime:
        return self._now()

    def say(self, text: str, severity: Severity = "information") -> None:
        text = clean(text)
        self.said.append(text)
        footers = self.screen.query(Footer)
        if severity == "information" and footers and len(text) < self.size.width - 1 and "\n" not in text:
            footers.first().flash(text, SAID_FOR)
        else:
            self.notify(text, severity=severity, timeout=SAID_LONG, markup=False)

    def fault(self, error: Exception, during: str) -> str:
        return fault_line(error, during)

    def read(self, reading: ReadingList, instead: bool = False) -> None:
        screen = self._screen_for(reading)
        if instead:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def _screen_for(self, reading: ReadingList) -> Screen[None]:
        """The reader for what is kept, else the screen that opens it and says how that goes."""
        try:
            opened = self._kept(reading.target)
        except ReadingError as error:
            return self._opening_screen(reading, str(error))
        if opened is None:
            return self._opening_screen(reading)
        from tui.screens.reader.screen import ReaderScreen

        return ReaderScreen(opened, reading)

    def _opening_screen(self, reading: ReadingList, failure: str = "") -> Screen[None]:
        from tui.screens.opening import OpeningScreen

        return OpeningScreen(reading, failure)

    def _kept(self, target: Target) -> Opened | None:
        if isinstance(target, int):
            return Opened(self.library.articles.get(target), target, fresh=False)
        number = self.library.articles.find(target)
        if number is None:  # not as it is written
            from tui.fetch.locations import kept_address

            number = self.library.articles.find(kept_address(target))
        return None if number is None else Opened(self.library.articles.get(number), number, fresh=False)

    def copy(self, text: str, what: str) -> None:
        self.copy_to_clipboard(text)
        self.run_worker(self._copy_locally(text, what), group="copy", exclusive=True)

    async def _copy_locally(self, text: str, what: str) -> None:
        from tui.system.background import run_detached
        from tui.system.clipboard import copy

        program = await run_detached(copy, text)
        way = (
            f"with {program} and the terminal's own sequence" if program else "by the terminal's own sequence (OSC 52)"
        )
        self.say(f"Copied the {what} {way}")

    def browse(self, address: str) -> None:
        from tui.screens.confirm import BrowseScreen
        from tui.text.cleaning import web_address

        if not web_address(address):
            self.say(f"Not a web address, not opened: {address}", severity="warning")
            return
        self.push_screen(BrowseScreen(address), lambda wish: self._browse(address, wish))

    def _browse(self, address: str, wish: str | None) -> None:
        if wish == "browser":
            self.run_worker(self.launch(address))
        elif wish == "read":
            self.read(ReadingList((address,)))
        elif wish == "copy":
            self.copy(address, "address")

    async def launch(self, target: str | Path) -> None:
        """Hand a web address or a file to the system's program; say it when that fails."""
        from tui.system.background import run_detached
        from tui.system.opener import launch

        try:
            await run_detached(launch, target)
        except ReadingError as error:
            self.say(f"{target}: {error}", severity="error")

    # keys that work everywhere

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_next_theme(self) -> None:
        at = CYCLE.index(self.theme) if self.theme in CYCLE else -1
        self.theme = CYCLE[(at + 1) % len(CYCLE)]
        self.say(f"Theme {self.theme}")

    def action_library(self) -> None:
        from tui.screens.library import LibraryScreen

        if not isinstance(self.screen, LibraryScreen):
            self.push_screen(LibraryScreen())

    def action_voices(self) -> None:
        from tui.screens.voices import VoicesScreen

        if not isinstance(self.screen, VoicesScreen):
            self.push_screen(VoicesScreen())

    def action_search(self) -> None:
        from tui.screens.search import SearchScreen

        if not isinstance(self.screen, SearchScreen):
            self.push_screen(SearchScreen())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("Theme", "choose among all themes", self.action_change_theme)
        yield SystemCommand("Quit", "leave the newsreader", self.action_quit)
