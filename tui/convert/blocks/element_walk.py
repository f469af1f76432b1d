"""From an element to what reads its tag, and on to its children."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert.blocks import embeds, frames
from tui.convert.blocks.walk_state import UNMARKED, Walk
from tui.convert.bounds import MAX_LEVELS
from tui.convert.elements_by_tag import HEADINGS
from tui.model.article import Frame, Span

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEVELS = {tag: level for level, tag in enumerate(HEADINGS, 1)}
BLOCK_TAGS = frozenset(
    "html body main article section header footer aside nav div p ul ol dl dt dd li blockquote center address details "
    "summary fieldset form table thead tbody tfoot tr td th caption figure figcaption hgroup menu search dir".split()
)
SILENT_TAGS = frozenset(
    "head script style noscript template iframe object embed svg math button input select textarea label canvas audio "
    "video map datalist progress meter img picture source track link meta title dialog".split()
)
LINES = frozenset("p span a b strong em i h1 h2 h3 h4 h5 h6 dt figcaption".split())  # what holds words of a line
KEPT_LINES = re.compile(r"white-space\s*:\s*(?:pre(?:-wrap|-line)?|break-spaces)(?![\w-])", re.I)
KEPT_LINES_NAME = "whitespace-pre"  # how utilities for styles begin their names for the same


def walk_element(state: Walk, element: HtmlElement) -> None:
    tag = element.tag
    reader = state.readers.get(tag)
    if reader is None:
        if not isinstance(tag, str):
            state.marks.append((element, len(state.blocks) + bool(state.length)))
            return
        reader = block if "-" in tag and not _is_within_line(element) else children
    if state.wanted and reader not in (nothing, embed):
        note_id(state, element)
    if state.level >= MAX_LEVELS and reader is not nothing:
        state.text_without_levels(element, BLOCK_TAGS | LEVELS.keys(), SILENT_TAGS)
        return
    state.level += 1
    reader(state, element)
    state.level -= 1


def _is_within_line(element: HtmlElement) -> bool:
    """Whether an element of a site's own making stands among the words of a paragraph."""
    around = element.getparent()
    while around is not None and "-" in around.tag:
        around = around.getparent()
    return around is not None and around.tag in LINES


def children(state: Walk, element: HtmlElement) -> None:
    if state.cut:
        return
    add_text = state.text_in_lines if state.lines else state.text
    if text := element.text:
        add_text(text)
    if not len(element):  # a tenth of what it takes to ask for no children
        return
    for child in element:
        walk_element(state, child)
        if tail := child.tail:
            add_text(tail)


def block(state: Walk, element: HtmlElement) -> None:
    borne = element.keys()  # which takes as long as to ask for one: most blocks bear none
    name = element.get("class") if "class" in borne else None
    if name and frames.names_pulled(name) and frames.is_short(element) and not state.cell:
        pulled = UNMARKED["pullquote"]
        if pulled not in state.frames:
            framed(state, element, pulled)
            return
    state.flush()
    style = element.get("style") if "style" in borne else None
    if (style or name) and _keeps_lines(style, name):
        outer, state.lines = state.lines, True
        children(state, element)
        state.lines = outer
    else:
        children(state, element)
    state.flush()


def _keeps_lines(style: str | None, name: str | None) -> bool:
    """Whether the ends of lines in an element's text are shown as such, by its style and its class."""
    return bool(style and KEPT_LINES.search(style)) or bool(name and KEPT_LINES_NAME in name)


def framed(state: Walk, element: HtmlElement, frame: Frame) -> None:
    state.flush()
    depth = len(state.frames)
    state.frames.append(frame)
    children(state, element)
    state.flush()
    del state.frames[depth:]


def note_id(state: Walk, element: HtmlElement) -> None:
    """Remember an id that a link of the article leads to, for the block that comes next."""
    if state.wanted and (name := element.get("id") or element.get("name")) and name in state.wanted:
        if element.tag in BLOCK_TAGS or element.tag in HEADINGS:
            state.flush()
        state.ids.append(name)


def nothing(state: Walk, element: HtmlElement) -> None:
    """What is not shown."""


def embed(state: Walk, element: HtmlElement) -> None:
    """A player or a foreign page: a figure without a caption whose text is a link to it."""
    found = None if state.cell else embeds.link_of(element, state.base)
    if found:
        label, url = found
        state.flush()
        state.add("figure", label, spans=(Span(0, len(label), "link", url),))
