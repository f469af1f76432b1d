"""The Library: what the app and the command ask of everything that is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tui.article import Article
from tui.library import keeping, pictures, places, rows
from tui.library.connection import Connections
from tui.library.rows import Row


class Library:
    """The kept articles in one folder.  Calls may come from any thread; each is whole when it returns.

    Every method may raise LibraryError (a ReadingError: one clean line).  ``notice`` is a line to show
    once when the library could be opened for reading only (``read_only``), else None.
    """

    def __init__(self, folder: Path, now: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self._connections = Connections(folder)
        self._now = now

    @classmethod
    def open(cls, folder: Path, now: Callable[[], float] = time.time) -> Library:
        """The library in that folder, made if there is none; ``now`` is the clock in seconds since 1970."""
        return cls(folder, now)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept or marked."""
        return self._connections.read_only

    @property
    def notice(self) -> str | None:
        """Why the library can only be read."""
        return self._connections.notice

    def close(self) -> None:
        """Ends; the library must not be used after."""
        self._connections.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def keep(self, article: Article, *, etag: str | None = None, last_modified: str | None = None) -> int:
        """Keeps an article, with the validators of the response it came by; its id."""
        return keeping.keep(self._connections, article, self._now(), etag, last_modified)

    def article(self, article_id: int) -> Article:
        """The article, whole but for ``enclosed``; MissingError if it is not kept."""
        return keeping.article(self._connections, article_id)

    def find(self, address: str) -> int | None:
        """The id of the article behind an address (as it was given, or canonical), if kept."""
        return keeping.find(self._connections, address)

    def validators(self, address: str) -> tuple[str | None, str | None]:
        """(ETag, Last-Modified) for the next conditional request of an address."""
        return keeping.validators(self._connections, address)

    def remove(self, article_id: int) -> None:
        """Removes an article."""
        keeping.remove(self._connections, article_id)

    def rows(self, limit: int, after: Row | int | None = None) -> list[Row]:
        """A page of the list, newest first, after the row (or id) given."""
        return rows.page(self._connections, limit, after)

    def place(self, article_id: int) -> tuple[int, int]:
        """(block, offset) where reading stopped; (0, 0) at first."""
        return places.place(self._connections, article_id)

    def set_place(self, article_id: int, block: int, offset: int, fraction: float) -> None:
        """Remembers where reading stopped and how far (0–1) that is."""
        places.set_place(self._connections, article_id, block, offset, fraction)

    def mark_read(self, article_id: int, read: bool = True) -> None:
        """Marks read or unread."""
        places.mark(self._connections, article_id, "read", read)

    def star(self, article_id: int, starred: bool = True) -> None:
        """Stars or unstars."""
        places.mark(self._connections, article_id, "starred", starred)

    def keep_picture(self, article_id: int, caption_index: int, data: bytes, media_type: str) -> Path:
        """Keeps the picture of a caption; the file it is kept in."""
        return pictures.keep(self._connections, article_id, caption_index, data, media_type)

    def picture(self, article_id: int, caption_index: int) -> Path | None:
        """The file of a caption's picture, or None if none is kept."""
        return pictures.find(self._connections, article_id, caption_index)

    def note_picture(self, article_id: int, caption_index: int, note: str) -> None:
        """Remembers why a picture could not be had."""
        pictures.note(self._connections, article_id, caption_index, note)

    def picture_notes(self, article_id: int) -> dict[int, str]:
        """What was noted about the article's pictures, by caption index."""
        return pictures.notes(self._connections, article_id)
