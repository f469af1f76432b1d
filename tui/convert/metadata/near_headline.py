"""What stands around the headline, and the standfirst among it, read from the page itself.

The walk goes from the main heading onwards until running text begins, then takes what stands just before
the heading.  It is bounded, so that a page of a million elements costs no more than a small one.  It goes from
element to element, since lxml's iterators take ten times as long for the few that most elements hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import class_name_words as vocabulary
from tui.convert.class_names import Traits, names_of
from tui.convert.kept_answers import kept
from tui.convert.metadata.titles import WORDS, letters
from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

AFTER = 260  # elements looked at after the heading
BEFORE = 60  # and before it
LEVELS = 4  # ancestors whose earlier children count as "before"
RUNNING_TEXT = 2  # paragraphs of some length after which the body has begun
PARAGRAPH = 90  # characters of such a paragraph
MAX_LEAD_LINKS = 40  # links looked at in a standfirst
SHORT_ASIDE = 200  # characters of a side column that belongs to the heading
LEAD_LENGTH = (30, 900)  # characters of a standfirst
LEAD_LINKED = 0.5  # share of link text from which it is no standfirst
HEADED_LEAD = 50  # characters from which a second heading right under the first is a standfirst
REPEATED = 0.7  # share of words that the titles hold too from which a line is a title again
MAX_DEPTH = 40  # levels of elements whose text is read
SAME_BEGINNING = 60  # letters in which a description and a standfirst must agree
FIRST_LETTERS = 12  # of these, looked at before the text is read to its end

# What a word in an element's names speaks of.
BYLINE, DATE, LEAD, ASIDE, PICTURED, MEMBER = (1 << n for n in range(6))
USER_NAMES = frozenset("username membername nickname screenname".split())
WORDS_OF: dict[int, tuple[str, ...]] = {
    BYLINE: (*vocabulary.BYLINES, *vocabulary.AUTHORS, *vocabulary.SIGNATURES),
    DATE: (*vocabulary.DATES, *vocabulary.TIMES, *vocabulary.HEAD_LINES),
    LEAD: (*vocabulary.LEADS,),
    ASIDE: (
        *vocabulary.COMMENTS, *vocabulary.COMMENT, *vocabulary.CONSENT, *vocabulary.FOOTERS, *vocabulary.SHARING,
        *vocabulary.ASKING, *vocabulary.WALLS, *vocabulary.ADVERTISING, *vocabulary.MENUS, *vocabulary.OTHER_READING,
        *vocabulary.TEASERS, *vocabulary.CARDS, *vocabulary.LISTS, *vocabulary.PROFILES, *vocabulary.AVATARS,
        *vocabulary.SIDEBARS, *vocabulary.RAILS, *vocabulary.AUTHOR_FACTS, *vocabulary.TIPS, *vocabulary.PLAYERS,
        *vocabulary.PODCASTS, *vocabulary.SUMMARIES, "audio", "caption", "figcaption", "gallery",
    ),
    PICTURED: (*vocabulary.PICTURES, *vocabulary.PICTURE_PARTS, "video"),
    MEMBER: (*USER_NAMES,),
}  # fmt: skip
SUBJECTS = Traits(WORDS_OF)
NAMING = ("itemprop", "rel", "id", "data-testid")  # attributes that say what an element is, beside its class
# What an element's names tell: it holds a byline, but one of something beside the article; a date; a standfirst; how a
# member of a forum is called.
SIGNED, SIGNED_ASIDE, DATED, LEADING, USER = (1 << n for n in range(5))
SKIPPED_WORDS = """
    script style noscript svg template button select form nav figure iframe textarea
"""
SKIPPED = frozenset(SKIPPED_WORDS.split())
BLOCKS_WORDS = """
    p h1 h2 h3 h4 h5 h6 div section article ul ol li header table tr td th br blockquote dd dt
"""
BLOCKS = frozenset(BLOCKS_WORDS.split())
INLINE = frozenset(("span", "b", "strong", "em", "i", "label", "small"))
LEAD_TAGS = frozenset(("p", "div", "strong", "span"))
OUTSIDE = frozenset("nav footer aside form script style noscript svg template select figure".split())


def after(heading: HtmlElement) -> list[HtmlElement]:
    """The elements after ``heading`` up to running text."""
    found: list[HtmlElement] = []
    running = 0
    at = _behind(heading)
    while at is not None and len(found) < AFTER:
        if not _is_text(at):
            at = _behind(at)
            continue
        found.append(at)
        if at.tag == "p" and len(begin_of(at, PARAGRAPH)) >= PARAGRAPH:
            running += 1
            if running >= RUNNING_TEXT:
                break
        at = at[0] if len(at) else _behind(at)
    return found


def before(heading: HtmlElement) -> list[HtmlElement]:
    """The elements just before ``heading``, nearest group first."""
    return list(islice(_before(heading), BEFORE))


def lead(elements: Iterable[HtmlElement], description: str | None, titles: Collection[str]) -> str | None:
    """The standfirst among the elements after a heading: marked as such, or what the description says.

    ``titles`` are the page's titles: what merely repeats one is none.  What stands in a byline tells of the author.
    """
    wanted = letters(description or "")[:SAME_BEGINNING]
    begun = False
    in_bylines: set[HtmlElement] = set()  # what is around an element comes before it
    for element in elements:
        if in_bylines and element.getparent() in in_bylines:
            in_bylines.add(element)
            continue
        marks = marks_of(element)
        if marks & SIGNED and not marks & LEADING:
            in_bylines.add(element)
        marked = bool(marks & LEADING)
        tag, own = element.tag, element.text
        heads = tag in ("h2", "h3") and not marked and not begun
        if tag == "p" and not marked:
            begun = begun or len(own or "") >= PARAGRAPH
        if marked or heads or (wanted and own and tag in LEAD_TAGS and not own.isspace()):
            text = _standfirst(element, wanted, marked=marked, heads=heads)
            if text and not _says_title(text, titles):
                return text
    return None


def _standfirst(element: HtmlElement, wanted: str, *, marked: bool, heads: bool) -> str | None:
    """The element's text if it can be a standfirst: marked as one, a long second heading, or as described."""
    described = _begins(element, wanted)
    if not (marked or heads or described):
        return None
    text = text_of(element)
    if not LEAD_LENGTH[0] <= len(text) <= LEAD_LENGTH[1]:
        return None
    told_apart = marked or (heads and len(text) >= HEADED_LEAD)
    if not told_apart and not (described and letters(text)[:SAME_BEGINNING] == wanted and not _runs_on(element)):
        return None
    return text if _linked(element) <= LEAD_LINKED * len(text) else None


