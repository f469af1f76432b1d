"""Who wrote a post and when, out of what stands around its words."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from tui.convert import body_class_names, element_text
from tui.convert import class_name_words as vocabulary
from tui.convert.body import set_phrases
from tui.convert.class_names import TELLING_WORDS
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from lxml.html import HtmlElement

SIGNED = 0.7  # share of posts with a name, from which what has none is no post
LEVELS = 10  # elements around a post's words in which its head is looked for
BEYOND = 3  # and around all that no other post is in
BESIDE = 40  # elements beside one that are looked at
LOOKED_AT = 400  # elements before or after the words that are looked at on each level
NAME_LENGTH = 40  # characters of a name
TIME_LENGTH = 70  # characters of a line that says when
NAMES = frozenset((*vocabulary.POSTERS, *vocabulary.BYLINES, *vocabulary.AUTHORS, *vocabulary.CREATORS))
WHOLE_NAMES = frozenset(vocabulary.WHOLE_POSTERS)
NAME_ATTRIBUTES = ("data-author", "data-username", "author")  # in which a post bears it
TIMES = frozenset((*vocabulary.DATES, *vocabulary.TIMES, *vocabulary.POST_TIMES))
TIME_PROPERTIES = frozenset(("datepublished", "datecreated"))
TIME_TAGS = frozenset(("time", "relative-time", "local-time", "time-ago", "faceplate-timeago"))
# Addresses of the pages that tell about members.
PROFILE = late_pattern(
    r"/(?:u|users?|members?|profiles?|people|person)[/.]|[?&;/](?:action=|mode=view)?profile\b|memberlist\.php|"
    r"(?:member|profile)\.php|/[~@]\w|user\?id=|\buser-\d+\.html|/index\.php\?members/",
    re.I,
)
LABELS = frozenset("author op admin moderator".split())  # which programs put beside names, no names themselves
DATED = late_pattern(r"\b(?:19|20)\d\d\b|\d[:.]\d\d\b")
# A time of day, or a day: in digits, or beside the name of a month.
DAY = late_pattern(
    r"\d[:.]\d\d\b|\d[./-]\d{1,2}[./-]|\b\d{1,2}(?:st|nd|rd|th|\.)? [^\W\d]{3,}|[^\W\d]{3,}\.? \d{1,2}\b"
)
LABELLED = re.compile(r"[^\W\d][^\d:]*:\s")  # "Registered: 2009-03-02"
BOXED = 4  # elements around one that may be such a box
BETWEEN = late_pattern(r"( [·•»|—–] )")
FEW = 6  # elements in a line
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LED = late_pattern(
    r"^(?:(?:by|von|par|por|posted|geschrieben|verfasst|on|am|wrote|replied|asked|answered)\b[\s:,]*)+", re.I
)
SIGNS = " \t\n\r\xa0»«·•|,:;–—-()[]#"


class Head(NamedTuple):
    """Of a post, as far as they are told: the name of who wrote it, and when, as the page says it."""

    author: str | None
    time: str | None


def of(texts: Sequence[HtmlElement]) -> dict[HtmlElement, Head]:
    """The heads of the posts with these words; those that have none are no posts."""
    around: dict[HtmlElement, int] = {}
    for text in texts:
        for above in text.iterancestors():
            around[above] = around.get(above, 0) + 1
    holding = {*texts, *around}
    found: dict[HtmlElement, Head] = {}
    for text in texts:
        levels = _levels(text, around)
        author = _author_borne(levels[0]) or _first(text, levels, holding, AUTHOR_WAYS)
        time = _first(text, levels, holding, TIME_WAYS)
        if author or time:
            found[text] = Head(author, time)
    signed = [text for text, head in found.items() if head.author]
    return {text: found[text] for text in signed} if len(signed) >= SIGNED * len(found) else found


def line(beside: HtmlElement, head: Head) -> HtmlElement:
    """The paragraph that tells the head above the words."""
    paragraph = beside.makeelement("p")
    if head.author:
        name = paragraph.makeelement("strong")
        name.text = head.author
        name.tail = f", {head.time}" if head.time else None
        paragraph.append(name)
    else:
        paragraph.text = head.time
    return paragraph


def _levels(text: HtmlElement, around: dict[HtmlElement, int]) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """The elements around a post's words, outwards, that no other post is in, and a few further out."""
    own: list[HtmlElement] = []
    shared: list[HtmlElement] = []
    for above in islice(text.iterancestors(), LEVELS):
        if above.tag in ("body", "html") or len(shared) == BEYOND:
            break
        (own if around[above] == 1 else shared).append(above)
    return own, shared


def _author_borne(levels: Sequence[HtmlElement]) -> str | None:
    """The name that a post bears in an attribute."""
    for level in levels:
        for attribute in NAME_ATTRIBUTES:
            if name := (level.get(attribute) or "").strip():
                return name if len(name) <= NAME_LENGTH else None
    return None


def _first(
    text: HtmlElement,
    levels: tuple[Sequence[HtmlElement], Sequence[HtmlElement]],
    holding: Container[HtmlElement],
    ways: Sequence[Callable[[HtmlElement], str | None]],
) -> str | None:
    """What is told in the surest way; on the innermost level where it is, ahead of the words before behind them.

    ``holding``: the words of all posts and the elements around them.
    """
    own, shared = levels
    path = [text, *own, *shared]
    within, beyond = path[: len(own)], path[len(own) : -1]
    near = [
        *(_beside(element, holding, before=True) for element in within),
        *(_beside(element, holding, before=False) for element in within),
        *(_beside(element, holding, before=True) for element in beyond),
    ]
    return next((said for way in ways for elements in near for e in elements if (said := way(e))), None)


