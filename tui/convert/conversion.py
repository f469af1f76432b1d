"""The stages of a conversion, one after the other, and what a fault in one of them costs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.convert import article_body, links, sources
from tui.convert.blocks import block_numbers
from tui.convert.body import menus, page_kinds, paywall
from tui.convert.elements_by_tag import ElementsByTag
from tui.convert.guard import guarded
from tui.convert.input import composition, data_uris, disclosure, line_styles, page_kind, tree
from tui.convert.left_out.dropped_parts import DroppedParts
from tui.convert.markdown import markdown_writer
from tui.convert.metadata import page_metadata
from tui.model.article import Article, Block, Caption, Enclosed, LeftOut, Source
from tui.model.page import NoTextError, Page
from tui.model.warning import Warning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

NOTHING = "no article text on this page; open it in a browser instead"
NO_SPEAKERS = Warning("no_sources", "speakers are not identified in this language")


def article_of(page: Page, *, plain: bool, left_out: bool) -> Article:
    """The article of a page, ``plain`` or with its sources, and with what was left out or without; raises ReadingError.

    What was left out is looked at for warnings, whether or not it goes with the article.
    """
    reading = page_kind.read_page(page)
    root, sheets = tree.parse_utf8(reading.html)
    faults: list[Warning] = []
    elements = _laid_open(root, faults)
    guarded(lambda: line_styles.show(elements, reading.html, sheets), None, faults, "the page's style sheets")
    unknown = page_metadata.Metadata()
    meta = guarded(
        lambda: page_metadata.read_metadata(elements, page.url, original=not plain),
        unknown,
        faults,
        "title, authors and dates",
    )
    base = links.base(elements.of("base"), page.url or meta.canonical)  # as browsers do; a file has only what it says
    enclosed = (*reading.enclosed, *data_uris.take_out(elements))
    dropped = DroppedParts(told=not plain)
    menus.take_out(elements, dropped)
    blocks, figures, around, warnings, title = article_body.find(page, reading, root, meta, base, dropped, faults)
    if not any(b.text for b in blocks):
        raise NoTextError(NOTHING)
    nobody: tuple[Source, ...] = ()
    spoken = nobody if plain else guarded(lambda: sources.cite(blocks, meta.language), nobody, faults, "the sources")
    parts = around() if left_out and not plain else None
    wall = _wall(reading, blocks, title or meta.title, around)
    silent = [] if sources.speaks(meta.language) else [NO_SPEAKERS]
    return Article(
        address=page.address,
        title=title or meta.title or "",
        blocks=blocks,
        markdown=markdown_writer.to_markdown(blocks, figures),
        url=meta.canonical or page.url,
        authors=meta.authors,
        published=meta.published,
        modified=meta.modified,
        language=meta.language,
        site=meta.site,
        lead=next((b.text for b in blocks if b.kind == "lead"), None),
        original=meta.original,
        captions=figures,
        sources=spoken,
        links=block_numbers.links_of(blocks),
        warnings=(*page.warnings, *reading.warnings, *warnings, *([wall] if wall else []), *faults, *silent),
        enclosed=_shown(enclosed, figures),
        left_out=parts,
    )


def _wall(
    reading: page_kind.Reading,
    blocks: Sequence[Block],
    title: str | None,
    around: Callable[[], tuple[LeftOut, ...] | None],
) -> Warning | None:
    """What to tell the reader of an HTML page that holds no article or only its beginning, if it is such."""
    if reading.kind != "html":
        return None
    kind = page_kinds.warning(blocks, title, reading.html)
    return kind or paywall.paywall_warning(reading.html, blocks, lambda: around() or ())


def _laid_open(root: HtmlElement, faults: list[Warning]) -> ElementsByTag:
    """The page's elements when its parts are at their places and what it folds away is shown."""
    elements = ElementsByTag(root)
    for change, what in ((composition.compose, "parts of the page"), (disclosure.disclose, "folded parts of the page")):
        if guarded(partial(change, elements), True, faults, what):
            elements = ElementsByTag(root)
    return elements


def _shown(enclosed: tuple[Enclosed, ...], figures: tuple[Caption, ...]) -> tuple[Enclosed, ...]:
    """Those pictures that a caption speaks of; a page's logos and faces are not kept."""
    names = {figure.local for figure in figures}
    return tuple(picture for picture in enclosed if picture.name in names)
