"""What is done to a feed, a folder or a saved search: another name, another place, settings, the end of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.intake import feed_logins
from tui.library.feeds import feed_settings
from tui.library.feeds.feed_rows import BETWEEN_NAMES, FeedRow
from tui.library.feeds.feed_settings import FeedSettings
from tui.library.feeds.subscriptions import Scope
from tui.model.subscription import folder_path
from tui.panes.workers import run_beside
from tui.screens.base import follow
from tui.screens.choose import ChooseScreen
from tui.screens.prompt import AskScreen
from tui.text.amounts import counted

if TYPE_CHECKING:
    from tui.library import Library
    from tui.panes.sections import Key
    from tui.screens.base import AppServices, NewsScreen

NO_FOLDER = "/"
WHERE = f"Folder, as News/Local; several parted by commas; {NO_FOLDER} for none"
FOLDER_NAME = "Name of the folder; as News/Local it stands in another"
MEANINGS = {  # what each setting is for
    "full_text": "fetch each page (auto: where a feed gives a summary)",
    "pictures": "fetch the pictures with it",
    "interval": "least time between two refreshes",
    "keep_days": "days that what you never touch stays, 0: for ever",
    "update": "what becomes of an entry that changed later",
    "by_story": "one row for all articles of a story",
    "user_agent": "what this program calls itself to the server",
    "headers": "what else the server is told",
    "cookies_from": "file of cookies, in Netscape's format",
    "login": "user its server wants; NAME:PASSWORD sets both",
}


class Place(NamedTuple):
    """A feed, a folder or (no ``scope``) all feeds; what it is called, and the settings that hold for it."""

    name: str
    scope: Scope | None
    settings: FeedSettings
    own: dict[str, str]
    feed: FeedRow | None = None
    passing: int = 0  # articles that go if it is unsubscribed from
    path: tuple[str, ...] = ()  # of a folder


def place_of(library: Library, key: Key) -> Place:
    """What a row of the sections stands for; all feeds where that is no feed and no folder.  Raises LibraryError."""
    scope: Scope | None = None
    feed, name, passing, path = None, "All feeds", 0, tuple[str, ...]()
    if key.section == "feed":
        (feed,) = library.feeds.rows([int(key.name)])
        scope, name, passing = Scope((feed.id,)), feed.title, library.feeds.passing(feed.id)
    elif key.section == "folder":
        path = tuple(key.name.split(BETWEEN_NAMES))
        scope, name = library.feeds.in_folder(path), "/".join(path)
    own = library.feeds.own_settings(scope)
    settings = feed.settings if feed else library.feeds.settings_of(scope)
    return Place(name, scope, settings, own, feed, passing, path)


class LookingAfter:
    """Asks on a screen what is to be done; ``changed`` is called when something was."""

    def __init__(self, screen: NewsScreen, changed: Callable[[], Awaitable[None]]) -> None:
        self._screen, self._changed = screen, changed

    @property
    def _services(self) -> AppServices:
        return self._screen.services

    def offer(self, key: Key, label: str) -> None:
        """Offer what can be done to the row of the sections."""
        if key.section == "search":
            self._choose(
                label,
                (
                    ("Rename", partial(self._rename_search, key, label)),
                    ("Forget this search", partial(self._forget_search, key, label)),
                ),
            )
        else:
            self._with_place(key, self._offer_place)

    def end(self, key: Key, label: str) -> None:
        """Offer the end of a subscription, or forget a search."""
        if key.section == "search":
            self._forget_search(key, label)
        elif key.section == "feed":
            self._with_place(key, self._confirm_end)

    def _with_place(self, key: Key, then: Callable[[Place], None]) -> None:
        async def read() -> None:
            then(await self._services.library_work.read(lambda library: place_of(library, key)))

        run_beside(self._screen, partial(self._screen.ask, read, "feeds"))

    def _choose(self, title: str, choices: Sequence[tuple[str, Callable[[], None]]]) -> None:
        def do(at: int | None) -> None:
            if at is not None:
                choices[at][1]()

        self._services.push_screen(ChooseScreen(title, [label for label, _ in choices]), do)

    def _change(self, change: Callable[[Library], object], done: str | Callable[[object], str]) -> None:
        """Have something changed, say so, and show it."""

        async def change_and_say() -> None:
            result = await self._services.library_work.write(lambda library: (change(library),))
            if result is not None:  # else why not is told
                self._services.say(done if isinstance(done, str) else done(result[0]))
                await self._changed()

        follow(self._services, change_and_say)

    def _ask(self, question: str, proposal: str, then: Callable[[str], None]) -> None:
        self._services.push_screen(AskScreen(question, proposal), lambda typed: then(typed) if typed else None)

    # searches

    def _rename_search(self, key: Key, label: str) -> None:
        def rename(name: str) -> None:
            def change(library: Library) -> None:
                library.feeds.save_search(name, key.name)
                if name != label:
                    library.feeds.forget_search(int(key.place))

            self._change(change, f"It is called {name} now")

        self._ask(f"Name of the search “{key.name}”", label, rename)

    def _forget_search(self, key: Key, label: str) -> None:
        self._change(lambda library: library.feeds.forget_search(int(key.place)), f"Forgotten: the search {label}")

    # feeds and folders

    def _offer_place(self, place: Place) -> None:
        choices: list[tuple[str, Callable[[], None]]] = [("Settings", partial(self._offer_settings, place))]
        title = place.name
        if feed := place.feed:
            choices = [
                ("Rename", partial(self._rename, feed)),
                ("Move to a folder", partial(self._move, feed)),
                *choices,
                ("Unsubscribe", partial(self._confirm_end, place)),
            ]
            if feed.error:
                title = f"{place.name} · {feed.error}"
        elif path := place.path:
            choices = [
                *choices,
                ("Rename or move", partial(self._move_folder, path)),
                ("Remove the folder: its feeds stay", partial(self._remove_folder, path)),
            ]
        self._choose(title, choices)

    def _rename(self, feed: FeedRow) -> None:
        def rename(name: str) -> None:
            self._change(lambda library: library.feeds.rename(feed.id, name), f"It is called {name} now")

        self._ask(f"Name of {feed.address}", feed.title, rename)

    def _move(self, feed: FeedRow) -> None:
        def move(typed: str) -> None:
            paths = [path for part in typed.split(",") if (path := folder_path(part))]
            where = ", ".join("/".join(path) for path in paths) or "no folder"
            self._change(lambda library: library.feeds.move(feed.id, paths), f"{feed.title} is in {where} now")

        self._ask(WHERE, ", ".join("/".join(path) for path in feed.folders if path) or NO_FOLDER, move)

    def _move_folder(self, path: tuple[str, ...]) -> None:
        def move(typed: str) -> None:
            to = folder_path(typed)
            self._change(lambda library: library.feeds.move_folder(path, to), f"The folder is {'/'.join(to)} now")

        self._ask(FOLDER_NAME, "/".join(path), move)

    def _remove_folder(self, path: tuple[str, ...]) -> None:
        name = "/".join(path)
        self._change(lambda library: library.feeds.remove_folder(path), f"Removed: the folder {name}; its feeds stay")

    def _confirm_end(self, place: Place) -> None:
        assert place.feed
        feed = place.feed
        going = f"{counted(place.passing, 'article')} that you never touched go, what you opened or marked stays"

        def end() -> None:
            self._change(
                lambda library: feed_logins.unsubscribe(library, feed),
                lambda gone: f"Unsubscribed from {feed.title}: {counted(int(str(gone)), 'article')} removed",
            )

        self._choose(
            f"Unsubscribe from {feed.title}?", ((f"Unsubscribe: {going}", end), ("Keep the subscription", _nothing))
        )

    def _offer_settings(self, place: Place) -> None:
        """List the settings; the one that is chosen is asked for."""
        written = {name: feed_settings.written(name, place.settings) for name in feed_settings.NAMES}
        choices = [
            (
                f"{name} = {value or '–'}{' (set here)' if name in place.own else ''} · {MEANINGS[name]}",
                partial(self._ask_setting, place, name, value),
            )
            for name, value in written.items()
        ]
        self._choose(f"Settings of {place.name}", choices)

    def _ask_setting(self, place: Place, name: str, value: str) -> None:
        def put(typed: str) -> None:
            new = "" if typed == feed_settings.UNSET else typed
            user, _, password = new.partition(":") if name == feed_logins.SETTING else (new, "", "")

            def change(library: Library) -> None:
                if name == feed_logins.SETTING:
                    feed_logins.set_login(library, place.scope, user, password)
                else:
                    library.feeds.set(place.scope, name, new)

            self._change(change, f"{place.name}: {name}={user or feed_settings.UNSET}")

        allowed = feed_settings.RULES[name][1]
        self._ask(f"{name}: {allowed}; {feed_settings.UNSET} sets it no longer here", value or "", put)


def _nothing() -> None:
    """Leaves all as it is."""
