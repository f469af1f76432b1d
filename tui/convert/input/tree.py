"""A page → a tree that is bounded in depth and clean in every string.

Scripts, styles and comments never reach the parser: they are half of most pages.  What carries data
(JSON) stays, for the metadata.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from tui.convert.bounds import HUGE_CHARACTERS, LONG_TAG, MANY_ATTRIBUTES, MAX_ATTRIBUTES, MAX_DEPTH
from tui.text.cleaning import JOINERS, clean, is_harmless
from tui.text.cleaning import ODD as ODD_CHARACTERS
from tui.text.late_patterns import late_pattern
from tui.text.plain_looks import holds

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

    Sheet = tuple[int, int]  # where a style sheet begins in a page, and where it has ended

# One pass finds what is to be skipped; a comment may hold "<script>" and a script "<!--", whichever begins first rules.
# With it the ends of the body, where a page may go on after them: browsers take no notice of them.  Comments of a few
# words, of which frameworks leave dozens, are found whole.  The end of a formula in XML tells that it has prefixes.
# A class of first letters is far faster than to try words one after the other, whose letters may be small or large; no
# tag is called <tcript> or </mody>.
SKIPPED = re.compile(
    rb"<(?:[sStToO](?i:cript|tyle|vg|emplate|bject)\b|!--(?:[^->]*+--(?P<comment>>))?"
    rb"|/[bBhHmM](?i:(?:ody|tml)\s*(?P<body>>)|(?:ml)?:math(?P<formula>)))"
)
DATA = ("json", "text/template")
LEAST_SCRIPT_TAG = len("<script json>")  # of what carries data
FORMULA = late_pattern(r"type\s*=\s*[\"']?math/(?:tex|asciimath|(mml))\s*(;\s*mode\s*=\s*display)?")
# A shadow root declared in the markup, and as browsers write it when they save a page: its content is shown.
SHADOW = re.compile(rb"\bshadow(?:root(?:mode)?|mode)\s*=", re.I)
# Where a browser saves a page, what stands in <noscript> was text to it, and some write it so.
NOSCRIPT_PICTURE = re.compile(r"(<noscript[^<>]{0,200}>\s*)(&lt;img\b[^<]{1,4000}?&gt;)(?=\s*</noscript>)", re.I)
COMMENT = b"!--"  # in the place of an element's name
WITHOUT_TAGS = frozenset((b"script", b"style"))  # what they hold is no markup
CARRYING = WITHOUT_TAGS | {b"template"}  # it is asked where their tags end
MATHML = late_pattern(rb"<(/?)(?:m|mml):(?=m|semantics|annotation)", re.I)  # the prefixes of MathML in XML
TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
TAG_IN_BYTES = re.compile(TAG.pattern.encode())
ATTRIBUTE = re.compile(r"[^\s=\"'<>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
# One class for all elements: lxml.html's own choice by tag is a Python call for each of them.
PLAIN_ELEMENTS = etree.ElementDefaultClassLookup(element=html.HtmlElement)
HEAD_TAGS = frozenset("title meta link base script style noscript template".split())
# Whether a head holds nothing else: to count them takes a quarter of a look at each.
PLAIN_HEAD: Any = etree.XPath(f"count(head/*) = {' + '.join(f'count(head/{tag})' for tag in sorted(HEAD_TAGS))}")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# References to characters that may hide, and the beginning of a picture that a browser wrote as text.
REFERENCE = re.compile(
    rb"&(?=[#szlrZNI])(?:(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|shy|zwn?j|lrm|rlm|ZeroWidthSpace|NoBreak|InvisibleTimes);?"
    rb"|lt;img)"
)
PICTURE = b"&lt;img"
# Numbers of the C1 range are the signs that windows-1252 has there (WHATWG HTML, "numeric character reference end").
C1_SHOWN = {chr(n): bytes((n,)).decode("cp1252", "ignore") for n in range(0x80, 0xA0)}
MANY_ODD = 2_000  # odd characters from which the whole page is cleaned in one go
CONTROLS = bytes(set(range(32)) - set(b"\t\n")) + b"\x7f"
RARE = frozenset(CONTROLS + b"=")  # of ASCII: what is to be taken out, and what is to be counted
USUAL = bytes(set(range(128)) - RARE)
# What begins any of the other characters that the gate objects to, in UTF-8; bytes are searched far faster than text.
ODD = late_pattern(
    rb"\xc2[\x80-\x9f\xad]|[\xcc\xcd][\x80-\xbf]|\xd2[\x83-\x89]|\xd8\x9c|\xe1\x85[\x9f\xa0]|\xe1\x9e[\xb4\xb5]"
    rb"|\xe1\xa0[\x8b-\x8e]|\xe1\xaa[\xb0-\xbf]|\xe1\xab[\x80-\xbf]|\xe1\xb7[\x80-\xbf]|\xe2\x80[\x8b-\x8f\xa8-\xae]"
    rb"|\xe2\x81[\xa0-\xaf]|\xe2\x83[\x90-\xbf]|\xe3\x85\xa4|\xef\xb7[\x90-\xaf]|\xef\xb8[\xa0-\xaf]|\xef\xbb\xbf|\xef\xbe\xa0"
    rb"|\xef\xbf[\xb0-\xbb\xbe\xbf]|\xf3[\xa0-\xa3][\x80-\xbf]"
)


def parse(text: str) -> HtmlElement:
    """The root of the tree of a page that is text."""
    return parse_utf8(text.encode("utf-8", "replace"))[0]


def parse_utf8(html: bytes) -> tuple[HtmlElement, list[Sheet]]:
    """The root of the tree of a page in UTF-8, and where its style sheets stand, which are no part of the tree.

    Its text, tails and attribute values have been through the gate.  Bytes that are not UTF-8 become U+FFFD.
    """
    markup, sheets = without_scripts(html)
    markup = _in_utf8(markup)
    references = _references(markup)
    if PICTURE in references:
        markup = NOSCRIPT_PICTURE.sub(lambda p: p[1] + unescape(p[2]), markup.decode()).encode("utf-8", "replace")
        references = _references(markup)
    hiding = _hiding(references)
    written = _with_plain_ends(_without_references(markup, hiding))
    rare = written.translate(None, USUAL)
    cleaned = _cleaned(written, rare)
    data = bounded_attributes(cleaned, rare.count(b"="))
    root, too_deep = _parsed(data)
    if too_deep:
        root, _ = _parsed(flattened(data.decode()).encode())
    _mend_head(root)
    # What was taken out may have parted a reference.
    if (hiding or len(cleaned) < len(written)) and _hiding(_references(data)):
        _clean_tree(root)
    return root, sheets


def _in_utf8(data: bytes) -> bytes:
    """The bytes, with U+FFFD for those that are not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace").encode()
    return data


