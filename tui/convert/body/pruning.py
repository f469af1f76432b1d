"""Takes out of the article's container what is not the article."""

from __future__ import annotations

import re
from collections import Counter
from itertools import filterfalse, islice
from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert import class_name_words as vocabulary
from tui.convert.body import boxes, prose_parts, set_phrases
from tui.convert.body.leading import leads_on, stands_alone
from tui.convert.class_names import telling_words
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.links import marks_place
from tui.convert.pointer_phrases import appeals, breaks_off, ends_sentence
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain
    from tui.convert.body.weighing import Weights
    from tui.convert.left_out.dropped_parts import DroppedParts

COMMON = (3, 0.3)  # texts of the article, and share of all, whose blocks bear a name that then says nothing
MINORITY = 0.4  # a part with more of the container's text than this stays, whatever it is called
INDEX = 0.5  # share of the text under linked headings from which a page is a list of such
UNJUDGED_TAGS = frozenset("a b strong em i br img p span font u sup sub figure td tr tbody math mjx-container".split())
LOWER_HEADINGS = HEADINGS[1:]
WRAPPED_TAGS = ("p", "h2", "h3", "h4", "div")
JUDGED_INLINE = frozenset("p span".split())
REFUTED = frozenset(("foreign",))  # of what is strange, what names alone say: prose between prose refutes it
NAMING = frozenset((*vocabulary.POSTERS, *vocabulary.CREATORS, "author"))
NAME_LENGTH = 40  # characters of the name of who wrote a post
TIMELINE_LEVELS = 3  # elements, from the day of an entry outwards, among which the timeline is
HEAD_LENGTH = 220  # a byline, a date, a category
TEASER_LENGTH = 450  # characters that a teaser around a linked heading has at most
FORM_LENGTH = 500  # and what stands around a field for an address
ROUND_UP = 3  # linked headings over sentences of their own, alike, that a round-up has
TOLD = 100  # characters of such sentences
ASIDE_LENGTH = 60  # characters of what an aside says that is no label
ASIDE_PROSE = 0.5  # share of it that is sentences
ASIDE_LINKED = 0.15  # and share that may lead to other pages of the site, beside its sentences
LINKED = 0.85  # share of a heading that is a link to something else
PROMPT = late_pattern(r"\s*(?:In|Out)?\s*\[[\d\s*]*\]:?\s*\Z")  # what notebooks write beside a cell: "In [1]:"
PROMPT_LENGTH = 20
CELLS = 2  # of a table, of which one holds the first line of a listing
LABELS_BESIDE = 3  # elements right before a listing of which one may say its language
NUMBER = re.compile(r"\d+")


def prune(container: HtmlElement, weights: Weights, dropped: DroppedParts, host: str | None) -> None:
    """Drop foreign parts of the container; ``weights`` knows what was found to be running text.

    ``host``: that of the page, whose links lead to other things to read; links to other hosts are the article's.
    """
    whole = len(element_text.text(container)) or 1
    inside = [chain for chain in weights.texts if container in chain]
    common = _common_names(inside)
    listings = list(container.iter("pre"))
    in_listings = {e for listing in listings for e in listing.iterdescendants("span", "p", "div", "code")}

    def strange(elements: Iterable[HtmlElement], passed_over: Container[HtmlElement]) -> Iterator[HtmlElement]:
        for element in elements:
            if element not in passed_over and _is_doomed(element, weights, host) and element.get("class") not in common:
                yield element

    doomed: list[HtmlElement] = []
    unseen: list[HtmlElement] = []
    passed_over = set(in_listings)
    explaining = boxes.Explaining(host)
    for element in filterfalse(explaining.holds, strange(container.iterdescendants(), passed_over)):
        doomed.append(element)
        if len(element) and len(element_text.text(element)) < MINORITY * whole:
            within = list(element.iterdescendants())
            passed_over.update(within)  # they go with it
            unseen += within
    headings = list(container.iter(*LOWER_HEADINGS))
    doomed += _furniture(container, headings, listings)
    doomed += _teasers(headings, container, host, INDEX * whole)
    doomed += boxes.between(inside, host)
    for element in doomed:
        if _may_go(element, container, whole):
            _drop(element, weights, dropped)

    def look_inside(parts: DroppedParts) -> None:
        for element in list(strange(unseen, in_listings)):
            _drop(element, weights, parts)

    dropped.put_off(look_inside)


