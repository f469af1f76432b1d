"""What is chosen for the whole app: the theme; and which settings could not be used."""

from __future__ import annotations

from collections.abc import Sequence

from tui.screens.base import AppServices
from tui.screens.choose import ChooseScreen
from tui.screens.themes import CYCLE
from tui.system.paths import config_file


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
    """List the settings that cannot be used, below the name of the file that they stand in."""
    file = str(config_file())
    lines = (file, *(problem.removeprefix(f"{file}, ") for problem in problems)) if problems else ("None.",)
    services.push_screen(ChooseScreen("Settings that cannot be used", lines))
