"""Bytes → text, by the rules that browsers follow (WHATWG HTML, "determining the character encoding").

Order: byte order mark, the HTTP header's charset, XML declaration, <meta>; without any of them UTF-8 if
the bytes are valid UTF-8, else the encoding that is usual for the page's language or that its letters tell, else
windows-1252.  Two departures: bytes that are plainly UTF-8 are read as such whatever <meta> says, and bytes that are
not as <meta> says whatever the header says.
"""

from __future__ import annotations

import codecs
import re
import zlib

from tui.convert.bounds import MAX_BYTES, MAX_MEMBERS, PRESCAN
from tui.convert.input.encoding_labels import codec
from tui.system.content_types import GZIP_MAGIC
from tui.text.late_patterns import late_pattern

UTF_8 = "utf-8"
MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
FIRST = 4_096  # bytes searched first for <meta charset>: nearly all pages have it there
FEW_OUTSIDE_ASCII = 4  # characters outside ASCII: with fewer, bytes of another encoding may look like UTF-8 by chance
META = re.compile(rb"<meta[\s/]([^>]{1,1000})>", re.I)
ATTRIBUTE = re.compile(rb"([^\s\"'>/=]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,60})", re.I)
LANGUAGE = late_pattern(rb"<html[^>]{0,500}?\slang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.I)
TAGS = re.compile(rb"<[^>]{0,2000}>")
ASCII = bytes(range(128))
FOREIGN = 0.4  # share of letters outside ASCII from which a text is in no Latin script
_cyrillic = ("cp1251", "koi8-r", "iso8859-5")
_central = ("cp1250", "iso8859-2")
WESTERN = ("cp1252",)
# The defaults of browsers by language (WHATWG Encoding, "legacy encodings"), each with what else was common in it.
USUAL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ru", "bg", "sr", "mk"), _cyrillic),
    **dict.fromkeys(("uk", "be"), ("cp1251", "koi8-u")),
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro"), _central),
    **dict.fromkeys(("et", "lt", "lv"), ("cp1257",)),
    "el": ("cp1253",),
    "tr": ("cp1254",),
    "he": ("cp1255",),
    "ar": ("cp1256",),
    "fa": ("cp1256",),
    "th": ("cp874",),
    "vi": ("cp1258",),
    "ja": ("cp932", "euc_jp"),
    "ko": ("cp949",),
    "zh": ("gb18030", "big5"),
}
XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,60})", re.I)


def unpacked(body: bytes) -> tuple[bytes, bool]:
    """The bytes out of a gzip file, at most ``MAX_BYTES`` of them, and whether some were cut off.

    A file may hold several members, one after the other (RFC 1952, section 2.2).
    """
    if body.startswith(GZIP_MAGIC):
        body = _inflated(body) or body
    return body[:MAX_BYTES], len(body) > MAX_BYTES


def _inflated(body: bytes) -> bytes:
    """What the first members of a gzip file hold, up to one that cannot be read."""
    found = b""
    for _ in range(MAX_MEMBERS):  # each copies what is left: thousands of empty ones would take minutes
        if not body.startswith(GZIP_MAGIC) or len(found) > MAX_BYTES:
            break
        inflate = zlib.decompressobj(wbits=31)
        try:
            found += inflate.decompress(body, MAX_BYTES + 1 - len(found))
        except zlib.error:
            break
        body = inflate.unused_data
    return found


def has_mark(body: bytes) -> bool:
    """Whether a byte order mark says that this is text."""
    return body.startswith(tuple(mark for mark, _ in MARKS))


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a page; bytes that the encoding does not know become U+FFFD."""
    return _decoded(*_encoded(body, charset))


def in_utf8(body: bytes, charset: str | None = None) -> bytes:
    """The text of a page in UTF-8: as its bytes are, where they are meant to be UTF-8, among which may be others.

    To make a text of most pages and bytes of it again takes a fortieth of a conversion.
    """
    written, encoding = _encoded(body, charset)
    return written if encoding == UTF_8 else _decoded(written, encoding).encode(UTF_8, "replace")


def _encoded(body: bytes, charset: str | None) -> tuple[bytes, str]:
    """The bytes of a page's text, and in which encoding they are."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :], name
    if body[:1] == b"<" and body[1:2] == b"\0":
        return body, "utf-16-le"
    if body[:2] == b"\0<":
        return body, "utf-16-be"
    declared = _declared(body)
    if named := codec(charset):
        if named == "windows-1252" and declared in (None, UTF_8, named):
            read = _read_as_utf8(body)
            return (body[: read[1]], UTF_8) if read and is_plainly_utf8(read[0]) else (body, named)
        return body, declared if declared and _is_misnamed(body, named, declared) else named
    # A page saved by a browser keeps its <meta> but is written as UTF-8: many valid sequences are no accident.
    if declared != UTF_8 and (read := _read_as_utf8(body)) and (declared is None or is_plainly_utf8(read[0])):
        return body[: read[1]], UTF_8
    return body, declared or _usual(body)