def _furniture(
    container: HtmlElement, headings: Iterable[HtmlElement], listings: Iterable[HtmlElement]
) -> Iterator[HtmlElement]:
    """Boxes around fields for an address, and what stands beside headings, terms and listings to handle them by."""
    for field in container.iter("input"):
        if (around := _form_around(field, container)) is not None:
            yield around
    for heading in (*headings, *container.iter("dt")):
        yield from _marks_beside(heading)
    for listing in listings:
        yield from _labels_of_language(listing)


def _may_go(element: HtmlElement, container: HtmlElement, whole: int) -> bool:
    """Whether an element, not gone yet, holds less than much of the text in its container."""
    if element.getparent() is None or element is container:
        return False
    return len(element_text.text(element)) < MINORITY * whole


def _drop(element: HtmlElement, weights: Weights, dropped: DroppedParts) -> None:
    """Drop an element; the name of who wrote a post stays of the box that tells about them."""
    signature = _signature(element) if "poster" in weights.strange else None
    if signature is not None:
        element.addprevious(signature)
    dropped.drop(element)


def _signature(box: HtmlElement) -> HtmlElement | None:
    """The name of who wrote a post, out of the box beside it that tells all about them."""
    if "poster" not in body_class_names.kinds(box):
        return None
    for element in box.iter("a", "span", "h4", "strong", "b", "div"):
        named = element.get("itemprop") == "name" or not NAMING.isdisjoint(telling_words(element.get("class") or ""))
        if named and 0 < len(name := element_text.line(element)) <= NAME_LENGTH:
            signature = box.makeelement("p")
            signature.append(signature.makeelement("strong"))
            signature[0].text = name
            return signature
    return None


def _common_names(texts: Iterable[Chain]) -> set[str]:
    """The class names that a large part of the article's paragraphs bear: they say nothing against one of them."""
    counts = Counter(map(_name, texts))
    del counts[None]
    named = counts.total()
    return {name for name, count in counts.items() if name and count >= COMMON[0] and count >= COMMON[1] * named}


def _name(chain: Chain) -> str | None:
    """The class of the block that a text stands in."""
    for element in chain[:3]:
        if element.tag == "p" or element.tag not in UNJUDGED_TAGS:
            name: str | None = element.get("class")
            return name
    return None


def _is_doomed(element: HtmlElement, weights: Weights, host: str | None) -> bool:
    tag = element.tag
    if tag in body_class_names.DROPPED_TAGS:
        return tag != "footer" or not _signs(element)
    if tag == "figcaption":
        return _captions_nothing(element)
    if tag == "a":
        return marks_place(element) or _is_card(element, host)
    if tag in JUDGED_INLINE:
        borne = element.keys()
        return bool(borne) and _is_strange_line(element, borne, weights)
    if tag == "aside":  # beside a post it quotes another one
        return weights.of_posts or not _explains(element, host)
    if tag in UNJUDGED_TAGS:
        return False
    borne = element.keys()
    return bool(borne or "-" in tag) and _is_strange_block(element, borne, weights, host)


def _is_strange_block(element: HtmlElement, borne: Sequence[str], weights: Weights, host: str | None) -> bool:
    """Whether names or state of an element, with what attributes it bears, tell that it is something other than the
    article."""
    name = element.get("class") if "class" in borne else None
    if name and "prompt" in name.lower() and PROMPT.match(element_text.text(element)[:PROMPT_LENGTH]):
        return True
    kinds = body_class_names.kinds(element, borne)
    if "box" in kinds or "summary" in kinds or body_class_names.is_set_apart(element, borne):
        return True
    if not kinds or "good" in kinds:
        return False
    if not kinds.isdisjoint(weights.strange) and element not in weights.own:
        refuted = kinds & weights.strange <= REFUTED and (
            prose_parts.is_prose_between(element)
            or prose_parts.is_heading_between(element)
            or prose_parts.heads_section(element)
            or _lists_code(element)
            or prose_parts.lists_documents(element)
            or "admonition" in telling_words(element.get("class") or "")  # a note of documentation: "See also"
        )
        return not (boxes.is_embed(element) or refuted)
    if "head" in kinds and not weights.of_posts:
        short = element_text.length(element) < HEAD_LENGTH
        return short and not _dates_entry(element) and not _lists_code(element)
    return "pointing" in kinds and _points(element, host)


