"""How fetching can end other than with a page or a plain refusal."""

from __future__ import annotations

from tui.fetch.limits import MB
from tui.model.page import ReadingError


class NotModified(Exception):  # noqa: N818 - no error
    """The page is still the one that the given validators belong to, and stays so for ``lifetime`` seconds."""

    def __init__(self, lifetime: int = 0) -> None:
        super().__init__()
        self.lifetime = lifetime


class GoneError(ReadingError):
    """The page of a public host is there no more, or never was: a web archive may have it."""


class CutShortError(ReadingError):
    """The bytes end before they are whole."""


def too_large(limit: int, what: str = "an article") -> ReadingError:
    """The error for a page over the limit, given in bytes."""
    return ReadingError(f"this is larger than {limit // MB} MB, too large for {what}; open it with another program")
