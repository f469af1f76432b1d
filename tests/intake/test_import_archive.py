"""An archive taken in: counted before anything is written, stopped half-way, known and unknown articles told apart."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from feed_arrivals import arrives, entry, subscribed
from kept_pieces import piece, quoted

from tui.intake.import_archive import import_archive
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.output.archive import write_archive

PNG = b"\x89PNG\r\n\x1a\n and some pixels"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", now=lambda: 1_800_000_000.0) as opened:
        yield opened


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of thirty articles, a feed, and two voices that were joined."""
    with Library.open(tmp_path / "there", now=lambda: 1_800_000_000.0) as there:
        for number in range(28):
            there.articles.keep(piece(f"https://coast.example/{number}", f"Tide {number} rises."))
        for number, affiliation in enumerate(("Port Authority", "University of Hull")):
            source = quoted("Ben Okri", "The harbour wall", None, affiliation)
            there.articles.keep(piece(f"https://coast.example/c{number}", "The harbour wall rises.", sources=(source,)))
        one, other = there.voices.page(typed="okri")
        there.voices.join(one.id, [other.id])
        arrives(there, subscribed(there), [entry(1)])
        write_archive(there, tmp_path / "all.zip")
    return tmp_path / "all.zip"


def changed(archive: Path, name: str, data: bytes | None) -> Path:
    """The archive with one part replaced, or without it."""
    target = archive.with_name("changed.zip")
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if data is not None:
            new.writestr(name, data)
    return target


def read(archive: Path, name: str) -> bytes:
    with zipfile.ZipFile(archive) as opened:
        return opened.read(name)


def parts(library: Library) -> tuple[int, int, int]:
    """How many articles, feeds, and voices of that name there are."""
    return library.articles.count(), len(library.feeds.rows()), len(library.voices.page(typed="okri"))


def test_what_is_only_counted_is_not_written(library: Library, archive: Path) -> None:
    for number in (3, 5):
        library.articles.keep(piece(f"https://coast.example/{number}", f"Tide {number} rises."))
    for number, affiliation in enumerate(("Port Authority", "University of Hull")):
        source = quoted("Ben Okri", "The harbour wall", None, affiliation)
        library.articles.keep(piece(f"https://coast.example/c{number}", "The harbour wall rises.", sources=(source,)))
    seen: list[tuple[int, int | None]] = []
    before = parts(library)
    report = import_archive(library, archive, dry=True, progress=lambda *at: seen.append(at))
    assert (report.done, report.known, report.refused, report.stopped) == (30, 4, [], False)
    assert seen == [(20, 30), (30, 30)]
    assert parts(library) == before == (4, 0, 2)
    report = import_archive(library, archive)
    assert (report.done, report.known, report.refused) == (30, 4, [])
    assert parts(library) == (30, 1, 1)


def test_what_is_stopped_stays_as_far_as_it_came_and_the_rest_comes_the_next_time(
    library: Library, archive: Path
) -> None:
    seen: list[tuple[int, int | None]] = []
    report = import_archive(library, archive, progress=lambda *at: seen.append(at), stopped=lambda: bool(seen))
    assert (report.stopped, report.done, seen) == (True, 20, [(20, 30)])
    assert parts(library)[:2] == (20, 1)
    report = import_archive(library, archive)
    assert (report.stopped, report.done, report.known) == (False, 30, 20)
    assert parts(library) == (30, 1, 1)


def test_articles_have_their_numbers_again_only_in_an_empty_library(library: Library, archive: Path) -> None:
    numbers = [json.loads(line)["id"] for line in read(archive, "articles.jsonl").splitlines()]
    renumbered = b"\n".join(
        json.dumps({**json.loads(line), "id": 100 + json.loads(line)["id"]}).encode()
        for line in read(archive, "articles.jsonl").splitlines()
    )
    archive = changed(archive, "articles.jsonl", renumbered)
    import_archive(library, archive)
    assert sorted(row.id for row in library.articles.rows(99)) == sorted(100 + number for number in numbers)
    with Library.open(library.folder.parent / "other") as other:
        other.articles.keep(piece("https://coast.example/own"))
        import_archive(other, archive)
        assert max(row.id for row in other.articles.rows(99)) == 31


@pytest.mark.parametrize(("total", "told"), [(30, 30), (0, 0), (-1, None), ("many", None), (None, None)])
def test_how_many_there_are_is_told_where_the_archive_says_it(
    library: Library, archive: Path, total: object, told: int | None
) -> None:
    manifest = {"newsreader": "library", "format": 1, "articles": total}
    seen: list[tuple[int, int | None]] = []
    archive = changed(archive, "library.json", json.dumps(manifest).encode())
    import_archive(library, archive, progress=lambda *at: seen.append(at))
    assert seen == [(20, told), (30, told)]


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (b"{", "is no newsreader archive"),
        (b"[]", "is no newsreader archive"),
        (b"{}", "is no newsreader archive"),
        (b'{"newsreader": "article", "format": 1}', "is no newsreader archive"),
        (b'{"newsreader": "library"}', "was made by a newer newsreader: update this one to read it"),
        (b'{"newsreader": "library", "format": 2}', "was made by a newer newsreader: update this one to read it"),
        (b'{"newsreader": "library", "format": "1"}', "was made by a newer newsreader: update this one to read it"),
    ],
)
def test_what_is_no_archive_that_can_be_read_is_said_to_be_that(
    library: Library, archive: Path, manifest: bytes, said: str
) -> None:
    path = changed(archive, "library.json", manifest)
    with pytest.raises(LibraryError) as raised:
        import_archive(library, path)
    assert str(raised.value) == f"{path} {said}"
    assert parts(library) == (0, 0, 0)


@pytest.mark.parametrize("part", ["library.json", "articles.jsonl", "voices.jsonl"])
def test_an_archive_that_lacks_a_part_is_damaged(library: Library, archive: Path, part: str) -> None:
    path = changed(archive, part, None)
    with pytest.raises(LibraryError, match="no newsreader archive"):
        import_archive(library, path)


def test_an_archive_of_an_earlier_version_has_no_feeds(library: Library, archive: Path) -> None:
    path = changed(archive, "feeds.jsonl", None)
    assert import_archive(library, path).refused == []
    assert parts(library) == (30, 0, 1)


def test_a_feed_of_an_archive_may_not_ask_this_machine(library: Library, archive: Path) -> None:
    import_archive(library, archive)
    assert [feed.private for feed in library.entries.due()] == [bool(2)]
    with library.connections.reading() as db:
        assert db.execute("SELECT private FROM feed").fetchall() == [(2,)]


def test_a_line_that_is_no_article_is_named_by_its_number(library: Library, archive: Path) -> None:
    lines = read(archive, "articles.jsonl").splitlines()
    odd = json.dumps({**json.loads(lines[0]), "versions": [5]}).encode()
    path = changed(archive, "articles.jsonl", b"\n".join([b"{", lines[1], b"[" * 600_000, odd, lines[2]]))
    report = import_archive(library, path)
    assert (report.done, [refusal.what for refusal in report.refused]) == (2, ["line 1", "line 3", "line 4"])
    assert [refusal.why.partition(":")[0] for refusal in report.refused] == ["not an article"] * 3
    assert report.refused[1].why == "not an article: too large"
