"""Texts as editors keep them for programs — lists of paragraphs, or trees of typed nodes — → markup.

A node says what it is under ``type``, ``_type``, ``nodeType``, ``name`` …, and holds its words under ``text``,
``content``, ``value`` …, or further nodes under ``children``, ``content``, ``blocks`` … (ProseMirror, Slate, Lexical,
Contentful, Portable Text, Editor.js, Prismic, blocks of WordPress, elements of ANS).
"""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import Any

from tui.text.late_patterns import late_pattern

MAX_DEPTH = 30  # nodes inside nodes
MAX_NODES = 40_000  # that a writer writes
MAX_KIND = 60  # characters of what says what a node is
MAX_PICTURE_PARTS = 8  # objects in a picture's node that are looked at
PARAGRAPHS = 3  # texts side by side are an article's paragraphs
SENTENCE = 40  # characters of a paragraph, at least; shorter strings are names and labels

MARKUP = late_pattern(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote|figure)\b[^<>]*>", re.I)
INNER_MARKUP = late_pattern(r"</|<br\b|&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});", re.I)
# What data calls the text of a paragraph or an article.
TEXT_KEYS = frozenset(
    "text content body html value articlebody bodyhtml contenthtml body_html content_html rendered".split()
)
KIND_KEYS = "type _type nodeType blockType kind name style tag tagName component __typename layout".split()
CHILD_KEYS = ("children content nodes spans blocks elements paragraphs items body document root value").split()
ATTRIBUTE_KEYS = ("data", "attrs", "attributes", "fields", "props")  # of an object within a node that is part of it
TITLE_KEYS = frozenset("title headline headlines heading".split())
OWN_KEYS = late_pattern(r"publish|date|created|author|byline|slug|ur[li]\Z|href|link|path|canonical", re.I)
HEADING_KEYS = ("heading", "title", "headline", "subheading")  # of a section
SMALL_KINDS = frozenset("text span link hyperlink strong em bold italic mark underline code_inline a b i".split())
WORD = late_pattern(r"[a-z]+\d?|\d", re.I)
HEADINGS = frozenset(
    "heading header h1 h2 h3 h4 h5 h6 subheading subhead subtitle title heading1 heading2 heading3".split()
)
ITEMS = frozenset(("li", "listitem", "item"))
LISTS = frozenset(("list", "ul", "ol"))
QUOTES = frozenset(("quote", "blockquote", "pullquote"))
CODES = frozenset(("code", "codeblock", "pre"))
PICTURES = frozenset(("image", "picture", "photo", "figure", "img"))
# What stands between paragraphs and is none.
OTHERS = frozenset(
    "ad ads advert advertisement promo promotion related newsletter interstitial embed social video gallery audio "
    "signup readmore recommended teaser".split()
)


class Writer:
    """Writes lists of nodes, altogether no more than so many of them."""

    def __init__(self) -> None:
        self._sentences = 0
        self._left = MAX_NODES

    def markup(self, nodes: list[Any]) -> str | None:
        """The markup of a list whose parts are paragraphs, strings or nodes; None when they are no article's."""
        self._sentences = 0
        written = "".join(self.block(node, 0) for node in nodes)
        return written if self._sentences >= PARAGRAPHS else None

    def block(self, node: Any, depth: int) -> str:
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            return ""
        if isinstance(node, str):
            return self._wrapped("p", _as_markup(node.strip())) if " " in node.strip() else ""
        if isinstance(node, list):
            if _is_tagged(node):
                return self._node({"tag": node[0], "children": node[2:]}, depth)
            return "".join(self.block(part, depth + 1) for part in node)
        return self._node(node, depth) if isinstance(node, dict) else ""

    def _node(self, node: dict[str, Any], depth: int) -> str:
        node = _laid_open(node)
        kinds = _kinds(node)
        if kinds & PICTURES:
            return _figure(node)
        if kinds & OTHERS or is_article(node):
            return ""
        tag = _tag(kinds, node)
        words = _own_text(node)
        if words is not None:
            return self._wrapped(tag, _as_markup(words))
        inner = _children(node)
        if tag in ("ul", "ol"):
            items = (self.block(part, depth + 1) for part in inner)
            return f"<{tag}>{''.join(i if i.startswith('<li') else f'<li>{i}</li>' for i in items if i)}</{tag}>"
        if all(_is_small(part) or (bool(kinds) and isinstance(part, str)) for part in inner):
            return self._wrapped(tag, "".join(self.small(part, depth + 1) for part in inner))
        written = self.block(inner, depth + 1)
        if tag in ("li", "blockquote"):
            return f"<{tag}>{written}</{tag}>"
        heading = next((h for k in HEADING_KEYS if isinstance(h := node.get(k), str) and h.strip()), None)
        return (f"<h2>{html.escape(heading)}</h2>" if heading and written else "") + written

    def small(self, node: Any, depth: int) -> str:
        """Words within a paragraph."""
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            return ""
        if isinstance(node, str):
            return html.escape(node)
        if isinstance(node, list) and _is_tagged(node):
            node = {"children": node[2:]}
        if not isinstance(node, dict):
            return ""
        words = next((v for k, v in node.items() if k.lower() in TEXT_KEYS and isinstance(v, str)), None)
        if words is not None:
            return html.escape(words)
        return "".join(self.small(part, depth + 1) for part in _children(node))

    def _wrapped(self, tag: str, words: str) -> str:
        if not words.strip():
            return ""
        self._sentences += tag != "h2" and len(words) >= SENTENCE and (" " in words or not words.isascii())
        return words if MARKUP.match(words) else f"<{tag}>{words}</{tag}>"


