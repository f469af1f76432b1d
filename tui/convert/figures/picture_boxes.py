"""What is around a picture, and what of it can be the picture's own."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.figures import credit_tails, credits, figure_class_names, image_elements, shown_words
from tui.convert.metadata import bylines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_WRAPPED = 700  # characters of unmarked text in a picture's own wrapper
CAPTION_PARAGRAPHS = 3  # of unmarked words; more are what stands in a figure that was never closed
LINKED = 0.6  # share of link text from which words are a teaser's, not a caption's
MAX_BYLINE = 80  # characters of a byline that was marked as a caption
PARAGRAPH = 100  # characters of a paragraph of running text
BOX_CLIMB = 6  # ancestors of a picture that may be such a box
BOX_PARTS = 8  # elements in a box with a picture and the caption below it
MAX_BOXED = 400  # characters of a box with a picture and its caption, neither of them marked
BARE_TEXT = 60  # characters of such a paragraph that stands in no element of its own
BREAKS = 4  # line breaks between it and a picture
NEIGHBOUR = 60  # characters of a paragraph between which a box without marks may stand
PARAGRAPHS = 120  # paragraphs looked at to find where the running text stands
REPEATED = 30  # characters of a caption that is told again where another one ends with it
LABEL = 20  # characters of a label before it
SENTENCE = 50  # characters of a heading that is a whole sentence
MAX_TEASER = 300  # characters of a teaser; a longer link was never closed
TEASER_CLIMB = 3  # ancestors of a picture's link in which the words of the same teaser stand
TEASER_NAME = 25  # letters of a title; in a list of things a picture and a name lead to each thing's page
TEASER_LINKS = 8  # links looked at in them
STOP_TAGS = frozenset("body html main article td th li blockquote".split())  # no wrapper of a picture
SHOWN_TAGS = (*image_elements.TAGS, "figure")
ATTRIBUTES = ("caption", "credit", "alt", "image", "local")
WRITTEN = tuple(f"data-{name}" for name in ATTRIBUTES)


def is_canonical(element: HtmlElement) -> bool:
    """Whether ``settle`` made this element."""
    if element.tag != "figure" or len(element):
        return False
    for name in WRITTEN:  # noqa: SIM110 - `any` takes twice what most figures need: one attribute
        if element.get(name):
            return True
    return False


def frame(root: HtmlElement) -> set[HtmlElement]:
    """What holds the heading or the running text: marks from there upwards say nothing about a picture."""
    held: dict[HtmlElement, int] = {}
    for paragraph in islice(root.iter("p"), PARAGRAPHS):
        if len(paragraph.text or "") >= PARAGRAPH and (parent := paragraph.getparent()) is not None:
            held[parent] = held.get(parent, 0) + 1
    for line_break in islice(root.iter("br"), PARAGRAPHS):  # of text that only line breaks part
        if len(line_break.tail or "") < PARAGRAPH:
            continue
        parent = line_break.getparent()
        if parent is not None and parent.tag not in ("p", "td"):
            held[parent] = held.get(parent, 0) + 1
    heading = next((h for h in islice(root.iter("h1"), 20) if shown_words.has_words(h)), None)
    frame = set(heading.iterancestors()) if heading is not None else {root}
    if held:
        fullest = max(held, key=lambda e: held[e])
        if held[fullest] > 1:
            frame |= {fullest, *fullest.iterancestors()}
    return frame


def pictures_in(element: HtmlElement) -> list[HtmlElement]:
    """The different pictures in an element, twins in ``<noscript>`` and decorations left out; at most two."""
    found: list[HtmlElement] = []
    for picture in islice(element.iter(*image_elements.TAGS), 8):
        parent = picture.getparent()
        if (found and parent is not None and parent.tag == "noscript") or image_elements.is_decoration(picture):
            continue
        found.append(picture)
        if len(found) > 1:
            break
    return found


def picture_before(element: HtmlElement) -> HtmlElement | None:
    """The picture just before an element, with no word between: alone, or the last thing in a box with other words."""
    before = element.getprevious()
    for _ in range(BOX_CLIMB):
        if before is None or is_canonical(before) or (before.tail or "").strip():
            return None
        shown = pictures_in(before)
        if not shown_words.has_words(before):
            return shown[0] if len(shown) == 1 else None
        if not shown:
            return None
        before = next(before.iterchildren("*", reversed=True), None)
    return None


def may_be_caption(wrapper: HtmlElement, text: str) -> bool:
    """Whether unmarked words in a picture's wrapper can be its caption: short, no heading, not a link, no article."""
    return (
        len(text) <= MAX_WRAPPED
        and len(list(islice(wrapper.iter("p"), CAPTION_PARAGRAPHS + 1))) <= CAPTION_PARAGRAPHS
        and not holds(wrapper, ("form",))
        and all(map(_is_sentence, wrapper.iter(*HEADINGS)))
        and shown_words.linked(wrapper) <= LINKED * len(text)
    )


