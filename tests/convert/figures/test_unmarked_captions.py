"""Captions and credits that are told by where they stand, and pictures of other pages."""

from __future__ import annotations

import pytest
from picture_pages import figures, settled

from tui.convert.figures.caption_text import SIGNED_PARTS

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
        f'<div><div><img src="/w.jpg" alt="wall"></div><p>{CAPTION}</p><p>Foto: Coast Pictures</p></div>',
        f'<figure><img src="/w.jpg" alt="" data-credit="Coast Pictures"><figcaption>{CAPTION}</figcaption></figure>',
        f'<div><img src="/w.jpg"><span><span class="visually-hidden">Image source, </span>Coast Pictures</span>'
        f"<figcaption>{CAPTION}</figcaption></div>",
        f'<div class="photo"><img src="/w.jpg" alt="{CAPTION}" title="{CAPTION} | Coast Pictures">'
        f'<p class="photo-text">{CAPTION}</p></div>',
    ],
)
def test_a_credit_is_found_by_where_it_stands(markup: str) -> None:
    assert told(markup) == [(CAPTION, "Coast Pictures")]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (f"<div>{CAPTION}. Image by Lea Park</div>", "Lea Park"),
        (f"<p>{CAPTION}. (Foto: Lea Park)</p>", "Lea Park"),
        (f"<p>{CAPTION}. <span>Lea Park / Reuters</span></p>", "Lea Park / Reuters"),
        (f"<div>{CAPTION}. Foto: privat</div>", "privat"),
    ],
)
def test_a_line_right_after_a_picture_is_its_caption_where_a_credit_ends_it(line: str, credit: str) -> None:
    head = "<h1>Wall to rise</h1><div>12 March 2026</div>"

    assert told(f'{head}<img src="/w.jpg">{line}') == [(f"{CAPTION}.", credit)]
    assert told(f'{head}<div><div><img src="/w.jpg"></div>{line}</div>') == [(f"{CAPTION}.", credit)]
    assert told(f'{head}<img src="/w.jpg"><div>{"The sea rises. " * 20}{line}</div>') == []


@pytest.mark.parametrize(("parts", "found"), [(SIGNED_PARTS, [(f"{CAPTION}.", "Lea Park")]), (SIGNED_PARTS + 1, [])])
def test_a_box_of_many_parts_behind_a_picture_is_no_caption(parts: int, found: list[tuple[str, str]]) -> None:
    words = CAPTION.split(" ", parts - 1)
    words = [*words, *[""] * (parts - len(words))]
    line = " ".join(f"<i>{word}</i>" if word else "<i></i>" for word in words)

    assert told(f'<h1>Wall to rise</h1><img src="/w.jpg"><div>{line}. Image by Lea Park</div>') == found


def test_each_of_two_pictures_in_a_row_has_the_line_behind_it() -> None:
    slide = '<div><amp-img src="/{0}.jpg"></amp-img><div>{1} | Credit: Lea Park/Coast Pictures</div></div>'
    slides = slide.format(1, CAPTION) + slide.format(2, "The harbour master reads out the table")

    assert [caption for caption, _ in told(f"<h1>Wall to rise</h1><amp-carousel>{slides}</amp-carousel>")] == [
        CAPTION,
        "The harbour master reads out the table",
    ]


@pytest.mark.parametrize(
    "words",
    [
        f'<div class="attribution"><span class="attribution__caption">{CAPTION}.</span> '
        '<span class="attribution__credit">Credit: Lea Park</span></div>',
        f'<footer class="credit"><span>{CAPTION}.</span> <span class="credit">Lea Park</span></footer>',
        f'<div class="credit-caption"><p>{CAPTION}. <b class="credit">Lea Park</b></p> '
        '<b class="toggle-caption">toggle caption</b></div>',
    ],
)
def test_what_is_marked_as_a_credit_may_tell_the_caption_too(words: str) -> None:
    assert told(f'<figure class="image"><img src="/w.jpg">{words}</figure>') == [(f"{CAPTION}.", "Lea Park")]


def test_a_credit_of_two_parts_is_told_whole() -> None:
    names = '<span class="photographer">Lea Park</span> <span class="agency">Coast Pictures</span>'
    credit = f'<div class="credit">{names}</div>'

    assert told(f'<figure><img src="/w.jpg"><figcaption>{CAPTION}</figcaption>{credit}</figure>') == [
        (CAPTION, "Lea Park Coast Pictures")
    ]


def test_a_name_behind_the_last_line_break_of_a_caption_is_its_credit() -> None:
    figure = '<figure><img src="/w.jpg"><figcaption>{}<br>Lea Park</figcaption></figure>'

    assert told(figure.format(f"{CAPTION}.")) == [(f"{CAPTION}.", "Lea Park")]
    assert told(figure.format(f"{CAPTION}, and with them")) == [(f"{CAPTION}, and with them Lea Park", None)]


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


