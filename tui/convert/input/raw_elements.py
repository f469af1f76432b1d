"""Elements of a page's markup that the tree does not keep, such as scripts and style sheets."""

from __future__ import annotations

from collections.abc import Iterator


def of_tag(markup: str, tag: str) -> Iterator[tuple[str, str]]:
    """What stands in the opening tag of each element of that tag, its name in small letters, and the element's text."""
    at = markup.find(f"<{tag}")
    while at >= 0:
        begin = markup.find(">", at)
        end = markup.find(f"</{tag}", begin)
        if begin < 0 or end < 0:
            return
        yield markup[at:begin], markup[begin + 1 : end]
        at = markup.find(f"<{tag}", end)
