"""Addresses that were given together are all kept, also those that nobody opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.model.page import FeedInsteadError, ReadingError
from tui.system.background import run_detached
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.intake import open as opening
    from tui.library import Library
else:
    (opening,) = lazy_modules("tui.intake", "open")


class GivenAddresses:
    """``left`` are those that are not kept yet, or could not be; ``why`` says for each of these what was wrong.

    ``feeds`` are those of ``left`` that are, or may be, feeds instead of pages.
    """

    def __init__(self, addresses: Sequence[str]) -> None:
        self.left = list(dict.fromkeys(addresses))
        self.why: dict[str, str] = {}
        self.feeds: list[str] = []

    async def keep(self, library: Library, *, offline: bool, fault: Callable[[Exception, str], str]) -> None:
        """Keep one article after the other, unread and without their pictures, which come when one is read.

        What is wrong with one, which ``fault`` writes to the log if it is unexpected, does not cost the others.
        """
        for address in tuple(self.left):
            try:
                opened = await opening.open_article(address, library, offline=offline)
            except ReadingError as error:
                self.why[address] = str(error)
                if isinstance(error, FeedInsteadError):
                    self.feeds.append(address)
                continue
            except Exception as error:  # noqa: BLE001 - the others are to be kept all the same
                self.why[address] = fault(error, f"keeping {address}")
                continue
            if opened.id is not None:
                await run_detached(library.articles.retain, opened.id)
                self.left.remove(address)
