"""The library's formats: how they are told apart, and the steps from each to the next."""

from __future__ import annotations

import sqlite3
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.library.store.migrations import to_format_1, to_format_2, to_format_3, to_format_4, to_format_5
else:  # most libraries are of the newest format
    to_format_1, to_format_2, to_format_3, to_format_4, to_format_5 = lazy_modules(
        "tui.library.store.migrations", "to_format_1 to_format_2 to_format_3 to_format_4 to_format_5"
    )

# What can be worked out anew from the articles (``indexes.rebuilding``).
RECENT = frozenset({"recent"})
EVERYTHING = frozenset({"rows", "words", "recent"})
APPLICATION_ID = 0x4E657773  # "News" in the header of the file

# Conditions on ``article`` for which there are indexes: SQLite takes these only where a query says it in these words.
MUTED = "muted = 1"  # what asks for this is the one to see what a mute rule hides
UNREAD = "read = 0 AND muted = 0"


class Step(NamedTuple):
    """What makes a format of the one before, and what today's code then has to work out from the articles.

    The step is frozen and leaves that empty; it is filled once, when the newest format is reached.
    """

    module: ModuleType
    rebuilds: frozenset[str] = frozenset()

    def migrate(self, db: sqlite3.Connection) -> None:
        """Takes the step within an open transaction."""
        self.module.migrate(db)


# STEPS[n] makes format n + 1 out of format n; an empty file is format 0.
STEPS = (
    Step(to_format_1),
    Step(to_format_2, EVERYTHING),
    Step(to_format_3, RECENT),
    Step(to_format_4),
    Step(to_format_5),
)
FORMAT = len(STEPS)
