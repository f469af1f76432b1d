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
from tui.convert.body.page_texts import LINE
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.left_out import reasons
from tui.convert.pointer_phrases import ends_sentence
from tui.text.plain_letters import without_typography
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.left_out.reasons import Reason

LABEL_LENGTH = 40  # characters of a button or of a link that works as one
BOX = (80, 2_500)  # characters of a box that asks for consent
APPEAL_LENGTH = 800  # and of one that asks for a login or an address
CONSENT_WORDS = 2  # of those for it that such a box says at least
CONSENT_EVERY = 400  # characters of such a box in which one of the words for it stands at least
GROWTH = (1.25, 40)  # a box ends where its parent has this much more text
LEFTOVER = 250  # characters that a comment section has besides its comments
MOST_SECTIONS = 20  # labels for comments on a page
MOST_LABELS = 3_000  # buttons and links of a page that are looked at
TITLE_LENGTH = (12, 170)  # characters of the linked title of a teaser
TEASER_LENGTH = 450  # of a teaser as a whole
TEASER_LINKS = 6  # of it, all to one page: picture, title, "more"
SENTENCE = 20  # of what it says besides its title
TEXT = 220  # and from which it is a text of its own, if it ends as one
DATED_SHARE = 0.6  # of the boxes under a label for comments that bear a date
BLOCKS = ("p", "h2", "h3", "h4", "h5", "h6", "div")
SIGNED = 3  # boxes that end with a date, from which they are readers' letters
LABELS = frozenset("h2 h3 h4 h5 h6 div p span b strong".split())
LABELLING = frozenset("a button span b i em".split())
SIGNING = frozenset("p div span cite small footer".split())
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
        return self.surely_exceeds(element, limit) or self[element] > limit

    def surely_exceeds(self, element: HtmlElement, limit: int) -> bool:
        """Whether an element has more than ``limit`` characters of running text."""
        return self._running.get(element, 0) > limit


def apart(
    elements: ElementsByTag,
    lines: Sequence[tuple[HtmlElement, str]],
    title: HtmlElement | None,
    host: str | None,
    running: Mapping[HtmlElement, int],
    comments: bool = True,
) -> dict[HtmlElement, Reason]:
    """Elements that are not the article by their shape, and why; none of them holds a heading of the first level.

    ``lines``: the page's short lines and the elements that begin with them; ``host`` is that of the page;
    ``running`` are the characters of running text below each element that has any; ``comments``: whether readers'
    comments are told, which on a page of a forum are the text.
    """
    landmarks = [*([title] if title is not None else []), *elements.of("h1"), *elements.of("body")]
    kept = {e for landmark in landmarks for e in (landmark, *landmark.iterancestors())}
    sizes = _Sizes(running)
    labels, over_comments = labelling(lines)
    remarks: set[HtmlElement] = set()
    if comments:
        answered = labels["answer"] if len(labels["answer"]) > 1 else labels["report"]
        remarks = {*_sections(_units(answered, kept), kept, sizes)} if len(answered) > 1 else set()
        remarks |= {*_labelled(over_comments, kept, sizes), *_signed(lines, kept, sizes)}
    asking = _innermost({*_asking([*elements.of("button", "input"), *labels["entry"]], kept, sizes)}, sizes)
    found = {
        **dict.fromkeys(_teasers(elements, kept, host, sizes), reasons.POINTER),
        **dict.fromkeys(asking, reasons.ASKS),
        **dict.fromkeys(remarks, reasons.COMMENTS),
    }
    return {element: reason for element, reason in found.items() if element not in kept}


