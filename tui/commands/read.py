"""``newsreader [ADDRESS…]``: the app; Markdown where standard output is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.commands import STANDARD_INPUT
from tui.system import terminal
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    import argparse

    from tui.commands import list as listing
    from tui.commands import open_app, print_articles
    from tui.intake import address_list
else:  # each way to open addresses loads what it needs
    listing, open_app, print_articles = lazy_modules("tui.commands", "list open_app print_articles")
    (address_list,) = lazy_modules("tui.intake", "address_list")


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument(
        "addresses",
        nargs="*",
        metavar="ADDRESS",
        help="an http(s) address, an HTML, MHTML, Markdown or text file, or - for standard input: a page, or "
        "addresses, one a line; or the number of a kept article if no file is called so; none: the library",
    )


def run(options: argparse.Namespace) -> int:
    """Opens the app, or prints."""
    return open_all(options.addresses, options.offline)


def open_all(addresses: Sequence[str], offline: bool) -> int:
    """Opens the app on these addresses, the library if there are none; where there is no terminal, prints them."""
    served = terminal.is_served()
    if STANDARD_INPUT in addresses and not served:
        addresses = address_list.with_listed(addresses)
    if sys.stdout.isatty() or served:
        return open_app.open_app(addresses, offline)
    if addresses:
        return print_articles.print_articles(addresses, offline)
    return listing.print_list(None)
