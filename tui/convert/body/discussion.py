"""Whether a page is a discussion, a forum's thread or a question with its answers: what readers wrote is its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

# schema.org's names for such pages; a list of frequent questions (FAQPage) is none.
TYPES = ("DiscussionForumPosting", "QAPage")
_typed = " or ".join(f"contains(., '{name}')" for name in TYPES)
TYPED: Any = XPath(f"boolean(descendant-or-self::*/@itemtype[{_typed}])")

STATED = tuple(f'"{name}"' for name in TYPES)
# Fields that forum software puts into the forms of each of its pages.
FIELDS = frozenset(("my_post_key", "_xfToken", "vb_login_username"))
# What software of forums calls itself.
SOFTWARE = re.compile(
    r"phpbb|vbulletin|xenforo|discourse|invision|mybb|simple machines|\bsmf\b|flarum|lemmy|nodebb|vanilla|bbpress|"
    r"fluxbb|punbb|woltlab|burning board|kunena|khoros|lithium|askbot|question2answer|discuz|ubb\.?threads|jforum",
    re.I,
)
# Parts of addresses under which forums keep their threads.
ADDRESS = re.compile(
    r"//(?:[\w-]+\.)*?(?:forums?|discuss|discussions?|answers)\.|"
    r"/(?:forums?|threads?|viewtopic|showthread|showtopic|discussions?|questions?|t|comments)(?:[/.?-]|$)|"
    r"/index\.php\?topic=\d",
    re.I,
)
# What it calls the outermost elements of a page with a thread.
OUTERMOST = late_pattern(
    r"\bphpbb\b|section-viewtopic|punviewtopic|vbulletin|\bthread_view\b|\bipsapp\b|lemmy-site|\bnodebb\b|"
    r"\bvanilla\b|flarum|bbpress",
    re.I,
)
# In each name that it finds stands one of these; the pattern is slow to say that none does.
OUTERMOST_PARTS = (
    "phpbb", "viewtopic", "bulletin", "thread_view", "ipsapp", "lemmy", "nodebb", "vanilla", "flarum", "bbpress",
)  # fmt: skip
NAMING = ("id", "class", "data-template")
OUTER = 40  # elements that are looked at from the outside in
MOST_SCRIPTS = 60
ARTICLE = 1_500  # characters with which a page that does not say what it is has an article
ARTICLE_SHARE = 0.1  # and its share of the text with comments
POSTS = 0.5  # share of the text of posts and comments together from which the posts are the text and comments are not


def is_discussion(elements: ElementsByTag, program: str, *addresses: str | None) -> bool:
    """Whether the page says so of itself, in its data, by the ``program`` that made it or by its address."""
    if any(address and ADDRESS.search(address) for address in addresses) or SOFTWARE.search(program):
        return True
    if any(field.get("name") in FIELDS for field in elements.of("input")):
        return True
    if _names_software(" ".join(map(_names, (*elements.of("html"), *elements.of("body"), *_outer(elements))))):
        return True
    scripts = elements.of("script")[:MOST_SCRIPTS]
    if any(name in text for script in scripts if (text := script.text) for name in STATED):
        return True
    return bool(TYPED(elements.root))


def _outer(elements: ElementsByTag) -> list[HtmlElement]:
    """The first elements right in the page's body, and in these."""
    divisions = [e for body in elements.of("body")[:1] for e in body if e.tag == "div"][:OUTER]
    return [*divisions, *(inner for e in divisions for inner in e if inner.tag == "div")][:OUTER]


def _names(element: HtmlElement) -> str:
    return " ".join(value for name, value in element.items() if name in NAMING)


def _names_software(names: str) -> bool:
    """Whether names of a page's outermost elements are such as software of forums gives them."""
    lowered = names.lower()
    return any(part in lowered for part in OUTERMOST_PARTS) and OUTERMOST.search(names) is not None


def is_article(elements: ElementsByTag) -> bool:
    """Whether the page says of itself that it is an article."""
    return any(m.get("property") == "og:type" and m.get("content") == "article" for m in elements.of("meta"))
