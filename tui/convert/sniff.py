"""What a page is: HTML, MHTML, Markdown or plain text; and all of them brought to HTML."""

from __future__ import annotations

import re
from typing import Literal

from tui.page import Page, ReadingError

Kind = Literal["html", "mhtml", "markdown", "text"]
MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|table|meta|title|h[1-6]|span|a)[\s>/]", re.I)
MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def kind(page: Page, data: bytes) -> Kind:
    """The kind of a page, by its media type, its name and its first bytes; raises ReadingError for binaries."""
    if not data.strip():
        raise ReadingError("the page is empty; check the address or the file")
    suffix = page.path.suffix.lower() if page.path else ""
    if page.media_type in MARKDOWN_TYPES or suffix in MARKDOWN_SUFFIXES:
        return "markdown"
    if page.media_type in ("multipart/related", "message/rfc822") or suffix in (".mht", ".mhtml"):
        return "mhtml"
    if page.media_type in ("text/html", "application/xhtml+xml") or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    return "html" if page.media_type != "text/plain" and MARKUP.search(data[:4096]) else "text"


def as_html(kind: Kind, text: str) -> str:
    """The text of a page as HTML."""
    if kind == "markdown":
        from markdown_it import MarkdownIt

        return f"<html><body><article>{MarkdownIt('commonmark').enable('table').render(text)}</article></body></html>"
    if kind == "text":
        from tui.convert import plain_text

        return plain_text.as_page(text)
    return text
