"""The article's fragment → blocks, by one direct walk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from tui.article import Block, BlockKind, Caption, Frame, FrameKind, Span, SpanStyle
from tui.convert import embeds, tables
from tui.convert.limits import MAX_BLOCKS, MAX_NESTING
from tui.convert.links import article_address

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
UNMARKED = {kind: Frame(kind) for kind in get_args(FrameKind)}
BULLET = "•"
CODE_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source|brush:)[-\s]?([\w+#.-]{1,20})")
PULLED = re.compile(r"pull-?_?quote|pulled|quote-?box|zitat-?box|citation-?box", re.I)
SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class _Inline:
    style: SpanStyle
    url: str | None = None
    start: int | None = None


@dataclass(slots=True)
class Walk:
    """What the walk has gathered so far."""

    base: str | None
    blocks: list[Block] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)  # id in the page → anchor of the block it lies in
    wanted: frozenset[str] = frozenset()
    frames: list[Frame] = field(default_factory=list)
    inlines: list[_Inline] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    space: str = ""
    spans: list[Span] = field(default_factory=list)
    heading: int = 0
    lead: bool = False
    cut: bool = False  # there was more than an article may hold
    cell: bool = False
    fresh: bool = False  # nothing is in the cell yet
    later: list[HtmlElement] = field(default_factory=list)  # pictures met in cells
    ids: list[str] = field(default_factory=list)

    # -- text ----------------------------------------------------------------------------------------------------

    def text(self, text: str) -> None:
        words = SPACE.sub(" ", text)
        if words.startswith(" "):
            self.space = self.space or " "
            words = words[1:]
        if not words:
            return
        trailing = words.endswith(" ")
        self._put(words[:-1] if trailing else words)
        if trailing:
            self.space = " "

    def _put(self, words: str) -> None:
        if self.length and self.space and not self.fresh:
            self.pieces.append(self.space)
            self.length += 1
        self.space = ""
        self.fresh = False
        for inline in self.inlines:
            if inline.start is None:
                inline.start = self.length
        self.pieces.append(words)
        self.length += len(words)

    def separate(self, separator: str) -> None:
        """Begin the next cell of a table or, with a newline, the next row."""
        for inline in self.inlines:
            self._close(inline)
        self.pieces.append(separator)
        self.length += len(separator)
        self.space = ""
        self.fresh = True

    def line_break(self) -> None:
        if self.cell:
            self.space = " "
        elif self.space == "\n":
            self.flush()
        else:
            self.space = "\n"

    # -- blocks --------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """End the running block; inside a table's cell there are none, only words."""
        if self.cell:
            self.space = self.space or " "
            return
        self.space = ""
        if not self.length:
            return
        for inline in self.inlines:
            self._close(inline)
        kind: BlockKind = "lead" if self.lead else "heading" if self.heading else "paragraph"
        spans = tuple(sorted(self.spans, key=_outer_first)) if self.spans else ()
        self.add(kind, "".join(self.pieces), spans=spans, level=self.heading if kind == "heading" else 0)
        self.pieces, self.length, self.spans = [], 0, []

    def add(self, kind: BlockKind, text: str, **more: Any) -> None:
        """Append a block inside the frames that are open; an item's marker goes to its first block."""
        if len(self.blocks) >= MAX_BLOCKS:
            self.cut = True
            return
        if self.ids:
            more["anchor"] = self.ids[0]
            self.anchors |= dict.fromkeys(self.ids, self.ids[0])
            self.ids = []
        if self.frames:
            more["within"] = tuple(self.frames[:MAX_NESTING])
            self.frames = [UNMARKED[f.kind] if f.marker else f for f in self.frames]
        self.blocks.append(Block(kind, text, **more))

    def _close(self, inline: _Inline) -> None:
        if inline.start is not None and inline.start < self.length:
            self.spans.append(Span(inline.start, self.length, inline.style, inline.url))
        inline.start = None


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
    if tag in embeds.TAGS:
        _embed(state, element)
        return
    if not isinstance(tag, str) or tag in SILENT_TAGS:
        return
    _note_id(state, element)
    if tag == "br":
        state.line_break()
    elif tag == "hr":
        state.flush()
        if not state.cell:
            state.add("rule", "")
    elif tag == "figure" and not len(element) and not element.text:
        _figure(state, element)
    elif tag == "pre":
        _code(state, element)
    elif tag == "table" and tables.holds_data(element):
        _table(state, element)
    elif tag in HEADINGS:
        _heading(state, element, HEADINGS[tag])
    elif tag in ("ul", "ol", "menu", "dir"):
        _list(state, element)
    elif tag == "blockquote":
        _framed(state, element, Frame("pullquote" if _is_pulled(element) else "quote"))
    elif tag == "dt":
        _framed(state, element, Frame("term"))
    elif tag == "dd":
        _framed(state, element, Frame("definition"))
    elif tag == "q":
        state.text("“")
        _children(state, element)
        state.text("”")
    elif tag == "a":
        _link(state, element)
    elif tag in STYLES:
        _styled(state, element, _Inline(STYLES[tag]))
    elif tag in BLOCK_TAGS or "-" in tag:
        state.flush()
        _children(state, element)
        state.flush()
    else:
        _children(state, element)


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


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


def _styled(state: Walk, element: HtmlElement, inline: _Inline) -> None:
    if any(i.style == inline.style for i in state.inlines):
        _children(state, element)
        return
    state.inlines.append(inline)
    _children(state, element)
    state.inlines.remove(inline)
    state._close(inline)


def _link(state: Walk, element: HtmlElement) -> None:
    url = article_address(element.get("href"), state.base)
    if url:
        _styled(state, element, _Inline("link", url))
    else:
        _children(state, element)


def _heading(state: Walk, element: HtmlElement, level: int) -> None:
    state.flush()
    outer, state.heading = state.heading, level
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
    for child in element:
        if child.tag == "li":
            number = _whole(child.get("value"), number)
            _note_id(state, child)
            _framed(state, child, Frame("item", f"{number}." if ordered else BULLET))
            number += 1
        else:
            _element(state, child)
        if child.tail:
            state.text(child.tail)
    state.flush()


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
    marks = [element.get("class") or "", *(c.get("class") or "" for c in element.iter("code"))]
    language = next((m.group(1) for c in marks if (m := CODE_LANGUAGE.search(c))), None)
    if text.strip():
        state.add("code", text, language=language)


def _table(state: Walk, element: HtmlElement) -> None:
    state.flush()
    for caption in element.iterchildren("caption"):
        _children(state, caption)
        state.flush()
    state.cell = True
    for number, row in enumerate(tables.rows(element)):
        for column, cell in enumerate(row):
            if number or column:
                state.separate("\t" if column else "\n")
            state.fresh = True
            if cell is not None:
                _children(state, cell)
    state.cell = state.fresh = False
    spans = tuple(sorted(state.spans, key=_outer_first))
    text = "".join(state.pieces)
    state.pieces, state.length, state.spans, state.space = [], 0, [], ""
    if text.strip():
        state.add("table", text, spans=spans, header=tables.has_header(element))
    pictures, state.later = state.later, []
    for picture in pictures:
        _figure(state, picture)


def _figure(state: Walk, element: HtmlElement) -> None:
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
