"""Plain text → HTML of the same shape as a page's body, so that one path makes blocks of everything."""

from __future__ import annotations

import re
from html import escape

BLANK = re.compile(r"\n[ \t]*\n+")


def as_page(text: str) -> str:
    """The text as a small page: a title, paragraphs by blank line."""
    paragraphs = [p.strip() for p in BLANK.split(text) if p.strip()]
    title = paragraphs[0] if paragraphs and len(paragraphs[0]) < 200 else ""
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs[1 if title else 0 :])
    return f"<html><head><title>{escape(title)}</title></head><body><article>{body}</article></body></html>"
