"""Words that two texts do not share, marked as word diffs mark them, where colour does not show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.panes.pane_line import Piece

if TYPE_CHECKING:
    from tui.library.articles.text_difference import Change

MEASURE = 84  # columns that texts beside each other's words take at most
MARKS = {"same": "{}", "added": "{{+{}+}}", "removed": "[-{}-]"}
ROLES = {"added": "added", "removed": "removed"}


def marked(changes: Iterable[Change], same: str) -> tuple[Piece, ...]:
    """A piece a change; ``same`` is the role of the words that both texts have."""
    return tuple(
        Piece(MARKS[change.kind].format(in_a_row(change.text)), ROLES.get(change.kind, same)) for change in changes
    )


def in_a_row(text: str) -> str:
    """The text on one line."""
    return text.replace("\n", " ").replace("\t", " ")
