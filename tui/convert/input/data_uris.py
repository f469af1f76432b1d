"""Pictures written into the page itself as data addresses: taken out, and named by their number."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from tui.convert.bounds import MAX_ENCLOSED
from tui.model.article import Enclosed

if TYPE_CHECKING:
    from tui.convert.elements_by_tag import ElementsByTag

ADDRESS = re.compile(r"\s*data:(image/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml))((?:;[\w=.-]+)*)(;base64)?,", re.I)
LEAST_BYTES = 150  # bytes: smaller ones hold the place of a picture that a script would load
SOURCES = ("src", "data-src")


def take_out(elements: ElementsByTag) -> tuple[Enclosed, ...]:
    """The pictures in data addresses; their images are led to them by ``cid:`` names."""
    found: list[Enclosed] = []
    size = 0
    for image in elements.of("img"):
        for source in SOURCES:
            address = image.get(source)
            if not address or not (match := ADDRESS.match(address)):
                continue
            data = _data(address[match.end() :], "base64" in match.group().lower())
            size += len(data)
            if len(data) < LEAST_BYTES or size > MAX_ENCLOSED:
                continue
            name = f"cid:data{len(found) + 1}"
            found.append(Enclosed(name, match.group(1).lower(), data))
            image.set(source, name)
    return tuple(found)


def _data(text: str, is_base64: bool) -> bytes:
    try:
        return base64.b64decode(unquote_to_bytes(text)) if is_base64 else unquote_to_bytes(text)
    except (binascii.Error, ValueError):
        return b""
