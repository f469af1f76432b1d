"""Elements that hold text (Atom's "text constructs", RSS's descriptions) → HTML, or plain text for a title."""

from __future__ import annotations

import base64
import binascii
import re
from html import escape
from typing import TYPE_CHECKING, Literal

from lxml import etree

from tui.convert.input.tree import VOID
from tui.feeds import html_text
from tui.feeds.feed_limits import MAX_TEXT
from tui.text.cleaning import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Kind = Literal["plain", "html", "xhtml", "binary", "either"]
PLAIN_TYPES = ("text", "text/plain", "plain")
HTML_TYPES = ("html", "text/html")
XHTML_TYPES = ("xhtml", "application/xhtml+xml", "application/xhtml")
NAMESPACES = re.compile(r"\sxmlns(?::[\w.-]+)?=\"[^\"]*\"")
PREFIX = re.compile(r"(</?)[\w.-]+:(?=[\w.-])")
CLOSED = re.compile(r"<([\w.-]++)([^<>]*)/>")  # libxml2 writes ">" in an attribute as a reference
SPACE = re.compile(r"\s+")


def inner_text(element: Element) -> str:
    """The text in an element, with that of the elements in it."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return text[:MAX_TEXT]


def markup(element: Element) -> str:
    """What an element holds as HTML: elements written out, the text as it is if it is HTML itself."""
    if not len(element):
        return inner_text(element).strip()
    parts, length = [_outer_text(element.text)], 0
    for child in element:
        written = etree.tostring(child, encoding="unicode", with_tail=False)
        parts += (_of_html(written), _outer_text(child.tail))
        length += len(written)
        if length > MAX_TEXT:
            break
    return "".join(parts)[:MAX_TEXT].strip()


def _of_html(written: str) -> str:
    """XML in HTML's writing: no namespaces, and only what HTML knows to be empty closed in itself."""
    return CLOSED.sub(_opened, PREFIX.sub(r"\1", NAMESPACES.sub("", written)))


def _opened(tag: re.Match[str]) -> str:
    return f"<{tag[1]}{tag[2]}>" + ("" if tag[1].lower() in VOID else f"</{tag[1]}>")


def as_html(element: Element) -> str:
    """What an element says, as HTML, whatever its ``type`` and ``mode`` (Atom 1.0, 3.1; Atom 0.3, 3.1)."""
    match _kind(element):
        case "xhtml":
            return markup(_only_div(element))
        case "binary":
            text = _decoded(inner_text(element))
            return markup(element) if text is None else _html_or_text(text)
        case "plain":
            return html_text.html_of(inner_text(element))
        case "html":
            return markup(element)
        case "either":
            return _html_or_text(markup(element))


def as_title(element: Element) -> str:
    """What an element says, as plain text on a line."""
    kind = _kind(element)
    if kind == "xhtml":
        return clean_line(inner_text(element))
    if kind == "binary":
        text = _decoded(inner_text(element))
        return html_text.title_line(markup(element) if text is None else text)
    if kind == "plain" and not len(element):
        return html_text.title_line(inner_text(element).replace("<", "&lt;"))
    return html_text.title_line(markup(element))


def _kind(element: Element) -> Kind:
    if not element.attrib:
        return "either"
    declared = (element.get("type") or "").lower().partition(";")[0].strip()
    if (element.get("mode") or "").lower() == "base64":
        return "binary"
    if declared in PLAIN_TYPES:
        return "plain" if not len(element) else "html"
    if declared in XHTML_TYPES:
        return "xhtml" if len(element) else "html"
    if declared in HTML_TYPES:
        return "html"
    if "/" in declared and not declared.startswith("text/") and not declared.endswith(("/xml", "+xml")):
        return "binary"
    return "either"


def _html_or_text(text: str) -> str:
    """HTML as it is; text without a tag of HTML in paragraphs."""
    if "\n" not in text or html_text.has_markup(text):
        return text
    paragraphs = html_text.paragraphs(text)
    return text if len(paragraphs) < 2 else html_text.in_paragraphs(paragraphs)


def _only_div(element: Element) -> Element:
    """The ``div`` that wraps XHTML, if it is all there is."""
    if len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        only = element[0]
        if isinstance(only.tag, str) and only.tag.rpartition("}")[2].lower() == "div":
            return only
    return element


def _decoded(text: str) -> str | None:
    """The text that base64 stands for; None where it is none."""
    try:
        return base64.b64decode(SPACE.sub("", text), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return None


def _outer_text(text: str | None) -> str:
    if not text:
        return ""
    return text if html_text.has_markup(text) else escape(text, quote=False)
