"""The words of a block, with their spans, as CommonMark's inlines; escapes render back to the same text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.convert.markdown.emphasis import settled
from tui.model.article import Span, SpanStyle
from tui.text.plain_looks import holds

# The character itself, out of one class, is looked for first: so the search passes over all others fast.
_before = r"(?<=_)(?:(?<![^\W_]_)|(?![^\W_]))|(?<=<)(?=[A-Za-z/!?])|(?<=&)(?=#?\w+;)"
ESCAPED = re.compile(rf"[\\`*_<&\]](?:(?<=[\\`*])|{_before}|(?<=\])(?=[(\[:]))")
ESCAPED_IN_LABEL = re.compile(rf"[\\`*_<&\[\]](?:(?<=[\\`*\[\]])|{_before})")
SIGNS = "\\`*_<&[]"  # what both patterns begin with
# What would begin a heading, a quotation, a list, a rule, a fence or a table at the beginning of a line.
LINE_START = re.compile(r"#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=|:](?=[-=|:\s]*$)|~~~|\d{1,9}(?=[.)](?:\s|$))")
UNSAFE_ADDRESS = re.compile(r"[\s()<>\\]")
BACKTICKS = re.compile(r"`+")
MARKS: dict[SpanStyle, tuple[str, str]] = {
    "strong": ("**", "**"),
    "emphasis": ("*", "*"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
}


class Place(NamedTuple):
    """Where words are written."""

    line_break: str
    lines: bool = False  # lines begin here, and with them whatever Markdown tells by their first signs
    cell: bool = False  # of a table, which bars part


PARAGRAPH = Place("\\\n", lines=True)
HEADING = Place(" ")
CELL = Place(" ", cell=True)


def inline(text: str, spans: Sequence[Span], place: Place, *, begins: bool = True) -> str:
    """A text with its spans; ``begins``: its first words begin a line."""
    if not spans:
        return _words(text, place, begins=begins)
    return _written(text, 0, len(text), settled(text, spans)[::-1], place, begins=begins)


def emphasised(style: SpanStyle, text: str) -> str:
    """Text between the marks of a style, which count only where no space stands inside them."""
    mark, end = MARKS[style]
    return _between(mark, text, end)


def image(address: str, alt: str) -> str:
    """A picture."""
    return f"![{_escaped(alt, ESCAPED_IN_LABEL)}]({_address(address)})"


def _written(
    text: str, start: int, end: int, spans: list[Span], place: Place, *, begins: bool = False, label: bool = False
) -> str:
    """The words ``start``–``end``; ``spans`` are those that are not written yet, the next one last."""
    parts: list[str] = []
    at = start
    while spans and spans[-1].start < end:
        span = spans.pop()
        link = span.style == "link"
        if at < span.start:
            begun = begins and at == start
            parts.append(_words(text[at : span.start], place, begins=begun, label=label, before_link=link))
        if span.style == "code":
            parts.append(_code(text[span.start : span.end], place))
        else:
            inner = _written(text, span.start, span.end, spans, place, label=label or link)
            parts.append(_marked(span, inner))
        at = span.end
    if at < end:
        parts.append(_words(text[at:end], place, begins=begins and at == start, label=label))
    return "".join(parts)


def _marked(span: Span, text: str) -> str:
    if not text:
        return ""
    if span.style == "link":
        return f"[{text}]({_address(span.url or '')})"
    return f"<del>{text}</del>" if span.style == "strike" else emphasised(span.style, text)


def _words(text: str, place: Place, *, begins: bool = False, label: bool = False, before_link: bool = False) -> str:
    """Words without a span; ``label``: of a link."""
    if "\n" in text:
        first, *others = text.split("\n")
        lines = [_words(first, place, begins=begins, label=label)]
        lines += [_words(line, place, begins=True, label=label) for line in others[:-1]]
        lines.append(_words(others[-1], place, begins=True, label=label, before_link=before_link))
        return place.line_break.join(lines)
    text = _escaped(text, ESCAPED_IN_LABEL if label else ESCAPED)
    if before_link and text.endswith("!"):
        text = text[:-1] + "\\!"
    if place.cell:
        return text.replace("|", "\\|")
    return _safe_start(text) if begins and place.lines else text


def _code(text: str, place: Place) -> str:
    """Words set as code, between backticks of which they hold no such run."""
    text = text.replace("\n", place.line_break)
    if place.cell:
        text = text.replace("|", "\\|")
    longest = max(map(len, BACKTICKS.findall(text)), default=0)
    ticks, space = "`" * (longest + 1), " " if longest else ""
    return _between(ticks + space, text, space + ticks)


def _between(mark: str, text: str, end: str) -> str:
    """Text between marks, a space at either end of it outside them; nothing for nothing."""
    words = text.strip()
    if not words:
        return ""
    return f"{' ' if text[0] == ' ' else ''}{mark}{words}{end}{' ' if text[-1] == ' ' else ''}"


def _escaped(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(r"\\\g<0>", text) if holds(text, SIGNS) else text  # few do


def _safe_start(text: str) -> str:
    match = LINE_START.match(text)
    if match is None:
        return text
    mark = match.group()
    return f"{mark}\\{text[len(mark) :]}" if mark.isdigit() else "\\" + text


def _address(address: str) -> str:
    """An address that ends where Markdown's parenthesis closes."""
    if not UNSAFE_ADDRESS.search(address):
        return address
    for character, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ("\\", "%5C")):
        address = address.replace(character, code)
    return "".join(address.split())
