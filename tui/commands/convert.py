"""``newsreader convert``: articles printed, nothing kept.

A number stands for the kept article that has it, as in the other commands, unless a file is called so.
With ``--to json`` it prints one line an address, in the order given; an address that cannot be converted
has its line, too, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.commands.messages import NOT_OFFLINE, complain
from tui.commands.named_articles import numbered
from tui.commands.printing import BETWEEN, accept_any_text, print_json, printed
from tui.convert import convert
from tui.fetch import fetch, locate, read_local
from tui.model.article import Article
from tui.model.page import Page, ReadingError
from tui.model.warning import pointed_to
from tui.system import garbage
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import without_logins

if TYPE_CHECKING:
    import asyncio

    from tui.commands import print_articles
    from tui.model import article_json
else:  # the library with the one, for which few runs ask; for --to json alone
    (print_articles,) = lazy_modules("tui.commands", "print_articles")
    (article_json,) = lazy_modules("tui.model", "article_json")

FORMS = ("json", "markdown", "text")
OBJECTS = 200_000  # made between two collections: a page makes some thousands, and leaves some hundreds, in caches


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--to", choices=FORMS, default="markdown", help="the form (default: markdown)")
    parser.add_argument(
        "--left-out", action="store_true", help="with --to json: add what of the page was left out, where and why"
    )
    parser.add_argument(
        "addresses",
        nargs="+",
        metavar="ADDRESS",
        help="a web address, a file, - for standard input, or the number of a kept article if no file is called so",
    )


def run(options: argparse.Namespace) -> int:
    """Prints each article; 1 if one could not be converted."""
    failed, printed_before = False, False
    as_json = options.to == "json"
    wanted = partial(convert, plain=not as_json, left_out=options.left_out)
    accept_any_text()
    with _pages(offline=options.offline) as read, garbage.resting(OBJECTS):
        for address in options.addresses:
            article, error = _converted(address, read, wanted)
            garbage.resume()  # what the first page loaded stays
            if article is None:
                failed = True
                complain(address, error)
            if as_json:
                print_json(
                    without_logins(address),
                    article_json.contract(article, left_out=options.left_out)
                    if article
                    else article_json.failure(without_logins(address), error),
                )
            elif article:
                sys.stdout.write((BETWEEN[options.to] if printed_before else "") + printed(article, options.to))
                sys.stdout.flush()
                printed_before = True
    return int(failed)


class _Reader:
    """Reads pages one after the other; the event loop is made when the first web address comes."""

    def __init__(self, *, offline: bool) -> None:
        self._offline = offline
        self._runner: asyncio.Runner | None = None

    def read(self, address: str, led_by: Page | None = None) -> Page:
        """The page behind an address, to which another may have led.  Raises ReadingError."""
        place = locate(address)
        if place.url is None:
            return read_local(address, place=place)
        if self._offline:
            raise ReadingError(NOT_OFFLINE)
        if self._runner is None:
            import asyncio  # files need no event loop

            self._runner = asyncio.Runner()
        return self._runner.run(fetch(address, led_by=led_by))

    def close(self) -> None:
        """Ends the event loop, if there is one."""
        if self._runner is not None:
            self._runner.close()


@contextmanager
def _pages(*, offline: bool) -> Iterator[_Reader]:
    reader = _Reader(offline=offline)
    try:
        yield reader
    finally:
        reader.close()


def _converted(address: str, reader: _Reader, wanted: Callable[[Page], Article]) -> tuple[Article | None, str]:
    """The article, or None and one line why there is none; ``wanted`` converts with what is to be printed."""
    try:
        if (number := numbered(address)) is not None:
            return replace(print_articles.kept_article(number), address=address), ""
        page = reader.read(address)
        article = wanted(page)
        if page.url is not None and (target := pointed_to(article.warnings)):
            with suppress(ReadingError):  # what pointed there is shown, which says so
                return wanted(replace(reader.read(target, led_by=page), address=page.address)), ""
        return article, ""
    except ReadingError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - one page's fault must not cost the others
        from tui.system.log import fault_line  # and with it where things are kept: of most runs nobody asks

        return None, fault_line(error, f"converting {address}")
