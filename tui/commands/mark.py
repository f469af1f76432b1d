"""``newsreader mark``: kept articles marked read, starred, put off or tagged, by number or address.

Marks may be given together; what an article has already stays as it is.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui.commands.arguments import add_article_names
from tui.commands.messages import complain
from tui.commands.named_articles import number_of
from tui.commands.open_library import open_library
from tui.library.articles.tags import as_name
from tui.model.page import ReadingError

if TYPE_CHECKING:
    from tui.library import Library, Undo

    Change = Callable[[Library, Iterable[int]], Undo]

# Pairs of options that exclude each other: what each is for.
FLAGS = (
    (("read", "they were read"), ("unread", "they were not")),
    (("star", "give a star"), ("unstar", "take the star away")),
    (("later", "put off for later"), ("unlater", "put off no longer")),
)
TAGS = (("tag", "give a tag; may be given several times"), ("untag", "take a tag away; may be given several times"))


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.set_defaults(parser=parser)
    for pair in FLAGS:
        either = parser.add_mutually_exclusive_group()
        for name, purpose in pair:
            either.add_argument(f"--{name}", action="store_true", help=purpose)
    for name, purpose in TAGS:
        parser.add_argument(f"--{name}", action="append", default=[], type=_tag, metavar="NAME", help=purpose)
    add_article_names(parser)
    parser.epilog = "Prints what was changed; 1 if an article is not kept: the others are marked all the same."


def run(options: argparse.Namespace) -> int:
    """Marks the articles; 1 if one is not kept."""
    changes = list(_changes(options))
    if not changes:
        options.parser.error("say how: " + ", ".join(_option_names()))
    numbers, failed = [], False
    with open_library() as library:
        for name in options.names:
            try:
                numbers.append(number_of(library, name))
            except ReadingError as error:
                failed = True
                complain(name, str(error))
        for change in changes if numbers else ():
            print(change(library, numbers).saying, flush=True)
    return int(failed)


def _tag(typed: str) -> str:
    """The name of a tag, as the library gives it."""
    try:
        return as_name(typed)
    except ReadingError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _option_names() -> Iterator[str]:
    return (f"--{name}" for name, _ in (*(option for pair in FLAGS for option in pair), *TAGS))


def _changes(options: argparse.Namespace) -> Iterator[Change]:
    """What is asked for, in the order of the options in the help."""
    if options.read or options.unread:
        yield lambda library, numbers: library.marks.read(numbers, options.read)
    if options.star or options.unstar:
        yield lambda library, numbers: library.marks.star(numbers, options.star)
    if options.later or options.unlater:
        yield lambda library, numbers: library.marks.later(numbers, options.later)
    yield from map(_tagging, options.tag)
    yield from map(_untagging, options.untag)


def _tagging(tag: str) -> Change:
    return lambda library, numbers: library.marks.tag(numbers, tag)


def _untagging(tag: str) -> Change:
    return lambda library, numbers: library.marks.untag(numbers, tag)
