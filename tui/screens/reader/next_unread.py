"""The next article that is not read yet: of a reading list, then of the other feeds."""

from __future__ import annotations

from tui.intake.reading_list import ReadingList, Target
from tui.library import Library, View


def next_unread(reading: ReadingList, library: Library) -> ReadingList | None:
    """The list at its next unread target, from the last of a feed on all that is unread; None where nothing is.

    Beside the event loop.  Raises LibraryError.
    """
    for steps in range(1, len(reading.targets) - reading.at):
        if not _is_read(library, reading.targets[reading.at + steps]):
            return reading.step(steps)
    return _in_other_feeds(reading, library)


def _in_other_feeds(reading: ReadingList, library: Library) -> ReadingList | None:
    """All that is unread, from the newest on, if what is read now came from a feed; None where nothing is."""
    now = library.articles.row(reading.target) if isinstance(reading.target, int) else None
    if now is None or not now.feeds:
        return None
    unread = [number for number in library.articles.ids(View("unread", order="date")) if number != now.id]
    return ReadingList(unread) if unread else None


def _is_read(library: Library, target: Target) -> bool:
    """Whether a target is read; an address that is not kept is not."""
    number = target if isinstance(target, int) else library.articles.find(target)
    row = library.articles.row(number) if number is not None else None
    return row is not None and row.read
