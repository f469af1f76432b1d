"""What is chosen for the whole app: the theme; and which settings could not be used."""

from __future__ import annotations

from collections.abc import Sequence

from tui.screens.base import AppServices
from tui.screens.choose import ChooseScreen
from tui.screens.themes import CYCLE
from tui.system.paths import config_file

ALL_USED = "Whatever it sets can be used; the README says what can be set there"


def set_theme(services: AppServices, theme: str) -> None:
    """Show everything in a theme, from the next start on too."""
    services.theme = theme
    services.remember(services.remembered._replace(theme=theme))
    services.say(f"Theme {theme}")


def choose_theme(services: AppServices) -> None:
    """Choose among all themes, those of the theme key first."""
    names = [*CYCLE, *sorted(set(services.available_themes) - set(CYCLE))]

    def chosen(at: int | None) -> None:
        if at is not None:
            set_theme(services, names[at])

    services.push_screen(ChooseScreen("Theme", names, names.index(services.theme)), chosen)


def show_settings(services: AppServices, problems: Sequence[str]) -> None:
    """Name the file of the settings, which may not be there, and list those that cannot be used."""
    file = str(config_file())
    title, lines = "Settings", [ALL_USED]
    if problems:
        title, lines = "Settings that cannot be used", [problem.removeprefix(f"{file}, ") for problem in problems]
    services.push_screen(ChooseScreen(title, (file, *lines)))