def _says_title(text: str, titles: Collection[str]) -> bool:
    """Whether a text merely repeats one of the page's titles."""
    name = letters(text)
    if any(name in title or title in name for title in filter(None, map(letters, titles))):
        return True
    return _repeats(text, frozenset(WORDS.findall(" ".join(titles).casefold())))


def _begins(element: HtmlElement, wanted: str) -> bool:
    """Whether an element may begin with these letters: a look at its first, so that few texts need to be read whole."""
    if len(wanted) <= LEAD_LENGTH[0]:
        return False
    begin = (element.text or "").lstrip()[: 2 * FIRST_LETTERS]
    if begin.isascii() and begin[:1].isalnum() and begin[0].lower() != wanted[0]:
        return False  # as of nearly all
    return wanted.startswith(letters(begin)[:FIRST_LETTERS])


def _repeats(text: str, told: frozenset[str]) -> bool:
    """Whether hardly a word of the text is not in the titles."""
    words = WORDS.findall(text.casefold())
    return sum(w in told for w in words) >= REPEATED * len(words)


@kept
def marks_of(element: HtmlElement) -> int:
    """What the names that a page's author gave the element tell of it, as bits."""
    return _told(names_of(element, NAMING))


@lru_cache(maxsize=8192)
def _told(names: str) -> int:
    subjects = SUBJECTS.of(names)
    found = DATED if subjects & DATE else 0
    if subjects & BYLINE:
        found |= SIGNED | SIGNED_ASIDE if subjects & ASIDE else SIGNED
    if subjects & MEMBER:
        found |= USER
    if subjects & LEAD and not subjects & (ASIDE | PICTURED):
        found |= LEADING
    return found


def text_of(element: HtmlElement) -> str:
    """An element's text on one line, a space where blocks and lines end; as clean as the tree is."""
    if not len(element):
        return squeezed(element.text or "")
    return squeezed("".join(_add_texts(element, [])))


def begin_of(element: HtmlElement, length: int) -> str:
    """At least so many characters that ``text_of`` begins with, or all of it; of most paragraphs no more is read."""
    own = squeezed((element.text or "")[: 2 * length])
    return own if len(own) > length else text_of(element)


def _add_texts(element: HtmlElement, found: list[str], depth: int = 0) -> list[str]:
    if text := element.text:
        found.append(text)
    if not len(element):
        return found
    child: HtmlElement | None = element[0]
    while child is not None:
        tag = child.tag
        if isinstance(tag, str):
            if tag not in SKIPPED and depth < MAX_DEPTH:
                if tag in BLOCKS:
                    found.append(" ")
                if len(child):
                    _add_texts(child, found, depth + 1)
                elif text := child.text:
                    found.append(text)
            if tail := child.tail:
                found.append(tail)
        child = child.getnext()
    return found


def _linked(element: HtmlElement) -> int:
    return sum(len(text_of(a)) for a in islice(element.iter("a"), MAX_LEAD_LINKS))


def _runs_on(element: HtmlElement) -> bool:
    """Whether the element is a paragraph that another one follows: then it is the body's first, not a standfirst."""
    following = element.getnext()
    return element.tag == "p" and following is not None and following.tag == "p"


def _behind(element: HtmlElement) -> HtmlElement | None:
    """The element that comes in the page when this one has ended."""
    at: HtmlElement | None = element
    while at is not None:
        following = at.getnext()
        if following is not None:
            return following
        at = at.getparent()
    return None


def _before(element: HtmlElement) -> Iterator[HtmlElement]:
    at: HtmlElement | None = element
    for _ in range(LEVELS):
        if at is None:
            return
        sibling = at.getprevious()
        while sibling is not None:
            yield from _within(sibling)
            sibling = sibling.getprevious()
        at = at.getparent()


def _within(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and its descendants, without what is no text."""
    # One generator for all levels: nested ones hand every element up through all of them.
    at: HtmlElement | None = element
    while at is not None:
        if _is_text(at):
            yield at
            if len(at):
                at = at[0]
                continue
        while at is not element and at.getnext() is None:
            at = at.getparent()
        at = at.getnext() if at is not element else None


def _is_text(element: HtmlElement) -> bool:
    """Whether it is an element that may hold text; a short side column belongs to the heading."""
    tag = element.tag
    if tag in OUTSIDE:
        return bool(tag == "aside") and len(text_of(element)) <= SHORT_ASIDE
    return isinstance(tag, str)  # what it says to machines is no element
