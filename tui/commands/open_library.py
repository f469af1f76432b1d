"""The library as the commands open it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui.commands.messages import say
from tui.library import Library
from tui.system import paths


@contextmanager
def open_library() -> Iterator[Library]:
    """The reader's library, closed at the end; says its notice.  Raises LibraryError (a ReadingError)."""
    with Library.open(paths.data_folder()) as opened:
        if opened.notice:
            say(opened.notice)
        yield opened
