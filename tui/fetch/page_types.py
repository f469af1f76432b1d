"""What bytes are: text that can be read as an article, or something else that has a name."""

from __future__ import annotations

import re

from tui.model.page import FeedInsteadError, ReadingError
from tui.system.content_types import FEED_TYPES, HEAD, JSON_TYPE, MARKUP, PAGE_TYPES, binary_name, is_binary
from tui.text.cleaning import clean_line

# Media types, or their beginnings, that are no article; what is not listed is judged by its bytes.
OTHER_TYPES = (
    ("application/pdf", "a PDF document"),
    ("image/", "a picture"),
    ("video/", "a video"),
    ("audio/", "a sound file"),
    ("font/", "a font"),
    ("application/zip", "a ZIP archive"),
    ("application/gzip", "a gzip archive"),
    (JSON_TYPE, "JSON data"),
    *((kind, "a feed") for kind in FEED_TYPES),
    ("application/epub+zip", "a book"),
    ("application/vnd.", "an office document"),
    ("application/msword", "an office document"),
    ("text/css", "a style sheet"),
    ("text/javascript", "a script"),
    ("application/javascript", "a script"),
)
# The outermost element of XML that is no page, below declarations and comments.
ROOT = rb"(?is)(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*+(?:\[.*?\]\s*)?>|\s)*+<([\w:.-]++)"
OTHER_ROOTS = {
    b"rss": "a feed",
    b"feed": "a feed",
    b"rdf:rdf": "a feed",
    b"opml": "a list of feeds",
    b"svg": "a picture",
}
FEEDS = ("a feed", "a list of feeds", "JSON data")  # what a feed may come as
JSON = rb"\s*\{\s*\""
BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
BLANK = b" \t\r\n\x00"
WHAT_TO_DO = {
    "a feed": "newsreader feeds add subscribes to it",
    "a list of feeds": "newsreader feeds import subscribes to them",
    "a picture": "open it in a picture viewer",
}
OPEN_ELSEWHERE = "open it with another program"

MIME = rb"(?i)(?:^|\n)(?:mime-version:|content-type:\s*multipart/related)"


def text_type(body: bytes, declared: str = "", suffix: str = "", *, feeds: bool = False) -> str:
    """The media type of a page, from what was declared, its file's suffix, else its first bytes.

    Raises ReadingError, naming what it is, for anything that is no text; also for nothing at all.  ``feeds``: feeds
    and lists of feeds are what is asked for, not articles.
    """
    if not (body[:HEAD].strip(BLANK) or body.strip(BLANK)):  # to strip a page copies it
        raise ReadingError("there is nothing in it; check the address")
    refuse_type(declared, feeds=feeds)
    head = body[:HEAD]
    other = binary_name(head) or _by_root(head)
    if other and not (feeds and other in FEEDS):
        raise _refusal(other)
    if is_binary(head):
        raise ReadingError(f"this is binary data, not a page; {OPEN_ELSEWHERE}")
    if declared and declared not in ("application/octet-stream", "application/x-mimearchive", "message/rfc822"):
        return declared
    return PAGE_TYPES.get(suffix.lower()) or _by_head(head.replace(b"\x00", b""))


def refuse_type(declared: str, *, feeds: bool = False) -> None:
    """Raises ReadingError for a declared media type that is no article, before anything is read."""
    for beginning, name in OTHER_TYPES:
        if declared.startswith(beginning) and not (feeds and name in FEEDS):
            raise _refusal(name)


def parse_content_type(header: str) -> tuple[str, str | None]:
    """Media type in lower case and charset label of a Content-Type header; ("", None) when it says nothing."""
    kind, *parameters = header.split(";")
    charset = None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and charset is None:
            charset = clean_line(value.strip().strip("\"'"), 40) or None
    kind = clean_line(kind.strip().lower(), 100)
    return (kind if "/" in kind else ""), charset


def _refusal(name: str) -> ReadingError:
    kind = FeedInsteadError if name in FEEDS else ReadingError
    return kind(f"this is {name}, not a page; {WHAT_TO_DO.get(name, OPEN_ELSEWHERE)}")


def _by_root(head: bytes) -> str | None:
    text = head.replace(b"\x00", b"").lstrip(BYTE_ORDER_MARKS)
    if re.match(JSON, text):
        return "JSON data"
    root = re.match(ROOT, text)
    return OTHER_ROOTS.get(root[1].lower()) if root else None


def _by_head(head: bytes) -> str:
    markup = re.search(MARKUP, head)
    if re.search(MIME, head[: markup.start()] if markup else head):
        return "multipart/related"
    return "text/html" if markup else "text/plain"
