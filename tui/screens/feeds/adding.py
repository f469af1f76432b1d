"""An address that is typed: an article, a site with its feeds, a feed, or several addresses that are all kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual import events
from textual.widgets import Input

from tui.fetch import locate
from tui.fetch.locations import is_address, kept_address
from tui.intake.keep_addresses import GivenAddresses
from tui.intake.reading_list import ReadingList
from tui.intake.refreshing.feed_work import feed_work
from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.choose import ChooseScreen
from tui.screens.feeds.subscribing import LONGEST_TITLE, look_for_feeds, offer_entries, subscribe_to
from tui.screens.prompt import AskScreen
from tui.system.own_loop import run_on_own_loop
from tui.text.amounts import counted
from tui.text.cleaning import clean_line, without_logins

if TYPE_CHECKING:
    from tui.intake.refreshing.discover import Found
    from tui.screens.base import AppServices

MOST_NAMED = 3  # addresses that a few lines over the screen name
QUESTION = "Address of a site, a feed or an article; a file; or several addresses"


class AddressLine(Input):
    """A line that takes a pasted list of addresses, one a line, whole."""

    def on_paste(self, event: events.Paste) -> None:
        if words := listed(event.text):
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(" ".join(words))


def add(services: AppServices) -> None:
    """Ask for an address, or several, and open, offer or keep what is there."""

    async def given(typed: str | None) -> None:
        if not typed:
            return
        if several := listed(typed):
            run_beside(services, partial(keep_all, services, several), "others")
        else:
            await open_address(services, typed)

    placeholder = "news.example or https://…/page.html"
    services.push_screen(AskScreen(QUESTION, placeholder=placeholder, line=AddressLine), given)


def listed(text: str) -> list[str]:
    """The words of a text in which several addresses stand; none where there is one address, or the name of a file.

    A word that is no address is among them, so that it is said what is wrong with it and does not cost the others.
    """
    words = text.split()
    return words if sum(map(is_address, words)) > 1 else []


async def open_address(services: AppServices, address: str) -> None:
    """Open an article; of a site that is not kept, offer its feeds first."""
    if services.offline or not await _is_new_site(services, address):
        await services.read(ReadingList((address,)))
        return

    async def page_itself(_error: ReadingError | None) -> None:
        await services.read(ReadingList((address,)))

    look_for_feeds(services, address, partial(offer_entries, services), page_itself)


async def _is_new_site(services: AppServices, address: str) -> bool:
    try:
        url = locate(address).url
        if url is None or not is_front(url):
            return False
        kept = await services.library_work.read(lambda library: library.articles.find(kept_address(address)))
    except ReadingError:
        return False
    return kept is None


def is_front(url: str) -> bool:
    """Whether an address is that of a whole site."""
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query


async def keep_all(services: AppServices, addresses: Sequence[str]) -> None:
    """Keep the articles at all of these addresses, unread, and subscribe to those that are feeds or sites."""
    sites = [one for one in dict.fromkeys(addresses) if not services.offline and await _is_new_site(services, one)]
    given = GivenAddresses([one for one in addresses if one not in sites])
    count, asked_on = len(given.left), services.screen
    services.say(f"Looking at {count + len(sites)} addresses")
    await given.keep(services.library, offline=services.offline, fault=services.fault)
    kept = count - len(given.left)
    lines = [f"{counted(kept, 'article')} kept, unread"] * bool(kept)
    failed = {one: given.why.get(one, "") for one in given.left if one not in given.feeds}
    for address in (*sites, *given.feeds):
        try:
            found = await run_on_own_loop(partial(_feeds_at, address))
        except ReadingError as error:
            failed[address] = str(error)
        else:
            subscribe_to(services, found[0])  # says so itself
    if len(failed) > MOST_NAMED:  # more than lies over a screen: a list of their own, unless one has gone on since
        lines.append(f"{len(failed):,} addresses could not be kept")
        if services.screen is asked_on:
            labels = [f"{clean_line(without_logins(one), LONGEST_TITLE)} · {why}" for one, why in failed.items()]
            services.push_screen(ChooseScreen("Could not be kept", labels))
    else:
        lines += [f"{clean_line(without_logins(one), LONGEST_TITLE)}: {why}" for one, why in failed.items()]
    if lines:
        services.say("\n".join(lines), severity="warning" if failed else "information")
    services.library_changed()


async def _feeds_at(address: str) -> list[Found]:
    return await feed_work().find(address)
