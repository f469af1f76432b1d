"""Whether a refresh asks the server that keeps feeds in step; what asks it is loaded only then."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library import Library

BETWEEN = 15 * 60  # seconds between two syncs that nobody asked for


def is_to_be_synced(library: Library, feeds: Collection[int] | None, *, only_due: bool) -> bool:
    """Whether a refresh of all feeds or these asks the server; ``only_due``: only some time after the last sync."""
    account = library.sync.account()
    if account is None:
        return False
    if feeds is not None and not set(feeds).intersection(library.sync.feeds_of_streams(account.id).values()):
        return False
    last = account.synced_at.timestamp() if account.synced_at else 0
    return not only_due or library.clock() >= max(last + BETWEEN, account.not_before)
