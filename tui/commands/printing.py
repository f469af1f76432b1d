"""Articles and rows of the library as they are printed for people and pipes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, Generic, NamedTuple

from tui.commands.batches import T, batches
from tui.system.lazy_modules import lazy_modules
from tui.text.cleaning import clean_line
from tui.text.dates import day, kept_day
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from tui.commands import terminal_rows
    from tui.library import Library, Row
    from tui.model import json_lines
    from tui.model.article import Article
    from tui.output import json_rows
else:  # of the forms of rows each run prints one
    terminal_rows, json_lines, json_rows = lazy_modules(
        "tui", "commands.terminal_rows model.json_lines output.json_rows"
    )

BETWEEN = {"markdown": "\n---\n\n", "text": "\n* * *\n\n"}
# JSON lets these stand as they are, a terminal or UTF-8 does not.  Only an address can hold them; none is printable.
UNSAFE = late_pattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>])")


def printed(article: Article, form: str) -> str:
    """The article with its title and byline, as "markdown" or "text", ending in a newline."""
    byline = _byline(article)
    if form == "text":
        parts = [article.title, byline, article.text]
    else:
        parts = [f"# {_literally(article.title)}" if article.title else "", _literally(byline), article.markdown]
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def row_line(row: Row) -> str:
    """An article of the library for pipes: number, day kept, "read" or "unread", title, site, address, by tabs."""
    title = clean_line(row.title or row.url)
    return in_cells(row.id, kept_day(row.kept_at), "read" if row.read else "unread", title, row.site or "", row.url)


def in_cells(*cells: object) -> str:
    """A line for pipes: cells parted by tabs."""
    return "\t".join(clean_line(str(cell)) for cell in cells)


def print_json(address: str, line: str) -> None:
    """Prints the line of JSON that an address gave, at once, whatever the locale's encoding."""
    _write_json(line, odd=not address.isprintable())
    sys.stdout.buffer.flush()


def _write_json(line: str, *, odd: bool) -> None:
    """``odd``: there may be signs in it that are to be escaped."""
    if odd:
        line = UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", line)
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")


class Forms(NamedTuple, Generic[T]):
    """The forms in which a kind of row is printed: as lines of JSON, in a pipe, laid out on a terminal."""

    as_json: Callable[[Iterable[T]], Iterable[str]]
    in_pipe: Callable[[T], str]
    on_terminal: Callable[[Iterable[T]], Iterable[str]]


def print_rows(rows: Iterable[T], forms: Forms[T], *, as_json: bool) -> bool:
    """Prints rows as they come, as JSON, for a terminal or for a pipe; whether there were any."""
    coming = iter(rows)
    first = next(coming, None)
    if first is None:
        return False
    if as_json:
        for line in forms.as_json(chain([first], coming)):
            _write_json(line, odd=True)
        return True
    in_form = forms.on_terminal if sys.stdout.isatty() else partial(map, forms.in_pipe)
    for line in in_form(chain([first], coming)):
        print(line)
    return True


def article_forms(library: Library) -> Forms[Row]:
    """How articles of the library are printed."""

    def as_json(rows: Iterable[Row]) -> Iterator[str]:
        for some in batches(rows):
            numbers = [row.id for row in some]
            tags, feeds = library.marks.tags_of_each(numbers), library.feeds.titles_of(numbers)
            for row in some:
                printed = json_rows.article_row(row, tags.get(row.id, ()), feeds.get(row.id, ()))
                yield json_lines.json_line(printed)

    return Forms(as_json, row_line, lambda rows: for_terminal().article_lines(rows))


def for_terminal() -> ModuleType:
    """What lays rows out for a terminal; loaded only where standard output is one."""
    return terminal_rows


def accept_any_text() -> None:
    """Lets standard output print any text, whatever the locale's encoding, by replacing what it lacks."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")


def _byline(article: Article) -> str:
    authors = ", ".join(article.authors)
    parts = (f"By {authors}" if authors else "", article.site, day(article.published) or article.published)
    return " · ".join(part for part in parts if part)


def _literally(line: str) -> str:
    return MARKDOWN_SIGNS.sub(r"\\\1", line)
