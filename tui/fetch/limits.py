"""How much a page and its pictures may take."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.frozen import value
from tui.model.page import ReadingError

MB = 2**20


@value(frozen=True, slots=True)
class Limits:
    """Limits of fetching: sizes in bytes after decompression, times in seconds."""

    body: int = 10 * MB
    seconds: float = 60.0  # for a whole page, redirects included
    connect: float = 15.0
    idle: float = 20.0  # without a byte
    redirects: int = 10
    picture: int = 5 * MB
    pictures: int = 30 * MB  # of an article together
    picture_seconds: float = 30.0
    picture_count: int = 200
    at_once: int = 4  # pictures fetched at the same time


LIMITS = Limits()


@dataclass(eq=False, repr=False)
class ByteBudget:
    """Bytes that may still be spent on the pictures of an article."""

    left: int

    def spend(self, size: int) -> None:
        """Raises ReadingError when there is not enough left."""
        if size > self.left:
            raise ReadingError("the article's pictures together are too large to fetch them all")
        self.left -= size
