"""``newsreader voices``: everyone cited in what is kept, those in most articles first.

With a name or a part of one: those voices.  With a voice's number: what it said, and where.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text
from tui.text.cleaning import clean_line
from tui.text.dates import iso_day

if TYPE_CHECKING:
    from tui.library import Library
    from tui.library.voices.voices import Quotation, Voice

AT_A_TIME = 200
T = TypeVar("T")


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("-n", type=int, metavar="COUNT", help="at most so many")
    parser.add_argument("name", nargs="*", metavar="NAME|NUMBER")
    parser.epilog = (
        "Columns: number, name, role, affiliation, articles, outlets, quotations; of a voice's quotations: "
        "article's number, day, site, kind, words; parted by tabs."
    )


def run(options: argparse.Namespace) -> int:
    """Prints voices or quotations; 1 if there are none."""
    accept_any_text()
    name = " ".join(options.name)
    left = options.n if options.n is not None else sys.maxsize
    with open_library() as library:
        lines = _quotations(library, int(name)) if name.isascii() and name.isdecimal() else _voices(library, name)
        found = 0
        for line in lines:
            if found >= left:
                break
            found += 1
            print(line)
    if not found and left > 0:
        say("nobody of that name is cited in what is kept" if name else "nobody is cited in what is kept yet")
    return int(not found)


def _voices(library: Library, name: str) -> Iterator[str]:
    return map(_voice_line, _all(lambda last: library.voices.page(AT_A_TIME, last, name)))


def _quotations(library: Library, number: int) -> Iterator[str]:
    return map(_quotation_line, _all(lambda last: library.voices.quotations(number, AT_A_TIME, last)))


def _all(page_after: Callable[[T | None], list[T]]) -> Iterator[T]:
    """Every item of what comes in pages."""
    page = page_after(None)
    while page:
        yield from page
        page = page_after(page[-1])


def _voice_line(voice: Voice) -> str:
    cells = (
        voice.id,
        voice.name,
        voice.role or "",
        voice.affiliation or "",
        voice.articles,
        voice.outlets,
        voice.quotes,
    )
    return "\t".join(clean_line(str(cell)) for cell in cells)


def _quotation_line(quotation: Quotation) -> str:
    day = iso_day(quotation.published)
    cells = (quotation.article, day, quotation.site or "", quotation.kind, quotation.text or quotation.title)
    return "\t".join(clean_line(str(cell)) for cell in cells)
