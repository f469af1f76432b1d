"""The text of a feed document → its XML tree: strictly first, then mended and with what libxml2 recovers.

Only entities that the document itself defines are replaced (libxml2 bounds how often); nothing is fetched or read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tui.feeds.decoding import WINDOWS
from tui.feeds.feed_limits import MAX_MARKS, MAX_REFERENCES, SLICE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

State = Literal["whole", "mended", "cut"]
CDATA, CDATA_END = "<![CDATA[", "]]>"
# Characters that XML cannot hold (XML 1.0, 2.2), also when they are written as references.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));?|([a-zA-Z][\w.-]{0,39});)?")
C1_REFERENCE = re.compile(r"&#(?:(1[2-5]\d)|[xX]0{0,6}([89][0-9a-fA-F]));")  # see WINDOWS
DEFINED = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s")
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
LAST_CHARACTER = 0x10FFFF


def parse_xml(text: str) -> tuple[Element | None, State]:
    """The root of a document, None when there is no element in it, and how much of it there is."""
    text = C1_REFERENCE.sub(_as_windows, text.lstrip("\ufeff \t\r\n"))
    if _marks(text) > MAX_MARKS:
        return _parsed(_mended(_beginning(text, "<=", MAX_MARKS)), recover=True), "cut"
    if (root := _parsed(text, recover=False)) is not None:
        return root, "whole"
    bounded = _beginning(text, "&", MAX_REFERENCES)
    return _parsed(_mended(bounded), recover=True), "mended" if bounded is text else "cut"


def _as_windows(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return WINDOWS.get(code, reference.group())


def _parsed(text: str, *, recover: bool) -> Element | None:
    # lxml replaces no entities but those that the document itself defines, unless it is told to.
    parser = etree.XMLParser(
        encoding="utf-8", recover=recover, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _marks(text: str) -> int:
    """How many tags and attributes a document has at most; what stands in CDATA is neither."""
    count = text.count("<") + text.count("=")
    if count <= MAX_MARKS:
        return count
    at = 0
    while (begin := text.find(CDATA, at)) >= 0 and (end := text.find(CDATA_END, begin)) >= 0:
        count -= text.count("<", begin + 1, end) + text.count("=", begin, end)
        at = end
    return count


def _beginning(text: str, marks: str, limit: int) -> str:
    """The beginning of a text with at most so many of the marks in it."""

    def count(start: int, end: int) -> int:
        return sum(text.count(mark, start, end) for mark in marks)

    if count(0, len(text)) <= limit:
        return text
    low, high, before = 0, len(text), 0
    while high - low > 1:
        middle = (low + high) // 2
        within = before + count(low, middle)
        if within <= limit:
            low, before = middle, within
        else:
            high = middle
    return text[:low]


def _mended(text: str) -> str:
    """The text without what no XML parser passes over: what stands before the first tag, characters that XML cannot
    hold, entities of HTML, an & that stands for itself, a section that is not closed."""
    text = "".join(ILLEGAL.sub("", piece) for piece in _slices(text, text.find("<")))
    defined = frozenset(DEFINED.findall(text, 0, 100_000)) if "<!ENTITY" in text else frozenset()
    parts, at = [], 0
    while (begin := text.find(CDATA, at)) >= 0:
        parts.append(_references_mended(text[at:begin], defined))
        end = text.find(CDATA_END, begin)
        if end < 0:
            parts.append(text[begin:].rstrip("]") + CDATA_END)
            return "".join(parts)
        at = end + len(CDATA_END)
        parts.append(text[begin:at])
    parts.append(_references_mended(text[at:], defined))
    return "".join(parts)


def _slices(text: str, start: int, before: str = "") -> Iterator[str]:
    """Pieces of a text from a place on, each ending before that character: to replace much at once takes much room."""
    at = max(start, 0)
    while at < len(text):
        end = text.find(before, at + SLICE)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end


def _references_mended(markup: str, defined: frozenset[str]) -> str:
    def mended(match: re.Match[str]) -> str:
        hexadecimal, decimal, name = match.groups()
        if name:
            if name in OF_XML or name in defined:
                return match.group()
            return escape(html5.get(f"{name};", match.group()), quote=False)
        if hexadecimal or decimal:
            code = int(hexadecimal, 16) if hexadecimal else int(decimal)
            if code > LAST_CHARACTER or ILLEGAL.match(chr(code)):
                return ""
            return f"&#{code};"
        return "&amp;"

    if "&" not in markup:
        return markup
    return "".join(REFERENCE.sub(mended, piece) for piece in _slices(markup, 0, "&"))
