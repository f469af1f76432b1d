"""The Library: what the app and the command ask of everything that is kept.

Long, for it lists them all: a class for each part of the library, whose methods hand on to the rooms that do it and
decide nothing.  ``Elsewhere``, ``Feeds``, ``Entries`` and ``Sync``, which few runs ask for, stand in their rooms.
"""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.articles import rows
from tui.library.articles.rows import ALL, Row, View
from tui.library.store import disk_reserve
from tui.library.store.connection import Connections
from tui.library.work_report import Progress, Report, Stopped, never, silent
from tui.system.lazy_modules import lazy_modules
from tui.text.dates import within_dates

if TYPE_CHECKING:
    from tui.library.articles import (
        bulk,
        freshness,
        kept_articles,
        marks,
        picture_eviction,
        pictures,
        reading_position,
        removal,
        tags,
        versions,
    )
    from tui.library.articles.marks import Articles, Undo
    from tui.library.articles.picture_eviction import PictureRoom
    from tui.library.articles.pictures import Shown
    from tui.library.articles.tags import Count
    from tui.library.articles.text_difference import Difference
    from tui.library.articles.versions import Version
    from tui.library.elsewhere import elsewhere
    from tui.library.elsewhere.elsewhere import Elsewhere
    from tui.library.feeds import feeds
    from tui.library.feeds.feeds import Entries, Feeds
    from tui.library.indexes import rebuilding
    from tui.library.search import full_text
    from tui.library.search.full_text import Hit
    from tui.library.sync import sync
    from tui.library.sync.sync import Sync
    from tui.library.upkeep import backup
    from tui.library.voices import voices
    from tui.library.voices.voices import Quotation, Times, Voice
    from tui.model.article import Article, SourceKind
else:
    bulk, freshness, kept_articles, marks, picture_eviction, pictures, reading_position, removal, tags, versions = (
        lazy_modules(
            "tui.library.articles",
            "bulk freshness kept_articles marks picture_eviction pictures reading_position removal tags versions",
        )
    )
    elsewhere, feeds, rebuilding, full_text, sync, backup, voices = lazy_modules(
        "tui.library",
        "elsewhere.elsewhere feeds.feeds indexes.rebuilding search.full_text sync.sync upkeep.backup voices.voices",
    )


class KeptArticles:
    """Articles kept, found, listed and removed, and where reading of each stopped."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def keep(
        self, article: Article, *, etag: str | None = None, last_modified: str | None = None, lifetime: int = 0
    ) -> int:
        """Keeps an article, with the validators of the response it came by and its lifetime in seconds; its id."""
        return kept_articles.keep(self._connections, article, self._clock(), etag, last_modified, lifetime)

    def retain(self, article_id: int) -> None:
        """Keeps for good what only a feed brought: it was opened, or its address given."""
        kept_articles.retain(self._connections, article_id)

    def get(self, article_id: int) -> Article:
        """The article, whole but for ``enclosed``; MissingError if it is not kept."""
        return kept_articles.article(self._connections, article_id)

    def correct(self, article_id: int, article: Article) -> None:
        """Keeps the article with speakers set right by hand, or as it was before; MissingError if it is not kept."""
        kept_articles.correct(self._connections, article_id, article)

    def find(self, address: str) -> int | None:
        """The id of the article behind an address (as it was given, or canonical), if kept."""
        return kept_articles.find(self._connections, address)

    def validators(self, address: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) for the next conditional request of an address."""
        return kept_articles.validators(self._connections, address)

    def is_fresh(self, address: str) -> bool:
        """Whether the address need not be asked again yet."""
        return freshness.is_fresh(self._connections, address, self._clock())

    def set_lifetime(self, address: str, lifetime: int) -> None:
        """The address was asked and has what is kept; it need not be asked for so many seconds."""
        freshness.set_lifetime(self._connections, address, self._clock(), lifetime)

    def remove(self, articles: Articles) -> Undo:
        """Removes one article or many; MissingError if none of them is kept."""
        return removal.remove(self._connections, articles, self._clock())

    def rows(self, limit: int, after: Row | int | None = None, view: View = ALL) -> list[Row]:
        """A page of the list after the row (or id) given; by default all articles, newest first."""
        return rows.page(self._connections, limit, after, view)

    def row(self, article_id: int) -> Row | None:
        """The row of one article."""
        found = rows.of_ids(self._connections, [article_id])
        return found[0] if found else None

    def rows_of(self, article_ids: Iterable[int]) -> list[Row]:
        """The rows of these articles, in that order, without those no longer kept."""
        return rows.of_ids(self._connections, list(article_ids))

    def ids(self, view: View = ALL) -> array[int]:
        """The ids of every article of a view in its order, for scrolling anywhere; 20 ms for 100,000."""
        return rows.ids(self._connections, view)

    def count(self, view: View = ALL) -> int:
        """How many articles a view lists; at once when it has no filter."""
        return rows.count(self._connections, view)

    def sites(self) -> list[Count]:
        """The sites and how many articles of each are kept, most first."""
        return rows.sites(self._connections)

    def reading_position(self, article_id: int) -> tuple[int, int]:
        """(block, offset) where reading stopped; (0, 0) at first."""
        return reading_position.place(self._connections, article_id)

    def set_reading_position(self, article_id: int, block: int, offset: int, fraction: float) -> None:
        """Remembers where reading stopped and how far (0–1) that is."""
        reading_position.set_place(self._connections, article_id, block, offset, fraction)

    def keep_many(
        self,
        articles: Iterable[Article],
        *,
        total: int | None = None,
        progress: Progress = silent,
        stopped: Stopped = never,
    ) -> Report:
        """Keeps many articles, some hundred a transaction; quicker than one by one."""
        return bulk.keep_many(self._connections, articles, self._clock, total=total, progress=progress, stopped=stopped)


