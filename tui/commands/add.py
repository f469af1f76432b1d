"""``newsreader add``: articles kept with their pictures, without opening them."""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING

from tui.commands.messages import complain
from tui.commands.named_articles import titled
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text
from tui.intake.address_list import with_listed
from tui.intake.open import gather_pictures, open_article, refresh_article
from tui.model.page import ReadingError
from tui.system.log import fault_line

AT_ONCE = 4  # articles whose pictures are fetched

if TYPE_CHECKING:
    from tui.fetch.pictures import Missing
    from tui.intake.reading_list import Opened
    from tui.library import Library


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--again", action="store_true", help="fetch also what is kept already, if it has changed")
    parser.add_argument("--no-pictures", action="store_true", help="leave the pictures out")
    parser.add_argument(
        "addresses",
        nargs="+",
        metavar="ADDRESS",
        help="a web address, a file, or - for standard input: a page, or addresses, one a line",
    )


def run(options: argparse.Namespace) -> int:
    """Keeps each article; 1 if one could not be kept."""
    accept_any_text()
    with open_library() as library:
        return asyncio.run(_add_all(library, options))


async def _add_all(library: Library, options: argparse.Namespace) -> int:
    """Keeps the articles in the order given; their pictures come while the next are fetched."""
    failed, gate, pictures = False, asyncio.Semaphore(AT_ONCE), []
    for address in with_listed(options.addresses):
        opened, error = await _kept(library, address, options)
        if opened is None:
            failed = True
            complain(address, error)
            continue
        if not options.no_pictures:
            pictures.append(asyncio.create_task(_gather(library, opened, gate, offline=options.offline)))
        state = "kept" if opened.fresh else "already kept"
        print(f"{opened.id}\t{state}\t{titled(opened.article.title, address)}", flush=True)
    await asyncio.gather(*pictures)
    return int(failed)


async def _kept(library: Library, address: str, options: argparse.Namespace) -> tuple[Opened | None, str]:
    """The article, or None and one line why it is not kept."""
    try:
        return await _keep(library, address, options), ""
    except ReadingError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - one page's fault must not cost the others
        return None, fault_line(error, f"adding {address}")


async def _keep(library: Library, address: str, options: argparse.Namespace) -> Opened:
    """Fetches and keeps one article.  Raises ReadingError, also when it could not be kept."""
    opened = await open_article(address, library, offline=options.offline)
    if options.again and not opened.fresh and not options.offline:
        opened = await refresh_article(opened, library, address)
    if opened.id is None:
        raise ReadingError("; ".join(opened.notes))
    library.articles.retain(opened.id)
    return opened


async def _gather(library: Library, opened: Opened, gate: asyncio.Semaphore, *, offline: bool) -> None:
    async with gate:
        try:
            missed: list[Missing] = []
            await gather_pictures(opened, library, offline=offline, missed=missed.append)
            if opened.id is not None and any(each.may_pass for each in missed):
                library.entries.queue_pictures(opened.id)  # for the next refresh
        except ReadingError as error:
            complain(opened.article.address, f"the pictures are not kept: {error}")
        except Exception as error:  # noqa: BLE001 - the article is kept without its pictures
            complain(opened.article.address, fault_line(error, "gathering pictures"))
