"""What bytes are is told in one place, for pages, pictures and what is no text."""

from __future__ import annotations

import pytest

from tui.fetch.page_types import text_type
from tui.system.content_types import (
    HEAD,
    PICTURE_FORMATS,
    PictureFormat,
    binary_name,
    is_binary,
    is_markup,
    picture_type,
)


@pytest.mark.parametrize("form", PICTURE_FORMATS, ids=lambda form: form.name)
def test_a_picture_is_known_by_each_of_its_beginnings_and_is_no_text(form: PictureFormat) -> None:
    for at, magic in form.magic:
        data = b"\x10" * at + magic + b"\x10" * 20
        assert picture_type(data) == form.media_type
        assert (binary_name(data) or "").startswith("a picture")


@pytest.mark.parametrize(
    "data", [b"", b"RIFF\x10\x10\x10\x10WAVEfmt ", b"\x10\x10\x10\x10ftypisom", b"BM\x10\x10", b"<svg/>"]
)
def test_what_is_shown_nowhere_is_no_picture(data: bytes) -> None:
    assert picture_type(data) is None


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<b>Wall</b>", True),
        (b"a<br>b", True),
        (b"a < b and c > d", False),
        (b"<bold>", False),
        (b"x" * HEAD + b"<p>", False),
    ],
)
def test_markup_is_known_by_its_elements_at_the_beginning(data: bytes, found: bool) -> None:
    assert is_markup(data) is found


def test_a_fragment_without_a_name_is_a_page_and_in_a_text_file_it_is_text() -> None:
    assert text_type(b"<b>Wall</b><br>and pier") == "text/html"
    assert text_type(b"<b>Wall</b><br>and pier", suffix=".txt") == "text/plain"


@pytest.mark.parametrize(("controls", "binary"), [(4, False), (6, True)])
def test_a_text_has_hardly_a_control_character(controls: int, binary: bool) -> None:
    assert is_binary(b"\x01" * controls + b"a" * (100 - controls)) is binary
