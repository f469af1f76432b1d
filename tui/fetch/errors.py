"""How fetching can end other than with a page or a plain refusal."""

from __future__ import annotations

from tui.fetch.limits import MB
from tui.model.page import ReadingError


class NotModified(Exception):  # noqa: N818 - no error
    """The page is still the one that the given validators belong to."""


class CutShortError(ReadingError):
    """The bytes end before they are whole."""


def too_large(limit: int) -> ReadingError:
    """The error for a page over the limit, given in bytes."""
    return ReadingError(f"this is larger than {limit // MB} MB, too large for an article; open it with another program")
