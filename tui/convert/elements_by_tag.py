"""The elements of a tree by their tags, found in one walk: a walk over a whole page costs as much as a rule does."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement


class ElementsByTag:
    """All elements of a tree as it was when they were filed; who changes it makes another.

    ``root``: that of the tree, which is one of them; ``all``: they in the order of the page.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.all: list[HtmlElement] = list(root.iter("*"))
        self._places: defaultdict[str, list[int]] = defaultdict(list)  # in ``all``, by tag
        for place, element in enumerate(self.all):
            self._places[element.tag].append(place)

    def of(self, *tags: str) -> Sequence[HtmlElement]:
        """Those with one of the tags, in the order of the page."""
        filed = [self._places[tag] for tag in tags if tag in self._places]
        places = filed[0] if len(filed) == 1 else sorted(chain.from_iterable(filed))
        return list(map(self.all.__getitem__, places))
