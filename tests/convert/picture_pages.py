"""Small articles with pictures, whose figures are settled."""

from __future__ import annotations

import whole_results
from lxml.html import HtmlElement, tostring

from tui.convert.figures import captions
from tui.convert.figures.picture_boxes import is_canonical
from tui.convert.input import tree

BASE = "https://herald.example/2026/wall"
PROSE = "<p>The town will raise its harbour wall by a metre before the storms of autumn, the council decided.</p>" * 3
TEXT = "The old wall holds at high tide."


def settled(markup: str, base: str | None = BASE, around: str = "{}") -> HtmlElement:
    body = f"<article><h1>Wall to rise</h1><div class=body>{PROSE}{markup}{PROSE}</div></article>"
    root = tree.parse(f"<html><body>{around.format(body)}</body></html>")
    captions.settle(root, base).finish([root])
    whole_results.compared("figures", (body, base, around), tostring(root, encoding="unicode").replace(">", ">\n"))
    return root


def figures(markup: str, base: str | None = BASE) -> list[dict[str, str]]:
    found = [f for f in settled(markup, base).iter("figure") if is_canonical(f)]
    return [{name.removeprefix("data-"): value for name, value in f.attrib.items()} for f in found]
