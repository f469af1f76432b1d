"""The clean fragment → CommonMark with tables, by markdownify.

markdownify's own tree walk is replaced by a plainer one: the fragment holds no stray white space, and its words are
Markdown already.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from tui.convert.markdown.fragment import fragment
from tui.convert.markdown.soup import Words  # first, for what it leaves out of BeautifulSoup
from tui.model.article import Block, Caption

# isort: split
from markdownify import MarkdownConverter

CELLS = frozenset(("td", "th"))
NOWHERE: frozenset[str] = frozenset()


def written(blocks: Iterable[Block], captions: Sequence[Caption]) -> list[str]:
    """The Markdown of blocks in frames and of tables, in parts between which a line is left empty."""
    parts: list[str] = []
    for document in fragment(blocks, captions):
        parts.append(CONVERTER.convert_soup(document).strip("\n"))
        document.let_go()
    return parts


@cache
def _inside(outside: frozenset[str], name: str) -> frozenset[str]:
    """The names around what an element holds, with markdownify's mark for a line's."""
    names = outside | {name}
    return names | {"_inline"} if name in CELLS else names


class Converter(MarkdownConverter):
    """markdownify for fragments."""

    def process_tag(self, node: Any, parent_tags: Any = None) -> str:
        outside = parent_tags or NOWHERE
        name = node.name
        inside = _inside(outside, name)
        parts: list[str] = []
        for child in node.contents:
            text = str(child) if child.__class__ is Words else self.process_tag(child, inside)
            if text:
                parts.append(_joined(parts, text) if parts and text[0] == "\n" else text)
        convert = self.get_conv_fn_cached(name)  # type: ignore[attr-defined]
        text = "".join(parts)
        return convert(node, text, parent_tags=outside) if convert else text

    def convert_li(self, el: Any, text: str, parent_tags: Any) -> str:
        text = text.strip()
        bullet = f"{el['value']}{el.parent['sign']} " if el.get("value") else "- "
        indent = " " * len(bullet)
        lines = text.split("\n")
        return "\n".join([bullet + lines[0], *(indent + line if line else "" for line in lines[1:])]) + "\n"


CONVERTER = Converter()


def _joined(parts: list[str], text: str) -> str:
    """``text`` with as many newlines before it as it and what stands before ask for, two at most."""
    before = parts[-1].rstrip("\n")
    own = len(text) - len(text.lstrip("\n"))
    wanted = min(2, max(len(parts[-1]) - len(before), own))
    parts[-1] = before
    return "\n" * wanted + text[own:]
