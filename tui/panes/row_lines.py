"""An article in the library's list: two lines where the screen is narrow, else one in columns."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from rich.cells import cell_len

from tui.library import Row
from tui.panes.completeness import MARKS, of_pictures, of_sources, of_text
from tui.panes.listing_pages import StoryPart
from tui.panes.pane_line import Line, Piece, cut, spread
from tui.text.amounts import counted, reading_time
from tui.text.dates import moment, short_day
from tui.text.headlines import headline
from tui.text.word_count import minutes

MOST_SITE = 20  # cells of the column of sites
LEAST_SITE = 8  # cells that a site's name has on a line of its own, however narrow that is
BEGUN, DONE = 0.02, 0.98  # shares of an article between which it is begun and not read to its end
GAP = "  "
SEEN = "○ "  # before what is not read, of a story of which something was
HEADS = ("Site", "Day", "Min", "Read", "TPS")
LEGEND = (
    "● before a title: not read   ★ starred   ◷ for later   ✓ picked",
    "at the end of a row: T text   P pictures   S sources",
    f"{MARKS['whole']} all here",
    f"{MARKS['part']} part of it is missing",
    f"{MARKS['none']} not here",
    "· the article has none",
    f"{SEEN}another article of the story was read",
    "(day) when it was kept: its own day is not known",
)


class ListedRow(NamedTuple):
    """A row and what has been done to it: picked, or being removed; and what it is in its story."""

    row: Row
    picked: bool = False
    removed: bool = False
    story: StoryPart | None = None


class Columns(NamedTuple):
    """Cells of what stands beside the title; 0 where there is nothing to be said."""

    site: int = 0
    day: int = 0
    length: int = 0
    read: int = 0
    whole: int = 0


class RowLines:
    """Makes lines of rows; ``kept`` shows the day of keeping in place of that of publication.

    The columns are as wide as what the ``first`` rows say.
    """

    def __init__(self, now: datetime, kept: bool, first: Iterable[Row] = ()) -> None:
        self._now, self._kept, self._first = now, kept, first

    @cached_property
    def _columns(self) -> Columns:
        """As wide as what the first rows say, or as their heads; rows of two lines have none."""
        said = [self._facts(row) for row in self._first]
        sites, *others = zip(*said, strict=True) if said else ((),)
        widths = [min(MOST_SITE, widest(sites)), *map(widest, others)]
        return Columns(*(max(width, len(head)) if width else 0 for width, head in zip(widths, HEADS, strict=False)))

    def heads(self, width: int) -> Line:
        """The names of the columns."""
        named = enumerate(zip(HEADS, self._columns, strict=True))
        heads = [Piece(_placed(head, size, n) if size else "", "muted") for n, (head, size) in named]
        return spread((Piece("  Title", "muted"),), _beside(heads), width)

    def one_line(self, listed: ListedRow, width: int) -> Line:
        """A row in columns."""
        if listed.removed:
            return spread(_title(listed), (Piece("is being removed ", "muted"),), width)
        facts = zip(self._facts(listed.row), self._columns, strict=True)
        pieces = [Piece(_placed(cut(text, size), size, n), "muted") for n, (text, size) in enumerate(facts)]
        title, outlets = _title(listed), _outlets(listed)
        if not (listed.row.site or outlets):
            del pieces[0]  # its title may be as long as what is there is left empty
        return spread(title, (*outlets, *_beside(pieces)), width)

    def two_lines(self, listed: ListedRow, width: int) -> tuple[Line, Line]:
        """A row as its title, and beneath it what is known of it."""
        site, day, length, read, whole = self._facts(listed.row)
        known = (day, reading_time(int(length)) if length else "", f"{read} read" if read else "")
        facts = "".join(f" · {fact}" for fact in known if fact)
        site = cut(site, max(LEAST_SITE, width - cell_len(f"  {facts}{GAP}{whole} ")))
        said = (site + facts).removeprefix(" · ")
        said, whole = ("is being removed", "") if listed.removed else (said, whole)
        beneath = spread((Piece("  " + said, "muted"), Piece(GAP)), (Piece(f"{whole} ", "muted"),), width)
        return spread(_title(listed), _outlets(listed), width), beneath

    def _facts(self, row: Row) -> tuple[str, str, str, str, str]:
        begun = f"{100 * row.fraction:.0f}%" if BEGUN <= row.fraction < DONE else ""
        return (
            row.site or "",
            self._day(row),
            f"{minutes(row.words)}" if row.words else "",
            begun,
            completeness(row),
        )

    def _day(self, row: Row) -> str:
        return short_day(row.kept_at, self._now) if self._kept else day_of(row, self._now)


def day_of(row: Row, now: datetime) -> str:
    """The day of publication; that of keeping in parentheses where it is not known."""
    published = moment(row.published)
    return short_day(published, now) if published else f"({short_day(row.kept_at, now)})"


def completeness(row: Row) -> str:
    """Marks for text, pictures and sources; "·" where the article has none."""
    whole = (of_text(row), of_pictures(row), of_sources(row))
    return "".join(MARKS[how] if how else "·" for how in whole)


def _title(listed: ListedRow) -> Line:
    row = listed.row
    sign = "✓ " if listed.picked else "  " if row.read else SEEN if listed.story and listed.story.seen else "● "
    flags = ("★ " if row.starred else "") + ("◷ " if row.later else "")
    if listed.story:
        folded = "▾ " if listed.story.unfolded else "▸ "
        flags = (folded if listed.story.stands_for_all else "    ") + flags
    return Piece(sign, "key"), Piece(flags, "key"), Piece(headline(row.title, row.url), "text" if row.read else "name")


def _outlets(listed: ListedRow) -> Line:
    """How many outlets more tell the story that the row stands for."""
    story = listed.story
    if story is None or not story.stands_for_all or listed.removed:
        return ()
    more, what = (story.outlets, "outlet") if story.outlets else (len(story.story) - 1, "article")
    return (Piece(f" +{counted(more, what)} ", "key"),)


def widest(texts: Iterable[str]) -> int:
    """Cells of the widest of these texts."""
    return max(map(cell_len, texts), default=0)


def _beside(pieces: Iterable[Piece]) -> Line:
    """The columns that there are, with gaps before and a cell behind them."""
    return (*(p for piece in pieces if piece.text for p in (Piece(GAP), piece)), Piece(" "))


def _placed(text: str, size: int, column: int) -> str:
    """A text in its column: the site begins where the column does, numbers and days end where it ends."""
    room = " " * (size - cell_len(text))
    return text + room if column in (0, len(HEADS) - 1) else room + text
