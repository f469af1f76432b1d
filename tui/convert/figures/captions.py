"""Pictures and what is said of them, settled into one canonical empty ``<figure>`` each.

``<figure data-caption="…" data-credit="…" data-alt="…" data-image="https://…" data-local="…">``;
attributes are absent when unknown.  Three shapes are recognised, in this order: a ``<figure>``; an element
marked as a caption beside a picture; a picture alone in a wrapper that is marked as a picture's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.elements_by_tag import HEADINGS
from tui.convert.figures import (
    alt_captions,
    canonical_figures,
    caption_text,
    credit_tails,
    described_pictures,
    figure_class_names,
    foreign_pictures,
    galleries,
    image_elements,
    named_players,
    picture_boxes,
    picture_wrappers,
    shown_words,
)
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.metadata.page_metadata import Metadata

MAX_PICTURES = 3_000  # pictures, figures and captions of a page that are looked at
CLIMB = 6  # ancestors of a picture that may be marked as one's
CAPTION_CLIMB = 5  # ancestors of a caption that may hold its picture
ORPHAN = 15  # characters of a caption that counts without its picture

PORTRAIT = 80  # characters of what is said of a portrait
# What is said of one beside the name: "Ada Moreno profile image", "Photo of Ada Moreno".
PORTRAYED = late_pattern(
    r"(?<!\w)(?:(?:profile|author)\s)?(?:image|photo|picture|portrait|headshot|avatar|foto|bild|porträt|profilbild)s?"
    r"(?:\s(?:of|von|de|di))?(?!\w)|['’]s(?=\s)",
    re.I,
)
NAMED_TAGS = ("p", "div", "span", "em", "small", "dd", "td", "section")  # of captions that their names mark
CAPTION_TAGS = ("figcaption", *NAMED_TAGS)
QUOTING = ("blockquote", "table", "pre")
LEFT_ALONE = ("iframe", "video", "audio", "object", "embed", "math", "ul", "ol", "form")


def settle(root: HtmlElement, base: str | None, metadata: Metadata | None = None) -> Settled:
    """Rewrite every picture of the tree, with all that belongs to it, as a canonical figure in place.

    Where the pictures are to be had from is left to ``Settled.finish``: most figures are not the article's.
    ``metadata`` tells of pictures that the page itself says nothing of.
    """
    known = described_pictures.Described(metadata.pictures if metadata else (), metadata.title if metadata else None)
    page = Settled(root, base, known, metadata.authors if metadata else ())
    figures = list(islice(root.iter("figure"), MAX_PICTURES))
    for figure in reversed(figures):
        page.settle_captioned(figure)
    for element in list(islice(_marked_captions(root), MAX_PICTURES)):
        page.settle_caption(element)
    for figure in reversed(figures):
        page.settle_plain(figure)
    for picture in list(islice(root.iter(*image_elements.TAGS), MAX_PICTURES)):
        page.settle_picture(picture)
    galleries.lift_galleries(root, page.frame)
    return page


class Settled:
    """A tree with canonical figures, or on the way there."""

    def __init__(
        self, root: HtmlElement, base: str | None, known: described_pictures.Described, authors: Sequence[str] = ()
    ) -> None:
        self.root = root
        self.base = base
        self.known = known
        self.authors = {said for name in authors if (said := shown_words.letters(name))}
        self.frame = picture_boxes.frame(root)
        self.foreign = foreign_pictures.ForeignPictures(self.frame)
        self.wrappers = picture_wrappers.PictureWrappers(self.frame)
        self.pictures: dict[HtmlElement, HtmlElement] = {}  # the picture that a canonical figure stands for

    def finish(self, parts: Sequence[HtmlElement]) -> list[HtmlElement]:
        """Give the canonical figures in the article's parts their addresses, and leave each picture once.

        Authors' portraits, which say nothing but their names, go.  Returns the parts that are left.
        """
        figures = [f for part in parts for f in part.iter("figure") if picture_boxes.is_canonical(f)]
        for figure in figures:
            if self._is_portrait(figure):
                picture_boxes.drop(figure)
            elif figure in self.pictures:
                canonical_figures.set_values(
                    figure, ("image", "local"), image_elements.address(self.pictures[figure], self.base)
                )
        left = picture_boxes.left_of(parts)
        self.known.tell(left)
        picture_boxes.leave_once([f for f in figures if f.getparent() is not None])
        return picture_boxes.left_of(left)

    def _is_portrait(self, figure: HtmlElement) -> bool:
        """Whether a figure says nothing but an author's name, and nobody is named for it."""
        said = figure.get("data-caption") or figure.get("data-alt") or ""
        letters = shown_words.letters(said) if len(said) <= PORTRAIT else ""
        if not any(name in letters for name in self.authors) or figure.get("data-credit"):
            return False
        return letters in self.authors or shown_words.letters(PORTRAYED.sub("", said)) in self.authors

    def settle_captioned(self, figure: HtmlElement) -> None:
        """A ``<figure>`` with a marked caption; inner figures come before outer ones."""
        if self._is_gone(figure):
            return
        if picture_boxes.holds(figure, QUOTING) or shown_words.is_longer(figure, caption_text.MAX_CAPTION):
            return
        if self.foreign.holds(figure):
            picture_boxes.drop(figure)
            return
        inner = list(islice(figure.iter("figure"), 1, 40))
        holders = caption_text.captions_in(figure)
        if inner:
            own = [h for h in holders if not picture_boxes.holds_canonical(h)]
            self._unwrap(figure, [f for f in inner if picture_boxes.is_canonical(f)], own)
            return
        shown = picture_boxes.pictures_in(figure)
        if picture_boxes.holds(figure, ("form",)):
            return
        if holders and not shown and named_players.name(figure, holders, self.base):
            return
        if (
            holders
            and (shown or not picture_boxes.holds(figure, LEFT_ALONE))
            and not (len(shown) > 1 and len(holders) > 1)
        ):
            caption, credit = caption_text.read(holders, figure)
            self._replace(figure, shown, caption, credit or caption_text.labelled_beside(figure, holders))

    def settle_caption(self, caption: HtmlElement) -> None:
        """An element marked as caption: with the nearest picture around or before it, else alone if surely one."""
        if not self._may_tell(caption):
            return
        unit = caption
        for around in islice(caption.iterancestors(), CAPTION_CLIMB):
            if around.tag in picture_boxes.STOP_TAGS or around in self.frame:
                break
            pictures = picture_boxes.pictures_in(around)
            if len(pictures) > 1 or (pictures and not self.wrappers.holds_little_but(around, caption)):
                break
            if pictures:
                holders = caption_text.captions_in(around) or [caption]
                text, credit = caption_text.read(holders, around)
                self._replace(around, pictures, text, credit or caption_text.labelled_beside(around, holders))
                return
            unit = around
        if unit is not caption and not self.wrappers.holds_little_but(unit, caption):
            unit = caption
        self._settle_apart(caption, unit)

    def _may_tell(self, caption: HtmlElement) -> bool:
        """Whether an element marked as caption is one of the article's that has not been settled yet."""
        return not (
            self._is_gone(caption)
            or picture_boxes.is_canonical(caption)
            or picture_boxes.holds(caption, (*image_elements.TAGS, *HEADINGS))
            or picture_boxes.holds_canonical(caption)
            or self.foreign.holds(caption)
            or any(_is_left_alone(a) for a in islice(caption.iterancestors(), 4))
        )

    def _settle_apart(self, caption: HtmlElement, unit: HtmlElement) -> None:
        """A caption without a picture around it, alone in ``unit``: it goes to the picture before, or stands alone."""
        text, credit = caption_text.read([caption], unit)
        before = picture_boxes.picture_before(unit)
        fits = not picture_boxes.holds_canonical(unit) and not canonical_figures.leaves_words(unit, (text, credit))
        if before is not None and (text or credit) and fits:
            if not credit and (signed := caption_text.signature_after(unit)) is not None:
                credit = caption_text.credit_of(signed)
                picture_boxes.drop(signed)
            picture_boxes.drop(unit)
            self._replace(self.wrappers.of(before), [before], text, credit)
        elif text and len(text) >= ORPHAN and self._stands_alone(caption):
            self._replace(unit, [], text, credit)

    def _stands_alone(self, caption: HtmlElement) -> bool:
        return picture_boxes.is_surely_caption(caption) and not picture_boxes.holds(caption, LEFT_ALONE)

    def settle_plain(self, figure: HtmlElement) -> None:
        """A ``<figure>`` without marked caption: its words are the caption when they can be."""
        if self._is_gone(figure) or figure.tag != "figure" or picture_boxes.is_canonical(figure):
            return
        shown = picture_boxes.pictures_in(figure)
        if not shown or len(shown) > 1 or picture_boxes.holds(figure, (*QUOTING, *LEFT_ALONE)):
            return
        if self.foreign.holds(shown[0]):  # the preview of another page, whose words are read as those of a link
            picture_boxes.drop(shown[0])
            figure.tag = "div"
            return
        caption, credit = caption_text.read([figure], figure)
        if caption and not picture_boxes.may_be_caption(figure, caption):
            caption = None
        if not caption:
            echo = alt_captions.echo(shown[0], figure, self.frame)
            caption, credit = (echo[0], echo[1] or credit) if echo else (None, credit)
        if not credit and (signed := caption_text.signature_after(figure)) is not None:
            credit = caption_text.credit_of(signed)
            picture_boxes.drop(signed)
        self._replace(figure, shown, caption, credit)

    def settle_picture(self, picture: HtmlElement) -> None:
        """A picture without figure or marked caption: its wrapper's words, else its alternative text, else nothing."""
        if self._is_gone(picture):
            return
        if image_elements.become_formula(picture):
            return
        character = image_elements.emoji(picture)
        if character:
            picture.tail = character + (picture.tail or "")
        if character or image_elements.is_decoration(picture) or self.foreign.holds(picture):
            picture_boxes.drop(picture)
            return
        wrapped = any(
            figure_class_names.of(a) & figure_class_names.PICTURED for a in islice(picture.iterancestors(), CLIMB)
        )
        unit = self.wrappers.of(picture)
        if not wrapped and self._settle_in_box(picture, unit):
            return
        if not wrapped and not self._is_told(picture, unit) and not self._stands_in_text(unit, picture):
            picture_boxes.drop(picture)
            return
        unit, caption, credit = self._said_around(picture, unit)
        self._replace(unit, [picture], caption, credit)

    def _said_around(self, picture: HtmlElement, unit: HtmlElement) -> tuple[HtmlElement, str | None, str | None]:
        """What a picture's figure stands for, its wrapper ``unit`` or more, and caption and credit in and beside it."""
        caption, credit = None, None
        around = unit.getparent()
        if (
            around is not None
            and around not in self.frame
            and around.tag not in picture_boxes.STOP_TAGS
            and picture_boxes.is_picture_wrapper(around)
        ):
            told, by = caption_text.read([around], around)
            if told is None or picture_boxes.may_be_caption(around, told):
                unit, caption, credit = around, told, by
        echo = None if caption else alt_captions.echo(picture, unit, self.frame)
        if echo:
            caption, credit, unit = echo[0], echo[1] or credit, echo[2]
        if not caption and (line := caption_text.line_beside(unit)) is not None:
            caption, by = caption_text.read([line], line)
            credit = by or credit
            picture_boxes.drop(line)
        if not caption and credit and (name := picture_boxes.name_of_offer(unit)) is not None:
            caption = shown_words.text_of(name)
            picture_boxes.drop(name)
        return unit, caption, credit

    def _settle_in_box(self, picture: HtmlElement, unit: HtmlElement) -> bool:
        """Whether the picture stands with a caption in a box of its own between the paragraphs, without any mark."""
        box = picture_boxes.box_between_text(unit, self.frame)
        if box is None:
            box = picture_boxes.signed_box(unit, self.frame)
        if box is None or not picture_boxes.is_bare_box(box):
            return False
        caption, credit = caption_text.read_boxed(box, surely=picture_boxes.holds(box, ("p",)))
        if not caption or not credit or (len(caption) < ORPHAN and not credit_tails.is_east_asian_caption(caption)):
            return False
        self._replace(box, [picture], caption, credit)
        return True

    def _is_described(self, picture: HtmlElement | None) -> bool:
        return picture is not None and self.known.holds(picture, self.base)

    def _is_told(self, picture: HtmlElement, unit: HtmlElement) -> bool:
        """Whether anything is said of a picture: by itself, by a line after its wrapper or by the article's data."""
        if image_elements.is_meaningful(image_elements.alt(picture)) or image_elements.stated_caption(picture):
            return True
        return self._is_described(picture) or caption_text.line_beside(unit) is not None

    def _stands_in_text(self, unit: HtmlElement, picture: HtmlElement | None) -> bool:
        """Whether a picture without a word is the article's: a figure, or a large one, alone between its paragraphs."""
        if picture is None:
            return False
        unit = self.wrappers.raised(unit)
        if unit.tag != "figure" and not image_elements.is_large(picture):
            return False
        between = picture_boxes.follows_text(unit) and picture_boxes.precedes_text(unit)
        return between and unit.getparent() in self.frame and any(image_elements.address(picture, self.base))

    def _is_gone(self, element: HtmlElement) -> bool:
        """Whether the element was removed with something around it, so that nothing around it holds the article."""
        at: HtmlElement | None = element
        while at is not None and at not in self.frame:
            at = at.getparent()
        return at is None

    def _unwrap(self, figure: HtmlElement, inner: Sequence[HtmlElement], own: Sequence[HtmlElement]) -> None:
        """A figure around figures: its caption goes to the first, or before them if that has one of its own."""
        if inner and own:
            canonical_figures.caption_all(inner[0], *caption_text.read(own, figure))
            for element in own:
                picture_boxes.drop(element)
        figure.tag = "div"

    def _replace(
        self, unit: HtmlElement, shown: Sequence[HtmlElement], caption: str | None, credit: str | None
    ) -> None:
        """Make the unit a canonical figure, or remove it when nothing is told of it."""
        picture = shown[0] if shown else None
        if picture_boxes.holds_canonical(unit):
            if picture is None:
                return
            unit = picture
        caption, credit, lost = self._told(picture, caption, credit)
        alt = image_elements.alt(picture) if picture is not None else None
        credit = credit or (credit_tails.in_brackets(alt) if alt else None)
        shows = bool(caption or credit or image_elements.is_meaningful(alt))
        if not shows and (lost or not (self._is_described(picture) or self._stands_in_text(unit, picture))):
            for element in shown if shown_words.has_words(unit) and not lost else [unit]:
                picture_boxes.drop(element)
            return
        if canonical_figures.leaves_words(unit, (caption, credit)):
            return  # what is not told would be lost
        unit = self.wrappers.raised(unit)
        figure = unit.makeelement("figure")
        canonical_figures.set_values(figure, ("caption", "credit", "alt"), (caption, credit, alt))
        if picture is not None and (picture is unit or not shows):
            canonical_figures.set_values(figure, ("image", "local"), image_elements.address(picture, self.base))
        elif picture is not None:
            self.pictures[figure] = picture
        figure.tail = unit.tail
        above = unit.getparent()
        if above is not None:
            above.replace(unit, figure)

    def _told(
        self, picture: HtmlElement | None, caption: str | None, credit: str | None
    ) -> tuple[str | None, str | None, bool]:
        """Caption and credit with what the picture itself states; whether the caption was a byline and went."""
        if picture is not None and not caption and (stated := image_elements.stated_caption(picture)):
            caption, by = caption_text.part(stated, credit)
            credit = credit or by
        if picture is not None and (by := image_elements.stated_credit(picture)):
            caption, credit = caption_text.part(caption, by) if caption else (None, credit or by)
        if picture is not None and caption and not credit:
            credit = caption_text.title_credit(image_elements.attributes(picture).get("title", ""), caption)
        lost = bool(caption and picture_boxes.is_byline(caption))
        if lost or (caption and picture is None and len(caption) < ORPHAN):
            caption = None
        return caption, credit, lost


def _marked_captions(root: HtmlElement) -> Iterable[HtmlElement]:
    named = [(element, names) for element in root.iter(*NAMED_TAGS) if (names := element.get("class"))]
    telling = figure_class_names.captions_among({names for _, names in named})
    by_tag: Iterable[HtmlElement] = root.iter("figcaption")
    if not telling:  # as on most pages
        return by_tag
    marked = {element for element, names in named if names in telling}
    marked.update(by_tag)
    return filter(marked.__contains__, root.iter(*CAPTION_TAGS))


def _is_left_alone(figure: HtmlElement) -> bool:
    """Whether a figure shows a quotation, a table or code, or nothing but an embed."""
    if figure.tag != "figure":
        return False
    return picture_boxes.holds(figure, QUOTING) or (
        picture_boxes.holds(figure, LEFT_ALONE) and not picture_boxes.pictures_in(figure)
    )
