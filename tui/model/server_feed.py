"""What a server that keeps feeds in step says of its feeds and their entries."""

from __future__ import annotations

from tui.model.feed import Entry
from tui.model.frozen import value


@value(frozen=True, slots=True)
class ServerFeed:
    """A feed that a server subscribes to.

    ``stream`` is the server's own name for it ("feed/5"); ``labels`` are the names of the folders that it is in there,
    whole, whatever signs are in them.
    """

    stream: str
    address: str
    title: str = ""
    site: str | None = None
    labels: tuple[str, ...] = ()


@value(frozen=True, slots=True)
class ServerLabel:
    """A label at a server: its stream, its name, and how many unread entries have it, None where it does not say."""

    stream: str
    name: str
    unread: int | None = None


@value(frozen=True, slots=True)
class ServerEntry:
    """An entry as a server gives it: its id in the long form, the feed that it came from, its labels."""

    item: str
    stream: str
    entry: Entry
    labels: tuple[str, ...] = ()
