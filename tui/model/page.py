"""A page as it came: bytes and what was said of them on the way."""

from __future__ import annotations

from pathlib import Path

from tui.model.frozen import value
from tui.model.reading_errors import FeedInsteadError, NoTextError, ReadingError
from tui.model.warning import Warning

__all__ = ["FeedInsteadError", "NoTextError", "Page", "ReadingError"]


@value(frozen=True, slots=True)
class Page:
    """The bytes behind an address.

    ``address`` is what was asked for; ``url`` the final http(s) address (None for files and standard
    input); ``media_type`` a lower-case type such as "text/html" ("" when nothing is known);
    ``charset`` the label of the HTTP header, if any; ``path`` the file it was read from.
    ``etag`` and ``last_modified`` serve the next conditional request (a file's ``etag`` is its state),
    ``lifetime`` is the number of seconds before which none is due.
    ``private``: it came from an address of this machine or its own network, so that its pictures may too.
    """

    address: str
    body: bytes
    url: str | None = None
    media_type: str = ""
    charset: str | None = None
    path: Path | None = None
    etag: str | None = None
    last_modified: str | None = None
    warnings: tuple[Warning, ...] = ()
    private: bool = False
    lifetime: int = 0