def test_a_line_right_after_a_box_that_ends_with_the_lead_picture_is_its_credit() -> None:
    head = '<header><div><p>Harbours</p><div><img src="/w.jpg" alt="The old wall at noon"></div></div>{}</header>'
    credit = '<div><div class="caption"><span class="caption-credit">Photograph by Lea Park</span></div></div>'
    between = "<p>The council met.</p>"

    assert told(head.format(credit)) == [(None, "Lea Park")]
    assert told(head.format(between + credit)) == [(None, None)]


def test_a_heading_that_is_a_whole_sentence_in_a_picture_s_box_is_its_caption() -> None:
    box = '<div class="photo-box"><div><img src="/w.jpg"></div><h4>{}</h4><p>Photo: AFP</p></div>'
    sentence = "Masons raise the old harbour wall of Porthaven by a metre yesterday, before the autumn storms come."

    assert told(box.format(sentence)) == [(sentence, "AFP")]
    assert told(box.format("The council decides on the wall")) == []


def test_what_a_player_writes_on_a_recording_is_no_caption() -> None:
    figure = '<figure><img src="/w.jpg" alt=""><figcaption>{}</figcaption></figure>'

    assert told(figure.format("Audio 03:07 Min. | Lea Park")) == []
    assert told(figure.format("The wall holds at high tide. 26.10.2025 | 2:43 min")) == [
        ("The wall holds at high tide.", None)
    ]
    assert told(figure.format("High tide at 12:30 drowns the wall")) == [("High tide at 12:30 drowns the wall", None)]


def test_a_caption_that_is_told_again_behind_a_label_is_told_once() -> None:
    figure = '<figure><img src="/w.jpg" alt=""><figcaption>{}</figcaption></figure>'
    again = '<aside><div class="image-caption"><b>Picture</b> {}</div></aside>'
    plain = "The masons of Porthaven raise the old wall."

    assert told(figure.format(plain) + again.format(plain)) == [(plain, None)]
    assert told(again.format(plain) + figure.format(plain)) == [(plain, None)]
    assert told(figure.format(plain) + again.format("of a harbour in the far south: " + plain)) == [
        (plain, None),
        (f"Picture of a harbour in the far south: {plain}", None),
    ]


@pytest.mark.parametrize(("label", "once"), [("Before the storm: ", True), ("Before a great storm: ", False)])
def test_a_label_before_a_caption_is_short(label: str, once: bool) -> None:
    plain = "The masons of Porthaven raise the old wall."
    figure = '<figure><img src="/{}.jpg" alt=""><figcaption>{}</figcaption></figure>'
    captions = [caption for caption, _ in told(figure.format("w", plain) + figure.format("v", label + plain))]

    assert captions == ([plain] if once else [plain, label + plain])


def test_the_only_words_beside_a_picture_with_a_paid_link_name_the_goods() -> None:
    link = '<a href="https://shop.example/1" rel="{}" class="image-link"><img src="/w.jpg" alt="A red tent by the sea">'
    link += "<p>Photograph: Lea Park</p></a>"
    box = "<div>{}<div><b>Coast Tent 2</b><a href='https://shop.example/1'>$139 at Coast</a>{}</div></div>"

    assert told(box.format(link.format("sponsored"), "")) == [("Coast Tent 2", "Lea Park")]
    assert told(box.format(link.format("sponsored"), "<p>It is light.</p>")) == [(None, "Lea Park")]
    assert told(box.format(link.format("noopener"), "")) == [(None, "Lea Park")]


def test_the_one_line_in_the_middle_under_a_picture_in_the_middle_is_its_caption() -> None:
    picture = '<p style="text-align: center"><img src="/w.jpg" alt="Masons at work" width="800"></p>'
    line = '<p style="text-align: center">{}</p>'

    assert told(picture + line.format(CAPTION + " Photo: Lea Park")) == [(CAPTION, "Lea Park")]
    assert told(picture + line.format(CAPTION)) == [(CAPTION, None)]
    assert told(picture + line.format("O wall of stone,") + line.format("by waves alone")) == [(None, None)]
    assert told(picture + f"<p>{CAPTION}</p>") == [(None, None)]
    assert told(picture + line.format(CAPTION * 8)) == [(None, None)]


def test_a_credit_that_ends_with_a_link_is_told_whole() -> None:
    figure = '<figure><img src="/w.jpg" alt=""><figcaption>{}</figcaption></figure>'
    signed = 'Photo by <a href="https://pictures.example/lea">Lea Park</a> on <a href="https://pictures.example">Unsplash</a>'

    assert told(figure.format(f"{CAPTION} {signed}")) == [(CAPTION, "Lea Park on Unsplash")]


