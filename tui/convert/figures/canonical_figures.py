"""What is written into a canonical figure, and whether it says all that stood in the figure's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import element_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

UNTOLD = 200  # characters of a figure that may go untold: labels, controls, a second credit


def set_values(figure: HtmlElement, names: Sequence[str], values: Sequence[str | None]) -> None:
    for name, value in zip(names, values, strict=True):
        if value:
            figure.set(f"data-{name}", value)


def caption_all(first: HtmlElement, caption: str | None, credit: str | None) -> None:
    """Put what is said of several figures on the first of them, or before it."""
    if caption and first.get("data-caption"):
        heading = first.makeelement("figure")
        first.addprevious(heading)
        first = heading
    said = {"caption": caption, "credit": credit}
    missing = [name for name in said if not first.get(f"data-{name}")]
    set_values(first, missing, [said[name] for name in missing])


def leaves_words(unit: HtmlElement, words: tuple[str | None, str | None]) -> bool:
    """Whether more words stand in the unit than are told of it."""
    room = len(f"{words[0]}{words[1]}") + UNTOLD
    return len(element_text.text(unit)) > room and sum(len(t.strip()) for t in unit.itertext()) > room
