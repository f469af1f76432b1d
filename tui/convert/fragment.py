"""Blocks → the clean fragment: the article as small, regular HTML, from which the Markdown is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tui.article import Block, Caption, Frame, Span
from tui.convert.emphasis import MARKED, settled

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


def fragment(blocks: Sequence[Block], captions: Sequence[Caption]) -> list[str]:
    """The article as HTML, in pieces that can be read apart: each opens and closes all its elements.

    p, h1–h6, ul/ol/li, blockquote, pre, table, hr, and inline elements in them; no white space between.
    """
    pieces: list[str] = []
    out: list[str] = []
    open_frames: list[tuple[Frame, str]] = []
    for block in blocks:
        _frames(out, open_frames, block.within)
        if out and not open_frames:
            pieces.append("".join(out))
            out = []
        out.append(_block(block, captions))
    _frames(out, open_frames, ())
    return [*pieces, "".join(out)]


def _frames(out: list[str], open_frames: list[tuple[Frame, str]], within: Sequence[Frame]) -> None:
    """Close and open elements so that exactly the frames of ``within`` are open."""
    same = 0
    while same < len(within) and same < len(open_frames) and _continues(open_frames[same][0], within[same]):
        same += 1
    # A new item of the list that is open at this level stays in that list.
    joins = same < len(within) and same < len(open_frames) and _list(open_frames[same][0]) == _list(within[same]) != ""
    while len(open_frames) > same + joins:
        out.append(open_frames.pop()[1])
    if joins:
        _, closing = open_frames.pop()
        out.append("</li>" + _item(within[same]))
        open_frames.append((within[same], closing))
        same += 1
    for frame in within[same:]:
        opening, closing = _element(frame)
        out.append(opening)
        open_frames.append((frame, closing))


def _continues(old: Frame, new: Frame) -> bool:
    return old.kind == new.kind and not new.marker and new.kind != "definition"


def _number(frame: Frame) -> str:
    number = frame.marker.strip("[]().")
    return number if number.isdecimal() and len(number) < 10 else ""


def _list(frame: Frame) -> str:
    if frame.kind not in ITEMS:
        return ""
    return "ol" if _number(frame) else "ul"


def _item(frame: Frame) -> str:
    return f'<li value="{_number(frame)}">' if _number(frame) else "<li>"


def _element(frame: Frame) -> tuple[str, str]:
    if frame.kind in ("quote", "pullquote"):
        return "<blockquote>", "</blockquote>"
    if frame.kind == "term":
        return "", ""
    name = _list(frame)
    return f"<{name}>{_item(frame)}", f"</li></{name}>"


def _block(block: Block, captions: Sequence[Caption]) -> str:
    anchor = f'<a id="{escape(block.anchor)}"></a>' if block.anchor else ""
    match block.kind:
        case "rule":
            return "<hr>"
        case "code":
            language = f' data-language="{escape(block.language)}"' if block.language else ""
            return f"<pre{language}>\n{escape(block.text)}</pre>"
        case "table":
            return _table(block)
        case "figure":
            return _figure(block, captions)
        case "heading":
            return f"<h{block.level}>{anchor}{inline(block.text, block.spans)}</h{block.level}>"
    text = inline(block.text, block.spans)
    kinds = [f.kind for f in block.within]
    if any(s.style in MARKED for s in block.spans):
        return f"<p>{anchor}{text}</p>"  # runs of asterisks that touch would be read another way
    if "pullquote" in kinds:
        text = f"<em>{text}</em>"
    elif "term" in kinds:
        text = f"<strong>{text}</strong>"
    return f"<p>{anchor}{text}</p>"


def _table(block: Block) -> str:
    rows = []
    at = 0
    for number, row in enumerate(block.text.split("\n")):
        tag = "th" if block.header and number == 0 else "td"
        cells = []
        for cell in row.split("\t"):
            end = at + len(cell)
            spans = [
                Span(max(s.start, at) - at, min(s.end, end) - at, s.style, s.url)
                for s in block.spans
                if s.start < end and s.end > at
            ]
            cells.append(f"<{tag}>{inline(cell, spans)}</{tag}>")
            at = end + 1
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _figure(block: Block, captions: Sequence[Caption]) -> str:
    if block.caption is None:
        return f"<p>{inline(block.text, block.spans)}</p>"
    caption = captions[block.caption]
    image = f'<img src="{escape(caption.image or caption.local or "")}" alt="{escape(caption.alt or "")}">'
    said = f"<br><em>{escape(caption.text)}</em>" if caption.text else ""
    credit = f"<br>{escape(caption.credit)}" if caption.credit else ""
    return f"<p>{image}{said}{credit}</p>"


def inline(text: str, spans: Iterable[Span]) -> str:
    """Text with its spans as well-nested inline elements; a span that would cross another ends there."""
    if not spans:
        return escape(text, quote=False).replace("\n", "<br>")
    out: list[str] = []
    stack: list[Span] = []
    at = 0

    def write(upto: int) -> None:
        nonlocal at
        out.append(escape(text[at:upto], quote=False).replace("\n", "<br>"))
        at = upto

    def close(upto: int) -> None:
        while stack and stack[-1].end <= upto:
            closed = stack.pop()
            write(closed.end)
            out.append(f"</{TAGS[closed.style]}>")

    for span in settled(text, spans):
        close(span.start)
        write(span.start)
        out.append(f'<a href="{escape(span.url or "")}">' if span.style == "link" else f"<{TAGS[span.style]}>")
        stack.append(span)
    close(len(text))
    write(len(text))
    return "".join(out)
