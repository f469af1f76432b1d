"""A plain look into a text, asked before a slow pattern is."""

from __future__ import annotations

from collections.abc import Iterable


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of these parts stands in a text; a generator in its place would cost more than all the looks."""
    return any(map(text.__contains__, parts))
