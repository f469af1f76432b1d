"""Bytes of feeds: what the header, the declaration and the bytes themselves say, not always the same."""

from __future__ import annotations

import pytest
from feed_documents import read

TITLE = "Café — “Ünïcode” über alles"


def document(title: str, declared: str | None = None) -> str:
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    return f"{declaration}<rss><channel><item><title>{title}</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("codec", "declared", "charset"),
    [
        ("utf-8", None, None),
        ("utf-8", "utf-8", "iso-8859-1"),  # a server's default
        ("utf-8", "windows-1252", None),
        ("utf-8-sig", "iso-8859-1", None),
        ("cp1252", None, None),
        ("cp1252", "utf-8", None),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "windows-1252", "utf-8"),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", None),
        ("utf-16-be", "utf-8", None),
        ("utf-32", None, None),
    ],
)
def test_a_title_comes_out_right(codec: str, declared: str | None, charset: str | None) -> None:
    assert read(document(TITLE, declared).encode(codec), charset=charset).entries[0].title == TITLE


@pytest.mark.parametrize(
    ("codec", "title"), [("windows-1251", "Стена"), ("koi8-r", "Стена"), ("gb2312", "城墙"), ("iso-2022-jp", "城壁")]
)
@pytest.mark.parametrize("in_header", [True, False])
def test_declared_encodings_of_other_scripts(codec: str, title: str, in_header: bool) -> None:
    body = document(title, None if in_header else codec).encode(codec)
    assert read(body, charset=codec if in_header else None).entries[0].title == title


def test_a_wrong_byte_costs_itself_alone() -> None:
    assert read(document("Стена X").encode().replace(b"X", b"\xe9")).entries[0].title == "Стена é"


def test_an_encoding_that_nobody_knows_is_passed_over() -> None:
    assert read(document("Café", "x-klingon").encode("cp1252")).entries[0].title == "Café"
