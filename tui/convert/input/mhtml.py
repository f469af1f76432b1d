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
from tui.convert.input import decode, saved_from
from tui.model.article import Enclosed
from tui.model.page import ReadingError
from tui.text.cleaning import clean_line

PAGE_TYPES = ("text/html", "application/xhtml+xml")
HOLDER = re.compile(rb"^content-type:[ \t\r\n]*(?:multipart|message)/", re.I | re.M)
SOURCE = re.compile(r"""(<img\b[^>]{0,2000}?\bsrc\s*=\s*)("[^"]{0,4000}"|'[^']{0,4000}'|[^\s>]{1,4000})""", re.I)


def read_mhtml(data: bytes) -> tuple[bytes, tuple[Enclosed, ...]]:
    """The page's markup, its pictures named ``cid:…``, and these pictures; ReadingError without a page."""
    message = BytesParser(policy=policy.compat32).parsebytes(_bounded(data))
    parts = [p for _, p in zip(range(MAX_PARTS), message.walk(), strict=False) if not p.is_multipart()]
    page = next((p for p in parts if p.get_content_type() in PAGE_TYPES), None)
    if page is None:
        raise ReadingError("this web archive holds no page; save the page again as HTML")
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
