"""The app on a terminal, or served: started, and ended as the terminal or a signal wishes."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands import STANDARD_INPUT
from tui.model.page import ReadingError
from tui.system import paths, startup, terminal
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.app import NewsreaderApp
    from tui.commands import named_articles
    from tui.fetch import files
    from tui.intake.reading_list import Target
else:
    (named_articles,) = lazy_modules("tui.commands", "named_articles")
    (files,) = lazy_modules("tui.fetch", "files")


def open_app(addresses: Sequence[str], offline: bool) -> int:
    """Opens the app on these addresses, the library if there are none; its exit status."""
    startup.begin()  # before Textual is loaded
    try:
        from tui.app import NewsreaderApp

        served = terminal.is_served()
        if STANDARD_INPUT in addresses:
            if served:
                raise ReadingError("there is no standard input to read where the app is served")
            files.standard_input()  # before the app needs it for keys; it is remembered
        if not served:
            _attach_terminal()
        app = NewsreaderApp(paths.data_folder(), [_target(address) for address in addresses], offline)
        if served:
            app.run()  # its driver answers signals, and there is no terminal to be lost
        else:
            _run(app)
    finally:
        startup.over()
    return app.return_code or 0


def _target(address: str) -> Target:
    """What is opened: the kept article that a number stands for, else what is behind the address."""
    number = named_articles.numbered(address) if address.isdecimal() else None
    return address if number is None else number


def _run(app: NewsreaderApp) -> None:
    """Runs the app; a signal (Ctrl+C itself is a key here) or a terminal that is gone ends it as ``q`` does."""

    async def run() -> None:
        loop = asyncio.get_running_loop()

        def leave(status: int) -> None:
            loop.call_soon_threadsafe(app.exit, None, status)

        with terminal.attended(leave):
            await app.run_async()

    asyncio.run(run())


def _attach_terminal() -> None:
    """Gives the app the terminal for keys and drawing when they were redirected.  Raises ReadingError."""
    try:
        if sys.stdin is None or not os.isatty(0):
            handle = os.open("/dev/tty", os.O_RDWR)
            os.dup2(handle, 0)
            os.close(handle)
        if not os.isatty(2):  # where Textual draws
            os.dup2(1, 2)
    except OSError as error:
        raise ReadingError("there is no terminal to read keys from; print with newsreader convert instead") from error
