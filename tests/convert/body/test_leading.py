"""Where links lead: to the same site, to another, or nowhere."""

from __future__ import annotations

import pytest

from tui.convert.body.leading import host_of, is_same_site, leads_on


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
