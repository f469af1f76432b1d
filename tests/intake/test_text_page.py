"""A text that another program kept, as a page of its own."""

from __future__ import annotations

from tui.intake.text_page import text_page

SAID = "<p>The wall holds.</p>"


def test_a_text_is_a_page_with_what_is_known_of_it() -> None:
    page = text_page(
        "https://coast.example/wall",
        'Wall & "pier"',
        SAID,
        authors=("Ada <Moreno>", "Ben Quay"),
        published="2026-03-12",
        site="Coast & Sea",
        language="en-GB",
    )
    title = "Wall &amp; &quot;pier&quot;"
    assert page.body.decode() == (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Coast &amp; Sea">'
        '<meta name="author" content="Ada &lt;Moreno&gt;"><meta name="author" content="Ben Quay">'
        '<meta property="article:published_time" content="2026-03-12"></head>'
        f"<body><article><h1>{title}</h1>\n{SAID}\n</article></body></html>"
    )
    assert (page.address, page.url) == ("https://coast.example/wall", "https://coast.example/wall")
    assert (page.media_type, page.charset) == ("text/html", "utf-8")


def test_of_what_is_not_known_nothing_is_said() -> None:
    page = text_page("the wall", "", SAID)
    assert page.body.decode() == (
        '<!doctype html><html><head><meta charset="utf-8"><title></title></head>'
        f"<body><article><h1></h1>\n{SAID}\n</article></body></html>"
    )
    assert (page.address, page.url) == ("the wall", None)


def test_half_a_letter_is_no_fault() -> None:
    assert b"<title>Wall ?</title>" in text_page("the wall", "Wall \ud83d", SAID).body
