"""The screens that can be gone to from everywhere, by the names of their keys."""

from __future__ import annotations

from tui.screens.base import NewsScreen
from tui.screens.library import LibraryScreen
from tui.screens.search import SearchScreen
from tui.screens.stories import StoriesScreen
from tui.screens.voices import VoicesScreen

PLACES: dict[str, type[NewsScreen]] = {
    "library": LibraryScreen,
    "voices": VoicesScreen,
    "search": SearchScreen,
    "stories": StoriesScreen,
}
