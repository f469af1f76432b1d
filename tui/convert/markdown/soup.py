"""A soup built element by element, without markup or parser: BeautifulSoup's tree to its readers, made cheaply."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any


class Deferred(ModuleType):
    """Stands for a module that is imported when something of it is first asked for."""

    def __getattr__(self, name: str) -> Any:
        sys.modules.pop(self.__name__, None)
        module = importlib.import_module(self.__name__)
        self.__dict__.update(vars(module))
        return getattr(module, name)


# BeautifulSoup imports its selector engine, which takes thrice as long as all the rest of it, for ``select`` alone, and
# what tells encodings, which takes as long as that rest, for markup in bytes.
for _name in ("soupsieve", "chardet"):
    sys.modules.setdefault(_name, Deferred(_name))

from bs4.element import NavigableString, PageElement, Tag  # noqa: E402 - it stands behind that line

if TYPE_CHECKING:
    from typing import Self

DOCUMENT = "[document]"  # BeautifulSoup's name for what holds the outermost elements


class Words(NavigableString):
    """A run of text in an element."""

    parent: Any = None
    next_sibling: Any = None
    previous_sibling: Any = None
    next_element = previous_element = None

    def __new__(cls, text: str) -> Self:
        return str.__new__(cls, text)


class Element(Tag):
    """An element that is filled from its beginning to its end; it knows its parent, siblings and contents."""

    parser_class = namespace = prefix = sourceline = sourcepos = None
    can_be_empty_element = cdata_list_attributes = preserve_whitespace_tags = None
    known_xml = hidden = False
    parent: Any = None
    next_sibling: Any = None
    previous_sibling: Any = None
    next_element = previous_element = None
    interesting_string_types: Any = frozenset((Words,))

    def __init__(self, name: str, **attributes: str) -> None:
        self.name = name
        self.attrs: Any = attributes
        self.contents: list[PageElement] = []

    def open(self, name: str, **attributes: str) -> Element:
        """A new element at this one's end."""
        element = Element(name, **attributes)
        self._add(element)
        return element

    def write(self, text: str) -> None:
        """Text at this element's end."""
        if text:
            self._add(Words(text))

    def let_go(self) -> None:
        """Part with all below, once it was read: nodes refer to each other, and would wait for a collection."""
        for child in self.contents:
            child.next_sibling = None
            if isinstance(child, Element):
                child.let_go()
        self.contents.clear()

    def _add(self, node: Element | Words) -> None:
        node.parent = self
        contents = self.contents
        if contents:
            before = node.previous_sibling = contents[-1]
            before.next_sibling = node
        contents.append(node)

    @property
    def descendants(self) -> Iterator[PageElement]:
        """All below this element in the order of the text; BeautifulSoup follows a chain that is not laid here."""
        for child in self.contents:
            yield child
            if isinstance(child, Element):
                yield from child.descendants