def _beside(element: HtmlElement, holding: Container[HtmlElement], *, before: bool) -> list[HtmlElement]:
    """What stands right before, or after, an element in the one around it, as far as there is no other post."""
    siblings = islice(element.itersiblings(preceding=before), BESIDE)
    found = [e for e in takewhile(lambda e: e not in holding, siblings) if isinstance(e.tag, str)]
    if before:
        found.reverse()
    inside = (e for sibling in found for e in sibling.iter() if isinstance(e.tag, str))
    return list(islice(inside, LOOKED_AT))


def _stated_author(element: HtmlElement) -> str | None:
    return _name(element) if (element.get("itemprop") or "").lower() == "author" else None


def _named_author(element: HtmlElement) -> str | None:
    return _name(element) if _is_named(element) else None


def _member(element: HtmlElement) -> str | None:
    return _name(element) if _is_member(element) else None


def _first_term(element: HtmlElement) -> str | None:
    """A name in bold at the head of the list that tells about who bears it."""
    if element.tag != "dt" or element.getprevious() is not None or next(element.iter("strong"), None) is None:
        return None
    return _name(element) if sum(1 for _ in element.itersiblings("dd")) > 1 else None


def _author_in_line(element: HtmlElement) -> str | None:
    """A name that nothing marks, ahead of the time in one line with it."""
    if len(element) > FEW or not YEAR.search(said := element_text.line(element)[: NAME_LENGTH + TIME_LENGTH]):
        return None
    name, between, time = BETWEEN.split(said, maxsplit=1) if BETWEEN.search(said) else ("", "", "")
    return _accepted(name) if between and YEAR.search(time) else None


def _is_named(element: HtmlElement) -> bool:
    return any(
        not NAMES.isdisjoint(TELLING_WORDS[name]) or name.lower() in WHOLE_NAMES
        for name in (element.get("class") or "").split()
    )


def _is_member(element: HtmlElement) -> bool:
    return element.tag == "a" and bool(PROFILE.search(element.get("href") or ""))


def _name(element: HtmlElement) -> str | None:
    """The name in an element: the innermost that is marked or leads to a member's page, if more stands there."""
    inner = [e for e in islice(element.iterdescendants(), LOOKED_AT) if isinstance(e.tag, str)]
    stated = [e for e in inner if e.get("itemprop") == "name"]
    marked = [e for e in inner if _is_named(e) or _is_member(e)]
    around = {above for e in marked for above in e.iterancestors()}
    candidates = (*stated, *(e for e in marked if e not in around), element)
    return next((name for e in candidates if (name := _own_name(e))), None)


def _own_name(element: HtmlElement) -> str | None:
    return _accepted((element.get("content") or "") if element.tag == "meta" else element_text.line(element))


def _accepted(said: str) -> str | None:
    name = LED.sub("", said.strip(SIGNS)).strip(SIGNS)
    if not 0 < len(name) <= NAME_LENGTH or name.isdigit() or DATED.search(name):
        return None
    return None if name.casefold() in LABELS or name.casefold() in set_phrases.SAID else name


def _stated_time(element: HtmlElement) -> str | None:
    return _said_time(element) if (element.get("itemprop") or "").lower() in TIME_PROPERTIES else None


def _marked_time(element: HtmlElement) -> str | None:
    return _said_time(element) if element.tag in TIME_TAGS else None


def _named_time(element: HtmlElement) -> str | None:
    named = any(not TIMES.isdisjoint(TELLING_WORDS[name]) for name in (element.get("class") or "").split())
    return _said_time(element) if named else None


def _written_time(element: HtmlElement) -> str | None:
    """A day of a year in the line of an element, or behind it, that nothing marks; not since when one is a member."""
    for text in (element.text, element.tail):
        if not text or len(text) > TIME_LENGTH or not YEAR.search(text) or not DAY.search(text):
            continue
        said = LED.sub("", text.strip(SIGNS)).strip(SIGNS)
        if not LABELLED.match(said) and not _is_aside(element):
            return said
    return None


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element stands in the box about who wrote a post."""
    return any("poster" in body_class_names.kinds(e) for e in (element, *islice(element.iterancestors(), BOXED)))


def _said_time(element: HtmlElement) -> str | None:
    """The time as the page shows it, or the day that it states where it shows how long ago that was."""
    stated = element.get("datetime") or element.get("content") or element.get("title") or element.get("ts") or ""
    parts = [element_text.line(e) for e in element] or [element_text.line(element)]
    shown = next((part for part in parts if YEAR.search(part)), element_text.line(element))
    if len(shown) <= TIME_LENGTH and YEAR.search(shown):
        return LED.sub("", shown.strip(SIGNS)).strip(SIGNS)
    if YEAR.search(stated) and len(stated) <= TIME_LENGTH:
        return stated.partition("T")[0] if stated[:4].isdigit() else stated
    if len(shown) <= TIME_LENGTH and set_phrases.shows_date(shown):
        return LED.sub("", shown.strip(SIGNS)).strip(SIGNS)
    return None


AUTHOR_WAYS = (_stated_author, _named_author, _member, _first_term, _author_in_line)
TIME_WAYS = (_marked_time, _stated_time, _named_time, _written_time)
