"""A plain look into a text, asked before a slow pattern is."""

from __future__ import annotations

from collections.abc import Iterable


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of these parts stands in a text; ``any`` in its place would cost more than all the looks."""
    for part in parts:  # noqa: SIM110 - half the cost of ``any``
        if part in text:
            return True
    return False
