"""What is listed of a view by story, and what each row is in its story."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import plain

from tui.library import Library
from tui.library.articles.rows import View
from tui.panes.listing_pages import StoryPart
from tui.panes.story_listing import ByStory, StoryListing, by_story, is_set, listing


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Seven articles of three outlets."""
    library = Library.open(tmp_path)
    for n in range(1, 8):
        library.articles.keep(plain(f"Report {n}", "Some words.", site=f"Outlet {n % 3}"))
    return library


GROUPS = ([1, 4, 5], [2, 3])


def test_a_story_has_one_row_where_its_first_article_stands(library: Library) -> None:
    shown, parts = by_story(library, [7, 6, 5, 4, 3, 2, 1], GROUPS, frozenset())
    assert shown == [7, 6, 5, 3]
    assert parts[5] == StoryPart((5, 4, 1), stands_for_all=True, unfolded=False, seen=False, outlets=1)
    assert not parts[4].stands_for_all
    assert 7 not in parts


def test_an_unfolded_story_has_all_its_articles_behind_the_first(library: Library) -> None:
    shown, parts = by_story(library, [7, 6, 5, 4, 3, 2, 1], GROUPS, frozenset({4}))
    assert shown == [7, 6, 5, 4, 1, 3]
    assert parts[1].unfolded


def test_of_a_story_only_what_the_view_has_is_listed_but_it_is_seen_if_any_of_it_was_read(library: Library) -> None:
    library.marks.read(1)
    shown, parts = by_story(library, [7, 5, 4, 3], GROUPS, frozenset())
    assert shown == [7, 5, 3]
    assert (parts[5].story, parts[5].seen) == ((5, 4), True)
    assert 3 not in parts


def test_a_view_is_listed_by_story_as_its_folder_or_all_feeds_are_set_unless_one_wishes_otherwise(
    library: Library,
) -> None:
    assert not is_set(library, View("all"))
    library.feeds.set(None, "by_story", "yes")
    assert is_set(library, View("all"))
    assert isinstance(listing(library, View("all"), ByStory()), StoryListing)
    assert not isinstance(listing(library, View("all"), ByStory(wanted=False)), StoryListing)
