"""What a page is — HTML, MHTML, Markdown or plain text — and each of them brought to HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from tui.convert.bounds import MAX_CHARACTERS
from tui.convert.input import decode, saved_from
from tui.model.article import Enclosed
from tui.model.frozen import value
from tui.model.page import Page, ReadingError
from tui.model.warning import Warning
from tui.system.content_types import HEAD, PAGE_TYPES, binary_name, is_binary, is_markup
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from tui.convert.input import plain_text
else:
    (plain_text,) = lazy_modules("tui.convert.input", "plain_text")

Kind = Literal["html", "mhtml", "markdown", "text"]

HTML_TYPES = ("text/html", "application/xhtml+xml")
MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
MHTML_TYPES = ("multipart/related", "message/rfc822", "application/x-mimearchive")
MHTML_HEAD = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?content-type:\s*multipart/related", re.I)
CUT = Warning("incomplete", "the page is too large: only its beginning was read")


@value(frozen=True, slots=True)
class Reading:
    """A page as HTML in UTF-8, with the pictures that came inside it."""

    kind: Kind
    html: bytes
    enclosed: tuple[Enclosed, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def markup(self) -> str:
        """The HTML as text, as which few pages are looked at; bytes that are not UTF-8 become U+FFFD."""
        return self.html.decode("utf-8", "replace")


def read_page(page: Page) -> Reading:
    """The page as HTML; raises ReadingError when it is empty or no text."""
    data, cut = decode.unpacked(page.body)
    if not data or data.isspace():
        raise ReadingError("the page is empty; check the address or the file")
    kind = kind_of(page, data)
    if kind in ("markdown", "text"):
        text = decode.decode(data, page.charset)
        html = _as_html(kind, text[:MAX_CHARACTERS]).encode("utf-8", "replace")
        return Reading(kind, html, (), (CUT,) * (cut or len(text) > MAX_CHARACTERS))
    enclosed: tuple[Enclosed, ...] = ()
    if kind == "mhtml":
        from tui.convert.input import mhtml  # and with it the parser of mails

        html, enclosed = mhtml.read_mhtml(data)
    else:
        html = decode.in_utf8(data, page.charset)
        if page.url is None:
            html = saved_from.with_address(html)
    html, shortened = _shortened(html)
    return Reading("html", html, enclosed, (CUT,) * (cut or shortened))


def _shortened(html: bytes) -> tuple[bytes, bool]:
    """The first ``MAX_CHARACTERS`` of a page in UTF-8, and whether there were more."""
    text = html.decode("utf-8", "replace") if len(html) > MAX_CHARACTERS else ""
    if len(text) <= MAX_CHARACTERS:
        return html, False
    return text[:MAX_CHARACTERS].encode("utf-8", "replace"), True


def kind_of(page: Page, data: bytes) -> Kind:
    """The kind of a page by its media type, its name and its first bytes; ReadingError for what is no text."""
    if name := binary_name(data):
        raise ReadingError(f"this is {name}, not an article; open it with another program")
    by_name = PAGE_TYPES.get(page.path.suffix.lower()) if page.path else None
    stated = (page.media_type, by_name)
    if any(kind in MHTML_TYPES for kind in stated) or MHTML_HEAD.match(data[:HEAD]):
        return "mhtml"
    if any(kind in HTML_TYPES for kind in stated) or _is_utf16(data):
        return "html"
    if any(kind in MARKDOWN_TYPES for kind in stated):
        return "markdown"
    if "text/plain" not in stated and is_markup(data):
        return "html"
    if not decode.has_mark(data) and is_binary(data):
        raise ReadingError("this is not a text; open it with another program")
    return "text"


def _is_utf16(data: bytes) -> bool:
    return data[:2] in (b"<\0", b"\0<")


def _as_html(kind: Kind, text: str) -> str:
    if kind == "markdown":
        from tui.convert.input import markdown_file  # and with it the parser of Markdown, which few pages need

        return markdown_file.as_page(text)
    return plain_text.as_page(text)
