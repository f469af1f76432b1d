"""Who signs an article: the bylines among a page's elements, told by their marks, their words or where they stand."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert.class_names import telling_words
from tui.convert.elements_by_attribute import bearing
from tui.convert.metadata import (
    author_links,
    byline_leads,
    byline_rows,
    byline_tails,
    byline_words,
    bylines,
    signed_paragraphs,
)
from tui.convert.metadata.byline_runs import LINE, runs_of
from tui.convert.metadata.near_headline import (
    SIGNED,
    SIGNED_ASIDE,
    USER,
    USER_NAMES,
    marks_of,
    text_of,
)
from tui.text.cleaning import squeezed
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

PIECES = 40  # runs of text looked at in a byline
MAX_LABELS = 400  # elements looked at for a label of the author far from the heading
MAX_LED = 4_000  # elements looked at for a line that begins like a byline
LABEL_CLIMB = 2  # ancestors of a label that the named element may follow
SHORT_BYLINE = 40  # characters of a byline that begins with a small letter

POST_CLIMB = 8  # ancestors of a member's name among which the post is
POSTS = frozenset("post message topic thread".split())
BYLINE_TAGS = frozenset("p span div a address em strong b i li td cite h2 h3 h4 h5 h6".split())
AUTHORS = bearing("rel[. = 'author']", "itemprop[. = 'author']", most=PIECES, among="descendant-or-self::*")
SIGNING_PARTS = ("author", "Author", "autor", "Autor", "auteur", "Auteur", "byline", "Byline")  # of class names
LABEL_TAGS = ("strong", "b", "dt", "th", "label", "h2", "h3", "h4", "h5", "h6")
# Leads that speak of authors only, unlike "by": a product is by its maker, a picture by its photographer.
WRITTEN = late_pattern(
    r"(?:(?:post|article|blog post) )?(?:written|authored|words|escrito|écrit|rédigé|scritto|geschreven|skrev[ea][tn]"
    r"|verfasst|geschrieben)\b",
    re.I,
)
RIGHTS_TAGS = ("p", "span", "div", "small", "li", "footer", "a", "h6")
RIGHTS_SIGNS = ("©", "copyright")  # one of which stands before who has them
RIGHTS = late_pattern(r"(?:©|copyright|\(c\)|[\s,–—-]|\d{4}|by )+([^\W\d_][^\d.,|©•·–—()]{4,50})", re.I)
REPORTER = r"([가-힣]{2,4})\s?(?:(?:선임|인턴|수습|전문)\s?)?기자"
# In the line of a Chinese paper that gives day and source: "… 记者 李明 通讯员 王芳".
HAN_REPORTER = late_pattern(r"(?:记者|記者|通讯员|通訊員|作者)[\s:：]{1,3}([^\W\d_]{2,5})(?!\w)")
HAN_REPORTERS = ("记者", "記者", "作者")
REPORTERS = rf"\s*{REPORTER}(?:\s*[,·/ㆍ]?\s*{REPORTER})*\s*\Z"
PREVIEWED = 40  # characters that a link says beside a byline, from which it is the preview of a page
DAY_BEFORE = re.compile(r"\A[^.!?]{0,60}\d[^.!?]{0,30}?\s(?=(?:by|von|par|por|av|af)\s+\w)", re.I)


def authors(elements: Sequence[HtmlElement]) -> Iterator[list[str]]:
    """The names in the bylines among the elements around the heading, the surest first; of a discussion only those of
    its first post."""
    if names := _of_post(elements):
        return iter((names,))
    return (way(elements) for way in (_marked, _led, _reporters, _labelled, author_links.of_profiles))


def likely_authors(elements: Sequence[HtmlElement]) -> Iterator[list[str]]:
    """The names around the heading that nothing but their place and form make the author's, the surest first."""
    ways = (author_links.of_handles, author_links.pictured, byline_rows.names, author_links.listed)
    return (way(elements) for way in (*ways, signed_paragraphs.alone))


