"""What the frames of blocks are told by: the numbers of items, footnotes, quotations that repeat the text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.blocks.walk_state import Walk

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NOTE = late_pattern(r"foot-?note|end-?note|fu(?:ß|ss)note|references|\bnotes\b", re.I)
NOTE_LEVELS = 2  # elements around an item that may be called notes
NOTE_PARTS = 40  # elements of an item looked at
PULLED_LENGTH = 500  # characters of a pull quote at most; longer is what holds one
PULLED = re.compile(r"pull-?_?quote|pulled|quote-?box|zitat-?box|citation-?box", re.I)


def numeral(number: int, around: HtmlElement) -> str:
    """An item's number as its list writes it: a letter where it asks for letters."""
    kind = around.get("type")
    if kind in ("a", "A") and 0 < number <= len(LETTERS):
        letter = LETTERS[number - 1]
        return letter.upper() if kind == "A" else letter
    return str(number)


def is_note(state: Walk, item: HtmlElement) -> bool:
    """Whether an item is a footnote: a link of the article leads to it, and it is called one or leads back."""
    parts = list(islice(item.iter("li", "p", "a", "span", "cite"), NOTE_PARTS))
    if state.wanted.isdisjoint({e.get("id") or e.get("name") for e in parts}):
        return False
    around = [item, *islice(item.iterancestors(), NOTE_LEVELS)]
    called = " ".join(e.get(name) or "" for e in around for name in ("class", "id", "role"))
    return bool(NOTE.search(called)) or any((e.get("href") or "").startswith("#") for e in parts)


def whole(text: str | None, default: int) -> int:
    """A list's number; CommonMark knows at most nine digits and no negative ones."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 9 else default


def is_pulled(quotation: HtmlElement) -> bool:
    """Whether a quotation repeats the article's words for show."""
    around = quotation.getparent()
    names = f"{quotation.get('class') or ''} {around.get('class') or '' if around is not None else ''}"
    return bool(PULLED.search(names) or any(PULLED.search(e.get("class") or "") for e in quotation.iter("div", "p")))


@lru_cache(maxsize=4096)
def names_pulled(name: str) -> bool:
    # Nearly all names hold neither word, which is told ten times faster than by the pattern.
    lowered = name.lower()
    return ("pull" in lowered or "box" in lowered) and PULLED.search(name) is not None


def is_short(element: HtmlElement) -> bool:
    """Whether an element holds no more words than a pull quote, and no quotation of its own."""
    length = sum(map(len, islice(element.itertext(), PULLED_LENGTH)))
    return length <= PULLED_LENGTH and next(element.iter("blockquote", "figure"), None) is None
