"""Elements of a page's markup that the tree does not keep, such as scripts and style sheets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import AnyStr

SCRIPT = ("<script", "</script", ">")  # what the two tags begin with, and what ends the first
STYLE = (b"<style", b"</style", b">")


def of_tag(markup: AnyStr, opening: AnyStr, closing: AnyStr, bracket: AnyStr) -> Iterator[tuple[AnyStr, AnyStr]]:
    """What stands in the opening tag of each element of a tag such as ``SCRIPT``, its name in small letters, and the
    element's text."""
    at = markup.find(opening)
    while at >= 0:
        begin = markup.find(bracket, at)
        end = markup.find(closing, begin)
        if begin < 0 or end < 0:
            return
        yield markup[at:begin], markup[begin + 1 : end]
        at = markup.find(opening, end)
