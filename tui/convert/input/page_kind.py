"""What a page is — HTML, MHTML, Markdown or plain text — and each of them brought to HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tui.convert.bounds import MAX_CHARACTERS
from tui.convert.input import decode, saved_from
from tui.model.article import Enclosed
from tui.model.page import Page, ReadingError

Kind = Literal["html", "mhtml", "markdown", "text"]

HTML_TYPES = ("text/html", "application/xhtml+xml")
MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
MHTML_TYPES = ("multipart/related", "message/rfc822", "application/x-mimearchive")
SUFFIXES: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xht": "html", ".shtml": "html", ".php": "html",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".mkd": "markdown",
    ".mht": "mhtml", ".mhtml": "mhtml", ".txt": "text", ".text": "text",
}  # fmt: skip
MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|section|main|div|p|table|meta|title|h[1-6]|span|a|br|ul|ol|b|i|center|font)"
    rb"(?:[\s>/]|$)",
    re.I,
)
MHTML_HEAD = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related", re.I)
SNIFFED = 4_096  # bytes in which markup must begin
# What the first bytes of common files that hold no text are, and what to call them.
BINARIES = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"%PDF", "a PDF file"), (b"PK\x03\x04", "an archive or office file"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x9d", "an archive"), (b"BZh", "an archive"), (b"7z\xbc\xaf", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"ID3", "a sound file"), (b"OggS", "a sound file"), (b"SQLite format 3", "a database"),
    (b"%!PS", "a PostScript file"),
)  # fmt: skip
CONTROL_SHARE = 0.02  # of the first bytes: with more control characters it is no text
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
CUT = "the page is too large: only its beginning was read"


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as HTML, with the pictures that came inside it."""

    kind: Kind
    markup: str
    enclosed: tuple[Enclosed, ...] = ()
    warnings: tuple[str, ...] = ()


def read_page(page: Page) -> Reading:
    """The page as HTML; raises ReadingError when it is empty or no text."""
    data, cut = decode.unpacked(page.body)
    if not data.strip():
        raise ReadingError("the page is empty; check the address or the file")
    kind = kind_of(page, data)
    enclosed: tuple[Enclosed, ...] = ()
    if kind == "mhtml":
        from tui.convert.input import mhtml

        markup, enclosed = mhtml.read_mhtml(data)
    else:
        markup = decode.decode(data, page.charset)
    if kind == "html" and page.url is None:
        markup = saved_from.with_address(markup)
    cut = cut or len(markup) > MAX_CHARACTERS
    markup = _as_html(kind, markup[:MAX_CHARACTERS])
    return Reading(kind if kind != "mhtml" else "html", markup, enclosed, (CUT,) * cut)


def kind_of(page: Page, data: bytes) -> Kind:
    """The kind of a page by its media type, its name and its first bytes; ReadingError for what is no text."""
    for magic, name in BINARIES:
        if data.startswith(magic):
            raise ReadingError(f"this is {name}, not an article; open it with another program")
    suffix = SUFFIXES.get(page.path.suffix.lower()) if page.path else None
    if page.media_type in MHTML_TYPES or suffix == "mhtml" or MHTML_HEAD.match(data[:SNIFFED]):
        return "mhtml"
    if page.media_type in HTML_TYPES or suffix == "html" or _is_utf16(data):
        return "html"
    if page.media_type in MARKDOWN_TYPES or suffix == "markdown":
        return "markdown"
    if page.media_type != "text/plain" and suffix != "text" and MARKUP.search(data[:SNIFFED]):
        return "html"
    if not decode.has_mark(data) and _is_binary(data[:SNIFFED]):
        raise ReadingError("this is not a text; open it with another program")
    return "text"


def _is_utf16(data: bytes) -> bool:
    return data[:2] in (b"<\0", b"\0<")


def _is_binary(head: bytes) -> bool:
    return len(head) - len(head.translate(None, CONTROLS)) > CONTROL_SHARE * len(head)


def _as_html(kind: Kind, text: str) -> str:
    if kind == "markdown":
        from tui.convert.input import markdown_file

        return markdown_file.as_page(text)
    if kind == "text":
        from tui.convert.input import plain_text

        return plain_text.as_page(text)
    return text
