"""A file of an export as text, in whatever encoding programs write."""

from __future__ import annotations

import codecs
import io

import pytest
from exports_read import of_bytes

from tui.intake.bookmarks import documents
from tui.intake.bookmarks.documents import Document

TABLE = "title,url\r\nŁódź – „latarnia”,https://coast.example/lamp\n"
WINDOWS = "title,url\r\nCafé – “lamp”,https://coast.example/lamp\n"


def whole(body: bytes) -> str:
    """Its text by each of the ways that give it."""
    document = of_bytes(body)
    with document.text() as text:
        read = text.read()
    assert "".join(document.pieces()) == read
    assert document.head_text() == read
    return read


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ],
)
def test_a_text_is_read_in_its_encoding_without_its_mark(encoding: str, mark: bytes) -> None:
    assert whole(mark + TABLE.encode(encoding)) == TABLE


@pytest.mark.parametrize("beginning", ["<p>", "{}", "[]", " a", "\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_how_a_text_begins_says_whether_its_characters_are_wide(encoding: str, beginning: str) -> None:
    text = beginning + TABLE
    assert whole(text.encode(encoding)) == text


def test_what_is_not_utf_8_is_what_windows_writes_and_utf_8_with_a_fault_is_utf_8_still() -> None:
    assert whole(WINDOWS.encode("cp1252")) == WINDOWS
    broken = TABLE.encode() + b"T\xe9\xe9,https://coast.example/quay\n"
    with of_bytes(broken).text() as text:
        assert text.read() == TABLE + "T\ufffd\ufffd,https://coast.example/quay\n"


def test_what_is_no_letter_in_any_encoding_is_replaced() -> None:
    for body, text in ((b"caf\xe9 \x81", "café \ufffd"), (b"\xff\xfea\0\0\xd8b\0", "a\ufffdb")):
        assert whole(body) == text


def test_an_encoding_is_told_by_all_of_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "CHUNK", 16)
    late = "x" * 100
    for body, text in (
        (f"{late}é".encode("cp1252"), f"{late}é"),
        (f"{late}é".encode(), f"{late}é"),
        (f"é{late}".encode() + b"\xe9" + late.encode(), f"é{late}\ufffd{late}"),
        (b"\xe9" + f"{late}é".encode(), f"é{late}Ã©"),
    ):
        assert "".join(of_bytes(body).pieces()) == text


@pytest.mark.parametrize("body", [b"", b"a", b"ab", b"abc", b"a\0b", b"a\0\0\0", b"a\0b\0", b"\0a\0b", b"ab\0\0"])
def test_little_is_no_fault(body: bytes) -> None:
    text = {b"a\0b\0": "ab", b"\0a\0b": "ab"}.get(body, body.decode())
    assert whole(body) == text


def test_a_file_that_goes_on_for_ever_is_read_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "CHUNK", 10)
    monkeypatch.setattr(documents, "LARGEST_FILE", 25)
    assert list(of_bytes(b"x" * 99).pieces()) == ["x" * 10] * 3
    assert list(of_bytes(b"x" * 20).pieces()) == ["x" * 10] * 2
    monkeypatch.setattr(documents, "LARGEST_FILE", 30)
    assert len(list(of_bytes(b"x" * 99).pieces())) == 3


def test_what_lies_beside_a_document_is_read_where_it_is_known() -> None:
    assert of_bytes(b"", "a").beside("b") is None
    document = Document("a", 1, lambda: io.BytesIO(b"abcdef"), {"b": b"text"}.get)
    assert (document.beside("b"), document.beside("c"), document.head(2)) == (b"text", None, b"ab")
    assert (of_bytes(b"abc", "name").name, of_bytes(b"abc").name, of_bytes(b"abc").size) == ("name", "", 3)
