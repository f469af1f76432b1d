"""Articles as a reader names them to the commands, by number or address, and as the commands name them to him."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.fetch.locations import kept_address
from tui.model.reading_errors import ReadingError
from tui.text.cleaning import clean_line, without_logins

if TYPE_CHECKING:
    from tui.library import Library


def number_of(library: Library, name: str) -> int:
    """The id of the article that a reader names by its number or address.  Raises ReadingError."""
    number = int(name) if is_number(name) else library.articles.find(kept_address(name))
    if number is None or library.articles.row(number) is None:
        raise ReadingError("no such article is kept; see newsreader list")
    return number


def numbered(name: str) -> int | None:
    """The number that stands where an address may: of a kept article, unless there is a file of that name."""
    return int(name) if is_number(name) and not os.path.lexists(name) else None


def is_number(name: str) -> bool:
    """Whether a reader names something by its number; those with more digits are none that is given."""
    return name.isascii() and name.isdecimal() and len(name) < 16


def titled(title: str, address: str) -> str:
    """A title to show, the address without a login for an article that has none."""
    return clean_line(title, 200) or clean_line(without_logins(address), 200)
