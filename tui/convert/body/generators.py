"""The program that made a page, as it names itself in ``<meta name="generator">``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from tui.convert.elements_by_tag import ElementsByTag


def is_made_by(elements: ElementsByTag, programs: re.Pattern[str]) -> bool:
    """Whether it was one of these."""
    metas = (meta for meta in elements.of("meta") if (meta.get("name") or "").lower() == "generator")
    return any(programs.search(meta.get("content") or "") for meta in metas)
