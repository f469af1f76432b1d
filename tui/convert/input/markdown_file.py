"""A Markdown file → HTML of the same shape as a page's body."""

from __future__ import annotations

import json
import re
from html import escape, unescape

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tui.text.cleaning import squeezed

# Between lines of "---" as YAML, between lines of "+++" as TOML.
FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(.{0,50000}?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.{0,50000}?)\n\+\+\+)[ \t]*\n", re.S
)
ENTRY = re.compile(
    r"^(title|author|authors|date|lang|language|description|url|source)[ \t]*[:=][ \t]*"
    r"([>|][+-]?[ \t]*(?:\n[ \t]+\S.*)+|\S.*|(?:\n[ \t]*-[ \t].*)+)$",
    re.I | re.M,
)
QUOTED = re.compile(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"')  # as JSON and YAML write it alike
FOLDED = re.compile(r"[>|][+-]?[ \t]*\n")  # what begins a value of several lines
LISTED = re.compile(r"\n[ \t]*-[ \t]+")
# A picture alone in its paragraph, as the reader of CommonMark writes it, with a line for its caption and one for its
# credit, if it has such.
_slanted = r"<br />\n<em>((?:(?!</?em>|<br|</p>).)+)</em>(?:<br />\n([^<>\n]{2,160}))?"
PICTURE = re.compile(rf"<p>(<img [^<>]*?)( title=\"[^\"]*\")?( ?/?>)(?:{_slanted})?</p>", re.S)
META_NAMES = {
    "author": "author",
    "authors": "author",
    "date": "article:published_time",
    "description": "description",
    "lang": "content-language",
    "language": "content-language",
}
# The first line of a quotation that is a note of its kind, as GitHub and others show it.
ALERT = re.compile(r"(<blockquote>\n<p>)\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n", re.I)
# A tab as MkDocs writes it, which is indented as its notes are.
TAB = re.compile(r'^([ \t]{0,12})=== "([^"\n]{1,80})"[ \t]*$', re.M)
# What names an element and says how it is drawn, at the end of a heading, a paragraph or an item.
ATTRIBUTES = re.compile(r"\s{0,2}\{[:#.][^{}<>\n]{1,200}\}(?=</(?:h[1-6]|p|li)>)")
TITLE = re.compile(r"<h1>(.*?)</h1>", re.S)
MAX_NESTING = 40  # levels of lists and quotations read; markdown-it's own default is 20


def as_page(text: str) -> str:
    """The Markdown as a small page; front matter becomes its metadata, the first heading its title."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT_MATTER.match(text)
    entries = {k.lower(): _value(v) for k, v in ENTRY.findall(front[1] or front[2] or "")} if front else {}
    text = text[front.end() :] if front else text
    reader = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    if "[^" in text:
        reader.use(footnote_plugin)
    if "\n: " in text:
        reader.use(deflist_plugin)
    if "!!! " in text or "??? " in text or '=== "' in text:
        reader.use(admon_plugin)
        text = TAB.sub(r'\1!!! tab "\2"', text)
    body = reader.render(text)
    if "{:" in body or "{#" in body or "{." in body:
        body = ATTRIBUTES.sub("", body)
    body = PICTURE.sub(_figure, body)
    if "[!" in text:
        body = ALERT.sub(lambda note: f"{note[1]}<strong>{note[2].capitalize()}</strong></p>\n<p>", body)
    if "title" in entries and _heading(body) != entries["title"]:
        body = f"<h1>{escape(entries['title'])}</h1>{body}"
    metas = "".join(
        f'<meta name="{META_NAMES[name]}" property="{META_NAMES[name]}" content="{escape(value)}">'
        for name, value in entries.items()
        if name in META_NAMES
    )
    link = entries.get("url") or entries.get("source")
    canonical = f'<link rel="canonical" href="{escape(link)}">' if link else ""
    return f"<html><head>{_title(body)}{metas}{canonical}</head><body><article>{body}</article></body></html>"


def _value(text: str) -> str:
    """An entry of the front matter; those of a list stand side by side."""
    text = text.strip()
    if folded := FOLDED.match(text):
        return squeezed(text[folded.end() :])
    if QUOTED.fullmatch(text):
        return str(json.loads(text))
    parts = (
        LISTED.split(f"\n{text}")[1:]
        if text.startswith("-")
        else text.strip("[]").split(",")
        if text[0] == "["
        else [text]
    )
    return ", ".join(part.strip(" \t\"'") for part in parts)


def _figure(match: re.Match[str]) -> str:
    """A picture whose caption is its title, or the slanted line under it."""
    image, title, end, slanted, credit = match.groups()
    caption = slanted or (title or "")[len(' title="') : -1]
    signed = f"<small>{credit}</small>" if credit else ""
    return f"<figure>{image}{end}<figcaption>{caption} {signed}</figcaption></figure>" if caption else match.group()


def _title(body: str) -> str:
    heading = _heading(body)
    return f"<title>{escape(heading)}</title>" if heading else ""


def _heading(body: str) -> str:
    """The words of the first heading of the first level; "" when there is none."""
    match = TITLE.search(body)
    return unescape(re.sub("<[^>]*>", "", match.group(1))).strip() if match else ""
