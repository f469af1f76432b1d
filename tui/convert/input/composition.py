"""Puts together what a page delivers in parts, so that its text stands in one tree and in its order.

Streamed segments that a script would move to their places, children of a shadow root's host, pages held in a frame's
own attribute, and definitions that the parser nests because they were never closed.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.elements_by_attribute import bearing
from tui.convert.input import tree
from tui.convert.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

SEGMENT = re.compile(r"S:([0-9a-f]{1,6})\Z")
PLACES = ("P:", "B:")  # React's marks for a part that comes later, and for a boundary whose content does
MOST_HIDDEN = 2_000  # boxes that a page hides; frameworks stream some hundreds
MOST_FRAMES = 20
MOST_SLOTS = 200
FRAMED = 200  # characters of a framed page that is worth reading
FRAMED_PROSE = 80  # and of one that is nothing but sentences
DEFINED = frozenset(("dd", "dt"))
HIDDEN = bearing("hidden", most=MOST_HIDDEN, among="descendant::div")


def compose(elements: ElementsByTag) -> bool:
    """Bring the parts of a page to their places, in the tree itself; whether that changed it."""
    root = elements.root
    moved = _place_segments(root, [e for e in HIDDEN(root) if SEGMENT.match(e.get("id") or "")])
    slots, definitions = elements.of("slot"), elements.of(*DEFINED)
    _fill_slots(slots)
    opened = _open_frames(elements.of("iframe"))
    if moved or opened:
        definitions = list(root.iter(*DEFINED))
    parted = _part_definitions(definitions)
    return moved or opened or bool(slots) or parted


def _place_segments(root: HtmlElement, segments: Sequence[HtmlElement]) -> bool:
    """Move the parts that were streamed after the page (``S:1``) to their places (``P:1``, ``B:1``); whether there
    were any."""
    if not segments:
        return False
    places = {s.get("id"): s for s in root.iter("span") if (s.get("id") or "").startswith(PLACES)}
    for segment in segments:
        del segment.attrib["hidden"]
        number = (segment.get("id") or "")[2:]
        place = next((places[name] for mark in PLACES if (name := mark + number) in places), None)
        if place is None or segment in place.iterancestors():
            continue
        place.text = segment.text
        for child in list(segment):
            place.addprevious(child)
        segment.drop_tree()
    return True


def _fill_slots(slots: Iterable[HtmlElement]) -> None:
    """Move the children of a host into the slots of its shadow root that they name, those that name none into the one
    without a name, in place of a slot's own words."""
    for slot in islice(slots, MOST_SLOTS):
        above = list(slot.iterancestors())
        host = next((a for a in above if isinstance(a.tag, str) and "-" in a.tag), None)
        if host is None:
            continue
        name = slot.get("name") or ""
        shown = [e for e in host.iterchildren("*") if e is not slot and e not in above]
        filling = [e for e in shown if (e.get("slot") or "") == name]
        if filling:
            slot.text = None
            slot[:] = filling
        elif not name and (host[-1].tail or "").strip():  # words of the host's own, which stay behind its root
            slot.text = None
            slot[:] = []


def _open_frames(frames: Iterable[HtmlElement]) -> bool:
    """Put a page that a frame holds in its ``srcdoc`` in the frame's place; whether there was any."""
    opened = False
    for frame in islice((f for f in frames if f.get("srcdoc")), MOST_FRAMES):
        held = tree.parse(frame.get("srcdoc") or "")
        body = held.find("body")
        if body is None or frame.getparent() is None:
            continue
        if element_text.length(body) < FRAMED and not _is_prose(body):
            continue
        body.tag = "div"
        body.tail = frame.tail
        frame.getparent().replace(frame, body)
        opened = True
    return opened


def _is_prose(body: HtmlElement) -> bool:
    """Whether a framed page is a long sentence or two, and leads nowhere."""
    if next(body.iter("a", "button", "form"), None) is not None:
        return False
    lines = [element_text.line(p) for p in body.iter("p")]
    return any(map(ends_sentence, lines)) and sum(map(len, lines)) >= FRAMED_PROSE


def _part_definitions(definitions: Iterable[HtmlElement]) -> bool:
    """End a definition where the next one begins, with the paragraph open in it (HTML, "in body", start tags dd and
    dt); whether there were such."""
    parted = False
    for element in definitions:
        open_one = _open_definition(element)
        if open_one is None:
            continue
        following = [element, *element.itersiblings()]
        at = open_one
        for moved in following:
            at.addnext(moved)
            at = moved
        parted = True
    return parted


def _open_definition(element: HtmlElement) -> HtmlElement | None:
    """The definition that was never closed before this one began."""
    found = None
    for above in element.iterancestors():
        if above.tag in DEFINED:
            found = above
            break
        if above.tag not in ("p", "font", "b", "i", "em", "strong", "span"):
            break
    return found
