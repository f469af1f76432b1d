"""A picture's best address, and what makes it decoration."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from tui.convert.figures import image_elements

BASE = "https://herald.example/2026/wall"


def picture(markup: str) -> HtmlElement:
    root = fragment_fromstring(markup, create_parent=True)
    return next(iter(root.iter("img")))


@pytest.mark.parametrize(
    ("markup", "image", "local"),
    [
        ('<img src="https://p.example/a.jpg">', "https://p.example/a.jpg", None),
        ('<img src="/a.jpg">', "https://herald.example/a.jpg", None),
        ('<img src="pics/a.jpg">', "https://herald.example/2026/pics/a.jpg", "pics/a.jpg"),
        ('<img src="//p.example/a b.jpg">', "https://p.example/a%20b.jpg", None),
        ('<img data-src="/real.jpg" src="data:image/gif;base64,R0">', "https://herald.example/real.jpg", None),
        ('<img data-lazy-src="/real.jpg" src="/img/placeholder.png">', "https://herald.example/real.jpg", None),
        ('<img src="/s.jpg" srcset="/m.jpg 800w, /l.jpg 1400w, /xl.jpg 4000w">', "https://herald.example/l.jpg", None),
        ('<img src="/s.jpg" srcset="/one.jpg, /two.jpg 2x">', "https://herald.example/two.jpg", None),
        ('<img srcset="/c,w_300/a.jpg 300w, /c,w_900/a.jpg 900w">', "https://herald.example/c,w_900/a.jpg", None),
        (
            '<picture><source srcset="/w.webp 900w" type="image/webp"><img src="/s.jpg"></picture>',
            "https://herald.example/w.webp",
            None,
        ),
        (
            '<picture><source srcset="/w.avif 900w" type="image/avif"><img src="/s.jpg"></picture>',
            "https://herald.example/s.jpg",
            None,
        ),
        ('<a href="/full.jpg"><img src="/s.jpg"></a>', "https://herald.example/full.jpg", None),
        ('<img src="cid:part1">', None, "cid:part1"),
        ('<img src="javascript:alert(1)">', None, None),
        ('<img src="file:///etc/passwd">', None, None),
        ('<img src="http://[">', None, None),
        ('<img alt="x">', None, None),
    ],
)
def test_the_best_address_is_chosen(markup: str, image: str | None, local: str | None) -> None:
    assert image_elements.address(picture(markup), BASE) == (image, local)


def test_without_a_base_a_relative_address_is_local_only() -> None:
    assert image_elements.address(picture('<img src="page_files/a.jpg">'), None) == (None, "page_files/a.jpg")


@pytest.mark.parametrize("name", ["IMG_2034.jpg", "image", "Photo 3", "20260312_120000", ""])
def test_an_alternative_text_that_is_a_file_name_says_nothing(name: str) -> None:
    assert image_elements.alt(picture(f'<img alt="{name}">')) is None


def test_a_srcset_of_a_megabyte_is_read_at_once() -> None:
    image, _ = image_elements.address(picture(f'<img srcset="{"a.jpg 1w, " * 100_000}">'), BASE)
    assert image == "https://herald.example/2026/a.jpg"