def signatures(elements: Iterable[HtmlElement]) -> list[str]:
    """What marked bylines, links to authors' pages and lines that begin with "By" say, whether it is a name or not."""
    texts = []
    for element in elements:
        if _signs(element) or (element.tag == "a" and author_links.PROFILE.search(element.get("href") or "")):
            runs = runs_of(element)
            texts.append(runs[0] if _is_desk(runs) else text_of(element))
        elif (line := _line_led(element)) and len(line) <= SHORT_BYLINE and not bylines.unled(line)[:1].islower():
            texts.append(line)
    return [text for text in texts if 0 < len(text) <= bylines.MAX_NAME]


def _line_led(element: HtmlElement) -> str:
    """The line of an element that begins with "By", or that follows one which says nothing else."""
    begin = squeezed(element.text or "")
    if len(begin) > SHORT_BYLINE or not begin or element.tag not in BYLINE_TAGS:
        return ""
    begin = begin[0].upper() + begin[1:]
    if byline_leads.is_lead(begin) and len(text_of(element)) == len(begin):
        after = element.getnext()
        return text_of(after) if after is not None and isinstance(after.tag, str) else ""
    return text_of(element) if bylines.is_led(begin + " x") else ""


def marked_bylines(elements: ElementsByTag) -> list[HtmlElement]:
    """Elements anywhere on the page that are marked as a byline, the surest marks first."""
    surely = AUTHORS(elements.root)
    by_class = []
    for element in elements.all:
        names = element.get("class")
        # Most names have none of these letters, and to look for all parts in each is slow.
        if names and ("aut" in names or "Aut" in names or "yline" in names) and holds(names, SIGNING_PARTS):
            by_class.append(element)
    return surely[:PIECES] + by_class[:PIECES]


def authors_anywhere(elements: ElementsByTag) -> list[str]:
    """The names in the first byline anywhere on the page, with those marked the same way right beside it."""
    for element in marked_bylines(elements):
        if not marks_of(element) & SIGNED_ASIDE and (names := _names_in(element)) and not _is_of_linked(element):
            return names + _names_beside(element, names)
    return []


def _signs(element: HtmlElement) -> bool:
    """Whether an element is marked as a byline, and neither beside the article nor of another page."""
    marks = marks_of(element)
    return bool(marks & SIGNED) and not marks & SIGNED_ASIDE and not _is_of_linked(element)


def _is_of_linked(element: HtmlElement) -> bool:
    """Whether a byline stands in a link that says much more: in the preview of another page, whose author it names."""
    link = next(element.iterancestors("a"), None)
    if link is None or len(text_of(link)) <= len(text_of(element)) + PREVIEWED:
        return False
    return next(link.iter("h1"), None) is None  # some link a headline and its byline to where they stand


def labelled_anywhere(elements: ElementsByTag) -> list[str]:
    """The names after a label such as "Author" in a list of facts about the article."""
    return _labelled(elements.of(*LABEL_TAGS)[:MAX_LABELS])


def led_anywhere(elements: ElementsByTag) -> list[str]:
    """The full name in the first line anywhere on the page that begins with "By" and holds little else."""
    for element in elements.of(*BYLINE_TAGS)[:MAX_LED]:
        text = element.text
        if not text or text.isspace() or len(text) > LINE or not byline_leads.may_be_led(text.lstrip()):
            continue
        line = squeezed(text)
        if not bylines.is_led(line + " x"):
            continue
        is_name = bylines.is_known_person
        if WRITTEN.match(line) and len(whole := text_of(element)) <= LINE:
            line, is_name = whole, bylines.is_person
        if names := [name for name in bylines.split(line) if is_name(name)]:
            return names
    return []


def rights_holders(elements: ElementsByTag) -> Iterator[str]:
    """Who has the rights in the site, as the lines at its end say: "© 2012–2025 Ada Moreno. All rights reserved"."""
    for element in reversed(elements.of(*RIGHTS_TAGS)[-MAX_LABELS:]):
        own = element.text
        if own and holds(own.lower(), RIGHTS_SIGNS) and (held := RIGHTS.search(text_of(element)[:LINE])):
            yield held[1].strip()


