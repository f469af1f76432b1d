"""Tables: which hold data and which only arrange the page; their cells as rows of text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.convert.bounds import MAX_COLUMNS, MAX_SPAN

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LAYOUT_PARTS = ("table", "h1", "h2", "h3", "blockquote", "article", "section", "form", "figure", "pre")
LONG_CELL = 600  # characters from which a cell is running text
PROSE, PARAGRAPHS = 80, 3  # characters of a paragraph of prose, and so many of them in a cell that holds an article


def holds_data(table: HtmlElement) -> bool:
    """Whether a table is one: several rows and columns of short cells, nothing that makes up a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if any(next(table.iterdescendants(tag), None) is not None for tag in LAYOUT_PARTS):
        return False
    rows = list(table.iter("tr"))
    widest = max((sum(1 for c in row if c.tag in ("td", "th")) for row in rows), default=0)
    if widest < 2 or len(rows) < 2:
        return next(table.iterdescendants("th"), None) is not None and widest > 1
    return not _holds_prose(table) and all(
        len(text) < LONG_CELL for cell in table.iter("td") if (text := "".join(cell.itertext()))
    )


def _holds_prose(table: HtmlElement) -> bool:
    """Whether one of the cells holds several paragraphs of prose."""
    long = (p for p in table.iter("p") if len("".join(p.itertext())) >= PROSE)
    held = Counter(next(p.iterancestors("td", "th", "table")) for p in long)
    return any(count >= PARAGRAPHS for count in held.values())


def rows(table: HtmlElement) -> list[list[HtmlElement | None]]:
    """The cells of each row, None where a cell beside or above spans on, without rows that have no text.

    Rows are as long as the widest that says something.
    """
    found: list[list[HtmlElement | None]] = []
    taken: dict[int, int] = {}  # column → rows from here on that a cell above reaches into
    for row in table.iter("tr"):
        cells: list[HtmlElement | None] = []
        below: dict[int, int] = {}
        for cell in row:
            if cell.tag in ("td", "th") and len(cells) < MAX_COLUMNS:
                while taken.get(len(cells)):
                    cells.append(None)
                width = min(_span(cell, "colspan"), MAX_SPAN)
                if (height := _span(cell, "rowspan")) > 1:
                    below |= dict.fromkeys(range(len(cells), len(cells) + width), height - 1)
                cells += [cell, *[None] * (width - 1)]
        taken = {column: left - 1 for column, left in taken.items() if left > 1} | below if taken else below
        while cells and not _says(cells[-1]):
            cells.pop()
        if cells:
            found.append(cells[:MAX_COLUMNS])
    width = max(map(len, found), default=0)
    return [row + [None] * (width - len(row)) for row in found]


def _says(cell: HtmlElement | None) -> bool:
    return cell is not None and any(not text.isspace() for text in cell.itertext())


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return max(1, int(text)) if text.isdecimal() and len(text) < 6 else 1


def has_header(table: HtmlElement) -> bool:
    """Whether the first row names the columns; one that is empty names none, and is not shown."""
    first = next(table.iter("tr"), None)
    if first is None:
        return False
    cells = [cell for cell in first if cell.tag in ("td", "th")]
    parent = first.getparent()
    named = all(cell.tag == "th" for cell in cells) or (parent is not None and parent.tag == "thead")
    return named and any(map(_says, cells))
