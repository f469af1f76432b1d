"""Which headings of a page may be its title: those over the text, not the site's, the section's or a side column's."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.convert import class_name_words as vocabulary
from tui.convert.class_names import telling_words
from tui.convert.metadata import near_headline
from tui.convert.metadata.titles import PARTING, SITE_WORDS, letters, runs
from tui.text.cleaning import squeezed
from tui.text.word_count import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag
    from tui.convert.metadata.page_head import PageHead
    from tui.convert.metadata.titles import Names

MAX_LOWER = 60  # headings of lower levels looked at when none of the first says what the head says
LEAST = 12  # letters of such a heading: shorter ones are said of many things
MAX_WORDS = 40  # of a heading: what is longer is a standfirst that is marked as one
MAX_PARTS = 12  # elements looked at in a heading
AROUND_PARTS = " \t-–—|:·•/"  # between a title and what else stands in its heading
BESIDE_TITLE = frozenset(
    (*vocabulary.BYLINES, *vocabulary.DATES, *vocabulary.HEAD_LINES, *vocabulary.SECTIONS, *vocabulary.COMMENTS)
)
MARKED = frozenset(vocabulary.TITLES)
ASIDES = frozenset(("nav", "footer", "aside"))
FRONT_PATHS = frozenset(("", "/", "/index.html", "/index.php", "/home"))
MAX_LINKS = 20  # among which the one to the front page stands
LABELLED = re.compile(r"\w+(?: \w+)?: (?P<title>\S.{11,})")  # one or two words before the title
RUNNING = 90  # characters of a paragraph of running text


def candidates(
    elements: ElementsByTag, head: PageHead, stated: Sequence[tuple[str, str]], names: Names
) -> list[tuple[str, str]]:
    """The headings that may be the title, as ``(place, text)``; ``stated`` is what the head says the title is."""
    said = frozenset(chain.from_iterable(map(runs, {title for _, title in stated})))
    texts = [(h, text) for h in head.headings if (text := _title_in(h, said)) and count_words(text) <= MAX_WORDS]
    own = [(h, text) for h, text in texts if not _is_site_s(h, text, stated, names)]
    over = [(h, text) for h, text in own if not _is_aside(h)] or own
    headings = {text: heading for heading, text in reversed(over)}
    if any(_is_said(text, said) for text in headings):
        place = "shown" if len(headings) == 1 else "heading"
        return [(place, text) for _, text in over]
    lower = next((text for text in _lower_headings(elements) if _is_said(text, said)), None)
    lower = lower or _marked_title(elements, stated) or _labelled_title(elements, stated, alone=bool(over))
    if lower:
        return [("lower", lower), *(("heading", text) for _, text in over)]
    if len(headings) > 1:
        return [("heading", text) for _, text in over]
    if not over and _is_called_as_site(elements, stated):
        return [("shown", text) for text in _lower_headings(elements)[:1]]
    return [("shown" if _is_over_text(heading, elements, head) else "below", text) for heading, text in over]


def _title_in(heading: HtmlElement, said: frozenset[str]) -> str:
    """A heading's words: those of a part that says what the head says, else all without kicker and day."""
    text = near_headline.text_of(heading)
    parts = list(islice(heading.iter("*"), 1, MAX_PARTS)) if len(heading) else []
    for part in filter(_is_permalink, parts):
        text = text.removesuffix(near_headline.text_of(part)).rstrip()
    whole = text
    if not _is_said(text, said):
        inside = [squeezed(heading.text or ""), *map(near_headline.text_of, parts)]
        inside += [squeezed(part.tail) for part in parts if part.tail]
        part_said = next((words for words in inside if _is_said(words, said)), None)
        if part_said:
            return part_said
    for part in parts:
        if part.tag == "time" or not BESIDE_TITLE.isdisjoint(telling_words(part.get("class") or "")):
            words = near_headline.text_of(part)
            rest = text.removeprefix(words) if text.startswith(words) else text.removesuffix(words)
            text = rest.strip(AROUND_PARTS) or text
    return whole if _is_said(whole, said) and not _is_said(text, said) else text