def _of_post(elements: Iterable[HtmlElement]) -> list[str]:
    """The name of who wrote the first post of a discussion; what else stands beside it is a rank or a place."""
    for element in elements:
        if marks_of(element) & USER and not USER_NAMES.isdisjoint(telling_words(element.get("class") or "")):
            name = text_of(element)
            if 0 < len(name) <= SHORT_BYLINE and _is_in_post(element):
                return [name]
    return []


def _is_in_post(element: HtmlElement) -> bool:
    classes = (a.get("class") for a in islice(element.iterancestors(), POST_CLIMB))
    return any(not POSTS.isdisjoint(telling_words(name)) for name in classes if name)


def _marked(elements: Iterable[HtmlElement]) -> list[str]:
    for element in elements:
        if _signs(element) and (names := _names_in(element)):
            return names + _names_beside(element, names)
    return []


def _names_beside(element: HtmlElement, names: Sequence[str]) -> list[str]:
    """Further names in the elements after a byline that are marked just as it is."""
    beside = (e for e in islice(element.itersiblings("*"), PIECES) if marks_of(e) & SIGNED and not _is_checker_s(e))
    return [n for e in beside if _names_alike(element, e) for n in _names_in(e) if n not in names]


def _is_checker_s(element: HtmlElement) -> bool:
    """Whether a byline is that of somebody who looked the article over: "Reviewed by …"."""
    return byline_tails.is_of_others(text_of(element))


def _names_alike(one: HtmlElement, other: HtmlElement) -> bool:
    return all(one.get(name) == other.get(name) for name in ("class", "itemprop", "rel"))


def _led(elements: Iterable[HtmlElement]) -> list[str]:
    """The names of an element without marks that begins with "By"."""
    for element in elements:
        if element.tag not in BYLINE_TAGS or marks_of(element) & SIGNED:
            continue
        begin = squeezed(element.text or "")
        if not begin:
            continue
        if (behind_day := DAY_BEFORE.sub("", begin)) != begin:
            begin = behind_day[0].upper() + behind_day[1:]
        if not byline_leads.may_be_led(begin) or bylines.is_clause(begin):
            continue
        if (bylines.is_led(begin + " x") or byline_leads.is_lead(begin)) and len(text_of(element)) <= LINE:
            if names := _names_in(element):
                return names + _names_joined(element, names)
        elif len(begin) <= SHORT_BYLINE and bylines.is_led(begin.capitalize()):
            names = bylines.split(begin)
            if text_of(element) == begin or (names and all(map(bylines.is_person, names))):
                return names  # "by ada", "by Ada Moreno | <a>News</a>"
    return []


def _names_joined(element: HtmlElement, names: Sequence[str]) -> list[str]:
    """Further names in the elements after a byline that go on with it: "<span>By Ada</span> <span>and Ben</span>"."""
    found: list[str] = []
    for beside in islice(element.itersiblings("*"), PIECES):
        line = text_of(beside)
        if len(line) > SHORT_BYLINE or not bylines.is_joined(line):
            break
        found += [n for n in _names_in(beside) if bylines.is_person(n) and n not in (*names, *found)]
    return found


def _reporters(elements: Iterable[HtmlElement]) -> list[str]:
    """The names in a line each with the word for reporter behind it, as Korean papers write them, or before it."""
    for element in elements:
        line = element.text or ""
        if not line or line.isascii():
            continue
        if holds(line, HAN_REPORTERS) and len(line) <= LINE and (named := HAN_REPORTER.findall(line)):
            return named
        if "기자" in line and len(line) <= SHORT_BYLINE and re.match(REPORTERS, line):
            return re.findall(REPORTER, line)
    return []


def _labelled(elements: Iterable[HtmlElement]) -> list[str]:
    """The names that follow an element which says nothing but "Author" or "Written by"."""
    for element in elements:
        begin = (element.text or "").strip(" :\n\t")
        if 0 < len(begin) <= bylines.MAX_LABEL and bylines.is_label(begin) and bylines.is_label(text_of(element)):
            if name := _name_labelled_behind(element):
                return [name]
            tail = (element.tail or "").strip(" :\n\t")
            pieces = [tail] if tail else [piece for following in _following(element) for piece in runs_of(following)]
            names = [n for piece in pieces if len(piece) <= LINE for n in bylines.split(piece) if bylines.is_person(n)]
            if names:
                return names
    return []


