"""By what an entry of a feed is found again; ``feeds/identity`` makes keys and compares them."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """By what an entry is found again; None and "" where it has no such thing.

    ``guid`` and ``address`` are without what makes no difference; ``title`` is folded; ``digest`` is that of title,
    text and enclosures.
    """

    guid: str | None
    address: str | None
    title: str
    digest: str
