"""``newsreader voices``: everyone cited in what is kept, those in most articles first.

With a name or a part of one: those voices.  With a voice's number: what it said, and where.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from tui.commands.arguments import add_count, add_json
from tui.commands.messages import say
from tui.commands.open_library import is_number, open_library
from tui.commands.printing import accept_any_text, print_json
from tui.library.voices.voices import Quotation, Voice
from tui.model.json_lines import json_line
from tui.output.json_rows import quotation_row, voice_row
from tui.text.cleaning import clean_line
from tui.text.dates import iso_day

if TYPE_CHECKING:
    from tui.library import Library
    from tui.model.printed_values import QuotationRow, VoiceRow

AT_A_TIME = 200
T = TypeVar("T")


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_count(parser)
    add_json(parser, "voice")
    parser.add_argument("name", nargs="*", metavar="NAME|NUMBER")
    parser.epilog = (
        "Columns: number, name, role, affiliation, articles, outlets, quotations; of a voice's quotations: "
        "article's number, day, site, kind, words; parted by tabs."
    )


def run(options: argparse.Namespace) -> int:
    """Prints voices or quotations; 1 if there are none, except where JSON is asked for: no lines say so."""
    accept_any_text()
    name = " ".join(options.name)
    with open_library() as library:
        found = False
        for row in islice(_rows(library, name), options.n):
            found = True
            if options.json:
                print_json("", json_line(_printed(row)), at_once=False)
            else:
                print(_line(row))
    if found or options.json:
        return 0
    say("nobody of that name is cited in what is kept" if name else "nobody is cited in what is kept yet")
    return 1


def _rows(library: Library, name: str) -> Iterator[Voice | Quotation]:
    """The voices of that name, or what the voice of that number said."""
    if is_number(name):
        return _all(lambda last: library.voices.quotations(int(name), AT_A_TIME, last))
    return _all(lambda last: library.voices.page(AT_A_TIME, last, name))


def _all(page_after: Callable[[T | None], list[T]]) -> Iterator[T]:
    """Every item of what comes in pages."""
    page = page_after(None)
    while page:
        yield from page
        page = page_after(page[-1])


def _printed(row: Voice | Quotation) -> VoiceRow | QuotationRow:
    return voice_row(row) if isinstance(row, Voice) else quotation_row(row)


def _line(row: Voice | Quotation) -> str:
    """A voice or a quotation with its cells parted by tabs."""
    cells = _voice_cells(row) if isinstance(row, Voice) else _quotation_cells(row)
    return "\t".join(clean_line(str(cell)) for cell in cells)


def _voice_cells(voice: Voice) -> tuple[object, ...]:
    about = (voice.id, voice.name, voice.role or "", voice.affiliation or "")
    return (*about, voice.articles, voice.outlets, voice.quotes)


def _quotation_cells(quotation: Quotation) -> tuple[object, ...]:
    day = iso_day(quotation.published)
    return (quotation.article, day, quotation.site or "", quotation.kind, quotation.text or quotation.title)