def _name_labelled_behind(label: HtmlElement) -> str | None:
    """The name that stands alone before a label which ends its line: "<a>Ada Moreno</a><span>Text</span>"."""
    before = label.getprevious()
    if before is None or label.getnext() is not None or (label.tail or "").strip():
        return None
    if (before.tail or "").strip() or (label.getparent().text or "").strip() or before.getprevious() is not None:
        return None
    name = text_of(before) if isinstance(before.tag, str) else ""
    return name if bylines.is_person(name) else None


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element right after this one, or after one that ends with it."""
    at: HtmlElement | None = element
    for _ in range(LABEL_CLIMB + 1):
        if at is None or (after := at.getnext()) is not None:
            break
        at = at.getparent()
    else:
        return
    if at is not None and after is not None and isinstance(after.tag, str):
        yield after


def _names_in(element: HtmlElement) -> list[str]:
    """Names from the runs of a byline, up to the first that is a date or names another than the author; broken names
    from its whole text; of a longer text only the name that it begins with."""
    text = text_of(element)
    pieces = runs_of(element) if text or len(element) else []
    if len(text) > LINE:
        return [pieces[0]] if pieces and bylines.is_person(pieces[0]) else []
    found = _names_of_runs(pieces)
    if found or _is_desk(pieces):
        return found
    return [n for n in bylines.split(text) if _is_full(n)]


def _is_desk(runs: Sequence[str]) -> bool:
    """Whether a byline begins with a desk, so that what stands behind it is no part of a name."""
    return len(runs) > 1 and runs[0].casefold() in byline_words.NOBODIES


def _names_of_runs(pieces: Sequence[str]) -> list[str]:
    """The names in the runs of a byline, in their order."""
    led = joined = passed = False
    found: list[str] = []
    for at, piece in enumerate(pieces):
        piece = DAY_BEFORE.sub("", piece)
        behind = pieces[at + 1 :]
        if len(found) > 1 and byline_tails.is_for_pictures(piece) and _is_role_of_last(piece, behind):
            found.pop()
            continue
        led = led or bylines.is_led(piece + " x") or byline_leads.is_lead(piece)
        if found and bylines.DIGITS.search(piece):
            break
        if found and bylines.is_title(piece):
            continue
        if found and byline_tails.is_of_others(piece):
            break
        joined = joined or bylines.is_joined(piece)
        if found and not joined and behind and " " in piece:
            joined = _is_role(behind[0]) and bylines.is_person(piece)
        for name in () if passed or (not led and bylines.leads_on(piece)) else bylines.split(piece):
            if name not in found and (_is_further(name, joined) if found else _is_full(name) or led):
                found.append(name)
                joined = True
        joined = bylines.joins(piece)
        passed = byline_tails.leads_to_others(piece)
        if found and (passed or byline_tails.ends_names(piece)):
            break
    return found


def _is_role(piece: str) -> bool:
    """Whether what stands right behind a name says what its bearer does, as it does behind the name before it."""
    return byline_tails.is_for_pictures(piece) or bylines.is_title(piece)


def _is_role_of_last(piece: str, behind: Sequence[str]) -> bool:
    """Whether a word for pictures is said of the name before it: in brackets, or with nobody behind it."""
    return piece.startswith("(") or not any(map(bylines.is_person, behind))


def _is_further(name: str, joined: bool) -> bool:
    """Whether what follows an author's name is another's; what nothing joins to it must be known as a name, or be in
    letters of which none are capitals."""
    told = joined or name.lower() == name.upper() or bylines.is_known_person(name)
    return told and _is_full(name) and bylines.is_further_name(name)


def _is_full(name: str) -> bool:
    """Whether a name is one without "By" before it: two words or more, or not Latin."""
    return " " in name or (not name.isascii() and len(name) > 1 and not name[0].islower() and not name[0].isupper())