def _is_sentence(heading: HtmlElement) -> bool:
    """Whether a heading is one by its tag only: a whole sentence, as some systems set captions."""
    words = shown_words.text_of(heading)
    return len(words) >= SENTENCE and words.endswith((".", "。"))


def is_bare_box(box: HtmlElement) -> bool:
    """Whether a box holds one picture and a few words, none of them a link, a heading or a control, and such as stand
    in paragraphs short, or with a credit at their end, and behind the picture."""
    return (
        len(pictures_in(box)) == 1
        and not holds(box, ("a", "form", "button", "li", *HEADINGS))
        and next(box.iter("p", *image_elements.TAGS)).tag != "p"
        and all(map(_is_short_or_signed, islice(box.iter("p"), BREAKS)))
        and not holds_canonical(box)
    )


def _is_short_or_signed(paragraph: HtmlElement) -> bool:
    words = shown_words.text_of(paragraph)
    return len(words) < NEIGHBOUR or credit_tails.set_off(words) is not None


def box_between_text(unit: HtmlElement, frame: AbstractSet[HtmlElement]) -> HtmlElement | None:
    """The element around a picture's wrapper that holds few words and stands between the article's paragraphs."""
    passed: list[HtmlElement] = []
    for box in islice(unit.iterancestors(), BOX_CLIMB):
        if box in frame or box.tag in STOP_TAGS:
            return None
        passed.append(box)
        beside = [e for e in (box.getprevious(), box.getnext()) if e is not None and isinstance(e.tag, str)]
        if any(map(holds_running_text, beside)):  # of most pictures no box does, and words are slow to count
            return None if any(shown_words.is_longer(e, MAX_BOXED) for e in passed) else box
    return None


def signed_box(unit: HtmlElement, frame: AbstractSet[HtmlElement]) -> HtmlElement | None:
    """The nearest element around a picture's wrapper that holds few words more, which end with a credit that a bracket
    or a label sets off: wherever it stands, as under the heading."""
    box = unit.getparent()
    if box is None or box in frame or box.tag in STOP_TAGS or len(box) > BOX_PARTS:
        return None
    text = element_text.text(box)
    if len(text) > MAX_BOXED or not credit_tails.may_be_set_off(text):
        return None
    return box if credit_tails.set_off(shown_words.text_of(box)) is not None else None


def follows_text(unit: HtmlElement) -> bool:
    """Whether running text stands right before an element, in an element or bare before line breaks."""
    for sibling in islice(unit.itersiblings(preceding=True), BREAKS):
        if sibling.tag != "br" or len((sibling.tail or "").strip()) >= BARE_TEXT:
            return sibling.tag == "br" or holds_running_text(sibling)
    above = unit.getparent()
    return above is not None and len((above.text or "").strip()) >= BARE_TEXT


def precedes_text(unit: HtmlElement) -> bool:
    """Whether running text stands right behind an element, in an element or bare behind line breaks."""
    if len((unit.tail or "").strip()) >= BARE_TEXT:
        return True
    for sibling in islice(unit.itersiblings(), BREAKS):
        if sibling.tag != "br":
            return holds_running_text(sibling)
        if len((sibling.tail or "").strip()) >= BARE_TEXT:
            return True
    return False


def holds_running_text(element: HtmlElement) -> bool:
    """Whether an element is, or begins with, a paragraph of running text."""
    first = next(element.iter("p"), None)
    return first is not None and len(shown_words.text_of(first)) >= NEIGHBOUR


def is_teaser_link(link: HtmlElement) -> bool:
    """Whether a link with words and a picture leads to another page: then both are that page's.

    A credit alone in the link is still the picture's, as under a product that links to a shop.
    """
    target = (link.get("href") or "").strip()
    if (
        not target
        or target[0] == "#"
        or target[:11].lower() == "javascript:"
        or image_elements.PICTURE_FILE.search(target)
    ):
        return False
    if not shown_words.may_have_words(link) or not holds(link, image_elements.TAGS):
        return False
    if shown_words.is_longer(link, MAX_TEASER):
        return False
    words = shown_words.text_of(link)
    return bool(words) and not (credits.is_labelled(words) or credits.looks_like_credit(words, slashed=True))


def is_teaser_figure(figure: HtmlElement) -> bool:
    """Whether a figure's picture and all of its caption are links to one other page, whose teaser it is then."""
    links = list(islice(figure.iter("a"), TEASER_LINKS))
    shown = next((a for a in links if holds(a, image_elements.TAGS) and not shown_words.has_words(a)), None)
    target = (shown.get("href") or "").strip() if shown is not None else ""
    if not target or target[0] == "#" or image_elements.PICTURE_FILE.search(target):
        return False
    if shown_words.is_longer(figure, MAX_TEASER):
        return False  # it, or a link in it, was never closed
    words = shown_words.text_of(figure)
    named = next(
        (a for a in links if a is not shown and a.get("href") == target and shown_words.text_of(a) == words), None
    )
    return named is not None and not (credits.is_labelled(words) or credits.looks_like_credit(words, slashed=True))


