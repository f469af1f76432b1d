"""``newsreader feeds mute``, ``unmute`` and ``apart``: what is hidden on arrival, and what is no copy after all."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.commands.feed_listing import scopes
from tui.commands.messages import complain
from tui.commands.named_articles import number_of
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, in_cells
from tui.library.indexes.search_days import NO_DAY, beginning
from tui.model.page import ReadingError
from tui.text.amounts import counted
from tui.text.dates import iso_day

if TYPE_CHECKING:
    from tui.library import Library
    from tui.library.feeds.mute_rules import MuteRule

EVERYWHERE = "all feeds"


def mute(options: argparse.Namespace) -> int:
    """Adds a rule for all feeds, or those that are named; without a search it lists the rules."""
    accept_any_text()
    with open_library() as library:
        if options.search is None:
            for rule in library.feeds.mute_rules():
                print(_line(library, rule), flush=True)
            return 0
        chosen = list(scopes(library, options.feeds))
        until = day(options.until) if options.until else None
        before = {rule.id for rule in library.feeds.mute_rules()}
        for scope in [one for one in chosen if one] if options.feeds else [None]:
            library.feeds.mute(options.search, scope, until)
        for rule in library.feeds.mute_rules():
            if rule.id not in before:
                print(_line(library, rule), flush=True)
    return int(None in chosen)


def unmute(options: argparse.Namespace) -> int:
    """Forgets rules; 1 if there is no such rule."""
    failed = False
    with open_library() as library:
        for number in options.rules:
            try:
                library.feeds.unmute(number)
            except ReadingError as error:
                failed = True
                complain(str(number), str(error))
    return int(failed)


def apart(options: argparse.Namespace) -> int:
    """Gives each feed a row of its own for the articles; 1 if no feed has one of them."""
    failed = False
    with open_library() as library:
        for name in options.names:
            try:
                made = library.feeds.take_apart(number_of(library, name))
            except ReadingError as error:
                failed = True
                complain(name, str(error))
            else:
                print(f"{name}: {counted(len(made), 'new row')}", flush=True)
    return int(failed)


def day(written: str) -> datetime:
    """The day, at its beginning.  Raises ReadingError."""
    moment = beginning(written)
    if moment is None:
        raise ReadingError(NO_DAY.format(day=written))
    return datetime.fromtimestamp(moment, UTC)


def _line(library: Library, rule: MuteRule) -> str:
    where = EVERYWHERE
    if rule.feed is not None:
        where = next((row.title for row in library.feeds.rows([rule.feed])), "")
    elif rule.folder is not None:
        where = next(("/".join(row.path) for row in library.feeds.folders() if row.id == rule.folder), "")
    until = iso_day(rule.until.isoformat()) if rule.until else ""
    return in_cells(rule.id, rule.query, where, until, rule.hidden)