def _dates_entry(element: HtmlElement) -> bool:
    """Whether an element is the day of an entry in a timeline, by its name or that of what the entries stand in."""
    around: HtmlElement | None = element
    for _ in range(TIMELINE_LEVELS):
        if around is None:
            return False
        name = around.get("class")
        if name and "timeline" in name.lower() and "timeline" in telling_words(name):
            return True
        around = around.getparent()
    return False


def _lists_code(element: HtmlElement) -> bool:
    """Whether what is called a toolbar or a menu is a listing or a formula with one: most of its text is code, also in
    a table of lines."""
    listing = next(element.iter("pre", "math"), None)
    if listing is None:
        cells = islice(element.iter("td"), CELLS)
        listing = next((cell.getparent() for cell in cells if "code" in (cell.get("class") or "")), None)
        return listing is not None
    return listing is not None and 2 * element_text.length(listing) > element_text.length(element)


def _explains(aside: HtmlElement, host: str | None) -> bool:
    """Whether an aside is sentences of its own, told beside the text or lifted out of it, and is named nothing else."""
    strange = body_class_names.STRANGE | {"box", "summary"}
    if not body_class_names.kinds(aside).isdisjoint(strange) or body_class_names.is_set_apart(aside):
        return False
    previews = any(next(h.iter("a"), None) is not None for h in aside.iter(*LOWER_HEADINGS))  # what a link leads to
    if previews or next(aside.iter("form", "input", "button"), None) is not None:
        return False
    texts = [element_text.line(e) for e in aside.iter("p", "li")] or [element_text.line(aside)]
    prose = sum(len(text) for text in texts if len(text) >= ASIDE_LENGTH and ends_sentence(text) and not appeals(text))
    size = element_text.length(aside)
    alone = [a for a in aside.iter("a") if leads_on(a.get("href"), host) and stands_alone(a)]
    return prose > ASIDE_PROSE * size and sum(map(element_text.length, alone)) <= ASIDE_LINKED * size


def _signs(foot: HtmlElement) -> bool:
    """Whether a <footer> tells who is quoted above it."""
    return next(foot.iterancestors("blockquote"), None) is not None and element_text.length(foot) < HEAD_LENGTH


def _is_strange_line(element: HtmlElement, borne: Sequence[str], weights: Weights) -> bool:
    """Whether a paragraph, or a span without running text, is something other than the article or of its head, by the
    attributes that it bears."""
    if element.tag == "span" and element in weights.own:
        return False
    kinds = body_class_names.kinds(element, borne)
    if body_class_names.is_set_apart(element, borne):
        return True
    strange = kinds & weights.strange
    if strange:
        refuted = prose_parts.is_within_line if element.tag == "span" else prose_parts.is_sentence_between
        return not ((strange <= REFUTED and refuted(element)) or prose_parts.lists_documents(element))
    if "head" not in kinds or weights.of_posts:
        return False
    return element_text.length(element) < HEAD_LENGTH and not _dates_entry(element)


def _is_card(link: HtmlElement, host: str | None) -> bool:
    """Whether a link is drawn as a button, or wraps whole blocks of text that tell of another page of the site."""
    name = (link.get("class") or "").lower()
    if "btn" in name or "button" in name:
        return not ends_sentence(element_text.line(link))
    if not leads_on(link.get("href"), host):
        return False
    return len(link) > 0 and next(link.iter(*WRAPPED_TAGS), None) is not None


def _points(element: HtmlElement, host: str | None) -> bool:
    """Whether a teaser is one: short, with a link to another page of the site that is no part of a sentence."""
    return len(element_text.text(element)) < TEASER_LENGTH and any(
        leads_on(a.get("href"), host) and stands_alone(a) for a in element.iter("a")
    )


