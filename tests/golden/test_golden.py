"""Golden pages: the whole Article of each, and what is right of it."""

from __future__ import annotations

import json

import pytest
from golden_floors import fallen, pinned
from golden_pages import PAGES, difference, golden_path, names, truth_path

ACCEPT = "look at the changes; if they are right: python tests/golden/accept.py"


@pytest.mark.parametrize("name", names())
def test_a_page_gives_the_article_that_was_accepted(name: str) -> None:
    changes = difference(name)
    assert not changes, f"\n{changes}\n\n{ACCEPT} {name}"


def test_no_figure_is_under_its_floor() -> None:
    lost = fallen()
    assert not lost, "\n" + "\n\n".join(lost)


def test_the_floors_are_under_all_pages() -> None:
    assert pinned()[0] == names(), "python tests/golden/accept.py brings new pages in"


def test_every_page_has_its_article_and_its_truth() -> None:
    beside = {path.name for path in PAGES.iterdir() if path.suffix == ".json"}
    assert beside == {path.name for name in names() for path in (golden_path(name), truth_path(name))}


@pytest.mark.parametrize("name", names())
def test_what_a_truth_asks_for_stands_in_the_page(name: str) -> None:
    """A slip of the pen in a truth would look like a fault of the converter for ever."""
    page, truth = (PAGES / name).read_bytes(), json.loads(truth_path(name).read_text("utf-8"))
    assert page
    assert truth
