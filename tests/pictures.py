"""Small pictures of the tests' own, and hostile ones, made byte by byte or by Pillow."""

from __future__ import annotations

import functools
import io
import struct
import zlib

from PIL import Image, ImageDraw


def scene(width: int, height: int) -> Image.Image:
    """A sky, a sea and a sun: a picture whose sides can be told apart."""
    image = Image.new("RGB", (width, height), (90, 150, 220))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height * 2 // 3, width, height), fill=(20, 60, 90))
    draw.ellipse((width // 8, height // 8, width // 8 + height // 3, height // 8 + height // 3), fill=(250, 220, 90))
    return image


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file of a format."""
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def picture(width: int = 60, height: int = 40) -> bytes:
    """The scene as a PNG."""
    return encoded(scene(width, height), "PNG")


@functools.cache
def bomb(side: int) -> bytes:
    """A small PNG of side × side black pixels."""
    row = b"\0" + b"\0" * ((side + 7) // 8)
    press = zlib.compressobj(9)
    rows = b"".join(press.compress(row) for _ in range(side)) + press.flush()
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
        + _chunk(b"IDAT", rows)
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


HOSTILE = {
    "login.png": b"<html>please log in</html>",
    "cut.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 50,
    "half.png": picture(300, 200)[:200],
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    "program.eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n(x) (w) file\n",
    "bitmap.bmp": encoded(scene(9, 9), "BMP"),
    "empty.png": b"",
    "liar.png": b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0)),
    "noise.webp": b"RIFF\x40\0\0\0WEBPVP8 " + bytes(range(64)),
    "noise.gif": b"GIF89a" + b"\xff" * 40,
}
