"""What a round of refreshing is asked for."""

from __future__ import annotations

from typing import NamedTuple


class RoundScope(NamedTuple):
    """What a round is for: ``feeds`` (None: all), ``only_due`` those whose time has come; without ``ask`` what came
    from them is fetched alone.  ``saved``: also what was kept by its address and never fetched."""

    feeds: tuple[int, ...] | None = None
    only_due: bool = False
    ask: bool = True
    saved: bool = False
