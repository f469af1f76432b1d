"""What comes of a sync with a server, and how far it is meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tui.text.addresses import host
from tui.text.amounts import counted


@dataclass(slots=True)
class Synced:
    """How far a sync is, and what came of it.

    ``server`` is its address, ``feeds`` are those that it has; ``fetched`` of ``total`` entries; ``new`` articles;
    ``changed`` were marked at the server, ``sent`` marks and changes of feeds were made here; ``added`` and ``gone``
    feeds; ``refused``: a line for each feed that the server does not take.  ``error`` is the line that says why it did
    not come to its end; ``over``: it goes on no more.
    """

    server: str
    feeds: int = 0
    total: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    sent: int = 0
    added: int = 0
    gone: int = 0
    refused: list[str] = field(default_factory=list)
    requests: int = 0
    error: str | None = None
    over: bool = False

    @property
    def line(self) -> str:
        """How far it is, in words."""
        parts = [f"Asking {host(self.server) or self.server}"]
        parts += [f"{self.sent:,} sent"] if self.sent else []
        parts += [f"{self.fetched:,} of {counted(self.total, 'article')}"] if self.total else []
        return " · ".join(parts)

    @property
    def failures(self) -> list[str]:
        """The lines that say what of it failed."""
        return [*self.refused, *([f"{self.server}: {self.error}"] if self.error is not None else [])]


Progress = Callable[[Synced], None]


def silent(_synced: Synced) -> None:
    """Says nothing."""
