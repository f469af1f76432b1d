"""Text that a page holds as data and does not show: JSON-LD's ``articleBody``, or what a script would show.

It is used only where the page shows much less than that, and from a script's data only what stands beside the
page's title: such data also holds other articles, menus and wordings.  Where the page shows nothing and its title is
the program's, it is the only text of the data that stands beside a title of its own and is dated, signed or addressed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.convert import element_text
from tui.convert.body import rich_text
from tui.convert.input import page_state, tree
from tui.convert.metadata import json_ld
from tui.convert.metadata.titles import letters
from tui.model.article import Block
from tui.model.warning import Warning
from tui.system.lazy_modules import lazy_modules
from tui.text.late_patterns import late_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from tui.convert.input import flight
    from tui.convert.metadata.page_metadata import Metadata
else:  # few pages show nothing
    (flight,) = lazy_modules("tui.convert.input", "flight")

TAKEN = Warning("recovered", "the page shows less: the text is what it holds as data")

NOTHING = 500  # characters of text with less than which a page shows nothing, and all that it holds is looked at
PLAIN = re.compile(r"[a-z]+(?: [a-z]+)*")  # words of a title that are in data as they are: other letters may be escaped
SHARE = 0.5  # of the stored text that a page may show at most
LEAST = 400  # characters of a stored text
LEVELS = 5  # objects around a text among which one holds the title
MAX_DEPTH = 60  # objects inside objects
MAX_VALUES = 100_000  # values of a page's data that are looked at
BEGUN = 40  # letters of the longest paragraph shown that the whole text has, too
SAME_TITLE = 15  # letters from which a title that is part of the other is the same
FEW = 8  # values of an object that is nothing but a title in several forms
MARKED = 2  # paragraphs' tags in a string that is a text, whatever it is called

LINKED_DATA = re.compile(r"ld\+json")
ESCAPED_MARKUP = late_pattern(r"&lt;(?:p|br|div|h[1-6])\b", re.I)
# What an article is dated, signed or called by: menus and notices have a title, too, but none of these.
SIGNED_KEYS = late_pattern(r"publish|date|created|author|byline|slug", re.I)


class Held(NamedTuple):
    """A text that stands beside a title in data."""

    title: str
    text: str


class Stored(NamedTuple):
    """An article that a page holds as data: its tree, and its title when the page's own is another's."""

    page: HtmlElement
    title: str | None


def instead(markup: str, metadata: Metadata, url: str | None, blocks: Sequence[Block], shown: int) -> Stored | None:
    """The article that the page's data holds, when the blocks that it shows, of so many characters, are much less."""
    title = metadata.title or ""
    # Where it begins to show the article, the data that may go on bears the title, or the first half of it.
    words = max(PLAIN.findall(title.lower()), key=len, default="") if shown >= NOTHING else ""
    words = words[: (len(words) + 1) // 2]
    least = max(LEAST, int(shown / SHARE))  # characters of a text that is taken
    stored = _in_linked_data(markup, (metadata.canonical, url)) or _beside(title, page_state.data(markup, least, words))
    if stored is None and shown >= NOTHING:
        stored = _going_on(_beside(title, page_state.assigned(markup, least, words, literals=False)), blocks)
    lone = None
    if stored is None and shown < NOTHING:
        assigned = page_state.assigned(markup, least, literals=True)
        values = [*assigned, *page_state.attributes(markup), *flight.values(markup)]
        stored = _beside(title, values) or _whole(title, [*values, *page_state.templates(markup)])
        stored = stored or flight.markup(markup)
        if not stored:
            lone = _lone(chain(page_state.data(markup, least), values))
            stored = lone.text if lone else None
    if stored is None or len(stored) < LEAST:
        return None
    page = _as_page(stored)
    length = element_text.length(page)
    if length < LEAST or shown > SHARE * length:
        return None
    return Stored(page, lone.title if lone else None)


def _in_linked_data(markup: str, addresses: Iterable[str | None]) -> str | None:
    scripts = page_state.scripts_of(markup, LINKED_DATA)[: json_ld.MAX_ISLANDS]
    body = json_ld.of_texts(scripts).article(addresses).get("articleBody")
    return body if isinstance(body, str) else None


def _going_on(stored: str | None, blocks: Sequence[Block]) -> str | None:
    """The text if it begins with what the page shows, as the whole of an article that was cut does."""
    begun = max((letters(b.text) for b in blocks if b.kind != "figure"), key=len, default="")[:BEGUN]
    return stored if stored and begun in letters(stored) else None


def _whole(title: str, values: Iterable[Any]) -> str | None:
    """The first value that is markup and bears the title itself."""
    wanted = letters(title)
    marked = (v for v in values if isinstance(v, str) and rich_text.MARKUP.search(v))
    return next((text for text in marked if wanted and wanted in letters(text)), None)


def _beside(title: str, values: Iterable[Any]) -> str | None:
    """The longest text beside the title in values of a page's scripts."""
    wanted = letters(title)
    if not wanted:
        return None
    found = [held.text for value in values for held in _texts(value, wanted)]
    return max(found, key=len, default=None)


def _lone(values: Iterable[Any]) -> Held | None:
    """The only text in the data that stands beside a title of its own and a sign that it is an article."""
    found = [held for value in values for held in _texts(value, None)]
    one = len({letters(held.title) for held in found}) == 1
    return max(found, key=lambda held: len(held.text)) if one else None


def _title_among(parts: dict[str, Any], wanted: str) -> str | None:
    """The string of an object, or of one in it that holds little else, that is the title; few are long enough."""
    least, most = len(wanted) / 3, 2 * len(wanted) + 200
    for value in parts.values():
        if isinstance(value, str):
            if least < len(value) < most and _is_title(value, wanted):
                return value
        elif isinstance(value, (dict, list)):
            for inner in _strings(value):
                if least < len(inner) < most and _is_title(inner, wanted):
                    return inner
    return None


def _is_title(given: str, wanted: str) -> bool:
    """Whether a string is the title, or most of it."""
    said = letters(given)
    if said == wanted:
        return True
    shorter, longer = (said, wanted) if len(said) <= len(wanted) else (wanted, said)
    return len(shorter) >= SAME_TITLE and 2 * len(shorter) > len(longer) and shorter in longer


def _texts(data: Any, wanted: str | None) -> Iterator[Held]:
    """Texts of objects and lists that lie at most ``LEVELS`` objects deep in one that bears the title.

    ``wanted``: the title's letters; None: in one that bears any title, and an address, a day or an author.
    """
    stack: list[tuple[Any, int, int, str]] = [(data, 0, 0, "")]
    seen: dict[int, tuple[int, Any]] = {}  # how near to the title; the value is kept, so that none gets its number
    writer = rich_text.Writer()
    looked_at = 0
    while stack and looked_at < MAX_VALUES:
        value, depth, reach, title = stack.pop()
        value = page_state.plain(value)
        looked_at += 1
        if depth > MAX_DEPTH or not isinstance(value, (dict, list)):
            continue
        if seen.get(id(value), (-1,))[0] >= max(reach, 0):
            continue
        seen[id(value)] = max(reach, 0), value
        if isinstance(value, dict):
            parts = {k: page_state.plain(v) if isinstance(v, list) else v for k, v in value.items()}
            title, reach = _title_and_reach(parts, wanted, title, reach)
            if reach > 0:
                yield from (Held(title, v) for k, v in parts.items() if isinstance(v, str) and _is_text(k, v))
            inner: Iterable[Any] = parts.values()
        else:
            if reach > 0 and (text := writer.markup(value)):
                yield Held(title, text)
            inner = value
        stack += [
            (v, depth + 1, reach, title)
            for v in inner
            if isinstance(v, (dict, list)) or (isinstance(v, str) and len(v) >= LEAST)
        ]


def _title_and_reach(parts: dict[str, Any], wanted: str | None, title: str, reach: int) -> tuple[str, int]:
    """The title of an article to which an object belongs, and how many objects deeper its texts lie at most; of the
    object around it they are ``title`` and ``reach``."""
    if wanted and (titled := _title_among(parts, wanted)):
        return titled, LEVELS
    own = _own_title(parts) if reach > 0 or wanted is None else None
    if own and wanted is None and any(map(SIGNED_KEYS.search, parts)):
        return own, LEVELS
    if own and reach > 0:
        return title, 0  # another article
    return title, reach - 1


def _strings(value: Any) -> list[str]:
    """A string, or those of an object that holds little else: ``{"rendered": "…"}``, ``[{"text": "…"}]``."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        return [value]
    few = isinstance(value, dict) and len(value) <= FEW
    return [v for v in value.values() if isinstance(v, str)] if few else []


def _own_title(parts: dict[str, Any]) -> str | None:
    """The title of an object that is an article of its own."""
    if not rich_text.is_article(parts):
        return None
    titles = (s for k, v in parts.items() if k.lower() in rich_text.TITLE_KEYS for s in _strings(v))
    return next((t for t in titles if len(letters(t)) >= SAME_TITLE), None)


def _is_text(key: str, value: str) -> bool:
    if len(value) < LEAST or " " not in value:
        return False
    return key.lower() in rich_text.TEXT_KEYS or value.count("<p") >= MARKED


def _as_page(text: str) -> HtmlElement:
    """A stored text as the tree of a page: its markup read, or a paragraph a line; clean either way."""
    if ESCAPED_MARKUP.search(text) and not rich_text.MARKUP.search(text):
        text = html.unescape(text)
    if not rich_text.MARKUP.search(text):
        lines = map(str.strip, html.unescape(text).split("\n"))
        text = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    return tree.parse(f"<html><body>{text}</body></html>")
