"""The account as the app and the command ask for it: what the server brings is taken in, what waits for it told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.library.store.connection import Connections
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.feeds.arrivals import Arrival, Taken
    from tui.library.feeds.feed_articles import OwnText
    from tui.library.sync import accounts, outbox, synced_entries, synced_feeds, synced_labels
    from tui.library.sync.accounts import Account
    from tui.library.sync.outbox import WaitingMark
    from tui.library.sync.synced_entries import ServerStates
    from tui.library.sync.synced_feeds import FeedChange, FeedsTaken
    from tui.library.sync.synced_labels import ServerLabels
    from tui.model.entry_key import Key
    from tui.model.server_feed import ServerFeed
else:
    accounts, outbox, synced_entries, synced_feeds, synced_labels = lazy_modules(
        "tui.library.sync", "accounts outbox synced_entries synced_feeds synced_labels"
    )


class Sync:
    """The account, and what it keeps in step."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def account(self) -> Account | None:
        """The account, if there is one."""
        return accounts.find(self._connections)

    def add(self, address: str, user: str, *, private: bool) -> Account:
        """Makes the account; LibraryError if there is another."""
        return accounts.add(self._connections, address, user, private=private)

    def remove(self) -> Account:
        """Ends the account; feeds and articles stay.  MissingError if there is none."""
        return accounts.remove(self._connections)

    def succeeded(self, account: int) -> None:
        """Notes that a sync came to its end."""
        accounts.note_success(self._connections, account, self._clock())

    def failed(self, account: int, why: str, not_before: float = 0) -> None:
        """Notes why a sync did not, and when the server may be asked again, in seconds since 1970."""
        accounts.note_failure(self._connections, account, why, not_before)

    def waiting(self, account: int) -> list[WaitingMark]:
        """The marks that the server has not been told of, the oldest first."""
        return outbox.waiting(self._connections, account)

    def pending(self, account: int) -> int:
        """How many marks and changes of feeds the server has not been told of."""
        return outbox.count(self._connections, account) + len(self.feed_changes(account))

    def sent(self, marks: Iterable[WaitingMark]) -> None:
        """Notes that the server has these marks."""
        outbox.sent(self._connections, marks)

    def apply_list(self, account: int, feeds: Sequence[ServerFeed]) -> FeedsTaken:
        """Takes over the server's whole list of subscriptions."""
        return synced_feeds.apply_list(self._connections, account, feeds, self._clock())

    def feeds_of_streams(self, account: int) -> dict[str, int]:
        """The feeds by the server's names for them."""
        return synced_feeds.feeds_of_streams(self._connections, account)

    def feed_changes(self, account: int) -> list[FeedChange]:
        """What the server is to be told of feeds."""
        return synced_feeds.changes(self._connections, account)

    def subscribed(self, account: int, feed: int, stream: str | None) -> None:
        """Notes the server's name for a feed, None where it does not take it."""
        synced_feeds.note_subscribed(self._connections, account, feed, stream)

    def edited(self, account: int, change: FeedChange) -> None:
        """Notes that the server has the name and folders of a feed."""
        synced_feeds.note_edited(self._connections, account, change)

    def unsubscribed(self, account: int, stream: str) -> None:
        """Notes that the server has a feed no more."""
        synced_feeds.note_unsubscribed(self._connections, account, stream)

    def known_items(self, account: int) -> set[str]:
        """The ids of the entries that were brought."""
        return synced_entries.known_items(self._connections, account)

    def take_in(
        self,
        account: int,
        feed: int,
        arrival: Arrival,
        items: Mapping[str, Key],
        states: ServerStates,
        labels: Mapping[str, Collection[str]],
    ) -> Taken:
        """Takes in entries of a feed with their states at the server and the labels that are tags, by their ids."""
        return synced_entries.take_in(self._connections, account, feed, arrival, items, states, self._clock(), labels)

    def take_in_starred(self, account: int, entries: Mapping[str, tuple[Key, OwnText]], states: ServerStates) -> int:
        """Takes in what is starred there and of no feed that is subscribed to; how many articles are new."""
        return synced_entries.take_in_starred(self._connections, account, entries, states, self._clock())

    def apply_states(self, account: int, states: ServerStates) -> int:
        """Marks here what changed there, but for what waits; how many articles changed."""
        return synced_entries.apply_states(self._connections, account, states, self._clock())

    def unread_of_tags(self, account: int, unread: Collection[str]) -> dict[str, int]:
        """How many of these entries have each tag here, by what a tag is known by."""
        return synced_labels.unread_of_tags(self._connections, account, unread)

    def labels_given_there(self, account: int, labels: ServerLabels) -> dict[str, list[str]]:
        """The entries that the server seems to have given a label since it was asked last, by the label."""
        return synced_labels.given_there(self._connections, account, labels)

    def apply_labels(self, account: int, labels: ServerLabels, given: Mapping[str, Collection[str]]) -> int:
        """Gives and takes away tags as labels were there, but for what waits; how many articles changed."""
        return synced_labels.apply(self._connections, account, labels, given)
