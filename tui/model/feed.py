"""A feed and its entries: what a feed document says, cleaned, with absolute addresses and times with an offset."""

from __future__ import annotations

from tui.model.frozen import value


@value(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry: an episode, a film, a picture.

    ``media_type`` is in lower case, "" when it is not said; ``medium`` is "image", "audio", "video", "document" or
    "" likewise.  ``length`` counts bytes, ``duration`` seconds.
    """

    url: str
    media_type: str = ""
    medium: str = ""
    length: int | None = None
    duration: int | None = None
    title: str | None = None


@value(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    ``title`` is plain text on a line; where the entry has none it was made from the text or the address, and
    ``untitled`` is true ("" when there is nothing to make it from).  ``summary`` and ``content`` are HTML as the feed
    has it, with absolute addresses; ``content`` is what the feed calls the whole text.  ``id`` is the guid as it
    stands in the feed.  Times are ISO 8601 with an offset; they may lie in the future.
    """

    title: str = ""
    url: str | None = None
    id: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    content: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    tags: tuple[str, ...] = ()
    untitled: bool = False


@value(frozen=True, slots=True)
class Feed:
    """A feed document.

    ``address`` is what it was asked for by, ``url`` the site that it belongs to, ``self_address`` where it says that
    it stands.  ``ttl`` is the time in seconds that it asks to be left alone for; ``skip_hours`` (0–23, UTC) and
    ``skip_days`` (0 is Monday) name when it never changes.
    """

    address: str
    title: str = ""
    url: str | None = None
    entries: tuple[Entry, ...] = ()
    language: str | None = None
    self_address: str | None = None
    ttl: int | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
