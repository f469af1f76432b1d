"""``newsreader feeds show``: what feeds say.

``feeds show --to json`` prints one line an address, in the order given; an address that is no feed has its line, too,
and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import asyncio
from typing import TYPE_CHECKING

from tui.commands.messages import NOT_OFFLINE, complain
from tui.commands.printing import accept_any_text, print_json
from tui.feeds.feed_document import read_feed
from tui.fetch import fetch, locate, read_local
from tui.model.article_json import failure
from tui.model.feed_json import contract
from tui.model.page import Page, ReadingError
from tui.system.log import fault_line
from tui.text.cleaning import clean_line, without_logins
from tui.text.dates import iso_day

if TYPE_CHECKING:
    from tui.model.feed import Entry, Feed

FORMS = ("text", "json")


def declare_show(show: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    show.add_argument("--to", choices=FORMS, default="text", help="the form (default: text)")
    show.add_argument("--base", metavar="ADDRESS", help="the address that relative addresses in it start from")
    show.add_argument("addresses", nargs="+", metavar="ADDRESS", help="a web address, a file, or - for standard input")


def show(options: argparse.Namespace) -> int:
    """Prints each feed; 1 if one could not be read."""
    accept_any_text()
    failed = printed_before = False
    for address in options.addresses:
        feed, error = _feed(address, options.base, offline=options.offline)
        if feed is None:
            failed = True
            complain(address, error)
        if options.to == "json":
            plain = without_logins(address)
            print_json(plain, _contract(feed) if feed else failure(plain, error))
        elif feed:
            print("\n" * printed_before + _as_text(feed), flush=True)
            printed_before = True
    return int(failed)


def _feed(address: str, base: str | None, *, offline: bool) -> tuple[Feed | None, str]:
    """The feed, or None and one line why there is none."""
    try:
        return read_feed(_document(address, offline=offline), base), ""
    except ReadingError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - one feed's fault must not cost the others
        return None, fault_line(error, f"reading the feed {address}")


def _document(address: str, *, offline: bool) -> Page:
    """The bytes behind an address.  Raises ReadingError."""
    if locate(address).url is None:
        return read_local(address, feeds=True)
    if offline:
        raise ReadingError(NOT_OFFLINE)
    return asyncio.run(fetch(address, feeds=True))


def _contract(feed: Feed) -> str:
    return contract(feed)


def _as_text(feed: Feed) -> str:
    head = " · ".join(clean_line(part) for part in (feed.title, feed.url) if part)
    return "\n".join((head or clean_line(feed.address), *(_entry_line(entry) for entry in feed.entries)))


def _entry_line(entry: Entry) -> str:
    """Day, title and address, parted by tabs."""
    return "\t".join((iso_day(entry.published or entry.updated), entry.title, entry.url or ""))
