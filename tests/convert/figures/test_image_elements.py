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
        (
            '<figure><div><img src="/q10.jpg"><canvas></canvas></div><noscript><img src="/w.jpg"></noscript></figure>',
            "https://herald.example/w.jpg",
            None,
        ),
        (
            '<div><div><img src="/q10.jpg"> Words.</div><noscript><img src="/w.jpg"></noscript></div>',
            "https://herald.example/q10.jpg",
            None,
        ),
        ('<a href="/full.jpg"><img src="/s.jpg"></a>', "https://herald.example/full.jpg", None),
        (
            '<img src="data:image/gif;base64,R0"><noscript><img src="/real.jpg"></noscript>',
            "https://herald.example/real.jpg",
            None,
        ),
        (
            '<picture><img src="/img/blank.gif"></picture><noscript><img src="/real.jpg"></noscript>',
            "https://herald.example/real.jpg",
            None,
        ),
        ('<img src="data:image/gif;base64,R0"> and <noscript><img src="/other.jpg"></noscript>', None, None),
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


@pytest.mark.parametrize(
    "name",
    "data-src data-lazy-src data-original data-lazy data-full-src data-hi-res-src data-large-file data-url data-image "
    "data-img-url data-src-large data-srcset data-lazy-srcset data-image-src data-echo data-img-src".split(),
)
def test_a_picture_that_a_script_would_load_is_found(name: str) -> None:
    found, _ = image_elements.address(picture(f'<img src="/img/blank.gif" {name}="/real.jpg">'), BASE)
    assert found == "https://herald.example/real.jpg"


@pytest.mark.parametrize(
    "source",
    [
        "blank.gif",
        "spacer.png",
        "placeholder.svg",
        "pixel.gif",
        "transparent.png",
        "lazy-load.jpg",
        "1x1.gif",
        "loading.gif",
        "placeholder-16x9.webp",
    ],
)
def test_what_keeps_the_place_of_a_picture_is_none(source: str) -> None:
    assert image_elements.address(picture(f'<img src="/img/{source}">'), BASE) == (None, None)
    assert image_elements.address(picture(f'<img src="/img/{source[:-4]}/wall.jpg">'), BASE)[0] is not None


@pytest.mark.parametrize(
    ("srcset", "best"),
    [
        ("/a.jpg 1x, /b.jpg 2x", "/b.jpg"),
        ("/a.jpg 300w, /b.jpg 1200w", "/b.jpg"),
        ("/b.jpg 1200w, /a.jpg 300w", "/b.jpg"),
        ("/b.jpg 1400w, /a.jpg 9000w", "/b.jpg"),
        ("/b.jpg 800w, /drawn.svg 1000w", "/b.jpg"),
        ("/b.jpg", "/b.jpg"),
    ],
)
def test_the_widest_reasonable_picture_of_a_set_is_the_best(srcset: str, best: str) -> None:
    assert image_elements.address(picture(f'<img srcset="{srcset}">'), BASE)[0] == f"https://herald.example{best}"


@pytest.mark.parametrize(
    "marks",
    [
        *(
            f'class="{name}"'
            for name in "logo icon icons avatar sprite emoji pixel badge spacer share social arrow flag "
            "headshot favicon author byline profile button banner advert loader spinner qrcode signature".split()
        ),
        'class="site-logo"',
        'id="author-picture"',
        'role="presentation"',
        "hidden",
        'style="display:none"',
        'style="visibility: hidden"',
        'src="/map.svg"',
        'src="/favicon.ico?v=2"',
        'width="80" height="80"',
        'width="16px"',
    ],
)
def test_what_only_decorates_the_page_is_no_picture_of_the_article(marks: str) -> None:
    assert image_elements.is_decoration(picture(f"<img {marks}>"))


@pytest.mark.parametrize(
    "marks",
    [
        'class="flagship"',
        'class="iconic"',
        'class="wp-image-12"',
        'role="img"',
        'width="81" height="60"',
        'width="100%"',
        'width="16" height="400"',
        'src="/svg/map.png"',
        'style="display: block"',
    ],
)
def test_what_shows_something_is(marks: str) -> None:
    assert not image_elements.is_decoration(picture(f"<img {marks}>"))


@pytest.mark.parametrize(
    ("markup", "caption"),
    [
        ('<img data-caption="The old wall at noon">', "The old wall at noon"),
        ('<img data-image-caption="&lt;p&gt;The old wall&lt;/p&gt;">', "The old wall"),
        ('<img data-caption="wall">', None),
        ('<img data-caption="The-old-wall-at-noon">', None),
        ("<img>", None),
    ],
)
def test_a_caption_for_the_viewer_of_a_picture_is_read(markup: str, caption: str | None) -> None:
    assert image_elements.stated_caption(picture(markup)) == caption


@pytest.mark.parametrize(
    ("markup", "character"),
    [
        ('<img class="emoji" alt="🌊">', "🌊"),
        ('<img alt="🌊">', "🌊"),
        ('<img class="wp-smiley" alt=":-)">', ":-)"),
        ('<img alt=":-)">', None),
        ('<img class="emoji" alt="a wave of water">', None),
        ('<img class="emoji">', None),
    ],
)
def test_a_picture_of_a_character_is_the_character(markup: str, character: str | None) -> None:
    assert image_elements.emoji(picture(markup)) == character


def test_an_address_without_a_scheme_in_a_saved_file_is_one_of_the_web() -> None:
    assert image_elements.address(picture('<img src="//p.example/a.jpg">'), None) == ("https://p.example/a.jpg", None)


@pytest.mark.parametrize(
    ("style", "large"),
    [
        ("width:100%;height:auto", True),
        ("max-width: 640px", True),
        ("width: 64px", False),
        ("border-width:400px", False),
    ],
)
def test_a_style_may_say_that_a_picture_is_large(style: str, large: bool) -> None:
    assert image_elements.is_large(picture(f'<img src="/a.jpg" style="{style}">')) == large


@pytest.mark.parametrize(
    ("markup", "tex"),
    [
        ('<img class="latex" src="/l.php" alt="q=mg">', "q=mg"),
        ('<img src="https://tex.example/latex/svg" alt="equation: q=mg">', "q=mg"),
        ('<img class="mwe-math-fallback-image-inline" aria-hidden="true" src="/m" alt="q=mg">', None),
    ],
)
def test_a_formula_that_is_shown_as_a_picture_gives_its_tex(markup: str, tex: str | None) -> None:
    shown = picture(markup)
    assert image_elements.become_formula(shown) == (tex is not None)
    assert (shown.tag, shown.get("alttext")) == (("math", tex) if tex else ("img", None))
