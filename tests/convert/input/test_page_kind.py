"""Files of several kinds are told apart and read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from small_pages import SENTENCES, from_file, page, paragraphs

from tui.convert import convert
from tui.model.page import Page

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
    assert from_file("a.html", gzip.compress(HTML, mtime=0)).title == "Ferry stays in port"


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


SAVED = "https://isle.example/news/ferry"


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0031){SAVED} -->",
        f"<!--\n Page saved with SingleFile \n url: {SAVED} \n saved date: Tue Nov 03 2026\n-->",
    ],
)
def test_a_saved_page_notes_where_it_came_from(note: str) -> None:
    markup = f"<!doctype html>{note}\n<html><body><article><h1>Ferry stays</h1>{paragraphs()}</article></body></html>"

    assert from_file("ferry.html", markup.encode()).url == SAVED


def test_the_address_that_a_page_gives_itself_comes_before_the_note() -> None:
    head = f'<link rel="canonical" href="{SAVED}">'
    note = "<!-- saved from url=(0014)https://other.example/ -->"
    markup = f"{note}<html><head>{head}</head><body>{paragraphs()}</body></html>"

    assert from_file("ferry.html", markup.encode()).url == SAVED


def test_a_web_archive_shows_the_picture_that_it_holds_and_its_own_address() -> None:
    found = from_file(
        "ferry.mhtml",
        (
            "Content-Type: multipart/related; boundary=B\n\n"
            f"--B\nContent-Type: text/html\nContent-Location: {SAVED}\n\n"
            f"<html><body><article><h1>Ferry stays</h1>{paragraphs(2)}<figure><img src=/i/a.png srcset='/i/b.png 2x'>"
            f"<figcaption>The hull in the dock</figcaption></figure>{paragraphs(2)}</article></body></html>\n"
            "--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
            "Content-Location: https://isle.example/i/a.png\n\niVBORw0KGgo=\n--B--\n"
        ).encode(),
    )

    assert (found.url, found.captions[0].local) == (SAVED, "cid:part1")
    assert [picture.name for picture in found.enclosed] == ["cid:part1"]


def test_markdown_pictures_footnotes_definitions_and_lists_of_authors_are_read() -> None:
    text = (
        "---\ntitle: Ferry stays\nauthors:\n  - Ada Moreno\n  - Lee Park\n---\n\nThe ferry stays[^1].\n\n"
        '![A hull](hull.png "The hull in the dock. Photo: A. Moreno")\n\nHull\n: The body of a ship\n\n'
        "Nobody sails.\n\n[^1]: Since Monday.\n"
    )
    found = from_file("ferry.md", text.encode())

    assert found.authors == ("Ada Moreno", "Lee Park")
    assert (found.captions[0].text, found.captions[0].credit) == ("The hull in the dock.", "A. Moreno")
    assert [b.within[0].kind for b in found.blocks if b.within] == ["term", "definition", "footnote"]
    assert "#fn1" in found.markdown


def test_markdown_written_by_this_program_is_read_back() -> None:
    text = (
        f"# Ferry stays\n\n{paragraphs(1, 'p')}\n\n![A hull](hull.png)\\\n*The hull in the dock*\\\nA. Moreno\n\nEnd.\n"
    )
    (figure,) = from_file("ferry.md", text.encode()).captions

    assert (figure.text, figure.credit, figure.local) == ("The hull in the dock", "A. Moreno", "hull.png")


def test_nothing_is_sifted_out_of_a_markdown_file() -> None:
    said = "# Ferry notes\n\nThe ferry did not sail.\n\n## [Links](https://isle.example)\n\n- [The map](https://isle.example/m)"
    text = f"{said}\n\n## Share this\n\nSubscribe to the list.\n\nBy Ada\n"
    found = from_file("notes.md", text.encode())
    assert [b.text for b in found.blocks][1:] == ["Links", "The map", "Share this", "Subscribe to the list.", "By Ada"]
    assert found.title == "Ferry notes"


def test_a_title_in_front_matter_and_as_heading_is_one() -> None:
    text = '---\ntitle: "The \\"ferry\\" & its pier"\n---\n\n# The "ferry" & its pier\n\n' + "\n\n".join(SENTENCES)
    found = from_file("ferry.md", text.encode())
    assert found.title == 'The "ferry" & its pier'
    assert "its pier" not in found.text


def test_front_matter_may_be_toml() -> None:
    made = from_file(
        "roof.md", b'+++\ntitle = "The roof"\ndate = 2026-03-02\n+++\n\n' + "\n\n".join(SENTENCES).encode()
    )
    assert made.title == "The roof"
    assert (made.published or "").startswith("2026-03-02")
    assert "+++" not in made.text


def test_a_file_with_the_line_ends_of_windows_and_values_over_several_lines_keeps_its_front_matter() -> None:
    text = (
        f"---\ntitle: >-\n  Ferry stays\n  in port\nauthor:\n  - Ada Moreno\n---\n\n{SENTENCES[0]}\n\n{SENTENCES[1]}\n"
    )
    for ends in ("\n", "\r\n", "\r"):
        found = from_file("ferry.md", b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
        assert (found.title, found.authors) == ("Ferry stays in port", ("Ada Moreno",))
        assert found.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"


@pytest.mark.parametrize(("own", "shown"), [("", True), (paragraphs(), False)], ids=["only a frame", "a page"])
def test_of_a_saved_page_that_is_only_a_frame_the_page_in_it_is_read(own: str, shown: bool) -> None:
    framed = f"<style>{'p{{}}' * 99}</style><h1>Ferry</h1>{paragraphs()}<p>The diver has gone home by now.</p>"
    parts = [f"<h1>Ferry</h1>{own}<iframe src='cid:f@b'></iframe>", "<p>Buy a boat.</p>", framed]
    archive = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n' + "".join(
        f"--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{part}\r\n" for part in parts
    )
    assert ("The diver" in from_file("a.mhtml", f"{archive}--B--\r\n".encode()).text) == shown


def test_the_first_line_of_a_note_in_a_markdown_file_is_its_kind() -> None:
    note = "> [!{}]\n> The crack is as long as a hand."
    found = from_file(
        "ferry.md", f"# Ferry stays in port\n\n{note.format('WARNING')}\n\n{note.format('BOAT')}".encode()
    )
    assert "> **Warning**\n>\n> The crack" in found.markdown
    assert "[!BOAT]" in found.text


def test_notes_tabs_and_attributes_of_programs_that_make_manuals_are_read_as_what_they_say() -> None:
    notes = '!!! warning "Old hulls"\n    They crack.\n\n=== "Steel"\n\n    It is welded.'
    text = f"# Ferries {{#ferries}}\n\n{notes}\n\nNo boat.\n{{: .lead }}\n\n```\nsail {{#1}}\n```"
    found = from_file("ferry.md", text.encode())
    assert found.title == "Ferries"
    assert found.text.split("\n\n") == ["Old hulls", "They crack.", "Steel", "It is welded.", "No boat.", "sail {#1}"]
