"""A screen with articles that keys mark, tag and delete; what was changed last is undone on any of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.library import Library, Undo
from tui.screens.base import NewsScreen
from tui.screens.prompt import AskScreen

if TYPE_CHECKING:
    from tui.library.articles.marks import Mark
    from tui.library.library_work import Write

CHANGES = ("mark", "tag", "delete")


class ChangingScreen(NewsScreen):
    """What is changed are the articles that are ``chosen``."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("u", "undo", "undo", id="library.undo")]

    @property
    @abstractmethod
    def chosen(self) -> Sequence[int]:
        """Numbers of the articles that a key changes."""

    @abstractmethod
    def has_mark(self, mark: Mark) -> bool:
        """Whether the article under the cursor has a mark; those chosen with it get the same."""

    @abstractmethod
    async def show_changes(self) -> None:
        """Show what the library has now."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in CHANGES:
            return bool(self.chosen)
        return bool(self.services.changes) if action == "undo" else True

    async def change(self, change: Write[Undo]) -> None:
        """A change was asked for: say what came of it, and show it."""
        self.services.changes.add(change)
        await self.ask(partial(self._follow_change, change), exclusive=False)

    async def _follow_change(self, change: Write[Undo]) -> None:
        await self.services.changes.follow(change)
        await self.show_changes()

    async def action_mark(self, mark: Mark) -> None:
        """Set a mark the other way."""
        if chosen := self.chosen:
            await self.change(self.services.library_work.mark(chosen, mark, not self.has_mark(mark)))

    async def action_delete(self) -> None:
        if chosen := self.chosen:
            work = self.services.library_work
            removed = work.pending.add(chosen, "removed", True)
            await self.change(work.write(lambda library: library.articles.remove(chosen), removed))

    def action_tag(self) -> None:
        async def tag(name: str | None) -> None:
            chosen = self.chosen
            if name and chosen:
                await self.change(self.services.library_work.write(lambda library: _tag(library, chosen, name)))

        self.app.push_screen(AskScreen("Tag (-name takes one away)"), tag)

    async def action_undo(self) -> None:
        await self.ask(self._undo, exclusive=False)

    async def _undo(self) -> None:
        await self.services.changes.undo()
        await self.show_changes()


def _tag(library: Library, articles: Sequence[int], name: str) -> Undo:
    if name.startswith("-"):
        return library.marks.untag(articles, name[1:].strip())
    return library.marks.tag(articles, name)
