from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.fetch.locations import Location, kept_address, locate
from tui.model.page import ReadingError
from tui.text.cleaning import clean_line


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://coast.example/wall", "https://coast.example/wall"),
        ("  HTTP://Coast.Example/wall#top ", "http://Coast.Example/wall"),
        ("coast.example/wall?x=1", "https://coast.example/wall?x=1"),
        ("www.coast.example", "https://www.coast.example"),
        ("coast.example:8443/wall", "https://coast.example:8443/wall"),
        ("zeitung.example.md/artikel", "https://zeitung.example.md/artikel"),
        ("localhost:8000/page", "http://localhost:8000/page"),
        ("bücher.example/neu", "https://bücher.example/neu"),
        ("127.0.0.1:8931/x", "http://127.0.0.1:8931/x"),
        ("192.168.1.5", "http://192.168.1.5"),
        ("[::1]:8000/page", "http://[::1]:8000/page"),
        ("attic:8080/feed", "http://attic:8080/feed"),
        ('"https://coast.example/wall"', "https://coast.example/wall"),
        ("'coast.example/wall'", "https://coast.example/wall"),
        ("<https://coast.example/wall>", "https://coast.example/wall"),
        ("‹https://coast.example/wall›", "https://coast.example/wall"),
        ("“<coast.example:8443>”", "https://coast.example:8443"),
    ],
)
def test_web_addresses_are_known_with_and_without_scheme(address: str, url: str) -> None:
    assert locate(address) == Location(url=url)


@pytest.mark.parametrize(
    "address",
    [
        "12:30",
        "attic:",
        "attic:cellar",
        "1.2.3",
        "notes.md",
        "page.html",
        "./coast.example",
        "/coast.example/x",
        "saved",
        "a/b.txt",
    ],
)
def test_what_is_no_host_is_a_file(address: str) -> None:
    assert locate(address) == Location(path=Path(address))


def test_an_existing_file_wins_over_a_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate("coast.example").url == "https://coast.example"
    (tmp_path / "coast.example").write_text("<p>Here</p>")
    assert locate("coast.example").path == Path("coast.example")


def test_a_file_in_quotation_marks_is_found_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert locate('"a page.html"').path == Path("a page.html")
    (tmp_path / "<odd>").write_text("<p>Here</p>")
    assert locate("<odd>").path == Path("<odd>")


def test_a_home_folder_is_found_and_nobodys_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert locate("~/page.html").path == tmp_path / "page.html"
    assert locate("~nobody-of-this-name/page.html").path == Path("~nobody-of-this-name/page.html")


def test_file_addresses_are_unquoted() -> None:
    assert locate("file:///tmp/a%20page.html").path == Path("/tmp/a page.html")
    assert locate("file://localhost/tmp/page.html").path == Path("/tmp/page.html")


def test_a_hyphen_is_standard_input() -> None:
    assert locate("-") == Location()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "   ",
        "ftp://coast.example/wall",
        "javascript://coast.example/%0aalert(1)",
        "file://otherhost/share/page.html",
        "file://[",
        "http://",
        "https://[::1",
        "http://coast.example:99999/",
        "http://coast.example\\@other.example/",
        "http://coast .example/",
    ],
)
def test_other_addresses_are_refused_in_one_clean_line(address: str) -> None:
    with pytest.raises(ReadingError) as caught:
        locate(address)
    assert str(caught.value) == clean_line(str(caught.value))


@given(st.text(max_size=60) | st.from_regex(r"(https?|file|ftp)://.{0,30}"))
def test_any_text_is_a_place_or_a_reading_error(address: str) -> None:
    try:
        place = locate(address)
    except ReadingError:
        return
    assert place.url is None or place.path is None


def test_articles_are_kept_under_an_address_that_holds_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kept_address("page.html") == str(tmp_path / "page.html")
    assert kept_address("sub/../page.html") == str(tmp_path / "page.html")
    assert kept_address(f"file://{tmp_path}/page.html") == str(tmp_path / "page.html")
    assert kept_address("https://coast.example/wall#comments") == "https://coast.example/wall"
    assert kept_address("<https://anna:tide@coast.example/wall>") == "https://coast.example/wall"
