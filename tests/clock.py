"""A clock for a library, that stands until a test puts it on."""

from __future__ import annotations

NOW = 1_800_000_000  # where the clocks of the tests stand at first


class Clock:
    """``now``: seconds since 1970."""

    def __init__(self, now: float = NOW) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now
