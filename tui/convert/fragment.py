"""Blocks → the clean fragment: the article as small, regular HTML, from which the Markdown is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from tui.article import Block, Caption, Frame, Span

TAGS = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "strike": "del",
    "superscript": "sup",
    "subscript": "sub",
    "link": "a",
}


def fragment(blocks: Sequence[Block], captions: Sequence[Caption]) -> str:
    """The article as HTML: p, h1–h6, ul/ol/li, blockquote, pre, table, hr, and inline elements in them."""
    out: list[str] = []
    open_frames: list[tuple[Frame, str]] = []
    for block in blocks:
        _frames(out, open_frames, block.within)
        out.append(_block(block, captions))
    _frames(out, open_frames, ())
    return "".join(out)


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
        frame, closing = open_frames.pop()
        out.append("</li><li>")
        open_frames.append((within[same], closing))
        same += 1
    for frame in within[same:]:
        opening, closing = _element(frame)
        out.append(opening)
        open_frames.append((frame, closing))


def _continues(old: Frame, new: Frame) -> bool:
    return old.kind == new.kind and not new.marker


def _list(frame: Frame) -> str:
    if frame.kind not in ("item", "definition", "footnote"):
        return ""
    return "ol" if frame.marker.strip("[]().").isdecimal() else "ul"


def _element(frame: Frame) -> tuple[str, str]:
    if frame.kind in ("quote", "pullquote"):
        return "<blockquote>", "</blockquote>"
    if frame.kind == "term":
        return "<div>", "</div>"
    if _list(frame) == "ol":
        return f'<ol start="{frame.marker.strip("[]().")}"><li>', "</li></ol>"
    return "<ul><li>", "</li></ul>"


def _block(block: Block, captions: Sequence[Caption]) -> str:
    anchor = f'<a id="{escape(block.anchor)}"></a>' if block.anchor else ""
    match block.kind:
        case "rule":
            return "<hr>"
        case "code":
            language = f' class="language-{escape(block.language)}"' if block.language else ""
            return f"<pre><code{language}>{escape(block.text)}</code></pre>"
        case "table":
            return _table(block)
        case "figure":
            return _figure(block, captions)
        case "heading":
            return f"<h{block.level}>{anchor}{inline(block.text, block.spans)}</h{block.level}>"
    text = inline(block.text, block.spans)
    if any(f.kind == "pullquote" for f in block.within) and not any(s.style == "emphasis" for s in block.spans):
        text = f"<em>{text}</em>"
    if any(f.kind == "term" for f in block.within) and not any(s.style == "strong" for s in block.spans):
        text = f"<strong>{text}</strong>"
    return f"<p>{anchor}{text}</p>"


def _table(block: Block) -> str:
    rows = [row.split("\t") for row in block.text.split("\n")]
    head = "th" if block.header else "td"
    lines = [
        "".join(f"<{head if n == 0 else 'td'}>{escape(cell)}</{head if n == 0 else 'td'}>" for cell in row)
        for n, row in enumerate(rows)
    ]
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _figure(block: Block, captions: Sequence[Caption]) -> str:
    if block.caption is None:
        return f"<p>{inline(block.text, block.spans)}</p>"
    caption = captions[block.caption]
    source = caption.image or caption.local or ""
    said = f"<br><em>{escape(caption.text)}</em>" if caption.text else ""
    credit = f"{' ' if said else '<br>'}{escape(caption.credit)}" if caption.credit else ""
    return f'<p><img src="{escape(source)}" alt="{escape(caption.alt or "")}">{said}{credit}</p>'


def inline(text: str, spans: Iterable[Span]) -> str:
    """Text with its spans as well-nested inline elements; a span that would cross another ends there."""
    out: list[str] = []
    stack: list[Span] = []
    at = 0

    def write(upto: int) -> None:
        nonlocal at
        out.append(escape(text[at:upto], quote=False).replace("\n", "<br>"))
        at = upto

    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while stack and stack[-1].end <= span.start:
            closed = stack.pop()
            write(closed.end)
            out.append(f"</{TAGS[closed.style]}>")
        if stack and span.end > stack[-1].end:
            span = Span(span.start, stack[-1].end, span.style, span.url)
        if span.start >= span.end:
            continue
        write(span.start)
        out.append(f'<a href="{escape(span.url or "")}">' if span.style == "link" else f"<{TAGS[span.style]}>")
        stack.append(span)
    while stack:
        closed = stack.pop()
        write(closed.end)
        out.append(f"</{TAGS[closed.style]}>")
    write(len(text))
    return "".join(out)