def _is_permalink(part: HtmlElement) -> bool:
    """Whether a part of a heading is the sign that links to the heading itself: "¶", "#"; saved pages have its whole
    address."""
    return (
        part.tag == "a" and "#" in (part.get("href") or "") and not any(map(str.isalnum, near_headline.text_of(part)))
    )


def _is_site_s(heading: HtmlElement, text: str, stated: Sequence[tuple[str, str]], names: Names) -> bool:
    """Whether a heading is the site's: a link to the front page, or what the title element adds to the title."""
    if any(letters(text) == letters(title) for place, title in stated if place != "head"):
        return False
    link = next(heading.iter("a"), None) if len(heading) else None
    if link is None:
        link = next((a for a in islice(heading.iterancestors(), 3) if a.tag == "a"), None)
    if link is not None and is_front_page(link.get("href") or ""):
        return True
    return names.is_known(text) or any(_is_added(text, title) for place, title in stated if place == "head")


def is_front_page(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.path in FRONT_PATHS and not parts.query and not parts.fragment and address.strip() not in ("", "?")


def _is_added(text: str, title: str) -> bool:
    """Whether a short heading is the last part of the page's title, after a longer one."""
    parts = PARTING.split(title)[::2]
    if len(parts) < 2 or letters(parts[-1]) != letters(text):
        return False
    return count_words(text) <= SITE_WORDS and count_words(" ".join(parts[:-1])) > count_words(text)


def _is_aside(heading: HtmlElement) -> bool:
    return any(a.tag in ASIDES for a in islice(heading.iterancestors(), 12))


def _is_said(text: str, said: frozenset[str]) -> bool:
    """Whether the head says the same, or the same with names before or after it; ``said``: the runs of its titles."""
    name = letters(text)
    return len(name) >= LEAST and name in said


def _lower_headings(elements: ElementsByTag) -> list[str]:
    return [near_headline.text_of(h) for h in elements.of("h2", "h3")[:MAX_LOWER] if not _is_aside(h)]


def _marked_title(elements: ElementsByTag, stated: Sequence[tuple[str, str]]) -> str | None:
    """A lower heading that is marked as a title, where the head says the same behind or before something else."""
    for heading in elements.of("h2", "h3", "h4")[:MAX_LOWER]:
        named = not MARKED.isdisjoint(telling_words(heading.get("class") or ""))
        if named or heading.get("itemprop") == "headline":
            text = near_headline.text_of(heading)
            name = letters(text)
            if len(name) >= LEAST and any(letters(title).endswith(name) for _, title in stated):
                return text
    return None


def _labelled_title(elements: ElementsByTag, stated: Sequence[tuple[str, str]], *, alone: bool) -> str | None:
    """A heading of a lower level that the head repeats behind a label and before the site's name: "Print: Ice on the
    river"; ``alone``: it must be the only one, since there are headings of the first level."""
    labelled = [found["title"] for _, title in stated if (found := LABELLED.fullmatch(title))]
    headings = _lower_headings(elements) if labelled else []
    if alone and len(headings) > 1:
        return None
    said = frozenset(chain.from_iterable(map(runs, labelled)))
    return next((text for text in headings if _is_said(text, said)), None)


def _is_called_as_site(elements: ElementsByTag, stated: Sequence[tuple[str, str]]) -> bool:
    """Whether all that the head says the title is is what a link to the front page says: the site's name."""
    said = {letters(title) for _, title in stated}
    links = (a for a in elements.of("a")[:MAX_LINKS] if is_front_page(a.get("href") or ""))
    return len(said) == 1 and any(letters(near_headline.text_of(a)) in said for a in links)


def _is_over_text(heading: HtmlElement, elements: ElementsByTag, head: PageHead) -> bool:
    """Whether at least half of the page's running text comes after a heading."""
    before = list(takewhile(lambda element: element is not heading, elements.of("h1", "p")))
    first = sum(1 for element in before if element.tag == "p")  # of the paragraphs after it
    running = [n for n, p in enumerate(head.paragraphs) if len(near_headline.begin_of(p, RUNNING)) >= RUNNING]
    return sum(n >= first for n in running) * 2 >= len(running)
