"""The text of a feed document → its XML tree: strictly first, then mended and with what libxml2 recovers.

Only entities that the document itself defines are replaced (libxml2 bounds how often); nothing is fetched or read.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from tui.feeds.feed_limits import MAX_MARKS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CDATA, CDATA_END = "<![CDATA[", "]]>"
# Characters that XML cannot hold (XML 1.0, 2.2), also when they are written as references.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REFERENCE = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));?|([a-zA-Z][\w.-]{0,39});)?")
DEFINED = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s")
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
LAST_CHARACTER = 0x10FFFF


def parse_xml(text: str) -> tuple[Element | None, bool]:
    """The root of the document, None when there is no element in it; and whether it had to be mended."""
    text = text.lstrip("\ufeff \t\r\n")
    cut = _bounded(text)
    if cut == len(text) and (root := _parsed(text, recover=False)) is not None:
        return root, False
    return _parsed(_mended(text[:cut]), recover=True), True


def _parsed(text: str, *, recover: bool) -> Element | None:
    # lxml replaces no entities but those that the document itself defines, unless it is told to.
    parser = etree.XMLParser(
        encoding="utf-8", recover=recover, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _bounded(text: str) -> int:
    """The length of the beginning that holds no more tags and attributes than a document may."""
    if text.count("<") + text.count("=") <= MAX_MARKS:
        return len(text)
    low, high, before = 0, len(text), 0
    while high - low > 1:
        middle = (low + high) // 2
        marks = before + text.count("<", low, middle) + text.count("=", low, middle)
        if marks <= MAX_MARKS:
            low, before = middle, marks
        else:
            high = middle
    return low


def _mended(text: str) -> str:
    """The text without what no XML parser passes over: what stands before the first tag, characters that XML cannot
    hold, entities of HTML, an & that stands for itself, a section that is not closed."""
    start = text.find("<")
    text = ILLEGAL.sub("", text[max(start, 0) :])
    defined = frozenset(DEFINED.findall(text, 0, 100_000)) if "<!ENTITY" in text else frozenset()
    parts, at = [], 0
    while (begin := text.find(CDATA, at)) >= 0:
        end = text.find(CDATA_END, begin)
        parts.append(_references_mended(text[at:begin], defined))
        if end < 0:
            parts.append(text[begin:].rstrip("]") + CDATA_END)
            return "".join(parts)
        at = end + len(CDATA_END)
        parts.append(text[begin:at])
    parts.append(_references_mended(text[at:], defined))
    return "".join(parts)


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

    return REFERENCE.sub(mended, markup) if "&" in markup else markup
