"""The article's fragment → blocks, by one direct walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.blocks import data_tables, embeds
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
CODE_LANGUAGE = re.compile(
    r"(?:^|\s)(?:(?:language|lang|highlight-source)-|highlight-(?!source)|brush:\s?)([a-zA-Z][\w+#.-]{0,19})"
    r"|(?:^|\s)sourceCode\s+([\w+#.-]{1,20})"
)
CODE_NAMES = ("data-lang", "data-language", "lang")
CODE_LEVELS = 3  # elements around a listing that may name its language
LANGUAGE = re.compile(r"[a-zA-Z][\w+#.-]{0,19}\Z")
UNTOLD = frozenset("none plaintext plain text nohighlight auto default code wrapper".split())
NOTE = re.compile(r"foot-?note|end-?note|fu(?:ß|ss)note|references|\bnotes\b", re.I)
NOTE_LEVELS = 2  # elements around an item that may be called notes
NOTE_PARTS = 40  # elements of an item looked at
PULLED_LENGTH = 500  # characters of a pull quote at most; longer is what holds one
PULLED = re.compile(r"pull-?_?quote|pulled|quote-?box|zitat-?box|citation-?box", re.I)


def walk(
    parts: Sequence[HtmlElement], base: str | None, leads: Sequence[HtmlElement] = ()
) -> tuple[tuple[Block, ...], tuple[Caption, ...], bool]:
    """Blocks and captions of the article's parts, in order, and whether there was more than ``MAX_BLOCKS``.

    Link addresses are resolved against ``base``.
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
    return _with_jumps(state), tuple(state.captions), state.cut


def _element(state: Walk, element: HtmlElement) -> None:
    tag = element.tag
    reader = READERS.get(tag)
    if reader is None:
        if not isinstance(tag, str):
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
    if name and _names_pulled(name) and _is_short(element) and not state.cell:
        pulled = UNMARKED["pullquote"]
        if pulled not in state.frames:
            _framed(state, element, pulled)
            return
    state.flush()
    _children(state, element)
    state.flush()


def _line_break(state: Walk, element: HtmlElement) -> None:
    state.line_break()


def _rule(state: Walk, element: HtmlElement) -> None:
    state.flush()
    if not state.cell:
        state.add("rule", "")


def _quotation(state: Walk, element: HtmlElement) -> None:
    _framed(state, element, Frame("pullquote" if _is_pulled(element) else "quote"))


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
    if element.text:
        state.text(element.text)
    for child in element:
        _element(state, child)
        if child.tail:
            state.text(child.tail)


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
    number = _whole(element.get("start"), 1)
    begun = False
    for child in element:
        if child.tag == "li":
            number = _whole(child.get("value"), number)
            _note_id(state, child)
            if state.wanted and _is_note(state, child):
                _framed(state, child, Frame("footnote", f"[{number}]" if ordered else BULLET))
            else:
                _framed(state, child, Frame("item", f"{number}." if ordered else BULLET))
            number += 1
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


def _is_note(state: Walk, item: HtmlElement) -> bool:
    """Whether an item is a footnote: a link of the article leads to it, and it is called one or leads back."""
    parts = list(islice(item.iter("li", "p", "a", "span", "cite"), NOTE_PARTS))
    if state.wanted.isdisjoint({e.get("id") or e.get("name") for e in parts}):
        return False
    around = [item, *islice(item.iterancestors(), NOTE_LEVELS)]
    called = " ".join(e.get(name) or "" for e in around for name in ("class", "id", "role"))
    return bool(NOTE.search(called)) or any((e.get("href") or "").startswith("#") for e in parts)


def _whole(text: str | None, default: int) -> int:
    """A list's number; CommonMark knows at most nine digits and no negative ones."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 9 else default


def _code(state: Walk, element: HtmlElement) -> None:
    if state.cell:
        _children(state, element)
        return
    state.flush()
    for line_break in element.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    text = "".join(element.itertext()).strip("\n").rstrip()
    if text.strip():
        state.add("code", text, language=_language(element))


def _language(code: HtmlElement) -> str | None:
    """The language of a listing, as its element, those in it or the highlighter's around it name it."""
    around = [a for a in islice(code.iterancestors(), CODE_LEVELS) if a.tag in ("div", "figure")]
    own = [code, *code.iter("code")]
    stated = (e.get(name) or "" for e in own for name in CODE_NAMES)
    marked = (m.group(1) or m.group(2) for e in (*own, *around) if (m := CODE_LANGUAGE.search(e.get("class") or "")))
    return next((name for name in (*stated, *marked) if LANGUAGE.match(name) and name not in UNTOLD), None)


def _table(state: Walk, element: HtmlElement) -> None:
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


def _is_pulled(quotation: HtmlElement) -> bool:
    """Whether a quotation repeats the article's words for show."""
    around = quotation.getparent()
    names = f"{quotation.get('class') or ''} {around.get('class') or '' if around is not None else ''}"
    return bool(PULLED.search(names) or any(PULLED.search(e.get("class") or "") for e in quotation.iter("div", "p")))


@lru_cache(maxsize=4096)
def _names_pulled(name: str) -> bool:
    return PULLED.search(name) is not None


def _is_short(element: HtmlElement) -> bool:
    """Whether an element holds no more words than a pull quote, and no quotation of its own."""
    length = sum(map(len, islice(element.itertext(), PULLED_LENGTH)))
    return length <= PULLED_LENGTH and next(element.iter("blockquote", "figure"), None) is None


def _with_jumps(state: Walk) -> tuple[Block, ...]:
    """The blocks with every ``#id`` link led to the anchor of the block that holds it, or taken off."""
    from dataclasses import replace

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
    "blockquote": _quotation,
    "br": _line_break,
    "dd": _definition,
    "dt": _term,
    "figure": _figure,
    "hr": _rule,
    "pre": _code,
    "q": _quoted_words,
    "rt": _reading,
    "table": _table,
}
