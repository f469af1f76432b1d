"""What keys do to articles: mark, tag, delete; what was changed last is undone wherever one is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from tui.panes.holders import Column
from tui.screens.base import AppServices, NewsScreen
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library import Library, Undo
    from tui.library.articles.marks import Mark
    from tui.library.library_work import Write
    from tui.screens import prompt
else:
    (prompt,) = lazy_modules("tui.screens", "prompt")

CHANGES = ("mark", "tag", "delete")
TAG_QUESTION = "Tag (-name takes one away)"


class ArticleActions(Column):
    """Around the panes in which articles are chosen.

    ``chosen`` gives the numbers of the articles that a key changes, none where it changes none; ``has_mark`` whether
    the one under the cursor has a mark: all that are chosen get the same.  ``show_changes`` shows what is there now.
    """

    def __init__(
        self,
        chosen: Callable[[], Sequence[int]],
        has_mark: Callable[[Mark], bool],
        show_changes: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(id="actions")
        self._chosen, self._has_mark, self._show_changes = chosen, has_mark, show_changes

    @property
    def services(self) -> AppServices:
        """The app."""
        return cast(AppServices, self.app)

    @property
    def news_screen(self) -> NewsScreen:
        """The screen that it stands on."""
        return cast(NewsScreen, self.screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in CHANGES:
            return bool(self._chosen())
        return bool(self.services.changes) if action == "undo" else True

    async def change(self, change: Write[Undo]) -> None:
        """A change was asked for: say what came of it, and show it."""
        self.services.changes.add(change)
        await self.news_screen.ask(partial(self._follow, change), exclusive=False)

    async def _follow(self, change: Write[Undo]) -> None:
        await self.services.changes.follow(change)
        await self._show_changes()

    async def action_mark(self, mark: Mark) -> None:
        """Set a mark the other way."""
        if chosen := self._chosen():
            await self.change(self.services.library_work.mark(chosen, mark, not self._has_mark(mark)))

    async def action_delete(self) -> None:
        if chosen := self._chosen():
            work = self.services.library_work
            removed = work.pending.add(chosen, "removed", True)
            await self.change(work.write(lambda library: library.articles.remove(chosen), removed))

    async def action_tag(self) -> None:
        """Ask for a tag, and say which there are."""
        if chosen := self._chosen():
            await self.news_screen.ask(partial(self._ask_tag, chosen), exclusive=False)

    async def _ask_tag(self, chosen: Sequence[int]) -> None:
        tags = await self.services.library_work.read(lambda library: library.marks.tags_of_each(chosen))
        if not self.is_attached:
            return  # one has left meanwhile
        names = ", ".join(sorted({name for each in tags.values() for name in each}))

        async def tag(name: str | None) -> None:
            if name:
                await self.change(self.services.library_work.write(lambda library: _tag(library, chosen, name)))

        self.app.push_screen(prompt.AskScreen(TAG_QUESTION + (f" · now: {names}" if names else "")), tag)

    async def action_undo(self) -> None:
        await self.news_screen.ask(self._undo, exclusive=False)

    async def _undo(self) -> None:
        await self.services.changes.undo()
        await self._show_changes()


def _tag(library: Library, articles: Sequence[int], name: str) -> Undo:
    if name.startswith("-"):
        return library.marks.untag(articles, name[1:].strip())
    return library.marks.tag(articles, name)
