"""Formulas as TeX: what the page gives as such beside a formula, else its MathML written as TeX."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.convert import element_text
from tui.text.cleaning import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_DEPTH = 40  # elements of a formula, one in the other
LONGEST_FORMULA = 4_000  # characters of a formula
DISPLAYED = r"{\displaystyle"
LEVELS = 4  # elements around a formula that a script has set
SCRIPTS = {"msup": "^", "msub": "_", "mover": "^", "munder": "_"}
SILENT = frozenset(("annotation", "annotation-xml", "none", "mspace", "mphantom"))
JOINED = {"mtable": r" \\ ", "mtr": " & ", "mlabeledtr": " & "}
# By element and number of its parts: first the parts as they are, behind them the same in braces where they need some.
TEMPLATES = {
    ("mfrac", 2): r"\frac{{{0}}}{{{1}}}",
    ("msqrt", 1): r"\sqrt{{{0}}}",
    ("mroot", 2): r"\sqrt[{1}]{{{0}}}",
    ("msubsup", 3): "{0}_{4}^{5}",
    ("munderover", 3): "{0}_{4}^{5}",
}


def tex(math: HtmlElement) -> str:
    """The TeX of a ``<math>`` element on one line, without the signs that set it off; empty if it says nothing."""
    given = math.get("alttext") or next(
        (element_text.text(a) for a in math.iter("annotation") if "tex" in (a.get("encoding") or "").lower()), ""
    )
    said = " ".join((given or _written(math, 0)).split())[:LONGEST_FORMULA]
    if said.startswith(DISPLAYED) and said.endswith("}"):
        said = said[len(DISPLAYED) : -1].strip()
    return said


def is_displayed(math: HtmlElement) -> bool:
    """Whether a formula stands on a line of its own."""
    around = math.getparent()
    if math.get("display") == "block" or math.get("mode") == "display":
        return True
    return any("katex-display" in (a.get("class") or "") for a in _around(math, LEVELS)) or (
        around is not None and around.get("display") == "true"
    )


def is_repeated(math: HtmlElement) -> bool:
    """Whether a formula was set by a script from another that follows it."""
    for above in _around(math, LEVELS):
        following = above.getnext()
        if following is not None and following.tag == "math" and "MathJax" in (above.get("class") or ""):
            return True
    return False


def _around(element: HtmlElement, levels: int) -> list[HtmlElement]:
    return list(islice(element.iterancestors(), levels))


def _written(element: HtmlElement, depth: int) -> str:
    tag = element.tag.rpartition(":")[2] if isinstance(element.tag, str) else ""
    if not tag or tag in SILENT or depth > MAX_DEPTH:
        return ""
    parts = [_written(child, depth + 1) for child in element]
    if not parts:
        return squeezed(element.text or "")
    if tag in SCRIPTS and len(parts) == 2:
        return f"{parts[0]}{SCRIPTS[tag]}{_grouped(parts[1])}"
    if tag == "mfenced":
        return f"{element.get('open') or '('}{', '.join(parts)}{element.get('close') or ')'}"
    if tag in JOINED:
        return JOINED[tag].join(parts)
    if tag == "msqrt":  # its parts are one row
        parts = ["".join(parts)]
    template = TEMPLATES.get((tag, len(parts)))
    return template.format(*parts, *map(_grouped, parts)) if template else "".join(parts)


def _grouped(part: str) -> str:
    return part if len(part) == 1 else f"{{{part}}}"
