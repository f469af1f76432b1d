"""Which part of an article is on the screen: its lines at a width, and which of them is on top."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from typing import NamedTuple, Protocol

from rich.cells import cell_len

from tui.flow.block_forms import CodeForm
from tui.flow.layout import At, Layout
from tui.model.article import Article, Mention

NARROW = 24  # columns; a pane so narrow has no margins
ABOVE = 3  # of the screen, the part above a place that was gone to is 1/ABOVE
TOP = At(0, 0)

Place = tuple[int, int]
"""A piece and an offset in its text."""


class Room(NamedTuple):
    """Columns and rows."""

    width: int
    height: int


class ViewportWidget(Protocol):
    """The widget that shows what is on the screen."""

    def draw_lines(self) -> None:
        """Other lines are to be seen; the margins stay."""

    def draw_anew(self, seen: bool = True) -> None:
        """Lines look otherwise than before, which are ``seen`` on the screen or not yet."""

    def moved(self) -> None:
        """Another line may be on top, and the article may have another height."""

    def placed(self) -> None:
        """Other text is on top; the widget knows already how far it is scrolled."""

    def laid_out(self) -> None:
        """The article was laid out anew; what is not seen is to be laid out in idle time."""


class Viewport:
    """What is on top is kept as a line of a piece and, over a resize, as a character of its text: neither a resize
    nor heights that settle elsewhere move what is read.

    ``size`` gives the columns and rows of the widget, none while it is hidden.
    """

    def __init__(self, view: ViewportWidget, size: Callable[[], tuple[int, int]]) -> None:
        self.article: Article | None = None
        self.flow: Layout | None = None
        self.room = Room(0, 0)  # what the text was last fitted to
        self.top = TOP
        self.current: Mention | None = None  # the place that was gone to
        self.measure = 80  # columns of text, at most
        self.justified = self.hyphenated = False
        self.lags = False  # something was asked for while the widget was hidden
        self._view, self._size = view, size
        self._notes: dict[int, str] = {}
        self._sizes: Mapping[int, tuple[int, int]] = {}  # in pixels, of the pictures to be drawn
        self._undrawn: Mapping[int, str] = {}  # why a picture that is there cannot be drawn
        self._held: Place | None = None  # the character that a resize keeps on top
        self._awaited: tuple[int, int, int | None] | None = None  # block, offset, end to go to once there is a size
        self._rows: list[At] | None = None

    # what is shown

    def show(self, article: Article, place: Place = (0, 0), notes: Mapping[int, str] | None = None) -> None:
        """Show an article with the character ``place`` (block, offset) on top; (0, 0) shows the title too.

        ``notes`` say by caption index why a picture is not there.
        """
        self.article, self._notes = article, dict(notes or {})
        self._sizes, self._undrawn = {}, {}
        self.flow, self.top, self._held, self.current = None, TOP, None, None
        self._awaited = (*place, None) if place != (0, 0) else None
        self.lay_out()

    def set_notes(self, notes: Mapping[int, str]) -> None:
        """Say by caption index why a picture is not there."""
        if notes != self._notes:
            self._notes = dict(notes)
            self.lay_out()

    def set_pictures(self, sizes: Mapping[int, tuple[int, int]], undrawn: Mapping[int, str]) -> None:
        """Leave room for pictures of these sizes in pixels; ``undrawn`` say why others cannot be drawn."""
        self._sizes, self._undrawn = sizes, undrawn
        self.lay_out()

    def set_form(
        self, measure: int | None = None, justified: bool | None = None, hyphenated: bool | None = None
    ) -> None:
        """Set the columns of text, at most; whether lines are spread to fill them; whether words are hyphenated.

        What is not given stays.
        """
        before = self.measure, self.justified, self.hyphenated
        self.measure = measure or self.measure
        self.justified = self.justified if justified is None else justified
        self.hyphenated = self.hyphenated if hyphenated is None else hyphenated
        if before != (self.measure, self.justified, self.hyphenated):
            self.lay_out()

    # where one is

    @property
    def height(self) -> int:
        """Rows on the screen; none while the widget is hidden."""
        return self._size()[1]

    @property
    def place(self) -> Place:
        """Block and offset of the text on top of the screen; (0, 0) at the very beginning."""
        if self.flow is None:
            return self._awaited[:2] if self._awaited else (0, 0)
        piece, offset = self.flow.read_from(*(self.anchor() or (0, 0)))
        return (piece - self.flow.first_block, offset) if piece >= self.flow.first_block else (0, 0)

    @property
    def row(self) -> Place:
        """The same for the very row on top, as ``show`` takes it: empty rows are not the text under them."""
        flow, held = self.flow, self._held
        if flow is None:
            return self.place
        # What is held is not on top where the article ends too soon under it.
        piece, offset = held if held is not None and flow.on_top(*held) == self.top else flow.place(self.top)
        return (piece - flow.first_block, offset) if piece >= flow.first_block else (0, 0)

    @property
    def last_block(self) -> int:
        """The last block that is to be seen."""
        rows = self.visible()
        return max(0, rows[-1].piece - self.flow.first_block) if rows and self.flow is not None else 0

    @property
    def fraction(self) -> float:
        """How much of the article is above the bottom of the screen, 0 to 1."""
        if self.flow is None or not self.flow.height:
            return 0.0
        return min(1.0, (self.flow.top(self.top) + self.room.height) / self.flow.height)

    def anchor(self) -> Place | None:
        """What is on top, as ``Layout.place`` has it; None at the very beginning."""
        if self._held is not None:
            return self._held
        if self.flow is None or self.top == TOP:
            return None
        return self.flow.place(self.top)

    def visible(self) -> list[At]:
        """The lines on the screen."""
        if self._rows is None and self.flow is not None:
            self._rows = self.flow.window(self.top, self.height)
        return self._rows or []

    def listings(self) -> list[CodeForm]:
        """Those on the screen, from the top."""
        pieces = dict.fromkeys(at.piece for at in self.visible()) if self.flow else ()
        return [form for piece in pieces if self.flow and isinstance(form := self.flow.form(piece), CodeForm)]

    def sees(self, block: int, offset: int) -> bool:
        """Whether a character is on the screen."""
        if self.flow is None:
            return False
        rows = self.visible()
        return bool(rows) and rows[0] <= self.flow.find(self.flow.first_block + block, offset) <= rows[-1]

    # layout

    @property
    def text_width(self) -> int:
        """Columns that the text has: the measure, or what the room leaves of it."""
        room = self.room.width
        return max(1, min(self.measure, room - (2 if room > NARROW else 0)))

    @property
    def left(self) -> int:
        """Columns left of the text."""
        return max(0, (self.room.width - self.text_width) // 2)

    def fit(self, room: tuple[int, int] | None = None) -> None:
        """Lay out or place the text anew for the room that there is now."""
        self.lags = False
        if room is not None:
            self.room = Room(*room)
        if self.flow is None or self.flow.width != self.text_width:
            self.lay_out()
        else:
            self.draw_anew()
            self.put(self.top, self._held)
            self._arrive_at_last()

    def lay_out(self) -> None:
        """Lay the article out at the present width, the same character on top."""
        if self.article is None or not all(self._size()):
            self.lags = True
            return
        held = self.anchor() if self.flow is not None else None
        above = self.flow is not None and self.flow.precedes(self.top)
        notes = {**self._notes, **self._undrawn}
        flow = Layout(
            self.article, self.text_width, cell_len, notes, self.justified, dict(self._sizes), self.hyphenated
        )
        self.flow = flow
        self.draw_anew()
        above = above or (held is not None and flow.read_from(*held) != held)
        self.put((flow.on_top if above else flow.find)(*held) if held else TOP)
        self._held = held
        self._arrive_at_last()
        self._view.laid_out()

    def settle(self, characters: int) -> bool:
        """Lay out about so many more characters of what is not seen; whether all is laid out."""
        if self.flow is None or not self.flow.unsettled:
            return True
        if self.flow.settle(characters):
            self.put(self.top, self._held)
        return False

    @property
    def sees_title(self) -> bool:
        """Whether the article's title is on the screen."""
        return self.flow is not None and self.top == TOP

    # moving

    def put(self, at: At, held: Place | None = None) -> None:
        """Put a line on top, or as near as the article's end allows; in a hidden widget, once it is shown."""
        if self.flow is None:
            return
        height = self.height
        if not height:
            self.top, self._held, self.lags = at, held, True
            return
        at = min(at, self.flow.last_screen(height)) if at != TOP else at
        self._held = held
        moved = at != self.top or self._rows is None or len(self._rows) != height
        self.top = at
        if moved:
            self.draw_lines()
        self._view.moved()

    def scroll(self, lines: int) -> None:
        """Move the text by so many lines."""
        if self.flow is not None:
            self.put(self.flow.step(self.top, lines))

    def scrolled_to(self, row: int) -> None:
        """The scroll bar was moved to a row of the article."""
        if self.flow is None or row == self.flow.top(self.top):
            return
        self._held = None
        self.top = self.flow.at(row)
        self.draw_lines()
        self._view.placed()

    def await_place(self, block: int, start: int, end: int | None) -> bool:
        """Go to a place once there is a layout and a size; whether that is to be waited for."""
        if self.flow is not None and self.height:
            return False
        self._awaited, self.lags = (block, start, end), True
        return True

    def arrive(self, block: int, start: int, end: int | None) -> None:
        """Bring ``blocks[block].text[start:end]`` into sight and mark it as where one is; without an end, on top."""
        if self.flow is None:
            return
        if end is None:
            held = (self.flow.first_block + block, start)
            self.put(self.flow.on_top(*held), held)
            return
        self.current = Mention(block, start, end)
        if not self.sees(block, start):
            at = self.flow.find(self.flow.first_block + block, start)
            self.put(self.flow.step(at, -(self.height // ABOVE)))
        self.draw_anew()

    def _arrive_at_last(self) -> None:
        if self._awaited is not None:
            awaited, self._awaited = self._awaited, None
            self.arrive(*awaited)

    def draw_lines(self) -> None:
        """Have other lines drawn."""
        self._rows = None
        self._view.draw_lines()

    def draw_anew(self) -> None:
        """Have everything drawn anew: the text, its styles or what is laid over it changed."""
        self._rows = None
        self._view.draw_anew()

    def draw_blocks(self, blocks: Set[int]) -> None:
        """Have these blocks drawn anew, those that are not seen when they come."""
        first = self.flow.first_block if self.flow is not None else 0
        if any(at.piece - first in blocks for at in self.visible()):
            self.draw_anew()
        else:
            self._view.draw_anew(seen=False)
