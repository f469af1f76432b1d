"""The names of all bindings, which ``config.toml`` may give other keys."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode

import tui.panes
import tui.screens

SUCCESSORS = {  # ids that went, and those that do now what they did
    "article.heading_next": "article.next_heading",
    "article.heading_previous": "article.previous_heading",
    "library.backwards": "library.order",
    "library.refresh": "library.look_again",
    "reader.mark_unread": "reader.toggle_read",
    "reader.previous_heading": "reader.last_heading",
    "reader.previous_match": "reader.last_match",
}


def remappable() -> frozenset[str]:
    """Ids of the bindings of every screen and pane, and of the app."""
    for package in (tui.panes, tui.screens):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    import_module("tui.app")  # not above: it imports this
    found: set[str] = set()
    kinds: list[type[DOMNode]] = [DOMNode]
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("tui."):
            declared = kind.__dict__.get("BINDINGS", ())
            found |= {binding.id for binding in declared if isinstance(binding, Binding) and binding.id}
    return frozenset(found)
