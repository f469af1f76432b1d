"""``newsreader list``: what is kept, newest first, a line an article.

That is what was added, opened, starred, put off or tagged; what only feeds brought comes with --all.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice

from tui.commands.arguments import add_count, add_json
from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, article_forms, print_rows
from tui.library import Library, Row, View

AT_A_TIME = 500  # rows asked for
NOTHING = "nothing is kept yet; newsreader ADDRESS opens an article and keeps it"
ONLY_OF_FEEDS = "nothing is kept yet but what feeds brought; newsreader list --all lists that"


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_count(parser)
    parser.add_argument("--all", action="store_true", help="also what only feeds brought and nobody touched")
    add_json(parser, "list")
    parser.epilog = "In a pipe: number, day kept, unread or read, title, site, address; parted by tabs."


def run(options: argparse.Namespace) -> int:
    """Prints the rows."""
    return print_list(options.n, everything=options.all, as_json=options.json)


def print_list(limit: int | None, *, everything: bool = False, as_json: bool = False) -> int:
    """Prints at most so many rows: of what a person touched, or of everything."""
    accept_any_text()
    with open_library() as library:
        rows = _rows(library, View("all" if everything else "kept"))
        found = print_rows(islice(rows, limit), article_forms(library), as_json=as_json)
        others = library.articles.count()
    if not found and not as_json:
        say(ONLY_OF_FEEDS if others else NOTHING)
    return 0


def _rows(library: Library, view: View) -> Iterator[Row]:
    page = library.articles.rows(AT_A_TIME, view=view)
    while page:
        yield from page
        page = library.articles.rows(AT_A_TIME, after=page[-1], view=view)
