"""``newsreader feeds``: subscriptions.

FEED is a number, an address or folder:NAME, as ``feeds list`` shows them.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path

from tui.commands.arguments import add_action, add_article_names, add_json
from tui.commands.feed_showing import declare_show

FEED = "a number, an address, or folder:NAME"


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, (_, purpose, declare_action) in ACTIONS.items():
        declare_action(add_action(actions, name, purpose))


def run(options: argparse.Namespace) -> int:
    """Does what the action says."""
    module, function = ACTIONS[options.action][0].split(":")
    status: int = getattr(importlib.import_module(f"tui.commands.{module}"), function)(options)
    return status


def _declare_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", action="append", default=[], metavar="PATH", help="a folder for it, as News/Local")
    parser.add_argument("--name", default="", help="a name of your own for it")
    parser.add_argument("addresses", nargs="+", metavar="ADDRESS", help="of a feed, or of a site that has one")


def _declare_list(parser: argparse.ArgumentParser) -> None:
    add_json(parser, "subscription")
    parser.add_argument("feeds", nargs="*", metavar="FEED", help=FEED)
    parser.epilog = "In a pipe: number, unread, title, folders, address, error; parted by tabs."


def _declare_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="FEED|NAME=VALUE", help=f"{FEED}; without one it is set for all")
    parser.epilog = (
        "full_text=auto|always|never, pictures=yes|no, interval=30m|2h|1d, user_agent=, headers=Name: value, "
        "cookies_from=FILE, keep_days=90, update=keep|mark_unread, by_story=yes|no, login=USER (the "
        "password is asked for); of feeds also name= and "
        "folder=PATH. Nothing after = sets it no longer."
    )


def _declare_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="OPML, or newsboat's urls")


def _declare_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a new file (default: standard output)")


def _declare_remove(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("feeds", nargs="+", metavar="FEED", help=FEED)


def _declare_mute(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--until", metavar="DAY", help="until that day, as 2026-12-31")
    parser.add_argument("search", nargs="?", metavar="SEARCH", help="as newsreader search takes it, in quotation marks")
    parser.add_argument("feeds", nargs="*", metavar="FEED", help=f"{FEED}; without one it is for all")
    parser.epilog = "Prints rules: number, search, where, until, how many it hid; parted by tabs."


def _declare_unmute(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="+", type=int, metavar="NUMBER", help="of a rule, as feeds mute shows them")


# Where each action is done, what it is for, and what names its arguments.
ACTIONS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "add": ("feed_adding:add", "subscribe to feeds, or to those of sites", _declare_add),
    "list": ("feed_listing:list_feeds", "list the feeds with what is unread and what is wrong", _declare_list),
    "show": ("feed_showing:show", "print feeds and their entries, keeping nothing", declare_show),
    "set": ("feed_listing:set_feeds", "say how feeds are read", _declare_set),
    "mute": ("feed_rules:mute", "hide what a search finds when it arrives; list what is hidden so", _declare_mute),
    "unmute": ("feed_rules:unmute", "forget rules of mute; what they hid is seen again", _declare_unmute),
    "apart": ("feed_rules:apart", "list an article that several feeds have once for each of them", add_article_names),
    "import": ("feed_lists:import_list", "take over a list of feeds; nothing is fetched yet", _declare_import),
    "export": ("feed_lists:export_list", "write the feeds as OPML", _declare_export),
    "remove": ("feed_listing:remove_feeds", "end subscriptions; what you touched stays", _declare_remove),
}