def _captions_nothing(caption: HtmlElement) -> bool:
    """Whether a caption is left over from a picture that is none."""
    figure = caption.getparent()
    return figure is None or next(figure.iter("blockquote", "table", "pre"), None) is None


def _marks_beside(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The link by which a section, or a definition, can be edited or pointed at, in its own heading or right behind."""
    following = heading.getnext()
    behind = following.iter("a") if following is not None and following.tag == "span" else ()
    for link in (*heading.iter("a"), *behind):
        said = element_text.text(link).strip(set_phrases.AROUND).casefold()
        if said and said not in set_phrases.MARKED_LINKS and said != (link.get("href") or "").casefold():
            continue
        around = link.getparent()
        if said and around is not None and around.tag == "span" and "[" in (around.text or element_text.text(around)):
            yield around
        elif said or not len(link):
            yield link


def _labels_of_language(listing: HtmlElement) -> Iterator[HtmlElement]:
    """What stands before a listing, in its box, and says no more than its language, which its box is named by."""
    around = listing.getparent()
    if around is None or around.tag != "div":
        return
    names = {name.casefold() for e in (listing, around, *listing[:1]) for name in (e.get("class") or "").split()}
    for label in islice(listing.itersiblings("span", "div", preceding=True), LABELS_BESIDE):
        said = element_text.text(label).strip().casefold()
        if said and not names.isdisjoint((f"language-{said}", f"lang-{said}", f"highlight-{said}", f"source-{said}")):
            yield label


def _teasers(
    headings: Iterable[HtmlElement], container: HtmlElement, host: str | None, most: float
) -> list[HtmlElement]:
    """What stands under headings that link to other pages of the site, if that is not most of the text: then it is a
    page of such parts."""
    found = [teaser for h in headings if _is_linked(h, host) and (teaser := _teaser_around(h, container)) is not None]
    if sum(len(element_text.text(teaser)) for teaser in found) >= most:
        return []
    told = Counter(_look(teaser) for teaser in found if _tells(teaser))
    return [teaser for teaser in found if told[_look(teaser)] < ROUND_UP]


def _look(element: HtmlElement) -> tuple[str, str]:
    """What those that are drawn alike have in common; makers number what is called alike."""
    return element.tag, NUMBER.sub("", element.get("class") or "")


def _tells(teaser: HtmlElement) -> bool:
    """Whether a linked heading stands over sentences of their own, as the items of a round-up do; an article element
    is another article."""
    if teaser.tag == "article":
        return False
    texts = [element_text.line(e) for e in teaser.iter("p", "li")] or [element_text.line(teaser)]
    return any(len(text) >= TOLD and ends_sentence(text) and not breaks_off(text) for text in texts)


def _is_linked(heading: HtmlElement, host: str | None) -> bool:
    """Whether a heading is a link to another page of the site, from inside or around."""
    size = len(element_text.text(heading).strip())
    if not size:
        return False
    above = heading.getparent()
    if above is not None and above.tag == "a" and leads_on(above.get("href"), host):
        return True
    return sum(len(element_text.text(a)) for a in heading.iter("a") if leads_on(a.get("href"), host)) >= LINKED * size


def _teaser_around(heading: HtmlElement, container: HtmlElement) -> HtmlElement | None:
    """The largest element around a linked heading that is no longer than a teaser."""
    found = _around(heading, container, TEASER_LENGTH)
    return found if found is not heading or _stands_over_nothing(heading) else None


def _stands_over_nothing(heading: HtmlElement) -> bool:
    """Whether no text follows a heading before the next one."""
    following = heading.getnext()
    return following is None or following.tag in LOWER_HEADINGS or not element_text.text(following).strip()


def _form_around(field: HtmlElement, container: HtmlElement) -> HtmlElement | None:
    """The box around a field for a mail address."""
    name = f"{field.get('type') or ''} {field.get('name') or ''} {field.get('placeholder') or ''}".lower()
    return _around(field, container, FORM_LENGTH) if "mail" in name else None


def _around(element: HtmlElement, container: HtmlElement, limit: int) -> HtmlElement | None:
    found: HtmlElement | None = element
    above = element.getparent()
    while above is not None and above is not container and len(element_text.text(above)) < limit:
        found, above = above, above.getparent()
    return found
