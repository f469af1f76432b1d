"""The rows of one view of the library by their position, read from it as they are wanted."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library import Library, Row
from tui.library.articles.rows import View

PAGE = 200  # rows read at once
PAGES = 24  # pages remembered


class Listing:
    """The first page and the count are read at once; the order of all only when something beyond is wanted.

    Raises LibraryError.
    """

    def __init__(self, library: Library, view: View) -> None:
        self.view = view
        self._library = library
        self._count = library.articles.count(view)
        self._pages: dict[int, list[Row]] = {0: library.articles.rows(PAGE, view=view)}
        self._ids: Sequence[int] | None = None
        if len(self._pages[0]) < PAGE:
            self._count = len(self._pages[0])

    def __len__(self) -> int:
        return self._count

    def ids(self) -> Sequence[int]:
        """Numbers of all articles of the view in its order."""
        if self._ids is None:
            alone = self._count == len(self._pages.get(0, ()))
            self._ids = [row.id for row in self._pages[0]] if alone else self._library.articles.ids(self.view)
            self._count = len(self._ids)
        return self._ids

    def row(self, position: int) -> Row | None:
        """The row at a position; None beyond the end."""
        number, at = divmod(position, PAGE)
        page = self._pages.get(number) or self._read(number)
        return page[at] if 0 <= at < len(page) else None

    def position(self, article: int) -> int | None:
        """Where an article stands, if it is in the view."""
        if (at := next((n for n, row in enumerate(self._pages.get(0, ())) if row.id == article), None)) is not None:
            return at
        try:
            return self.ids().index(article)
        except ValueError:
            return None

    def _read(self, number: int) -> list[Row]:
        page = self._library.articles.rows_of(self.ids()[number * PAGE : (number + 1) * PAGE])
        self._pages[number] = page
        if len(self._pages) > PAGES:
            del self._pages[next(n for n in self._pages if n not in (0, number))]
        return page
