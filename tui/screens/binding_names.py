"""The names of all bindings, which ``config.toml`` may give other keys."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode

import tui.panes
import tui.screens


def remappable() -> frozenset[str]:
    """Ids of the bindings of every screen and pane, and of the app."""
    for package in (tui.panes, tui.screens):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    found: set[str] = set()
    kinds: list[type[DOMNode]] = [DOMNode]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("tui."):
            declared = kind.__dict__.get("BINDINGS", ())
            found |= {binding.id for binding in declared if isinstance(binding, Binding) and binding.id}
    return frozenset(found)
