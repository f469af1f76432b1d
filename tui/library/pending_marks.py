"""Marks that are set and not written yet: what is shown of an article is as if they had been."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from tui.library.articles.marks import Mark
from tui.library.articles.rows import Row

PendingKind = Literal["read", "starred", "later", "removed"]


class PendingMark:
    """A mark on its way to the library; two of them that say the same are still two."""

    def __init__(self, articles: Iterable[int], kind: PendingKind, value: bool) -> None:
        self.articles, self.kind, self.value = frozenset(articles), kind, value


def has_mark(row: Row, kind: Mark) -> bool:
    """Whether the row has a mark."""
    if kind == "read":
        return row.read
    return row.starred if kind == "starred" else row.later


def with_mark(row: Row, kind: PendingKind, value: bool) -> Row:
    """The row with a mark set or taken away."""
    if kind == "read":
        return replace(row, read=value)
    if kind == "starred":
        return replace(row, starred=value)
    return replace(row, later=value) if kind == "later" else row


class PendingMarks:
    """The marks on their way, in the order in which they were set; the later one counts."""

    def __init__(self) -> None:
        self._marks: list[PendingMark] = []

    def add(self, articles: Iterable[int], kind: PendingKind, value: bool) -> PendingMark:
        """A mark is set and will be written."""
        mark = PendingMark(articles, kind, value)
        self._marks.append(mark)
        return mark

    def drop(self, mark: PendingMark | None) -> None:
        """A mark was written, or could not be."""
        if mark in self._marks:
            self._marks.remove(mark)

    def apply(self, row: Row) -> Row:
        """The row as it will be."""
        for mark in self._marks:
            if row.id in mark.articles:
                row = with_mark(row, mark.kind, mark.value)
        return row

    def removed(self, article: int) -> bool:
        """Whether the article will be removed."""
        return any(mark.value for mark in self._marks if mark.kind == "removed" and article in mark.articles)
