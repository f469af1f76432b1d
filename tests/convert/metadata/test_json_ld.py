"""JSON-LD as pages hold it."""

from __future__ import annotations

import json

import pytest

from tui.convert.input import tree
from tui.convert.metadata import json_ld


def read(*scripts: str) -> json_ld.JsonLd:
    page = "".join(f'<script type="application/ld+json">{s}</script>' for s in scripts)
    root = tree.parse(f"<html><head>{page}</head><body><p>x</p></body></html>")
    return json_ld.of_texts(script.text or "" for script in root.iter("script"))


ARTICLE = '{"@type": "NewsArticle", "headline": "Wall to rise"}'


@pytest.mark.parametrize(
    "script",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@graph": [{{"@type": "WebSite", "name": "Herald"}}, {ARTICLE}]}}',
        f"\n<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        ARTICLE.replace("}", ",}"),
        ARTICLE + ";",
        ARTICLE.replace("Wall to rise", "Wall\nto rise"),
        ARTICLE.replace("NewsArticle", "https://schema.org/NewsArticle"),
        ARTICLE.replace('"NewsArticle"', '["Thing", "NewsArticle"]'),
    ],
)
def test_an_article_is_found_in_whatever_form(script: str) -> None:
    assert json_ld.worded(read(script).article().get("headline")) == "Wall to rise"


@pytest.mark.parametrize("script", ["", "{", "nonsense", "[" * 50_000, "null", "3", '{"@type": {"a": 1}}'])
def test_what_cannot_be_read_gives_nothing(script: str) -> None:
    assert read(script).article() == {}


def test_of_several_articles_the_one_with_the_page_s_address_counts() -> None:
    one, two = ({"@type": "Article", "headline": h, "url": f"https://herald.example/{h}"} for h in "ab")
    assert read(json.dumps([one, two])).article(["https://herald.example/b?ref=x"])["headline"] == "b"


def test_a_reference_is_followed_to_the_thing_it_names() -> None:
    found = read('[{"@id": "#ada", "@type": "Person", "name": "Ada Moreno"}]')
    assert found.resolve({"@id": "#ada"}) == {"@id": "#ada", "@type": "Person", "name": "Ada Moreno"}
    assert found.resolve({"@id": "#nobody"}) == {"@id": "#nobody"}


def test_entities_and_tags_inside_strings_are_read() -> None:
    assert json_ld.plain("St&ouml;rm &amp;quot;Ida&amp;quot; <b>rises</b>") == 'Störm "Ida" rises'


def test_escapes_hidden_in_json_do_not_pass() -> None:
    assert json_ld.worded("\x1b]0;x\x07Wall\u202e") == "]0;xWall"
