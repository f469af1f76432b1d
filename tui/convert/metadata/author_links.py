"""Who wrote an article, by links to pages about people, rows of such links and portraits near the heading."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.metadata import bylines
from tui.convert.metadata.byline_runs import LINE, runs_of
from tui.convert.metadata.near_headline import PARAGRAPH, text_of
from tui.convert.metadata.titles import letters
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.html import HtmlElement

MOST_LINKED = 4  # names that links or pictures give
MOST_PICTURED = 2
MIN_LISTED = 2  # names that are links, from which a line of nothing else is one of authors
NAMES_JOINED = late_pattern(r"[,;&]|(?<!\w)(?:and|und|et|y|e|en|och|og)(?!\w)")  # entries of a menu are not
BETWEEN_NAMES = late_pattern(NAMES_JOINED.pattern + r"|[\W\d_]+|(?<![^\W\d_])[a-z](?![^\W\d_])")
HEADING_TAGS = ("h2", "h3", "h4")
PORTRAIT = 40  # letters of what is said of an author's picture
PORTRAIT_CLIMB = 4  # ancestors of a picture in which the name stands beside it
PROFILE = re.compile(
    r"/(?:authors?|autor(?:es|en|i)?|auteurs?|people|person|profiles?|staff|contributors?|(?:meet-)?(?:the-|our-)?team|by|writers?|journalists?"
    r"|redakteure?|correspondents?|experts?)/[^/?#]",
    re.I,
)
HANDLE = late_pattern(r"(?:/@|/(?:authors?|autor|auteur|contributors?|writers?)/)([\w.-]+)/?(?:[?#]|\Z)", re.I)
AUTHOR_PAGE = re.compile(r"/(?:authors?|autor(?:es|en|i)?|auteurs?|contributors?|writers?)/[^/?#]", re.I)


def lone_profile(links: Iterable[HtmlElement]) -> list[str]:
    """The name of the only person to whose page as an author the page links."""
    names: dict[str, str] = {}
    for link in links:
        if AUTHOR_PAGE.search(link.get("href") or "") and bylines.is_person(name := bylines.unled(text_of(link))):
            names.setdefault(name.casefold(), name)
    return list(names.values()) if len(names) == 1 else []


def of_profiles(elements: Iterable[HtmlElement]) -> list[str]:
    """The names that link to a page about a person, up to the first element that does not follow at once."""
    names: list[str] = []
    for element in elements:
        if element.tag != "a" or not PROFILE.search(element.get("href") or ""):
            continue
        name = text_of(element)
        if bylines.is_person(name) and name not in names:
            names.append(name)
    return names[:MOST_LINKED]


def of_handles(elements: Iterable[HtmlElement]) -> list[str]:
    """The names that link to the page which bears them: "Ada" to "/@ada", "/author/ada"."""
    names: list[str] = []
    for element in elements:
        if element.tag == "a" and (handle := HANDLE.search(element.get("href") or "")):
            name = text_of(element)
            if letters(name) == letters(handle[1]) and name not in names:
                names.append(name)
    return names[:MOST_LINKED]


def pictured(elements: Iterable[HtmlElement]) -> list[str]:
    """The names before the text, each beside a picture said to show them: "Writer: Ada Moreno"; many are a gallery."""
    names: list[str] = []
    for element in elements:
        if (element.tag == "p" and len(element.text or "") >= PARAGRAPH) or element.tag in HEADING_TAGS:
            break
        shown = letters(element.get("alt") or "") if element.tag == "img" else ""
        if not shown or len(shown) > PORTRAIT:
            continue
        for around in islice(element.iterancestors(), PORTRAIT_CLIMB):
            if len(text_of(around)) > LINE:
                break
            if beside := [n for n in runs_of(around) if bylines.is_person(n) and letters(n) in shown]:
                names += [n for n in beside[:1] if n not in names]
                break
    return names if len(names) <= MOST_PICTURED else []


def listed(elements: Iterable[HtmlElement]) -> list[str]:
    """The names that are all of a line, each a link, with nothing but marks of their institutes between them."""
    for element in elements:
        links = [child for child in element if child.tag == "a"] if len(element) > 1 else []
        if len(links) < MIN_LISTED or not bylines.is_person(text_of(links[0])):
            continue
        names = [text_of(link) for link in links if text_of(link)]
        rest = text_of(element)
        if len(rest) > LINE or not all(map(bylines.is_person, names)):
            continue
        for name in names:
            rest = rest.replace(name, " ", 1)
        if NAMES_JOINED.search(rest) and not BETWEEN_NAMES.sub("", rest):
            return list(dict.fromkeys(names))
    return []
