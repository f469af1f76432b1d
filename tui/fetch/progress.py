"""How far a download is."""

from __future__ import annotations

from collections.abc import Callable

# Called with the bytes received so far and their total, None where the server does not tell it.
Progress = Callable[[int, int | None], None]
