"""Pictures and what belongs to them become canonical figures."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from picture_pages import BASE, PROSE, TEXT, figures, settled
from small_pages import article, paragraphs

from tui.convert.figures import captions, stray_figures
from tui.convert.figures.picture_boxes import ATTRIBUTES, is_canonical
from tui.convert.input import tree
from tui.text.cleaning import is_harmless, web_address

IMG = '<img src="/wall.jpg" alt="A wall with waves">'


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure>{IMG}<figcaption>{TEXT} <span class='credit'>A. Moreno</span></figcaption></figure>",
        f"<figure>{IMG}<figcaption>{TEXT} (Photo: A. Moreno)</figcaption></figure>",
        f"<figure>{IMG}<figcaption>{TEXT} © A. Moreno</figcaption></figure>",
        f"<figure>{IMG}<figcaption>{TEXT} <span>Credit...</span><span>A. Moreno</span></figcaption></figure>",
        f"<figure>{IMG}<figcaption><span>{TEXT}</span> <span class='a_m'>A. Moreno</span></figcaption></figure>",
        f"<figure>{IMG}<figcaption>{TEXT}</figcaption><footer>A. Moreno</footer></figure>",
        f"<figure>{IMG}<div class='media-caption'><span>{TEXT}</span><small>Foto: A. Moreno</small></div></figure>",
        f"<figure>{IMG}</figure><figcaption>{TEXT} Photo by A. Moreno</figcaption>",
        f"<figure>{IMG}</figure><div class='image-caption'>{TEXT} <cite>A. Moreno</cite></div>",
        f"<div class='wp-caption'>{IMG}<p class='wp-caption-text'>{TEXT} Photo: A. Moreno</p></div>",
        f"<div class='thumbinner'>{IMG}<div class='thumbcaption'>{TEXT} (Photo: A. Moreno)</div></div>",
        f"<div class='ArticleImage_image__x1'>{IMG}<p>{TEXT} <span>Photo: A. Moreno</span></p></div>",
        f"<div class='imageWrapper'><span>{IMG}</span><span class='legend'>{TEXT} (A. Moreno)</span></div>",
        f"<div class='slide'><div>{IMG}</div><div class='info'><p>{TEXT} (Photo: A. Moreno)</p></div></div>",
        f"<figure><picture><source srcset='/a.webp'><source srcset='/b.webp'>{IMG}</picture>"
        f"<figcaption>{TEXT} © A. Moreno</figcaption></figure>",
        f"<figure><a href='/big'>{IMG}</a><noscript>{IMG}</noscript>"
        f"<figcaption>{TEXT} © A. Moreno</figcaption></figure>",
        f"<p>{IMG}</p><p class='caption'>{TEXT} © A. Moreno</p>",
        f"<figure>{IMG}<figcaption><p>{TEXT}</p><p class='src'>Фото: A. Moreno</p></figcaption></figure>",
        f"<div><div>{IMG}</div><div><small>{TEXT}</small> <small>© A. Moreno</small></div></div>".replace(
            "A wall with waves", TEXT
        ),
        f"<figure>{IMG}<figcaption>{TEXT} <button>Enlarge</button>"
        f"<span class='sr-only'>Opens a window</span></figcaption><span class='credit'>A. Moreno</span></figure>",
    ],
)
def test_a_picture_with_its_words_becomes_one_figure(markup: str) -> None:
    (figure,) = figures(markup)
    assert figure["caption"] == TEXT
    assert figure["credit"] == "A. Moreno"
    assert figure["image"] == "https://herald.example/wall.jpg" or "webp" in figure["image"]


def test_nothing_of_the_figure_stays_in_the_text() -> None:
    text = "".join(settled(f"<div class='wrap'><figure>{IMG}<figcaption>{TEXT}</figcaption></figure></div>").itertext())
    assert TEXT not in text
    assert text.count("council decided") == 6


def test_a_large_picture_without_a_word_stays_between_paragraphs_that_only_breaks_part() -> None:
    told = "The town will raise its harbour wall by a metre before the storms of autumn, the council decided on Monday."
    picture = '<div class=separator><a href="/big.jpg"><img src="/wall.jpg" width=640 height=480></a></div>'
    body = f"<h1>Wall to rise</h1><div class=body>{told}<br><br>1. {told}{picture}<br>2. {told}<br><br>3. {told}</div>"
    made = article(f"<article>{body}</article>")
    assert [block.kind for block in made.blocks].count("figure") == 1
    assert "figure" not in [
        block.kind for block in article(f"<article>{body.replace('640', '64').replace('480', '48')}</article>").blocks
    ]


def test_a_text_beside_a_picture_is_no_caption() -> None:
    told = "The keeper of the wall has noted each high tide since he began there in 1988, and never missed one of them."
    text = f"<div class=wp-block-media-text__content><p>{told}</p></div>"
    beside = f"<div class=wp-block-media-text><figure>{IMG}</figure>{text}</div>"
    assert told in article(f"<article><h1>Wall to rise</h1>{paragraphs(3)}{beside}{paragraphs(2)}</article>").text


def test_what_follows_a_picture_stays() -> None:
    assert "after it" in "".join(settled(f"<p>before {IMG} after it</p>").itertext())


def test_a_picture_with_alternative_text_only_has_no_caption() -> None:
    assert figures(IMG) == [{"alt": "A wall with waves", "image": "https://herald.example/wall.jpg"}]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/icon.png" width="16" height="16" alt="An icon of a wave">',
        '<img src="/p.gif" width="1" height="1" alt="A pixel of a wave">',
        '<img class="avatar" src="/ada.jpg" alt="Portrait of Ada Moreno">',
        '<img src="/x.jpg" style="display: none" alt="A hidden wall with waves">',
        '<img src="/x.jpg" alt="IMG_20260312.jpg">',
        '<img src="/x.jpg">',
        f'<div class="related-stories"><figure>{IMG}<figcaption>{TEXT}</figcaption></figure></div>',
        f"<nav><figure>{IMG}<figcaption>{TEXT}</figcaption></figure></nav>",
        f'<div class="author-box"><img src="/ada.jpg" alt="Ada Moreno smiles"><p class="caption">{TEXT}</p></div>',
        f'<div class="newsletter-signup">{IMG}<p>Every morning in your inbox.</p></div>',
        f"<figure>{IMG}<figcaption>Von Ada Moreno</figcaption></figure>".replace("A wall with waves", ""),
    ],
)
def test_decoration_and_what_belongs_to_other_things_goes(markup: str) -> None:
    assert figures(markup) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><blockquote><p>We saw the water rise.</p></blockquote>"
        "<figcaption>Ada Moreno, engineer</figcaption></figure>",
        "<figure><table><tr><td>1</td></tr></table><figcaption>Height of the wall by year</figcaption></figure>",
        "<figure><pre><code>wall += 1</code></pre><figcaption>Listing of the survey tool</figcaption></figure>",
        '<figure><iframe src="https://video.example/1"></iframe><p>Video of the storm at night</p></figure>',
    ],
)
def test_quotations_tables_listings_and_embeds_are_left_alone(markup: str) -> None:
    root = settled(markup)
    (figure,) = root.iter("figure")
    assert not is_canonical(figure)
    assert len(figure) == 2


def test_a_slideshow_gives_a_figure_a_slide_and_no_wrapper() -> None:
    slides = "".join(
        f'<div class="slide"><img src="/{n}.jpg"><div class="caption">View number {n} of the wall</div></div>'
        for n in range(3)
    )
    root = settled(f'<div class="slider"><div class="slides">{slides}</div></div>')
    found = list(root.iter("figure"))
    assert [f.get("data-caption") for f in found] == [f"View number {n} of the wall" for n in range(3)]
    assert all((f.getparent().get("class") if f.getparent() is not None else None) == "body" for f in found)


def test_the_same_figure_twice_stays_once() -> None:
    one = f"<figure>{IMG}<figcaption>{TEXT}</figcaption></figure>"
    assert len(figures(one + PROSE + one)) == 1


def test_of_the_same_picture_the_one_with_a_caption_stays() -> None:
    (figure,) = figures(f"{IMG}{PROSE}<figure>{IMG}<figcaption>{TEXT}</figcaption></figure>")
    assert figure["caption"] == TEXT


def test_an_emoji_becomes_its_character() -> None:
    assert "rises 🌊 again" in "".join(
        settled('<p>It rises <img class="emoji" alt="🌊" src="/e.svg"> again</p>').itertext()
    )


def test_a_caption_whose_picture_a_script_would_load_counts() -> None:
    assert figures(f'<div class="lazy"><figcaption>{TEXT}</figcaption></div>') == [{"caption": TEXT}]


def test_a_credit_at_the_end_of_the_alternative_text_counts() -> None:
    (figure,) = figures('<img src="/w.jpg" alt="A wall with waves (Photo: A. Moreno)">')
    assert figure["credit"] == "A. Moreno"


def test_words_shown_twice_for_two_widths_are_told_once() -> None:
    twice = f"<figure>{IMG}<figcaption><span>{TEXT}</span> <span>{TEXT}</span></figcaption></figure>"
    assert figures(twice)[0]["caption"] == TEXT


def test_the_lead_picture_above_the_body_is_found_and_teasers_are_not() -> None:
    lead = f"<figure>{IMG}<figcaption>{TEXT}</figcaption></figure>"
    teaser = '<figure><img src="/t.jpg"><figcaption>Another story of the coast</figcaption></figure>'
    article = f"<article><h1>Wall</h1>{lead}<div class='text'>{PROSE}</div></article>"
    page = f"<body><div>{teaser}</div>{article}<div>{teaser}</div></body>"
    root = tree.parse(page.replace("Another story", "Yet another", 1))
    captions.settle(root, BASE)
    (container,) = root.xpath("//div[@class='text']")
    assert [f.get("data-caption") for f in stray_figures.stray(root, container)] == [TEXT]


def test_a_picture_beside_the_title_is_the_article_s_where_something_is_said_of_it() -> None:
    figure = '<figure><img src="/w.jpg" alt="wall"><figcaption>{}</figcaption></figure>'
    head = "<header><div>{}</div><div><h1>Wall</h1></div></header>"
    page = "<body>{}<article>{}<div class='text'>{}</div></article></body>"

    def found(top: str, beside: str) -> list[str | None]:
        root = tree.parse(page.format(top, head.format(beside), PROSE))
        captions.settle(root, BASE)
        (container,) = root.xpath("//div[@class='text']")
        return [f.get("data-credit") for f in stray_figures.stray(root, container)]

    assert found("", figure.format("Photo: Lea Park")) == ["Lea Park"]
    assert found(f"<div>{figure.format('Photo: Lea Park')}</div>", "") == []


def test_a_figure_inside_the_body_is_not_stray() -> None:
    root = settled(f"<figure>{IMG}<figcaption>{TEXT}</figcaption></figure>")
    (container,) = root.xpath("//div[@class='body']")
    assert stray_figures.stray(root, container) == []


SCRAPS = st.sampled_from(
    [
        "<figure>",
        "</figure>",
        "<figcaption>",
        "</figcaption>",
        "<div class='image-caption'>",
        "<div class=slide>",
        "</div>",
        "<p>",
        "<a href=/x>",
        "<img src='/a.jpg' alt='A wall with waves'>",
        "<img src='javascript:x' alt='A wall of text'>",
        "<img data-src='//h.example/b.jpg'>",
        "<img src='data:image/png;base64,AAAA' srcset='a.jpg 200w, b.jpg 900w'>",
        "<picture><source srcset='c.jpg 2x'>",
        "</picture>",
        "<noscript><img src='/a.jpg'></noscript>",
        "(Photo: A. Moreno)",
        "Words of a caption",
        "<small>© AP</small>",
        "<h2>",
        "<blockquote>",
        "<table><tr><td>",
        "<span class=credit>",
        "\x1b]0;x\x07",
        "&#27;",
        "\u202e",
        "<svg></svg>",
        "<iframe></iframe>",
        "é 日本",
    ]
)


ENDING = " ".join(f"The {n}th stone of the wall is as old as the harbour." for n in range(11, 18))


@settings(deadline=None)
@example("<figure><a href=/x><noscript><img src='/a.jpg'></noscript><a href=/x>", None)
@given(st.lists(SCRAPS, max_size=30).map("".join), st.sampled_from([None, BASE, "http://[", "file:///x"]))
def test_any_page_settles_into_clean_empty_figures(markup: str, base: str | None) -> None:
    root = tree.parse(f"<body><h1>x</h1>{markup}<p>{ENDING}</p></body>")
    captions.settle(root, base).finish([root])
    told = ["".join(root.itertext())]
    for figure in filter(is_canonical, root.iter("figure")):
        assert not figure.text
        values = [figure.get(f"data-{name}") for name in ATTRIBUTES]
        told += [v for v in values if v]
        assert all(is_harmless(v) and "\n" not in v for v in values if v)
        image = figure.get("data-image")
        assert image is None or web_address(image)
    assert any(ENDING in text for text in told)


@pytest.mark.parametrize(
    "tag",
    ["<figure>", "<figure><figcaption>", "<p class=caption>", "<nav><figure>", "<figure><img>", "<figure><noscript>"],
)
def test_an_unclosed_figure_does_not_swallow_the_article(tag: str) -> None:
    root = tree.parse(f"<body><h1>Wall</h1>{tag}{PROSE * 8}</body>")
    captions.settle(root, BASE)
    assert "".join(root.itertext()).count("council decided") == 24


def test_an_unclosed_figure_does_not_take_the_article_for_its_caption() -> None:
    found = figures("<figure><img src='/wall.jpg' alt='A wall with waves'>" + "<p>The wall is old.</p>" * 5)

    assert all("The wall is old" not in f.get("caption", "") for f in found)


def test_a_player_is_named_by_the_caption_of_its_figure() -> None:
    root = settled(
        '<figure><iframe src="https://tube.example/video/1"></iframe>'
        "<figcaption>The storm at night <span class=credit>A. Moreno</span></figcaption></figure>"
    )
    (player,) = root.iter("iframe")

    assert player.get("title") == "The storm at night (A. Moreno)"
    assert next(root.iter("figcaption"), None) is None


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{IMG}<br><em>{TEXT} Photo: A. Moreno</em></p>",
        f"<p>{IMG}</p><p><em>{TEXT} Photo: A. Moreno</em></p>",
        f"<p><a href='/wall'>{IMG}</a></p><p><i>{TEXT} (Photo: A. Moreno)</i></p>",
        f"<figure>{IMG}</figure><p class='caption'>{TEXT}</p><p class='credit'>Photo by A. Moreno</p>",
        f"<img src='/wall.jpg' alt='A wall with waves' data-caption='{TEXT} (Photo: A. Moreno)'>",
        f"<img src='/wall.jpg' alt='A wall' data-image-caption='&lt;p&gt;{TEXT} Photo: A. Moreno&lt;/p&gt;'>",
        f"<figure>{IMG}<details><summary>Caption</summary>{TEXT} Photo: A. Moreno</details></figure>",
    ],
)
def test_a_caption_is_told_by_a_slanted_line_a_following_credit_or_an_attribute(markup: str) -> None:
    (figure,) = figures(markup)

    assert (figure["caption"], figure["credit"]) == (TEXT, "A. Moreno")


def test_a_slanted_line_without_a_credit_stays_in_the_text() -> None:
    root = settled(f"<p>{IMG}</p><p><em>Nobody had seen the sea so high.</em></p>")

    assert "Nobody had seen" in "".join(root.itertext())


def test_what_is_said_of_all_pictures_of_a_gallery_stands_before_them() -> None:
    pictures = "".join(f"<figure><img src=/{n}.jpg><figcaption>View {n} of it</figcaption></figure>" for n in range(2))
    found = figures(f"<figure class=gallery>{pictures}<figcaption>The wall through the year</figcaption></figure>")

    assert [f["caption"] for f in found] == ["The wall through the year", "View 0 of it", "View 1 of it"]


def test_the_portrait_of_an_author_is_no_figure_of_the_article() -> None:
    head = '<meta name="author" content="Inga Holm">'
    portrait = '<figure><img src="/inga.jpg" alt="Inga Holm"><figcaption>Inga Holm</figcaption></figure>'
    shown = f'<figure><img src="/ferry.jpg" alt="The ferry"><figcaption>{TEXT}</figcaption></figure>'
    made = article(f"<article><h1>Ferry stays in port</h1>{portrait}{shown}{paragraphs(6)}</article>", head=head)
    assert [caption.text for caption in made.captions] == [TEXT]


def test_a_picture_above_the_body_that_stands_in_it_again_is_shown_once() -> None:
    shown = f'<figure><img src="/ferry.jpg" alt="The ferry"><figcaption>{TEXT}</figcaption></figure>'
    made = article(f"<main><h1>Ferry stays in port</h1>{shown}{shown}<div>{paragraphs(8)}{shown}</div></main>")
    assert [caption.text for caption in made.captions] == [TEXT]


def test_a_portrait_above_the_body_leaves_room_for_the_picture_that_the_data_describes() -> None:
    said = (
        '<meta name="author" content="Ingeborg Holmgaard"><script type="application/ld+json">{"@type":"NewsArticle",'
        '"headline":"Ferry stays in port","image":{"@type":"ImageObject","url":"https://isle.example/harbour-at-dusk.jpg",'
        '"caption":"The ferry lies at the old pier at dusk."}}</script>'
    )
    portrait = '<figure><img src="/inga.jpg" alt="Ingeborg Holmgaard"></figure>'
    made = article(f"<main><h1>Ferry stays in port</h1>{portrait}<div>{paragraphs(6)}</div></main>", head=said)
    assert [caption.text for caption in made.captions] == ["The ferry lies at the old pier at dusk."]


def shown(markup: str) -> list[str | None]:
    """The addresses of the pictures between an article's paragraphs."""
    made = article(f"<article><h1>Ferry stays in port</h1>{paragraphs(3)}{markup}{paragraphs(3)}</article>")
    return [caption.image for caption in made.captions]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/wall.jpg" width="300" height="200">',
        '<p><img src="/wall.jpg" width="200" height="300"></p>',
        '<figure><img src="/wall.jpg"></figure>',
        '<div><img src="data:image/gif;base64,R0" width="640"><noscript><img src="/wall.jpg"></noscript></div>',
    ],
)
def test_a_picture_without_a_word_is_shown_where_it_stands_alone_between_paragraphs(markup: str) -> None:
    assert shown(markup) == ["https://isle.example/wall.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="/wall.jpg" width="299" height="200">',
        '<img src="/wall.jpg">',
        '<p>Look: <img src="/wall.jpg" width="300"></p>',
        '<div><a href="/n/3">More of it</a><img src="/wall.jpg" width="300"></div>',
        '<img src="data:image/gif;base64,R0" width="640">',
    ],
)
def test_a_small_picture_without_a_word_or_one_beside_others_is_not(markup: str) -> None:
    assert shown(markup) == []


