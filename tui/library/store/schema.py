"""The library's formats: how they are told apart, and the steps from each to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from tui.library.search.rebuilding import EVERYTHING, RECENT
from tui.library.store.migrations import to_format_1, to_format_2, to_format_3, to_format_4, to_format_5

APPLICATION_ID = 0x4E657773  # "News" in the header of the file


class Step(NamedTuple):
    """What makes a format of the one before, and what today's code then has to work out from the articles.

    The step is frozen and leaves that empty; it is filled once, when the newest format is reached.
    """

    migrate: Callable[[sqlite3.Connection], None]
    rebuilds: frozenset[str] = frozenset()


# STEPS[n] makes format n + 1 out of format n; an empty file is format 0.
STEPS = (
    Step(to_format_1.migrate),
    Step(to_format_2.migrate, EVERYTHING),
    Step(to_format_3.migrate, RECENT),
    Step(to_format_4.migrate),
    Step(to_format_5.migrate),
)
FORMAT = len(STEPS)
