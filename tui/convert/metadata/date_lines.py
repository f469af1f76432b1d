"""The day of publication as the page shows it: in a ``<time>``, a date line, or a line that says nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from tui.convert.metadata import bylines, page_dates
from tui.convert.metadata.near_headline import DATED, INLINE, OUTSIDE, SIGNED, marks_of, text_of
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

DATE_LINE = 120  # characters of a date line
STATEMENT = 160  # characters of a sentence that says when the article first appeared
MARKED_DAYS = 6  # elements marked as the day that are looked at far from the heading
LONE_LINE = 70  # characters of a line that says nothing but a day
SHORT_TEXTS_WITH_YEAR: Any = XPath(
    "descendant-or-self::body/descendant::text()"
    f"[(contains(., '20') or contains(., '19')) and string-length() < {LONE_LINE}]"
)

LONE_WORDS = 5  # words of it besides the day: "Posted on the … at 19:00 by", "6 min read"
LABELLED_WORDS = 8  # of one that says that it tells of publication: "Posted by Ada van der Moreno at 9:14 AM"
MAX_LONE_LINES = 400  # short lines with a year that are looked at

LEAF_PARTS = (2, 4)  # elements of a leaf of a calendar
LEAF_PART = 12  # characters of one of them: "September"
LEAF_TAGS = frozenset(("span", "b", "strong", "em", "i", "small", "div", "p"))
STAMP = re.compile(r"\A\d{4}-\d\d-\d\d")  # of a day for machines in an element's title
# Parts of words that say of a day that it is that of a change; those that are not all in ASCII apart.
UPDATED = (
    "updat", "modif", "aktualis", "actualis", "actualiz", "edited", "bijgewerkt", "aggiorna", "atualiza", "oppdater",
    "opdater", "uppdater", "zaktual", "last checked", "last reviewed",
)  # fmt: skip
UPDATED_ELSEWHERE = (
    "mis à jour", "ändrad", "päivit", "frissít", "güncel", "обновл", "ενημέρ", "تحديث", "अपडेट", "更新", "修改", "수정",
)  # fmt: skip
DAY_NAME = late_pattern(
    r"(?<![a-z])(?:publish(?:ed)?|publication|posted|post|article|entry|meta|page|header)[-_]{0,2}"
    r"(?:date|on|day|time)(?![a-z])|dateline|(?:\A|\s)date(?:\s|\Z)",
    re.I,
)
PUBLISHED = re.compile(
    r"\A\W*(?=[tofpdvegоuj])(?:this (?:article|story|post) was\s)?"  # most texts begin with none of these letters
    r"(?:(?:originally|first)\s)?(?:published|posted|date|veröffentlicht|erschienen|pubblicato"
    r"|publi(?:[ée]e?|cado|cerad|ceret|sert|kováno)|gepubliceerd|udgivet|julkaistu|opublikowano|опубликовано)(?!\w)",
    re.I,
)
# The same where letters are no Latin ones.
PUBLISHED_ELSEWHERE = (
    "δημοσίευση",
    "δημοσιεύ",
    "تاريخ النشر",
    "نشر",
    "입력",
    "등록",
    "발행",
    "게시",
    "公開",
    "发布",
    "發布",
)
# Of each text that is found so a part, in small letters.
PUBLISHING = (
    "publi", "pubbli", "posted", "date", "ffentlicht", "erschienen", "опубликовано", "udgivet", "julkaistu",
)  # fmt: skip
# What journals say of the days before that of publication.
RECEIVED = ("receiv", "submitted", "accept", "eingegangen", "eingereicht", "angenommen", "recibido", "aceptado")
RECEIVED_ELSEWHERE = ("reçu",)
OTHER_DAYS = (*UPDATED, *RECEIVED)
OTHER_DAYS_ELSEWHERE = (*UPDATED_ELSEWHERE, *RECEIVED_ELSEWHERE)
# Between these and that of publication in one line; each begins with one character of a class, which is found fastest.
PARTED = re.compile(r"[·•|;–—,](?:(?<!,)|\s(?=[a-z ]{,20}pub+li))", re.I)
WORDS = re.compile(r"[^\W_]+")
LABEL_BEFORE = 40  # characters before a day that may say what day it is
BEFORE_DAY = " \t\n:,"


def published(elements: Sequence[HtmlElement], month_first: bool, labelled_day: str | None = None) -> str | None:
    """The first date among these that is not said to be of an update, nor of an earlier stage: of ``<time>``, else of a
    date line, else of a short text; else the labelled day, else the first date of an update."""
    updated = None
    for wanted in (_is_time, _is_date_line, _is_short, _is_signed, _is_short_behind):
        for element in elements:
            if wanted(element):
                date, is_update = _date(element, month_first)
                if date and not is_update:
                    return date
                updated = updated or date
    return labelled_day or updated


def shown(elements: Sequence[HtmlElement], month_first: bool) -> Iterator[str]:
    """The dates among these that stand in a ``<time>``, a date line or a line that says nothing else, in this order,
    and are not said to be of an update."""
    for wanted in (_is_time, _is_date_line, _is_lone):
        for element in elements:
            if wanted(element):
                date, is_update = _date(element, month_first)
                if date and not is_update:
                    yield date


def labelled(elements: Iterable[HtmlElement], month_first: bool) -> str | None:
    """The first date among these that a short text calls that of publication: "Published Apr 26, 2023", "This story was
    first published on 26 April 2023 and is kept up to date"."""
    for element in elements:
        shown = element.text
        if not shown or len(shown) > STATEMENT or shown.isspace():
            continue
        begun = not shown.isascii() and _is_said_elsewhere(shown)
        if not begun and not holds(shown.lower(), PUBLISHING):
            continue
        begun = begun or PUBLISHED.match(shown) is not None
        if begun and len(text := text_of(element)) <= STATEMENT:
            date = page_dates.iso(text, month_first)
            if date:
                return date
        elif (begun or PARTED.search(shown)) and _has_other_days(shown):
            said = (part for part in PARTED.split(shown) if says_published(part))
            date = next(filter(None, (page_dates.iso(part, month_first) for part in said)), None)
            if date:
                return date
    return None


