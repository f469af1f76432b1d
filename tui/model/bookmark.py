"""What exports of other programs hold: addresses that somebody saved, with what he noted about them."""

from __future__ import annotations

from tui.model.frozen import value


@value(frozen=True, slots=True)
class Bookmark:
    """An address that somebody saved.

    ``address`` is absolute, http(s); ``title`` and ``tags`` are clean lines; ``saved`` is in seconds since 1970, None
    where the export names no moment for which there is a date; ``progress`` 0–1, how far it was read.  ``html`` is the
    text as the other program kept it, as it stands there, "" for none; what follows it belongs to the text.
    """

    address: str
    title: str = ""
    saved: int | None = None
    tags: tuple[str, ...] = ()
    read: bool = False
    starred: bool = False
    progress: float = 0.0
    html: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    language: str | None = None
