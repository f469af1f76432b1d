"""The articles that one goes through with next and previous."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.article import Mention

Target = str | int  # an address to open, or the number of a kept article


@dataclass(frozen=True, slots=True)
class ReadingList:
    """Targets in order, and which is read now.

    ``start``: begin at this place, marked as found, not where reading stopped.  ``sought``: a search of the library,
    whose words are marked in each of the articles; without ``start`` one begins at the first of them.
    """

    targets: Sequence[Target]
    at: int = 0
    start: Mention | None = None
    sought: str = ""

    @property
    def target(self) -> Target:
        """What is read now."""
        return self.targets[self.at]

    @property
    def position(self) -> str:
        """ "1/3"; "" for a single one."""
        return f"{self.at + 1}/{len(self.targets)}" if len(self.targets) > 1 else ""

    def step(self, steps: int) -> ReadingList | None:
        """The list at the next (or an earlier) target; None past its ends."""
        to = self.at + steps
        return replace(self, at=to, start=None) if 0 <= to < len(self.targets) else None
