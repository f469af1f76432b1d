"""Bookmarks on their way into the library: each address once, what is said of it twice put together, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from export_samples import LAMP, QUAY, TEXT, TIDE

from tui.intake.importing import bookmark_spool
from tui.intake.importing.bookmark_spool import READ, STARRED, BookmarkSpool, joined, key_of
from tui.intake.importing.bookmark_spool import TEXT as WITH_TEXT
from tui.model.bookmark import Bookmark

NOW = 1_700_000_000
FULL = Bookmark(
    LAMP, "Lamp", 1_600_000_000, ("light", "née"), True, True, 0.5, TEXT, ("R. Sand",), "2023-03-01", "Coast", "en"
)


@pytest.fixture
def spool() -> Iterator[BookmarkSpool]:
    spool = BookmarkSpool()
    yield spool
    spool.close()


def added(spool: BookmarkSpool, bookmarks: Iterable[Bookmark]) -> list[bool]:
    return [spool.add(bookmark) for bookmark in bookmarks]


@pytest.mark.parametrize("in_memory", [1, 1_000_000])
def test_all_that_is_said_of_a_bookmark_comes_out_again(monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(bookmark_spool, "IN_MEMORY", in_memory)  # what is more goes into a file
    spool = BookmarkSpool()
    many = [FULL, Bookmark(QUAY), *(Bookmark(f"{TIDE}/{n}", f"Tide\n{n}\t", n) for n in range(50))]
    assert added(spool, many) == [True] * 52
    assert (len(spool), [spool[at] for at in range(52)]) == (52, many)
    assert [spool.key(at) for at in (0, 1, 51)] == [key_of(many[at].address) for at in (0, 1, 51)]
    spool.close()
    with pytest.raises(ValueError, match="closed"):
        spool[0]


def test_sixteen_megabytes_are_held_in_memory(spool: BookmarkSpool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    spool.add(Bookmark(LAMP, html="x" * 15_900_000))
    with pytest.raises(FileNotFoundError, match="/nowhere"):
        spool.add(Bookmark(QUAY, html="x" * 101_000))


def test_what_texts_marks_and_dates_there_are_is_told_without_reading_them(spool: BookmarkSpool) -> None:
    added(spool, [FULL, Bookmark(QUAY, read=True), Bookmark(TIDE, saved=0, starred=True)])
    assert [spool.count(kind) for kind in (WITH_TEXT, READ, STARRED)] == [1, 2, 2]
    assert [spool.has_text(at) for at in range(3)] == [True, False, False]
    assert [spool.is_read(at) for at in range(3)] == [True, True, False]
    assert spool.moments == [1_600_000_000, 0]


def test_an_address_is_there_once_however_it_is_written(spool: BookmarkSpool) -> None:
    spellings = [LAMP, f"{LAMP}#top", LAMP.replace("https", "HTTPS"), f"{LAMP}?utm_source=mail"]
    assert added(spool, [Bookmark(one, tags=(str(at),)) for at, one in enumerate(spellings)]) == [
        True,
        False,
        False,
        False,
    ]
    half = f"{LAMP}/\ud83d"
    assert added(spool, [Bookmark(f"{LAMP}?page=2"), Bookmark(half), Bookmark(half)]) == [True, True, False]
    assert (len(spool), spool[0].tags, spool[0].address) == (3, ("0", "1", "2", "3"), LAMP)
    assert spool.key(2) == key_of(half)


def test_what_was_said_later_of_an_address_counts_too(spool: BookmarkSpool) -> None:
    added(spool, [Bookmark(LAMP, saved=9, read=True), Bookmark(QUAY), Bookmark(LAMP, saved=3, starred=True, html=TEXT)])
    assert spool[0] == Bookmark(LAMP, saved=3, starred=True, html=TEXT)
    assert (spool.has_text(0), spool.is_read(0), spool.count(STARRED), spool.moments) == (True, False, 1, [3])
    assert spool.key(0) == key_of(LAMP)
    assert spool[1] == Bookmark(QUAY)


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ({"title": "Lamp"}, {"title": "Light"}, {"title": "Lamp"}),
        ({}, {"title": "Light"}, {"title": "Light"}),
        ({"saved": 5}, {"saved": 3}, {"saved": 3}),
        ({"saved": 3}, {"saved": 5}, {"saved": 3}),
        ({}, {"saved": 5}, {"saved": 5}),
        ({"saved": 5}, {}, {"saved": 5}),
        ({"tags": ("Sea", "Lamp")}, {"tags": ("quay", "sea")}, {"tags": ("Sea", "Lamp", "quay")}),
        ({"read": True}, {"read": True}, {"read": True}),
        ({"read": True}, {}, {}),
        ({}, {"read": True}, {}),
        ({"starred": True}, {}, {"starred": True}),
        ({}, {"starred": True}, {"starred": True}),
        ({"progress": 0.25}, {"progress": 0.5}, {"progress": 0.5}),
        ({"html": "<p>a", "site": "A"}, {"html": "<p>b", "site": "B"}, {"html": "<p>a", "site": "A"}),
        ({"site": "A"}, {"html": "<p>b", "site": "B"}, {"html": "<p>b", "site": "B"}),
        ({"site": "A"}, {"site": "B"}, {"site": "A"}),
    ],
)
def test_two_entries_of_an_address_are_put_together(
    first: dict[str, object], second: dict[str, object], both: dict[str, object]
) -> None:
    made = [replace(Bookmark(LAMP), **changes) for changes in (first, second, both)]  # type: ignore[arg-type]
    assert joined(made[0], made[1]) == made[2]


def test_what_was_saved_last_comes_last_and_of_one_moment_what_an_export_has_first(spool: BookmarkSpool) -> None:
    moments = (NOW - 5, None, NOW - 9, NOW + 5, NOW - 5, NOW)
    added(spool, [Bookmark(f"{TIDE}/{at}", saved=saved) for at, saved in enumerate(moments)])
    assert spool.oldest_first(NOW) == [2, 4, 0, 5, 3, 1]
