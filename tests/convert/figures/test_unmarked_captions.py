"""Captions and credits that are told by where they stand, and pictures of other pages."""

from __future__ import annotations

import pytest
from picture_pages import figures, settled

CAPTION = "Waves break over the old wall in January"


def told(markup: str) -> list[tuple[str | None, str | None]]:
    return [(f.get("caption"), f.get("credit")) for f in figures(markup)]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div><div><img src="/w.jpg" alt="wall"></div><div><div>{CAPTION}</div><div>Coast Pictures</div></div></div>',
        f'<div><span>Foto: Coast Pictures</span><img src="/w.jpg" alt=""><div>{CAPTION}</div></div>',
        f'<figure><div><img src="/w.jpg"><span><span>Foto: Coast Pictures</span></span></div>'
        f"<figcaption>{CAPTION}</figcaption></figure>",
        f'<div class="photo"><img src="/w.jpg" alt="{CAPTION}" title="{CAPTION} | Coast Pictures">'
        f'<p class="photo-text">{CAPTION}</p></div>',
    ],
)
def test_a_credit_is_found_by_where_it_stands(markup: str) -> None:
    assert told(markup) == [(CAPTION, "Coast Pictures")]


def test_a_line_beside_a_picture_without_any_credit_is_text() -> None:
    markup = f'<div><div><img src="/w.jpg" alt="wall"></div><div>{CAPTION}</div></div>'

    assert CAPTION in "".join(settled(markup).itertext())


def test_a_credit_under_a_figure_is_the_figure_s() -> None:
    figure = '<div class="image-video"><figure><img src="/w.jpg" alt=""></figure>{}</div>'
    credit = '<div class="image-copyright"><span>Copyright</span> Lea Park / Coast Pictures</div>'

    assert told(figure.format(credit)) == [(None, "Lea Park / Coast Pictures")]
    assert told(figure.format("<video></video>" + credit)) == []


def test_pictures_that_link_to_other_pages_are_none_of_the_article_s() -> None:
    figure = f'<figure><img src="/v.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>'

    assert told(f'<div><a href="/video/1">{figure}</a></div>') == []
    assert told(f'<div><a href="/large/v.jpg">{figure}</a></div>') == [(CAPTION, None)]
    assert told(f'<div><a href="#v">{figure}</a></div>') == [(CAPTION, None)]


def test_a_credit_within_a_link_to_a_shop_stays() -> None:
    figure = '<figure><img src="/bag.jpg" alt=""><figcaption>Photograph: Lea Park</figcaption></figure>'

    assert told(f'<div><a href="https://shop.example/bag">{figure}</a></div>') == [(None, "Lea Park")]


def test_a_short_alternative_text_that_stands_again_under_its_picture_is_the_caption() -> None:
    assert told(
        '<div><picture><img src="/w.jpg" alt="The old wall"></picture></div><div><span>The old wall</span></div>'
    ) == [("The old wall", None)]


def test_steps_beside_their_pictures_are_text() -> None:
    picture = (
        '<figure><img src="/s.jpg" alt="Wet sand"></figure><figcaption class="caption">Wet sand (Lea Park)</figcaption>'
    )
    step = "<div><span>Step 1</span><p>Dig a hole in the wet sand by the quay.</p></div>"

    assert "Dig a hole" in "".join(settled(f"<div>{step}{picture}</div>").itertext())
