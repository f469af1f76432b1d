"""Opens what a page folds away until a reader asks: panels of accordions and tabs, formulas beside their pictures."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml.etree import XPath

from tui.convert import element_text
from tui.convert.body.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SWITCHES_AND_PANELS: Any = XPath("//*[@aria-controls or @role = 'tabpanel']")

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SWITCHES = frozenset("button a div li summary".split())
PANELS = ("div", "section", "dd", "ul", "p")
OUTSIDE = frozenset("nav header footer form dialog menu".split())
MENU_ROLES = frozenset("menu menuitem menubar navigation dialog search listbox".split())
HEADING_LEVELS = 3  # elements around a button among which its heading is
MOST_SWITCHES = 500  # buttons of a page that are looked at
LONG = 60  # characters of a paragraph
PARAGRAPHS = 3  # of them in a form that is drawn around the page's text
PROSE = 40  # characters of a panel that is text
LINKED = 0.5  # share of link text from which a panel is a menu
FORMULA_LEVELS = 3  # elements around a formula that may hide it
TITLE = 200  # characters of what a panel's switch says


def disclose(root: HtmlElement) -> None:
    """Show the panels that hold text, and the headings that are switches, in the tree itself."""
    for form in root.iter("form"):
        if _wraps_text(form):
            form.tag = "div"
    for panel in _panels(root):
        if _is_text(panel):
            _show(panel)
    for button in list(root.iter("button")):
        if any(around.tag in HEADINGS for around in islice(button.iterancestors(), HEADING_LEVELS)):
            button.drop_tag()
    for math in root.iter("math"):
        for around in islice(math.iterancestors("span"), FORMULA_LEVELS):
            _show(around)


def _wraps_text(form: HtmlElement) -> bool:
    """Whether a form is drawn around paragraphs of the page, as forums do for choosing posts."""
    paragraphs = islice(form.iter("p", "article", "blockquote"), MOST_SWITCHES)
    return sum(ends_sentence(text) for p in paragraphs if len(text := element_text.line(p)) >= LONG) >= PARAGRAPHS


def _panels(root: HtmlElement) -> list[HtmlElement]:
    """What buttons and tabs open that stand in the page's text."""
    marked = SWITCHES_AND_PANELS(root)
    found = [e for e in marked if e.get("role") == "tabpanel" and e.tag in PANELS]
    named: dict[str, HtmlElement] = {}
    for switch in islice((e for e in marked if e.get("aria-controls")), MOST_SWITCHES):
        if switch.tag in SWITCHES and not _stands_outside(switch):
            named |= dict.fromkeys((switch.get("aria-controls") or "").split(), switch)
    if named:
        for element in root.iter(*PANELS):
            identity = element.get("id")
            if identity in named:
                found.append(element)
                _as_title(named[identity], element)
    return found


def _as_title(switch: HtmlElement, panel: HtmlElement) -> None:
    """Let what opens a panel of text be read as the line above it."""
    if switch.tag == "button" and _is_text(panel) and 0 < element_text.length(switch) <= TITLE:
        switch.tag = "p"
        for name in ("class", "role"):
            switch.attrib.pop(name, None)


def _stands_outside(element: HtmlElement) -> bool:
    return any(
        e.tag in OUTSIDE or e.get("role") in MENU_ROLES for e in (element, *element.iterancestors())
    ) or element.get("aria-haspopup") not in (None, "false")


def _is_text(panel: HtmlElement) -> bool:
    """Whether a panel holds sentences rather than a menu or a form."""
    if next(panel.iter("form", "nav"), None) is not None:
        return False
    size = element_text.length(panel)
    if size < PROSE or sum(map(element_text.length, panel.iter("a"))) > LINKED * size:
        return False
    lines = (line for text in panel.itertext() if (line := text.strip()))
    return any(len(line) >= PROSE and ends_sentence(line) for line in lines)


def _show(element: HtmlElement) -> None:
    attributes = element.attrib
    attributes.pop("hidden", None)
    attributes.pop("aria-hidden", None)
    if "none" in attributes.get("style", ""):
        del attributes["style"]
    names = [n for n in attributes.get("class", "").split() if "hidden" not in n and "collapse" not in n]
    if names:
        attributes["class"] = " ".join(names)
    else:
        attributes.pop("class", None)
