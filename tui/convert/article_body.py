"""The article's blocks and pictures out of the page's tree, and what was left out around them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.convert import body
from tui.convert.blocks import block_numbers, block_walk
from tui.convert.body import short_lines, sifting
from tui.convert.figures import captions
from tui.convert.guard import guarded
from tui.convert.left_out import record
from tui.convert.left_out.dropped_parts import DroppedParts
from tui.model.article import Block, Caption, LeftOut
from tui.model.warning import Warning
from tui.system.lazy_modules import lazy_modules

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

    from tui.convert.body import Body, embedded_data
    from tui.convert.input.page_kind import Kind, Reading
    from tui.convert.metadata.page_metadata import Metadata
    from tui.model.page import Page
else:  # few pages show little
    (embedded_data,) = lazy_modules("tui.convert.body", "embedded_data")

SHOWN = 1_500  # characters of text from which a page shows an article, and its data is not looked at
LEFT_OUT = "what was left out"
CUT_ARTICLE = Warning("incomplete", "the article is too long: only its beginning is shown")


class Walked(NamedTuple):
    """The article's blocks and figures, what was left out around them, and what is to be said of them.

    ``left_out`` is asked for it: None where it is not known.  ``title`` is the article's, where the page's own is
    another's.
    """

    blocks: tuple[Block, ...]
    figures: tuple[Caption, ...]
    left_out: Callable[[], tuple[LeftOut, ...] | None]
    warnings: list[Warning]
    title: str | None = None


def find(
    page: Page,
    reading: Reading,
    root: HtmlElement,
    meta: Metadata,
    base: str | None,
    dropped: DroppedParts,
    faults: list[Warning],
) -> Walked:
    """What the page shows, or holds as data where it shows less; the tree is changed."""
    settled = guarded(lambda: captions.settle(root, base, meta), None, faults, "the captions")
    found = body.find(root, meta, page.url, dropped) if reading.kind == "html" else body.whole(root)
    parts = found.parts
    if settled:
        parts = guarded(lambda: settled.finish(found.parts), parts, faults, "the captions")
    shown = _walked(found, parts, meta, base, dropped, faults, reading.kind)
    characters = sum(len(block.text) for block in shown.blocks if block.kind != "figure")
    if reading.kind == "html" and characters < SHOWN:
        hidden = guarded(
            lambda: embedded_data.instead(reading.markup, meta, page.url, shown.blocks, characters),
            None,
            faults,
            "the text in the page's data",
        )
        if hidden is not None:
            stored_parts = [hidden.page]
            parts = guarded(
                lambda: captions.settle(hidden.page, base, meta).finish(stored_parts),
                stored_parts,
                faults,
                "the captions",
            )
            stored = _walked(
                body.Body([], parts, host=found.host), parts, meta, base, DroppedParts(told=dropped.told), faults
            )
            return stored._replace(warnings=[embedded_data.TAKEN, *stored.warnings], title=hidden.title)
    return shown._replace(warnings=[*found.warnings, *shown.warnings])


def _walked(
    found: Body,
    parts: list[HtmlElement],
    meta: Metadata,
    base: str | None,
    dropped: DroppedParts,
    faults: list[Warning],
    kind: Kind = "html",
) -> Walked:
    """The blocks and figures in a body, and a warning if they are only the first of it."""
    marks = dropped.marks()
    places: list[tuple[HtmlElement, int]] = []
    walked, figures, cut = block_walk.walk(parts, base, leads=found.leads, marks=places)
    looks = sifting.facts(walked, found.host)
    if kind == "html" and not found.posts:
        short_lines.byline(looks, meta.authors)
    if found.posts:
        sifted = sifting.posts(looks)
    elif kind == "markdown":
        sifted = sifting.titled(looks, meta.title, meta.lead)
    else:
        sifted = sifting.sift(looks, meta.title, meta.lead, instructs=found.instructs)

    if base is None:
        sifted = sifting.led_nowhere(looks, sifted)
    left = record.LeftOutRecord(
        record.Marked(marks, base), places, looks, figures, tuple(sifted), found.beside, {*found.leads, *parts}
    )

    def parts_left() -> tuple[LeftOut, ...] | None:
        marks.update(dropped.inner_marks())
        return left.parts

    @cache
    def left_out() -> tuple[LeftOut, ...] | None:
        return guarded(parts_left, None, faults, LEFT_OUT) if dropped.told else None

    kept, shown = block_numbers.renumbered(sifted, figures)
    lost = left_out() if dropped.told and guarded(left.may_be_much, True, [], LEFT_OUT) else ()
    much = record.much_warning(lost or (), kept)
    return Walked(kept, shown, left_out, [CUT_ARTICLE] * cut + ([much] if much else []))