class Marks:
    """What a reader marks: read, starred, later, tags; each on one article or many, and undone."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def tags(self) -> list[Count]:
        """The tags in use and how many articles have each, in alphabetical order."""
        return tags.tags(self._connections)

    def tags_of(self, article_id: int) -> list[str]:
        """The tags of an article."""
        with self._connections.reading() as db:
            return tags.names_of(db, article_id)

    def tags_of_each(self, articles: Iterable[int]) -> dict[int, list[str]]:
        """The tags of each of these articles that has any."""
        return tags.names_of_each(self._connections, articles)

    def read(self, articles: Articles, read: bool = True) -> Undo:
        """Marks one article or many read or unread."""
        return marks.mark(self._connections, articles, "read", read, self._clock())

    def star(self, articles: Articles, starred: bool = True) -> Undo:
        """Stars or unstars."""
        return marks.mark(self._connections, articles, "starred", starred, self._clock())

    def later(self, articles: Articles, later: bool = True) -> Undo:
        """Puts into the section Later, or takes out of it."""
        return marks.mark(self._connections, articles, "later", later, self._clock())

    def tag(self, articles: Articles, name: str) -> Undo:
        """Gives a tag."""
        return marks.tag(self._connections, articles, name, True)

    def untag(self, articles: Articles, name: str) -> Undo:
        """Takes a tag away."""
        return marks.tag(self._connections, articles, name, False)

    def undo(self, undo: Undo) -> None:
        """Takes back what a call returned this for; what was done to the articles since then stays."""
        if undo.kind == "removed":
            removal.restore(self._connections, undo.articles)
        elif undo.kind == "tag":
            marks.tag(self._connections, undo.articles, undo.name, not undo.value)
        elif undo.articles:
            marks.mark(self._connections, undo.articles, undo.kind, not undo.value, self._clock())


class FullText:
    """Search over everything kept."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def find(
        self, typed: str, *, ranked: bool = False, limit: int = 30, skip: int = 0, typing: bool = False
    ) -> list[Hit]:
        """What was found for what was typed (see ``query``), newest first or best first.

        ``typing``: the last word may not be finished.  Any input is a search; one without a word finds nothing.
        """
        return full_text.search(self._connections, typed, ranked=ranked, limit=limit, skip=skip, typing=typing)

    def count(self, typed: str, at_most: int = 1_000, *, typing: bool = False) -> int:
        """How many articles a search finds, counted up to ``at_most``."""
        return full_text.count(self._connections, typed, at_most, typing=typing)


class Voices:
    """Everyone cited across the library."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def page(
        self,
        limit: int = 50,
        after: Voice | None = None,
        typed: str = "",
        kinds: Iterable[SourceKind] = ("person", "organisation", "document"),
    ) -> list[Voice]:
        """A page of everyone cited, those in most articles first, filtered by name and affiliation as typed."""
        return voices.voices(self._connections, limit, after, typed, kinds)

    def get(self, voice_id: int) -> Voice:
        """One voice; of a joined one, the voice that it is counted to."""
        return voices.voice(self._connections, voice_id)

    def of_article(self, article_id: int) -> dict[int, int]:
        """The voice of each source of an article, by the source's index; unnamed sources have none."""
        return voices.of_article(self._connections, article_id)

    def quotations(self, voice_id: int, limit: int = 50, after: Quotation | None = None) -> list[Quotation]:
        """A page of what a voice said, the article kept last first, with where it stands in the article."""
        return voices.quotations(self._connections, voice_id, limit, after)

    def times(self, voice_id: int) -> Times:
        """In how many articles of which months and outlets a voice is cited."""
        return voices.times(self._connections, voice_id)

    def namesakes(self, voice_id: int) -> list[Voice]:
        """Other voices of that name: what one may want to join."""
        return voices.namesakes(self._connections, voice_id)

    def members(self, voice_id: int) -> list[Voice]:
        """The voices joined to this one, which ``separate`` lets stand for themselves again."""
        return voices.members(self._connections, voice_id)

    def join(self, voice_id: int, others: Iterable[int]) -> Voice:
        """Counts other voices to this one, by hand."""
        return voices.join(self._connections, voice_id, others)

    def separate(self, member_id: int) -> Voice:
        """Undoes the join of one voice."""
        return voices.part(self._connections, member_id)


