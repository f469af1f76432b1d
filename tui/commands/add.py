"""``newsreader add``: articles kept with their pictures, without opening them."""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING

from tui.commands.messages import complain, fault
from tui.commands.printing import accept_any_text
from tui.commands.shelf import library, titled
from tui.page import ReadingError

AT_ONCE = 4  # addresses

if TYPE_CHECKING:
    from tui.library import Library


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--again", action="store_true", help="fetch also what is kept already, if it has changed")
    parser.add_argument("--no-pictures", action="store_true", help="leave the pictures out")
    parser.add_argument(
        "addresses", nargs="+", metavar="ADDRESS", help="a web address, a file, or - for standard input"
    )


def run(options: argparse.Namespace) -> int:
    """Keeps each article; 1 if one could not be kept."""
    accept_any_text()
    with library() as shelf:
        return asyncio.run(_add_all(shelf, options))


async def _add_all(shelf: Library, options: argparse.Namespace) -> int:
    """Some at the same time, told in the order given."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def add(address: str) -> str:
        async with gate:
            return await _add(shelf, address, options)

    tasks = [asyncio.create_task(add(address)) for address in options.addresses]
    failed = False
    for address, task in zip(options.addresses, tasks, strict=True):
        try:
            print(await task, flush=True)
        except ReadingError as error:
            failed = True
            complain(address, str(error))
        except Exception as error:  # one page's fault must not cost the others
            failed = True
            complain(address, fault(error, f"adding {address}"))
    return int(failed)


async def _add(shelf: Library, address: str, options: argparse.Namespace) -> str:
    """Keeps one article; the line that says so.  Raises ReadingError."""
    from tui.opening import gather_pictures, open_article, refresh_article

    opened = await open_article(address, shelf, offline=options.offline)
    if options.again and not opened.fresh and not options.offline:
        opened = await refresh_article(opened, shelf)
    if opened.id is None:
        raise ReadingError("; ".join(opened.notes))
    if not options.no_pictures:
        await gather_pictures(opened, shelf, offline=options.offline)
    state = "kept" if opened.fresh else "already kept"
    return f"{opened.id}\t{state}\t{titled(opened.article.title, address)}"
