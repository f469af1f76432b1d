"""Elements by an attribute stand in the order of the page, and no page has more of them than are asked for."""

from __future__ import annotations

import pytest

from tui.convert.elements_by_attribute import bearing
from tui.convert.input import tree

PAGE = (
    "<body id=0><p id=1 rel=author>a<b id=2 itemprop=author>b</b><p id=3 rel=tag>c<p id=4 rel=author itemprop=author>d"
)


@pytest.mark.parametrize(
    ("attributes", "most", "among", "found"),
    [
        (["rel"], 9, "descendant::*", "134"),
        (["rel"], 2, "descendant::*", "13"),
        (["rel"], 9, "descendant::b", ""),
        (["itemprop", "rel[. = 'author']"], 9, "descendant::*", "124"),
        (["itemprop", "rel"], 1, "descendant::*", "12"),
        (["id"], 1, "descendant-or-self::body", "0"),
    ],
)
def test_elements_are_found_by_what_they_bear(attributes: list[str], most: int, among: str, found: str) -> None:
    body = tree.parse(PAGE).find("body")
    assert "".join(e.get("id") for e in bearing(*attributes, most=most, among=among)(body)) == found
