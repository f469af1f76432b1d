"""Rows as they come, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
TOGETHER = 200  # rows


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """Rows in lists, so that what belongs to them is asked for, and what is aligned laid out, together."""
    coming = iter(rows)
    while some := list(islice(coming, TOGETHER)):
        yield some
