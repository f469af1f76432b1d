"""Articles and rows of the library as they are printed for people and pipes."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from tui.model.article import Article
from tui.model.json_lines import json_line
from tui.output.json_rows import article_row
from tui.text.cleaning import clean_line
from tui.text.dates import day

if TYPE_CHECKING:
    from tui.library import Library, Row

BETWEEN = {"markdown": "\n---\n\n", "text": "\n* * *\n\n"}
# JSON lets these stand as they are, a terminal or UTF-8 does not.  Only an address can hold them.
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
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
    """An article of the library on a line.

    For people: number, day kept, a mark for unread, title and site.  For pipes: number, day, "read" or
    "unread", title, site, address, parted by tabs.
    """
    kept_on = row.kept_at.astimezone().date().isoformat()
    title = clean_line(row.title or row.url)
    if sys.stdout.isatty():
        site = f" · {clean_line(row.site)}" if row.site else ""
        return f"{row.id:>5}  {kept_on}  {' ' if row.read else '●'} {title}{site}"
    cells = (str(row.id), kept_on, "read" if row.read else "unread", title, row.site or "", row.url)
    return "\t".join(clean_line(cell) for cell in cells)


def print_json(address: str, line: str, *, at_once: bool = True) -> None:
    """Prints the line of JSON that an address gave, whatever the locale's encoding; ``at_once`` whatever follows."""
    if UNSAFE.search(address):
        line = UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", line)
    sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
    if at_once:
        sys.stdout.buffer.flush()


def print_row_json(library: Library, row: Row) -> None:
    """Prints an article of the library as a line of JSON."""
    print_json(row.url, json_line(article_row(row, library.marks.tags_of(row.id))), at_once=False)


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
