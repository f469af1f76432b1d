"""What can wait: done in slices while no key is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.panes.article.find_state import FindState
    from tui.panes.article.remaining import Remaining
    from tui.panes.article.viewport import Viewport

SLICE = 6_000  # characters laid out or counted in one idle slice: a millisecond or two
BETWEEN_SLICES = 0.002  # seconds, for keys to get through


class IdleWork:
    """Lays out what is not seen, then counts words, then prepares for what may be sought.

    ``later`` calls a function after some seconds; ``counted`` is told when how much is left is no guess any more.
    """

    def __init__(
        self,
        parts: tuple[Viewport, Remaining, FindState],
        later: Callable[[float, Callable[[], None]], object],
        counted: Callable[[], None],
    ) -> None:
        self._viewport, self._remaining, self._find_state = parts
        self._later, self._counted = later, counted
        self._due = False  # whether a next slice is
        self._estimated = True  # whether heights or words are not all counted yet

    @property
    def done(self) -> bool:
        """Whether all of it is done."""
        return not self._due

    def begin(self) -> None:
        """The article was laid out anew: there is something to do, and what is left to read is a guess until then."""
        self._estimated = True
        self._go_on()

    def _go_on(self) -> None:
        if not self._due:
            self._due = True
            self._later(BETWEEN_SLICES, self._slice)

    def _slice(self) -> None:
        self._due = False
        if self._viewport.flow is None:
            return
        if not self._viewport.settle(SLICE) or not self._remaining.count(SLICE):
            self._go_on()
            return
        if self._estimated:
            self._estimated = False
            self._counted()
        if not self._find_state.prepare(SLICE):
            self._go_on()
