"""The rows of a view by story: one row stands for all articles that tell it, and unfolds to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.library.articles.rows import View
from tui.library.feeds.feed_rows import BETWEEN_NAMES
from tui.model.frozen import value
from tui.panes.listing_pages import PAGE, Listing, StoryPart

if TYPE_CHECKING:
    from tui.library import Library, Row

NEWEST = 3_000  # texts, the newest, among which stories are looked for: those of a month of many feeds


@value(frozen=True, slots=True)
class ByStory:
    """Whether a view is listed by story, None: as the settings of its feeds say; and articles of what is unfolded."""

    wanted: bool | None = None
    unfolded: frozenset[int] = frozenset()


class StoryListing(Listing):
    """A listing in which the articles of a story have one row, or follow each other where it is unfolded."""

    by_story = True

    def __init__(
        self, library: Library, view: View, unfolded: frozenset[int], seen: range = range(0), article: int | None = None
    ) -> None:
        self.view = view
        groups = library.elsewhere.groups(most=NEWEST)
        ids, self._parts = by_story(library, library.articles.ids(view), groups, unfolded)
        self.ids, self._count, self._pages = ids, len(ids), {}
        wanted = [0] if ids else []
        if article is not None and article in ids:
            wanted.append(ids.index(article) // PAGE)
        self._pages = {0: []}
        self.add(self.read(library, dict.fromkeys([*wanted, *(at // PAGE for at in seen if 0 <= at < len(ids))])))

    def part(self, row: Row) -> StoryPart | None:
        return self._parts.get(row.id)


def by_story(
    library: Library, ids: Sequence[int], groups: Iterable[Sequence[int]], unfolded: frozenset[int]
) -> tuple[list[int], Mapping[int, StoryPart]]:
    """The articles that are listed, those of an unfolded story behind its first; and what each is in its story."""
    position = {number: at for at, number in enumerate(ids)}
    parts: dict[int, StoryPart] = {}
    for group in groups:
        listed = sorted((number for number in group if number in position), key=position.__getitem__)
        if len(listed) > 1:
            rows = library.articles.rows_of(list(group))
            outlets = {row.site or "" for row in rows if row.id in listed}
            is_open, seen = not unfolded.isdisjoint(listed), any(row.read for row in rows)
            story = tuple(listed)
            for number in story:
                parts[number] = StoryPart(story, number == story[0], is_open, seen, len(outlets) - 1)
    shown: list[int] = []
    for number in ids:
        part = parts.get(number)
        if part is None:
            shown.append(number)
        elif part.stands_for_all:
            shown += part.story if part.unfolded else (number,)
    return shown, parts


def listing(library: Library, view: View, how: ByStory, seen: range = range(0), article: int | None = None) -> Listing:
    """A view's listing, by story where that is wanted.  Beside the event loop.  Raises LibraryError."""
    wanted = is_set(library, view) if how.wanted is None else how.wanted
    return StoryListing(library, view, how.unfolded, seen, article) if wanted else Listing(library, view, seen, article)


def is_set(library: Library, view: View) -> bool:
    """Whether the settings of a view's feed or folder, or those of all feeds, say so.  Raises LibraryError."""
    if view.section == "feed":
        return any(row.settings.by_story for row in library.feeds.rows([int(view.name)]))
    feeds = library.feeds
    path = tuple(view.name.split(BETWEEN_NAMES)) if view.section == "folder" else ()
    return (feeds.settings_of(feeds.in_folder(path)) if path else feeds.settings_of_all()).by_story
