"""Lists, quotations and tables → the clean fragment: a small, regular soup, from which their Markdown is made.

Its words are Markdown already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.convert.markdown import block_writer
from tui.convert.markdown.inlines import CELL, inline
from tui.convert.markdown.soup import DOCUMENT, Element
from tui.model.article import Block, Caption, Frame, Span

ITEMS = ("item", "definition", "footnote")
PIECE = 500  # outermost elements held at once: an element takes about a kilobyte

Nest = list[tuple[Frame, Element]]


def fragment(blocks: Iterable[Block], captions: Sequence[Caption]) -> Iterator[Element]:
    """The blocks as documents to be read one after the other, each of at most ``PIECE`` elements with all in them.

    ul/ol/li, blockquote and table with the Markdown of other blocks between them.
    """
    document = Element(DOCUMENT)
    nest: Nest = []
    for block in blocks:
        if nest or block.within:
            _settle(document, nest, block.within)
        if not nest and len(document.contents) >= PIECE:
            yield document
            document = Element(DOCUMENT)
        _add(nest[-1][1] if nest else document, block, captions)
    yield document


def _settle(document: Element, nest: Nest, within: Sequence[Frame]) -> None:
    """Close and open elements so that exactly the frames of ``within`` are open."""
    same = 0
    while same < len(within) and same < len(nest) and _continues(nest[same][0], within[same]):
        same += 1
    # A new item of the list that is open at this level stays in that list.
    joins = same < len(within) and same < len(nest) and _follows(nest[same][1], nest[same][0], within[same])
    if joins:
        around = nest[same][1].parent
        del nest[same:]
        nest.append((within[same], _item(around, within[same])))
        same += 1
    del nest[same:]
    for frame in within[same:]:
        nest.append((frame, _opened(nest[-1][1] if nest else document, frame)))


def _continues(old: Frame, new: Frame) -> bool:
    return old.kind == new.kind and not new.marker and new.kind != "definition"


def _follows(item: Element, old: Frame, new: Frame) -> bool:
    """Whether a new item belongs to the list of the item that is open; a number out of its order begins another."""
    name = _list(new)
    if not name or name != _list(old):
        return False
    return name == "ul" or str(item["value"]) == str(int(_number(new)) - 1)


def _number(frame: Frame) -> str:
    number = frame.marker.strip("[]().")
    return number if number.isdecimal() and len(number) < 10 else ""


def _list(frame: Frame) -> str:
    if frame.kind not in ITEMS:
        return ""
    return "ol" if _number(frame) else "ul"


def _item(around: Element, frame: Frame) -> Element:
    number = _number(frame)
    return around.open("li", value=number) if number else around.open("li")


def _opened(around: Element, frame: Frame) -> Element:
    """The element that a frame opens; a term's is the one around it."""
    if frame.kind == "term":
        return around
    if frame.kind in ("quote", "pullquote"):
        return around.open("blockquote")
    before = around.contents[-1] if around.contents else None
    # Two lists side by side would be read as one, but for the sign after their numbers.
    if _number(frame) and isinstance(before, Element) and before.name == "ol" and before["sign"] == ".":
        return _item(around.open("ol", sign=")"), frame)
    return _item(around.open("ol", sign=".") if _number(frame) else around.open("ul"), frame)


def _add(around: Element, block: Block, captions: Sequence[Caption]) -> None:
    if block.kind == "table":
        _table(around.open("table"), block)
    else:
        around.write(f"\n\n{block_writer.written(block, captions)}\n\n")


def _table(table: Element, block: Block) -> None:
    at = 0
    for number, row in enumerate(block.text.split("\n")):
        line = table.open("tr")
        for cell in row.split("\t"):
            end = at + len(cell)
            spans = [
                Span(max(s.start, at) - at, min(s.end, end) - at, s.style, s.url)
                for s in block.spans
                if s.start < end and s.end > at
            ]
            line.open("th" if block.header and number == 0 else "td").write(inline(cell, spans, CELL))
            at = end + 1
