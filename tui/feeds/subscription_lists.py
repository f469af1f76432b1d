"""Lists of feeds put together: addresses that may be subscribed to, each once, with all its folders and tags."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tui.convert.links import absolute
from tui.model.subscription import SavedSearch, Skipped, Subscription, SubscriptionList
from tui.text.cleaning import clean_line

WEB = re.compile(r"https?://", re.IGNORECASE)
COMMANDS = ("exec:", "filter:", "|")
RUNS = "it runs a command, which is never done for a list"
NO_WEB = "its address is not one of the web"
MAX_SUBSCRIPTIONS = 20_000
MAX_PLACES = 200  # folders, and tags, of one feed
MAX_SHOWN = 300  # characters of what is skipped


class ListBuilder:
    """Collects what a list holds."""

    def __init__(self) -> None:
        self.title = ""
        self.searches: list[SavedSearch] = []
        self._subscriptions: dict[str, Subscription] = {}
        self._skipped: list[Skipped] = []

    def add(
        self, written: str, title: str, site: str | None, folders: tuple[tuple[str, ...], ...], tags: tuple[str, ...]
    ) -> None:
        """Adds a feed, or another place of one that is there already; what cannot be subscribed to is skipped."""
        if written.strip().lower().startswith(COMMANDS):
            self.skip(written, RUNS)
            return
        address = feed_address(written)
        if address is None or len(self._subscriptions) >= MAX_SUBSCRIPTIONS:
            self.skip(written, NO_WEB if address is None else f"there are more than {MAX_SUBSCRIPTIONS} feeds")
            return
        before = self._subscriptions.get(_same(address)) or Subscription(address)
        self._subscriptions[_same(address)] = Subscription(
            before.address,
            before.title or clean_line(title),
            before.site or absolute(site, None),
            tuple(dict.fromkeys((*before.folders, *folders)))[:MAX_PLACES],
            tuple(dict.fromkeys((*before.tags, *tags)))[:MAX_PLACES],
        )

    def skip(self, entry: str, reason: str) -> None:
        """Notes what is not taken over."""
        if len(self._skipped) < MAX_SUBSCRIPTIONS:
            self._skipped.append(Skipped(reason, clean_line(entry, MAX_SHOWN)))

    def made(self) -> SubscriptionList:
        """The list; that a feed stands at the root alone needs no saying."""
        subscriptions = tuple(
            Subscription(each.address, each.title, each.site, () if each.folders == ((),) else each.folders, each.tags)
            for each in self._subscriptions.values()
        )
        return SubscriptionList(subscriptions, tuple(self.searches), tuple(self._skipped), self.title)


def feed_address(written: str) -> str | None:
    """The http(s) address of a feed as people write it, ``feed:`` before it or not; None for any other."""
    written = written.strip()
    if written[:5].lower() == "feed:":
        rest = written[5:].removeprefix("//")
        written = rest if WEB.match(rest) else f"http://{rest}"
    return absolute(written, None)


def _same(address: str) -> str:
    """What two spellings of one feed's address share."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.lower(), fragment="").geturl()
