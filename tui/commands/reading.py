"""``newsreader [ADDRESS…]``: the app; Markdown where standard output is no terminal."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from tui import settings
from tui.commands.messages import complain, say
from tui.commands.printing import BETWEEN, accept_any_text, printed
from tui.fetch.addresses import STANDARD_INPUT
from tui.page import ReadingError

if TYPE_CHECKING:
    from tui.library import Library


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument(
        "addresses",
        nargs="*",
        metavar="ADDRESS",
        help="an http(s) address, an HTML, MHTML, Markdown or text file, or - for standard input; none: the library",
    )


def run(options: argparse.Namespace) -> int:
    """Opens the app, or prints."""
    if sys.stdout.isatty():
        return _open_app(options)
    if options.addresses:
        import asyncio

        return asyncio.run(_print_all(options))
    from tui.commands import list as listing

    return listing.run(argparse.Namespace(n=None))


def _open_app(options: argparse.Namespace) -> int:
    if STANDARD_INPUT in options.addresses:
        from tui.fetch.files import standard_input

        standard_input()  # before the app needs it for keys; it is remembered
    _attach_terminal()
    from tui.app import NewsreaderApp

    app = NewsreaderApp(settings.data_folder(), options.addresses, options.offline)
    app.run()
    return app.return_code or 0


def _attach_terminal() -> None:
    """Gives the app the terminal for keys and drawing when they were redirected.  Raises ReadingError."""
    try:
        if sys.stdin is None or not os.isatty(0):
            terminal = os.open("/dev/tty", os.O_RDWR)
            os.dup2(terminal, 0)
            os.close(terminal)
        if not os.isatty(2):  # where Textual draws
            os.dup2(1, 2)
    except OSError as error:
        raise ReadingError("there is no terminal to read keys from; print with newsreader convert instead") from error


async def _print_all(options: argparse.Namespace) -> int:
    """Prints each article as Markdown, from the library if it is there; keeps what it fetches."""
    from tui.opening import open_article

    accept_any_text()
    failed, before = False, ""
    library = _library()
    try:
        for address in options.addresses:
            try:
                opened = await open_article(address, library, offline=options.offline)
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
    from tui.library import Library

    try:
        return Library.open(settings.data_folder())
    except ReadingError as error:
        say(str(error))
        return None