def test_a_caption_that_ends_with_the_name_it_is_credited_to_keeps_its_sentence() -> None:
    words = "This drawing shows a gate by Coast Works, Inc."
    credit = "<div class='credit'>Coast Works, Inc.</div>"
    (figure,) = figures(f"<figure>{IMG}<figcaption>{words}</figcaption>{credit}</figure>")

    assert (figure.get("caption"), figure.get("credit")) == (words, "Coast Works, Inc")


def test_what_tests_and_themes_call_an_element_counts_where_its_class_is_made_up() -> None:
    words = '<span data-testid="picture-credit-name">Moreno Studio</span><span>//</span><span>Coast Pictures</span>'
    caption = f'<figcaption class="css-1am3yn9" data-theme-key="photo-credit-figcaption">{words}</figcaption>'
    (figure,) = figures(f"<div><img src='wall.jpg'><div class='css-2'>{caption}</div></div>")

    assert (figure.get("caption"), figure.get("credit")) == (None, "Moreno Studio // Coast Pictures")


def test_the_line_of_day_and_reading_time_beside_a_picture_is_no_caption() -> None:
    (figure,) = figures(
        "<div class='PostImage'><div>Updated 3 May</div><div>8 min read</div><img src='a.jpg' alt='The old wall'></div>"
    )

    assert (figure.get("caption"), figure.get("alt")) == (None, "The old wall")


