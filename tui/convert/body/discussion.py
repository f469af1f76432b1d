"""Whether a page is a discussion, a forum's thread or a question with its answers: what readers wrote is its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

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
SOFTWARE = (
    "phpbb", "vbulletin", "xenforo", "discourse", "invision", "mybb", "simple machines", "flarum", "lemmy", "nodebb",
    "vanilla", "bbpress", "fluxbb", "punbb", "woltlab", "burning board", "kunena", "khoros", "lithium", "askbot",
    "question2answer", "discuz", "ubbthreads", "ubb.threads", "jforum",
)  # fmt: skip
SHORT_SOFTWARE = "smf"  # a word of its own
# Labels of hosts and names in paths under which forums keep their threads.
HOSTS = "forum forums discuss discussion discussions answers".split()
PATHS = (
    "forum forums thread threads viewtopic showthread showtopic discussion discussions question questions t comments"
).split()
NUMBERED_PATHS = "issues pull merge_requests".split()  # of forges: "/issues/214"; papers' "/issues/214/ice" are others
ADDRESS = late_pattern(
    rf"//(?:[\w-]+\.)*?(?:{'|'.join(HOSTS)})\.|/(?:{'|'.join(PATHS)})(?:[/.?-]|$)|/index\.php\?topic=\d"
    rf"|/(?:{'|'.join(NUMBERED_PATHS)})/\d+/?(?:[?#]|\Z)",
    re.I,
)
# In each address that it finds one of these stands between such signs; few have one, and need the pattern.
ADDRESS_PARTS = frozenset((*HOSTS, *PATHS, *NUMBERED_PATHS, "php"))
BETWEEN_PARTS = re.compile(r"[/.?-]")
WORD = re.compile(r"\w+")
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
    if any(map(is_thread, filter(None, addresses))) or _is_software(program):
        return True
    if any(field.get("name") in FIELDS for field in elements.of("input")):
        return True
    if _names_software(" ".join(map(_names, (*elements.of("html"), *elements.of("body"), *_outer(elements))))):
        return True
    scripts = elements.of("script")[:MOST_SCRIPTS]
    if any(name in text for script in scripts if (text := script.text) for name in STATED):
        return True
    return bool(TYPED(elements.root))


def is_thread(address: str) -> bool:
    """Whether an address is one under which forums keep their threads."""
    parts = BETWEEN_PARTS.split(address.lower())
    return not ADDRESS_PARTS.isdisjoint(parts) and ADDRESS.search(address) is not None


def _is_software(program: str) -> bool:
    """Whether a program is one that makes forums."""
    lowered = program.lower()
    return holds(lowered, SOFTWARE) or (SHORT_SOFTWARE in lowered and SHORT_SOFTWARE in WORD.findall(lowered))


def _outer(elements: ElementsByTag) -> list[HtmlElement]:
    """The first elements right in the page's body, and in these."""
    divisions = [e for body in elements.of("body")[:1] for e in body if e.tag == "div"][:OUTER]
    return [*divisions, *(inner for e in divisions for inner in e if inner.tag == "div")][:OUTER]


def _names(element: HtmlElement) -> str:
    return " ".join(value for name, value in element.items() if name in NAMING)


def _names_software(names: str) -> bool:
    """Whether names of a page's outermost elements are such as software of forums gives them."""
    lowered = names.lower()
    return holds(lowered, OUTERMOST_PARTS) and OUTERMOST.search(names) is not None


def is_article(elements: ElementsByTag) -> bool:
    """Whether the page says of itself that it is an article."""
    return any(m.get("property") == "og:type" and m.get("content") == "article" for m in elements.of("meta"))
