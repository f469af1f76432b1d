"""Addresses that were given together are all kept, also those that nobody opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.intake.open import open_article
from tui.model.page import ReadingError

if TYPE_CHECKING:
    from tui.library import Library


async def keep_addresses(
    addresses: Sequence[str], library: Library, *, offline: bool, done: Callable[[str, str], None]
) -> None:
    """Keep one article after the other, unread and without their pictures, which come when one is read.

    ``done`` is told each address with why it could not be kept, "" if it is.
    """
    for address in addresses:
        try:
            opened = await open_article(address, library, offline=offline)
            done(address, "; ".join(opened.notes) if opened.id is None else "")
        except ReadingError as error:
            done(address, str(error))
