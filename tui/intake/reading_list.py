"""What is read: an article that was opened, and the list of those that one goes through with next and previous."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.text.cleaning import web_address

if TYPE_CHECKING:
    from tui.model.article import Article, Mention
    from tui.model.page import Page

Target = str | int  # an address to open, or the number of a kept article


class Opened(NamedTuple):
    """An article that was opened.

    ``id`` is its number in the library, None when it is not kept.  ``fresh``: it was fetched now, not
    taken from the library.  ``notes`` are clean lines for the reader.  ``page`` is what it was made of,
    without its bytes; None when it came from the library.  ``whole``: it is no feed's summary of an article.
    """

    article: Article
    id: int | None
    fresh: bool
    notes: tuple[str, ...] = ()
    page: Page | None = None
    whole: bool = True

    @property
    def lacks_text(self) -> bool:
        """Whether only the address of an article of the web is kept, which is fetched when it is opened."""
        return not self.article.blocks and web_address(self.article.address) is not None


class ReadingList(NamedTuple):
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
        return self._replace(at=to, start=None) if 0 <= to < len(self.targets) else None