def without_scripts(html: bytes) -> tuple[bytes, list[Sheet]]:
    """The markup without comments, styles, drawings, scripts but data, ends of the body, and prefixes of formulas; and
    where the styles stand in it."""
    kept: list[bytes] = []
    sheets: list[Sheet] = []
    at = 0
    endless: set[bytes] = set()
    prefixed = False
    while match := SKIPPED.search(html, at):
        start, after = match.span()
        ended = match.lastgroup
        kept.append(html[at : after if ended == "formula" else start])
        if ended:
            prefixed = prefixed or ended == "formula"
            at = after
            continue
        written = html[start + 1 : after]
        name = written.lower()
        opened = html.find(b">", after) + 1 if name in CARRYING else after
        if name == b"template" and SHADOW.search(html, after, opened):
            at = opened
            continue
        end = -1 if name in endless else _end_of_skipped(html, after, written)
        if end < 0:
            # Unclosed, it would swallow the rest of the page; text is worth more than that.
            endless.add(name)
            at = after
            continue
        at = end
        if name == b"style":
            sheets.append((opened, end))
        elif name == b"script":
            kept.append(_carried(html, start, opened, end))
        elif name == b"template" and html.startswith(b"</", opened):
            kept.append(b"<span" + html[after:opened] + b"</span>")  # a place to be filled
    kept.append(html[at:])
    markup = b"".join(kept)
    return MATHML.sub(rb"<\1", markup) if prefixed else markup, sheets


