"""Where a page that a browser saved came from, which it notes in a comment or a header."""

from __future__ import annotations

import re
from html import escape

from tui.text.cleaning import web_address

LOOKED_AT = 4_096  # characters in which the note stands, and the page's end
END = re.compile(r"</(?:body|html)\b", re.I)  # what the parser does not read behind
# Chromium and Internet Explorer: "saved from url=(0028)https://…"; SingleFile: "url: https://…".
NOTE = re.compile(
    r"<!--(?:(?!-->).){0,400}?(?:saved from url=\(\d{1,6}\)|\burl:\s)\s*(https?://[^\s<>\"]{1,2000})", re.S | re.I
)


def with_address(markup: str, address: str | None = None) -> str:
    """The page with the address that it was saved from as its last canonical one: its own comes before."""
    if address is None and "<!--" in markup[:LOOKED_AT] and (note := NOTE.search(markup[:LOOKED_AT])):
        address = note.group(1)
    known = web_address(address) if address else None
    if known is None:
        return markup
    end = END.search(markup, max(0, len(markup) - LOOKED_AT))
    at = end.start() if end else len(markup)
    return f'{markup[:at]}<link rel="canonical" href="{escape(known)}">{markup[at:]}'