def says_published(text: str) -> bool:
    """Whether a text begins with what is said of the day of publication."""
    return PUBLISHED.match(text) is not None or _is_said_elsewhere(text)


def _is_said_elsewhere(text: str) -> bool:
    begin = text[:LABEL_BEFORE]
    return not begin.isascii() and begin.lstrip().lower().startswith(PUBLISHED_ELSEWHERE)


def _has_other_days(text: str) -> bool:
    told = text.casefold()
    return holds(told, OTHER_DAYS) or (not told.isascii() and holds(told, OTHER_DAYS_ELSEWHERE))


def _is_time(element: HtmlElement) -> bool:
    return bool(element.tag == "time")


def _is_date_line(element: HtmlElement) -> bool:
    return bool(marks_of(element) & DATED)


def _is_short(element: HtmlElement) -> bool:
    own = element.text or ""
    return (len(own) <= DATE_LINE and bool(bylines.DIGITS.search(own))) or _is_calendar_leaf(element)


def _is_calendar_leaf(element: HtmlElement) -> bool:
    """Whether day, month and year stand in it each in an element of its own."""
    if not LEAF_PARTS[0] <= len(element) <= LEAF_PARTS[1] or (element.text or "").strip():
        return False
    leaf = all(child.tag in LEAF_TAGS and not len(child) and len(child.text or "") <= LEAF_PART for child in element)
    return leaf and bool(page_dates.iso(_leaf_text(element)))


def _leaf_text(element: HtmlElement) -> str:
    return " ".join((child.text or "").strip() for child in element)


def _is_short_behind(element: HtmlElement) -> bool:
    """Whether digits stand in a short line behind its first element: "<span>Published on</span> 3 May 2024"."""
    return any(len(child.tail) <= DATE_LINE and bylines.DIGITS.search(child.tail) for child in element if child.tail)


def _is_lone(element: HtmlElement) -> bool:
    """Whether it says nothing but a day."""
    return len(element.text or "") <= LONE_LINE and _is_short(element) and _says_day_only(text_of(element))


def _is_signed(element: HtmlElement) -> bool:
    """Whether it is a byline that may hold the day too."""
    return bool(marks_of(element) & SIGNED)


def marked_days(elements: ElementsByTag) -> list[HtmlElement]:
    """Elements anywhere on the page that are marked as holding the day of publication."""
    named = (e for e in elements.of("p", "span", "div", "li") if (name := e.get("class")) and _names_day(name))
    return list(islice((e for e in named if not _is_outside(e)), MARKED_DAYS))


