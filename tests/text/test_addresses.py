"""The host of an address."""

import pytest

from tui.text.addresses import host, is_ip_address, is_own_host, site
from tui.text.cleaning import without_logins


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://WWW.Port.example:8080/a", "www.port.example"),
        ("https://reader@port.example/", "port.example"),
        ("page.html", ""),
        ("http://[half", ""),
        (None, ""),
    ],
)
def test_the_host_is_told_from_what_stands_around_it(address: str | None, named: str) -> None:
    assert host(address) == named


def test_a_site_is_called_without_www() -> None:
    assert site("https://www.port.example/a") == site("https://port.example/b") == "port.example"


@pytest.mark.parametrize(
    ("host", "number"),
    [
        ("192.0.2.7", True),
        ("2001:db8::7", True),
        ("[2001:db8::7]", True),
        ("port7.example", False),
        ("", False),
        (None, False),
    ],
)
def test_a_number_in_the_network_is_no_name(host: str | None, number: bool) -> None:
    assert is_ip_address(host) == number


@pytest.mark.parametrize(
    ("own", "address", "told"),
    [
        ("http://coast.example/feed", "http://coast.example/1", True),
        ("http://coast.example/feed", "https://COAST.example/1", True),
        ("https://coast.example/feed", "http://coast.example/1", False),
        ("https://coast.example/feed", "https://www.coast.example/1", False),
        ("https://coast.example/feed", "https://coast.example:8443/1", False),
        ("https://coast.example/feed", "https://coast.example@quay.example/1", False),
    ],
)
def test_an_own_host_is_the_same_host_no_less_safe(own: str, address: str, told: bool) -> None:
    assert is_own_host(own, address) is told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://anna:tide@port.example/a", "https://port.example/a"),
        ("HTTP://anna@port.example", "HTTP://port.example"),
        (
            "<https://a:b@c@port.example/@anna>, and https://x:y@quay.example.",
            "<https://port.example/@anna>, and https://quay.example.",
        ),
        (
            "https://port.example/@anna https://quay.example?to=a@b#c@d",
            "https://port.example/@anna https://quay.example?to=a@b#c@d",
        ),
        ("https://port.example and anna@quay.example", "https://port.example and anna@quay.example"),
        ("ftp://anna:tide@port.example", "ftp://port.example"),
    ],
)
def test_a_text_is_read_without_the_logins_of_the_addresses_in_it(text: str, shown: str) -> None:
    assert without_logins(text) == shown
