"""Pictures that the article's data describes, and the figures that get their captions and credits from it.

Some pages show a picture without a word and tell its caption and photographer only in their data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tui.convert.figures import caption_text, credits, image_elements, picture_boxes
from tui.convert.metadata.titles import letters
from tui.model import frozen
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata.stated_pictures import StatedPicture

LEAST_NAME = 6  # letters and digits of a file's name that tells it from others

# What image servers add to a file's name for each size: "wall-1024x683", "wall_1200", "wall@2x", "wall-scaled".
SIZE = late_pattern(r"(?:[-_@](?:\d{2,4}x\d{2,4}|\d{3,4}[wh]?|[23]x|scaled|large|medium|small|full|thumb))+\Z", re.I)
SUFFIX = late_pattern(r"\.[a-z]{3,4}\Z", re.I | re.A)
COMMON_WORDS = "original default picture photo image master index full large medium small thumbnail crop download file"
COMMON = frozenset(COMMON_WORDS.split())


@frozen.value(frozen=True, slots=True)
class Picture:
    """Cleaned; ``address`` is an absolute http(s) one. Caption or credit is told, mostly both."""

    address: str
    caption: str | None = None
    credit: str | None = None


def known_pictures(stated: Iterable[StatedPicture]) -> tuple[Picture, ...]:
    """Those of the stated pictures that have a caption or a credit, each file once."""
    found: dict[str, Picture] = {}
    for picture in filter(None, map(_picture, stated)):
        found.setdefault(_file(picture.address), picture)
    return tuple(found.values())


class Described:
    """The described pictures of one article, to be found by their files."""

    def __init__(self, stated: Sequence[StatedPicture], title: str | None) -> None:
        shown = known_pictures(stated)
        self.title = letters(title or "")
        self.files = {name: picture for picture in shown if (name := _file(picture.address))}
        self.first = next((p for p in shown if self._is_first(p)), None)

    def holds(self, picture: HtmlElement, base: str | None) -> bool:
        """Whether a caption or credit of this picture is told."""
        if not self.files:
            return False
        return any(_file(address) in self.files for address in image_elements.address(picture, base) if address)

    def tell(self, parts: Sequence[HtmlElement]) -> None:
        """Give the figures that say nothing what is told of their files; parts without any figure get the first."""
        if not self.files:
            return
        figures = [f for part in parts for f in part.iter("figure") if picture_boxes.is_canonical(f)]
        if figures:
            told = {letters(c) for f in figures if (c := f.get("data-caption"))}
            for figure in figures:
                self._tell_of(figure, told)
        elif self.first and parts:
            _put_first(parts[0], self.first, self._caption(self.first))

    def _tell_of(self, figure: HtmlElement, told: set[str]) -> None:
        address = figure.get("data-image") or figure.get("data-local")
        picture = self.files.get(_file(address)) if address else None
        if picture is None:
            return
        told.add(letters(figure.get("data-alt") or ""))  # what was written for those who do not see the picture
        if not figure.get("data-caption") and (caption := self._caption(picture)) and letters(caption) not in told:
            told.add(letters(caption))
            figure.set("data-caption", caption)
        if not figure.get("data-credit") and picture.credit:
            figure.set("data-credit", picture.credit)

    def _is_first(self, picture: Picture) -> bool:
        """Whether a picture says enough for one that the page itself does not show, and not just the title."""
        return image_elements.is_meaningful(picture.caption) and letters(picture.caption or "") != self.title

    def _caption(self, picture: Picture) -> str | None:
        """The caption, unless it only says the title again, its beginning, or the file's name.

        Systems that write such data by themselves fill it in with what they have.
        """
        said = letters(picture.caption or "")
        made_up = (
            self.title.startswith(said)
            or said == _file(picture.address)
            or image_elements.is_file_name(picture.caption or "")
        )
        return None if made_up else picture.caption


def _put_first(part: HtmlElement, picture: Picture, caption: str | None) -> None:
    """A figure of the picture before all else; words that are no caption stand for those who do not see it."""
    figure = part.makeelement("figure")
    alt = None if caption else picture.caption
    for name, value in (("image", picture.address), ("caption", caption), ("credit", picture.credit), ("alt", alt)):
        if value:
            figure.set(f"data-{name}", value)
    figure.tail, part.text = part.text, None
    part.insert(0, figure)


def _picture(stated: StatedPicture) -> Picture | None:
    named = next((name for credit in stated.credits if (name := credits.bare(credit))), None)
    caption, credit = caption_text.part(stated.text, named)
    return Picture(stated.address, caption, credit) if caption or credit else None


def _file(address: str) -> str:
    """What tells a picture's file from others whatever its size and server: its name, else its whole path."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return ""
    name = letters(SIZE.sub("", SUFFIX.sub("", path.rpartition("/")[2])))
    return name if len(name) >= LEAST_NAME and name not in COMMON else path
