"""``newsreader feeds list``, ``set`` and ``remove``: what is subscribed to, and how it is read."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.commands.messages import complain, say
from tui.commands.open_library import open_library
from tui.commands.printing import Forms, accept_any_text, for_terminal, in_cells, print_rows
from tui.intake import feed_logins
from tui.library.feeds.feed_rows import FeedRow
from tui.library.feeds.feed_settings import NAMES
from tui.library.feeds.subscriptions import Scope
from tui.model.json_lines import json_line
from tui.model.page import ReadingError
from tui.model.subscription import folder_path
from tui.output.json_rows import subscription_row
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Library

NOTHING = "no feed is subscribed to yet; newsreader feeds add ADDRESS does"
ASKED = "Password of {user}, empty to leave what is kept: "
OF_FEEDS_ALONE = ("name", "folder")
FORMS = Forms[FeedRow](
    lambda rows: (json_line(subscription_row(row)) for row in rows),
    lambda row: in_cells(
        row.id,
        row.unread,
        row.title,
        ", ".join("/".join(path) for path in row.folders if path),
        row.address,
        row.error or "",
    ),
    lambda rows: for_terminal().feed_lines(rows),
)


def list_feeds(options: argparse.Namespace) -> int:
    """Prints the feeds; 1 if one that is named is none."""
    accept_any_text()
    with open_library() as library:
        chosen, failed = feeds_of(library, options.feeds)
        rows = library.feeds.rows(chosen if options.feeds else None)
        found = print_rows(rows, FORMS, as_json=options.json)
    if not found and not failed and not options.json:
        say(NOTHING)
    return int(failed)


def feeds_of(library: Library, specs: Iterable[str]) -> tuple[list[int], bool]:
    """The feeds that are named, and whether one is not subscribed to, which is said."""
    chosen, failed = list[int](), False
    for scope in scopes(library, specs):
        failed = failed or scope is None
        chosen += scope.feeds if scope else ()
    return list(dict.fromkeys(chosen)), failed


def set_feeds(options: argparse.Namespace) -> int:
    """Sets each value for the feeds and folders that are named; 1 if something could not be set."""
    settings = [word.split("=", 1) for word in options.words if _is_setting(word)]
    specs = [word for word in options.words if not _is_setting(word)]
    if not settings:
        unknown = next((word for word in options.words if "=" in word and "/" not in word.partition("=")[0]), None)
        none = f"there is no such setting; there are {', '.join((*NAMES, *OF_FEEDS_ALONE))}"
        missing = "say what is to be set, such as full_text=always; newsreader feeds set --help"
        complain(unknown or options.words[0], none if unknown else missing)
        return 2
    failed = False
    with open_library() as library:
        named = list(scopes(library, specs)) if specs else []
        failed = None in named
        wanted: list[Scope | None] = [scope for scope in named if scope] if specs else [None]
        for scope in wanted:
            for name, value in settings:
                try:
                    _set(library, scope, name, value)
                except ReadingError as error:
                    failed = True
                    complain(name if name == feed_logins.SETTING else f"{name}={value}", str(error))
    return int(failed)


def remove_feeds(options: argparse.Namespace) -> int:
    """Ends the subscriptions and says what went with each; 1 if one is not subscribed to."""
    with open_library() as library:
        chosen, failed = feeds_of(library, options.feeds)
        for row in library.feeds.rows(chosen):
            gone = feed_logins.unsubscribe(library, row)
            print(f"unsubscribed from {row.title}; {counted(gone, 'article')} removed that you had not touched")
    return int(failed)


def _is_setting(word: str) -> bool:
    return word.partition("=")[0] in (*NAMES, *OF_FEEDS_ALONE) and "=" in word


def scopes(library: Library, specs: Iterable[str]) -> Iterable[Scope | None]:
    """What each of these means; None for what is not subscribed to, which is said."""
    for spec in specs:
        try:
            yield library.feeds.find(spec)
        except ReadingError as error:
            complain(spec, str(error))
            yield None


def _set(library: Library, scope: Scope | None, name: str, value: str) -> None:
    if name == feed_logins.SETTING:
        user, _, password = value.partition(":")
        if user and not password and sys.stdin.isatty():
            password = getpass.getpass(ASKED.format(user=user))
        feed_logins.set_login(library, scope, user, password)
        return
    if name not in OF_FEEDS_ALONE:
        library.feeds.set(scope, name, value)
        return
    if scope is None:
        raise ReadingError("say of which feed")
    for feed in scope.feeds:
        if name == "name":
            library.feeds.rename(feed, value)
        else:
            library.feeds.move(feed, [folder_path(value)] if value.strip(" /") else [])
