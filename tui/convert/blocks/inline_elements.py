"""Elements whose words stand within a block: styles, links, formulas, what a field shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.blocks import element_walk, formulas
from tui.convert.blocks.walk_state import Inline, Walk
from tui.convert.links import NOWHERE, article_address, marks_place
from tui.model.article import SpanStyle

if TYPE_CHECKING:
    from lxml.html import HtmlElement

STYLES: dict[str, SpanStyle] = {
    "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis",
    "var": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "del": "strike", "s": "strike",
    "strike": "strike", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
BLOCK_STYLE = re.compile(r"display\s*:\s*block", re.I)
LINE_WORDS = 2  # of two spans that stand side by side without a space, from which they may be lines
LINE_ENDS = ",.;:!?…—”"
LINE_NAMES = frozenset("line verse vers lyric poem-line verse-line".split())
TICKED = ("checkbox", "radio")


def line_break(state: Walk, element: HtmlElement) -> None:
    state.line_break()


def span(state: Walk, element: HtmlElement) -> None:
    """Words of a line; one that is set as a block is a line of its own, as is one of several that no space parts."""
    if _is_line(element):
        state.line_end()
        element_walk.children(state, element)
        state.line_end()
    else:
        element_walk.children(state, element)


def _is_line(element: HtmlElement) -> bool:
    style, name = element.get("style"), element.get("class")
    if style and BLOCK_STYLE.search(style):
        return True
    before = element.getprevious() if name else None
    if before is None or before.tag != "span" or before.get("class") != name or (before.tail or "").strip():
        return False
    return not LINE_NAMES.isdisjoint(name.lower().split()) or (not before.tail and _is_parted(before, element))


def _is_parted(before: HtmlElement, element: HtmlElement) -> bool:
    """Whether two elements hold several words each, which no space parts although a line or a word ends there: editors
    cut runs of words anywhere else."""
    first, second = element_text.text(before), element_text.text(element)
    if min(len(first.split()), len(second.split())) < LINE_WORDS:
        return False
    ended = first[-1] in LINE_ENDS and second[0].isalpha()
    return ended or (first[-1].islower() and second[0].isupper())


def styled(state: Walk, element: HtmlElement) -> None:
    _inlined(state, element, Inline(STYLES[element.tag]))


def _inlined(state: Walk, element: HtmlElement, inline: Inline) -> None:
    for outer in state.inlines:
        if outer.style == inline.style:
            element_walk.children(state, element)
            return
    state.inlines.append(inline)
    element_walk.children(state, element)
    state.inlines.remove(inline)
    state.close(inline)


def link(state: Walk, element: HtmlElement) -> None:
    target = element.get("href")
    if target and target[0] == "#" and marks_place(element):
        return
    url = article_address(target, state.base or NOWHERE)
    if url:
        _inlined(state, element, Inline("link", url))
    else:
        element_walk.children(state, element)


def quoted_words(state: Walk, element: HtmlElement) -> None:
    state.text("“")
    element_walk.children(state, element)
    state.text("”")


def reading(state: Walk, element: HtmlElement) -> None:
    """How the characters before it are read aloud: in brackets, since it cannot stand above them."""
    around = element.getparent()
    if around is not None and next(around.iter("rp"), None) is not None:
        element_walk.children(state, element)
        return
    state.text("(")
    element_walk.children(state, element)
    state.text(")")


def formula(state: Walk, element: HtmlElement) -> None:
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


def label(state: Walk, element: HtmlElement) -> None:
    """The words beside a box to tick are an item's; those of other fields are none of the article's."""
    if any(e.get("type") in TICKED for e in element.iter("input")) or _ticks(element.getprevious()):
        element_walk.children(state, element)


def _ticks(element: HtmlElement | None) -> bool:
    return element is not None and element.tag == "input" and element.get("type") in TICKED


def field(state: Walk, element: HtmlElement) -> None:
    """A box of a list of tasks, which a reader cannot tick, shows whether the task is done."""
    if element.get("type") == "checkbox" and element.get("disabled") is not None:
        state.text("☑ " if element.get("checked") is not None else "☐ ")
