"""Where links lead: to the same site, to another, or nowhere."""

from __future__ import annotations

import pytest
from lxml import html

from tui.convert.body.leading import host_of, is_same_site, leads_on, site_of
from tui.convert.elements_by_tag import ElementsByTag


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("www.isle.example", "isle.example", True),
        ("news.isle.example", "shop.isle.example:8080", True),
        ("isle.example", "coast.example", False),
        ("www.isle.co.uk", "isle.co.uk", True),
        ("isle.co.uk", "coast.co.uk", False),
        ("isle.com.au", "www.coast.com.au", False),
        ("a.isle.org.example", "b.coast.org.example", True),  # no second level: no country's two letters behind it
        ("ISLE.example", "isle.example", True),
        ("localhost", "localhost", True),
    ],
)
def test_names_below_one_domain_are_one_site(one: str, other: str, same: bool) -> None:
    assert is_same_site(one, other) is same


def test_of_a_page_that_does_not_say_where_it_is_from_only_relative_links_are_its_own() -> None:
    assert leads_on("/a", None)
    assert not leads_on("https://isle.example/a", None)
    assert [host_of(address) for address in ("https://Isle.example:80/a", "/a", "http://[", None)] == [
        "isle.example",
        None,
        None,
        None,
    ]


def page_with(own: int, others: int, canonical: str | None = None) -> str | None:
    """The site of a page with so many links without a host, and to one other."""
    links = "<a href='/n'>x</a>" * own + "<a href='https://shop.example/1'>x</a>" * others
    return site_of(ElementsByTag(html.fromstring(f"<html><body>{links}</body></html>")), canonical)


@pytest.mark.parametrize(
    ("own", "others", "canonical", "site"),
    [
        (0, 10, None, "shop.example"),
        (0, 9, None, None),
        (1, 10, None, None),  # one that links to itself so is not the shop
        (4, 10, "https://isle.example/", "shop.example"),
        (5, 10, "https://isle.example/", "isle.example"),
    ],
)
def test_the_site_to_which_most_links_lead_is_the_page_s_own_unless_it_links_to_itself_otherwise(
    own: int, others: int, canonical: str | None, site: str | None
) -> None:
    assert page_with(own, others, canonical) == site