@pytest.mark.parametrize(
    ("title", "stays"), [("Why the ferry will not sail again this winter", False), ("A sea thistle in bloom", True)]
)
def test_a_picture_whose_words_are_a_link_to_another_page_is_its_teaser_unless_they_only_name_a_thing(
    title: str, stays: bool
) -> None:
    image = f"<a href='/other'><img src='a.jpg' width='500' alt='{title}'></a>"
    shown = figures(f"<div><div>{image}</div><a href='/other'><span>{title}</span></a></div>")

    assert [figure["alt"] for figure in shown] == [title] * stays


def test_a_dutch_caption_is_no_byline_though_its_article_is_a_french_preposition() -> None:
    caption = "<figure>{}<figcaption>{}</figcaption></figure>"
    assert [f["caption"] for f in figures(caption.format(IMG, "De brug op vrijdag") + PROSE)] == ["De brug op vrijdag"]


def test_the_sign_of_a_link_to_the_figure_is_none_of_its_caption() -> None:
    sign = "<a class=headerlink href='#id1'>¶</a>"
    found = figures(f"<figure>{IMG}<figcaption><p>A gauge {sign}</p></figcaption></figure>{PROSE}")
    assert [f["caption"] for f in found] == ["A gauge"]


def test_the_sign_that_points_at_a_figure_is_no_part_of_its_caption() -> None:
    (figure,) = figures(f"<figure>{IMG}<figcaption><p>{TEXT}<a href='#id1'>¶</a></p></figcaption></figure>")
    assert figure["caption"] == TEXT