def _is_misnamed(body: bytes, named: str, declared: str) -> bool:
    """Whether the header names another encoding than the page for itself, and the bytes are as the page says.

    Servers say "iso-8859-1" of all pages where nobody has told them better.
    """
    if named == "utf-8":
        return declared != "utf-8" and as_utf8(body) is None
    if named != "windows-1252":
        return False
    return _is_foreign(body) and codecs.lookup(declared).name == _told_by_letters(body)


def _usual(body: bytes) -> str:
    """The encoding in which pages in the language that a page states were written before UTF-8, of several that which
    its letters tell; of a page that states none what they tell if they are no Latin ones; else windows-1252.

    Of a few letters with accents every Latin encoding makes others, and which are meant cannot be told.
    """
    stated = LANGUAGE.search(body[:PRESCAN])
    usual = USUAL.get(stated.group(1).decode("ascii").lower(), WESTERN) if stated else ()
    if len(usual) == 1:
        return usual[0]
    told = _told_by_letters(body) if usual or _is_foreign(body) else None
    return told if told and (not usual or told in usual) else (*usual, *WESTERN)[0]


def _is_foreign(body: bytes) -> bool:
    """Whether so many bytes stand for letters outside ASCII that the text is in no Latin script."""
    sample = TAGS.sub(b"", body[: 4 * PRESCAN])
    outside = len(sample.translate(None, ASCII))
    letters = sum(bytes((byte,)).isalpha() for byte in sample)
    return outside > FOREIGN * (outside + letters) and outside >= FEW_OUTSIDE_ASCII


def _told_by_letters(body: bytes) -> str | None:
    """Python's name of the encoding in which a page's letters are as they follow each other in some language."""
    import chardet  # few pages name neither their encoding nor a language that had but one

    told = chardet.detect(TAGS.sub(b" ", body[: 4 * PRESCAN]))["encoding"]
    return codecs.lookup(told).name if told else None


def _declared(body: bytes) -> str | None:
    """The encoding that the page names for itself; a page that can be read as ASCII is not UTF-16."""
    match = XML_ENCODING.match(body)
    named = codec(match.group(1).decode("ascii", "replace")) if match else None
    named = named or _named_by_meta(body[:FIRST]) or _named_by_meta(body[:PRESCAN])
    return "utf-8" if named and named.startswith("utf-16") else named


def _named_by_meta(head: bytes) -> str | None:
    """The encoding that the first <meta> of all that name one gives."""
    metas = (meta.group(1) for meta in META.finditer(_without_comments(head)))
    naming = (meta for meta in metas if b"charset" in meta.lower())  # to read all that one says takes twenty times this
    return next(filter(None, (codec(_charset(meta)) for meta in naming)), None)


def _charset(meta: bytes) -> str | None:
    """The label in a <meta>: its ``charset``, else in the ``content`` of one that stands for the HTTP header."""
    said: dict[bytes, bytes] = {}
    for name, *values in ATTRIBUTE.findall(meta):
        said.setdefault(name.lower(), b"".join(values))
    label = said.get(b"charset")
    if label is None and said.get(b"http-equiv", b"").strip().lower() == b"content-type":
        match = CHARSET.search(said.get(b"content", b""))
        label = match.group(1) if match else None
    return label.decode("ascii", "replace") if label else None


def _without_comments(head: bytes) -> bytes:
    """The markup outside comments; an unclosed one takes all the rest."""
    kept, at = [], 0
    while (start := head.find(b"<!--", at)) >= 0:
        kept.append(head[at:start])
        end = head.find(b"-->", start + 2)
        at = end + 3 if end >= 0 else len(head)
    return b"".join([*kept, head[at:]])


def _decoded(body: bytes, named: str) -> str:
    if named == "x-user-defined":
        return body.decode("latin-1").translate({byte: 0xF700 + byte for byte in range(0x80, 0x100)})
    return body.decode(named, "replace")


def is_plainly_utf8(text: str) -> bool:
    """Whether text that could be read as UTF-8 holds too much of it for chance."""
    return len(text) - len(text.encode("ascii", "ignore")) >= FEW_OUTSIDE_ASCII


def as_utf8(body: bytes) -> str | None:
    """The text if the bytes are UTF-8, whose last character may be cut off."""
    read = _read_as_utf8(body)
    return read[0] if read else None


def _read_as_utf8(body: bytes) -> tuple[str, int] | None:
    """The text if the bytes are UTF-8, and how many of them it is: a last character may be cut off."""
    try:
        return codecs.utf_8_decode(body)
    except UnicodeDecodeError:
        return None
