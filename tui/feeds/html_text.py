"""Pieces of HTML in feeds: made plain, made of plain text, and their addresses made absolute.

No parser: entries are parsed as pages are when they are read.
"""

from __future__ import annotations

import re
from html import escape, unescape

from tui.cleaning import clean, clean_line, one_line
from tui.convert.links import article_address
from tui.feeds.decoding import windows_characters
from tui.feeds.feed_limits import MADE_TITLE, MAX_TAG, MAX_TITLE

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
_attributes = rf"(?:\s[^<>]{{0,{MAX_TAG}}})?"
# Only names that HTML has: "<blink>" in a title that speaks of it stays, as "5 < 6" does.
TAG = re.compile(rf"</?(?:{'|'.join(f'{BLOCKS} {INLINE}'.split())}){_attributes}/?>", re.IGNORECASE)
BLOCK = re.compile(rf"</?(?:{'|'.join(BLOCKS.split())}){_attributes}/?>", re.IGNORECASE)
UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)

# An address that is not absolute, and the attributes that it would be one of.
NOT_ABSOLUTE = re.compile(r"=[\"'\s]{0,9}(?!https?:|mailto:|data:|[#\"'\s])", re.IGNORECASE)
ADDRESSES = ("href", "src", "poster", "srcset")
LONGEST = 20  # characters before "=" in which the attribute stands
OPENING = re.compile(rf"<[a-z][^<>]{{0,{MAX_TAG}}}>", re.IGNORECASE)
ADDRESS = re.compile(
    r"(\s(?:href|src|poster|srcset)\s{0,9}=\s{0,9})(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
BETWEEN_CANDIDATES = re.compile(r",\s{1,99}")  # an address may hold a comma, but no space


def has_markup(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    return "<" in text and TAG.search(text) is not None


def title_line(text: str) -> str:
    """A title, which may be HTML or not, as plain text on a line."""
    text = text[:MAX_TITLE]
    if "<" in text:
        text = TAG.sub(_gap, text)
    if "&" in text:
        text = windows_characters(unescape(text))
    return clean_line(text)


def plain_text(html: str) -> str:
    """The text of a piece of HTML, white space folded; not cleaned."""
    if "<" in html:
        html = UNSEEN.sub(" ", COMMENT.sub(" ", html))
        html = TAG.sub(_gap, html)
    return " ".join(unescape(html).split())


def made_title(html: str) -> str:
    """A title made of the beginning of a text."""
    text = clean(windows_characters(plain_text(html[: 100 * MADE_TITLE])))
    return text if len(text) <= MADE_TITLE else one_line(text[:MADE_TITLE]) + "…"


def html_of(text: str, *, breaks: bool) -> str:
    """Plain text as HTML: a blank line parts paragraphs; with ``breaks`` a line's end is one, else white space."""
    text = text.strip()
    if "\n" not in text:
        return escape(text, quote=False)
    paragraphs = [part for part in re.split(r"\n[^\S\n]*\n\s*", escape(text, quote=False)) if part]
    if breaks:
        paragraphs = [part.replace("\n", "<br>\n") for part in paragraphs]
    return "\n".join(f"<p>{part}</p>" for part in paragraphs)


def resolved(html: str, base: str | None) -> str:
    """The HTML with addresses of links, pictures and films resolved against ``base``."""
    if base is None or not _has_relative(html):
        return html
    return OPENING.sub(lambda tag: _tag_resolved(tag.group(), base), html)


def _has_relative(html: str) -> bool:
    for match in NOT_ABSOLUTE.finditer(html):
        if html[max(0, match.start() - LONGEST) : match.start()].rstrip().lower().endswith(ADDRESSES):
            return True
    return False


def _gap(tag: re.Match[str]) -> str:
    return " " if BLOCK.match(tag.group()) else ""


def _tag_resolved(tag: str, base: str) -> str:
    def put(match: re.Match[str]) -> str:
        before, *quoted = match.groups()
        written = next((value for value in quoted if value is not None), "")
        if "srcset" in before.lower():
            address = ", ".join(_candidate(part, base) for part in BETWEEN_CANDIDATES.split(written))
        else:
            address = _absolute(written, base)
        quote = "'" if quoted[1] is not None else '"'
        return f"{before}{quote}{address}{quote}"

    return ADDRESS.sub(put, tag) if _has_relative(tag) else tag


def _candidate(written: str, base: str) -> str:
    """A picture of a srcset: its address, then perhaps its width or density."""
    address, *rest = written.split(None, 1) or [""]
    return " ".join((_absolute(address, base), *rest))


def _absolute(written: str, base: str) -> str:
    """The address in HTML's writing; what cannot be resolved stays as it is."""
    found = article_address(unescape(written), base)
    return written if found is None else found.replace("&", "&amp;").replace('"', "%22").replace("'", "%27")
