"""Feeds on the screens of the app: how they come into its library, and what is seen of them."""

from __future__ import annotations

from pathlib import Path

from desk import NOW, app_for, lines_of, press, until
from feed_arrivals import arrival, entry
from textual.pilot import Pilot

from tui.app import NewsreaderApp
from tui.library import Library
from tui.model.subscription import Subscription
from tui.screens.library import LibraryScreen


def online(folder: Path, *addresses: str) -> NewsreaderApp:
    return app_for(folder, *addresses, offline=False)


def with_feeds(folder: Path, *feeds: tuple[str, tuple[str, ...], int]) -> list[int]:
    """A library with feeds: a title, the folder, how many entries each."""
    with Library.open(folder, now=lambda: NOW.timestamp()) as library:
        numbers = []
        first = 0
        for title, path, count in feeds:
            address = f"https://{title.lower()}.example/feed"
            (number,) = library.feeds.subscribe(Subscription(address, folders=(path,) if path else ()))
            entries = [entry(first + n, title=f"{title} {n}") for n in range(1, count + 1)]
            library.entries.take_in(number, arrival(entries[:1], title=title))
            library.entries.take_in(number, arrival(entries, title=title))
            first += count
            numbers.append(number)
        return numbers


def text_of(app: NewsreaderApp) -> str:
    return "\n".join(lines_of(app))


def library_screen(app: NewsreaderApp) -> LibraryScreen:
    screen = next(screen for screen in app.screen_stack if isinstance(screen, LibraryScreen))
    assert isinstance(screen, LibraryScreen)
    return screen


async def type_address(pilot: Pilot[None], address: str) -> None:
    await press(pilot, "a")
    await until(pilot, lambda: bool(pilot.app.focused and pilot.app.focused.id == "answer"))
    pilot.app.focused.value = address  # type: ignore[union-attr]
    await press(pilot, "enter")
