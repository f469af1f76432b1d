"""``newsreader stories``: kept articles that tell one story, by story, the newest first.

Articles are of one story where they are of near days and have their rare words and names in common.
"""

from __future__ import annotations

import argparse

from tui.commands.arguments import add_json
from tui.commands.elsewhere import bring_up
from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import Forms, accept_any_text, for_terminal, in_cells, print_rows
from tui.library.elsewhere.stories import Story
from tui.library.indexes.search_days import beginning
from tui.model.json_lines import json_line
from tui.output.json_rows import story_row
from tui.text.cleaning import clean_line
from tui.text.dates import iso_day


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    add_json(parser, "story")
    parser.add_argument("--since", type=_moment, metavar="DAY", help="of articles from then on: 2d, 1w, 2026-03-14")
    parser.epilog = "Columns: the story's place in the list, number, day, site and title of an article; parted by tabs."


def _moment(typed: str) -> int:
    found = beginning(typed)
    if found is None:
        raise argparse.ArgumentTypeError(f"{typed!r} names no day: write 2d, 1w or 2026-03-14")
    return found


def run(options: argparse.Namespace) -> int:
    """Prints the stories; 0 also if there is none."""
    accept_any_text()
    with open_library() as library:
        bring_up(library)
        found = list(enumerate(library.elsewhere.stories(options.since), start=1))
        if not print_rows(found, FORMS, as_json=options.json) and not options.json:
            say("no two kept articles tell one story")
    return 0


def _lines(numbered: tuple[int, Story]) -> str:
    place, story = numbered
    return "\n".join(
        in_cells(place, row.id, iso_day(row.published), row.site or "", clean_line(row.title or row.url))
        for row in story.articles
    )


FORMS = Forms[tuple[int, Story]](
    lambda found: (json_line(story_row(story)) for _, story in found),
    _lines,
    lambda found: for_terminal().story_lines(story for _, story in found),
)
