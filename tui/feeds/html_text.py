"""Pieces of HTML in feeds: made plain, made of plain text, and their addresses made absolute.

No parser: entries are parsed as pages are when they are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape, unescape

from tui.convert.links import article_address
from tui.feeds.feed_limits import MADE_TITLE, MAX_ADDRESSES, MAX_TAG, MAX_TITLE
from tui.text.cleaning import clean, clean_line, one_line

BLOCKS = (
    "address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead tr ul"
)
INLINE = (
    "a abbr acronym applet area audio b base basefont bdi bdo big body button canvas caption cite code col colgroup "
    "data datalist del dfn em embed font frame frameset head html i iframe img input ins kbd label legend link map "
    "mark marquee math menu meta meter noscript object optgroup output param picture progress q rp rt ruby s samp "
    "script select slot small source span strike strong style sub summary sup svg template textarea time title track "
    "tt u var video wbr"
)
# Only names that HTML has: "<blink>" in a title that speaks of it stays, as "5 < 6" does.
NAMES = frozenset((*BLOCKS.split(), *INLINE.split()))
TAG = re.compile(rf"(</?([a-zA-Z][a-zA-Z0-9]{{0,11}})(?:\s[^<>]{{0,{MAX_TAG}}})?/?>)")  # a tag, and its name
UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

# An attribute's value that is no absolute address, the attributes that hold one, and the value as it is written.
# The sign is looked at first, and behind it the end of an attribute's name: most signs of a text follow other names.
NOT_ABSOLUTE = re.compile(
    r"=(?<=ref=|src=|ter=|set=|[\s\S]{2}\s=)[\"'\s]{0,9}(?!https?:|mailto:|data:|[#\"'\s])", re.IGNORECASE
)
ATTRIBUTE = re.compile(r"\s(href|src|poster|srcset)\s*\Z", re.IGNORECASE)
VALUE = re.compile(r"=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
REMEMBERED = 20_000  # characters of a text; longer ones would hold much memory
PARTED = "\0"  # where a block begins or ends
GAPS = {between: dict.fromkeys(NAMES, "") | dict.fromkeys(BLOCKS.split(), between) for between in (PARTED, " ")}
LONGEST_BEFORE_SIGN = 20  # characters before "=" in which the attribute stands
BETWEEN_CANDIDATES = re.compile(r",\s{1,99}")  # an address may hold a comma, but no space


def has_markup(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    if "<" not in text or (first := TAG.search(text)) is None:
        return False
    return first[2].lower() in NAMES or any(tag[2].lower() in NAMES for tag in TAG.finditer(text, first.end()))


def title_line(text: str) -> str:
    """A title, which may be HTML or not, as plain text on a line."""
    text = text[:MAX_TITLE]
    if "<" in text:
        text = _without_tags(text, " ")
    if "&" in text:
        text = unescape(text)
    return clean_line(text)


def plain_text(html: str) -> str:
    """The text of a piece of HTML, white space folded; not cleaned."""
    return _remembered_plain_text(html) if len(html) <= REMEMBERED else _plain_text(html)


@lru_cache(maxsize=128)  # what an entry is known by, and whether it is a summary, is asked of a whole document in turn
def _remembered_plain_text(html: str) -> str:
    return _plain_text(html)


def _plain_text(html: str) -> str:
    return " ".join(" ".join(_blocks(html)).split())


def _blocks(html: str) -> Sequence[str]:
    """The text between the tags that part blocks."""
    return _remembered_blocks(html) if len(html) <= REMEMBERED else _parted(html)


@lru_cache(maxsize=128)  # what an entry is known by is asked of a whole document, and then what it says
def _remembered_blocks(html: str) -> Sequence[str]:
    return _parted(html)


def _parted(html: str) -> list[str]:
    if "<" in html:
        html = _without_tags(_without_unseen(html.replace(PARTED, " ")), PARTED)
    return unescape(html).split(PARTED)


def _without_tags(html: str, between: str) -> str:
    """The HTML without tags, and with that between its blocks."""
    pieces, gaps = TAG.split(html), GAPS[between]  # texts, each but the last with the tag after it and that one's name
    pieces[1::3] = [gaps.get(name.lower(), tag) for tag, name in zip(pieces[1::3], pieces[2::3], strict=True)]
    del pieces[2::3]
    return "".join(pieces)


def _without_unseen(html: str) -> str:
    """The HTML without comments, scripts and styles, of which most texts have none."""
    if "<!--" in html:
        html = COMMENT.sub(" ", html)
    return UNSEEN.sub(" ", html) if "<s" in html or "<S" in html else html


def paragraph_lines(html: str) -> list[str]:
    """The paragraphs of a piece of HTML as plain lines, cleaned: what stands between the tags that part blocks."""
    lines = (" ".join(clean(block).split()) for block in _blocks(html))
    return [line for line in lines if line]


def made_title(html: str) -> str:
    """A title made of the beginning of a text."""
    text = clean(plain_text(html[: 100 * MADE_TITLE]))
    return text if len(text) <= MADE_TITLE else one_line(text[:MADE_TITLE]) + "…"


def html_of(text: str) -> str:
    """Plain text as HTML: a blank line parts paragraphs, any other end of a line breaks it."""
    html = escape(text.strip(), quote=False)
    if "\n" not in html:
        return html
    return in_paragraphs([part.replace("\n", "<br>\n") for part in paragraphs(html)])


def paragraphs(text: str) -> list[str]:
    """What stands between a text's blank lines."""
    return [part for part in BLANK_LINE.split(text.strip()) if part]


def in_paragraphs(parts: list[str]) -> str:
    """Pieces of HTML, a paragraph each."""
    return "\n".join(f"<p>{part}</p>" for part in parts)


class AddressResolver:
    """Makes addresses in the texts of one document absolute, as many as a document may have; the rest stay."""

    def __init__(self) -> None:
        self._left = MAX_ADDRESSES

    def resolved(self, html: str, base: str | None) -> str:
        """The HTML with addresses of links, pictures and films resolved against ``base``."""
        if base is None:
            return html
        parts: list[str] = []
        at = 0
        for sign in NOT_ABSOLUTE.finditer(html):
            attribute = ATTRIBUTE.search(html, max(at, sign.start() - LONGEST_BEFORE_SIGN), sign.start())
            if not attribute:
                continue
            self._left -= 1
            if self._left < 0:
                break
            if _is_in_tag(html, attribute.start()) and (value := VALUE.match(html, sign.start())):
                written = value[value.lastindex or 0]
                parts += (html[at : attribute.end()], _attribute_value(attribute[1], written, base))
                at = value.end()
        return html if not parts else "".join((*parts, html[at:]))


def _is_in_tag(html: str, at: int) -> bool:
    start = max(0, at - MAX_TAG)
    return html.rfind("<", start, at) > html.rfind(">", start, at)


def _attribute_value(name: str, written: str, base: str) -> str:
    if name.lower() == "srcset":
        address = ", ".join(_candidate(part, base) for part in BETWEEN_CANDIDATES.split(written))
    else:
        address = _absolute(written, base)
    return '="' + address.replace('"', "&quot;") + '"'


def _candidate(written: str, base: str) -> str:
    """A picture of a srcset: its address, then perhaps its width or density."""
    address, *rest = written.split(None, 1) or [""]
    return " ".join((_absolute(address, base), *rest))


def _absolute(written: str, base: str) -> str:
    """The address in HTML's writing; what cannot be resolved stays as it is."""
    found = article_address(unescape(written), base)
    return written if found is None else found.replace("&", "&amp;")