@lru_cache(maxsize=4096)
def _names_day(name: str) -> bool:
    return DAY_NAME.search(name) is not None


def lone_day(root: HtmlElement, month_first: bool) -> str | None:
    """The day in a line anywhere that says nothing else: the one said to be of publication, else the only day of the
    page in such lines, else the only one of an update."""
    days: dict[str, str] = {}
    updates: dict[str, str] = {}
    for text in _lone_lines(root):
        date = page_dates.iso(text, month_first)
        if not date:
            continue
        if says_published(text):
            return date
        (updates if holds(text.casefold(), (*UPDATED, *UPDATED_ELSEWHERE)) else days).setdefault(date[:10], date)
    only = next((found for found in (days, updates) if found), {})
    return next(iter(only.values())) if len(only) == 1 else None


def _lone_lines(root: HtmlElement) -> Iterator[str]:
    """Short texts with a year in them that have few other words, outside what surrounds the article."""
    lines: dict[HtmlElement, bool] = {}  # by block, of which one may hold most of a page
    for text in islice(SHORT_TEXTS_WITH_YEAR(root), MAX_LONE_LINES):
        if not _says_day_only(text):
            continue
        block = _block_of(text)
        if block not in lines:
            lines[block] = _is_line(block)
        if lines[block] and not _is_outside(text.getparent()):
            yield str(text)


def _says_day_only(text: str) -> bool:
    words = WORDS.findall(text.casefold())
    most = LABELLED_WORDS if says_published(text) else LONE_WORDS
    return sum(not w[0].isdigit() and w not in page_dates.MONTHS for w in words) <= most


def _block_of(text: Any) -> HtmlElement:
    """The paragraph, or other block, that a text stands in."""
    holder = text.getparent().getparent() if text.is_tail else text.getparent()
    return next((e for e in (holder, *holder.iterancestors()) if e.tag not in INLINE and e.tag != "a"), holder)


def _is_line(block: HtmlElement) -> bool:
    """Whether a block holds no running text: the words right in it are few."""
    length = len((block.text or "").strip())
    for child in block:
        if length > DATE_LINE:  # it is a paragraph, which may be long and have many such texts
            return False
        length += len((child.tail or "").strip())
    return length <= DATE_LINE


def _is_outside(element: HtmlElement) -> bool:
    """Whether an element stands in what surrounds articles; an article's own footer does not."""
    for around in (element, *element.iterancestors()):
        if around.tag == "article":
            return False
        if around.tag in OUTSIDE and (around.tag != "footer" or next(around.iterancestors("article"), None) is None):
            return True
    return False


def _day_of_title(element: HtmlElement) -> str:
    """The day in the title of an element that says how long ago it was; in an ``<abbr>``, one for machines.

    So microformats write a day: https://microformats.org/wiki/datetime-design-pattern.
    """
    title = element.get("title") or ""
    for_machines = element.tag == "abbr" and STAMP.match(title)
    return title if for_machines or _is_time(element) or _is_date_line(element) else ""


def _date(element: HtmlElement, month_first: bool) -> tuple[str | None, bool]:
    stated = element.get("datetime") or element.get("content") or _day_of_title(element)
    text = text_of(element)
    if len(text) > DATE_LINE:
        return None, False
    date = page_dates.iso(stated, month_first) or page_dates.iso(text, month_first)
    if date is None and _is_calendar_leaf(element):
        date = page_dates.iso(_leaf_text(element), month_first)
    if date is None:
        return None, False
    label = f"{element.get('class') or ''} {element.get('itemprop') or ''} {text[:40]} {_said_before(element)}"
    return date, _has_other_days(label)


def _said_before(element: HtmlElement) -> str:
    """What stands right before an element in its line: "Updated: <time>…", "<b>Updated</b> <time>…"."""
    before = element.getprevious()
    if before is not None and before.tag in INLINE and not (before.tail or "").strip(BEFORE_DAY):
        label = (before.text or "")[-LABEL_BEFORE:]
        return "" if bylines.DIGITS.search(label) else label  # of a day of its own
    if element.tag != "time" and element.tag not in INLINE:
        return ""
    line = before.tail if before is not None else element.getparent().text if element.getparent() is not None else None
    return (line or "")[-LABEL_BEFORE:]
