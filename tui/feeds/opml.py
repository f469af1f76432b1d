"""OPML in and out: folders inside each other, feeds in several of them, tags as categories (OPML 2.0).

Read as a row of tags instead of a tree: files in use have unescaped ampersands, attributes in any case, and folders
as deep as somebody likes; no entity but XML's own and HTML's is ever replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

from tui.feeds.decoding import decode
from tui.feeds.feed_limits import MAX_BYTES
from tui.feeds.html_text import COMMENT
from tui.feeds.subscription_lists import ListBuilder
from tui.model.page import ReadingError
from tui.model.subscription import LONGEST_NAME, Subscription, SubscriptionList
from tui.text.cleaning import clean_line

TAG = re.compile(
    r"<(/?)(outline|title|body|opml)(?![\w.-])((?:[^<>\"']++|\"[^\"<]{0,20000}\"|'[^'<]{0,20000}'){0,400}+)>",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
MAX_DEPTH = 20  # folders inside each other; what stands deeper stands in the last of these
LINKS = ("link", "include")
COMMA, PERCENT = "%2C", "%25"  # in a category, which ends at a comma

Attributes = dict[str, str]


def read_opml(body: bytes) -> SubscriptionList:
    """The feeds of an OPML file.  Raises ReadingError for what is none."""
    text = COMMENT.sub("", decode(body[:MAX_BYTES]))
    if not re.search(r"<(?:opml|outline)[\s>]", text, re.IGNORECASE):
        raise ReadingError("this is no OPML file; check its name")
    builder, folders = ListBuilder(), list[str]()
    for closing, name, attributes, end in _tags(text):
        if name == "title" and not closing and not builder.title:
            builder.title = clean_line(unescape(text[end : text.find("<", end)]))
        elif name == "outline" and closing:
            del folders[-1:]
        elif name == "outline":
            _add(builder, attributes, tuple(folders[:MAX_DEPTH]))
            if "/" not in attributes:  # not closed in itself
                folders.append(_name(attributes))
    return builder.made()


def write_opml(feeds: SubscriptionList) -> bytes:
    """An OPML 2.0 file with these feeds, in UTF-8; a feed in several folders stands in each of them."""
    tree: _Folder = _Folder()
    for subscription in feeds.subscriptions:
        for path in subscription.folders or ((),):
            tree.at(path).feeds.append(subscription)
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{escape(feeds.title)}</title></head>",
        "<body>",
        *tree.lines(),
        "</body>",
        "</opml>",
    )
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


class _Folder:
    """A folder while it is written."""

    def __init__(self) -> None:
        self.feeds: list[Subscription] = []
        self.folders: dict[str, _Folder] = {}

    def at(self, path: tuple[str, ...]) -> _Folder:
        folder = self
        for name in path:
            folder = folder.folders.setdefault(name, _Folder())
        return folder

    def lines(self) -> Iterator[str]:
        for feed in self.feeds:
            yield _outline(feed)
        for name, folder in self.folders.items():
            yield f'<outline text="{escape(name)}">'
            yield from folder.lines()
            yield "</outline>"


def _outline(feed: Subscription) -> str:
    attributes = {"type": "rss", "text": feed.title, "title": feed.title, "xmlUrl": feed.address}
    attributes |= {"htmlUrl": feed.site} if feed.site else {}
    attributes |= {"category": ",".join(_category(tag) for tag in feed.tags)} if feed.tags else {}
    return "<outline " + " ".join(f'{name}="{escape(said)}"' for name, said in attributes.items()) + "/>"


def _tags(text: str) -> Iterator[tuple[bool, str, Attributes, int]]:
    """Whether a tag closes, its name, its attributes by names in lower case ("/": closed in itself), and its end."""
    for match in TAG.finditer(text):
        written = match[3]
        attributes = {name.lower(): unescape(a or b) for name, a, b in ATTRIBUTE.findall(written)}
        if written.rstrip().endswith("/"):
            attributes["/"] = ""
        yield bool(match[1]), match[2].lower(), attributes, match.end()


def _add(builder: ListBuilder, attributes: Attributes, folder: tuple[str, ...]) -> None:
    address = attributes.get("xmlurl") or attributes.get("feedurl")
    if address:
        if attributes.get("filtercmd"):
            builder.skip(f"{attributes['filtercmd']} ({address})", "a command is never run for a list; the feed stays")
        title = attributes.get("text") or attributes.get("title") or ""
        builder.add(address, title, attributes.get("htmlurl"), (folder,), _tags_of(attributes))
    elif attributes.get("type", "").lower() in LINKS:
        builder.skip(attributes.get("url") or _name(attributes), "it is a link, not a feed")


def _name(attributes: Attributes) -> str:
    return clean_line(attributes.get("text") or attributes.get("title") or "", LONGEST_NAME)


def _tags_of(attributes: Attributes) -> tuple[str, ...]:
    """The tags in a ``category``; a path there begins with a slash, a tag has none."""
    parts = (part.strip() for part in attributes.get("category", "").split(","))
    tags = (clean_line(part.replace(COMMA, ",").replace(PERCENT, "%"), LONGEST_NAME) for part in parts)
    return tuple(tag.removeprefix("/") for tag in tags if tag.strip("/"))


def _category(tag: str) -> str:
    written = tag.replace("%", PERCENT).replace(",", COMMA)
    return f"/{written}" if "/" in written else written