def _carried(html: bytes, start: int, opened: int, end: int) -> bytes:
    """What the script from ``start`` to ``end`` carries for readers, data or a formula; its tag ends at ``opened``."""
    if opened - start < LEAST_SCRIPT_TAG:
        return b""
    tag = html[start:opened].decode("utf-8", "replace").lower()
    if holds(tag, DATA):
        return html[start:end]
    formula = FORMULA.search(tag) if "math/" in tag else None
    if formula is None:
        return b""
    said = html[opened : html.rfind(b"<", opened, end)]
    return said if formula[1] else _formula(said.decode("utf-8", "replace"), displayed=bool(formula[2])).encode()


def _formula(tex: str, displayed: bool) -> str:
    """A formula that a page keeps for a script, as the element that the walk knows."""
    return f'<math{" display=block" * displayed} alttext="{escape(tex.strip())}"></math>'


def _end_of_skipped(html: bytes, after: int, name: bytes) -> int:
    """Where the comment or element that was opened just before ``after`` has ended; -1 if it has no end.

    ``name``: as it is written there.  To find something takes 1,300 instructions, however near it is.
    """
    if name == COMMENT:
        if html.startswith((b">", b"->"), after):
            return html.index(b">", after) + 1
        end = html.find(b"-->", after)
        return end + 3 if end >= 0 else -1
    closing = b"</" + name
    end = -1
    if name in WITHOUT_TAGS:  # one byte is found in half the time, and in most scripts and sheets it is the end
        end = html.find(b"<", after)
        end = end if end < 0 or html.startswith(closing, end) else html.find(closing, end)
    elif name.islower():  # as it mostly ends, too
        end = html.find(closing, after)
    if end < 0:  # what begins in capitals mostly ends so, too
        found = re.compile(closing, re.I).search(html, after)
        end = found.start() if found else -1
        if end < 0:
            return -1
    closed = end + len(closing)
    return closed + 1 if html[closed : closed + 1] == b">" else html.find(b">", closed) + 1 or -1


def bounded_attributes(markup: bytes, equals: int) -> bytes:
    """Markup, with so many equals signs, whose tags have at most ``MAX_ATTRIBUTES`` attributes: libxml2 compares each
    with all before it."""
    if equals >= MANY_ATTRIBUTES:
        return _each_bounded(markup)
    kept: list[bytes] = []
    at = 0
    for place in range(0, len(markup) - LONG_TAG, LONG_TAG):
        if place < at or not _is_within_tag(markup, place):
            continue
        opened = markup.rfind(b"<", at, place)
        tag = TAG_IN_BYTES.match(markup, opened) if opened >= 0 else None
        if tag is None or tag.end() <= place:
            return _each_bounded(markup)  # a quoted value may hold what looks like a tag: told only from the beginning
        kept += (markup[at:opened], _each_bounded(tag.group()))
        at = tag.end()
    return b"".join([*kept, markup[at:]]) if kept else markup


def _each_bounded(markup: bytes) -> bytes:
    return TAG.sub(_with_fewer_attributes, markup.decode()).encode()


def _is_within_tag(markup: bytes, at: int) -> bool:
    """Whether ``LONG_TAG`` bytes from here on may lie inside a tag: they hold no end of one, and are no data."""
    if markup.find(b">", at, at + LONG_TAG) >= 0:
        return False
    opened = markup.rfind(b"<", 0, at)
    return not (markup.startswith(b"<script", opened) and 0 <= markup.find(b">", opened) < at)


def _with_fewer_attributes(tag: re.Match[str]) -> str:
    if len(tag.group(3)) < MAX_ATTRIBUTES * 2:
        return tag.group()
    attributes = ATTRIBUTE.findall(tag.group(3))
    return (
        tag.group()
        if len(attributes) <= MAX_ATTRIBUTES
        else f"<{tag.group(2)} {' '.join(attributes[:MAX_ATTRIBUTES])}>"
    )


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