def is_named_by_link(link: HtmlElement) -> bool:
    """Whether another link near a picture's, to the same page, says in words what the picture's alternative text says.

    That is the title of the page behind it: both are its teaser.
    """
    target = link.get("href")
    if not target or target[0] == "#":
        return False
    shown = pictures_in(link)
    if len(shown) != 1:
        return False
    name = shown_words.letters(image_elements.alt(shown[0]))
    if len(name) < TEASER_NAME or image_elements.PICTURE_FILE.search(target) or shown_words.has_words(link):
        return False
    for around in islice(link.iterancestors(), TEASER_CLIMB):
        for other in islice(around.iter("a"), TEASER_LINKS):
            leads_there = other is not link and other.get("href") == target
            if leads_there and shown_words.letters(shown_words.text_of(other)) == name:
                return True
    return False


def name_of_offer(link: HtmlElement) -> HtmlElement | None:
    """What names the goods that a picture advertises: the only words beside its paid link that are no link."""
    box = link.getparent()
    if box is None or link.tag != "a" or "sponsored" not in (link.get("rel") or ""):
        return None
    if shown_words.is_longer(box, MAX_BOXED):
        return None
    linked = {e for a in box.iter("a", "button") for e in a.iter()}
    worded = (e for e in box.iter() if e not in linked and isinstance(e.tag, str))
    lines = [e for e in islice(worded, MAX_BOXED) if (e.text or "").strip() and e.tag not in shown_words.SKIPPED]
    return lines[0] if len(lines) == 1 and len(shown_words.text_of(lines[0])) <= PARAGRAPH else None


def is_picture_wrapper(around: HtmlElement) -> bool:
    return bool(figure_class_names.of(around) & figure_class_names.PICTURED) and len(pictures_in(around)) == 1


def is_surely_caption(caption: HtmlElement) -> bool:
    if caption.tag == "figcaption" or figure_class_names.of(caption) & figure_class_names.STRONG:
        return True
    return any(figure_class_names.of(a) & figure_class_names.PICTURED for a in islice(caption.iterancestors(), 2))


def has_more(around: HtmlElement, unit: HtmlElement) -> bool:
    """Whether an element holds words, pictures or figures besides ``unit``, its child."""
    if (around.text or "").strip() or (unit.tail or "").strip():
        return True
    for other in around:
        if other is unit or not isinstance(other.tag, str):
            continue
        if (other.tail or "").strip() or shown_words.has_words(other) or holds(other, SHOWN_TAGS):
            return True
    return False


def is_byline(text: str) -> bool:
    return len(text) <= MAX_BYLINE and bylines.signs(text) and not text.endswith(".")


def holds(element: HtmlElement, tags: Sequence[str]) -> bool:
    return next(element.iter(*tags), None) is not None


def holds_canonical(element: HtmlElement) -> bool:
    """Whether a canonical figure stands in the element."""
    if not len(element):
        return False
    for figure in element.iter("figure"):  # noqa: SIM110 - `any` takes as long as to look for figures
        if figure is not element and is_canonical(figure):
            return True
    return False


def drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def left_of(parts: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The parts without the figures among them that were dropped."""
    return [part for part in parts if part.tag != "figure" or part.getparent() is not None]


def leave_once(figures: Sequence[HtmlElement]) -> None:
    """Of figures with the same caption, or the same picture, only the one that says more stays."""
    _drop_labels(figures)
    told: dict[str, HtmlElement] = {}
    seen: dict[str, HtmlElement] = {}
    for figure in figures:
        caption, image = figure.get("data-caption"), figure.get("data-image")
        if caption:
            before = told.get(caption)
            if before is not None and (before.get("data-image") or not image):
                drop(figure)
                continue
            if before is not None:
                drop(before)
            told[caption] = figure
        earlier = seen.get(image) if image else None
        if earlier is None:
            if image:
                seen[image] = figure
        elif not caption:
            drop(figure)
        elif not earlier.get("data-caption"):
            drop(earlier)
            seen[image or ""] = figure


def _drop_labels(figures: Sequence[HtmlElement]) -> None:
    """Leave captions that say another one again behind a label ("Picture: …") as that one says it."""
    said = sorted({c for f in figures if len(c := f.get("data-caption") or "") >= REPEATED}, key=len)
    for figure in figures:
        caption = figure.get("data-caption") or ""
        plain = next((c for c in said if len(c) < len(caption) <= len(c) + LABEL and caption.endswith(c)), None)
        if plain:
            figure.set("data-caption", plain)
