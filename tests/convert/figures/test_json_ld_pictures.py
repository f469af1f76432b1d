"""Captions and credits that only the page's JSON-LD tells."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_pages import article, paragraphs

from tui.model.article import Caption

ADDRESS = "https://pictures.example/a/ferry-at-the-pier.jpg"
TEXT = "The ferry lies at the pier with a patch on its hull"
IMAGE = {"@type": "ImageObject", "url": ADDRESS, "caption": TEXT, "creditText": "Photo: L. Park/Coast Pictures"}


def captions(body: str, image: object, headline: str = "Ferry stays in port", **more: Any) -> tuple[Caption, ...]:
    told = {"@type": "NewsArticle", "headline": headline, "image": image, **more}
    head = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    return article(f"<article><h1>Ferry stays in port</h1>{body}{paragraphs()}</article>", head=head).captions


@pytest.mark.parametrize(
    "source",
    [
        ADDRESS,
        f"{ADDRESS}?w=640&h=480",
        "https://cdn.example/640/b/ferry-at-the-pier-1024x683.webp",
        "/media/ferry-at-the-pier_1200.jpg",
    ],
)
def test_a_figure_without_a_caption_gets_the_described_one_of_its_file(source: str) -> None:
    (figure,) = captions(f"<figure><img src='{source}' alt='A ship'></figure>", IMAGE)

    assert (figure.text, figure.credit, figure.alt) == (TEXT, "L. Park/Coast Pictures", "A ship")


def test_a_picture_without_any_word_is_kept_where_it_stands_when_it_is_described() -> None:
    (figure,) = captions(paragraphs(2) + f"<div><img src='{ADDRESS}'></div>", [IMAGE])

    assert (figure.text, figure.image, figure.block) == (TEXT, ADDRESS, 2)


def test_a_caption_on_the_page_stands_and_gets_only_the_missing_credit() -> None:
    shown = f"<figure><img src='{ADDRESS}'><figcaption>Nobody could sail on Monday.</figcaption></figure>"
    (figure,) = captions(shown, IMAGE)

    assert (figure.text, figure.credit) == ("Nobody could sail on Monday.", "L. Park/Coast Pictures")


def test_a_figure_of_another_file_gets_nothing() -> None:
    (figure,) = captions("<figure><img src='/baker.jpg' alt='A baker with bread'></figure>", IMAGE)

    assert (figure.text, figure.credit) == ("", None)


def test_files_with_a_common_name_are_told_apart_by_their_whole_path() -> None:
    image = IMAGE | {"url": "https://pictures.example/77/original.jpg"}
    (figure,) = captions(
        "<figure><img src='https://pictures.example/78/original.jpg' alt='A baker with bread'></figure>", image
    )

    assert figure.text == ""


def test_an_article_without_a_figure_gets_the_described_one_first() -> None:
    (figure,) = captions("", IMAGE)

    assert (figure.text, figure.credit, figure.image) == (TEXT, "L. Park/Coast Pictures", ADDRESS)
    assert figure.block == 0


@pytest.mark.parametrize("caption", ["Ferry stays in port", "ferry2.jpg", ""])
def test_what_says_no_more_than_the_title_is_no_figure(caption: str) -> None:
    assert captions("", IMAGE | {"caption": caption}) == ()


@pytest.mark.parametrize(
    "made_up",
    ["Ferry at the Pier", "Ferry stays", "Pier Hero 1520x1140 1", "A ship beside the pier"],
    ids=["file's name", "title's beginning", "name with a size", "alternative text"],
)
def test_what_a_system_fills_in_by_itself_is_no_caption(made_up: str) -> None:
    figure_of = f"<figure><img src='{ADDRESS}' alt='A ship beside the pier'></figure>"
    (figure,) = captions(figure_of, {"@type": "ImageObject", "url": ADDRESS, "caption": made_up})

    assert (figure.text, figure.alt) == ("", "A ship beside the pier")


def test_a_picture_that_only_the_data_shows_keeps_such_words_for_those_who_do_not_see_it() -> None:
    (figure,) = captions("", {"@type": "ImageObject", "url": ADDRESS, "caption": "Ferry at the Pier"})

    assert (figure.text, figure.alt, figure.image) == ("", "Ferry at the Pier", ADDRESS)


@pytest.mark.parametrize(
    "said",
    [
        {"creditText": "Ada Moreno"},
        {"copyrightNotice": "© 2026 Ada Moreno"},
        {"creator": {"@type": "Person", "name": "Ada Moreno"}},
        {"copyrightHolder": {"@type": "Organization", "name": "Ada Moreno"}},
        {"caption": f"{TEXT} (Photo: Ada Moreno)"},
    ],
)
def test_every_way_of_naming_the_photographer_is_read(said: dict[str, object]) -> None:
    (figure,) = captions("", {"@type": "ImageObject", "url": ADDRESS, "caption": TEXT} | said)

    assert (figure.text, figure.credit) == (TEXT, "Ada Moreno")


def test_a_described_picture_may_stand_elsewhere_in_the_data() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": "Ferry stays in port", "image": {"@id": "https://isle.example/#lead"}},
            IMAGE | {"@id": "https://isle.example/#lead"},
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    (figure,) = article(f"<article><h1>Ferry stays in port</h1>{paragraphs()}</article>", head=head).captions

    assert figure.text == TEXT


@pytest.mark.parametrize("image", [7, [None, []], {"url": 3, "caption": []}, {"url": "javascript:1", "caption": TEXT}])
def test_malformed_descriptions_are_passed_over(image: object) -> None:
    assert captions("", image) == ()
