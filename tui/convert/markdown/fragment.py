"""Blocks → the clean fragment: the article as a small, regular soup, from which the Markdown is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.convert.markdown.emphasis import MARKED, settled
from tui.convert.markdown.soup import DOCUMENT, Element
from tui.model.article import Block, Caption, Frame, Span

TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "strike": "del",
    "superscript": "sup",
    "subscript": "sub",
    "link": "a",
}
ITEMS = ("item", "definition", "footnote")
PIECE = 500  # outermost elements held at once: an element takes about a kilobyte

Nest = list[tuple[Frame, Element]]


def fragment(blocks: Sequence[Block], captions: Sequence[Caption]) -> Iterator[Element]:
    """The article as documents to be read one after the other, each of at most ``PIECE`` elements with all in them.

    p, h1–h6, ul/ol/li, blockquote, pre, table, hr, and inline elements in them; no white space between.
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
    match block.kind:
        case "paragraph" | "lead":
            _paragraph(around.open("p"), block)
        case "heading":
            heading = around.open(f"h{block.level}")
            _anchor(heading, block)
            inline(heading, block.text, block.spans)
        case "figure":
            _figure(around.open("p"), block, captions)
        case "table":
            _table(around.open("table"), block)
        case "code":
            code = around.open("pre", language=block.language) if block.language else around.open("pre")
            code.literal(block.text)
        case "rule":
            around.open("hr")


def _anchor(element: Element, block: Block) -> None:
    if block.anchor:
        element.open("a", id=block.anchor)


def _paragraph(paragraph: Element, block: Block) -> None:
    _anchor(paragraph, block)
    # Runs of asterisks that touch would be read another way.
    if block.within and not any(s.style in MARKED for s in block.spans):
        kinds = [f.kind for f in block.within]
        if "pullquote" in kinds:
            paragraph = paragraph.open("em")
        elif "term" in kinds:
            paragraph = paragraph.open("strong")
    inline(paragraph, block.text, block.spans)


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
            inline(line.open("th" if block.header and number == 0 else "td"), cell, spans)
            at = end + 1


def _figure(paragraph: Element, block: Block, captions: Sequence[Caption]) -> None:
    if block.caption is None:
        inline(paragraph, block.text, block.spans)
        return
    caption = captions[block.caption]
    paragraph.open("img", src=caption.image or caption.local or "", alt=caption.alt or "")
    if caption.text:
        paragraph.open("br")
        paragraph.open("em").literal(caption.text)
    if caption.credit:
        paragraph.open("br")
        paragraph.literal(caption.credit)


def inline(element: Element, text: str, spans: Iterable[Span]) -> None:
    """Fill an element with text and its spans as well-nested elements; a span that would cross another ends there."""
    if not spans:
        element.write(text)
        return
    around = [element]
    ends: list[int] = []
    at = 0
    for span in settled(text, spans):
        while ends and ends[-1] <= span.start:
            around.pop().write(text[at : ends[-1]])
            at = ends.pop()
        around[-1].write(text[at : span.start])
        at = span.start
        opened = (
            around[-1].open("a", href=span.url or "") if span.style == "link" else around[-1].open(TAGS[span.style])
        )
        around.append(opened)
        ends.append(span.end)
    while ends:
        around.pop().write(text[at : ends[-1]])
        at = ends.pop()
    element.write(text[at:])
