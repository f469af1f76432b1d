"""The article's fragment → blocks, by one direct walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.convert.blocks import data_tables, embeds, formulas, frames, listings
from tui.convert.blocks.walk_state import UNMARKED, Inline, Walk
from tui.convert.bounds import MAX_LEVELS
from tui.convert.links import article_address
from tui.model.article import Block, Caption, Frame, Span, SpanStyle

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCK_TAGS = frozenset(
    "html body main article section header footer aside nav div p ul ol dl dt dd li blockquote center address details "
    "summary fieldset form table thead tbody tfoot tr td th caption figure figcaption hgroup menu search dir".split()
)
SILENT_TAGS = frozenset(
    "head script style noscript template iframe object embed svg math button input select textarea label canvas audio "
    "video map datalist progress meter img picture source track link meta title dialog".split()
)
STYLES: dict[str, SpanStyle] = {
    "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "del": "strike", "s": "strike",
    "strike": "strike", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
BULLET = "•"
TICKED = ("checkbox", "radio")
KEPT_LINES = re.compile(r"white-space\s*:\s*(?:pre-wrap|pre-line|break-spaces)", re.I)
KEPT_LINES_NAME = "whitespace-pre"  # how utilities for styles begin their names for the same


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
    state = Walk(base, wanted=wanted, lead=True)
    for lead in leads:
        _element(state, lead)
        state.flush()
    state.lead = False
    for part in parts:
        _element(state, part)
        state.flush()
    if marks is not None:
        marks += state.marks
    return _with_jumps(state), tuple(state.captions), state.cut


def _element(state: Walk, element: HtmlElement) -> None:
    tag = element.tag
    reader = READERS.get(tag)
    if reader is None:
        if not isinstance(tag, str):
            state.marks.append((element, len(state.blocks) + bool(state.length)))
            return
        reader = _block if "-" in tag else _children
    if state.wanted and reader not in (_nothing, _embed):
        _note_id(state, element)
    if state.level >= MAX_LEVELS and reader is not _nothing:
        state.text_without_levels(element, BLOCK_TAGS | HEADINGS.keys(), SILENT_TAGS)
        return
    state.level += 1
    reader(state, element)
    state.level -= 1


def _nothing(state: Walk, element: HtmlElement) -> None:
    """What is not shown."""


def _block(state: Walk, element: HtmlElement) -> None:
    name = element.get("class")
    if name and frames.names_pulled(name) and frames.is_short(element) and not state.cell:
        pulled = UNMARKED["pullquote"]
        if pulled not in state.frames:
            _framed(state, element, pulled)
            return
    state.flush()
    if _keeps_lines(element):
        outer, state.lines = state.lines, True
        _children(state, element)
        state.lines = outer
    else:
        _children(state, element)
    state.flush()


def _keeps_lines(element: HtmlElement) -> bool:
    """Whether the ends of lines in an element's text are shown as such."""
    style, name = element.get("style"), element.get("class")
    return bool(style and KEPT_LINES.search(style)) or bool(name and KEPT_LINES_NAME in name)


def _line_break(state: Walk, element: HtmlElement) -> None:
    state.line_break()


def _rule(state: Walk, element: HtmlElement) -> None:
    state.flush()
    if not state.cell:
        state.add("rule", "")


def _quotation(state: Walk, element: HtmlElement) -> None:
    _framed(state, element, Frame("pullquote" if frames.is_pulled(element) else "quote"))


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
    _framed(state, element, frame)
    state.frames += reversed(nested)


def _reading(state: Walk, element: HtmlElement) -> None:
    """How the characters before it are read aloud: in brackets, since it cannot stand above them."""
    around = element.getparent()
    if around is not None and next(around.iter("rp"), None) is not None:
        _children(state, element)
        return
    state.text("(")
    _children(state, element)
    state.text(")")


def _quoted_words(state: Walk, element: HtmlElement) -> None:
    state.text("“")
    _children(state, element)
    state.text("”")


def _note_id(state: Walk, element: HtmlElement) -> None:
    """Remember an id that a link of the article leads to, for the block that comes next."""
    if state.wanted and (name := element.get("id") or element.get("name")) and name in state.wanted:
        if element.tag in BLOCK_TAGS or element.tag in HEADINGS:
            state.flush()
        state.ids.append(name)


def _children(state: Walk, element: HtmlElement) -> None:
    if state.cut:
        return
    text = state.text_in_lines if state.lines else state.text
    if element.text:
        text(element.text)
    for child in element:
        _element(state, child)
        if child.tail:
            text(child.tail)


def _styled(state: Walk, element: HtmlElement) -> None:
    _inlined(state, element, Inline(STYLES[element.tag]))


def _inlined(state: Walk, element: HtmlElement, inline: Inline) -> None:
    for outer in state.inlines:
        if outer.style == inline.style:
            _children(state, element)
            return
    state.inlines.append(inline)
    _children(state, element)
    state.inlines.remove(inline)
    state.close(inline)


