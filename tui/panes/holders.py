"""What only holds panes, beside or above each other, and draws nothing of its own.

Textual draws every line of a container before it finds that something lies over all of it: of the lines drawn for an
article, half were those of five containers.
"""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal, Vertical


class Column(Vertical):
    """Panes above each other, which cover all of it."""

    BLANK: ClassVar[bool] = True


class Beside(Horizontal):
    """Panes beside each other, which cover all of it."""

    BLANK: ClassVar[bool] = True
