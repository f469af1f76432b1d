"""The list in its sections and orders, a page at a time."""

import pytest
from clock import Clock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_pieces import piece

from tui.convert.conversion import NO_SPEAKERS
from tui.library import Library, View
from tui.library.articles.rows import Order
from tui.model.warning import Warning

CUT_OFF = Warning("incomplete", "looks cut off: the page shows 2 paragraphs before a paywall")


def titles(library: Library, view: View, page: int = 2) -> list[str]:
    """Every title of a view, read in pages."""
    found = []
    rows = library.articles.rows(page, view=view)
    while rows:
        found += [row.title for row in rows]
        rows = library.articles.rows(page, after=rows[-1], view=view)
    return found


def keep(library: Library, title: str, **more: object) -> int:
    return library.articles.keep(piece(f"https://coast.example/{title}", title=title, **more))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("kept", ["C", "Ä", "The b", "A"]),
        ("date", ["A", "The b", "C", "Ä"]),
        ("title", ["A", "Ä", "The b", "C"]),
    ],
)
def test_pages_of_an_order_join_without_gap_or_repetition(library: Library, order: Order, expected: list[str]) -> None:
    for title, day in (("A", "2026-03-09"), ("The b", "2026-03-08"), ("Ä", "2026-03-01"), ("C", "2026-03-02")):
        keep(library, title, published=day)
    assert titles(library, View(order=order)) == expected
    assert titles(library, View(order=order, backwards=True)) == expected[::-1]


def test_longest_articles_come_first_by_length(library: Library) -> None:
    for n in (3, 90, 20):
        library.articles.keep(piece(f"https://coast.example/{n}", "word " * n, title=str(n)))
    assert titles(library, View(order="length")) == ["90", "20", "3"]


def test_equals_in_an_order_come_newest_first_and_oldest_first_backwards(library: Library) -> None:
    for n in range(4):
        library.articles.keep(piece(f"https://coast.example/{n}", title="Tides", published="2026-03-01"))
    for order, backwards, expected in (
        ("date", False, [4, 3, 2, 1]),
        ("date", True, [1, 2, 3, 4]),
        ("title", False, [1, 2, 3, 4]),
        ("title", True, [4, 3, 2, 1]),
        ("length", False, [4, 3, 2, 1]),
        ("kept", True, [1, 2, 3, 4]),
    ):
        view = View(order=order, backwards=backwards)  # type: ignore[arg-type]
        assert list(library.articles.ids(view)) == expected
        first, *_ = library.articles.rows(2, view=view)
        assert [row.id for row in library.articles.rows(9, after=first, view=view)] == expected[1:]
        assert [row.id for row in library.articles.rows(9, after=first.id, view=view)] == expected[1:]


def test_sections_show_what_is_marked_and_are_counted(library: Library) -> None:
    read, starred, later = (keep(library, title) for title in ("read", "starred", "later"))
    library.marks.read(read)
    library.marks.star(starred)
    library.marks.later(later)
    for section, title in (("starred", "starred"), ("later", "later")):
        view = View(section)  # type: ignore[arg-type]
        assert (titles(library, view), library.articles.count(view)) == ([title], 1)
    assert titles(library, View("unread")) == ["later", "starred"]
    assert library.articles.count(View("unread")) == 2


def test_sites_and_tags_are_sections(library: Library) -> None:
    library.articles.keep(piece("https://a.example/1", title="one", site="The Coast Herald"))
    two = library.articles.keep(piece("https://b.example/2", title="two"))
    library.marks.tag(two, "Harbours")
    assert [(count.name, count.articles) for count in library.articles.sites()] == [
        ("The Coast Herald", 1),
        ("b.example", 1),
    ]
    assert titles(library, View("site", "b.example")) == ["two"]
    assert titles(library, View("tag", "harbours")) == ["two"]
    assert library.marks.tags_of(two) == ["Harbours"]


def test_what_is_typed_filters_by_title_site_and_author_whatever_case_or_accents(library: Library) -> None:
    keep(library, "Élan at the harbour", authors=("Rosa Sand",))
    keep(library, "Another piece")
    assert titles(library, View(typed="elan HARB")) == ["Élan at the harbour"]
    assert titles(library, View(typed="sand", order="title")) == ["Élan at the harbour"]
    assert library.articles.count(View(typed="coast.example")) == 2


def test_ids_name_a_whole_view_in_its_order(library: Library) -> None:
    kept = [keep(library, title) for title in "abc"]
    assert list(library.articles.ids()) == kept[::-1]
    assert [row.title for row in library.articles.rows_of(library.articles.ids(View(order="title")))] == ["a", "b", "c"]


def test_a_title_of_a_megabyte_is_kept_whole_and_listed_short(library: Library) -> None:
    title = "wall " * 200_000
    number = library.articles.keep(piece(title=title))
    row = library.articles.row(number)
    assert row
    assert len(row.title) == 300
    assert library.articles.get(number).title == title


def test_ten_thousand_tags_are_counted_and_found(library: Library) -> None:
    number = keep(library, "tagged")
    with library.connections.writing():
        for n in range(10_000):
            library.marks.tag(number, f"tag {n}")
    assert len(library.marks.tags()) == 10_000
    assert titles(library, View("tag", "tag 9999")) == ["tagged"]
    assert len(library.marks.tags_of(number)) == 10_000
    library.articles.remove(number)
    assert library.marks.tags() == []


def test_an_article_kept_after_the_clock_was_set_back_is_still_the_newest(library: Library, clock: Clock) -> None:
    clock.now = 2_000_000_000.0
    keep(library, "before")
    clock.now = 1_000_000_000.0
    keep(library, "after")
    library.articles.remove(keep(library, "removed"))
    assert titles(library, View()) == ["after", "before"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_any_filter_lists_or_not_but_never_fails(library: Library, typed: str) -> None:
    assert len(library.articles.rows(5, view=View(typed=typed))) <= 5


def test_an_article_is_partial_when_something_of_it_is_missing(library: Library) -> None:
    """Not when its speakers are not looked for in its language."""
    keep(library, "Whole")
    keep(library, "Unheard", warnings=(NO_SPEAKERS,))
    keep(library, "Cut off", warnings=(NO_SPEAKERS, CUT_OFF))
    assert {row.title: row.partial for row in library.articles.rows(9)} == {
        "Whole": False,
        "Unheard": False,
        "Cut off": True,
    }
