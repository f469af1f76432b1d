"""One outlet is one site, whether its entries were fetched or not: the name that pages give stands for their host."""

from __future__ import annotations

from pathlib import Path

import pytest
from feed_arrivals import arrival, arrives, entry, subscribed
from kept_pieces import piece, quoted

from tui.intake.importing.import_archive import import_archive
from tui.library import Library, View
from tui.library.articles.rows import ALL
from tui.library.upkeep import check
from tui.model.article import Article
from tui.output.archive import write_archive


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path)


def sites(library: Library) -> dict[str, int]:
    """The articles of each site, as its rows and as the count have them."""
    counted = {site.name: site.articles for site in library.articles.sites()}
    assert counted == {name: len(library.articles.rows(99, view=View("site", name))) for name in counted}
    return counted


def fetched(library: Library, number: int, site: str | None = "The Coast", url: str | None = None) -> None:
    """The page of an entry comes."""
    row = library.articles.row(number)
    assert row
    address = url or row.url
    library.articles.keep(piece(row.url, f"All of {address}.", url=address, site=site))


def test_what_a_page_calls_its_outlet_holds_for_the_entries_of_the_feed_that_are_not_fetched(library: Library) -> None:
    taken = arrives(library, subscribed(library), [entry(n) for n in (3, 2, 1)])
    assert sites(library) == {"coast.example": 3}
    fetched(library, min(taken.added))
    assert sites(library) == {"The Coast": 3}
    assert len(library.articles.rows(99, view=View(typed="site:coast"))) == 3


def test_an_entry_that_comes_later_is_listed_under_the_name_that_is_known(library: Library) -> None:
    feed = subscribed(library)
    (first,) = arrives(library, feed, [entry(1)]).added
    fetched(library, first)
    arrives(library, feed, [entry(2), entry(1)])
    assert sites(library) == {"The Coast": 2}
    assert len(library.articles.rows(99, view=View(typed="The Coast"))) == 2


def test_a_text_that_names_no_outlet_takes_no_name_away(library: Library) -> None:
    feed = subscribed(library)
    taken = arrives(library, feed, [entry(n) for n in (2, 1)])
    first, second = sorted(taken.added)
    fetched(library, first)
    fetched(library, second, site=None)
    arrives(library, feed, [entry(1), entry(2), entry(3, content="<p>Short.</p>")])
    arrives(library, feed, [entry(1), entry(2), entry(3, content="<p>Not so short.</p>")])
    assert sites(library) == {"The Coast": 3}


def test_other_hosts_and_other_feeds_keep_theirs(library: Library) -> None:
    """A feed may gather from many hosts, and a host have many outlets."""
    one, other = subscribed(library), subscribed(library, "https://coast.example/sport/feed")
    taken = arrives(library, one, [entry(1), entry(2, url="https://quay.example/2")])
    sport = arrival([entry(7, url="https://coast.example/sport/7", content="<p>Seven to one.</p>")], title="Sport")
    library.entries.take_in(other, sport)
    fetched(library, min(taken.added))
    arrives(library, one, [entry(3, url="https://quay.example/3"), entry(4)])
    assert sites(library) == {"The Coast": 2, "quay.example": 2, "coast.example": 1}


def test_an_article_that_leads_elsewhere_names_its_host_in_the_feed(library: Library) -> None:
    """What a feed links to may be an address that only leads on."""
    feed = subscribed(library)
    entries = [entry(n, url=f"https://links.example/{n}") for n in (2, 1)]
    taken = arrives(library, feed, entries)
    fetched(library, min(taken.added), url="https://coast.example/one")
    arrives(library, feed, [entry(3, url="https://links.example/3"), *entries])
    assert sites(library) == {"The Coast": 3}


def test_voices_count_one_outlet(library: Library, tmp_path: Path) -> None:
    feed = subscribed(library)
    first, second = sorted(arrives(library, feed, [entry(n) for n in (2, 1)]).added)

    def text(number: int, **more: object) -> Article:
        row, said = library.articles.row(number), "Nobody wants another night like that."
        assert row
        return piece(row.url, said, f"This is {number}.", url=row.url, sources=(quoted("Ana Ruiz", said),), **more)

    library.entries.has_own_text(first, text(first), pictures=False)
    library.articles.keep(text(second, site="The Coast"))
    (voice,) = library.voices.page()
    assert (voice.articles, voice.outlets) == (2, 1)
    library.close()
    assert check.examine(tmp_path).sound


def test_the_page_of_what_is_hidden_may_name_an_outlet_that_nothing_else_has(library: Library) -> None:
    library.feeds.mute("title:News")
    (number,) = arrives(library, subscribed(library), [entry(1)]).added
    said = "Nobody wants another night like that."
    row = library.articles.row(number)
    assert row
    assert row.muted
    page = piece(row.url, said, url=row.url, site="The Coast", sources=(quoted("Ana Ruiz", said),))
    library.entries.has_page(number, page, pictures=False)
    assert sites(library) == {}
    library.feeds.unmute(library.feeds.mute_rules()[0].id)
    assert sites(library) == {"The Coast": 1}
    assert library.articles.count(ALL) == 1


def test_an_archive_takes_the_names_along(library: Library, tmp_path: Path) -> None:
    taken = arrives(library, subscribed(library), [entry(n) for n in (2, 1)])
    fetched(library, min(taken.added))
    write_archive(library, tmp_path / "all.zip")
    with Library.open(tmp_path / "other") as other:
        import_archive(other, tmp_path / "all.zip")
        assert sites(other) == {"The Coast": 2}
