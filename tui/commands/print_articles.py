"""Articles as Markdown, where standard output is no terminal."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from tui.commands.messages import complain, say
from tui.commands.named_articles import number_of, numbered
from tui.commands.open_library import open_library
from tui.commands.printing import BETWEEN, accept_any_text, printed
from tui.intake.open import open_article
from tui.intake.reading_list import Opened
from tui.intake.shown_article import shown_article
from tui.library import Library
from tui.model.article import Article
from tui.model.page import ReadingError
from tui.system import paths


def print_articles(addresses: Sequence[str], offline: bool) -> int:
    """Prints each article, from the library if it is there; keeps what it fetches; 1 if one could not be had."""
    return asyncio.run(_print_all(addresses, offline))


async def _print_all(addresses: Sequence[str], offline: bool) -> int:
    accept_any_text()
    failed, before = False, ""
    library = _library()
    try:
        for address in addresses:
            try:
                opened = await _opened(address, library, offline=offline)
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


async def _opened(address: str, library: Library | None, *, offline: bool) -> Opened:
    number = numbered(address)
    if number is not None and library:
        return Opened(_shown(library, number), number, fresh=False)
    return await open_article(address, library, offline=offline)


def kept_article(number: int) -> Article:
    """The kept article of that number, as it is shown.  Raises ReadingError."""
    with open_library() as library:
        return _shown(library, number)


def _shown(library: Library, number: int) -> Article:
    return shown_article(library, number_of(library, str(number)))


def _library() -> Library | None:
    """The library, or None with a line why: an article can be printed without it."""
    try:
        return Library.open(paths.data_folder())
    except ReadingError as error:
        say(str(error))
        return None
