"""Places in an article that are marked and walked: matches of a search, mentions of a source, jumps back and forth."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from tui.flow.found_places import Found
from tui.flow.layout import At
from tui.flow.outline import Heading, next_heading, outline
from tui.flow.text_search import Search
from tui.model.article import Article, Mention
from tui.panes.article.selection import ArticleSelection
from tui.panes.article.strips import Overlay
from tui.panes.article.viewport import Place

ABOVE = 3  # of the screen, the part above a place that was gone to is 1/ABOVE
JUMPS = 200  # places kept to go back to


class ArticlePlaces(ArticleSelection):
    """Finding, marking, jumping.  ``n`` and ``N`` walk the matches or the marks, whichever came last."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._search = Search(())
        self._sought_from: tuple[int, int] | None = None  # where one was when one began to type
        self._marks: list[tuple[int, int, int]] = []
        self._marked: dict[int, list[Mention]] = {}
        self._current: Mention | None = None
        self._walked: Literal["marks", "matches"] = "marks"
        self._headings: list[Heading] = []
        self._back: list[Place | None] = []
        self._forth: list[Place | None] = []

    def show(self, article: Article, place: Place = (0, 0), notes: Mapping[int, str] | None = None) -> None:
        self._search = Search(article.blocks)
        self._headings = outline(article)
        self._marks, self._marked, self._current, self._sought_from = [], {}, None, None
        self._back, self._forth = [], []
        super().show(article, place, notes)

    def _prepare(self, characters: int) -> bool:
        return self._search.prepare(characters)

    # -- jumps ---------------------------------------------------------------------------------------------------

    def outline(self) -> list[Heading]:
        """The article's headings: level, text, block."""
        return self._headings

    def go_to(self, block: int, start: int, end: int | None = None) -> None:
        """Bring ``blocks[block].text[start:end]`` into view and mark it as where one is."""
        if self.flow is None or not self.size.height:
            self._awaited = (block, start, end)
            return
        if not self._seen(block, start):
            self._remember()
        self._arrive(block, start, end)

    def _arrive(self, block: int, start: int, end: int | None) -> None:
        if self.flow is None:
            return
        if end is None:
            self._put(self.flow.on_top(self.flow.first_block + block, start))
            return
        self._current = Mention(block, start, end)
        if not self._seen(block, start):
            at = self.flow.find(self.flow.first_block + block, start)
            self._put(self.flow.step(at, -(self.size.height // ABOVE)))
        self._forget()

    def _seen(self, block: int, offset: int) -> bool:
        """Whether a character is on the screen."""
        if self.flow is None:
            return False
        rows = self._visible()
        return bool(rows) and rows[0] <= self.flow.find(self.flow.first_block + block, offset) <= rows[-1]

    def _remember(self) -> None:
        self._back.append(self._anchor())
        del self._back[:-JUMPS]
        self._forth.clear()

    def action_back(self) -> None:
        self._travel(self._back, self._forth)

    def action_forward(self) -> None:
        self._travel(self._forth, self._back)

    def _travel(self, there: list[Place | None], here: list[Place | None]) -> None:
        if not there or self.flow is None:
            return
        here.append(self._anchor())
        place = there.pop()
        self._put(self.flow.on_top(*place) if place else At(0, 0), place)

    def action_top(self) -> None:
        self._remember()
        self._put(At(0, 0))

    def action_bottom(self) -> None:
        if self.flow is not None:
            self._remember()
            self._put(self.flow.last_screen(self.size.height))

    def heading_step(self, step: int) -> None:
        """Put the next (1) or previous (-1) heading on top."""
        if self.flow is None:
            return
        first = self.flow.first_block
        top = self._top.piece - first
        if self._top.line < self.flow.frames[self._top.piece].gap:  # the empty lines above a heading are not it
            top -= 1 if step > 0 else 0
        block = next_heading(self._headings, top, step)
        if block is not None:
            self._remember()
            self._put(At(first + block, self.flow.frames[first + block].gap))

    @property
    def section_minutes_left(self) -> int:
        """Minutes to read from the top of the screen to the next heading, rounded up."""
        if self.article is None or not self.article.blocks:
            return 0
        block, offset = self.place
        return self._progress.minutes_left(block, offset, next_heading(self._headings, block, 1))

    # -- marks ---------------------------------------------------------------------------------------------------

    def mark(self, places: Sequence[Mention]) -> None:
        """Mark places, those of the chosen source; ``n`` and ``N`` walk them."""
        self._marks = sorted((m.block, m.start, m.end) for m in places)
        self._marked = {}
        for block, start, end in self._marks:
            self._marked.setdefault(block, []).append(Mention(block, start, end))
        self._walked = "marks"
        if not self._search.count:  # else the match that one is at stays the one to go on from
            self._current = None
        self._forget()

    def mention_step(self, step: int) -> tuple[int, int]:
        """Go to the next or previous marked place; returns its number and how many there are."""
        if not self._marks:
            return 0, 0
        here = self._here(step)
        number = bisect_right(self._marks, here) if step > 0 else bisect_left(self._marks, here) - 1
        number %= len(self._marks)
        self._walked = "marks"
        self.go_to(*self._marks[number])
        return number + 1, len(self._marks)

    def _here(self, step: int) -> tuple[int, int, int]:
        """Where one is: the current place while it is on the screen, else the screen's top."""
        current = self._current
        if current is not None and self._seen(current.block, current.start):
            return current.block, current.start, current.end if step > 0 else 0
        return (*self.place, -1)

    # -- matches -------------------------------------------------------------------------------------------------

    def find(self, words: str) -> int:
        """Mark every place where the words are and go to the first one from where one began to type.

        Returns the number of places.
        """
        if not words.strip():
            self._unfind()
            return 0
        if self._sought_from is None:
            self._sought_from = self.place
            self._remember()
        count = self._search.look_for(words)
        self._walked = "matches"
        first = self._search.after(*self._sought_from)
        if first is not None:
            self._arrive(first.block, first.start, first.end)
        else:
            self._current = None
            self._forget()
        return count

    def find_places(self, places: Sequence[Mention], first: Mention | None = None) -> None:
        """Mark places as if they had been searched for, and go to one of them, by default the first."""
        if self.article is None or not places:
            return
        self._search = Found(self.article.blocks, places)
        self._walked = "matches"
        first = first or places[0]
        self._current = first
        self.go_to(first.block, first.start, first.end)

    def clear_find(self) -> None:
        """Forget what was searched for; the marks are walked again."""
        self._unfind()

    def _unfind(self) -> None:
        self._search.look_for("")
        self._walked, self._current, self._sought_from = "marks", None, None
        self._forget()

    @property
    def match(self) -> tuple[int, int]:
        """The number of the match that one is at, and how many there are."""
        if self._walked != "matches" or self._current is None:
            return 0, self._search.count
        return self._search.number_of(self._current), self._search.count

    def find_step(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (-1) match; returns its number and how many there are."""
        block, start, end = self._here(step)
        search = self._search
        place = search.after(block, start + 1 if end > 0 else start) if step > 0 else search.before(block, start)
        if place is None:
            return 0, 0
        self._walked = "matches"
        self._sought_from = (place.block, place.start)
        self.go_to(place.block, place.start, place.end)
        return search.number_of(place), search.count

    def action_next(self, step: int) -> None:
        if self._walked == "matches" and self._search.words:
            self.find_step(step)
        else:
            self.mention_step(step)

    def _overlays(self, piece: int, start: int, end: int) -> list[Overlay]:
        block = piece - self.flow.first_block if self.flow is not None else -1
        if block < 0:
            return super()._overlays(piece, start, end)
        overlays = [Overlay(m.start, m.end, "mark") for m in self._marked.get(block, ())]
        found = self._search.in_block(block)
        for number in range(bisect_left(found, start, key=lambda place: place[1]), len(found)):
            if found[number][0] >= end:
                break
            overlays.append(Overlay(*found[number], "find"))
        if self._current is not None and self._current.block == block:
            role = "find-current" if self._walked == "matches" else "mark-current"
            overlays.append(Overlay(self._current.start, self._current.end, role))
        return overlays + super()._overlays(piece, start, end)
