"""``newsreader search``: full text over everything kept, newest first.

Words and "phrases" must be there, -word must not; word* is a beginning; title: caption: source: author:
site: say where; after:2026-03 before: is:unread tag: narrow it.  A word with a minus goes in quotation
marks together with another ("storm -flood"), or after --.
"""

from __future__ import annotations

import argparse

from tui.commands.arguments import add_count, add_json
from tui.commands.messages import say
from tui.commands.open_library import open_library
from tui.commands.printing import Forms, accept_any_text, article_forms, for_terminal, print_rows, row_line
from tui.library.indexes.query import parse
from tui.library.search.full_text import Hit

USUAL = 30  # articles shown


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--ranked", action="store_true", help="best first instead of newest first")
    add_count(parser, USUAL)
    add_json(parser, "search")
    parser.add_argument("words", nargs="+", metavar="WORD")
    parser.epilog = "Prints what newsreader list prints, and below each article the words in their sentence."


def run(options: argparse.Namespace) -> int:
    """Prints what was found; 1 if nothing was, except where JSON is asked for: no lines say so."""
    accept_any_text()
    with open_library() as library:
        hits = library.search.find(typed(options.words), ranked=options.ranked, limit=options.n)
        as_json = article_forms(library).as_json
        forms = Forms[Hit](
            lambda hits: as_json(hit.row for hit in hits),
            _in_pipe,
            lambda hits: for_terminal().hit_lines(list(hits)),
        )
        found = print_rows(hits, forms, as_json=options.json)
    if found or options.json:
        return 0
    unknown = parse(typed(options.words)).unknown
    say(f"not understood: {', '.join(unknown)}" if unknown else "nothing kept holds these words")
    return 1


def typed(words: list[str]) -> str:
    """The search that the words of a command line are: what the shell kept together among others is a phrase."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _in_pipe(hit: Hit) -> str:
    """The article on a line, and the words in their sentence on another."""
    found = hit.snippet.text.replace("\n", " ")
    return f"{row_line(hit.row)}\n    {found}" if found else row_line(hit.row)
