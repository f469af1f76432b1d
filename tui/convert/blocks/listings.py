"""Listings of programs: their text line by line, and their language, in the shapes that highlighters give them.

A line may end with a newline, a ``<br>`` or its element; numbers may stand beside it in an element of their own, in the
markers of a list or in the first column of a table.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.class_names import words
from tui.convert.elements_by_tag import HEADINGS
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LANGUAGE_CLASS = late_pattern(
    r"(?:^|\s)(?:(?:language|lang|highlight-source)-|highlight-(?!source)|brush:\s?)([a-zA-Z][\w+#.-]{0,19})"
    r"|(?:^|\s)sourceCode\s+([\w+#.-]{1,20})"
)
LANGUAGE_ATTRIBUTES = ("data-lang", "data-language", "lang")
LEVELS = 3  # elements around a listing that may name its language
LANGUAGE = re.compile(r"[a-zA-Z][\w+#.-]{0,19}\Z")
UNTOLD = frozenset("none plaintext plain text nohighlight auto default code wrapper".split())

LINE_TAGS = frozenset("div li tr p".split())
LINE_NAMES = frozenset(("codeline", "cl"))  # beside names whose last word is "line"
BLOCK_STYLE = late_pattern(r"display\s*:\s*(?:block|table-row|grid|flex)", re.I)
PROSE_TAGS = ("p", "ul", "ol", "blockquote", *HEADINGS)
NUMBER_WORDS = frozenset("ln lnt linenos lineno linenumber linenumbers nums num blobnum linenums gutter lnnum".split())
CODE_WORDS = frozenset("code highlight highlighttable blob hljs crayon syntaxhighlighter listing sourcecode".split())
SILENT = frozenset("button script style svg".split())
NUMBERS = re.compile(r"[\s\d]*\Z")
MOST_ROWS = 5_000


def text(code: HtmlElement) -> str:
    """The text of a listing, its lines parted by newlines, without their numbers; no-break spaces are spaces."""
    pieces: list[str] = []
    _gather(code, pieces)
    return "".join(pieces).replace("\xa0", " ").strip("\n").rstrip()


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    ids = _are_parted_by_ids(element)
    ended = False
    for child in element:
        tag = child.tag
        if tag == "br":
            if not ended:
                pieces.append("\n")
            ended = False
        elif isinstance(tag, str) and tag not in SILENT and not _numbers_lines(child):
            is_line = ids or _is_line(child)
            if is_line:
                _end_line(pieces)
            _gather(child, pieces)
            if is_line:
                _end_line(pieces, surely=True)
                ended = child.tag == "span" and not child.tail  # a break behind it ends no second line
                if child.tail and not child.tail.strip():
                    continue
        if child.tail:
            pieces.append(child.tail)


def _end_line(pieces: list[str], surely: bool = False) -> None:
    """End the line that was begun; ``surely``: also an empty one."""
    last = next((p for p in reversed(pieces) if p), "")
    if (last and not last.endswith("\n")) or (surely and not last):
        pieces.append("\n")


def _is_line(element: HtmlElement) -> bool:
    if element.tag in LINE_TAGS:
        return True
    names = element.get("class")
    if names and _names_line(names) and "\n" not in (element.tail or ""):
        return True
    return bool(BLOCK_STYLE.search(element.get("style") or ""))


@lru_cache(maxsize=1024)
def _names_line(names: str) -> bool:
    """Whether one of several class names is that of a line."""
    return any(name in LINE_NAMES or words(name)[-1:] == ["line"] for name in names.split())


def _are_parted_by_ids(element: HtmlElement) -> bool:
    """Whether a listing consists of nothing but spans with ids: editors make one of each run of lines."""
    children = list(islice(element, 3))
    return (
        len(children) > 1
        and element.tag == "pre"
        and all(child.tag == "span" and child.get("id") and not child.tail for child in element)
    )


def _numbers_lines(element: HtmlElement) -> bool:
    """Whether an element holds only the numbers of lines."""
    name = element.get("class")
    if element.get("data-line-number") is not None and not element_text.text(element).strip():
        return True
    return bool(name and _names_numbers(name) and NUMBERS.match(element_text.text(element)))


@lru_cache(maxsize=1024)
def _names_numbers(names: str) -> bool:
    """Whether class names speak of the numbers of lines: a highlighter marks each word of a listing with one of few."""
    return not NUMBER_WORDS.isdisjoint(_words_and_pairs(names))


def _words_and_pairs(names: str) -> Iterator[str]:
    for name in names.split():
        parts = words(name)
        yield from parts
        yield from map("".join, pairwise(parts))


def language(code: HtmlElement) -> str | None:
    """The language of a listing, as its element, those in it or the highlighter's around it name it."""
    around = [a for a in islice(code.iterancestors(), LEVELS) if a.tag in ("div", "figure")]
    own = [code, *code.iter("code")]
    stated = (e.get(name) or "" for e in own for name in LANGUAGE_ATTRIBUTES)
    marked = (m[1] or m[2] for e in (*own, *around) if (m := LANGUAGE_CLASS.search(e.get("class") or "")))
    return next((name for name in chain(stated, marked) if LANGUAGE.match(name) and name not in UNTOLD), None)


def of_table(table: HtmlElement) -> str | None:
    """The text of a listing that is set as a table of numbers and lines; None for every other table."""
    rows = [[c for c in row if c.tag in ("td", "th")] for row in islice(table.iter("tr"), MOST_ROWS)]
    rows = [row for row in rows if row]
    if not rows or any(len(row) > 2 for row in rows) or not _is_marked(table, rows[0]):
        return None
    if any(len(row) == 2 and not NUMBERS.match(element_text.text(row[0])) for row in rows):
        return None
    return "\n".join(text(row[-1]) if len(rows) == 1 else text(row[-1]).rstrip("\n") for row in rows)


def _is_marked(table: HtmlElement, first: list[HtmlElement]) -> bool:
    """Whether a table says that it holds a listing, by a <pre> in it or by its names and those of its cells; a cell
    with paragraphs or headings beside a <pre> is a text, as that of a post."""
    if next(first[-1].iter("pre"), None) is not None:
        return next(first[-1].iter(*PROSE_TAGS), None) is None
    return any(not CODE_WORDS.isdisjoint(_words_and_pairs(e.get("class") or "")) for e in (table, first[-1]))


def stands_alone(code: HtmlElement) -> bool:
    """Whether an inline listing has several lines and is all that its paragraph holds."""
    around = code.getparent()
    if around is None or around.tag not in ("p", "div", "li", "td") or next(code.iter("br"), None) is None:
        return False
    return len(around) == 1 and not (around.text or "").strip() and not (code.tail or "").strip()
