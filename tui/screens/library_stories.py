"""The library's list by story: a row a story or an article, what is unfolded, and the screen of the row's story."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from tui.panes.holders import Column
from tui.panes.story_listing import ByStory
from tui.screens.base import AppServices, NewsScreen
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.panes.library_list import LibraryList
    from tui.screens import stories
else:
    (stories,) = lazy_modules("tui.screens", "stories")


class StoryActions(Column):
    """Around the library's panes; ``list_again`` lists anew, with the cursor on an article if its number is given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "by_story", "by story", False, id="library.by_story", tooltip="one row for a story"),
        Binding("equals_sign", "story", "story", False, id="library.story", tooltip="who says what on this story"),
        Binding("right", "unfold(True)", "unfold the story", show=False, id="library.unfold"),
        Binding("left", "unfold(False)", "fold the story", show=False, id="library.fold"),
    ]

    def __init__(self, articles: LibraryList, list_again: Callable[[int | None], Awaitable[None]]) -> None:
        super().__init__(id="story-actions")
        self._articles, self._list_again = articles, list_again
        self.how = ByStory()

    async def action_by_story(self) -> None:
        """List a row a story, or again a row an article."""
        listing = self._articles.listing
        self.how = ByStory(not (listing and listing.by_story))
        await self._list_again(None)

    async def leave(self) -> None:
        """List the articles again as the settings of their feeds say."""
        self.how = ByStory()
        await self._list_again(None)

    async def action_unfold(self, unfolded: bool) -> None:
        """Unfold the story of the row, or fold it."""
        row, listing = self._articles.row, self._articles.listing
        part = listing.part(row) if row and listing else None
        if part and part.unfolded != unfolded:
            others = self.how.unfolded.difference(part.story)
            self.how = ByStory(self.how.wanted, others.union(part.story[:1] if unfolded else ()))
            await self._list_again(part.story[0])

    async def action_story(self) -> None:
        """Show who says what in the articles that tell the story of the row."""
        await cast(NewsScreen, self.screen).ask(self._show_story, group="opening")

    async def _show_story(self) -> None:
        row, services = self._articles.row, cast(AppServices, self.app)
        if not row:
            return
        if story := await services.library_work.read(lambda library: library.elsewhere.story_of(row.id)):
            self.app.push_screen(stories.StoryScreen(story))
        else:
            services.say("No other article here tells this story")
