"""Golden pages: the whole Article of each, and what is right of it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import golden_floors
import pytest
from golden_floors import Floors
from golden_pages import PAGES, Record, difference, golden_path, letters, names, truth_path
from golden_scores import Score

ACCEPT = "look at the changes; if they are right: python tests/golden/accept.py"


@pytest.mark.parametrize("name", names())
def test_a_page_gives_the_article_that_was_accepted(name: str) -> None:
    changes = difference(name)
    if changes:
        pytest.fail(f"{changes}\n\n{ACCEPT} {name}", pytrace=False)


def test_no_figure_is_under_its_floor() -> None:
    fallen = Floors.pinned().fallen()
    if fallen:
        pytest.fail("\n\n".join(fallen), pytrace=False)


def test_a_figure_under_its_floor_names_the_pages_where_more_is_wrong_than_was(monkeypatch: pytest.MonkeyPatch) -> None:
    easy, hard = "footnotes-canal.html", "streamed-segments.html"
    body, title = Score(asked=3, right=2), Score(asked=2, right=2)
    body.faults[hard] = ["not there: Row nine has always been cheap", "not there: Row ten"]
    monkeypatch.setattr(golden_floors, "measured", lambda pages: {"body": body, "title": title})
    floors = Floors({"body": 1.0, "title": 1.0}, {easy: {}, hard: {"body": 1}})
    (paragraph,) = floors.fallen()
    assert paragraph.startswith("body is 0.6666, its floor 1.0:")
    assert f"{hard}: not there: Row nine has always been cheap" in paragraph
    assert easy not in paragraph


def test_the_floors_are_under_all_pages() -> None:
    assert list(Floors.pinned().wrong) == names(), "python tests/golden/accept.py brings new pages in"


def test_every_page_has_its_article_and_its_truth() -> None:
    beside = {path.name for path in PAGES.iterdir() if path.suffix == ".json"}
    assert beside == {path.name for name in names() for path in (golden_path(name), truth_path(name))}


@pytest.mark.parametrize("name", names())
def test_what_a_truth_speaks_of_stands_in_the_page(name: str) -> None:
    """A slip of the pen in a truth would look like a fault of the converter for ever, or forbid what cannot come."""
    page = letters((PAGES / name).read_bytes())
    for alternatives in _spoken_of(json.loads(truth_path(name).read_text("utf-8"))):
        assert any(letters(one.encode()) in page for one in alternatives.split("|"))


def _spoken_of(truth: Record) -> Iterator[str]:
    """Every string of a truth that must be found in its page as it is; some of them with alternatives."""
    yield from (truth["title"].replace("|", ""), *truth["authors"], *truth["has"], *truth["lacks"], *truth["sources"])
    for text, credit in truth["captions"]:
        yield from (part for part in (text, credit) if part)
    for words, speaker in truth["quotations"]:
        yield from (part for part in (words, speaker) if part)
