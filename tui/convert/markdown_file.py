"""A Markdown file → HTML of the same shape as a page's body."""

from __future__ import annotations

import re
from html import escape

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*\n", re.S)
ENTRY = re.compile(r"^(title|author|authors|date|lang|language|description|url|source)\s*:\s*(.+)$", re.I | re.M)
META_NAMES = {
    "author": "author",
    "authors": "author",
    "date": "article:published_time",
    "description": "description",
    "lang": "content-language",
    "language": "content-language",
}
TITLE = re.compile(r"<h1>(.*?)</h1>", re.S)
MAX_NESTING = 40  # levels of lists and quotations read; markdown-it's own default is 20


def as_page(text: str) -> str:
    """The Markdown as a small page; front matter becomes its metadata, the first heading its title."""
    from markdown_it import MarkdownIt

    front = FRONT_MATTER.match(text)
    entries = {k.lower(): v.strip(" \t\"'") for k, v in ENTRY.findall(front.group(1))} if front else {}
    text = text[front.end() :] if front else text
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    body = reader.render(text)
    if "title" in entries:
        body = f"<h1>{escape(entries['title'])}</h1>{body}"
    metas = "".join(
        f'<meta name="{META_NAMES[name]}" property="{META_NAMES[name]}" content="{escape(value)}">'
        for name, value in entries.items()
        if name in META_NAMES
    )
    link = entries.get("url") or entries.get("source")
    canonical = f'<link rel="canonical" href="{escape(link)}">' if link else ""
    return f"<html><head>{_title(body)}{metas}{canonical}</head><body><article>{body}</article></body></html>"


def _title(body: str) -> str:
    match = TITLE.search(body)
    return f"<title>{re.sub('<[^>]*>', '', match.group(1))}</title>" if match else ""
