"""What an article without a title is called."""

import pytest

from tui.text.headlines import headline


@pytest.mark.parametrize(
    ("title", "address", "called"),
    [
        ("Wall", "/home/ann/notes.txt", "Wall"),
        ("", "/home/ann/notes.txt", "notes.txt"),
        ("", "/home/ann/notes/", "notes"),
        ("", "notes.txt", "notes.txt"),
        ("", "https://coast.example/wall.html", "https://coast.example/wall.html"),
        ("", "-", "-"),
        ("", "/", "/"),
    ],
)
def test_what_has_no_title_is_called_by_its_file_or_its_address(title: str, address: str, called: str) -> None:
    assert headline(title, address) == called
