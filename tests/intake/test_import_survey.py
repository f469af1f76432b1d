"""What an export holds, counted before anything of it is written, and how much of it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from export_samples import LAMP, QUAY, SAMPLES, TIDE, csv
from exports_read import of_bytes
from feed_arrivals import arrives, entry, subscribed
from kept_pieces import piece

from tui.intake.bookmarks.documents import Document
from tui.intake.bookmarks.recognition import ImportForm
from tui.intake.importing import import_survey
from tui.intake.importing.import_any import import_any, looked_through
from tui.intake.importing.import_found import Found
from tui.intake.importing.import_survey import Counts, Survey
from tui.library import Library
from tui.library.work_report import never, silent
from tui.model.bookmark import Bookmark
from tui.model.subscription import Skipped, Subscription


@pytest.fixture
def survey() -> Iterator[Survey]:
    survey = Survey()
    yield survey
    survey.spool.close()


def surveyed(survey: Survey, *items: Bookmark | Subscription | Skipped, name: str = "lamp.csv") -> list[int]:
    """Reads a document with these items; how many bookmarks there were each time that it was told."""
    told: list[int] = []
    form = ImportForm("Lamp", lambda _document: iter(items))
    survey.add(of_bytes(b"", name), form, lambda done, total: told.append(done if total is None else -1), never)
    return told


def tides(count: int) -> list[Bookmark]:
    return [Bookmark(f"{TIDE}/{number}") for number in range(count)]


def failures(survey: Survey) -> list[tuple[str, str]]:
    return [(failure.what, failure.why) for failure in survey.failures]


def test_what_bookmarks_have_is_counted(survey: Survey, library: Library) -> None:
    surveyed(
        survey,
        Bookmark(LAMP, saved=1_600_000_000, tags=("Sea", "lamp"), read=True, html="<p>"),
        Bookmark(QUAY, saved=1_700_000_000, tags=("sea",), starred=True),
        Bookmark(TIDE),
        Bookmark(f"{LAMP}#top", tags=("more",), read=True),
        Subscription("https://coast.example/feed"),
        Skipped("notes", count=3),
    )
    survey.count(library)
    assert survey.counts == Counts(3, 1, 1, 1, 1, 0, 1, 0, 1_600_000_000, 1_700_000_000)
    assert (survey.formats, survey.doubled, survey.tags) == (["Lamp"], 1, {"sea", "lamp", "more"})
    assert (dict(survey.skipped), survey.failed, survey.failures, survey.stopped) == ({"notes": 3}, 0, [], False)


def test_nothing_is_counted_as_that(survey: Survey, library: Library) -> None:
    library.articles.keep(piece())
    survey.count(library)
    assert survey.counts == Counts(0, 0, 0, 0, 0, 0, 0, 0, None, None)


def test_a_bookmark_is_known_where_all_that_it_brings_is_here(survey: Survey, library: Library) -> None:
    library.articles.keep(piece(LAMP))
    arrives(library, subscribed(library), [entry(1, url=QUAY, content=None, summary="Short …")])
    surveyed(survey, Bookmark(LAMP, html="<p>"), Bookmark(QUAY), Bookmark(TIDE))
    survey.count(library)
    assert survey.counts.known == 2
    surveyed(survey, Bookmark(QUAY, html="<p>"))
    survey.count(library)
    assert survey.counts.known == 1


def test_feeds_are_counted_once_and_those_that_are_subscribed_to_are_known(survey: Survey, library: Library) -> None:
    library.feeds.subscribe([Subscription("https://coast.example/1"), Subscription("https://coast.example/2")])
    surveyed(survey, *(Subscription(f"https://coast.example/{number}") for number in (1, 2, 3, 3, 4)))
    survey.count(library)
    assert (survey.counts.feeds, survey.counts.feeds_known) == (4, 2)


def test_how_far_it_is_is_told_after_five_hundred_items_each_and_one_can_stop_then(
    survey: Survey, library: Library
) -> None:
    assert surveyed(survey, *tides(1_001)) == [500, 1_000, 1_001]
    again = Survey()
    form = ImportForm("Lamp", lambda _document: iter(tides(1_001)))
    again.add(of_bytes(b""), form, silent, lambda: len(again.spool) >= 1_000)
    assert (again.stopped, len(again.spool)) == (True, 1_000)
    again.spool.close()


@pytest.mark.parametrize(
    ("bound", "items", "why"),
    [
        ("MOST_BOOKMARKS", [Bookmark(LAMP), Bookmark(QUAY), Bookmark(TIDE)], "more than 300,000 bookmarks"),
        ("MOST_FEEDS", [Subscription(LAMP), Subscription(QUAY), Subscription(TIDE)], "more than 50,000 feeds"),
    ],
)
def test_of_all_files_together_so_many_are_taken(
    survey: Survey,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    bound: str,
    items: list[Bookmark | Subscription],
    why: str,
) -> None:
    monkeypatch.setattr(import_survey, bound, 2)
    surveyed(survey, *items[:2])
    surveyed(survey, items[2])
    survey.count(library)
    assert survey.counts.articles + survey.counts.feeds == 2
    assert (failures(survey), dict(survey.skipped), survey.failed) == ([(TIDE, why)], {why: 1}, 1)


def test_twenty_thousand_tags_are_told_apart(survey: Survey) -> None:
    tagged = (Bookmark(f"{TIDE}/{n}", tags=tuple(f"{n} {tag}" for tag in range(50))) for n in range(402))
    surveyed(survey, *tagged)
    assert (len(survey.spool), len(survey.tags)) == (402, 20_000)


def test_fifty_reasons_are_told_apart_and_twenty_failures_named(survey: Survey) -> None:
    surveyed(survey, *(Skipped(f"reason {number}", f"line {number}", failed=True) for number in range(53)))
    surveyed(survey, Skipped("reason 0", "more\x1b" + "x" * 400, count=4), Skipped("reason 51"))
    assert (len(survey.skipped), survey.skipped["reason 0"], survey.skipped["others"]) == (51, 5, 4)
    assert (survey.failed, len(survey.failures), failures(survey)[-1]) == (53, 20, ("line 19", "reason 19"))


def test_what_names_no_place_is_said_of_its_file_in_a_clean_line(survey: Survey) -> None:
    surveyed(
        survey, Skipped("damaged", failed=True, count=2), Skipped("damaged", "a\x1b[31m\n" + "b" * 400, failed=True)
    )
    (first, second) = failures(survey)
    assert first == ("lamp.csv", "damaged")
    assert (second[0][:7], len(second[0]), survey.failed) == ("a[31m b", 300, 3)


def test_a_file_in_which_nothing_is_and_one_that_breaks_off_are_said(survey: Survey) -> None:
    def breaks_off(_document: Document) -> Iterator[Bookmark]:
        yield Bookmark(LAMP)
        raise OSError("the disk is gone")

    assert surveyed(survey, name="empty.csv") == []
    survey.add(of_bytes(b"", "cut.csv"), ImportForm("Lamp", breaks_off), silent, never)
    assert dict(survey.skipped) == {
        "nothing is in it, or it is cut off": 1,
        "the file is damaged or cut off here": 1,
    }
    assert failures(survey) == [("cut.csv: the disk is gone", "the file is damaged or cut off here")]
    assert survey.formats == ["Lamp"]


LINES = {
    "one article": (
        csv("title,url,time_added,tags,status", f"Lamp,{LAMP},1600000000,,"),
        ["Pocket: 1 article, to be fetched", "read: 0 · starred: 0 · tags and folders: 0 · saved: 13 September 2020"],
    ),
    "without dates": (
        csv("title,url,time_added,tags,status", f"Lamp,{LAMP},,a,", f"Quay,{QUAY},,b,"),
        ["Pocket: 2 articles, to be fetched", "read: 0 · starred: 0 · tags and folders: 2 · without a date: 2"],
    ),
    "with text": (
        csv("url,title,content,creation date", f"{LAMP},Lamp,<p>Lit again.,", f"{QUAY},Quay,<p>East.,"),
        ["wallabag: 2 articles, with their text", "read: 0 · starred: 0 · tags and folders: 0 · without a date: 2"],
    ),
    "some with text": (
        csv("url,title,content,creation date", f"{LAMP},Lamp,<p>Lit again.,", f"{QUAY},,,", f"{TIDE},,,"),
        [
            "wallabag: 3 articles, 1 with their text, 2 to be fetched",
            "read: 0 · starred: 0 · tags and folders: 0 · without a date: 3",
        ],
    ),
    "nothing": (
        csv("title,url,time_added,tags,status"),
        ["Pocket: 0 articles", "left out: nothing is in it, or it is cut off (1)"],
    ),
    "feeds": (SAMPLES["feeds.opml"].body, ["OPML: 1 feed", "left out: it is a link, not a feed (1)"]),
}


@pytest.mark.parametrize("kind", LINES)
def test_what_was_found_is_told_in_lines(library: Library, tmp_path: Path, kind: str) -> None:
    body, lines = LINES[kind]
    (tmp_path / "export").write_bytes(body)
    with looked_through(library, tmp_path / "export") as found:
        assert found.lines == lines
        assert found.holds_articles is (kind != "feeds")


def test_one_that_is_here_and_one_that_is_there_twice_are_told_too(library: Library, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"{LAMP}\n{QUAY}\n{QUAY}#top\n")
    library.articles.keep(piece(LAMP))
    with looked_through(library, tmp_path / "list.txt") as found:
        assert found.lines[2:] == ["kept already: 1 · more than once in it: 1"]
    (tmp_path / "list.txt").write_text(f"{TIDE}\n{TIDE}#top\n")
    with looked_through(library, tmp_path / "list.txt") as found:
        assert found.lines[2:] == ["more than once in it: 1"]


def test_nothing_that_was_found_is_nothing_that_is_kept(library: Library) -> None:
    found = Found([])
    outcome = found.keep(library)
    assert (outcome.kept, outcome.doubled, outcome.feeds, outcome.report.also) == (0, 0, 0, [])
    assert (found.lines, found.choices, found.format) == ([], [], "")
    assert (found.counts_itself, found.holds_articles) == (False, False)


def test_what_could_not_be_read_is_named_in_what_came_of_it(library: Library, tmp_path: Path) -> None:
    (tmp_path / "cut.json").write_bytes(SAMPLES["goodlinks.json"].body[:-1])
    report = import_any(library, tmp_path / "cut.json").report
    assert [(one.what, one.why) for one in report.refused] == [("cut.json", "the file is damaged or cut off here")]
    assert report.unlisted == 0


def test_what_is_here_already_is_told_and_that_something_is_there_twice(library: Library, tmp_path: Path) -> None:
    (tmp_path / "all.html").write_bytes(SAMPLES["firefox.html"].body)
    import_any(library, tmp_path / "all.html")
    body = SAMPLES["firefox.html"].body.decode()
    twice = f"<DT><A HREF='{LAMP}#top'>Lamp</A><DT><A HREF='{LAMP}#end'>Lamp</A><DT><A HREF='{TIDE}'>Tide</A>"
    feed = '<DT><A FEEDURL="https://coast.example/other.xml">Other</A>'
    (tmp_path / "all.html").write_text(body.replace("<DD>", f"{twice}{feed}<DD>"))
    with looked_through(library, tmp_path / "all.html") as found:
        assert found.lines[2:4] == [
            "kept already: 2 · more than once in it: 2",
            "feeds: 2 · subscribed to already: 1",
        ]
        assert [choice.line for choice in found.choices] == ["3 unread articles", "2 feeds to subscribe to"]
        assert found.keep(library, dry=True).report.also == ["would subscribe to 1 feed"]
        left_out = found.keep(library, without={"feeds"})
        assert (left_out.kept, left_out.doubled, left_out.feeds, left_out.report.also) == (1, 4, 0, [])
        outcome = found.keep(library)
        assert (outcome.kept, outcome.doubled, outcome.feeds) == (0, 5, 1)
        assert outcome.report.also == ["subscribed to 1 feed"]
        assert len(library.feeds.rows()) == 2
