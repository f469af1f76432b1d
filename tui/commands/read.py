"""``newsreader [ADDRESS…]``: the app; Markdown where standard output is no terminal."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands.messages import complain, say
from tui.commands.printing import BETWEEN, accept_any_text, printed
from tui.fetch.files import standard_input
from tui.intake.address_list import with_listed
from tui.intake.open import open_article
from tui.library import Library
from tui.model.page import ReadingError
from tui.system import paths, startup, terminal

if TYPE_CHECKING:
    import argparse

    from tui.app import NewsreaderApp

STANDARD_INPUT = "-"  # as for ``tui.fetch``, which is not loaded where all that is wanted is kept


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument(
        "addresses",
        nargs="*",
        metavar="ADDRESS",
        help="an http(s) address, an HTML, MHTML, Markdown or text file, or - for standard input: a page, or "
        "addresses, one a line; none: the library",
    )


def run(options: argparse.Namespace) -> int:
    """Opens the app, or prints."""
    return open_all(options.addresses, options.offline)


def open_all(addresses: Sequence[str], offline: bool) -> int:
    """Opens the app on these addresses, the library if there are none; where there is no terminal, prints them."""
    if STANDARD_INPUT in addresses:
        addresses = with_listed(addresses)
    if sys.stdout.isatty():
        return _open_app(addresses, offline)
    if addresses:
        return asyncio.run(_print_all(addresses, offline))
    from tui.commands import list as listing  # and with it argparse

    return listing.print_list(None)


def _open_app(addresses: Sequence[str], offline: bool) -> int:
    startup.begin()  # before Textual is loaded
    try:
        from tui.app import NewsreaderApp

        if STANDARD_INPUT in addresses:
            standard_input()  # before the app needs it for keys; it is remembered
        _attach_terminal()
        app = NewsreaderApp(paths.data_folder(), addresses, offline)
        _run(app)
    finally:
        startup.over()
    return app.return_code or 0


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


async def _print_all(addresses: Sequence[str], offline: bool) -> int:
    """Prints each article as Markdown, from the library if it is there; keeps what it fetches."""
    accept_any_text()
    failed, before = False, ""
    library = _library()
    try:
        for address in addresses:
            try:
                opened = await open_article(address, library, offline=offline)
            except ReadingError as error:
                failed = True
                complain(address, str(error))
                continue
            for note in opened.notes:
                complain(address, note)
            sys.stdout.write(before + printed(opened.article, "markdown"))
            sys.stdout.flush()
            before = BETWEEN["markdown"]
    finally:
        if library:
            library.close()
    return int(failed)


def _library() -> Library | None:
    """The library, or None with a line why: an article can be printed without it."""
    try:
        return Library.open(paths.data_folder())
    except ReadingError as error:
        say(str(error))
        return None
