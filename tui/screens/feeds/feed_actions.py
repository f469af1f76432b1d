"""What keys do to feeds in the library: refresh, add, look after, mute."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from tui.library.feeds.feed_rows import BETWEEN_NAMES
from tui.panes.holders import Column
from tui.panes.sections import Key
from tui.screens.base import AppServices, NewsScreen
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library import Library
    from tui.library.articles.rows import View
    from tui.library.feeds import subscriptions
    from tui.library.feeds.subscriptions import Scope
    from tui.screens.feeds import adding, looking_after, muting
    from tui.screens.library_panes import LibraryPanes
else:
    adding, looking_after, muting = lazy_modules("tui.screens.feeds", "adding looking_after muting")
    (subscriptions,) = lazy_modules("tui.library.feeds", "subscriptions")

OF_SECTIONS = ("look_after", "end")  # actions on the row under the cursor of the sections
LOOKED_AFTER = ("all", "feed", "folder", "search", "muted")


class FeedActions(Column):
    """Around the library's panes; ``view`` is what they list, ``show_changes`` shows what is there now."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "add", id="library.add", tooltip="open or add an address: a site, a feed, an article"),
        Binding("R", "refresh", "refresh", id="feeds.refresh", tooltip="refresh the feeds; in the sections, this one"),
        Binding("e", "look_after", "change", id="feeds.change", tooltip="in the sections: rename, move, set, end"),
        Binding("d,delete", "end", "unsubscribe", False, id="feeds.end", tooltip="in the sections: unsubscribe"),
        Binding("M", "mute", "mute", False, id="feeds.mute", tooltip="hide what a search finds; list these rules"),
    ]

    def __init__(
        self, panes: LibraryPanes, view: Callable[[], View], show_changes: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(id="feed-actions")
        self._panes, self._view, self._show_changes = panes, view, show_changes

    @property
    def _services(self) -> AppServices:
        return cast(AppServices, self.app)

    @property
    def _key(self) -> Key:
        """The row of the sections under the cursor."""
        at = self._panes.sections.cursor
        return at if isinstance(at, Key) else Key("all")

    @property
    def _label(self) -> str:
        row = self._panes.sections.row_of(self._view())
        return row.label if row else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action not in OF_SECTIONS:
            return True
        sections = LOOKED_AFTER if action == "look_after" else ("feed", "search")
        return self._panes.sections.has_focus and self._key.section in sections

    def action_add(self) -> None:
        adding.add(self._services)

    async def action_refresh(self) -> None:
        """Ask all feeds, or the feed or folder that the cursor of the sections stands on."""
        view = self._view()

        async def refresh() -> None:
            scope = None
            if self._panes.sections.has_focus:
                scope = await self._services.library_work.read(lambda library: scope_of(library, view))
            self._services.refreshing.start(None if scope is None else scope.feeds)

        await cast(NewsScreen, self.screen).ask(refresh, group="feeds")

    def action_look_after(self) -> None:
        if self._key.section == "muted":
            self.call_later(self.action_mute)
        else:
            self._looking_after.offer(self._key, self._label)

    def action_end(self) -> None:
        self._looking_after.end(self._key, self._label)

    @property
    def _looking_after(self) -> looking_after.LookingAfter:
        return looking_after.LookingAfter(cast(NewsScreen, self.screen), self._show_changes)

    async def action_mute(self) -> None:
        view, place = self._view(), self._label
        proposal = view.typed or (view.name if view.section == "search" else "")

        async def offer() -> None:
            read = self._services.library_work.read
            muted, scope = await read(lambda library: (muting.read_rules(library), scope_of(library, view)))
            muting.Muting(self._services, self._show_changes).offer(muted, proposal, place, scope)

        await cast(NewsScreen, self.screen).ask(offer, group="feeds")


def scope_of(library: Library, view: View) -> Scope | None:
    """The feeds of a view; None where it is not one of feeds alone.  Raises LibraryError."""
    if view.section == "feed":
        return subscriptions.Scope((int(view.name),))
    if view.section == "folder":
        return library.feeds.in_folder(tuple(view.name.split(BETWEEN_NAMES)))
    return None
