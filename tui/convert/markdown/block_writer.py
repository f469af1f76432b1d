"""One block, without the frames around it, as CommonMark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.convert.markdown.emphasis import MARKED
from tui.convert.markdown.inlines import HEADING, PARAGRAPH, emphasised, image, inline
from tui.model.article import Block, Caption, SpanStyle

FENCES = re.compile(r"`{3,}")
RULE = "***"  # "- ---" would be one long rule, not a rule in a list
SET_IN: dict[str, SpanStyle] = {"pullquote": "emphasis", "term": "strong"}  # how frames set their paragraphs


def written(block: Block, captions: Sequence[Caption]) -> str:
    """The Markdown of a block that is no table, without the empty lines around it."""
    match block.kind:
        case "heading":
            return _heading(block)
        case "figure":
            return _figure(block, captions)
        case "code":
            return _code(block)
        case "rule":
            return RULE
        case _:
            return _paragraph(block)


def _anchor(block: Block) -> str:
    return f'<a id="{block.anchor}"></a>' if block.anchor else ""


def _paragraph(block: Block) -> str:
    style = _set_in(block) if block.within else None
    text = inline(block.text, block.spans, PARAGRAPH, begins=style is None)
    return (_anchor(block) + (emphasised(style, text) if style else text)).strip(" \t\r\n")


def _set_in(block: Block) -> SpanStyle | None:
    """The style that a block's frames give its words, where none of them has one: runs of asterisks that touch would be
    read another way."""
    if any(span.style in MARKED for span in block.spans):
        return None
    kinds = [frame.kind for frame in block.within]
    return next((style for kind, style in SET_IN.items() if kind in kinds), None)


def _heading(block: Block) -> str:
    text = (_anchor(block) + inline(block.text, block.spans, HEADING)).strip()
    return f"{'#' * block.level} {text[:-1]}\\#" if text.endswith("#") else f"{'#' * block.level} {text}"


def _figure(block: Block, captions: Sequence[Caption]) -> str:
    if block.caption is None:
        return inline(block.text, block.spans, PARAGRAPH).strip(" \t\r\n")
    caption = captions[block.caption]
    lines = [image(caption.image or caption.local or "", caption.alt or "")]
    if caption.text:
        lines.append(emphasised("emphasis", inline(caption.text, (), PARAGRAPH, begins=False)))
    if caption.credit:
        lines.append(inline(caption.credit, (), PARAGRAPH))
    return PARAGRAPH.line_break.join(lines).strip(" \t\r\n")


def _code(block: Block) -> str:
    text = block.text
    fence = "`" * (1 + max(map(len, FENCES.findall(text)), default=2))
    return f"{fence}{block.language or ''}\n{text}\n{fence}"
