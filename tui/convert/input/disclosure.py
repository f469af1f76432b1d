"""Opens what a page folds away until a reader asks: panels of accordions and tabs, formulas beside their pictures.

And makes tables and headings of what roles alone say is one, since it is found by the way.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.convert.elements_by_attribute import bearing
from tui.convert.elements_by_tag import HEADINGS
from tui.convert.input import role_headings, role_tables
from tui.convert.pointer_phrases import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from tui.convert.elements_by_tag import ElementsByTag

SWITCHES = frozenset("button a div li summary".split())
PANELS = ("div", "section", "dd", "ul", "p")  # in this order, which is that of each run, they are looked at
FOLDED = ("form", *PANELS)  # tags of what may be folded
TELLING = frozenset("role hidden aria-hidden style".split())  # attributes of which one is on what is
OUTSIDE = frozenset("nav header footer form dialog menu".split())
MENU_ROLES = frozenset("menu menuitem menubar navigation dialog search listbox".split())
HEADING_LEVELS = 3  # elements around a button among which its heading is
MOST_SWITCHES = 500  # buttons of a page that are looked at
MOST_CONTROLLING = 2_000  # elements that say what they open, some of which are no buttons
MOST_EXPANDING = 100  # elements in what stands right before a panel that say whether it is unfolded
LONG_PARAGRAPH = 60  # characters of a paragraph
PARAGRAPHS = 3  # of them in a form that is drawn around the page's text
PROSE = 40  # characters of a panel that is text
LINKED = 0.5  # share of link text from which a panel is a menu
FORMULA_LEVELS = 3  # elements around a formula that may hide it
TITLE = 200  # characters of what a panel's switch says
CONTROLLING = bearing("aria-controls", most=MOST_CONTROLLING)
EXPANDING = bearing("aria-expanded", most=MOST_EXPANDING, among="descendant-or-self::*")


def disclose(elements: ElementsByTag) -> bool:
    """Show the panels that hold text, and the headings that are switches, in the tree itself; whether it has other
    elements then."""
    wrapping = [form for form in elements.of("form") if _wraps_text(form)]
    for form in wrapping:
        form.tag = "div"
    folded = [(element, borne) for element in elements.each(*FOLDED) if not TELLING.isdisjoint(borne := element.keys())]
    panels = [
        *_panels(elements, folded),
        *_below_switches([e for e, borne in folded if e.tag in PANELS and _is_hidden(e, borne)]),
    ]
    for panel in panels:
        if _is_text(panel):
            _show(panel)
    roles = [(e, e.get("role")) for e, borne in folded if "role" in borne]
    repeated = _repeated([e for e, role in roles if role == "tab"][:MOST_SWITCHES])
    for tab in repeated:
        tab.drop_tree()
    tables = [e for e, role in roles if role == role_tables.TABLE]
    headings = [e for e, role in roles if role == role_headings.HEADING]
    drawn = (role_tables.draw(tables), role_headings.draw(headings))
    changed = any(drawn) or bool(wrapping or repeated)
    for button in elements.of("button"):
        if button.tag != "button":
            changed = True  # what opens a panel of text was made a line above it by now
        elif _is_heading(button):
            button.drop_tag()
            changed = True
    for formula in elements.of("math"):
        for around in islice(formula.iterancestors("span"), FORMULA_LEVELS):
            _show(around)
    return changed


def _repeated(tabs: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The tabs in a row of which each stands again over its panel, for narrow screens."""
    said = [element_text.line(tab) for tab in tabs]
    again = [bool(words) and words in said[n + 1 :] for n, words in enumerate(said)]
    return [tab for tab, is_said in zip(tabs, again, strict=True) if is_said]


def _is_heading(button: HtmlElement) -> bool:
    """Whether a button is all that its heading says; beside other words it does something with them."""
    around = button
    for _ in range(HEADING_LEVELS):
        around = around.getparent()
        if around is None:
            return False
        if around.tag in HEADINGS:
            return element_text.length(button) >= element_text.length(around)
    return False


def _wraps_text(form: HtmlElement) -> bool:
    """Whether a form is drawn around paragraphs of the page, as forums do for choosing posts."""
    paragraphs = islice(form.iter("p", "article", "blockquote"), MOST_SWITCHES)
    long_ones = (text for p in paragraphs if len(text := element_text.line(p)) >= LONG_PARAGRAPH)
    return sum(map(ends_sentence, long_ones)) >= PARAGRAPHS


def _panels(elements: ElementsByTag, folded: Sequence[tuple[HtmlElement, Sequence[str]]]) -> list[HtmlElement]:
    """What buttons and tabs open that stand in the page's text; those of ``folded`` are given with what attributes
    they bear, since to ask each for all of those that matter takes five times as long."""
    found = [e for e, borne in folded if "role" in borne and e.tag in PANELS and e.get("role") == "tabpanel"]
    named: dict[str, HtmlElement] = {}
    switches = (e for e in CONTROLLING(elements.root) if e.tag in SWITCHES)
    controlling = ((switch, controlled) for switch in switches if (controlled := switch.get("aria-controls")))
    for switch, controlled in islice(controlling, MOST_SWITCHES):
        if not _stands_outside(switch):
            named |= dict.fromkeys(controlled.split(), switch)
    if named:
        for element in elements.each("form", *PANELS):
            identity = element.get("id")
            if identity in named and element.tag in PANELS:
                found.append(element)
                _as_title(named[identity], element)
    return found


def _is_hidden(panel: HtmlElement, borne: Sequence[str]) -> bool:
    """Whether a panel, with what attributes it bears, may be folded away."""
    if "hidden" in borne or ("aria-hidden" in borne and panel.get("aria-hidden") == "true"):
        return True
    return "style" in borne and "none" in panel.get("style", "")


def _below_switches(hidden: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """What is hidden right below a heading, below what says whether it is unfolded, or behind what is called alike."""
    for element in islice(hidden, MOST_SWITCHES):
        above = element.getprevious()
        if above is None or _stands_outside(element):
            continue
        switch = next((e for e in EXPANDING(above) if e.tag in SWITCHES and e.get("aria-expanded")), None)
        if switch is not None:
            _as_title(switch, element)
        if switch is not None or above.tag in HEADINGS or _is_next_panel(element, above):
            yield element


def _is_next_panel(panel: HtmlElement, above: HtmlElement) -> bool:
    """Whether a hidden element is called as the one before it, as panels of tabs are of which one is shown; slides
    of pictures are so, too, but for what they tell machines."""
    names, named = (panel.get("class") or "").split(), (above.get("class") or "").split()
    is_slide = panel.get("aria-hidden") == "true"
    return panel.tag == above.tag and bool(names) and names[:1] == named[:1] and not is_slide


def _as_title(switch: HtmlElement, panel: HtmlElement) -> None:
    """Let what opens a panel of text be read as the line above it."""
    if switch.tag == "button" and _is_text(panel) and 0 < element_text.length(switch) <= TITLE:
        switch.tag = "p"
        for name in ("class", "role"):
            switch.attrib.pop(name, None)


def _stands_outside(element: HtmlElement) -> bool:
    if element.get("aria-haspopup") not in (None, "false"):
        return True
    around: HtmlElement | None = element
    while around is not None:
        if around.tag in OUTSIDE or around.get("role") in MENU_ROLES:
            return True
        around = around.getparent()
    return False


def _is_text(panel: HtmlElement) -> bool:
    """Whether a panel holds sentences, or a listing, rather than a menu or a form."""
    if next(panel.iter("form", "nav"), None) is not None:
        return False
    if next(panel.iter("pre"), None) is not None:
        return True
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
