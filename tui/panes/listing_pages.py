"""The rows of one view of the library by their position, as far as they were read from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.library.articles.rows import View

if TYPE_CHECKING:
    from tui.library import Library, Row

PAGE = 200  # rows read at once
PAGES = 24  # pages remembered


class Pages(NamedTuple):
    """Rows by the number of their page, and the ids of the whole view in its order."""

    ids: Sequence[int]
    rows: Mapping[int, list[Row]]


class StoryPart(NamedTuple):
    """What a row is in its story.

    ``story`` are the articles of the view that tell it, in the order of the view; the first stands for all.  ``seen``:
    one of them was read, or one that is not in the view.  ``outlets`` counts those of the others.
    """

    story: tuple[int, ...]
    stands_for_all: bool
    unfolded: bool
    seen: bool
    outlets: int


class Listing:
    """Read beside the event loop: the first page, what is ``seen`` and the count at once, the order of all only when
    it is needed.

    Raises LibraryError.
    """

    by_story = False  # whether a row stands for all articles of a story

    def __init__(self, library: Library, view: View, seen: range = range(0), article: int | None = None) -> None:
        """``article`` is the number of one whose position is wanted, and what stands around it."""
        self.view = view
        first = library.articles.rows(PAGE, view=view)
        self._count = library.articles.count(view) if len(first) == PAGE else len(first)
        self._pages: dict[int, list[Row]] = {0: first}
        self.ids: Sequence[int] | None = None if len(first) == PAGE else [row.id for row in first]
        if article is not None and self.position(article) is None:
            self.ids = library.articles.ids(view)
            at = self.position(article)
            seen = seen if at is None else range(at - PAGE, at + PAGE)
        if unread := self.missing(seen):
            self.add(self.read(library, unread))

    def __len__(self) -> int:
        return self._count

    @property
    def first(self) -> Sequence[Row]:
        """The rows of the first page."""
        return self._pages[0]

    def row(self, position: int) -> Row | None:
        """The row at a position; None beyond the end, and where it was not read yet."""
        number, at = divmod(position, PAGE)
        page = self._pages.get(number, ())
        return page[at] if 0 <= at < len(page) else None

    def part(self, row: Row) -> StoryPart | None:
        """What a row is in its story, where they are listed so; None for an article that alone tells it."""
        return None

    def position(self, article: int) -> int | None:
        """Where an article stands, if that is known and it is in the view."""
        first = self._pages.get(0, ())
        if (at := next((n for n, row in enumerate(first) if row.id == article), None)) is not None:
            return at
        return self.ids.index(article) if self.ids is not None and article in self.ids else None

    def missing(self, positions: Iterable[int]) -> list[int]:
        """Numbers of the pages that are not read yet and that have these positions."""
        wanted = dict.fromkeys(at // PAGE for at in positions if 0 <= at < self._count)
        return [number for number in wanted if number not in self._pages]

    def read(self, library: Library, numbers: Iterable[int]) -> Pages:
        """The pages of these numbers.  Beside the event loop; ``add`` then takes them over."""
        ids = self.ids if self.ids is not None else library.articles.ids(self.view)
        of_ids = library.articles.rows_of
        return Pages(ids, {number: of_ids(ids[number * PAGE : (number + 1) * PAGE]) for number in numbers})

    def add(self, pages: Pages) -> None:
        """Take over what was read."""
        self.ids, self._count = pages.ids, len(pages.ids)
        self._pages.update(pages.rows)
        for number in [n for n in self._pages if n and n not in pages.rows][: max(0, len(self._pages) - PAGES)]:
            del self._pages[number]
