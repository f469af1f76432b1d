"""The elements of a tree by their tags, found in one walk: a walk over a whole page costs as much as a rule does."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class ElementsByTag:
    """All elements of a tree as it was when they were filed; who changes it makes another.

    ``root``: that of the tree, which is one of them; ``all``: all of them, in the order of the page.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.all: list[HtmlElement] = list(root.iter("*"))
        self._filed: defaultdict[str, list[HtmlElement]] = defaultdict(list)
        filed = self._filed
        for element in self.all:
            filed[element.tag].append(element)

    def of(self, *tags: str) -> Sequence[HtmlElement]:
        """Those with one of the tags, in the order of the page."""
        held = tags if len(tags) == 1 else [tag for tag in tags if tag in self._filed]
        if len(held) < 2:
            return self._filed.get(held[0], ()) if held else ()
        return list(self.root.iter(*held))

    def each(self, *tags: str) -> Iterator[HtmlElement]:
        """The same tag after tag, which takes no walk over the page; what was taken out of it since is among them."""
        return chain.from_iterable(self._filed[tag] for tag in tags if tag in self._filed)