def test_the_caption_that_a_link_holds_for_its_viewer_is_the_picture_s() -> None:
    link = f'<a class="viewer" data-caption="{CAPTION}" href="/p/large.jpg"><img src="/w.jpg" alt="Masons"></a>'

    assert told(link) == [(CAPTION, None)]


@pytest.mark.parametrize("named", ["Lea Park/Coast Pictures", "Port Council via AQ", "LEA PARK / COAST PICTURES"])
def test_a_caption_of_whole_names_alone_is_a_credit(named: str) -> None:
    assert told(f'<figure><img src="/w.jpg"><figcaption>{named}</figcaption></figure>') == [(None, named)]


def test_a_caption_of_two_words_about_a_slash_is_none() -> None:
    figure = '<figure><img src="/w.jpg"><figcaption>Before/After</figcaption></figure>'
    assert told(figure) == [("Before/After", None)]


def test_a_figure_that_is_wholly_a_link_to_another_page_is_its_teaser() -> None:
    figure = '<figure><a href="{0}"><img src="/w.jpg"></a><figcaption>{1}</figcaption></figure>'
    teaser = f'<a href="/news/wall">{CAPTION}</a>'
    assert told(figure.format("/news/wall", teaser)) == []
    assert told(figure.format("/news/wall", CAPTION)) == [(CAPTION, None)]
    assert told(figure.format("/wall-large.jpg", teaser)) == [(CAPTION, None)]


def test_a_figure_that_previews_another_page_is_none_and_its_words_are_a_link_s() -> None:
    card = f'<figure><a href="https://other.example/x"><b>{CAPTION}</b><i>Coast</i><img src="/w.jpg"></a></figure>'
    assert told(card) == []
    assert next(settled(card).iter("a")).text_content() == f"{CAPTION}Coast"


@pytest.mark.parametrize("line", [f"{CAPTION}, when nobody slept. Foto: Lea Park", f"{CAPTION} and May (Lea Park/AFP)"])
def test_a_paragraph_in_a_box_with_its_picture_is_the_caption_where_a_credit_ends_it(line: str) -> None:
    box = '<div><img src="/w.jpg" alt=""><p>{}</p></div>'

    assert [credit for _, credit in told(box.format(line))] in (["Lea Park"], ["Lea Park/AFP"])
    assert told(box.format(f"{CAPTION}, and nobody in the lower town slept.")) == []


@pytest.mark.parametrize(
    "control",
    [
        ' <a href="/licence">Purchase Licensing Rights</a>',
        ' <a href="/licence">Purchase Licensing Rights, opens new tab</a>',
        " <b>hide caption</b> <b>toggle caption</b>",
        " Buy this photo",
    ],
)
def test_what_viewers_and_agencies_write_behind_a_caption_is_none_of_it(control: str) -> None:
    figure = '<figure><img src="/w.jpg" alt=""><figcaption>{}</figcaption></figure>'

    assert told(figure.format(f"{CAPTION}. Photo: Lea Park{control}")) == [(f"{CAPTION}.", "Lea Park")]
    assert told(figure.format("The new owners buy the photo")) == [("The new owners buy the photo", None)]


def test_an_element_with_names_about_a_slash_is_the_whole_credit() -> None:
    figure = '<figure><img src="/w.jpg" alt=""><figcaption>Masons before Porthaven Wall {}</figcaption></figure>'

    assert told(figure.format("<i>Lea Park / Redux / laif</i>")) == [
        ("Masons before Porthaven Wall", "Lea Park / Redux / laif")
    ]
    assert told(figure.format("Photo: Lea <i>Park / AFP</i>")) == [("Masons before Porthaven Wall", "Lea Park / AFP")]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Credit: Lea Park", "Lea Park"),
        ("Foto: Lea Park/Coast Pictures", "Lea Park/Coast Pictures"),
        ("Video: the wall at noon", None),
        ("The wall at noon", None),
    ],
)
def test_a_labelled_name_right_after_a_caption_is_the_credit(line: str, credit: str | None) -> None:
    assert told(f'<div><img src="/w.jpg" alt=""><p class="caption">{CAPTION}</p><p>{line}</p></div>') == [
        (CAPTION, credit)
    ]


@pytest.mark.parametrize(
    ("line", "is_caption"), [("Fig. 2: the ring", True), ("The ring of the year", False), ("Image 2 of 9", False)]
)
def test_a_slanted_line_with_a_number_under_a_picture_is_its_caption(line: str, is_caption: bool) -> None:
    pictured = "<p>The ring.</p><p><img src='/ring.jpg' alt='Four lines meet'></p><p><em>{}</em></p><p>It holds.</p>"
    assert (told(pictured.format(line)) == [(line, None)]) == is_caption