def _link(state: Walk, element: HtmlElement) -> None:
    url = article_address(element.get("href"), state.base)
    if url:
        _inlined(state, element, Inline("link", url))
    else:
        _children(state, element)


def _heading(state: Walk, element: HtmlElement) -> None:
    state.flush()
    outer, state.heading = state.heading, HEADINGS[element.tag]
    _children(state, element)
    state.flush()
    state.heading = outer


def _framed(state: Walk, element: HtmlElement, frame: Frame) -> None:
    state.flush()
    depth = len(state.frames)
    state.frames.append(frame)
    _children(state, element)
    state.flush()
    del state.frames[depth:]


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
            _note_id(state, child)
            if state.cell:
                if begun:
                    state.next_in_cell()
                _children(state, child)
            elif state.wanted and frames.is_note(state, child):
                _framed(state, child, Frame("footnote", f"[{number}]" if ordered else BULLET))
            else:
                _framed(state, child, Frame("item", f"{frames.numeral(number, element)}." if ordered else BULLET))
            number += step
            begun = True
        elif begun and child.tag in ("ul", "ol"):
            state.flush()
            state.frames.append(UNMARKED["item"])
            _list(state, child)
            state.frames.pop()
        else:
            _element(state, child)
        if child.tail:
            state.text(child.tail)
    state.flush()


def _code(state: Walk, element: HtmlElement) -> None:
    if state.cell:
        _children(state, element)
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
        _styled(state, element)


def _formula(state: Walk, element: HtmlElement) -> None:
    tex = formulas.tex(element)
    if not tex or formulas.is_repeated(element):
        return
    displayed = formulas.is_displayed(element) and not state.cell
    if displayed:
        state.flush()
    inline = Inline("code")
    coded = any(outer.style == "code" for outer in state.inlines)
    if not coded:
        state.inlines.append(inline)
    state.text(tex)
    if not coded:
        state.inlines.remove(inline)
        state.close(inline)
    if displayed:
        state.flush()


def _label(state: Walk, element: HtmlElement) -> None:
    """The words beside a box to tick are an item's; those of other fields are none of the article's."""
    if any(e.get("type") in TICKED for e in element.iter("input")) or _ticks(element.getprevious()):
        _children(state, element)


def _ticks(element: HtmlElement | None) -> bool:
    return element is not None and element.tag == "input" and element.get("type") in TICKED


def _field(state: Walk, element: HtmlElement) -> None:
    """A box of a list of tasks, which a reader cannot tick, shows whether the task is done."""
    if element.get("type") == "checkbox" and element.get("disabled") is not None:
        state.text("☑ " if element.get("checked") is not None else "☐ ")


def _table(state: Walk, element: HtmlElement) -> None:
    listing = listings.of_table(element) if not state.cell else None
    if listing is not None:
        _add_code(state, listing, next(filter(None, map(listings.language, (element, *element.iter("pre")))), None))
        return
    if not data_tables.holds_data(element):
        _block(state, element)
        return
    state.flush()
    for caption in element.iterchildren("caption"):
        _children(state, caption)
        state.flush()
    state.cell = True
    for number, row in enumerate(data_tables.rows(element)):
        for column, cell in enumerate(row):
            if number or column:
                state.separate("\t" if column else "\n")
            state.fresh = True
            if cell is not None:
                _children(state, cell)
    state.cell = state.fresh = False
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
        _block(state, element)
        return
    if state.cell:
        state.later.append(element)
        return
    state.flush()
    text, credit, alt = (element.get(f"data-{name}") for name in ("caption", "credit", "alt"))
    index = len(state.captions)
    state.captions.append(
        Caption(text or "", credit, alt, element.get("data-image"), len(state.blocks), element.get("data-local"))
    )
    shown = "\n".join(part for part in (text or alt, credit) if part)
    state.add("figure", shown, caption=index)


def _embed(state: Walk, element: HtmlElement) -> None:
    """A player or a foreign page: a figure without a caption whose text is a link to it."""
    found = None if state.cell else embeds.link_of(element, state.base)
    if found:
        label, url = found
        state.flush()
        state.add("figure", label, spans=(Span(0, len(label), "link", url),))


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


READERS: dict[str, Callable[[Walk, HtmlElement], None]] = {
    **dict.fromkeys(BLOCK_TAGS, _block),
    **dict.fromkeys(SILENT_TAGS, _nothing),
    **dict.fromkeys(STYLES, _styled),
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(embeds.TAGS, _embed),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    "a": _link,
    "code": _code_words,
    "blockquote": _quotation,
    "br": _line_break,
    "dd": _definition,
    "dt": _term,
    "figure": _figure,
    "hr": _rule,
    "input": _field,
    "label": _label,
    "math": _formula,
    "pre": _code,
    "q": _quoted_words,
    "rt": _reading,
    "table": _table,
}
