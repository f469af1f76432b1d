"""Folders whose names may stand behind, or far from, what is in them: read once for the names, then for the rest."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from tui.intake.bookmarks.export_limits import MOST_FOLDERS
from tui.intake.bookmarks.field_values import line
from tui.intake.bookmarks.json_records import BrokenJsonError, Record, records

Folder = tuple[Hashable, object, Hashable]
"""What names a folder, its name, and what names the folder around it."""


@dataclass(slots=True)
class FolderTree:
    """Folders by what names them, each with its name and that of the folder around it."""

    folders: dict[Hashable, tuple[str, Hashable]] = field(default_factory=dict)

    def add(self, key: Hashable, name: object, around: Hashable) -> None:
        """Notes a folder."""
        self.folders[key] = (line(name), around)

    def path(self, key: Hashable) -> list[str]:
        """The names of a folder and of those around it, the outermost first; a circle ends where it began."""
        names: list[str] = []
        while key in self.folders and len(names) < MOST_FOLDERS:
            name, key = self.folders[key]
            names.insert(0, name)
        return [name for name in names if name]


def folders_of(pieces: Iterator[str], folders: Callable[[Record], Iterable[Folder]]) -> FolderTree:
    """The folders that ``folders`` finds in the records of a text, as far as it can be read."""
    tree = FolderTree()
    try:
        for record in records(pieces):
            for key, name, around in folders(record):
                tree.add(key, name, around)
    except BrokenJsonError:
        pass
    return tree
