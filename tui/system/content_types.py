"""What bytes are, by their first ones and by their files' names: pages, pictures, and what is no text at all."""

from __future__ import annotations

import re

from tui.model.frozen import value

HEAD = 4096  # bytes looked at
PAGE_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".php": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".xht": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mdown": "text/markdown",
    ".mkd": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
}
# Media types of feeds, those that servers should name first; the others are seen, too.
FEED_TYPES = (
    "application/atom+xml", "application/rss+xml", "application/feed+json", "application/rdf+xml",
    "application/x-rss+xml", "application/x-atom+xml", "application/rss", "application/atom",
)  # fmt: skip
# What feeds come as, too, but much else with them.
XML_TYPES = ("application/xml", "text/xml")
JSON_TYPE = "application/json"
MARKUP = (
    rb"(?i)<(?:!doctype\s+html|html|head|body|article|section|main|div|p|table|meta|title|h[1-6]|span|a|br|ul|ol|b|i|center|font)"
    rb"(?:[\s>/]|$)"
)
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# A text has hardly a control character; ESC is left out because ISO-2022 encodings shift with it, NUL because
# UTF-16 is full of it.
CONTROL_BYTES = bytes(c for c in range(1, 32) if c not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
MAX_CONTROL_SHARE = 0.05


@value(frozen=True, slots=True)
class PictureFormat:
    """A format of pictures that is kept and shown.

    ``magic``: one of these byte strings stands at its place (offset in bytes) in every such file.  ``suffixes``: of
    file names, the one that kept files get first.  ``pillow``: Pillow's names of the format and of its plugin.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    magic: tuple[tuple[int, bytes], ...]
    pillow: tuple[str, str]


PICTURE_FORMATS = (
    PictureFormat("PNG", "image/png", (".png",), ((0, b"\x89PNG\r\n\x1a\n"),), ("PNG", "PngImagePlugin")),
    PictureFormat(
        "JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe"), ((0, b"\xff\xd8\xff"),), ("JPEG", "JpegImagePlugin")
    ),
    PictureFormat("GIF", "image/gif", (".gif",), ((0, b"GIF87a"), (0, b"GIF89a")), ("GIF", "GifImagePlugin")),
    PictureFormat("WebP", "image/webp", (".webp",), ((8, b"WEBPVP8"),), ("WEBP", "WebPImagePlugin")),
    PictureFormat("AVIF", "image/avif", (".avif",), ((4, b"ftypavif"), (4, b"ftypavis")), ("AVIF", "AvifImagePlugin")),
)
PICTURE_NAMES = ", ".join(form.name for form in PICTURE_FORMATS)

GZIP_MAGIC = b"\x1f\x8b"
# First bytes, where they stand, and what begins so; none of it is a text.
BINARIES = (
    (0, b"%PDF-", "a PDF document"),
    *((at, magic, "a picture") for form in PICTURE_FORMATS for at, magic in form.magic),
    (4, b"ftyp", "a picture or video file"),
    (0, b"RIFF", "a sound or video file"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document"),
    (0, b"PK\x05\x06", "a ZIP archive"),
    (0, GZIP_MAGIC, "a gzip archive"),
    (0, b"\x1f\x9d", "a compressed archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90", "a program"),
    (0, b"SQLite format 3\x00", "a database"),
    (0, b"OggS", "a sound or video file"),
    (0, b"ID3", "a sound file"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (0, b"%!PS", "a PostScript document"),
)


def is_markup(data: bytes) -> bool:
    """Whether the first bytes hold an element of HTML, one that stands in running text included."""
    return re.search(MARKUP, data[:HEAD]) is not None


def picture_type(data: bytes) -> str | None:
    """The media type of a picture by its first bytes; None for anything that is not kept as a picture."""
    for form in PICTURE_FORMATS:
        if any(data[at : at + len(magic)] == magic for at, magic in form.magic):
            return form.media_type
    return None


def binary_name(data: bytes) -> str | None:
    """What a file without text is called ("a PDF document"), by its first bytes; None if they are not known."""
    for at, magic, name in BINARIES:
        if data[at : at + len(magic)] == magic:
            return name
    return None


def is_binary(data: bytes) -> bool:
    """Whether the first bytes hold more control characters than any text does."""
    head = data[:HEAD]
    if head.startswith(UTF16_MARKS):
        return False
    return len(head) - len(head.translate(None, CONTROL_BYTES)) > len(head) * MAX_CONTROL_SHARE
