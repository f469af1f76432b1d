"""The elements of a tree by their tags, found in one walk: a walk over a whole page costs as much as a rule does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement


class ElementsByTag:
    """All elements of a tree as it was when they were filed; who changes it makes another.

    ``root``: that of the tree, which is one of them.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._all: list[HtmlElement] = list(root.iter("*"))
        self._by_tag: dict[str, list[HtmlElement]] = {}
        for element in self._all:
            tag = element.tag
            if tag in self._by_tag:
                self._by_tag[tag].append(element)
            else:
                self._by_tag[tag] = [element]

    def of(self, *tags: str) -> Sequence[HtmlElement]:
        """Those with one of the tags, in the order of the page."""
        if len(tags) == 1:
            return self._by_tag.get(tags[0], ())
        filed = [tag for tag in tags if tag in self._by_tag]
        if len(filed) < 2:
            return self._by_tag[filed[0]] if filed else ()
        wanted = frozenset(filed)
        return [element for element in self._all if element.tag in wanted]
