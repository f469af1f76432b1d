"""``newsreader feeds import`` and ``export``: lists of feeds from elsewhere, and for elsewhere."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from tui.commands.messages import complain
from tui.commands.open_library import open_library
from tui.feeds.feed_limits import MAX_BYTES
from tui.feeds.newsboat_urls import read_newsboat_urls
from tui.feeds.opml import read_opml, write_opml
from tui.intake import feed_logins
from tui.model.page import ReadingError
from tui.model.subscription import Subscription, SubscriptionList
from tui.system.new_file import new_file
from tui.text.addresses import without_login
from tui.text.amounts import counted

OPML = re.compile(rb"<(?:\?xml|opml|outline)[\s>]", re.IGNORECASE)
HEAD = 2_000  # bytes in which a list says what it is
FOREIGN_QUERY = "a query of newsboat's, which is written in another way here: S in the library searches and saves"
TITLE = "newsreader"


def import_list(options: argparse.Namespace) -> int:
    """Subscribes to what a list names; 1 if something in it was not taken over."""
    try:
        with options.file.open("rb") as file:
            body = file.read(MAX_BYTES)
    except OSError as error:
        raise ReadingError(f"{options.file} cannot be read: {(error.strerror or 'unknown').lower()}") from error
    found = read_opml(body) if OPML.search(body[:HEAD]) else read_newsboat_urls(body)
    with open_library() as library:
        before = {row.id for row in library.feeds.rows()}
        numbers = set(feed_logins.subscribe(library, found.subscriptions))
    known = len(numbers & before)
    print(f"imported {counted(len(numbers), 'feed')}" + (f", {known:,} of them known already" if known else ""))
    if numbers - before:
        print("newsreader refresh fetches them")
    skipped = [(one.entry, one.reason) for one in found.skipped]
    skipped += [(f"{search.name}: {search.query}", FOREIGN_QUERY) for search in found.searches]
    for entry, reason in skipped:
        complain(entry, reason)
    if not numbers and not skipped:
        complain(str(options.file), "there is no feed in it")
    return int(bool(skipped) or not numbers)


def export_list(options: argparse.Namespace) -> int:
    """Writes the feeds as OPML."""
    with open_library() as library:
        rows = library.feeds.rows()
    subscriptions = tuple(
        Subscription(without_login(row.address), row.title, row.site, row.folders, row.tags) for row in rows
    )
    opml = write_opml(SubscriptionList(subscriptions, title=TITLE))
    if options.file is None:
        sys.stdout.buffer.write(opml)
        sys.stdout.buffer.flush()
        return 0
    _write(options.file, opml)
    print(f"exported {counted(len(subscriptions), 'feed')}")
    return 0


def _write(file: Path, opml: bytes) -> None:
    try:
        with new_file(file) as out:
            out.write(opml)
    except FileExistsError as error:
        raise ReadingError(f"{file} is there already; name another") from error
    except OSError as error:
        raise ReadingError(f"{file} cannot be written: {(error.strerror or 'unknown').lower()}") from error
