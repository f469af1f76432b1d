"""Places that were found by other means than a search in the article, walked like those of one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.flow.text_search import Search
from tui.model.article import Block, Mention


class FoundPlaces(Search):
    """The places given, until something else is searched for."""

    def __init__(self, blocks: Sequence[Block], places: Sequence[Mention]) -> None:
        super().__init__(blocks)
        self._places = sorted(places, key=_where)
        self._in_blocks: dict[int, list[tuple[int, int]]] = {}
        for place in self._places:
            self._in_blocks.setdefault(place.block, []).append((place.start, place.end))

    def look_for(self, words: str) -> int:
        self._places, self._in_blocks = [], {}
        return super().look_for(words)

    @property
    def count(self) -> int:
        return len(self._places) or super().count

    def in_block(self, block: int) -> list[tuple[int, int]]:
        return self._in_blocks.get(block, []) if self._places else super().in_block(block)

    def number_of(self, place: Mention) -> int:
        return bisect_left(self._places, _where(place), key=_where) + 1 if self._places else super().number_of(place)

    def after(self, block: int, offset: int) -> Mention | None:
        if not self._places:
            return super().after(block, offset)
        at = bisect_left(self._places, (block, offset), key=_where)
        return self._places[at % len(self._places)]

    def before(self, block: int, offset: int) -> Mention | None:
        if not self._places:
            return super().before(block, offset)
        return self._places[bisect_left(self._places, (block, offset), key=_where) - 1]


def _where(place: Mention) -> tuple[int, int]:
    return place.block, place.start
