"""Text that a page holds as data and does not show: JSON-LD's ``articleBody``, or what a script would show.

It is used only where the page shows much less than that, and from a script's data only what stands beside the
page's title: such data also holds other articles, menus and wordings.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui.convert import element_text
from tui.convert.input import flight, tree
from tui.convert.metadata import json_ld
from tui.convert.metadata.titles import letters
from tui.model.article import Block
from tui.model.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

    from tui.convert.metadata.page_metadata import Metadata

TAKEN = Warning("recovered", "the page shows less: the text is what it holds as data")

SHOWN = 1_500  # characters of text from which a page shows an article, and its data is not looked at
NOTHING = 500  # and with less it shows nothing, and what its scripts assign is looked at, too
SHARE = 0.5  # of the stored text that a page may show at most
LEAST = 400  # characters of a stored text
PARAGRAPHS = 3  # so many texts side by side are an article's paragraphs
SENTENCE = 40  # characters of a paragraph, at least; shorter strings are names and labels
LEVELS = 5  # objects around a text among which one holds the title
MAX_DEPTH = 60  # objects inside objects
MAX_VALUES = 100_000  # values of a page's data that are looked at

MAX_ASSIGNED = 300  # values assigned in scripts that are looked at
# Before an object or a list of such.  It begins with signs, which are rarer than letters, and looks back from them.
ASSIGNED = re.compile(r"(?:=(?:(?<=[\w\])]=)|(?<=[\w\])]\s=))\s?|\.push\()(?=\{\s*\"|\[\s*\{)")
DECODER = json.JSONDecoder()

LINKED_DATA, DATA = "ld+json", "application/json"
MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote|figure)\b[^<>]*>", re.I)
ESCAPED_MARKUP = re.compile(r"&lt;(?:p|br|div|h[1-6])\b", re.I)
# What data calls the text of a paragraph or an article.
TEXT_KEYS = frozenset("text content body html value articlebody bodyhtml contenthtml body_html content_html".split())


def instead(markup: str, metadata: Metadata, url: str | None, blocks: Sequence[Block]) -> HtmlElement | None:
    """The tree of the article that the page's data holds, when the blocks that it shows are much less; else None."""
    shown = sum(len(b.text) for b in blocks if b.kind != "figure")
    if shown >= SHOWN or "<script" not in markup:
        return None
    stored = _in_linked_data(markup, (metadata.canonical, url)) or _in_data(_data(markup), metadata.title or "")
    if stored is None and shown < NOTHING:
        stored = _in_data(_assigned(markup), metadata.title or "") or flight.markup(markup) or None
    if stored is None or len(stored) < LEAST:
        return None
    page = _as_page(stored)
    length = element_text.length(page)
    return page if length >= LEAST and shown <= SHARE * length else None


def _scripts(markup: str, kind: str) -> list[str]:
    """The texts of the scripts whose tag names this kind of data."""
    found: list[str] = []
    at = markup.find("<script")
    while at >= 0 and len(found) < json_ld.MAX_ISLANDS:
        begin = markup.find(">", at)
        end = markup.find("</script", begin)
        if begin < 0 or end < 0:
            break
        if kind in markup[at:begin].lower() and end - begin < json_ld.MAX_ISLAND:
            found.append(markup[begin + 1 : end])
        at = markup.find("<script", end)
    return found


def _in_linked_data(markup: str, addresses: Iterable[str | None]) -> str | None:
    body = json_ld.of_texts(_scripts(markup, LINKED_DATA)).article(addresses).get("articleBody")
    return body if isinstance(body, str) else None


def _in_data(values: Iterable[object], title: str) -> str | None:
    """The longest text beside the title in values of a page's scripts."""
    wanted = letters(title)
    if not wanted:
        return None
    found = [text for data in values for text in _texts_beside(data, wanted)]
    return max(found, key=len, default=None)


def _data(markup: str) -> Iterator[object]:
    """The data in those of a page's scripts that are nothing else."""
    for script in _scripts(markup, DATA):
        try:
            yield json.loads(script)
        except (ValueError, RecursionError):
            continue


def _assigned(markup: str) -> Iterator[object]:
    """The objects that a page's scripts assign or push."""
    at, looked_at = 0, 0
    while looked_at < MAX_ASSIGNED and (given := ASSIGNED.search(markup, at)):
        at = given.end()
        looked_at += 1
        try:
            value, at = DECODER.raw_decode(markup, at)
        except (ValueError, RecursionError):
            continue
        yield value


def _texts_beside(data: object, title: str) -> Iterator[str]:
    """Texts of objects and lists that lie at most ``LEVELS`` objects deep in one that bears the title."""
    stack: list[tuple[object, int, int]] = [(data, 0, 0)]
    looked_at = 0
    while stack and looked_at < MAX_VALUES:
        value, depth, reach = stack.pop()
        looked_at += 1
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, dict):
            titled = any(
                isinstance(v, str) and len(v) < 2 * len(title) + 200 and letters(v) == title for v in value.values()
            )
            reach = LEVELS if titled else reach - 1
            if reach > 0:
                yield from (v for k, v in value.items() if isinstance(v, str) and _is_text(k, v))
            stack += [(v, depth + 1, reach) for v in value.values() if isinstance(v, (dict, list))]
        elif isinstance(value, list):
            if reach > 0 and (text := _paragraphs(value)):
                yield text
            stack += [(v, depth + 1, reach) for v in value if isinstance(v, (dict, list))]


def _is_text(key: str, value: str) -> bool:
    return len(value) >= LEAST and key.lower() in TEXT_KEYS and " " in value


def _paragraphs(values: list[Any]) -> str | None:
    """The markup of a list whose parts are paragraphs, strings or objects that hold one."""
    texts = [text for value in values if (text := _paragraph(value))]
    if sum(len(text) >= SENTENCE for text in texts) < PARAGRAPHS:
        return None
    return "".join(
        text if MARKUP.match(text) else f"<p>{text if '</' in text else html.escape(text)}</p>" for text in texts
    )


def _paragraph(value: object) -> str | None:
    if isinstance(value, dict):
        held = (v for k, v in value.items() if k.lower() in TEXT_KEYS)
        value = next((v for v in held if isinstance(v, str) and v.strip()), None)
    return value.strip() if isinstance(value, str) and " " in value.strip() else None


def _as_page(text: str) -> HtmlElement:
    """A stored text as the tree of a page: its markup read, or a paragraph a line; clean either way."""
    if ESCAPED_MARKUP.search(text) and not MARKUP.search(text):
        text = html.unescape(text)
    if not MARKUP.search(text):
        lines = map(str.strip, html.unescape(text).split("\n"))
        text = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    return tree.parse(f"<html><body>{text}</body></html>")
