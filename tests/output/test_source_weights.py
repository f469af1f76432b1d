"""What sources weigh and where they stand; links by site."""

from __future__ import annotations

from articles import harbour, plain

from tui.model.article import Mention, Quote, Source
from tui.output.source_weights import links_by_site, quoted_words, speeches, stops, voices


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


def test_links_are_grouped_by_site_without_www() -> None:
    counts = {site: len(links) for site, links in links_by_site(harbour()).items()}
    assert counts == {"gov.example": 2, "tides.example": 1}
