"""``newsreader list``: what is kept, newest first, a line an article."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, row_line

if TYPE_CHECKING:
    from tui.library import Library, Row

AT_A_TIME = 500  # rows asked for


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("-n", type=int, metavar="COUNT", help="at most so many")
    parser.epilog = "In a pipe: number, day kept, unread or read, title, site, address; parted by tabs."


def run(options: argparse.Namespace) -> int:
    """Prints the rows."""
    return print_rows(options.n)


def print_rows(limit: int | None) -> int:
    """Prints at most so many rows."""
    accept_any_text()
    left = limit if limit is not None else sys.maxsize
    with open_library() as library:
        found = False
        for row in _rows(library):
            if left <= 0:
                break
            found, left = True, left - 1
            print(row_line(row))
    if not found and left > 0:
        print("newsreader: nothing is kept yet; newsreader ADDRESS opens an article and keeps it", file=sys.stderr)
    return 0


def _rows(library: Library) -> Iterator[Row]:
    page = library.articles.rows(AT_A_TIME)
    while page:
        yield from page
        page = library.articles.rows(AT_A_TIME, after=page[-1])
