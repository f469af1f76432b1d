"""From an address to its feeds: several to choose from, their entries to look at, and the subscription."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.intake.reading_list import ReadingList
from tui.intake.refreshing.feed_work import feed_work
from tui.model.article import Article, Link
from tui.model.page import ReadingError
from tui.screens.article_choice import ArticleChoiceScreen, ArticlesChosen
from tui.screens.base import follow
from tui.screens.choose import ChooseScreen
from tui.screens.feeds.refreshing import OFFLINE
from tui.screens.waiting import WaitScreen
from tui.text.amounts import counted
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tui.intake.refreshing.discover import Found
    from tui.intake.refreshing.subscribing import Subscribed
    from tui.screens.base import AppServices

LONGEST_TITLE, LONGEST_PLACE = 80, 30  # characters of a title, of a path
PAGE_ITSELF = "The page itself, without a feed"


def look_for_feeds(
    services: AppServices,
    address: str,
    chosen: Callable[[Found], None],
    otherwise: Callable[[ReadingError | None], Awaitable[None]],
) -> None:
    """Find the feeds at an address and have one chosen where there are several.

    ``otherwise`` is called with the error where there is none, with None where none of them is wanted.
    """
    if services.offline:
        services.say(OFFLINE)
        return

    async def found(answer: list[Found] | ReadingError | None) -> None:
        if isinstance(answer, ReadingError):
            await otherwise(answer)
        elif answer is not None and len(answer) == 1:
            chosen(answer[0])
        elif answer:
            labels = labels_of(answer)
            services.push_screen(ChooseScreen(f"{counted(len(answer), 'feed')} there", [*labels, PAGE_ITSELF]), choose)
            feeds[:] = answer

    async def choose(at: int | None) -> None:
        if at is not None and at < len(feeds):
            chosen(feeds[at])
        elif at is not None:
            await otherwise(None)

    feeds: list[Found] = []
    services.push_screen(WaitScreen(f"Looking for feeds at {address}", lambda: feed_work().find(address)), found)


def labels_of(feeds: Sequence[Found]) -> list[str]:
    """Each feed by its title and its newest entry; those that have one title also by where on their site they stand."""
    having = Counter(map(title_of, feeds))
    return [_label_of(one, title_is_shared=having[title_of(one)] > 1) for one in feeds]


def _label_of(found: Found, *, title_is_shared: bool) -> str:
    parts = urlsplit(found.address)
    place = clean_line(f"{parts.path}?{parts.query}".rstrip("?"), LONGEST_PLACE)
    newest = f"newest: {clean_line(found.newest, LONGEST_TITLE)}" if found.newest else ""
    return " · ".join(filter(None, (title_of(found), place if title_is_shared else "", newest)))


def title_of(found: Found) -> str:
    """A feed's title, else its address."""
    return clean_line(found.feed.title, LONGEST_TITLE) or found.address


def offer_entries(services: AppServices, found: Found, back: Callable[[], None] | None = None) -> None:
    """Show a feed's entries to read, or to subscribe to them; ``back`` is called where nothing is chosen."""
    links = tuple(Link(entry.title or entry.url, entry.url, 0) for entry in found.feed.entries if entry.url)

    async def choose(choice: ArticlesChosen | None) -> None:
        if choice is None:
            if back:
                back()
        elif choice.subscribes:
            subscribe_to(services, found)
            if back:
                back()
        else:
            await services.read(ReadingList(tuple(choice.addresses)), instead=back is not None)

    services.push_screen(ArticleChoiceScreen(title_of(found), links, of_feed=True), choose)


def subscribe_at(services: AppServices, address: str) -> None:
    """Subscribe to the feed of a site or page, or to the one that is chosen of several."""

    async def none(error: ReadingError | None) -> None:
        if error is not None:
            services.say(f"{clean_line(address, LONGEST_TITLE)}: {error}", severity="warning")

    look_for_feeds(services, address, partial(subscribe_to, services), none)


def subscribe_to(services: AppServices, found: Found) -> None:
    """Subscribe, and have fetched whole what has come with it."""
    follow(services, partial(_subscribe, services, found))


async def _subscribe(services: AppServices, found: Found) -> None:
    subscribed: Subscribed | None = await services.library_work.write(
        lambda library: feed_work().subscribe(library, found)
    )
    if subscribed is None:  # why is told
        return
    feed = subscribed.feed
    if subscribed.known:
        services.say(f"{feed.title} was subscribed to already")
    else:
        services.say(f"Subscribed to {feed.title}: {counted(feed.unread, 'unread article')}")
    services.refreshing.start((feed.id,), ask=False)


def offer_articles(services: AppServices, front_page: Article) -> None:
    """Have one choose among the articles of a front page, and open what was chosen, or subscribe to its feed."""

    async def choose(choice: ArticlesChosen | None) -> None:
        if choice and choice.subscribes:
            subscribe_at(services, front_page.url or front_page.address)
        elif choice and choice.addresses:
            await services.read(ReadingList(tuple(choice.addresses)))

    services.push_screen(ArticleChoiceScreen(front_page.site or front_page.title, front_page.links), choose)
