"""How much of an article is kept: of its text, its pictures and its sources, and the signs that stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.library import Row

Completeness = Literal["whole", "part", "none"]
MARKS: dict[Completeness, str] = {"whole": "●", "part": "◐", "none": "○"}


def of_text(row: Row) -> Completeness:
    """Of the text: a part where something of it is known to be missing, or where it is what a feed has of it; none
    where it was not fetched yet."""
    if not row.words and (row.partial or row.text != "whole"):
        return "none"
    return "part" if row.partial or row.text != "whole" else "whole"


def of_pictures(row: Row) -> Completeness | None:
    """Of the pictures that captions speak of; None where there are none."""
    if not row.captions:
        return None
    return "whole" if row.pictures >= row.captions else "part" if row.pictures else "none"


def of_sources(row: Row, looked_for: bool = True) -> Completeness | None:
    """Of the sources: none where they were not looked for; None where nobody is cited."""
    if not looked_for:
        return "none"
    return "whole" if row.sources else None
