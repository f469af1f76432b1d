"""What the class, id, role, tag and state of an element say about whether it belongs to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.class_names import NONE, kinds_of, kinds_of_identity, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FOREIGN_TAGS = frozenset("nav footer form button select textarea dialog menu".split())
FOREIGN_ROLES = frozenset(
    "navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar doc-toc".split()
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
STRANGE = frozenset(("foreign", "comments", "remark", "notice", "hidden"))
# The same on a page whose text is what its readers wrote: posts, or posts that are called comments.
STRANGE_BESIDE_POSTS = STRANGE | {"poster"}
STRANGE_TO_REMARKS = STRANGE_BESIDE_POSTS - {"comments", "remark"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LONGEST = 2_000  # characters of names that are looked at


def kinds(element: HtmlElement) -> frozenset[str]:
    """What the element's class and id speak of; the id of a heading, or made of one, says nothing."""
    get = element.get
    name, identity = get("class"), get("id")
    found = kinds_of(name) if name and len(name) < LONGEST else NONE
    if identity and len(identity) < LONGEST:
        said = kinds_of_identity(identity)
        if said and not said <= found and not _is_slug(element, identity):
            found = found | said
    return found


def _is_slug(element: HtmlElement, identity: str) -> bool:
    """Whether an id is made of the words of the heading that it stands on or over."""
    heading = element if element.tag in HEADINGS else next(element.iter(*HEADINGS), None)
    if heading is None:
        return False
    said = element_text.line(heading).casefold()
    return heading is element or all(word in said for word in words(identity))


def is_set_apart(element: HtmlElement) -> bool:
    """Whether tag, role or state alone say that an element is not the article."""
    return element.tag in FOREIGN_TAGS or element.get("role") in FOREIGN_ROLES or is_hidden(element)


def never(element: HtmlElement) -> bool:
    """Whether an element can on no account be the article."""
    return element.tag in ("nav", "footer", "textarea", "select") or not kinds(element).isdisjoint(
        ("comments", "notice")
    )


def is_hidden(element: HtmlElement) -> bool:
    """Whether a page hides the element by its own attributes."""
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true":
        return True
    style = get("style")
    return bool(style and HIDDEN_STYLE.search(style[:500]))
