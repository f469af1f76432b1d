"""The settings checked against what there is to be set: the themes, and the bindings of every screen."""

from __future__ import annotations

from pathlib import Path

from textual.theme import BUILTIN_THEMES

from tui.screens.binding_names import SUCCESSORS, remappable
from tui.screens.themes import THEMES
from tui.system.config import Config, load


def checked_settings(file: Path, base: Config | None = None) -> tuple[Config, tuple[str, ...]]:
    """The settings over ``base``, and a line for each that cannot be used."""
    themes = frozenset({*BUILTIN_THEMES, *(theme.name for theme in THEMES)})
    return load(file, themes=themes, bindings=remappable(), successors=SUCCESSORS, base=base or Config())
