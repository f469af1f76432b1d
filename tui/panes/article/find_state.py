"""What is sought in an article and what is marked in it: matches of a search, places of a source, each walked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui.flow.found_places import FoundPlaces
from tui.flow.text_search import Search
from tui.model.article import Article, Mention
from tui.panes.article.strips import Overlay

if TYPE_CHECKING:
    from tui.panes.article.jump_history import JumpHistory
    from tui.panes.article.viewport import Place, Viewport


class FindState:
    """``n`` and ``N`` walk the matches or the marked places, whichever came last."""

    def __init__(self, viewport: Viewport, jumps: JumpHistory) -> None:
        self._viewport, self._jumps = viewport, jumps
        self._search = Search(())
        self._sought_from: Place | None = None  # where one was when one began to type
        self._marks: list[tuple[int, int, int]] = []
        self._marked: dict[int, list[Mention]] = {}
        self._walked: Literal["marks", "matches"] = "marks"

    def show(self, article: Article) -> None:
        """Another article is shown."""
        self._search = Search(article.blocks)
        self._marks, self._marked, self._sought_from = [], {}, None

    def prepare(self, characters: int) -> bool:
        """Prepare about so many more characters for what may be sought; whether all is prepared."""
        return self._search.prepare(characters)

    # matches

    def find(self, words: str) -> int:
        """Mark every place where the words are and go to the first one from where one began to type.

        Returns the number of places.
        """
        if not words.strip():
            self.clear()
            return 0
        if self._sought_from is None:
            self._sought_from = self._viewport.place
            self._jumps.remember()
        count = self._search.look_for(words)
        self._walked = "matches"
        first = self._search.after(*self._sought_from)
        if first is not None:
            self._viewport.arrive(first.block, first.start, first.end)
        else:
            self._viewport.current = None
            self._viewport.draw_anew()
        return count

    def find_places(self, places: Sequence[Mention], first: Mention | None = None) -> None:
        """Mark places as if they had been searched for, and go to one of them, by default the first."""
        if self._viewport.article is None or not places:
            return
        self._search = FoundPlaces(self._viewport.article.blocks, places)
        self._walked = "matches"
        first = first or places[0]
        self._viewport.current = first
        self._jumps.go_to(first.block, first.start, first.end)

    def clear(self) -> None:
        """Forget what was searched for; the marked places are walked again."""
        self._search.look_for("")
        self._walked, self._sought_from, self._viewport.current = "marks", None, None
        self._viewport.draw_anew()

    @property
    def match(self) -> tuple[int, int]:
        """The number of the match that one is at, and how many there are."""
        current = self._viewport.current
        if self._walked != "matches" or current is None:
            return 0, self._search.count
        return self._search.number_of(current), self._search.count

    def step(self, step: int) -> tuple[int, int]:
        """Go to the next (1) or previous (-1) match; returns its number and how many there are."""
        block, start, end = self._here(step)
        search = self._search
        place = search.after(block, start + 1 if end > 0 else start) if step > 0 else search.before(block, start)
        if place is None:
            return 0, 0
        self._walked = "matches"
        self._sought_from = (place.block, place.start)
        self._jumps.go_to(place.block, place.start, place.end)
        return search.number_of(place), search.count

    # marked places

    def mark(self, places: Sequence[Mention]) -> None:
        """Mark places, those of the chosen source."""
        looks_otherwise = set(self._marked)
        self._marks = sorted((m.block, m.start, m.end) for m in places)
        self._marked = {}
        for block, start, end in self._marks:
            self._marked.setdefault(block, []).append(Mention(block, start, end))
        self._walked = "marks"
        current = self._viewport.current
        if current is not None:
            looks_otherwise.add(current.block)
        if not self._search.count:  # else the match that one is at stays the one to go on from
            self._viewport.current = None
        self._viewport.draw_blocks(looks_otherwise | self._marked.keys())

    def walk(self, step: int) -> None:
        """To the next (1) or previous (-1) match or marked place."""
        if self._walked == "matches" and self._search.count:
            self.step(step)
        elif self._marks:
            here = self._here(step)
            number = bisect_right(self._marks, here) if step > 0 else bisect_left(self._marks, here) - 1
            self._walked = "marks"
            self._jumps.go_to(*self._marks[number % len(self._marks)])

    def _here(self, step: int) -> tuple[int, int, int]:
        """Where one is: the current place while it is on the screen, else the screen's top."""
        current = self._viewport.current
        if current is not None and self._viewport.sees(current.block, current.start):
            return current.block, current.start, current.end if step > 0 else 0
        return (*self._viewport.place, -1)

    def overlays(self, piece: int, start: int, end: int) -> list[Overlay]:
        """What is laid over ``text[start:end]`` of a piece, and maybe more."""
        flow, current = self._viewport.flow, self._viewport.current
        block = piece - flow.first_block if flow is not None else -1
        if block < 0:
            return []
        overlays = [Overlay(m.start, m.end, "mark") for m in self._marked.get(block, ())]
        matches = self._search.in_block(block)
        for number in range(bisect_left(matches, start, key=lambda place: place[1]), len(matches)):
            if matches[number][0] >= end:
                break
            overlays.append(Overlay(*matches[number], "find"))
        if current is not None and current.block == block:
            role = "find-current" if self._walked == "matches" else "mark-current"
            overlays.append(Overlay(current.start, current.end, role))
        return overlays
