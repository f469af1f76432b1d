"""Every key that any screen or pane binds: what it does, how it is called, and whether the footer shows it.

What must come stands in ``keys.txt``.  After a change that was meant, and looked at in the difference::

    python tests/screens/test_every_key.py
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

import tui.app
import tui.panes
import tui.screens
from tui.app import NewsreaderApp

KEYS = Path(__file__).parent / "keys.txt"


def kinds() -> list[type[DOMNode]]:
    """What of the project binds keys itself."""
    for room in (tui.panes, tui.screens):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            importlib.import_module(module.name)
    found = {kind for kind in _below(DOMNode) if kind.__module__.startswith("tui.") and kind.__dict__.get("BINDINGS")}
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for under in kind.__subclasses__():
        yield under
        yield from _below(under)


def bound(kind: type[DOMNode]) -> list[Binding]:
    declared: list[BindingType] = kind.__dict__["BINDINGS"]
    return [one if isinstance(one, Binding) else Binding(*one) for one in declared]


def told() -> str:
    lines = []
    for kind in kinds():
        lines += ["", f"{kind.__module__}.{kind.__name__}"]
        for one in bound(kind):
            marks = [mark for mark, holds in (("shown", one.show), ("first", one.priority)) if holds]
            names = [one.description, *([f"({one.tooltip})"] if one.tooltip else ()), *marks, one.id or "no id"]
            lines.append(f"    {one.key_display or one.key} → {one.action}: {', '.join(names)}")
    return "\n".join((*lines[1:], ""))


def test_each_key_does_and_is_called_what_it_was_meant_to() -> None:
    assert told() == KEYS.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_what_a_key_does_is_there_to_be_done(kind: type[DOMNode]) -> None:
    spaces: dict[str, Sequence[type]] = {
        "app": [NewsreaderApp],
        "screen": list(_below(Screen)),
        "": [kind, *_below(kind)],
    }
    for one in bound(kind):
        name = one.action.partition("(")[0]
        space, _, name = name.rpartition(".")
        doing = [do for do in spaces[space] if hasattr(do, f"action_{name}") or hasattr(App, f"action_{name}")]
        assert doing, f"{kind.__name__}: {one.key} → {one.action}"


if __name__ == "__main__":
    KEYS.write_text(told(), encoding="utf-8")
