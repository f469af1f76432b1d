"""What a page says about itself: title, authors, times, language, site, addresses, standfirst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui.cleaning import clean_line, web_address
from tui.convert import islands

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Metadata:
    """Cleaned; None or empty where the page says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str | None = None
    lead: str | None = None
    original: str | None = None
    canonical: str | None = None


def read(root: HtmlElement, url: str | None) -> Metadata:
    """The metadata of a page whose tree is still whole; ``url`` is where the page came from."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if name and meta.get("content"):
            metas.setdefault(name, clean_line(meta.get("content") or ""))
    article = next((t for t in islands.things(root) if islands.kinds(t) & islands.ARTICLE_KINDS), {})
    title = islands.worded(article.get("headline")) or metas.get("og:title") or root.findtext(".//title")
    names = [islands.worded(a) for a in islands.listed(article.get("author"))]
    canonical = root.find(".//link[@rel='canonical']")
    address = canonical.get("href") if canonical is not None else metas.get("og:url")
    return Metadata(
        title=clean_line(title) if title else None,
        authors=tuple(clean_line(n) for n in names if n),
        published=metas.get("article:published_time") or islands.worded(article.get("datePublished")),
        modified=metas.get("article:modified_time") or islands.worded(article.get("dateModified")),
        language=root.get("lang"),
        site=metas.get("og:site_name"),
        canonical=_absolute(address, url),
    )


def _absolute(address: str | None, base: str | None) -> str | None:
    if not address:
        return None
    try:
        return web_address(urljoin(base or "", address.strip()))
    except ValueError:
        return None
