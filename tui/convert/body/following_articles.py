"""Other articles that a page holds beside the one it is read for: the next ones of a page that goes on and on.

Each is a part of its own beside the title's, begins with a heading that is as good as the title's, and is
told from a section of the article by its element (``article``), by the heading's level, by a link on the
heading to a page of its own, or by a line with a date under it.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.body import set_phrases
from tui.convert.body.block_facts import folded
from tui.convert.body.title_element import links_of
from tui.convert.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain

ARTICLE = 300  # characters of running text that an article has, the title's own one too
PROSE = 80  # characters of a text that labels do not reach
PARAGRAPHS = 3  # such texts in the title's own one
HEAD = 150  # and that may stand before its heading
HEADING_LENGTH = 12  # characters of a heading that may be a title
LINKED = 0.8  # share of a heading that is a link to the other article
BESIDE = 20  # elements before a heading that are looked at
ENTRIES = 5  # so many of them under a title with less text than they have are what the article consists of
DATED_LINES = 6  # lines of a part among which its date stands
DATE_LENGTH = 80


def others(
    headings: Iterable[HtmlElement],
    title: HtmlElement | None,
    texts: Sequence[tuple[int, Chain]],
    running: Mapping[HtmlElement, int],
) -> set[HtmlElement]:
    """The parts of the page that are other articles.

    ``headings``: those that may be titles; ``texts``: characters of the page's running texts, with the elements
    around them; ``running``: sums of them below elements.
    """
    if title is None:
        return set()
    path = {title, *title.iterancestors()}
    found: dict[HtmlElement, dict[HtmlElement, None]] = {}
    words = folded(element_text.text(title))
    for heading in headings:
        part = _part(heading, path, running) if heading not in path else None
        if part is not None and _is_article(part, heading, title, words):
            found.setdefault(part.getparent(), {})[part] = None
    if not found:
        return set()
    prose = [(length, chain) for length, chain in texts if length >= PROSE]
    return {part for parts in found.values() if _leaves_an_article(parts, path, prose) for part in parts}


def _part(heading: HtmlElement, path: set[HtmlElement], running: Mapping[HtmlElement, int]) -> HtmlElement | None:
    """The part of the page beside the title's that a heading begins, if it is long enough for an article."""
    way = [heading]
    while (above := way[-1].getparent()) not in path:
        if above is None:
            return None
        way.append(above)
    if running.get(way[-1], 0) < ARTICLE or running.get(heading) == running[way[-1]]:
        return None
    return way[-1] if all(_is_first(element, running) for element in way[:-1]) else None


def _is_first(element: HtmlElement, running: Mapping[HtmlElement, int]) -> bool:
    """Whether little text stands before an element in its parent."""
    above = element.getparent()
    before = len((above.text or "").strip()) if above is not None else 0
    for sibling in islice(element.itersiblings(preceding=True), BESIDE):
        before += running.get(sibling, 0) + len((sibling.tail or "").strip())
        if before > HEAD:
            return False
    return before <= HEAD


def _is_article(part: HtmlElement, heading: HtmlElement, title: HtmlElement, words: str) -> bool:
    text = element_text.line(heading)
    if len(text) < HEADING_LENGTH or folded(text) == words:
        return False
    home = next(title.iterancestors("article"), None)
    if home is not None and home in part.iterancestors():  # a section of the title's own article: its heading may link
        return (_is_linked(heading) or heading.tag <= max(title.tag, "h2")) and _is_dated(part)
    if _is_linked(heading):
        return True
    if heading.tag == "h1" or any(a.tag == "article" for a in _between(heading, part)):
        return True
    return heading.tag <= max(title.tag, "h2") and _is_dated(part)


def _between(element: HtmlElement, part: HtmlElement) -> Iterator[HtmlElement]:
    for above in element.iterancestors():
        yield above
        if above is part:
            return


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading is a link to a page of its own."""
    linked = sum(
        element_text.length(a)
        for a in links_of(heading)
        if "#" not in (href := a.get("href") or "#") and not href.startswith("mailto:")
    )
    return linked > 0 and linked >= LINKED * element_text.length(heading)


def _is_dated(part: HtmlElement) -> bool:
    lines = (line for text in part.itertext() if (line := text.strip()))
    head = takewhile(lambda line: len(line) <= DATE_LENGTH, islice(lines, 1, DATED_LINES))
    return any(set_phrases.shows_date(line) and not ends_sentence(line) for line in head)


def _leaves_an_article(
    parts: Collection[HtmlElement], path: set[HtmlElement], prose: Iterable[tuple[int, Chain]]
) -> bool:
    """Whether the title has an article of its own between the parts, which are siblings and no entries under it."""
    beside = next(iter(parts)).getparent()
    home = next((e for e in beside if e in path), None) if beside is not None else None
    if home is None:
        return False
    own = {home}
    for preceding in (True, False):
        own.update(takewhile(lambda e: e not in parts, home.itersiblings(preceding=preceding)))
    rest = [length for length, chain in prose if not own.isdisjoint(chain)]
    held = sum(length for length, chain in prose if any(e in parts for e in chain))
    if len(rest) < PARAGRAPHS or sum(rest) < ARTICLE:
        return False
    return len(parts) < ENTRIES or sum(rest) >= held
