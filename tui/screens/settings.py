"""The settings checked against what there is to be set: the themes, and the bindings of every screen."""

from __future__ import annotations

from pathlib import Path

from textual.keys import REPLACED_KEYS, Keys, key_to_character
from textual.theme import BUILTIN_THEMES

from tui.screens.binding_names import SUCCESSORS, remappable
from tui.screens.themes import THEMES
from tui.system.config import Config, load

MODIFIERS = frozenset(("ctrl", "shift", "alt", "super", "hyper", "meta"))
# Of Kitty's keyboard protocol, by which terminals name keys that Textual's own list does not have.
KITTY_KEYS = (
    "caps_lock", "scroll_lock", "num_lock", "print_screen", "pause", "menu", "kp_begin", "separator",
    "media_play", "media_pause", "media_play_pause", "media_reverse", "media_stop", "media_fast_forward",
    "media_rewind", "media_track_next", "media_track_previous", "media_record",
    "lower_volume", "raise_volume", "mute_volume", *(f"f{number}" for number in range(25, 36)),
)  # fmt: skip
NAMED_KEYS = frozenset(key.value.rpartition("+")[2] for key in Keys) | frozenset(KITTY_KEYS)


def checked_settings(file: Path, base: Config | None = None) -> tuple[Config, tuple[str, ...]]:
    """The settings over ``base``, and a line for each that cannot be used."""
    themes = frozenset({*BUILTIN_THEMES, *(theme.name for theme in THEMES)})
    return load(file, themes=themes, bindings=remappable(), is_key=is_key, successors=SUCCESSORS, base=base or Config())


def is_key(name: str) -> bool:
    """Whether Textual calls a key so: by its sign, by its name, or by the name of its sign, after modifiers."""
    *modifiers, key = [name] if len(name) == 1 else name.split("+")
    return MODIFIERS.issuperset(modifiers) and (len(key) == 1 or key in NAMED_KEYS or _names_sign(key))


def _names_sign(key: str) -> bool:
    return key == key.lower() and key_to_character(REPLACED_KEYS.get(key, key)) is not None
