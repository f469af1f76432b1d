"""Players in figures, named by the words below them: such a figure shows no picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.convert.blocks import embeds
from tui.convert.figures import caption_text, picture_boxes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_NAME = 400  # characters of a caption that names a player


def name(figure: HtmlElement, captions: Sequence[HtmlElement], base: str | None) -> bool:
    """Whether the figure shows a player; the caption's words become its name then."""
    player = next(figure.iter(*embeds.TAGS), None)
    if (
        player is None
        or embeds.link_of(player, base) is None
        or any(picture_boxes.holds(c, embeds.TAGS) for c in captions)
    ):
        return False
    text, credit = caption_text.read(captions, figure)
    said = f"{text} ({credit})" if text and credit else text or credit
    if not said or len(said) > MAX_NAME:
        return False
    player.set("title", said)
    for caption in captions:
        picture_boxes.drop(caption)
    return True