def labelling(
    lines: Iterable[tuple[HtmlElement, str]],
) -> tuple[dict[str, list[HtmlElement]], list[tuple[HtmlElement, str]]]:
    """Buttons and links by what they are for, and the lines that may be labels over comments."""
    labels: dict[str, list[HtmlElement]] = {"answer": [], "report": [], "entry": []}
    over_comments: list[tuple[HtmlElement, str]] = []
    for element, text in lines:
        if len(text) > LABEL_LENGTH:
            continue
        words = text.strip(set_phrases.AROUND).casefold()
        said = set_phrases.SAID.get(words)
        if said and element.tag in LABELLING:
            labels[said].append(element)
        if words[: set_phrases.BEGINNING] in set_phrases.COMMENTS_BEGINNINGS or text[0].isdecimal():
            over_comments.append((element, text))
    return labels, over_comments


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


def _labelled(lines: Iterable[tuple[HtmlElement, str]], kept: set[HtmlElement], sizes: _Sizes) -> Iterator[HtmlElement]:
    """What stands under a label such as "12 comments", if most of it bears dates."""
    labels = 0
    for label, text in lines:
        if labels >= MOST_SECTIONS or label.tag not in LABELS or not set_phrases.COMMENTS.fullmatch(text):
            continue
        labels += 1
        following = _following(label)
        units = _members(following, sizes)
        if len(units) > 1 and sum(map(_shows_date, units)) >= DATED_SHARE * len(units):
            yield from (e for e in (label, *following) if e not in kept)


def _following(label: HtmlElement) -> list[HtmlElement]:
    """The elements after a label, or after what holds nothing but the label."""
    for element in (label, *islice(label.iterancestors(), 2)):
        found = list(element.itersiblings())
        if found:
            return found
    return []


def _members(elements: list[HtmlElement], sizes: _Sizes) -> list[HtmlElement]:
    """The boxes that a list consists of, found under its wrappers."""
    for _ in range(4):
        worded = [e for e in elements if sizes.exceeds(e, LABEL_LENGTH)]
        if len(worded) != 1:
            return worded
        elements = list(worded[0])
    return elements


def _signed(lines: Iterable[tuple[HtmlElement, str]], kept: set[HtmlElement], sizes: _Sizes) -> Iterator[HtmlElement]:
    """Three or more siblings of one look that each end with a line that bears a date, as a letter does."""
    found: dict[tuple[HtmlElement | None, object, str | None], list[HtmlElement]] = {}
    for line, text in lines:
        if line.tag not in SIGNING or line.getnext() is not None or (before := line.getprevious()) is None:
            continue
        unit = line.getparent()
        if not DIGIT.search(text) or len(line) or unit is None or unit in kept or before.tag in HEADINGS:
            continue
        if not set_phrases.shows_date(text) or ends_sentence(text):
            continue
        if sizes[unit] > len(text) + SENTENCE and next(unit.iter(*HEADINGS), None) is None:
            found.setdefault((unit.getparent(), unit.tag, unit.get("class")), []).append(unit)
    yield from _sections([u for alike in found.values() if len(alike) >= SIGNED for u in alike], kept, sizes)


def _shows_date(unit: HtmlElement) -> bool:
    return any(len(text) <= LINE and set_phrases.shows_date(text) for text in islice(unit.itertext(), 40))


# boxes that ask


def _asking(buttons: list[HtmlElement], kept: set[HtmlElement], sizes: _Sizes) -> Iterator[HtmlElement]:
    """Boxes with a button in them that ask for consent, a login, money or an address."""
    seen: set[HtmlElement] = set()
    boxes = [_box(element, kept, seen, sizes) for element in islice(buttons, MOST_LABELS)]
    texts = {box: element_text.line(box) for box in boxes if box is not None}
    if not texts:
        return
    lowered = {box: text.casefold() for box, text in texts.items()}
    said = "\n".join(lowered.values())  # most of the words stand in no box of a page
    plain = without_typography(said).isascii()
    consent = [word for word in (set_phrases.PLAIN_CONSENT if plain else set_phrases.CONSENT) if word in said]
    said = "\n".join(lowered[box] for box, text in texts.items() if len(text) < APPEAL_LENGTH)
    asked = [words for words in (set_phrases.PLAIN_ASKED if plain else set_phrases.ASKED) if words in said]
    if len(consent) >= CONSENT_WORDS or asked:
        yield from (box for box, text in texts.items() if _asks(len(text), lowered[box], consent, asked))


