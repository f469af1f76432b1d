"""Addresses of servers as people have them: where the API of each may begin."""

from __future__ import annotations

import pytest

from tui.sync.api_addresses import api_addresses

FRESHRSS, BELOW_P = "https://host/api/greader.php", "https://host/p/api/greader.php"


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        ("https://host", FRESHRSS),
        ("https://host/", BELOW_P),
        ("https://host/i/?get=a&rid=6", FRESHRSS),
        ("https://host/i/index.php#close", FRESHRSS),
        ("https://host/api/", FRESHRSS),
        ("https://host/api/index.html", FRESHRSS),
        ("https://host/api/fever.php", FRESHRSS),
        ("https://host/p/", BELOW_P),
        ("https://host/p/i/", BELOW_P),
        ("https://host/p/api/", BELOW_P),
        ("https://host/news/p/i/?a=normal", "https://host/news/p/api/greader.php"),
        ("https://host/miniflux/", "https://host/miniflux"),
        ("https://host/miniflux/reader/api/0/", "https://host/miniflux"),
        ("https://host:8080/accounts/ClientLogin", "https://host:8080"),
        ("https://host/#/app/category/all", "https://host/rest/googlereader"),
        ("https://host/tt-rss/prefs.php", "https://host/tt-rss/plugins.local/freshapi/api/greader.php"),
        ("https://host", "https://host/tt-rss/plugins.local/freshapi/api/greader.php"),
    ],
)
def test_the_beginning_of_the_api_is_among_those_that_are_tried(typed: str, tried: str) -> None:
    assert tried in api_addresses(typed)


@pytest.mark.parametrize(
    ("typed", "only"),
    [
        (f"{BELOW_P}/", BELOW_P),
        (f"{FRESHRSS}/reader/api/0/token", FRESHRSS),
        (f"{FRESHRSS}/accounts/ClientLogin?x=1", FRESHRSS),
        ("https://host/rest/googlereader/", "https://host/rest/googlereader"),
    ],
)
def test_an_address_that_names_the_api_is_the_only_one(typed: str, only: str) -> None:
    assert api_addresses(typed) == [only]


def test_the_address_itself_comes_first_and_none_twice() -> None:
    tried = api_addresses("https://host/reader/")
    assert tried[0] == "https://host/reader"
    assert len(tried) == len(set(tried))
