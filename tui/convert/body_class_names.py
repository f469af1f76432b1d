"""What the class, id, role, tag and state of an element say about whether it belongs to the article."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tui.convert import class_name_words as vocabulary
from tui.convert import element_text
from tui.convert.class_names import Traits, words
from tui.convert.elements_by_tag import HEADINGS
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

NONE: frozenset[str] = frozenset()
# What a word speaks of wherever it stands in a name: never the article's ("comments", "notice"), not the article's
# unless much of its text stands there, a part of its head, its standfirst, or the article itself ("good").
WORDS = {
    "comments": vocabulary.COMMENTS,
    "notice": (*vocabulary.CONSENT, *vocabulary.POPUPS, *vocabulary.FOOTERS),
    "remark": vocabulary.REMARKS,
    "poster": (*vocabulary.POSTS_PARTS, *vocabulary.AVATARS, *vocabulary.SIGNATURES),
    "foreign": (
        *vocabulary.SHARING, *vocabulary.VOTES, *vocabulary.ASKING, *vocabulary.OVERLAYS, *vocabulary.ADVERTISING,
        *vocabulary.BANNERS, *vocabulary.MENUS, *vocabulary.PAGERS, *vocabulary.BARS, *vocabulary.OTHER_READING,
        *vocabulary.SUGGESTIONS, *vocabulary.ENDS, *vocabulary.ABOUT_AUTHORS, *vocabulary.BESIDE,
    ),
    # Foreign when they hold a link; else a paper may call its standfirst or a stressed paragraph so.
    "pointing": (*vocabulary.TEASERS, *vocabulary.CARDS, *vocabulary.ACTIONS),
    "box": vocabulary.BOXES,
    "summary": vocabulary.SUMMARIES,
    "head": (*vocabulary.BYLINES, *vocabulary.DATES, *vocabulary.HEAD_LINES, *vocabulary.SECTIONS),
    "lead": vocabulary.LEADS,
    "good": vocabulary.TEXTS,
}  # fmt: skip
# What says many things counts only as the whole of a name.
WHOLE = {
    "hidden": ("hidden", "is-hidden", "js-hidden", "u-hidden", "visually-hidden", "invisible", "d-none"),
    "foreign": ("search", "support", "account", "register", "jobs", "game"),
    "head": ("data", "time"),
}
KINDS = (*WORDS, "hidden")
HIDDEN = 1 << KINDS.index("hidden")
LONGEST = 2_000  # characters of names that are looked at
TRAITS = Traits({1 << n: words for n, words in enumerate(WORDS.values())}, most=LONGEST)
OF_WHOLE = {name: 1 << KINDS.index(kind) for kind, names in WHOLE.items() for name in names}
# Beside "hidden", a name that says at which width the element is shown after all.
SHOWN_AT_WIDTH = late_pattern(
    r"(?:^|\s)(?:[a-z0-9]+:|[a-z]{1,8}-(?:[a-z0-9]{2,3}-)?)(?:block|flex|grid|table|contents|inline(?:-\w+)?)(?=\s|$)"
)
LONGEST_IDENTITY = 3  # words of an id that names a part; longer ones are slugs of headings
FOREIGN_TAGS = frozenset("nav footer form button select textarea dialog menu".split())
# What is never of the text, whatever it is called.
DROPPED_TAGS = frozenset("script style noscript template button select textarea nav footer form dialog".split())
FOREIGN_ROLES = frozenset(
    "navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar doc-toc".split()
)
STATES = frozenset(("hidden", "aria-hidden", "style"))  # attributes that tell whether an element is shown
APART = STATES | {"role"}  # those that tell whether it is set apart
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
STRANGE = frozenset(("foreign", "comments", "remark", "notice", "hidden"))
# The same on a page whose text is what its readers wrote: posts, or posts that are called comments.
STRANGE_BESIDE_POSTS = STRANGE | {"poster"}
STRANGE_TO_REMARKS = STRANGE_BESIDE_POSTS - {"comments", "remark"}


def kinds(element: HtmlElement, borne: Sequence[str] | None = None) -> frozenset[str]:
    """What the class and id of an element, with what attributes it bears, speak of, and a tag of its makers' own; the
    id of a heading, or made of one, says nothing."""
    get, tag = element.get, element.tag
    name = get("class") if borne is None or "class" in borne else None
    identity = get("id") if borne is None or "id" in borne else None
    found = kinds_of(name) if name and len(name) < LONGEST else NONE
    if "-" in tag:
        found |= kinds_of(tag)
    if identity and len(identity) < LONGEST:
        said = kinds_of_identity(identity)
        if said and not said <= found and not _is_slug(element, identity):
            found = found | said
    return found


@lru_cache(maxsize=8192)
def kinds_of(names: str) -> frozenset[str]:
    """The kinds ("comments", "foreign", "head", "good", "lead", …) that class names speak of."""
    traits = TRAITS.of(names)
    for name in names.lower().split():
        if name in OF_WHOLE:
            traits |= OF_WHOLE[name]
    return _kinds_of_traits(traits & ~HIDDEN if traits & HIDDEN and SHOWN_AT_WIDTH.search(names) else traits)


@cache
def _kinds_of_traits(traits: int) -> frozenset[str]:
    return frozenset(kind for n, kind in enumerate(KINDS) if traits >> n & 1)


@lru_cache(maxsize=8192)
def kinds_of_identity(identity: str) -> frozenset[str]:
    """The kinds that an id speaks of, if it is short enough to name a part of a page."""
    said = kinds_of(identity)
    return said if said and len(words(identity)) <= LONGEST_IDENTITY else NONE


def _is_slug(element: HtmlElement, identity: str) -> bool:
    """Whether an id is made of the words of the heading that it stands on or over."""
    heading = element if element.tag in HEADINGS else next(element.iter(*HEADINGS), None)
    if heading is None:
        return False
    said = element_text.line(heading).casefold()
    return heading is element or all(word in said for word in words(identity))


def is_set_apart(element: HtmlElement, borne: Sequence[str] | None = None) -> bool:
    """Whether tag, role or state alone say that an element, with what attributes it bears, is not the article."""
    if element.tag in FOREIGN_TAGS:
        return True
    borne = element.keys() if borne is None else borne
    if APART.isdisjoint(borne):
        return False
    return ("role" in borne and element.get("role") in FOREIGN_ROLES) or _is_hidden(element, borne)


def never(element: HtmlElement) -> bool:
    """Whether an element can on no account be the article."""
    return element.tag in ("nav", "footer", "textarea", "select") or not kinds(element).isdisjoint(
        ("comments", "notice")
    )


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page hides the element by its own attributes."""
    return _is_hidden(element, element.keys())


def _is_hidden(element: HtmlElement, borne: Sequence[str]) -> bool:
    """The same of an element whose attributes are known: to ask for these takes as long as to ask for one of them."""
    if STATES.isdisjoint(borne):
        return False
    if "hidden" in borne or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style and HIDDEN_STYLE.search(style[:500]))