def _parsed(data: bytes) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser met its limit of depth and so lost text."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, collect_ids=False, huge_tree=len(data) > HUGE_CHARACTERS
    )
    parser.set_element_class_lookup(PLAIN_ELEMENTS)
    root = etree.fromstring(data.strip() or b"<html></html>", parser)
    if root is None:
        root = etree.fromstring(b"<html></html>", parser)
    return root, any("depth" in entry.message for entry in parser.error_log.filter_from_fatals())


def _mend_head(root: HtmlElement) -> None:
    """libxml2 takes elements younger than HTML 4 for part of the head when no <body> tag stands before them."""
    head = None if PLAIN_HEAD(root) else root.find("head")
    if head is None:
        return
    misplaced = next((n for n, e in enumerate(head) if isinstance(e.tag, str) and e.tag not in HEAD_TAGS), None)
    if misplaced is None:
        return
    body = root.find("body")
    if body is None:
        body = root.makeelement("body")
        root.append(body)
    for number, element in enumerate(list(head)[misplaced:]):
        body.insert(number, element)


def _with_plain_ends(data: bytes) -> bytes:
    """The markup with a newline at the end of each line."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _cleaned(data: bytes, rare: bytes) -> bytes:
    """The markup through the gate, by the shortest way: most pages hold at most a few kinds of odd characters.

    ``rare``: the bytes of it that are not ``USUAL``.
    """
    unusual = rare.translate(None, b"=")
    if any(byte in unusual for byte in CONTROLS):
        data = data.translate(None, CONTROLS)
    # A class of characters is looked for far faster than what begins one, which is in most words of some scripts.
    odd = set(ODD.findall(unusual)) if re.search(ODD_CHARACTERS, unusual.decode("utf-8", "replace")) else ()
    places = _places(data, odd)
    if len(places) > MANY_ODD:
        return clean(data.decode("utf-8", "replace")).encode("utf-8", "replace")
    kept: list[bytes] = []
    at = 0
    for place in places:
        if place < at:
            continue
        # What is around a joiner or a mark decides over it, so the whole run of text between two tags is looked at.
        start = max(data.rfind(b">", at, place) + 1, at)
        end = data.find(b">", place)
        end = len(data) if end < 0 else end
        kept += (data[at:start], clean(data[start:end].decode("utf-8", "replace")).encode("utf-8", "replace"))
        at = end
    return b"".join([*kept, data[at:]]) if kept else data


def _places(data: bytes, sequences: Collection[bytes]) -> list[int]:
    """Where any of the sequences begin, in order."""
    found: list[int] = []
    for sequence in sequences:
        at = data.find(sequence)
        while at >= 0 and len(found) <= MANY_ODD:
            found.append(at)
            at = data.find(sequence, at + 1)
    return sorted(found)


def _references(data: bytes) -> set[bytes]:
    """The references that ``REFERENCE`` finds."""
    return set(REFERENCE.findall(data))


def _hiding(references: Collection[bytes]) -> list[bytes]:
    """Those references that stand for what the gate takes out."""
    return [r for r in references if not is_harmless(_character(r.decode("ascii")))]


def _without_references(data: bytes, hiding: Collection[bytes]) -> bytes:
    """The markup without these references.

    Joiners are judged in the tree, by their neighbours.
    """
    for reference in hiding:
        character = _character(reference.decode("ascii"))
        if reference.endswith(b";") and not re.match(JOINERS, character):
            data = data.replace(reference, clean(C1_SHOWN.get(character, character)).encode())
    return data


def _character(reference: str) -> str:
    digits = reference.strip("&;")
    if digits.startswith("#"):
        # Not by html.unescape, which drops some numbers of the C1 range that libxml2 keeps.
        number = int(digits[2:], 16) if digits[1:2] in "xX" else int(digits[1:])
        return chr(number) if number < 0x110000 else ""
    return unescape(f"&{digits};")


def _clean_tree(root: HtmlElement) -> None:
    for element in root.iter():
        if element.text:
            element.text = clean(element.text)
        if element.tail:
            element.tail = clean(element.tail)
        for name, value in element.items():
            if isinstance(name, str) and not is_harmless(value):
                element.set(name, clean(value))
