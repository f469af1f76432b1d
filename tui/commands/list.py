"""``newsreader list``: what is kept, newest first, a line an article."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from tui.commands.arguments import add_count, add_json
from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, article_forms, print_rows

if TYPE_CHECKING:
    from tui.library import Library, Row

AT_A_TIME = 500  # rows asked for


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_count(parser)
    add_json(parser, "list")
    parser.epilog = "In a pipe: number, day kept, unread or read, title, site, address; parted by tabs."


def run(options: argparse.Namespace) -> int:
    """Prints the rows."""
    return print_list(options.n, as_json=options.json)


def print_list(limit: int | None, *, as_json: bool = False) -> int:
    """Prints at most so many rows."""
    accept_any_text()
    with open_library() as library:
        found = print_rows(islice(_rows(library), limit), article_forms(library), as_json=as_json)
    if not found and not as_json:
        say("nothing is kept yet; newsreader ADDRESS opens an article and keeps it")
    return 0


def _rows(library: Library) -> Iterator[Row]:
    page = library.articles.rows(AT_A_TIME)
    while page:
        yield from page
        page = library.articles.rows(AT_A_TIME, after=page[-1])
