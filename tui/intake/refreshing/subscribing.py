"""A feed that was found becomes a subscription, with what it has just brought: it is not asked a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.intake import feed_logins
from tui.intake.refreshing.feed_documents import read_document
from tui.intake.refreshing.refresh import arrival_of
from tui.library.feeds.feed_rows import FeedRow
from tui.model.subscription import Subscription

if TYPE_CHECKING:
    from tui.intake.refreshing.discover import Found
    from tui.library import Library


class Subscribed(NamedTuple):
    """The feed as it is listed now, and whether it was subscribed to before."""

    feed: FeedRow
    known: bool


def subscribe(library: Library, found: Found, name: str = "", folders: tuple[tuple[str, ...], ...] = ()) -> Subscribed:
    """Subscribes to a feed and takes in its entries.  Raises LibraryError."""
    before = {row.id for row in library.feeds.rows()}
    (number,) = library.feeds.subscribe(Subscription(found.address, name, found.feed.url, folders))
    if found.login:
        feed_logins.keep(library, number, found.address, found.login)
    if page := found.answer.page:
        document = read_document(page)
        for asked in library.entries.due([number]):
            library.entries.take_in(number, arrival_of(asked, found.answer, document, library.clock()))
    (row,) = library.feeds.rows([number])
    return Subscribed(row, number in before)
