"""``newsreader feeds add``: subscribing to a feed, or to the one that a site has."""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING

from tui.commands.messages import complain
from tui.commands.named_articles import titled
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, in_cells
from tui.intake import feed_logins
from tui.intake.refreshing.discover import discover
from tui.intake.refreshing.subscribing import subscribe
from tui.model.page import ReadingError
from tui.model.subscription import Subscription, folder_path
from tui.system.log import fault_line
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from tui.library import Library

SEVERAL = "there are several feeds; add one of these:"


def add(options: argparse.Namespace) -> int:
    """Subscribes to each; 1 if one could not be, or has several to choose from."""
    accept_any_text()
    failed = False
    with open_library() as library:
        for address in options.addresses:
            try:
                failed = not _add(library, address, options) or failed
            except ReadingError as error:
                failed = True
                complain(address, str(error))
            except Exception as error:  # noqa: BLE001 - one feed's fault must not cost the others
                failed = True
                complain(address, fault_line(error, f"subscribing to {address}"))
    return int(failed)


def _add(library: Library, address: str, options: argparse.Namespace) -> bool:
    folders = tuple(folder_path(folder) for folder in options.folder)
    try:
        (number,) = library.feeds.find(address).feeds if not address.isdecimal() else ()
    except ReadingError:
        number = None
    if number is not None or options.offline:
        before = number is not None
        (number,) = feed_logins.subscribe(library, [Subscription(address, options.name, folders=folders)])
        _tell(library, number, known=before)
        return True
    found = asyncio.run(discover(address))
    if len(found) > 1:
        complain(address, SEVERAL)
        for one in found:
            complain(one.address, f"{titled(one.feed.title, one.address)} · {clean_line(one.newest, 80)}")
        return False
    subscribed = subscribe(library, found[0], options.name, folders)
    _tell(library, subscribed.feed.id, known=subscribed.known)
    return True


def _tell(library: Library, number: int, *, known: bool) -> None:
    (row,) = library.feeds.rows([number])
    state = "already subscribed" if known else "subscribed"
    print(in_cells(number, state, row.title, row.address), flush=True)
