"""Standard input is a list where every line names something to read, else a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.fetch import files
from tui.intake.address_list import addresses_in, with_listed


def test_every_line_that_is_not_empty_is_an_address(tmp_path: Path) -> None:
    page = tmp_path / "a page.html"
    page.write_text("<p>Here</p>")
    text = f'\n  https://coast.example/wall \r\n<coast.example/pier>\n\n"127.0.0.1:8931/x"\n{page}\n'
    listed = ["https://coast.example/wall", "<coast.example/pier>", '"127.0.0.1:8931/x"', str(page)]
    assert addresses_in(text.encode()) == listed
    assert addresses_in(b"\xef\xbb\xbfcoast.example\n") == ["coast.example"]


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"\n\n",
        b"<p>coast.example/wall</p>",
        b"https://coast.example/wall\nThe wall will rise by a metre.\n",
        b"missing.html",
        b"-",
        b"ftp://coast.example/wall",
        b"\xff\xfeh\x00",
        b"\x1f\x8b\x08coast.example",
        b".",
    ],
)
def test_anything_else_is_a_page(page: bytes) -> None:
    assert addresses_in(page) == []


@pytest.mark.parametrize(
    ("came", "given"),
    [
        (
            b"coast.example/wall\ncoast.example/pier\n",
            ["a.example", "coast.example/wall", "coast.example/pier", "b.example"],
        ),
        (b"<p>The wall will rise.</p>", ["a.example", "-", "b.example"]),
    ],
    ids=["list", "page"],
)
def test_what_standard_input_lists_stands_in_its_place_and_a_page_stays_one(
    monkeypatch: pytest.MonkeyPatch, came: bytes, given: list[str]
) -> None:
    monkeypatch.setattr(files, "_standard_input", came)
    assert with_listed(["a.example", "-", "b.example"]) == given


def test_standard_input_of_which_nothing_comes_is_said_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_standard_input", None)
    monkeypatch.setattr("sys.stdin", None)
    assert with_listed(["-"]) == ["-"]
