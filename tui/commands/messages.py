"""What the commands say to people: cleaned, on standard error, a line each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from tui.text import addresses
else:  # for what goes wrong
    (addresses,) = lazy_modules("tui.text", "addresses")

NOT_OFFLINE = "nothing is fetched offline; leave out --offline"


def complain(subject: str, why: str) -> None:
    """Says on standard error what is wrong with an address, without the login that stands in it, or a file."""
    print(
        f"newsreader: {clean_line(addresses.without_login(subject), 300)}: {clean_line(why)}",
        file=sys.stderr,
        flush=True,
    )


def say(line: str) -> None:
    """Says a line on standard error, apart from what is printed for pipes."""
    print(f"newsreader: {clean_line(line)}", file=sys.stderr, flush=True)
