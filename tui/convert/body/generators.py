"""The program that made a page, as it names itself in ``<meta name="generator">``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.convert.elements_by_tag import ElementsByTag


def named(elements: ElementsByTag) -> str:
    """What it calls itself, a line for each name; empty for most pages."""
    metas = (meta for meta in elements.of("meta") if (meta.get("name") or "").lower() == "generator")
    return "\n".join(meta.get("content") or "" for meta in metas)
