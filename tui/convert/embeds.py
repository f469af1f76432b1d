"""Players and foreign pages set into an article, told by a labelled link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.cleaning import clean_line
from tui.convert.links import absolute

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = ("iframe", "video", "audio")
PLAYER = re.compile(r"video|embed|player|watch|podcast|audio", re.I)
ADVERTISED = re.compile(r"\bads?\b|advert|werbung|anzeige|publicid|consent|cookie|captcha|tracking|pixel", re.I)
LABELS = {"iframe": "Video", "video": "Video", "audio": "Audio"}
LEAST = 60  # pixels of width or height: smaller frames measure, they show nothing


def link_of(element: HtmlElement, base: str | None) -> tuple[str, str] | None:
    """Label and address of what is embedded; None for advertisements, counters and what is not of the web."""
    sources = [element, *element.iter("source")]
    address = next((a for e in sources if (a := absolute(e.get("src") or e.get("data-src"), base))), None)
    if address is None or _is_small(element):
        return None
    title = clean_line(element.get("title") or element.get("aria-label") or "")
    if ADVERTISED.search(f"{title} {address} {element.get('id') or ''}"):
        return None
    if element.tag == "iframe" and not PLAYER.search(f"{title} {address}"):
        return None
    return f"{title or LABELS[element.tag]} ({urlsplit(address).hostname})", address


def _is_small(element: HtmlElement) -> bool:
    sizes = [element.get(name) or "" for name in ("width", "height")]
    return any(size.removesuffix("px").isdecimal() and int(size.removesuffix("px")) < LEAST for size in sizes)
