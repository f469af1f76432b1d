"""The sections of the library: all, unread, starred, later, saved searches, folders with feeds, tags, sites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.library.articles.rows import Section, View
from tui.library.feeds.feed_rows import BETWEEN_NAMES, ROOT, FolderRow, ListedFeed
from tui.library.store.moments import as_date
from tui.panes.pane_line import Line, Piece, cut, spread
from tui.panes.row_list import Row, Rows
from tui.text.dates import day
from tui.text.folding import fold

if TYPE_CHECKING:
    from tui.library import Library

FIRST: tuple[Section, ...] = ("all", "unread", "starred", "later")
WITH_FEEDS: tuple[Section, ...] = ("all", "unread", "kept", "starred", "later")
SITES = 200  # sites listed, the ones with most articles
INDENT = 2  # cells a folder
FOLDED, UNFOLDED = "▸ ", "▾ "
FAILING = "! "  # before the name of a feed that could not be had


class Key(NamedTuple):
    """What a row stands for: a section, the name of a site or tag, the number of a feed, the path of a folder, the
    words of a saved search; ``place`` is the path of the folder that a feed stands in: it may stand in several."""

    section: Section
    name: str = ""
    place: str = ""


class SectionRow(NamedTuple):
    """A row of the sections.

    ``articles`` counts them, None where that is not to be shown; ``note`` says why a feed could not be had.  ``depth``
    counts the folders that it stands in.
    """

    key: Key
    label: str
    articles: int | None
    depth: int = 0
    note: str = ""


Groups = list[tuple[str, list[SectionRow]]]  # a heading, and what stands under it


def count_sections(library: Library) -> Groups:
    """How many articles each section has; of saved searches, folders and feeds how many of them are unread.

    Beside the event loop.  Raises LibraryError.
    """
    feeds = library.feeds.listed()
    first = [_counted(library, name) for name in (WITH_FEEDS if feeds else FIRST)]
    first += [row for row in (_counted(library, "muted"),) if row.articles]
    searches = [
        SectionRow(key, one.name, library.articles.count(View(*key[:2], unread=True)) or None)
        for one in library.feeds.searches()
        for key in (Key("search", one.query, str(one.id)),)
    ]
    tags = [SectionRow(Key("tag", tag.name), tag.name, tag.articles) for tag in library.marks.tags()]
    sites = [SectionRow(Key("site", s.name), s.name or "files", s.articles) for s in library.articles.sites()[:SITES]]
    tree = list(Tree(library, feeds, library.feeds.folders()).rows()) if feeds else []
    return [("", first), ("Saved searches", searches), ("Feeds", tree), ("Tags", tags), ("Sites", sites)]


def _counted(library: Library, name: Section) -> SectionRow:
    return SectionRow(Key(name), name.capitalize(), library.articles.count(View(name)))


class Tree:
    """Folders and feeds as they stand in one another."""

    def __init__(self, library: Library, feeds: Iterable[ListedFeed], folders: Iterable[FolderRow]) -> None:
        self._library = library
        self._folders = {row.path: row.unread for row in folders}
        self._feeds: dict[tuple[str, ...], list[ListedFeed]] = {}
        for feed in feeds:
            for path in feed.folders or (ROOT,):
                self._feeds.setdefault(path, []).append(feed)

    def rows(self, path: tuple[str, ...] = ROOT) -> Iterator[SectionRow]:
        """The folders that stand in one, each with what stands in it, then the feeds in it."""
        depth = len(path)
        below = {other[: depth + 1] for other in self._folders if other[:depth] == path and len(other) > depth}
        for folder in sorted(below, key=lambda one: fold(one[-1])):
            key = Key("folder", BETWEEN_NAMES.join(folder))
            unread = self._folders.get(folder)
            if unread is None:  # no feed stands in it itself
                unread = self._library.articles.count(View(*key[:2], unread=True))
            yield SectionRow(key, folder[-1], unread or None, depth)
            yield from self.rows(folder)
        place = BETWEEN_NAMES.join(path)
        for feed in self._feeds.get(path, ()):
            yield SectionRow(Key("feed", str(feed.id), place), feed.title, feed.unread or None, depth, note_of(feed))


def note_of(feed: ListedFeed) -> str:
    """Why a feed could not be had and since when; "" where it could."""
    if feed.error is None:
        return ""
    since = f" (since {day(as_date(feed.since).isoformat(), short=True)})" if feed.since else ""
    return f"{feed.error}{since}"


class SectionsPane(Rows):
    """One row a section; folders are folded and unfolded."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "list", id="sections.choose", tooltip="to the list"),
        Binding("left", "fold(True)", "fold the folder", show=False, id="sections.fold"),
        Binding("right", "fold(False)", "unfold the folder", show=False, id="sections.unfold"),
    ]

    class Folded(Message):
        """``folded`` are the paths of the folders that are folded now."""

        def __init__(self, folded: tuple[str, ...]) -> None:
            super().__init__()
            self.folded = folded

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._groups: Groups = []
        self._folded: set[str] = set()  # paths

    def show(self, groups: Groups) -> None:
        """Show the sections with their counts."""
        if groups != self._groups:
            self._groups = groups
            if isinstance(self._at, Key) and self._at not in (row.key for row in self._all()):
                self._at = self.key_of(View(*self._at[:2]))  # a feed that was moved stands in another folder
            self.changed()

    def begin_folded(self, folded: Iterable[str]) -> None:
        """Fold these folders, from the first time on that they are shown."""
        self._folded = set(folded)

    def begin_at(self, view: View) -> None:
        """Stand on the section of a view, from the first time on that it is shown."""
        self._at = self.key_of(view)

    def key_of(self, view: View) -> Key:
        """The key of the first row that stands for a view's section."""
        return next((row.key for row in self._all() if row.key[:2] == (view.section, view.name)), Key(view.section))

    def row_of(self, view: View) -> SectionRow | None:
        """The row that stands for a view's section, if it is listed."""
        return next((row for row in self._all() if row.key[:2] == (view.section, view.name)), None)

    def rows_for(self, width: int) -> Sequence[Row]:
        rows: list[Row] = []
        for heading, sections in self._groups:
            if heading and sections:
                rows.append(Row(None, ((), (Piece(f" {heading}", "group"),))))
            rows += [Row(row.key, (self._line(row, width, not heading),)) for row in self._unfolded(sections)]
        return rows

    def _line(self, row: SectionRow, width: int, first: bool) -> Line:
        """The name, lit where something is unread, and the count."""
        sign = FAILING if row.note else ""
        if row.key.section == "folder":
            sign = FOLDED if row.key.name in self._folded else UNFOLDED
        lit = first or (row.articles and row.key.section in ("feed", "folder", "search"))
        before = " " * (1 + INDENT * row.depth)
        count = f" {row.articles} " if row.articles is not None else ""
        name = Piece(cut(row.label, width - len(before) - len(sign) - len(count)), "name" if lit else "text")
        return spread((Piece(before), Piece(sign, "key"), name), (Piece(count, "muted"),), width)

    def _all(self) -> Iterator[SectionRow]:
        return (row for _, sections in self._groups for row in sections)

    def _unfolded(self, rows: Iterable[SectionRow]) -> Iterator[SectionRow]:
        """The rows that stand in no folded folder."""
        hidden: int | None = None  # the depth of the folded folder that the next rows may stand in
        for row in rows:
            if hidden is not None and row.depth > hidden:
                continue
            hidden = row.depth if row.key.section == "folder" and row.key.name in self._folded else None
            yield row

    def action_fold(self, fold_it: bool) -> None:
        """Fold or unfold the folder under the cursor; to fold a feed is to fold what it stands in."""
        at = self.cursor
        if not isinstance(at, Key):
            return
        path = at.name if at.section == "folder" else at.place if at.section == "feed" else ""
        if fold_it and at.section == "folder" and path in self._folded:
            path = path.rpartition(BETWEEN_NAMES)[0]  # it is folded already: the one around it
        if not path or (path in self._folded) == fold_it:
            return
        self._folded ^= {path}
        self.changed()
        self.post_message(self.Folded(tuple(sorted(self._folded))))
        if fold_it:
            self.place_cursor(Key("folder", path), by_hand=True)
