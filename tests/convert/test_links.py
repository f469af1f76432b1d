"""Addresses of links, made absolute."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.convert.links import absolute, article_address

BASE = "https://coast.example/news/harbour.html?page=2#top"
PIECES = st.sampled_from(
    "/ // . .. ? # x=1 & ; : @ ~ , %20 a harbour wall.html [1] (2) //quay.example https:// :80".split()
)
ADDRESS = st.lists(PIECES, min_size=1, max_size=7).map("".join)


@given(ADDRESS | ADDRESS.map("https://quay.example".__add__) | ADDRESS.map("/".__add__))
def test_an_address_is_joined_as_the_standard_says(address: str) -> None:
    found = absolute(address, BASE)
    if found is not None:
        assert found == urljoin(BASE, address)


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("https://quay.example/a?b=c#d", "https://quay.example/a?b=c#d"),
        ("/wall/", "https://coast.example/wall/"),
        ("wall.html", "https://coast.example/news/wall.html"),
        ("/../wall", "https://coast.example/wall"),
        ("//quay.example/x", "https://quay.example/x"),
        ("/the wall", "https://coast.example/the%20wall"),
        ("https://quay.example:99999/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_what_an_address_means(address: str, meant: str | None) -> None:
    assert absolute(address, BASE) == meant


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("mailto:desk@coast.example", "mailto:desk@coast.example"),
        ("MAILTO:desk@coast.example", "MAILTO:desk@coast.example"),
        ("mailto:desk@coast.example?body=I+agree", None),
        ("mailto:desk@coast.example?attach=/etc/passwd", None),
        ("mailto:desk", None),
        ("mailto:two desks@coast.example", None),
        (f"mailto:{'a' * 300}@coast.example", None),
        ("tel:+441234", None),
        ("#notes", "#notes"),
        ("#", None),
        ("", None),
        (None, None),
        ("wall.html", "https://coast.example/news/wall.html"),
    ],
)
def test_links_of_the_text_may_also_jump_and_write_to_someone(address: str | None, meant: str | None) -> None:
    assert article_address(address, BASE) == meant


def test_an_address_is_at_most_as_long_as_browsers_take() -> None:
    assert absolute("/" + "a" * 3_900, BASE) is not None
    assert absolute("/" + "a" * 4_000, BASE) is None
    assert absolute("https://quay.example/" + "a" * 4_000, BASE) is None