def _box(element: HtmlElement, kept: set[HtmlElement], seen: set[HtmlElement], sizes: _Sizes) -> HtmlElement | None:
    """The box with words that a button stands in; None when there is none or it was seen before."""
    box: HtmlElement | None = None
    size = 0
    inner = element
    for above in element.iterancestors():
        if above in kept or (box is None and above in seen):
            break
        if inner in sizes and element_text.only_child(above) is inner:
            sizes[above] = sizes[inner]
        if sizes.exceeds(above, BOX[1]):
            break
        longer = sizes[above]
        if box is not None and longer > GROWTH[0] * size + GROWTH[1]:
            break
        seen.add(above)
        if longer >= BOX[0]:
            box, size = above, longer
        inner = above
    return box


def _innermost(boxes: set[HtmlElement], sizes: _Sizes) -> set[HtmlElement]:
    """The boxes without those that say much more than one that lies in them: what surrounds a request does not ask."""
    around = {a for b in boxes for a in b.iterancestors() if a in boxes and sizes[a] > GROWTH[0] * sizes[b] + GROWTH[1]}
    return boxes - around


def _asks(length: int, lowered: str, consent: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether a box of so many characters asks for something in its words, case folded.

    ``consent``, ``asked``: those words for it that stand in boxes of the page.
    """
    words = [lowered.count(word) for word in consent if word in lowered]
    if len(words) >= CONSENT_WORDS and sum(words) * CONSENT_EVERY > length:
        return True
    return length < APPEAL_LENGTH and holds(lowered, asked)


# teasers


def _teasers(elements: ElementsByTag, kept: set[HtmlElement], host: str | None, sizes: _Sizes) -> Iterator[HtmlElement]:
    """Two or more siblings of one look that each are the linked title of another page over a sentence or so."""
    found: dict[tuple[HtmlElement | None, object, str | None], dict[HtmlElement, None]] = {}
    varied: set[HtmlElement] = set()
    for link in elements.of("a")[:MOST_LABELS]:
        if _is_entry(link) or not (len(link) or stands_alone(link)):
            continue
        if not leads_on(link.get("href"), host) or not TITLE_LENGTH[0] <= sizes[link] <= TEASER_LENGTH:
            continue
        unit = _teaser(link, kept, sizes, varied)
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


def _teaser(link: HtmlElement, kept: set[HtmlElement], sizes: _Sizes, varied: set[HtmlElement]) -> HtmlElement | None:
    """The element whose title the link is, if it says more than that and has no other links.

    ``varied``: elements that were found to have other links, or too many, and are so for each of their links.
    """
    if len(link) and next(link.iter(*BLOCKS), None) is not None:
        return link
    title = sizes[link]
    if title > TITLE_LENGTH[1] or (len(link) and not stands_alone(link)):  # of one without elements it is known
        return None
    href = link.get("href")
    unit, size = link, title
    while (above := unit.getparent()) is not None and above not in kept:
        # What holds nothing but one other element has the links and the text of that.
        if above.tag == "a" or element_text.only_child(above) is None:
            if sizes.surely_exceeds(above, TEASER_LENGTH) or above in varied:
                break
            if _leads_elsewhere(above, href):
                varied.add(above)
                break
            size = sizes[above]
            if size > TEASER_LENGTH:
                break
        unit = above
    if unit is link or size - title < SENTENCE:
        return None
    if size - title < TEXT:
        return unit
    return None if ends_sentence(element_text.line(unit)) or any(map(prose_parts.reads, unit.iter("p"))) else unit


def _leads_elsewhere(element: HtmlElement, href: str | None) -> bool:
    """Whether an element has links to other addresses than this, or too many for a teaser."""
    for number, link in enumerate(element.iter("a")):  # noqa: SIM110 - a generator left early costs more than two links
        if number >= TEASER_LINKS or link.get("href") != href:
            return True
    return False
