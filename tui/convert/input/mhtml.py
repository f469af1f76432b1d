"""MHTML: a page and its pictures in one MIME message, as browsers save it (RFC 2557).

Nothing is written anywhere: pictures stay in memory, by the name under which the page refers to them.
"""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from urllib.parse import urljoin

from tui.convert.bounds import MAX_ENCLOSED, MAX_HOLDERS, MAX_PARTS
from tui.convert.input import decode, saved_from, tree
from tui.model.article import Enclosed
from tui.model.page import ReadingError
from tui.text.cleaning import clean_line

PAGE_TYPES = ("text/html", "application/xhtml+xml")
HOLDER = re.compile(rb"^content-type:[ \t\r\n]*(?:multipart|message)/", re.I | re.M)
UNSHOWN = frozenset("script style noscript".split())
MOST_PAGES = 20  # pages of an archive, most of them advertisements in frames
LITTLE = 200  # characters of a page that holds no text of its own
SOURCE = re.compile(r"""(<img\b[^>]{0,2000}?\bsrc\s*=\s*)("[^"]{0,4000}"|'[^']{0,4000}'|[^\s>]{1,4000})""", re.I)


def read_mhtml(data: bytes) -> tuple[bytes, tuple[Enclosed, ...]]:
    """The page's markup, its pictures named ``cid:…``, and these pictures; ReadingError without a page."""
    message = BytesParser(policy=policy.compat32).parsebytes(_bounded(data))
    parts = [p for _, p in zip(range(MAX_PARTS), message.walk(), strict=False) if not p.is_multipart()]
    pages = [p for p in parts if p.get_content_type() in PAGE_TYPES][:MOST_PAGES]
    if not pages:
        raise ReadingError("this web archive holds no page; save the page again as HTML")
    page = pages[0] if len(pages) == 1 or _shows(pages[0]) > LITTLE else max(pages, key=_shows)
    body = _payload(page)
    address = _header(page, "Content-Location")
    markup = decode.decode(body, _charset(page))
    pictures: dict[str, Enclosed] = {}
    names: dict[str, str] = {}
    size = 0
    for part in parts:
        if part is page or part.get_content_maintype() != "image":
            continue
        content = _payload(part)
        size += len(content)
        if size > MAX_ENCLOSED:
            break
        name = f"cid:{_header(part, 'Content-ID').strip('<>') or f'part{len(pictures) + 1}'}"
        pictures[name] = Enclosed(name, clean_line(part.get_content_type()), content)
        names[name] = name
        location = _header(part, "Content-Location")
        if location:
            names[location] = names[urljoin(address, location)] = name
    base = f'<base href="{address}">' if address.startswith(("http://", "https://")) and '"' not in address else ""
    named = SOURCE.sub(lambda m: _named(m, names, address), markup)
    html = saved_from.with_address(named.encode("utf-8", "replace"), address)
    return base.encode("utf-8", "replace") + html, tuple(pictures.values())


def _shows(page: object) -> int:
    """Characters of what a page shows: one that is nothing but a frame shows what stands in another part."""
    body = tree.parse(decode.decode(_payload(page), _charset(page))).find("body")
    if body is None:
        return 0
    shown = (text for e in body.iter("*") for text in (e.text if e.tag not in UNSHOWN else None, e.tail) if text)
    return sum(len(text.strip()) for text in shown)


def _bounded(data: bytes) -> bytes:
    """The message with at most ``MAX_HOLDERS`` parts that hold others: the parser calls itself for each level."""
    holders = list(islice(HOLDER.finditer(data), MAX_HOLDERS + 1))
    if len(holders) <= MAX_HOLDERS:
        return data
    end = holders[-1].start()
    return data[:end] + HOLDER.sub(b"Content-Type: text/", data[end:])


def _named(match: re.Match[str], names: dict[str, str], address: str) -> str:
    """The image with the name of the part that it shows."""
    source = match.group(2).strip("\"'").replace("&amp;", "&")
    try:
        name = names.get(source) or names.get(urljoin(address, source))
    except ValueError:
        name = None
    return f'{match.group(1)}"{name}"' if name else match.group()


def _header(part: EmailMessage | object, name: str) -> str:
    value = part.get(name) if hasattr(part, "get") else None
    return clean_line(str(value)) if value else ""


def _charset(part: object) -> str | None:
    get = getattr(part, "get_content_charset", None)
    try:
        return get() if get else None
    except (LookupError, ValueError):
        return None


def _payload(part: object) -> bytes:
    get = getattr(part, "get_payload", None)
    payload = get(decode=True) if get else b""
    return payload if isinstance(payload, bytes) else b""
