"""Parts of a page that hold paragraphs of prose and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert import class_name_words as vocabulary
from tui.convert.body.leading import is_document
from tui.convert.class_names import telling_words
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.pointer_phrases import appeals, begins_other_reading, ends_sentence, points_away

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PARTS = ("div", "section")
UPPER_HEADINGS = HEADINGS[:3]
SECTION_HEADINGS = HEADINGS[1:4]
MORE_THAN_PROSE = tuple("a img figure form input button iframe video ul ol table time h1 h2 h3 h4 h5 h6".split())
MORE_THAN_SECTION = tuple(tag for tag in MORE_THAN_PROSE if tag not in SECTION_HEADINGS)
NO_SECTIONS = ("form", "input", "article", "aside", "nav")
OTHERS = body_class_names.STRANGE | {"box", "summary", "head", "pointing"}
OTHERS_PROSE = frozenset((*vocabulary.ADVERTISING, *vocabulary.ABOUT_AUTHORS, *vocabulary.ASKING))
PAGES_PROSE = frozenset(vocabulary.ENDS)
NO_TERMS = frozenset((*vocabulary.UNSEEN, *vocabulary.SHARING, *vocabulary.ADVERTISING))
FEW_WORDS = 40  # characters of a span in the middle of a line
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
    links: list[HtmlElement] = []
    for link in element.iter("a"):
        if href := link.get("href"):
            if not is_document(href):
                return False
            links.append(link)
    if not links:
        return False
    size = element_text.length(element)
    return size <= DOCUMENTS_LENGTH and sum(map(element_text.length, links)) >= DOCUMENTS_LINKED * size


def is_section(element: HtmlElement, container: HtmlElement, *, follows: bool) -> bool:
    """Whether an element beside the article's container is a section of it: under a heading, made as the container is
    or behind it in the article element (``follows``), with sentences of which none asks for anything or points
    elsewhere."""
    alike = is_alike(element, container)
    if not (alike or follows) or next(element.iter(*NO_SECTIONS), None) is not None:
        return False
    if next(element.iter(*(HEADINGS if alike else UPPER_HEADINGS)), None) is None:
        return False
    parts = (element, *element.iter("div", "section", "ul", *HEADINGS))
    if body_class_names.is_set_apart(element) or any(body_class_names.kinds(e) & OTHERS for e in parts):
        return False
    if sum(element_text.length(a) for a in element.iter("a")) > PART_LINKED * element_text.length(element):
        return False
    told = [e for e in element.iter("p", "li", "div") if e.tag != "div" or (follows and not len(e))]
    lines = [element_text.line(e) for e in (*told, *element.iter(*HEADINGS))]
    if any(points_away(line) or appeals(line) or begins_other_reading(line) for line in lines):
        return False
    return any(map(ends_sentence, lines[: len(told)]))


def is_alike(element: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are of one tag and the first of their class names is the same, as makers of pages call the
    boxes of one sort."""
    name = _first_name(element)
    return element.tag == other.tag and bool(name) and name == _first_name(other)


def _first_name(element: HtmlElement) -> str:
    return next(iter((element.get("class") or "").split()), "")


def is_prose_between(element: HtmlElement) -> bool:
    """Whether an element between paragraphs of prose holds nothing but such paragraphs, under headings or none, and no
    link, field or picture: whatever its makers call it but an advertisement or a box about its author, it is read with
    them."""
    if not OTHERS_PROSE.isdisjoint(telling_words(element.get("class") or "")):
        return False
    beside = (element.getprevious(), element.getnext())
    if element.tag not in PARTS or any(e is None or not begins_with_prose(e) for e in beside):
        return False
    if next(element.iter(*MORE_THAN_SECTION), None) is not None:
        return False
    headings = [line for h in element.iter(*SECTION_HEADINGS) if (line := element_text.line(h))]
    if any(points_away(line) or appeals(line) or begins_other_reading(line) for line in headings):
        return False
    paragraphs = [p for p in element.iter("p") if element_text.line(p)]
    spaces = len(paragraphs) + len(headings)  # that may stand between them
    size = sum(map(element_text.length, paragraphs)) + sum(map(len, headings)) + spaces
    return bool(paragraphs) and all(map(begins_with_prose, paragraphs)) and size >= element_text.length(element)


def is_sentence_between(paragraph: HtmlElement) -> bool:
    """Whether a paragraph is a sentence between paragraphs of prose, or prose under a heading, that asks for nothing
    and leads nowhere: whatever its makers call it but an advertisement or words on its author, it is read with them."""
    names = telling_words(paragraph.get("class") or "")
    if paragraph.tag != "p" or not OTHERS_PROSE.isdisjoint(names) or not PAGES_PROSE.isdisjoint(names):
        return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    if before is None or after is None or next(paragraph.iter(*MORE_THAN_PROSE), None) is not None:
        return False
    text = element_text.line(paragraph)
    if not ends_sentence(text) or points_away(text) or appeals(text) or not begins_with_prose(after):
        return False
    return begins_with_prose(before) or (before.tag in SECTION_HEADINGS and len(text) > PROSE)


def is_within_line(span: HtmlElement) -> bool:
    """Whether a span is a few words in the middle of a line, which an explanation may open from, and not there for
    screen readers, for sharing or as an advertisement."""
    before, around = span.getprevious(), span.getparent()
    ahead = before.tail if before is not None else around.text if around is not None else None
    if not (ahead or "").strip() or not (span.tail or "").strip() or len(span):
        return False
    words = telling_words(span.get("class") or "")
    return len(span.text or "") <= FEW_WORDS and not ends_sentence(span.text or "") and NO_TERMS.isdisjoint(words)


def heads_section(heading: HtmlElement) -> bool:
    """Whether a heading links to its own place on the page, as those of sections do and of boxes do not."""
    if heading.tag not in HEADINGS:
        return False
    own = heading.get("id")
    return bool(own) and any(link.get("href") == f"#{own}" for link in heading.iter("a"))


def is_heading_between(heading: HtmlElement) -> bool:
    """Whether a heading of a section stands between paragraphs of prose, and points to nothing else to read."""
    if heading.tag not in SECTION_HEADINGS or next(heading.iter("a"), None) is not None:
        return False
    beside = (heading.getprevious(), heading.getnext())
    return all(e is not None and e.tag == "p" and begins_with_prose(e) for e in beside) and not points_away(
        element_text.line(heading)
    )


def begins_with_prose(element: HtmlElement) -> bool:
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
