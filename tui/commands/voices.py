"""``newsreader voices``: everyone cited in what is kept, those in most articles first.

With a name or a part of one: those voices.  With a voice's number: what it said, and where.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from tui.commands.arguments import add_count, add_json
from tui.commands.messages import say
from tui.commands.named_articles import is_number
from tui.commands.open_library import open_library
from tui.commands.printing import Forms, accept_any_text, for_terminal, in_cells, print_rows
from tui.library.voices.voices import Quotation, Voice
from tui.model.json_lines import json_line
from tui.output.json_rows import quotation_row, voice_row
from tui.text.dates import iso_day

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
        if is_number(name):
            number = int(name)
            said = _all(lambda last: library.voices.quotations(number, AT_A_TIME, last))
            found = print_rows(islice(said, options.n), QUOTATION_FORMS, as_json=options.json)
        else:
            cited = _all(lambda last: library.voices.page(AT_A_TIME, last, name))
            found = print_rows(islice(cited, options.n), VOICE_FORMS, as_json=options.json)
    if found or options.json:
        return 0
    say("nobody of that name is cited in what is kept" if name else "nobody is cited in what is kept yet")
    return 1


def _all(page_after: Callable[[T | None], list[T]]) -> Iterator[T]:
    """Every item of what comes in pages."""
    page = page_after(None)
    while page:
        yield from page
        page = page_after(page[-1])


def _voice_line(voice: Voice) -> str:
    about = (voice.id, voice.name, voice.role or "", voice.affiliation or "")
    return in_cells(*about, voice.articles, voice.outlets, voice.quotes)


def _quotation_line(quotation: Quotation) -> str:
    day, site = iso_day(quotation.published), quotation.site or ""
    return in_cells(quotation.article, day, site, quotation.kind, quotation.text or quotation.title)


VOICE_FORMS = Forms[Voice](
    lambda voices: map(json_line, map(voice_row, voices)),
    _voice_line,
    lambda voices: for_terminal().voice_lines(voices),
)
QUOTATION_FORMS = Forms[Quotation](
    lambda quotations: map(json_line, map(quotation_row, quotations)),
    _quotation_line,
    lambda quotations: for_terminal().quotation_lines(quotations),
)
