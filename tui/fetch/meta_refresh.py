"""Where a page leads by ``<meta http-equiv="refresh">`` or a header of that name, as browsers follow it."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

LOOKED_AT = 64 * 1024  # bytes; such an element stands in the head
LONGEST_WAIT = 5  # seconds; a longer one means that the page is to be read first
# What a browser that runs scripts does not read, or does not read as elements.
INERT = re.compile(rb"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
META = re.compile(rb"<meta\b([^>]{1,2000})>", re.I)
ATTRIBUTE = re.compile(rb"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
CONTENT = re.compile(
    r"""\s*(\d{1,4})(?:\.\d*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(\S.*))""", re.I | re.S
)


def refresh_target(body: bytes, url: str, header: str | None = None) -> str | None:
    """The absolute http(s) address that the page sends its reader on to within a few seconds, or None."""
    if header and (target := _target(header, url)):
        return target
    if b"refresh" not in body[:LOOKED_AT].lower():
        return None
    for element in META.finditer(INERT.sub(b"", body[:LOOKED_AT])):
        attributes = {name.lower(): b"".join(values) for name, *values in ATTRIBUTE.findall(element[1])}
        if attributes.get(b"http-equiv", b"").strip().lower() != b"refresh":
            continue
        if target := _target(unescape(attributes.get(b"content", b"").decode("utf-8", "replace")), url):
            return target
    return None


def _target(content: str, url: str) -> str | None:
    given = CONTENT.match(content)
    if given and int(given[1]) <= LONGEST_WAIT:
        return _elsewhere(url, (given[2] or given[3] or given[4] or "").strip())
    return None


def _elsewhere(url: str, given: str) -> str | None:
    try:
        target = urldefrag(urljoin(url, given)).url
    except ValueError:
        return None
    leads_away = target != urldefrag(url).url and target.lower().startswith(("http://", "https://"))
    return target if leads_away else None