def is_article(node: dict[str, Any]) -> bool:
    """Whether an object is an article of its own: titled, and addressed, dated or signed; a section is titled only."""
    return any(key.lower() in TITLE_KEYS and held for key, held in node.items()) and any(map(OWN_KEYS.search, node))


def _as_markup(text: str) -> str:
    return text if INNER_MARKUP.search(text) else html.escape(text)


def _is_tagged(node: list[Any]) -> bool:
    """Whether a list is an element, as ``["p", {}, "…"]`` is."""
    return len(node) > 1 and isinstance(node[0], str) and isinstance(node[1], dict) and " " not in node[0]


def _laid_open(node: dict[str, Any]) -> dict[str, Any]:
    """A node with what it keeps in an object of its own: ``{"type": "header", "data": {"text": "…"}}``."""
    for key in ATTRIBUTE_KEYS:
        held = node.get(key)
        if isinstance(held, dict):
            return {**held, **{k: v for k, v in node.items() if k != key}}
    return node


def _kinds(node: dict[str, Any]) -> set[str]:
    """The words of what a node says it is: "core/heading" and "list-item" are two each, and one written together."""
    found: set[str] = set()
    for key in KIND_KEYS:
        kind = node.get(key)
        if isinstance(kind, str) and len(kind) <= MAX_KIND:
            words = [w.lower() for w in WORD.findall(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind))]
            found.update(words)
            found.update(map("".join, pairwise(words)))
    return found


def _tag(kinds: set[str], node: dict[str, Any]) -> str:
    if kinds & HEADINGS:
        return "h2"
    if kinds & ITEMS or "listItem" in node:
        return "li"
    if kinds & LISTS:
        return "ol" if "ordered" in kinds and "unordered" not in kinds else "ul"
    if kinds & QUOTES:
        return "blockquote"
    return "pre" if kinds & CODES else "p"


def _own_text(node: dict[str, Any]) -> str | None:
    for key, value in node.items():
        if isinstance(value, str) and key.lower() in TEXT_KEYS and value.strip():
            return value.strip()
    return None


def _children(node: dict[str, Any]) -> list[Any]:
    for key in CHILD_KEYS:
        value = node.get(key)
        if isinstance(value, list) and value:
            return value
        if isinstance(value, dict) and value:
            return [value]
    return []


def _is_small(node: Any) -> bool:
    """Whether a node is of a line, not a paragraph."""
    if isinstance(node, list):
        return _is_tagged(node) and node[0] in SMALL_KINDS
    if not isinstance(node, dict):
        return False
    kinds = _kinds(node)
    return bool(kinds & SMALL_KINDS) or (not kinds and isinstance(node.get("text"), str))


def _figure(node: dict[str, Any]) -> str:
    address = caption = None
    stack = [node]
    for _ in range(MAX_PICTURE_PARTS):
        if not stack:
            break
        part = stack.pop()
        for key, value in part.items():
            if isinstance(value, dict):
                stack.append(value)
            elif isinstance(value, str) and value:
                if key in ("url", "src") and address is None:
                    address = value
                elif key == "caption" and caption is None:
                    caption = value
    if not address:
        return ""
    words = f"<figcaption>{caption if caption and '</' in caption else html.escape(caption or '')}</figcaption>"
    return f'<figure><img src="{html.escape(address)}">{words if caption else ""}</figure>'
