"""Parts of a page that their shape alone tells from the article, whatever they are called.

Readers' comments repeat a box with a way to answer or a date; boxes that ask for consent, an address or a
login hold a button and a few set words; lists of other articles repeat a linked title over a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.body import prose_parts, set_phrases
from tui.convert.body.leading import leads_on, stands_alone
from tui.convert.body.pointer_phrases import ends_sentence
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.left_out import reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.left_out.reasons import Reason

LABEL_LENGTH = 40  # characters of a button or of a link that works as one
BOX = (80, 2_500)  # characters of a box that asks for consent
APPEAL_LENGTH = 800  # and of one that asks for a login or an address
CONSENT_EVERY = 400  # characters of such a box in which one of the words for it stands at least
GROWTH = (1.25, 40)  # a box ends where its parent has this much more text
LEFTOVER = 250  # characters that a comment section has besides its comments
MOST_SECTIONS = 20  # labels for comments on a page
MOST_LABELS = 3_000  # buttons and links of a page that are looked at
MOST_ELEMENTS = 20_000  # elements of a page that may be labels; beyond are data dumps
TITLE_LENGTH = (12, 170)  # characters of the linked title of a teaser
TEASER_LENGTH = 450  # of a teaser as a whole
TEASER_LINKS = 6  # of it, all to one page: picture, title, "more"
SENTENCE = 20  # of what it says besides its title
TEXT = 220  # and from which it is a text of its own, if it ends as one
DATED_SHARE = 0.6  # of the boxes under a label for comments that bear a date
SHOWN_LENGTH = 60  # characters of a line that shows a date
BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "div")
SIGNED = 3  # boxes that end with a date, from which they are readers' letters
LABELS = frozenset("h2 h3 h4 h5 h6 div p span b strong".split())
LABELLING = frozenset("a button span b i em".split())
SIGNING = frozenset("p div span cite small footer".split())
LINES = tuple(LABELS | LABELLING | SIGNING)
DIGIT = re.compile(r"\d")


class _Sizes(dict["HtmlElement", int]):
    """Characters of text in an element, white space squeezed; counted when first asked for.

    ``running`` are the characters of running text below elements: a size is no less, and what is surely too
    large needs no counting.
    """

    def __init__(self, running: Mapping[HtmlElement, int]) -> None:
        super().__init__()
        self._running = running

    def __missing__(self, element: HtmlElement) -> int:
        size = self[element] = element_text.length(element)
        return size

    def exceeds(self, element: HtmlElement, limit: int) -> bool:
        """Whether an element has more than ``limit`` characters."""
        return self._running.get(element, 0) > limit or self[element] > limit


def apart(
    elements: ElementsByTag,
    title: HtmlElement | None,
    host: str | None,
    running: Mapping[HtmlElement, int],
    comments: bool = True,
) -> dict[HtmlElement, Reason]:
    """Elements that are not the article by their shape, and why; none of them holds a heading of the first level.

    ``host`` is that of the page; ``running`` are the characters of running text below each element that has any;
    ``comments``: whether readers' comments are told, which on a page of a forum are the text.
    """
    landmarks = [*([title] if title is not None else []), *elements.of("h1"), *elements.of("body")]
    kept = {e for landmark in landmarks for e in (landmark, *landmark.iterancestors())}
    sizes = _Sizes(running)
    lines = [
        (e, shown)
        for e in elements.of(*LINES)[:MOST_ELEMENTS]
        if (text := e.text) and len(text) <= SHOWN_LENGTH and (shown := text.strip())
    ]
    labels: dict[str, list[HtmlElement]] = {"answer": [], "report": [], "entry": []}
    for element, text in lines:
        if element.tag in LABELLING and (said := set_phrases.SAID.get(text.strip(set_phrases.AROUND).casefold())):
            labels[said].append(element)
    remarks: set[HtmlElement] = set()
    if comments:
        answered = labels["answer"] if len(labels["answer"]) > 1 else labels["report"]
        remarks = {*_sections(_units(answered, kept), kept, sizes)} if len(answered) > 1 else set()
        remarks |= {*_labelled(lines, kept), *_signed(lines, kept, sizes)}
    asking = _innermost({*_asking([*elements.of("button", "input"), *labels["entry"]], kept, sizes)}, sizes)
    found = {
        **dict.fromkeys(_teasers(elements, kept, host, sizes), reasons.POINTER),
        **dict.fromkeys(asking, reasons.ASKS),
        **dict.fromkeys(remarks, reasons.COMMENTS),
    }
    return {element: reason for element, reason in found.items() if element not in kept}


# comments


def _units(labels: list[HtmlElement], kept: set[HtmlElement]) -> list[HtmlElement]:
    """Around each label the largest element that holds no other; only those with another of the same tag."""
    held = Counter(e for label in labels for e in (label, *label.iterancestors()))
    units = []
    for label in labels:
        unit = label
        while (above := unit.getparent()) is not None and held[above] == 1 and above not in kept:
            unit = above
        if unit is not label:
            units.append(unit)
    tags = Counter(unit.tag for unit in units)
    return [unit for unit in units if tags[unit.tag] > 1]


def _sections(
    units: Iterable[HtmlElement], kept: set[HtmlElement], sizes: _Sizes, leftover: int = LEFTOVER
) -> Iterator[HtmlElement]:
    """The units, and what is around them as long as it has little text of its own."""
    held: Counter[HtmlElement] = Counter()
    for unit in units:
        yield unit
        size = sizes[unit]
        for above in unit.iterancestors():
            if above in kept:
                break
            held[above] += size
    for section, size in held.items():
        if not sizes.exceeds(section, size + leftover - 1):
            yield section


def _labelled(lines: list[tuple[HtmlElement, str]], kept: set[HtmlElement]) -> Iterator[HtmlElement]:
    """What stands under a label such as "12 comments", if most of it bears dates."""
    labels = 0
    for label, text in lines:
        if (
            labels >= MOST_SECTIONS
            or len(text) > LABEL_LENGTH
            or label.tag not in LABELS
            or not set_phrases.COMMENTS.fullmatch(text)
        ):
            continue
        labels += 1
        following = _following(label)
        units = _members(following)
        if len(units) > 1 and sum(map(_shows_date, units)) >= DATED_SHARE * len(units):
            yield from (e for e in (label, *following) if e not in kept)


def _following(label: HtmlElement) -> list[HtmlElement]:
    """The elements after a label, or after what holds nothing but the label."""
    for element in (label, *islice(label.iterancestors(), 2)):
        found = list(element.itersiblings())
        if found:
            return found
    return []


def _members(elements: list[HtmlElement]) -> list[HtmlElement]:
    """The boxes that a list consists of, found under its wrappers."""
    for _ in range(4):
        worded = [e for e in elements if element_text.length(e) > LABEL_LENGTH]
        if len(worded) != 1:
            return worded
        elements = list(worded[0])
    return elements


def _signed(lines: list[tuple[HtmlElement, str]], kept: set[HtmlElement], sizes: _Sizes) -> Iterator[HtmlElement]:
    """Three or more siblings of one look that each end with a line that bears a date, as a letter does."""
    found: dict[tuple[HtmlElement | None, object, str | None], list[HtmlElement]] = {}
    for line, text in lines:
        if line.tag not in SIGNING or len(line) or not DIGIT.search(text):
            continue
        unit = line.getparent()
        before = line.getprevious()
        if unit is None or unit in kept or before is None or before.tag in HEADINGS or line.getnext() is not None:
            continue
        if not set_phrases.shows_date(text) or ends_sentence(text):
            continue
        if sizes[unit] > len(text) + SENTENCE and next(unit.iter(*HEADINGS), None) is None:
            found.setdefault((unit.getparent(), unit.tag, unit.get("class")), []).append(unit)
    yield from _sections([u for alike in found.values() if len(alike) >= SIGNED for u in alike], kept, sizes)


def _shows_date(unit: HtmlElement) -> bool:
    return any(len(text) <= SHOWN_LENGTH and set_phrases.shows_date(text) for text in islice(unit.itertext(), 40))


# boxes that ask


def _asking(buttons: list[HtmlElement], kept: set[HtmlElement], sizes: _Sizes) -> Iterator[HtmlElement]:
    """Boxes with a button in them that ask for consent, a login, money or an address."""
    seen: set[HtmlElement] = set()
    for element in islice(buttons, MOST_LABELS):
        box = _box(element, kept, seen, sizes)
        if box is not None and _asks(element_text.line(box)):
            yield box


def _box(element: HtmlElement, kept: set[HtmlElement], seen: set[HtmlElement], sizes: _Sizes) -> HtmlElement | None:
    """The box with words that a button stands in; None when there is none or it was seen before."""
    box: HtmlElement | None = None
    size = 0
    for above in element.iterancestors():
        if above in kept or (box is None and above in seen) or sizes.exceeds(above, BOX[1]):
            break
        longer = sizes[above]
        if box is not None and longer > GROWTH[0] * size + GROWTH[1]:
            break
        seen.add(above)
        if longer >= BOX[0]:
            box, size = above, longer
    return box


def _innermost(boxes: set[HtmlElement], sizes: _Sizes) -> set[HtmlElement]:
    """The boxes without those that say much more than one that lies in them: what surrounds a request does not ask."""
    around = {a for b in boxes for a in b.iterancestors() if a in boxes and sizes[a] > GROWTH[0] * sizes[b] + GROWTH[1]}
    return boxes - around


def _asks(text: str) -> bool:
    lowered = text.casefold()
    plain = lowered.isascii()
    consent = set_phrases.PLAIN_CONSENT if plain else set_phrases.CONSENT
    words = [lowered.count(word) for word in consent if word in lowered]
    if len(words) > 1 and sum(words) * CONSENT_EVERY > len(text):
        return True
    asked = set_phrases.PLAIN_ASKED if plain else set_phrases.ASKED
    return len(text) < APPEAL_LENGTH and any(words in lowered for words in asked)


# teasers


def _teasers(elements: ElementsByTag, kept: set[HtmlElement], host: str | None, sizes: _Sizes) -> Iterator[HtmlElement]:
    """Two or more siblings of one look that each are the linked title of another page over a sentence or so."""
    found: dict[tuple[HtmlElement | None, object, str | None], dict[HtmlElement, None]] = {}
    for link in elements.of("a")[:MOST_LABELS]:
        if (
            _is_entry(link)
            or not leads_on(link.get("href"), host)
            or not TITLE_LENGTH[0] <= sizes[link] <= TEASER_LENGTH
        ):
            continue
        unit = _teaser(link, kept, sizes)
        if unit is not None and not _is_step(unit):
            found.setdefault((unit.getparent(), unit.tag, unit.get("class")), {})[unit] = None
    for alike in found.values():
        if len(alike) > 1:
            yield from _sections(alike, kept, sizes, TITLE_LENGTH[1] // 2)


def _is_step(unit: HtmlElement) -> bool:
    """Whether a linked title over a sentence is one of the steps that a text counts."""
    around = unit.getparent()
    return unit.tag == "li" and around is not None and around.tag == "ol"


def _is_entry(link: HtmlElement) -> bool:
    """Whether a link is all that an entry of a menu holds: most links of a page are such."""
    above = link.getparent()
    return (
        above is not None and above.tag == "li" and len(above) == 1 and not len(link) and not (link.tail or "").strip()
    )


def _teaser(link: HtmlElement, kept: set[HtmlElement], sizes: _Sizes) -> HtmlElement | None:
    """The element whose title the link is, if it says more than that and has no other links."""
    if len(link) and next(link.iter(*BLOCKS), None) is not None:
        return link
    if sizes[link] > TITLE_LENGTH[1] or not stands_alone(link):
        return None
    href, title = link.get("href"), sizes[link]
    unit, size = link, title
    while (above := unit.getparent()) is not None and above not in kept:
        links = list(islice(above.iter("a"), TEASER_LINKS + 1))
        if len(links) > TEASER_LINKS or any(a.get("href") != href for a in links):
            break
        if sizes.exceeds(above, TEASER_LENGTH):
            break
        unit, size = above, sizes[above]
    if unit is link or size - title < SENTENCE:
        return None
    if size - title < TEXT:
        return unit
    return None if ends_sentence(element_text.line(unit)) or any(map(prose_parts.reads, unit.iter("p"))) else unit
