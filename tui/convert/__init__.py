"""Page → Article: decode, tree, metadata, captions, body, blocks, Markdown, sources.

Pure: no clock, no disk, no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.article import Article, Block, Caption, Enclosed, Source
from tui.model.page import Page, ReadingError
from tui.model.warning import Warning

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.body import Body
    from tui.convert.input.page_kind import Kind, Reading
    from tui.convert.metadata.page_metadata import Metadata

NOTHING = "no article text on this page; open it in a browser instead"
CUT_ARTICLE = Warning("incomplete", "the article is too long: only its beginning is shown")
NO_SPEAKERS = Warning("no_sources", "speakers are not identified in this language")


def convert(page: Page, *, cited: bool = True) -> Article:
    """The article of a page; raises ReadingError when there is none to show.

    ``cited=False`` leaves the sources out: a fifth of the work, which plain Markdown and text do not show.
    """
    from tui.convert.input import page_kind

    return _article(page, page_kind.read_page(page), cited)


def _article(page: Page, reading: Reading, cited: bool) -> Article:
    from tui.convert import links, sources
    from tui.convert.blocks import block_numbers
    from tui.convert.body import menus, page_kinds, paywall
    from tui.convert.guard import guarded
    from tui.convert.input import composition, data_uris, disclosure, tree
    from tui.convert.markdown import fragment, markdown_writer
    from tui.convert.metadata import page_metadata

    root = tree.parse(reading.markup)
    faults: list[Warning] = []
    guarded(lambda: composition.compose(root), None, faults, "parts of the page")
    guarded(lambda: disclosure.disclose(root), None, faults, "folded parts of the page")
    unknown = page_metadata.Metadata()
    meta = guarded(lambda: page_metadata.read_metadata(root, page.url), unknown, faults, "title, authors and dates")
    base = links.base(root, page.url or meta.canonical)  # as browsers do; a file has only what it says
    enclosed = (*reading.enclosed, *data_uris.take_out(root))
    menus.take_out(root)
    blocks, figures, warnings = _body(page, reading, root, meta, base, faults)
    if not any(b.text for b in blocks):
        raise ReadingError(NOTHING)
    nobody: tuple[Source, ...] = ()
    spoken = guarded(lambda: sources.cite(blocks, meta.language), nobody, faults, "the sources") if cited else nobody
    wall = None
    if reading.kind == "html":
        wall = page_kinds.warning(blocks) or paywall.paywall_warning(reading.markup, blocks)
    silent = [] if sources.speaks(meta.language) else [NO_SPEAKERS]
    return Article(
        address=page.address,
        title=meta.title or "",
        blocks=blocks,
        markdown=markdown_writer.to_markdown(fragment.fragment(blocks, figures)),
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
    )


def _body(
    page: Page, reading: Reading, root: HtmlElement, meta: Metadata, base: str | None, faults: list[Warning]
) -> tuple[tuple[Block, ...], tuple[Caption, ...], list[Warning]]:
    """The article's blocks and figures, and what is to be said of them; the tree is changed."""
    from tui.convert import body
    from tui.convert.body import embedded_data
    from tui.convert.figures import captions
    from tui.convert.guard import guarded

    settled = guarded(lambda: captions.settle(root, base, meta), None, faults, "the captions")
    found = body.find(root, meta, page.url) if reading.kind == "html" else body.whole(root)
    parts = found.parts
    if settled:
        parts = guarded(lambda: settled.finish(found.parts), parts, faults, "the captions")
    blocks, figures, cut = _walked(found, parts, meta, base, reading.kind)
    warnings = [*found.warnings, *cut]
    if reading.kind == "html":
        hidden = guarded(
            lambda: embedded_data.instead(reading.markup, meta, page.url, blocks),
            None,
            faults,
            "the text in the page's data",
        )
        if hidden is not None:
            stored_parts = [hidden]
            parts = guarded(
                lambda: captions.settle(hidden, base, meta).finish(stored_parts), stored_parts, faults, "the captions"
            )
            blocks, figures, cut = _walked(body.Body([], parts, host=found.host), parts, meta, base)
            warnings = [embedded_data.TAKEN, *cut]
    return blocks, figures, warnings


def _walked(
    found: Body, parts: list[HtmlElement], meta: Metadata, base: str | None, kind: Kind = "html"
) -> tuple[tuple[Block, ...], tuple[Caption, ...], list[Warning]]:
    """The blocks and figures in a body, and a warning if they are only the first of it."""
    from tui.convert.blocks import block_numbers, block_walk
    from tui.convert.body import sifting

    walked, figures, cut = block_walk.walk(parts, base, leads=found.leads)
    if kind == "markdown":
        sifted = sifting.titled(walked, meta.title, meta.lead)
    else:
        sifted = sifting.sift(walked, meta.title, meta.lead, found.host)
    kept, shown = block_numbers.renumbered(sifted, figures)
    return kept, shown, [CUT_ARTICLE] * cut


def _shown(enclosed: tuple[Enclosed, ...], figures: tuple[Caption, ...]) -> tuple[Enclosed, ...]:
    """Those pictures that a caption speaks of; a page's logos and faces are not kept."""
    names = {figure.local for figure in figures}
    return tuple(picture for picture in enclosed if picture.name in names)
