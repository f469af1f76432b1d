"""Lists of addresses, one a line, with a title behind a bar as OneTab writes it; and tables of no program we know."""

from __future__ import annotations

from collections.abc import Iterator

from tui.intake.bookmarks import field_values as values
from tui.intake.bookmarks.csv_rows import Cells, row_items
from tui.intake.bookmarks.documents import TOO_LARGE, Document, Item
from tui.intake.bookmarks.export_limits import MOST_ENTRIES

BAR, COMMENT = "|", "#"
LONGEST_LINE = 20_000  # characters; a longer line is no address
ADDRESS_COLUMNS = ("url", "link", "address", "uri", "href")
TITLE_COLUMNS = ("title", "name", "description")


def read_lines(document: Document) -> Iterator[Item]:
    """Each line's address; what follows a bar is its title, and may hold further bars."""
    with document.text() as text:
        for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE), "")):
            if number >= MOST_ENTRIES:
                yield TOO_LARGE
                return
            address, _, title = line.partition(BAR)
            if address.strip() and not address.lstrip().startswith(COMMENT):
                yield values.bookmark(address, title)


def read_table(document: Document) -> Iterator[Item]:
    """The addresses of a table that has a column of them, with titles and tags where there are columns of that name."""
    return row_items(document, _of_row)


def _of_row(row: Cells) -> Iterator[Item]:
    address, title = (_first(row, columns) for columns in (ADDRESS_COLUMNS, TITLE_COLUMNS))
    yield values.bookmark(address, title, tags=values.listed_tags(row.get("tags", "")))


def _first(row: Cells, columns: tuple[str, ...]) -> str:
    return next((row[name] for name in columns if row.get(name)), "")
