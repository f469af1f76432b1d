"""What bytes are: text that can be read as an article, or something else that has a name."""

from __future__ import annotations

import re

from tui.model.page import ReadingError
from tui.text.cleaning import clean_line

SUFFIX_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xht": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
}
# First bytes and the name of what begins so.
MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
)
MAGIC_AT = ((4, b"ftyp", "a picture or video file"), (8, b"WEBP", "a picture"), (257, b"ustar", "a tar archive"))
# Media types, or their beginnings, that are no article; what is not listed is judged by its bytes.
OTHER_TYPES = (
    ("application/pdf", "a PDF document"),
    ("image/", "a picture"),
    ("video/", "a video"),
    ("audio/", "a sound file"),
    ("font/", "a font"),
    ("application/zip", "a ZIP archive"),
    ("application/gzip", "a gzip archive"),
    ("application/json", "JSON data"),
    ("application/rss+xml", "a feed"),
    ("application/atom+xml", "a feed"),
    ("application/feed+json", "a feed"),
    ("application/epub+zip", "a book"),
    ("application/vnd.", "an office document"),
    ("application/msword", "an office document"),
    ("text/css", "a style sheet"),
    ("text/javascript", "a script"),
    ("application/javascript", "a script"),
)
# The outermost element of XML that is no page, below declarations and comments.
ROOT = re.compile(
    rb"(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*+(?:\[.*?\]\s*)?>|\s)*+<([\w:.-]++)", re.IGNORECASE | re.DOTALL
)
OTHER_ROOTS = {
    b"rss": "a feed",
    b"feed": "a feed",
    b"rdf:rdf": "a feed",
    b"opml": "a list of feeds",
    b"svg": "a picture",
}
FEEDS = ("a feed", "a list of feeds", "JSON data")  # what a feed may come as
JSON = re.compile(rb"\s*\{\s*\"")
BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
WHAT_TO_DO = {"a feed": "open one of its articles", "a picture": "open it in a picture viewer"}
OPEN_ELSEWHERE = "open it with another program"

HEAD = 4096  # bytes looked at
# A page has hardly a control character; ESC is left out because ISO-2022 encodings shift with it, NUL because
# UTF-16 is full of it.
CONTROL_BYTES = bytes(c for c in range(1, 32) if c not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
MAX_CONTROL_SHARE = 0.05
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|section|table)[\s>/]", re.I)
MIME = re.compile(rb"(?:^|\n)(?:mime-version:|content-type:\s*multipart/related)", re.I)


def text_type(body: bytes, declared: str = "", suffix: str = "", *, feeds: bool = False) -> str:
    """The media type of a page, from what was declared, its file's suffix, else its first bytes.

    Raises ReadingError, naming what it is, for anything that is no text; also for nothing at all.  ``feeds``: feeds
    and lists of feeds are what is asked for, not articles.
    """
    if not body.strip(b" \t\r\n\x00"):
        raise ReadingError("there is nothing in it; check the address")
    refuse_type(declared, feeds=feeds)
    head = body[:HEAD]
    other = _by_magic(head) or _by_root(head)
    if other and not (feeds and other in FEEDS):
        raise _refusal(other)
    if _is_binary(head):
        raise ReadingError(f"this is binary data, not a page; {OPEN_ELSEWHERE}")
    if declared and declared not in ("application/octet-stream", "application/x-mimearchive", "message/rfc822"):
        return declared
    return SUFFIX_TYPES.get(suffix.lower()) or _by_head(head.replace(b"\x00", b""))


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
    return ReadingError(f"this is {name}, not a page; {WHAT_TO_DO.get(name, OPEN_ELSEWHERE)}")


def _by_magic(head: bytes) -> str | None:
    for magic, name in MAGIC:
        if head.startswith(magic):
            return name
    for at, magic, name in MAGIC_AT:
        if head[at : at + len(magic)] == magic:
            return name
    return None


def _by_root(head: bytes) -> str | None:
    text = head.replace(b"\x00", b"").lstrip(BYTE_ORDER_MARKS)
    if JSON.match(text):
        return "JSON data"
    root = ROOT.match(text)
    return OTHER_ROOTS.get(root[1].lower()) if root else None


def _is_binary(head: bytes) -> bool:
    if head.startswith(UTF16_MARKS):
        return False
    controls = len(head) - len(head.translate(None, CONTROL_BYTES))
    return controls > len(head) * MAX_CONTROL_SHARE


def _by_head(head: bytes) -> str:
    if MARKUP.search(head):
        before = head[: MARKUP.search(head).start()]  # type: ignore[union-attr]
        return "multipart/related" if MIME.search(before) else "text/html"
    return "multipart/related" if MIME.search(head) else "text/plain"
