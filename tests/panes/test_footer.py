"""How keys are called in the footer and the help."""

from __future__ import annotations

import pytest

from tui.panes.footer import key_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("enter", "Enter"),
        ("escape", "Esc"),
        ("backspace", "Backspace"),
        ("delete", "Del"),
        ("pageup", "PgUp"),
        ("pagedown", "PgDn"),
        ("tab", "Tab"),
        ("shift+tab", "Shift+Tab"),
        ("ctrl+p", "Ctrl+P"),
        ("ctrl+pageup", "Ctrl+PgUp"),
        ("alt+left", "Alt+←"),
        ("question_mark", "?"),
        ("p", "p"),
        ("P", "P"),
    ],
)
def test_a_key_is_called_as_people_write_it(key: str, name: str) -> None:
    assert key_name(key) == name
