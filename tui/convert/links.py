"""Addresses found in a page → absolute addresses that may be kept and shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from tui.text.cleaning import is_harmless, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

# Where the relative links of a page lead that does not say where it is from: to its own site (RFC 2606, "invalid").
NOWHERE = "http://nowhere.invalid/"
SCHEMES = ("http://", "https://")
PLACE_SIGNS = frozenset("¶#§🔗⚓↑^⬆⇧")  # on links that say where they stand, or lead back from a note
# The two forms that most links have, in which nothing needs mending: an address, and a path from the site's root.
_site = r"https?://[a-zA-Z0-9.-]+(?::\d{1,4})?"
_rest = r"(?:\?[\w%:/?@!$&()*+,;=~.\[\]-]+)?(?:#[\w%:/?#@!$&()*+,;=~.\[\]-]+)?\Z"
SITE = re.compile(rf"{_site}(?=[/?#]|\Z)", re.A)
PLAIN = re.compile(rf"{_site}(?:\Z|/[\w%:/@!$&()*+,=~.-]*{_rest})", re.A)
FROM_ROOT = re.compile(rf"(?!//)(?:/(?!\.)[\w%:@!$&()*+,=~.-]*)+{_rest}", re.A)
RESERVED = "%:/?#[]@!$&()*+,;=~-._"


def absolute(address: str | None, base: str | None) -> str | None:
    """The http(s) address that ``address`` means on a page at ``base``; None for every other scheme.

    Characters that no address may hold are percent-encoded, as browsers do.
    """
    address = (address or "").strip()
    if not address or len(address) > 4_000:
        return None
    if PLAIN.match(address):
        return address
    if base and FROM_ROOT.match(address) and (site := SITE.match(base)) and len(address) + site.end() <= 4_000:
        return site.group() + address
    try:
        joined = urljoin(base or "", address)
    except ValueError:
        return None
    if not joined[:8].lower().startswith(SCHEMES) or not is_harmless(joined):
        return None
    scheme, _, rest = joined.partition("://")
    host, slash, path = rest.partition("/")
    return web_address(f"{scheme.lower()}://{host}{slash}{_encoded(path)}")


def _encoded(path: str) -> str:
    """Percent-encode what is unsafe in plain text; letters of other scripts stay readable."""
    return "".join(c if c.isalnum() or c in RESERVED else quote(c) for c in path)


def article_address(address: str | None, base: str | None) -> str | None:
    """Like ``absolute``, but ``#anchor`` stays (a jump inside the article) and mailto addresses pass."""
    address = (address or "").strip()
    if address.startswith("#"):
        return address if len(address) > 1 else None
    if address[:7].lower() == "mailto:" and "@" in address and "?" not in address and len(address) < 300:
        return address if is_harmless(address) and not any(c in address for c in " <>\"'") else None
    return absolute(address, base)


def marks_place(link: HtmlElement) -> bool:
    """Whether a link says nothing but a sign for a place on its page: "¶" beside a heading, "↑" behind a note."""
    return "#" in (link.get("href") or "") and not len(link) and (link.text or "").strip() in PLACE_SIGNS


def base(stated: Iterable[HtmlElement], url: str | None) -> str | None:
    """The address that relative links of a page are resolved against: that of a ``<base>`` if it is a web address."""
    for element in stated:
        if element.get("href"):
            return absolute(element.get("href"), url) or url
    return url
