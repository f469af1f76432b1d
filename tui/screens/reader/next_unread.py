"""The next article of a reading list that is not read yet."""

from __future__ import annotations

from tui.intake.reading_list import ReadingList, Target
from tui.library import Library


def next_unread(reading: ReadingList, library: Library) -> ReadingList | None:
    """The list at its next unread target; None after the last.  Beside the event loop.  Raises LibraryError."""
    for steps in range(1, len(reading.targets) - reading.at):
        if not _is_read(library, reading.targets[reading.at + steps]):
            return reading.step(steps)
    return None


def _is_read(library: Library, target: Target) -> bool:
    """Whether a target is read; an address that is not kept is not."""
    number = target if isinstance(target, int) else library.articles.find(target)
    row = library.articles.row(number) if number is not None else None
    return row is not None and row.read
