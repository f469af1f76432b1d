"""The keys of the article pane."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _extending(keys: str, name: str, unit: str, step: int, to: str) -> Binding:
    return Binding(keys, f"extend('{unit}', {step})", to, show=False, id=f"select.{name}")


# Keys that work while one selects; they come before what else the same keys do.
SELECTION_KEYS: list[BindingType] = [
    _extending("w,e,right", "word", "word", 1, "to the next end of a word"),
    _extending("b,left", "word_back", "word", -1, "to the beginning of a word before"),
    _extending("right_parenthesis", "sentence", "sentence", 1, "to the end of the sentence"),
    _extending("left_parenthesis", "sentence_back", "sentence", -1, "to the beginning of the sentence"),
    _extending("right_curly_bracket", "paragraph", "paragraph", 1, "to the end of the paragraph"),
    _extending("left_curly_bracket", "paragraph_back", "paragraph", -1, "to the beginning of the paragraph"),
    _extending("j,down", "line", "line", 1, "a line further"),
    _extending("k,up", "line_back", "line", -1, "a line back"),
    _extending("G,end", "end", "article", 1, "to the end of the article"),
    _extending("g,home", "beginning", "article", -1, "to the beginning of the article"),
    Binding("o", "select('swap')", "move the other end", show=False, id="select.other_end"),
    Binding("escape", "select('end')", "select nothing", show=False, id="select.leave"),
]

ARTICLE_KEYS: list[BindingType] = [
    *SELECTION_KEYS,
    Binding("j,down", "scroll('line', 1)", "line down", show=False, id="article.down", tooltip="One line down"),
    Binding("k,up", "scroll('line', -1)", "line up", show=False, id="article.up", tooltip="One line up"),
    Binding("space,pagedown", "scroll('page', 1)", "page down", False, id="article.page_down", tooltip="One page down"),
    Binding("b,pageup", "scroll('page', -1)", "page up", show=False, id="article.page_up", tooltip="One page up"),
    Binding("ctrl+d", "scroll('half', 1)", "half a page down", False, id="article.half_down"),
    Binding("ctrl+u", "scroll('half', -1)", "half a page up", False, id="article.half_up"),
    Binding("g,home", "jump('end', -1)", "beginning", show=False, id="article.top", tooltip="To the beginning"),
    Binding("G,end", "jump('end', 1)", "end", show=False, id="article.end", tooltip="To the end"),
    Binding(
        "left_square_bracket", "jump('heading', -1)", "previous heading", show=False, id="article.previous_heading",
        tooltip="To the heading before",
    ),
    Binding(
        "right_square_bracket", "jump('heading', 1)", "next heading", show=False, id="article.next_heading",
        tooltip="To the next heading",
    ),
    Binding("n", "jump('match', 1)", "next match", False, id="article.next", tooltip="To the next match or mention"),
    Binding(
        "N", "jump('match', -1)", "previous match", show=False, id="article.previous",
        tooltip="To the match or mention before",
    ),
    Binding("less_than_sign", "measure(-1)", "narrower", show=False, id="article.narrower", tooltip="Narrower text"),
    Binding("greater_than_sign", "measure(1)", "wider", show=False, id="article.wider", tooltip="Wider text"),
    Binding("backspace,alt+left", "jump('back', -1)", "Back to before the jump", show=False, id="article.back"),
    Binding("alt+right", "jump('forward', 1)", "Forward again, after back", show=False, id="article.forward"),
    Binding("left", "code(-1)", "code left", show=False, id="article.code_left", tooltip="Scroll listings left"),
    Binding("right", "code(1)", "code right", show=False, id="article.code_right", tooltip="Scroll listings right"),
    Binding("V", "select('begin')", "select", show=False, id="article.select", tooltip="Select text by keyboard"),
    Binding("l", "labels", "links", show=False, id="article.links", tooltip="Follow a link by its label"),
]  # fmt: skip
