"""Where a page that a browser saved came from, which it notes in a comment or a header."""

from __future__ import annotations

import re
from html import escape

from tui.text.cleaning import web_address

LOOKED_AT = 4_096  # bytes in which the note stands, and the page's end
END = re.compile(rb"</(?:body|html)\b", re.I)  # what the parser does not read behind
# Chromium and Internet Explorer: "saved from url=(0028)https://…"; SingleFile: "url: https://…".
NOTE = re.compile(
    r"<!--(?:(?!-->).){0,400}?(?:saved from url=\(\d{1,6}\)|\burl:\s)\s*(https?://[^\s<>\"]{1,2000})", re.S | re.I
)


def with_address(page: bytes, address: str | None = None) -> bytes:
    """The page, in UTF-8, with the address that it was saved from as its last canonical one: its own comes before."""
    begin = page[:LOOKED_AT]
    if address is None and b"<!--" in begin and (note := NOTE.search(begin.decode("utf-8", "replace"))):
        address = note.group(1)
    known = web_address(address) if address else None
    if known is None:
        return page
    end = END.search(page, max(0, len(page) - LOOKED_AT))
    at = end.start() if end else len(page)
    return page[:at] + f'<link rel="canonical" href="{escape(known)}">'.encode() + page[at:]
