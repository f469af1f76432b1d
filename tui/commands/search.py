"""``newsreader search``: full text over everything kept, newest first.

Words and "phrases" must be there, -word must not; word* is a beginning; title: caption: source: author:
site: say where; after:2026-03 before: is:unread tag: narrow it.  A word with a minus goes in quotation
marks together with another ("storm -flood"), or after --.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, row_line

if TYPE_CHECKING:
    from tui.library.search.full_text import Hit

USUAL = 30  # articles shown
MARKS = {True: ("\x1b[1m", "\x1b[22m"), False: ("", "")}  # bold on a terminal


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--ranked", action="store_true", help="best first instead of newest first")
    parser.add_argument("-n", type=int, default=USUAL, metavar="COUNT", help=f"at most so many (default: {USUAL})")
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.epilog = "Prints what newsreader list prints, and below each article the words in their sentence."


def run(options: argparse.Namespace) -> int:
    """Prints what was found; 1 if nothing was."""
    accept_any_text()
    with open_library() as library:
        hits = library.search.find(typed(options.words), ranked=options.ranked, limit=max(options.n, 0))
        for hit in hits:
            print(row_line(hit.row))
            if hit.snippet.text:
                print(f"    {_marked(hit, shown=sys.stdout.isatty())}")
    if not hits:
        from tui.library.search.query import parse

        unknown = parse(typed(options.words)).unknown
        say(f"not understood: {', '.join(unknown)}" if unknown else "nothing kept holds these words")
    return int(not hits)


def typed(words: list[str]) -> str:
    """The search that the words of a command line are: what the shell kept together among others is a phrase."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _marked(hit: Hit, *, shown: bool) -> str:
    text, begin, end = hit.snippet.text, *MARKS[shown]
    for start, stop in sorted(hit.snippet.marks, reverse=True):
        text = text[:start] + begin + text[start:stop] + end + text[stop:]
    return text.replace("\n", " ")
