"""Modules that are loaded when something of them is first used.

The face of a room names all that the room can do; one run of the program asks for little of it.  Such a face imports
for the type checker as others do, and takes stand-ins for the modules at run time::

    if TYPE_CHECKING:
        from tui.library.articles import marks, versions
    else:
        marks, versions = lazy_modules("tui.library.articles", "marks versions")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


class LazyModule:
    """Stands for a module, which is loaded with the first thing that is asked of it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)


def lazy_modules(package: str, names: str) -> tuple[LazyModule, ...]:
    """Stand-ins for modules of a package, whose names are parted by spaces."""
    return tuple(LazyModule(f"{package}.{name}") for name in names.split())
