"""Parts of a page that hold paragraphs of prose and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import class_name_words as vocabulary
from tui.convert import element_text
from tui.convert.body import body_class_names
from tui.convert.body.leading import is_document
from tui.convert.body.pointer_phrases import appeals, ends_sentence, points_away
from tui.convert.class_names import telling_words
from tui.convert.elements_by_tag import HEADINGS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PARTS = ("div", "section")
UPPER_HEADINGS = HEADINGS[:3]
MORE_THAN_PROSE = tuple("a img figure form input button iframe video ul ol table time h1 h2 h3 h4 h5 h6".split())
OTHERS_PROSE = frozenset((*vocabulary.ADVERTISING, *vocabulary.ABOUT_AUTHORS, *vocabulary.ASKING))
PROSE = 70  # characters of a paragraph of prose
PART_PROSE = 0.6  # share of a part's text that is paragraphs of prose
PART_LINKED = 0.2  # share of it that may be links
DOCUMENTS_LENGTH = 800  # characters of a list of documents
DOCUMENTS_LINKED = 0.4  # share of it that names them
LINKED = 0.4  # share of link text from which a text is a teaser


def is_part(element: HtmlElement) -> bool:
    """Whether most of an element's text is paragraphs of prose, two or one under a heading, and little of it links."""
    if next(element.iter("form", "input", "article"), None) is not None:
        return False
    paragraphs = [line for p in element.iter("p") if (line := element_text.line(p))]
    prose = [line for line in paragraphs if len(line) >= PROSE and ends_sentence(line)]
    headed = next(element.iter(*UPPER_HEADINGS), None) is not None
    size = element_text.length(element)
    linked = sum(element_text.length(a) for a in element.iter("a"))
    if len(prose) < (1 if headed else 2) or linked > PART_LINKED * size or "head" in body_class_names.kinds(element):
        return False
    return sum(map(len, prose)) >= PART_PROSE * size and not any(map(points_away, paragraphs))


def lists_documents(element: HtmlElement) -> bool:
    """Whether an element links to documents and to nothing else, as what a site attaches to a notice."""
    links = [a for a in element.iter("a") if a.get("href")]
    if not links or not all(is_document(a.get("href") or "") for a in links):
        return False
    size = element_text.length(element)
    return size <= DOCUMENTS_LENGTH and sum(map(element_text.length, links)) >= DOCUMENTS_LINKED * size


def goes_on(element: HtmlElement) -> bool:
    """Whether an element between paragraphs of prose holds nothing but such paragraphs, and no link, field or picture:
    whatever its makers call it but an advertisement or a box about its author, it is read with them."""
    if not OTHERS_PROSE.isdisjoint(telling_words(element.get("class") or "")):
        return False
    beside = (element.getprevious(), element.getnext())
    if element.tag not in PARTS or any(e is None or not _is_prose(e) for e in beside):
        return False
    if next(element.iter(*MORE_THAN_PROSE), None) is not None:
        return False
    paragraphs = [p for p in element.iter("p") if element_text.line(p)]
    size = sum(map(element_text.length, paragraphs))
    return bool(paragraphs) and all(map(_is_prose, paragraphs)) and size >= element_text.length(element)


def _is_prose(element: HtmlElement) -> bool:
    """Whether an element is, or begins with, a paragraph of prose that asks for nothing."""
    paragraph = element if element.tag == "p" else next(element.iter("p"), None)
    return paragraph is not None and reads(paragraph) and not appeals(element_text.line(paragraph))


def reads(block: HtmlElement) -> bool:
    """Whether a block is a sentence or more that points nowhere else."""
    text = element_text.line(block)
    return len(text) > PROSE and ends_sentence(text) and not is_teaser(block, text)


def is_teaser(block: HtmlElement, text: str) -> bool:
    """Whether the text of a block is mostly links, or begins like a pointer."""
    linked = sum(len(element_text.line(a)) for a in block.iter("a"))
    return linked > LINKED * len(text) or points_away(text)
