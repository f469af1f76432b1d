"""Bytes of a feed document → text, whatever its server, its declaration and its author say of them.

Order: byte order mark; UTF-8 where the bytes are plainly that; the header's charset and then the declaration's, each
if the bytes allow it (RFC 7303 has the header first); else UTF-8, in which a wrong byte is taken for windows-1252.
"""

from __future__ import annotations

import codecs
import re

from tui.convert.input.decode import as_utf8, is_plainly_utf8
from tui.convert.input.encoding_labels import codec
from tui.feeds.feed_limits import DECLARED, WRONG_BYTES

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins with UTF-16's mark
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How a document in wide characters begins that has no mark (XML 1.0, F.1).
WIDE = (
    (re.compile(rb"[<{ \t\r\n]\x00\x00\x00"), "utf-32-le"),
    (re.compile(rb"\x00\x00\x00[<{ \t\r\n]"), "utf-32-be"),
    (re.compile(rb"[<{ \t\r\n]\x00"), "utf-16-le"),
    (re.compile(rb"\x00[<{ \t\r\n]"), "utf-16-be"),
)
CODE_PAGE = re.compile(r"(?:ibm|cp)[-_]?(\d{3,4})\Z")  # those of DOS, which browsers have forgotten and XML allows
DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,400}?encoding\s*=\s*[\"']([\w.:-]{1,60})", re.IGNORECASE)
ESCAPE = "\x1b"  # shifts the encodings that are written in ASCII
C1_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
# What the control characters of Latin-1 mean in windows-1252, which is what was meant (as browsers do).
WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a document, without control characters of Latin-1; ``charset`` is the label of the HTTP header."""
    text = _decoded(body, charset)
    return text if text.isascii() or not _may_hold_controls(body) else text.translate(WINDOWS)


def _may_hold_controls(body: bytes) -> bool:
    """Whether a text may hold characters from U+0080 to U+009F: in UTF-8 that is seen sooner in the bytes."""
    return b"\0" in body[:4] or C1_IN_UTF8.search(body) is not None


def _decoded(body: bytes, charset: str | None) -> str:
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for beginning, name in WIDE:
        if beginning.match(body):
            return body.decode(name, "replace")
    body = body.removeprefix(codecs.BOM_UTF8)  # which is kept by those who turn a file into another encoding
    text = as_utf8(body)
    if text is not None and (ESCAPE not in text if text.isascii() else is_plainly_utf8(text)):
        return text
    for name in _named(body, charset):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    if text is not None:
        return text
    wrong = len(body) - len(body.decode("utf-8", "ignore").encode("utf-8"))
    return body.decode("utf-8", "windows-1252-bytes") if wrong <= WRONG_BYTES else body.decode("cp1252", "replace")


def _named(body: bytes, charset: str | None) -> list[str]:
    """The codecs that the header and the declaration name; not UTF-16, which has been seen before it is named."""
    match = DECLARATION.match(body[:DECLARED])
    declared = match.group(1).decode("ascii", "replace") if match else None
    names = (_codec(charset), _codec(declared))
    return [name for name in names if name and not name.startswith(("utf-16", "x-user"))]


def _codec(label: str | None) -> str | None:
    if (name := codec(label)) or not label:
        return name
    page = CODE_PAGE.match(label.strip().lower())
    try:
        return codecs.lookup(f"cp{page.group(1)}").name if page else None
    except LookupError:
        return None


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252-bytes", _as_windows)
