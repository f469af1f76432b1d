"""``newsreader elsewhere``: the quotations of a kept article that stand in other kept articles, and where.

Words may be identical there, trimmed (one of the two has more of the speech) or reworded; the speaker is as the other
article names him.
"""

from __future__ import annotations

import argparse
import time

from tui.commands.arguments import add_json
from tui.commands.messages import complain, say
from tui.commands.named_articles import number_of
from tui.commands.open_library import open_library
from tui.commands.printing import Forms, accept_any_text, for_terminal, in_cells, print_rows
from tui.library import Library
from tui.library.elsewhere.same_words import Recurrence
from tui.model.json_lines import json_line
from tui.model.reading_errors import ReadingError
from tui.output.json_rows import elsewhere_row
from tui.text.amounts import counted
from tui.text.dates import iso_day

PATIENCE = 5.0  # seconds that are spent on articles that feeds, or a library of before, left to the background


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_json(parser, "elsewhere")
    parser.add_argument("name", metavar="NUMBER|ADDRESS", help="as newsreader list shows it")
    parser.epilog = "Columns: the words, number, day, site, kind, speaker and words there; parted by tabs."


def run(options: argparse.Namespace) -> int:
    """Prints the quotations that stand elsewhere; 0 also if none does, 1 if the article is not kept."""
    accept_any_text()
    with open_library() as library:
        try:
            number = number_of(library, options.name)
        except ReadingError as error:
            complain(options.name, str(error))
            return 1
        bring_up(library)
        found = library.elsewhere.of(number)
        if not print_rows(found, FORMS, as_json=options.json) and not options.json:
            say("none of its quotations stands in another kept article")
    return 0


def bring_up(library: Library) -> None:
    """Goes on with what waits to be filed for a moment; says what is not looked at yet."""
    if library.read_only or not library.elsewhere.waiting():
        return
    until = time.monotonic() + PATIENCE
    if not library.elsewhere.bring_up(stopped=lambda: time.monotonic() > until):
        waiting = counted(library.elsewhere.waiting(), "article")
        say(f"up to {waiting} are not looked at yet: newsreader does that while it is open")


def _lines(recurrence: Recurrence) -> str:
    words = recurrence.passage.text
    return "\n".join(
        in_cells(
            words,
            other.row.id,
            iso_day(other.row.published),
            other.row.site or "",
            other.kind,
            other.speaker or "",
            other.text,
        )
        for other in recurrence.others
    )


FORMS = Forms[Recurrence](
    lambda found: map(json_line, map(elsewhere_row, found)),
    _lines,
    lambda found: for_terminal().recurrence_lines(found),
)
