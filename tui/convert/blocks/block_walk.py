"""The article's fragment → blocks, by one direct walk; lists, tables, listings and figures, which make blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.convert.blocks import data_tables, element_walk, embeds, frames, inline_elements, listings
from tui.convert.blocks.walk_state import UNMARKED, Reader, Walk
from tui.convert.elements_by_tag import HEADINGS
from tui.model.article import Block, Caption, Frame, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BULLET = "•"


def walk(
    parts: Sequence[HtmlElement],
    base: str | None,
    leads: Sequence[HtmlElement] = (),
    marks: list[tuple[HtmlElement, int]] | None = None,
) -> tuple[tuple[Block, ...], tuple[Caption, ...], bool]:
    """Blocks and captions of the article's parts, in order, and whether there was more than ``MAX_BLOCKS``.

    Link addresses are resolved against ``base``.  ``marks`` are given the comments in the parts, each with the number
    of blocks before it: one in a block's text stands after the block.
    """
    wanted = frozenset(
        href[1:] for part in parts for a in part.iter("a") if (href := a.get("href") or "").startswith("#") and href[1:]
    )
    state = Walk(base, READERS, wanted=wanted, lead=True)
    for lead in leads:
        element_walk.walk_element(state, lead)
        state.flush()
    state.lead = False
    for part in parts:
        element_walk.walk_element(state, part)
        state.flush()
    if marks is not None:
        marks += state.marks
    return _with_jumps(state), tuple(state.captions), state.cut


def _rule(state: Walk, element: HtmlElement) -> None:
    state.flush()
    if not state.cell:
        state.add("rule", "")


def _quotation(state: Walk, element: HtmlElement) -> None:
    element_walk.framed(state, element, Frame("pullquote" if frames.is_pulled(element) else "quote"))


def _term(state: Walk, element: HtmlElement) -> None:
    _described(state, element, Frame("term"))


def _definition(state: Walk, element: HtmlElement) -> None:
    _described(state, element, Frame("definition"))


def _described(state: Walk, element: HtmlElement, frame: Frame) -> None:
    """A term or a definition; the parser nests those that the page does not close."""
    state.flush()
    around = element.getparent()
    nested: list[Frame] = []
    while state.frames and state.frames[-1].kind in ("term", "definition") and around is not None:
        if around.tag not in ("dt", "dd"):
            break
        nested.append(state.frames.pop())
        around = around.getparent()
    element_walk.framed(state, element, frame)
    state.frames += reversed(nested)


def _heading(state: Walk, element: HtmlElement) -> None:
    state.flush()
    outer, state.heading = state.heading, element_walk.LEVELS[element.tag]
    element_walk.children(state, element)
    state.flush()
    state.heading = outer


def _list(state: Walk, element: HtmlElement) -> None:
    state.flush()
    ordered = element.tag == "ol"
    if element.text:
        state.text(element.text)
    step = -1 if element.get("reversed") is not None else 1
    number = frames.whole(element.get("start"), 1 if step > 0 else sum(child.tag == "li" for child in element))
    begun = False
    for child in element:
        if child.tag == "li":
            number = frames.whole(child.get("value"), number)
            element_walk.note_id(state, child)
            if state.cell:
                if begun:
                    state.next_in_cell()
                element_walk.children(state, child)
            elif state.wanted and frames.is_note(state, child):
                element_walk.framed(state, child, Frame("footnote", f"[{number}]" if ordered else BULLET))
            else:
                element_walk.framed(
                    state, child, Frame("item", f"{frames.numeral(number, element)}." if ordered else BULLET)
                )
            number += step
            begun = True
        elif begun and child.tag in ("ul", "ol"):
            state.flush()
            state.frames.append(UNMARKED["item"])
            _list(state, child)
            state.frames.pop()
        else:
            element_walk.walk_element(state, child)
        if child.tail:
            state.text(child.tail)
    state.flush()


def _code(state: Walk, element: HtmlElement) -> None:
    if state.cell:
        element_walk.children(state, element)
        return
    _add_code(state, listings.text(element), listings.language(element))


def _add_code(state: Walk, text: str, language: str | None) -> None:
    state.flush()
    if text.strip():
        state.add("code", text, language=language)


def _code_words(state: Walk, element: HtmlElement) -> None:
    """Words set as code; several lines of them that are all of a paragraph are a listing."""
    if not state.cell and listings.stands_alone(element):
        _add_code(state, listings.text(element), listings.language(element))
    else:
        inline_elements.styled(state, element)


def _table(state: Walk, element: HtmlElement) -> None:
    listing = listings.of_table(element) if not state.cell else None
    if listing is not None:
        _add_code(state, listing, next(filter(None, map(listings.language, (element, *element.iter("pre")))), None))
        return
    if not data_tables.holds_data(element):
        element_walk.block(state, element)
        return
    state.flush()
    for caption in element.iterchildren("caption"):
        element_walk.children(state, caption)
        state.flush()
    state.cell = True
    for number, row in enumerate(data_tables.rows(element)):
        for column, cell in enumerate(row):
            if number or column:
                state.separate("\t" if column else "\n")
            state.fresh = True
            state.parts = cell is not None and cell.tag == "td"
            if cell is not None:
                element_walk.children(state, cell)
    state.cell = state.fresh = state.parts = state.broken = False
    spans = state.settled_spans()
    text = "".join(state.pieces)
    state.pieces, state.length, state.spans, state.space = [], 0, [], ""
    if text.strip():
        state.add("table", text, spans=spans, header=data_tables.has_header(element))
    pictures, state.later = state.later, []
    for picture in pictures:
        _figure(state, picture)


def _figure(state: Walk, element: HtmlElement) -> None:
    if len(element) or element.text:
        element_walk.block(state, element)
        return
    if state.cell:
        state.later.append(element)
        return
    state.flush()
    text, credit, alt = element.get("data-caption"), element.get("data-credit"), element.get("data-alt")
    index = len(state.captions)
    state.captions.append(
        Caption(text or "", credit, alt, element.get("data-image"), len(state.blocks), element.get("data-local"))
    )
    shown = "\n".join(filter(None, (text or alt, credit)))
    state.add("figure", shown, caption=index)


def _with_jumps(state: Walk) -> tuple[Block, ...]:
    """The blocks with every ``#id`` link led to the anchor of the block that holds it, or taken off."""
    if not state.wanted:
        return tuple(state.blocks)

    def span(s: Span) -> Span | None:
        if not (s.url or "").startswith("#"):
            return s
        anchor = state.anchors.get((s.url or "")[1:])
        return Span(s.start, s.end, s.style, f"#{anchor}") if anchor else None

    return tuple(
        replace(b, spans=tuple(s for old in b.spans if (s := span(old)))) if b.spans else b for b in state.blocks
    )


READERS: dict[str, Reader] = {
    **dict.fromkeys(element_walk.BLOCK_TAGS, element_walk.block),
    **dict.fromkeys(element_walk.SILENT_TAGS, element_walk.nothing),
    **dict.fromkeys(inline_elements.STYLES, inline_elements.styled),
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(embeds.TAGS, element_walk.embed),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    "a": inline_elements.link,
    "code": _code_words,
    "blockquote": _quotation,
    "br": inline_elements.line_break,
    "dd": _definition,
    "dt": _term,
    "figure": _figure,
    "hr": _rule,
    "input": inline_elements.field,
    "label": inline_elements.label,
    "math": inline_elements.formula,
    "pre": _code,
    "q": inline_elements.quoted_words,
    "rt": inline_elements.reading,
    "span": inline_elements.span,
    "table": _table,
}
