"""Bookmarks written into the library, some together: each is there and found, with all that was said of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from clock import Clock
from export_samples import LAMP, QUAY, TEXT, TIDE

from tui.intake.importing.bookmark_spool import BookmarkSpool
from tui.intake.importing.import_bookmarks import READ, UNREAD, import_bookmarks
from tui.library import Library
from tui.library.feeds.prefetch_queue import Waiting
from tui.library.upkeep import check
from tui.model.bookmark import Bookmark


@pytest.fixture
def spool() -> Iterator[BookmarkSpool]:
    spool = BookmarkSpool()
    yield spool
    spool.close()


def filled(spool: BookmarkSpool, *bookmarks: Bookmark) -> BookmarkSpool:
    for bookmark in bookmarks:
        spool.add(bookmark)
    return spool


def text(number: int) -> str:
    return f"<p>Lamp {number} was lit again on Monday, and whoever passed stood still for a while to look.</p>" * 3


def test_all_that_is_said_of_a_bookmark_is_kept(library: Library, clock: Clock, spool: BookmarkSpool) -> None:
    about = {"authors": ("R. Sand",), "published": "2023-03-01T00:00:00+00:00", "site": "Coast", "language": "en"}
    marks = {"saved": 1_600_000_000, "tags": ("sea", "light"), "read": True, "starred": True, "progress": 0.5}
    filled(spool, Bookmark(LAMP, "Lamp", html=text(1), **about, **marks), Bookmark(QUAY, "Quay", **about))  # type: ignore[arg-type]
    report = import_bookmarks(library, spool)
    assert (report.done, report.known, report.refused, report.stopped) == (2, 0, [], False)
    rows = {row.url: row for row in library.articles.rows(9)}
    lamp, quay = rows[LAMP], rows[QUAY]
    assert (lamp.kept, lamp.read, lamp.starred, lamp.fraction, lamp.text) == (True, True, True, 0.5, "whole")
    assert (quay.kept, quay.read, quay.starred, quay.fraction, quay.text) == (True, False, False, 0.0, "none")
    assert [row.kept_at.timestamp() for row in (lamp, quay)] == [1_600_000_000, clock.now]
    assert library.marks.tags_of(lamp.id) == ["light", "sea"]
    assert library.articles.reading_position(lamp.id)[1] > 0
    with library.connections.reading() as db:
        assert db.execute("SELECT read_at FROM article ORDER BY id").fetchall() == [(1_600_000_000,), (None,)]
    for row, title in ((lamp, "Lamp"), (quay, "Quay")):
        article = library.articles.get(row.id)
        assert (article.title, article.authors, article.site) == (title, ("R. Sand",), "Coast")
        assert (article.published, article.language) == ("2023-03-01T00:00:00+00:00", "en")
    assert [one.url for one in queued(library)] == [QUAY]


def queued(library: Library) -> list[Waiting]:
    """What is fetched when what was saved is to be fetched."""
    library.entries.queue_saved()
    return list(library.entries.waiting())


def test_a_moment_that_is_still_to_come_counts_as_now(library: Library, clock: Clock, spool: BookmarkSpool) -> None:
    import_bookmarks(library, filled(spool, Bookmark(LAMP, saved=int(clock.now) + 1, read=True)))
    assert library.articles.rows(1)[0].kept_at.timestamp() == clock.now


@pytest.mark.parametrize(
    ("without", "kept"), [([UNREAD], [QUAY]), ([READ], [LAMP]), ([UNREAD, READ], []), (["feeds"], [LAMP, QUAY])]
)
def test_what_was_read_or_was_not_can_be_left_out(
    library: Library, spool: BookmarkSpool, without: list[str], kept: list[str]
) -> None:
    report = import_bookmarks(library, filled(spool, Bookmark(LAMP), Bookmark(QUAY, read=True)), without=without)
    assert (report.done, sorted(row.url for row in library.articles.rows(9))) == (len(kept), kept)


def test_a_text_in_which_no_article_is_leaves_the_address(library: Library, spool: BookmarkSpool) -> None:
    report = import_bookmarks(library, filled(spool, Bookmark(LAMP, "Lamp", html="<p> </p>")))
    assert (report.done, report.refused) == (1, [])
    (row,) = library.articles.rows(9)
    assert (row.title, row.text) == ("Lamp", "none")


def test_texts_are_written_ten_at_a_time_and_addresses_five_hundred(library: Library, spool: BookmarkSpool) -> None:
    filled(spool, *(Bookmark(f"{LAMP}/{number}", html=text(number), saved=number) for number in range(21)))
    filled(spool, *(Bookmark(f"{TIDE}/{number}", saved=99) for number in range(502)))
    seen: list[tuple[int, int | None]] = []
    report = import_bookmarks(library, spool, progress=lambda *at: seen.append(at))
    assert seen == [(10, 523), (20, 523), (520, 523), (523, 523)]
    assert (report.done, report.known, library.articles.count()) == (523, 0, 523)


@pytest.mark.parametrize("count", [500, 501])
def test_however_many_there_are_each_is_found(library: Library, spool: BookmarkSpool, count: int) -> None:
    filled(spool, *(Bookmark(f"{TIDE}/{number}", f"Tide {number:03}", saved=number) for number in range(count)))
    import_bookmarks(library, spool)
    for title in ("Tide 000", f"Tide {count - 1:03}"):
        assert [hit.row.title for hit in library.search.find(f'"{title}"')] == [title]
    assert check.examine(library.folder).sound


def test_what_is_stopped_stays_as_far_as_it_came(library: Library, spool: BookmarkSpool) -> None:
    filled(
        spool,
        *(Bookmark(f"{LAMP}/{number}", f"Lamp {number}", html=text(number), saved=number) for number in range(12)),
    )
    seen: list[int] = []
    report = import_bookmarks(library, spool, progress=lambda done, _: seen.append(done), stopped=lambda: bool(seen))
    assert (report.stopped, report.done, seen, library.articles.count()) == (True, 10, [10], 10)
    assert len(library.search.find("Monday")) == 10
    assert import_bookmarks(library, spool).known == 10


def test_a_text_takes_the_place_of_an_address_but_not_of_another_text(library: Library, spool: BookmarkSpool) -> None:
    import_bookmarks(library, filled(spool, Bookmark(LAMP), Bookmark(QUAY, html=text(1))))
    other = BookmarkSpool()
    filled(other, Bookmark(LAMP, html=text(2)), Bookmark(QUAY, html=TEXT), Bookmark(f"{LAMP}?utm_source=mail"))
    report = import_bookmarks(library, other)
    assert (report.done, report.known) == (2, 1)
    texts = {row.url: library.articles.get(row.id).text for row in library.articles.rows(9)}
    assert "Lamp 2" in texts[LAMP]
    assert "Lamp 1" in texts[QUAY]
    assert [hit.row.url for hit in library.search.find('"Lamp 2"')] == [LAMP]
    other.close()
