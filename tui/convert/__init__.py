"""Page → Article: decode, tree, metadata, captions, body, blocks, Markdown, sources.

Pure: no clock, no disk, no network.
"""

from __future__ import annotations

from tui.article import Article
from tui.page import Page, ReadingError

CUT = "the page was too large and is cut off"


def convert(page: Page) -> Article:
    """The article of a page; raises ReadingError when there is none to show."""
    from tui.convert import blocks as walking
    from tui.convert import body, captions, decode, links, metadata, sniff, sources, tree
    from tui.convert.body import sifting
    from tui.convert.fragment import fragment
    from tui.convert.markdown import to_markdown

    data, cut = decode.unpacked(page.body)
    kind = sniff.kind(page, data)
    text = decode.decode(data, page.charset)
    root = tree.parse(sniff.as_html(kind, text))
    meta = metadata.read(root, page.url)
    base = links.base(root, meta.canonical or page.url)
    captions.settle(root, base)
    found = body.find(root, meta, page.url) if kind == "html" else body.whole(root)
    walked, figures = walking.walk(found.parts, base, leads=found.leads)
    blocks, figures = walking.renumbered(sifting.sift(walked, meta.title, meta.lead), figures)
    if not any(b.text for b in blocks):
        raise ReadingError("no article text on this page; open it in a browser instead")
    warnings = [*page.warnings, *found.warnings] + [CUT] * cut
    cited = sources.cite(blocks, meta.language)
    return Article(
        address=page.address,
        title=meta.title or "",
        blocks=blocks,
        markdown=to_markdown(fragment(blocks, figures)),
        url=meta.canonical or page.url,
        authors=meta.authors,
        published=meta.published,
        modified=meta.modified,
        language=meta.language,
        site=meta.site,
        lead=next((b.text for b in blocks if b.kind == "lead"), None),
        original=meta.original,
        captions=figures,
        sources=cited,
        links=walking.links_of(blocks),
        warnings=tuple(warnings),
    )
