"""What sources weigh, how they are quoted, copied and exported."""

from __future__ import annotations

import json

import pytest
from articles import harbour, plain

from tui.model.article import Article, Mention, Quote, Source
from tui.output.quotation import (
    as_csl_json,
    as_json,
    as_markdown,
    caption_with_credit,
    links_by_site,
    quoted,
    quoted_words,
    sentence_around,
    speeches,
    stops,
    voices,
)


def source(*quotes: Quote, mentions: tuple[Mention, ...] = ()) -> Source:
    return Source("Ann Lee", "person", "surveyor", "Port Authority", mentions, quotes)


def test_only_words_in_quotation_marks_count_as_quoted() -> None:
    said = source(
        Quote("three plain words", "direct", 0, 0, 17),
        Quote("it was “far too” late", "mixed", 1, 0, 21),
        Quote("nobody would come", "indirect", 2, 0, 17),
    )
    assert quoted_words(said) == 5


def test_voices_counts_the_unnamed_and_the_share_of_quotation() -> None:
    found = voices(harbour(), harbour().words)
    assert (found.total, found.unnamed) == (8, 2)
    assert 0.1 < found.quoted < 0.2


def test_an_article_without_words_has_no_share() -> None:
    assert voices(plain("Nothing"), 0).quoted == 0


def test_a_speech_over_paragraphs_is_one() -> None:
    first, second = Quote("We waited", "direct", 0, 0, 9), Quote("and left", "direct", 1, 0, 8, continued=True)
    assert speeches(source(first, second)) == [[first, second]]


def test_a_walk_stops_once_where_places_stand_together() -> None:
    mentions = (Mention(0, 20, 27), Mention(0, 400, 407), Mention(1, 0, 7))
    near = source(Quote("We waited", "direct", 0, 0, 9), mentions=mentions)
    assert stops(near) == (Mention(0, 0, 9), Mention(0, 400, 407), Mention(1, 0, 7))


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One came. Two went by ship. Three stayed.", "by ship", "Two went by ship."),
        ("“Go.” He went. Then rain.", "went", "He went."),
        ("船が来た。灯台は消えた。人が去った。", "灯台", "灯台は消えた。"),
        ("no end at all", "end", "no end at all"),
    ],
)
def test_the_sentence_around_a_link(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    left, right = sentence_around(text, at, at + len(words))
    assert text[left:right] == sentence


def test_links_are_grouped_by_site_without_www() -> None:
    counts = {site: len(links) for site, links in links_by_site(harbour()).items()}
    assert counts == {"gov.example": 2, "tides.example": 1}


def test_reported_words_are_copied_as_reported() -> None:
    article = harbour()
    report = next(s for s in article.sources if s.kind == "document")
    assert quoted(article, report, speeches(report)[0]).startswith("as reported: a storm of the same height")


def test_a_caption_is_copied_with_its_credit() -> None:
    assert caption_with_credit(harbour().captions[2]).endswith("was finished [Port Ellery Town Archive]")


def test_markdown_names_every_source_and_escapes_what_would_be_markup() -> None:
    article = Article("a", "A *star*", (), "", sources=(Source("Ann_Lee", "person"),))
    exported = as_markdown(article)
    assert "A \\*star\\*" in exported
    assert "- **Ann\\_Lee**" in exported


def test_json_holds_sources_and_links() -> None:
    record = json.loads(as_json(harbour()))
    assert record["sources"][0]["quotes"][0] == {"text": "Nobody wants another night like that,", "kind": "direct"}
    assert len(record["links"]) == 3


def test_csl_json_describes_the_article_and_each_linked_page_once() -> None:
    own, *pages = json.loads(as_csl_json(harbour()))
    assert own["type"] == "article-newspaper"
    assert own["issued"] == {"date-parts": [[2026, 3, 12]]}
    assert [page["URL"] for page in pages] == [link.url for link in harbour().links]