class Versions:
    """The texts that an article has had."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def of(self, article_id: int) -> list[Version]:
        """The texts that an article had, oldest first; the last is the current one."""
        return versions.versions(self._connections, article_id)

    def get(self, article_id: int, number: int) -> Article:
        """The article as it was in that version (from 1)."""
        return versions.version(self._connections, article_id, number)

    def difference(self, article_id: int, old: int | None = None, new: int | None = None) -> Difference:
        """What changed between two versions, word by word; by default from the last but one to the current."""
        return versions.difference(self._connections, article_id, old, new)


class Pictures:
    """The pictures of captions, and the room that they take."""

    def __init__(self, connections: Connections, clock: Callable[[], float]) -> None:
        self._connections, self._clock = connections, clock

    def keep(
        self, article_id: int, caption_index: int, data: bytes, media_type: str, of: Article | None = None
    ) -> Path:
        """Keeps the picture of a caption; the file it is kept in.

        ``of``: the text that the caption is of; where another was kept since, the picture goes where that shows it.
        """
        return pictures.keep(self._connections, article_id, caption_index, data, media_type, of)

    def find(self, article_id: int, caption_index: int) -> Path | None:
        """The file of a caption's picture, or None if none is kept."""
        return pictures.find(self._connections, article_id, caption_index)

    def shown(self, article_id: int, article: Article) -> Shown:
        """The files of the pictures that a text of the article shows, and why others are not here, by caption."""
        return pictures.shown(self._connections, article_id, article)

    def note(self, article_id: int, caption_index: int, note: str) -> None:
        """Remembers why a picture could not be had."""
        self.note_all(article_id, {caption_index: note})

    def note_all(self, article_id: int, notes: Mapping[int, str], of: Article | None = None) -> None:
        """Remembers by caption index why pictures could not be had, at once; ``of`` as for ``keep``."""
        pictures.note(self._connections, article_id, notes, of)

    def notes(self, article_id: int) -> dict[int, str]:
        """What was noted about the article's pictures, by caption index."""
        return pictures.notes(self._connections, article_id)

    def room(self) -> PictureRoom:
        """How many pictures are kept and how many bytes they take."""
        return picture_eviction.room(self._connections)

    def evict(self, limit: int) -> PictureRoom:
        """Gives up pictures until they take at most ``limit`` bytes: read longest ago first, starred never."""
        removal.purge(self._connections, self._clock())
        return picture_eviction.evict(self._connections, limit)


def _connections(folder: Path) -> Connections:
    """Connections to the database there; what they ask of the rooms above them is loaded when it is needed."""

    def rebuild(db: sqlite3.Connection, parts: frozenset[str]) -> None:
        rebuilding.rebuild(db, parts)

    def unlink_loose(connections: Connections, db: sqlite3.Connection) -> None:
        pictures.unlink_loose(connections, db)

    return Connections(folder, rebuild, unlink_loose)


class Library:
    """The kept articles in one folder.  Calls may come from any thread; each is whole when it returns.

    Every method may raise LibraryError (a ReadingError: one clean line).  ``notice`` is a line to show
    once when the library could be opened for reading only (``read_only``), else None.  ``connections`` and
    ``clock`` are for the rooms that bring articles in and out in bulk: they write records, not articles.
    """

    def __init__(self, folder: Path, now: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.connections = disk_reserve.opened(folder, _connections)
        clock = self.clock = within_dates(now)
        self.articles = KeptArticles(self.connections, clock)
        self.marks = Marks(self.connections, clock)
        self.search = FullText(self.connections, clock)
        self.voices = Voices(self.connections, clock)
        self.versions = Versions(self.connections, clock)
        self.pictures = Pictures(self.connections, clock)
        if not self.read_only:
            disk_reserve.reserve(folder)

    @classmethod
    def open(cls, folder: Path, now: Callable[[], float] = time.time) -> Library:
        """The library in that folder, made if there is none; ``now`` is the clock in seconds since 1970."""
        return cls(folder, now)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """Where else what is kept stands."""
        return elsewhere.Elsewhere(self.connections)

    @cached_property
    def feeds(self) -> Feeds:
        """What is subscribed to."""
        return feeds.Feeds(self.connections, self.clock)

    @cached_property
    def entries(self) -> Entries:
        """What the feeds brought."""
        return feeds.Entries(self.connections, self.clock)

    @cached_property
    def sync(self) -> Sync:
        """The account that feeds are kept in step with."""
        return sync.Sync(self.connections, self.clock)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept or marked."""
        return self.connections.read_only

    @property
    def notice(self) -> str | None:
        """Why the library can only be read."""
        return self.connections.notice

    def close(self) -> None:
        """Ends; what is asked after, and what other threads do for more than a second yet, raises ClosedError."""
        self.connections.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def backup(self, file: Path, *, progress: Progress = silent, stopped: Stopped = never) -> Report:
        """Copies the library to ``file``, its pictures to ``file``-pictures, while it is in use."""
        return backup.backup(self.connections, file, progress, stopped)
