"""The sections of the library: all, unread, starred, later, then sites and tags, with their counts."""

from __future__ import annotations

from collections.abc import Sequence

from tui.library import Library
from tui.library.articles.rows import Section, View
from tui.panes.pane_line import Piece, cut, spread
from tui.panes.row_list import Row, Rows

FIRST: tuple[Section, ...] = ("all", "unread", "starred", "later")
SITES = 200  # sites listed, the ones with most articles

Key = tuple[Section, str]
Counted = list[tuple[Key, str, int]]  # key, what it is called, number of articles
Groups = list[tuple[str, Counted]]  # a heading, and what stands under it


def count_sections(library: Library) -> Groups:
    """How many articles each section has; beside the event loop.  Raises LibraryError."""
    first: Counted = [((name, ""), name.capitalize(), library.articles.count(View(name))) for name in FIRST]
    tags: Counted = [(("tag", tag.name), tag.name, tag.articles) for tag in library.marks.tags()]
    sites: Counted = [(("site", s.name), s.name or "files", s.articles) for s in library.articles.sites()[:SITES]]
    return [("", first), ("Tags", tags), ("Sites", sites)]


class SectionsPane(Rows):
    """One row a section; its key is (section, name of site or tag)."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups: Groups = []

    def show(self, groups: Groups) -> None:
        """Show the sections with their counts."""
        if groups != self._groups:
            self._groups = groups
            self.changed()

    def rows_for(self, width: int) -> Sequence[Row]:
        rows: list[Row] = []
        for heading, sections in self._groups:
            if heading and sections:
                rows.append(Row(None, ((), (Piece(f" {heading}", "group"),))))
            for key, label, count in sections:
                name = Piece(" " + cut(label, width - 9), "name" if not heading else "text")
                rows.append(Row(key, (spread((name,), (Piece(f"{count:>6} ", "muted"),), width),)))
        return rows
