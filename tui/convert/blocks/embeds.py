"""Players and foreign pages set into an article, told by a labelled link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.convert.links import absolute
from tui.text.cleaning import clean_line
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = ("iframe", "video", "audio")
PLAYER = late_pattern(r"video|embed|player|watch|podcast|audio", re.I)
# What a frame shows when it says so; other players show videos.
SHOWN = (
    ("Audio", re.compile(r"audio|podcast|episode|radio|soundcloud|spotify", re.I)),
    ("Map", re.compile(r"\bmaps?\b|openstreetmap|\bkarte\b", re.I)),
    ("Chart", re.compile(r"\b(?:chart|graph|diagram|diagramm|grafik|infographic|gráfico|graphique)s?\b", re.I)),
    ("Video", re.compile(r"video|youtu|vimeo|watch|player|film", re.I)),
)
EMBEDDED = "Embedded page"
ADVERTISED = late_pattern(r"\bads?\b|advert|werbung|anzeige|publicid|consent|cookie|captcha|tracking|pixel", re.I)
LABELS = {"video": "Video", "audio": "Audio"}
LEAST_SIDE = 60  # pixels of width or height: smaller frames measure, they show nothing


def link_of(element: HtmlElement, base: str | None) -> tuple[str, str] | None:
    """Label and address of what is embedded; None for advertisements, counters and what is not of the web."""
    sources = [element, *element.iter("source")]
    address = next((a for e in sources if (a := absolute(e.get("src") or e.get("data-src"), base))), None)
    if address is None or _is_small(element):
        return None
    title = clean_line(element.get("title") or element.get("aria-label") or "")
    if ADVERTISED.search(f"{title} {address} {element.get('id') or ''}"):
        return None
    said = f"{title} {address}"
    shown = LABELS.get(element.tag) or next((label for label, words in SHOWN if words.search(said)), None)
    if shown is None and not PLAYER.search(said):
        return None
    return f"{title or shown or EMBEDDED} ({urlsplit(address).hostname})", address


def _is_small(element: HtmlElement) -> bool:
    sizes = [element.get(name) or "" for name in ("width", "height")]
    return any(size.removesuffix("px").isdecimal() and int(size.removesuffix("px")) < LEAST_SIDE for size in sizes)
