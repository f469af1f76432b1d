"""Text of a page → a tree that is bounded in depth and clean in every string.

Scripts, styles and comments never reach the parser: they are half of most pages.  What carries data
(JSON) stays, for the metadata.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.cleaning import SUSPECT, clean
from tui.convert.limits import HUGE_CHARACTERS, LONG_TAG, MAX_ATTRIBUTES, MAX_DEPTH

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# One pass finds what is to be skipped; a comment may hold "<script>" and a script "<!--", whichever begins first rules.
SKIPPED = re.compile(r"<!--|<(script|style|svg|template|object)\b", re.I)
CLOSINGS = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "svg", "template", "object")}
DATA = re.compile(r"json|text/template", re.I)
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
ATTRIBUTE = re.compile(r"[^\s=\"'<>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|shy|zwn?j|[lr]rm|ZeroWidthSpace|NoBreak|InvisibleTimes);?")
# Any of the single characters that the gate may object to, in one class: fifty times faster than its alternation.
ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0483-\u0489\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ud800-\udfff\ufdd0-\ufdef"
    "\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


def parse(text: str) -> HtmlElement:
    """The root of the page's tree; its text, tails and attribute values have been through the gate."""
    markup = _cleaned(without_scripts(text))
    markup = bounded_attributes(markup)
    root, too_deep = _parsed(markup)
    if too_deep:
        root, _ = _parsed(flattened(markup))
    if any(SUSPECT.search(_character(r)) for r in set(REFERENCE.findall(markup))):
        _clean_tree(root)
    return root


def without_scripts(text: str) -> str:
    """The markup without comments, styles, drawings and scripts other than data."""
    kept: list[str] = []
    at = 0
    endless: set[str] = set()
    while match := SKIPPED.search(text, at):
        name = (match.group(1) or "").lower()
        start = match.start()
        kept.append(text[at:start])
        end = -1 if name in endless else _end_of_skipped(text, start, name)
        if end < 0:
            # Unclosed, it would swallow the rest of the page; text is worth more than that.
            endless.add(name)
            at = match.end()
        else:
            if name == "script" and DATA.search(text, start, text.find(">", start)):
                kept.append(text[start:end])
            at = end
    kept.append(text[at:])
    return "".join(kept)


def _end_of_skipped(text: str, start: int, name: str) -> int:
    """Where the comment (no name) or element that begins at ``start`` has ended; -1 if it has no end."""
    if not name:
        if text.startswith(("<!-->", "<!--->"), start):
            return text.index(">", start) + 1
        end = text.find("-->", start + 4)
        return end + 3 if end >= 0 else -1
    end = text.find(f"</{name}", start)
    if end < 0:
        found = CLOSINGS[name].search(text, start)
        end = found.start() if found else -1
    return text.find(">", end) + 1 or -1 if end >= 0 else -1


def bounded_attributes(markup: str) -> str:
    """Markup whose tags have at most ``MAX_ATTRIBUTES`` attributes: libxml2 compares each with all before it."""
    if max(map(len, markup.split(">"))) < LONG_TAG and markup.count("=") < LONG_TAG * 50:
        return markup
    return TAG.sub(_with_fewer_attributes, markup)


def _with_fewer_attributes(tag: re.Match[str]) -> str:
    if len(tag.group(3)) < MAX_ATTRIBUTES * 2:
        return tag.group()
    attributes = ATTRIBUTE.findall(tag.group(3))
    return tag.group() if len(attributes) <= MAX_ATTRIBUTES else f"<{tag.group(2)} {' '.join(attributes[:MAX_ATTRIBUTES])}>"


def flattened(markup: str) -> str:
    """Markup without the tags below ``MAX_DEPTH`` levels; their text stays where it stood."""
    open_names: list[str] = []

    def tag(match: re.Match[str]) -> str:
        name = match.group(2).lower()
        if name in VOID or match.group(3).endswith("/"):
            return match.group()
        if not match.group(1):
            open_names.append(name)
            return match.group() if len(open_names) <= MAX_DEPTH else " "
        if name in open_names[-8:]:
            while open_names.pop() != name:
                pass
        return match.group() if len(open_names) < MAX_DEPTH else " "

    return TAG.sub(tag, markup)


def _parsed(markup: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser met its limit of depth and so lost text."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=len(markup) > HUGE_CHARACTERS)
    body = markup.encode("utf-8", "replace").strip() or b"<html></html>"
    root = html.document_fromstring(body, parser=parser, ensure_head_body=False)
    return root, any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())


def _cleaned(markup: str) -> str:
    return markup if markup.isascii() and not ODD.search(markup) else clean(markup) if ODD.search(markup) else markup


def _character(reference: str) -> str:
    from html import unescape

    digits = reference.strip("&;")
    if digits.startswith("#"):
        # html.unescape maps some numbers of the C1 range as browsers do and drops others; libxml2 does not.
        number = int(digits[2:], 16) if digits[1:2] in "xX" else int(digits[1:])
        return chr(number) if number < 0x110000 else ""
    return unescape(f"&{digits};")


def _clean_tree(root: HtmlElement) -> None:
    for element in root.iter():
        if element.text:
            element.text = clean(element.text)
        if element.tail:
            element.tail = clean(element.tail)
        for name, value in element.attrib.items():
            if isinstance(name, str) and SUSPECT.search(value):
                element.set(name, clean(value))
