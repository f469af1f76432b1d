"""The posts of a discussion: the words of each, found by the names that forum software gives them.

Every program marks the words of a post in one way on all its pages: by a class (``bbWrapper`` in XenForo, ``content``
in phpBB's ``postbody``, ``cooked`` in Discourse), an id (``post_message_12`` in vBulletin, ``msg_12`` in Simple
Machines), a role or a component (Invision, NodeBB), or by schema.org's ``text``.  All else in a post is about it: who
wrote it, which ``post_heads`` finds, buttons, signatures, counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from tui.convert import body_class_names, element_text
from tui.convert import class_name_words as vocabulary
from tui.convert.body import post_heads
from tui.convert.body.weighing import RUNNING
from tui.convert.class_names import TELLING_WORDS, Traits, telling_words
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.left_out import reasons
from tui.convert.left_out.surroundings import has_sentence
from tui.text.plain_letters import letters
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from lxml.html import HtmlElement

    from tui.convert.body.page_texts import Chain
    from tui.convert.body.post_heads import Head
    from tui.convert.body.weighing import Weights
    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.left_out.dropped_parts import DroppedParts

BEARING = ("class", "id", "data-role", "component")  # attributes that name the words of posts
TEXT, PART = 1, 2  # what names the words of a post, and what is named with them
WHOLE = frozenset(vocabulary.WHOLE_POST_TEXTS)
# In the letters of each name that tells of the words of a post stands one of these; few names need be parted for it.
TEXT_PARTS = ("body", "content", "text", "message", "msg")
LONGEST = 10_000  # characters of class names that are looked at
TRAITS = Traits(
    {
        TEXT: (*vocabulary.POST_TEXTS, *vocabulary.WRITTEN),
        PART: "header head footer meta toolbar actions buttons form title author".split(),
    },
    most=LONGEST,
)
POSTS = frozenset(vocabulary.POSTS)
NUMBERED = re.compile(r"(?:msg|pid|post_?message|post_?text|comment_?body|comment_?text)_\d+", re.I)
CONTENT = "content"  # their whole class where they lie in a ``postbody``
MARKS = frozenset(("itemprop", "slot"))  # attributes that mark them otherwise
SLOTS = frozenset(("comment", "text-body"))  # into which web components put their words
INLINE = frozenset("span font b i em strong".split())
NO_HOLDERS = frozenset("a img input button textarea select label svg script style template h1 h2 h3 h4".split())
QUOTING = frozenset(("blockquote", "aside", "textarea", "template"))
LITTLE = 0.02  # share of the page's running text that posts hold when each says who wrote it and when
HELD = 0.4  # share of the page's running text that the posts hold
NEARLY_ALL = 0.75  # and share where the page does not say that it is a discussion
SEVERAL = 3  # posts that such a page has
HEADED = 0.6  # share of them that say who wrote them, or when
OPENING = 150  # characters of running text ahead of the posts that may be what they answer
MOST = 0.8  # share of it with which an element within takes over
# Within a post's own words: what the software adds below them, and what it puts over or beside pictures and code.
ADDED = frozenset(
    (*vocabulary.SIGNATURES, *vocabulary.AVATARS, *vocabulary.VOTES, *vocabulary.SHARING, *vocabulary.ADVERTISING,
     *vocabulary.POSTS_PARTS, *vocabulary.UNSEEN,
     *"expandlink lastedit editedby postactions postedit attachments lightboxmeta".split())
)  # fmt: skip
LISTINGS = ("pre", "code")
LISTING_LABEL = 25  # characters of the label over a listing
PREVIEWS = frozenset("onebox unfurl".split())  # boxes that show what a link leads to


def find(
    elements: ElementsByTag, texts: Sequence[tuple[int, Chain]], running: Mapping[HtmlElement, int], weights: Weights
) -> dict[HtmlElement, Head]:
    """The words of the posts in reading order, each with who wrote it and when; empty when they do not make the page.

    ``texts``: the page's running texts, with the elements around them; ``running``: sums of them below elements;
    ``weights``: which of them are not foreign.
    """
    told = weights.of_posts
    bearing = [(e, borne) for e in elements.root.iter("*") if (borne := e.keys()) and e.tag not in NO_HOLDERS]
    named = [(e, [e.get(attribute) for attribute in BEARING if attribute in borne]) for e, borne in bearing]
    all_names = {names for _, given in named for names in given if names}
    for marks in (True, False):
        telling = set(filter(_name_words if marks else _name_post, all_names))
        marked = _marked(bearing, named) if marks else set()
        words = _innermost([e for e, given in named if e in marked or not telling.isdisjoint(given)])
        words = _without_remarks(words)
        if len(words) < (1 if told else SEVERAL):
            continue
        opening = _opening(words, weights)
        heads = post_heads.of([*opening, *words])
        if opening and (opening[0] not in heads or not heads[opening[0]].author):
            heads = post_heads.of(words)
        short = sum(element_text.length(e) for e in heads if e not in running)
        held = sum(running.get(e, 0) for e in heads) + short
        if not told and len({head for head in heads.values() if head.author}) < 2:
            continue  # the parts of one text under its byline
        surely = marks and len(heads) >= len(words) and all(head.author and head.time for head in heads.values())
        least = NEARLY_ALL if not told else LITTLE if surely else HELD
        if held >= least * (_shown(texts, running) + short) and len(heads) >= HEADED * len(words):
            return heads
    return {}


def _without_remarks(texts: list[HtmlElement]) -> list[HtmlElement]:
    """The words of answers without those of the remarks under them; where all but the first are remarks, they stay."""
    remarks = {text for text in texts if _is_remark(text)}
    posts = [text for text in texts if text not in remarks]
    return posts if len(posts) > 1 else texts


def _is_remark(text: HtmlElement) -> bool:
    return "comment" in (text.get("class") or "").lower() and text.get("itemprop") != "text"


def _opening(words: list[HtmlElement], weights: Weights) -> list[HtmlElement]:
    """What stands ahead of the posts and is named otherwise, if it is running text: what they answer."""
    posts, own = set(words), weights.own
    ahead = list(takewhile(posts.isdisjoint, weights.texts))
    around = {above for element in words for above in element.iterancestors()}
    parts = {next(e for e in reversed(chain) if e not in around) for chain in ahead if chain[0] not in around}
    part = max(parts, key=lambda e: own.get(e, 0), default=None)
    if part is None or own.get(part, 0) < OPENING:
        return []
    while (child := max(part, key=lambda e: own.get(e, 0), default=None)) is not None:
        if child.tag in RUNNING or own.get(child, 0) < MOST * own[part]:
            break
        part = child
    return [part]


def _shown(texts: Sequence[tuple[int, Chain]], running: Iterable[HtmlElement]) -> int:
    """Characters of the running texts that stand in nothing that is set apart."""
    aside = {e for e in running if body_class_names.is_set_apart(e)}
    return sum(length for length, chain in texts if aside.isdisjoint(chain))


def _marked(
    bearing: Iterable[tuple[HtmlElement, Sequence[str]]], named: Iterable[tuple[HtmlElement, Sequence[str | None]]]
) -> set[HtmlElement]:
    """The elements that are marked as the words of a post by more than a name.

    ``bearing``: all with what attributes they bear; ``named``: with what they are called.
    """
    marking = [element for element, borne in bearing if not MARKS.isdisjoint(borne)]
    marked = {e for e in marking if e.get("itemprop") == "text" or e.get("slot") in SLOTS}
    contents = (element for element, names in named if CONTENT in names)
    return marked | {e for e in contents if e.get("class") == CONTENT and _is_in_post_body(e)}


@lru_cache(maxsize=4096)
def _name_words(names: str) -> bool:
    """Whether one of several class names, or an id, names the words of a post."""
    if holds(letters(names), TEXT_PARTS) and any(TRAITS.of(name) == TEXT for name in names.split()):
        return True
    if not WHOLE.isdisjoint(names.lower().split()):
        return True
    return "_" in names and any(map(NUMBERED.fullmatch, names.split()))


def _name_post(names: str) -> bool:
    """Whether one of several class names, or an id, names a post."""
    return not POSTS.isdisjoint(names.lower().split())


def _is_in_post_body(element: HtmlElement) -> bool:
    above = element.getparent()
    for _ in range(2):
        if above is None:
            return False
        if "postbody" in (above.get("class") or ""):
            return True
        above = above.getparent()
    return False


def _innermost(found: list[HtmlElement]) -> list[HtmlElement]:
    """Of elements that lie in each other the innermost, in reading order, without quoted and strange ones.

    Words that only a line's element holds stand in the block around it, with the quotations between them.
    """
    own: dict[HtmlElement, None] = {}
    for element in found:
        holder = element
        while holder.tag in INLINE and (above := holder.getparent()) is not None:
            holder = above
        if not _is_foreign(holder):
            own[holder] = None
    around = {above for element in own for above in element.iterancestors()}
    return [element for element in own if element not in around]


def _is_foreign(element: HtmlElement) -> bool:
    for above in element.iterancestors():
        if above.tag in QUOTING:
            return True
        if above is not element and "signature" in (above.get("class") or "").lower():
            return True
    return body_class_names.is_hidden(element)


def settle(heads: Mapping[HtmlElement, Head], dropped: DroppedParts) -> HtmlElement:
    """The element around all posts, which holds their words, each under its head, and nothing else."""
    container = _around(heads)
    wrappers = {e for text in heads for e in text.iterancestors() if container in e.iterancestors()}
    for wrapper in (container, *wrappers):
        wrapper.text = None
        for child in list(wrapper):
            child.tail = None
            if child not in wrappers and child not in heads:
                _drop(child, dropped)
    for wrapper in wrappers:
        wrapper.tag = "div"
    for text, head in heads.items():
        text.tag = "div"
        _clean(text, dropped)
        text.addprevious(post_heads.line(text, head))
    return container


def _drop(element: HtmlElement, dropped: DroppedParts) -> None:
    """Drop what is no post: it says who wrote one, and when, unless it has sentences of its own."""
    dropped.drop(element, None if has_sentence(element) else reasons.HEAD)


def _around(texts: Collection[HtmlElement]) -> HtmlElement:
    first, *others = texts
    for above in first.iterancestors():
        if all(above in other.iterancestors() for other in others):
            return above
    return first


def _clean(text: HtmlElement, dropped: DroppedParts) -> None:
    """Drop what software adds to the words of a post; what a reader may unfold stays."""
    for element in list(text.iterdescendants()):
        if _is_added(element):
            _drop(element, dropped)
        elif _is_preview(element):
            _fold(element)


def _fold(preview: HtmlElement) -> None:
    """Let nothing be left of what shows where a link leads but the link, under its title."""
    links = [a for a in preview.iter("a") if element_text.length(a)]
    titled = [a for a in links if any(e.tag in HEADINGS for e in (a, a.getparent(), *a.iterdescendants()))]
    link = next(iter(titled or links), None)
    if link is not None:
        shown = preview.makeelement("a", {"href": link.get("href") or ""})
        shown.text = element_text.line(link)
        tail = preview.tail
        preview.clear()
        preview.tag, preview.tail = "p", tail
        preview.append(shown)


def _labels_listing(element: HtmlElement) -> bool:
    """Whether an element is the label that a program puts over each listing ("Code: Select all")."""
    listing, box = element.getnext(), element.getparent()
    if listing is None or box is None or "code" not in (box.get("class") or "").lower():
        return False
    if listing.tag not in LISTINGS and next(listing.iter(*LISTINGS), None) is None:
        return False
    alone = element.getprevious() is None and listing.getnext() is None and not len(element.findall(".//pre"))
    return alone and 0 < element_text.length(element) <= LISTING_LABEL


def _is_preview(element: HtmlElement) -> bool:
    """Whether an element shows what a link leads to, in place of the link."""
    name = element.get("class")
    return bool(name) and not PREVIEWS.isdisjoint(telling_words(name))


def _is_added(element: HtmlElement) -> bool:
    if element.tag in body_class_names.DROPPED_TAGS or element.get("data-excludequote") is not None:
        return True
    name = element.get("class")
    if _labels_listing(element):
        return True
    return bool(name) and any(not ADDED.isdisjoint(TELLING_WORDS[n]) for n in name.split())
