"""Files of several kinds are told apart and read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from small_pages import SENTENCES, from_file, page, paragraphs

from tui.convert import convert
from tui.page import Page

PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 200
HTML = page(f"<article><h1>Ferry stays in port</h1>{paragraphs()}</article>")


@pytest.mark.parametrize(
    ("media_type", "name"),
    [("text/html", None), ("", "a.html"), ("", "noname"), ("application/octet-stream", "a.htm"), ("", None)],
)
def test_a_page_is_known_by_its_type_its_name_or_its_bytes(media_type: str, name: str | None) -> None:
    found = convert(Page("x", HTML, media_type=media_type, path=Path(name) if name else None))
    assert found.text.startswith("0: The ferry")


def test_a_page_sent_as_plain_text_is_plain_text() -> None:
    assert "<article>" in convert(Page("x", HTML, media_type="text/plain")).text


def test_a_gzip_file_is_what_is_in_it() -> None:
    assert from_file("a.html", gzip.compress(HTML)).title == "Ferry stays in port"


def test_a_markdown_file_keeps_its_shape_and_its_front_matter() -> None:
    found = from_file(
        "a.md",
        f"---\ntitle: Ferry stays in port\nauthor: Ann Example\ndate: 2026-03-02\n---\n\n{SENTENCES[0]}\n\n## Night\n\n"
        f"1. bread\n2. milk\n\n> {SENTENCES[1]}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".encode(),
    )
    assert found.title == "Ferry stays in port"
    assert (found.published or "").startswith("2026-03-02")
    assert [b.kind for b in found.blocks] == ["paragraph", "heading", "paragraph", "paragraph", "paragraph", "table"]


def test_a_web_archive_brings_its_pictures() -> None:
    import base64

    archive = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\n'
        b"Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://isle.example/news/ferry\r\n\r\n"
        + f"<article><h1>Ferry stays in port</h1>{paragraphs()}".encode().replace(b"=", b"=3D")
        + b"<figure><img src=3D'ship.png' alt=3D'a ship'><figcaption>The ferry in caf=E9 light at the "
        b"pier</figcaption></figure></article>"
        b"\r\n--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://isle.example/news/ship.png\r\n\r\n" + base64.b64encode(PICTURE) + b"\r\n--B--\r\n"
    )
    found = from_file("a.mhtml", archive)
    (caption,) = found.captions
    assert caption.text == "The ferry in café light at the pier"
    assert {e.name: e.data for e in found.enclosed}[caption.local or ""] == PICTURE


def test_pictures_in_data_addresses_are_enclosed() -> None:
    import base64

    data = base64.b64encode(PICTURE).decode()
    found = from_file(
        "single.html",
        page(
            f"<article><h1>Ferry stays in port</h1>{paragraphs()}<figure><img src='data:image/png;base64,{data}' "
            "width=600 alt='a ship'>"
            "<figcaption>The ferry at the pier</figcaption></figure></article>"
        ),
    )
    (caption,) = found.captions
    assert {e.name: e.data for e in found.enclosed}[caption.local or ""] == PICTURE


def test_a_saved_page_remembers_where_its_pictures_lie() -> None:
    found = from_file(
        "ferry.html",
        page(
            f"<article><h1>Ferry stays in port</h1>{paragraphs()}<figure><img src='ferry_files/ship.jpg' alt='a ship'>"
            "<figcaption>The ferry at the pier</figcaption></figure></article>",
            head="<link rel=canonical href='https://isle.example/news/ferry'>",
        ),
    )
    assert found.captions[0].local == "ferry_files/ship.jpg"
    assert found.captions[0].image == "https://isle.example/news/ferry_files/ship.jpg"
