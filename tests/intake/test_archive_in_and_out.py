"""An archive of the library, and the library again from it, whatever is odd in the archive."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import whole_library
from kept_pieces import PNG, illustrated, piece, quoted

from tui.intake.importing.import_archive import import_archive
from tui.library import Library, LibraryError, View
from tui.library.upkeep import check
from tui.output.archive import write_archive


def everything(library: Library) -> dict[str, object]:
    """All that can be asked of a library."""
    rows = library.articles.rows(1_000)
    return {
        "rows": rows,
        "articles": [library.articles.get(row.id) for row in rows],
        "places": [library.articles.reading_position(row.id) for row in rows],
        "tags": [library.marks.tags_of(row.id) for row in rows],
        "tag counts": library.marks.tags(),
        "versions": [
            [library.versions.get(row.id, version.number) for version in library.versions.of(row.id)] for row in rows
        ],
        "pictures": [
            [file.read_bytes() if (file := library.pictures.find(row.id, n)) else None for n in range(3)]
            for row in rows
        ],
        "notes": [library.pictures.notes(row.id) for row in rows],
        "validators": [library.articles.validators(row.url) for row in rows],
        "voices": [replace(voice, id=0) for voice in library.voices.page()],
        "found": [hit.row.id for hit in library.search.find("harbour", limit=1_000)],
        "unread": library.articles.count(View("unread")),
        "sites": library.articles.sites(),
    }


def rich(library: Library) -> None:
    """A library with something of everything."""
    first, second = illustrated(library, "a"), illustrated(library, "b", site="Gull")
    library.articles.keep(piece("https://coast.example/a", "A newer text of the harbour wall."), etag='"x"')
    library.marks.tag([first, second], "sea")
    library.marks.star(second)
    library.marks.later(first)
    library.marks.read(second)
    library.articles.set_reading_position(second, 0, 9, 0.7)
    library.pictures.note(second, 2, "404")
    library.articles.remove(library.articles.keep(piece("https://coast.example/gone")))
    for n, affiliation in enumerate(("Port Authority", "University of Hull")):
        source = quoted("Ben Okri", "The harbour wall", None, affiliation)
        library.articles.keep(piece(f"https://coast.example/c{n}", "The harbour wall rises.", sources=(source,)))
    one, other = library.voices.page(typed="okri")
    library.voices.join(one.id, [other.id])


def test_an_archive_is_the_same_library_again(library: Library, tmp_path: Path) -> None:
    rich(library)
    report = write_archive(library, tmp_path / "all.zip")
    assert (report.done, report.refused) == (4, [])
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "all.zip").refused == []
        assert everything(again) == everything(library)
        assert import_archive(again, tmp_path / "all.zip").known == 4
        assert everything(again) == everything(library)


def test_an_archive_is_written_whole_or_not_at_all(library: Library, tmp_path: Path) -> None:
    rich(library)
    assert write_archive(library, tmp_path / "all.zip", stopped=lambda: True).stopped
    assert [file.name for file in tmp_path.iterdir()] == ["library"]


def test_a_damaged_archive_and_one_that_is_none_are_said(library: Library, tmp_path: Path) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    whole = (tmp_path / "all.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("a.txt", "a")
    for name in ("cut.zip", "other.zip"):
        with pytest.raises(LibraryError, match=name):
            import_archive(library, tmp_path / name)
    with pytest.raises(LibraryError, match=r"missing\.zip"):
        import_archive(library, tmp_path / "missing.zip")


def rewritten(source: Path, target: Path, name: str, data: bytes) -> None:
    """The archive with one part replaced."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))


def test_lines_of_an_archive_that_are_no_articles_are_reported_and_the_rest_is_taken(
    library: Library, tmp_path: Path
) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        lines = archive.read("articles.jsonl").splitlines()
    broken = b"\n".join([b"{", b"[]", b'{"article": {}}', b'{"article": {"blocks": 3}}', *lines[:2], b"\xff"])
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "articles.jsonl", broken)
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert (report.done, len(report.refused), len(again.articles.rows(9))) == (2, 5, 2)


def test_lines_of_an_archive_that_are_no_feeds_are_reported_and_the_rest_is_taken(tmp_path: Path) -> None:
    whole_library.fill(tmp_path)
    with Library.open(tmp_path, now=lambda: whole_library.REMOVED) as library:
        write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        first, *rest = archive.read("feeds.jsonl").splitlines()
    broken = b"\n".join([b"{", first, b"[]", b'{"feed": 7}', b"\xff", *rest])
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "feeds.jsonl", broken)
    with Library.open(tmp_path / "again", now=lambda: whole_library.REMOVED) as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert [(refusal.what, refusal.why) for refusal in report.refused] == [
            (f"line {number} of the feeds", "no feed, saved search or mute rule") for number in (1, 3, 4, 5)
        ]
        with Library.open(tmp_path) as library:
            for one in (library, again):
                assert {row.address for row in one.feeds.rows()} == {
                    "https://gull.example/feed",
                    "https://coast.example/feed",
                }
                assert [search.name for search in one.feeds.searches()] == ["Walls"]
                assert {rule.query for rule in one.feeds.mute_rules()} == {"title:football", "title:chess"}


@pytest.mark.parametrize("part", ["library.json", "articles.jsonl", "voices.jsonl"])
def test_an_archive_nested_to_any_depth_is_no_fault(library: Library, tmp_path: Path, part: str) -> None:
    rich(library)
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "deep.zip", part, b'{"voice":' + b"[" * 100_000)
    with Library.open(tmp_path / "again") as again:
        if part == "library.json":
            with pytest.raises(LibraryError, match="no newsreader archive"):
                import_archive(again, tmp_path / "deep.zip")
        else:
            assert len(import_archive(again, tmp_path / "deep.zip").refused) == (part == "articles.jsonl")


@pytest.mark.parametrize(
    "damage",
    [
        {"kept_at": {}},
        {"kept_at": 10**30},
        {"kept_at": 10**12},
        {"kept_at": -1},
        {"kept_at": 253_402_300_800},
        {"read_at": 10**12},
        {"versions": [{"until": 10**12, "article": {}}]},
        {"pictures": [{"caption": 0, "digest": "../x", "media_type": None, "bytes": 0}]},
        {"pictures": [{"caption": 0, "digest": None, "media_type": ["x"], "bytes": 0}]},
        {"article": {"address": "a", "title": 5, "blocks": [], "markdown": ""}},
        {"article": {"address": "a", "title": "a", "blocks": [{"kind": "script", "text": "a"}], "markdown": ""}},
        {"tags": [7]},
        {"tags": ["\u001b"]},
        {"addresses": [{"key": ["x"]}]},
        {"addresses": 5},
        {"pictures": [{"caption": None}]},
        {"pictures": [5]},
        {"versions": [{"until": 1}]},
        {"id": "one"},
        {"fraction": "far"},
    ],
    ids=str,
)
def test_a_record_that_is_not_whole_leaves_nothing_behind(
    library: Library, tmp_path: Path, damage: dict[str, object]
) -> None:
    illustrated(library, "a")
    illustrated(library, "b")
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        first, second = archive.read("articles.jsonl").splitlines()
    broken = json.dumps({**json.loads(first), **damage}).encode() + b"\n" + second
    rewritten(tmp_path / "all.zip", tmp_path / "broken.zip", "articles.jsonl", broken)
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "broken.zip")
        assert (report.done, len(report.refused)) == (1, 1)
        assert [hit.row.url for hit in again.search.find("harbour")] == ["https://coast.example/b"]
    assert {problem.kind for problem in check.examine(tmp_path / "again").problems} <= {"stray pictures"}


@pytest.mark.parametrize("odd", [{"read": "yes"}, {"fraction": 7}, {"block": -3}, {"starred": None}], ids=str)
def test_what_is_out_of_bounds_is_brought_within(library: Library, tmp_path: Path, odd: dict[str, object]) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), **odd}
    rewritten(tmp_path / "all.zip", tmp_path / "odd.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "odd.zip").done == 1
        assert 0 <= again.articles.rows(1)[0].fraction <= 1
        assert again.articles.reading_position(1) == (0, 0)
    assert check.examine(tmp_path / "again").sound


@pytest.mark.parametrize("number", [2**63 - 1, 2**48 + 1, 0])
def test_a_number_after_which_there_is_none_is_not_taken_over(library: Library, tmp_path: Path, number: int) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), "id": number}
    rewritten(tmp_path / "all.zip", tmp_path / "last.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "last.zip").done == 1
        assert [row.id for row in again.articles.rows(9)] == [1]
        assert again.articles.keep(piece("https://coast.example/next")) == 2


def test_the_last_moment_that_there_is_is_taken_over(library: Library, tmp_path: Path) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        record = {**json.loads(archive.read("articles.jsonl")), "kept_at": 253_402_300_799}
    rewritten(tmp_path / "all.zip", tmp_path / "late.zip", "articles.jsonl", json.dumps(record).encode())
    with Library.open(tmp_path / "again") as again:
        assert import_archive(again, tmp_path / "late.zip").done == 1
        assert again.articles.rows(1)[0].kept_at.year == 9999


def test_of_a_great_many_bad_lines_twenty_are_told_and_all_counted(library: Library, tmp_path: Path) -> None:
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "bad.zip", "articles.jsonl", b"{\n" * 5_000)
    report = import_archive(library, tmp_path / "bad.zip")
    assert (len(report.refused), report.unlisted, report.failed) == (20, 4_980, 5_000)


def test_an_archive_brings_nothing_that_steers_a_terminal_and_no_false_picture(
    library: Library, tmp_path: Path
) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        (picture,) = (name for name in archive.namelist() if name.startswith("pictures/"))
        record = archive.read("articles.jsonl").replace(b"Harbour wall", b"\\u001b]52;c;aGk=\\u0007Harbour \\u202ewall")
    rewritten(tmp_path / "all.zip", tmp_path / "one.zip", "articles.jsonl", record)
    rewritten(tmp_path / "one.zip", tmp_path / "two.zip", picture, b"another picture")
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "two.zip")
        (row,) = again.articles.rows(1)
        assert row.title.isprintable()
        assert again.pictures.find(row.id, 0) is None
        assert [r.why for r in report.refused] == ["missing or damaged in the archive"]


PICTURE_LOST = "missing or damaged in the archive"


@pytest.mark.parametrize(
    ("data", "digest"),
    [
        (PNG, None),  # as it is: taken over
        (PNG[:-1], ""),
        (b"no picture at all", ""),
        (PNG, "0" * 64),  # of which there is no file
    ],
)
def test_a_picture_is_taken_over_only_where_it_is_what_it_is_said_to_be(
    library: Library, tmp_path: Path, data: bytes, digest: str | None
) -> None:
    illustrated(library)
    write_archive(library, tmp_path / "one.zip")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        (name,) = (name for name in archive.namelist() if name.startswith("pictures/"))
        articles = next(name for name in archive.namelist() if name.endswith(".jsonl") and "article" in name)
        lines = archive.read(articles)
    known = name.removeprefix("pictures/")
    rewritten(tmp_path / "one.zip", tmp_path / "two.zip", name, data)
    rewritten(
        tmp_path / "two.zip", tmp_path / "zip", articles, lines.replace(known.encode(), (digest or known).encode())
    )
    with Library.open(tmp_path / "again") as again:
        report = import_archive(again, tmp_path / "zip")
        (row,) = again.articles.rows(9)
        found, taken = again.pictures.find(row.id, 0), digest is None
        assert (found.read_bytes() if found else None) == (PNG if taken else None)
        assert [refusal.why for refusal in report.refused] == ([] if taken else [PICTURE_LOST])
        assert again.pictures.notes(row.id) == ({} if taken else {0: "was missing in the archive"})
        assert (row.pictures, row.missing) == ((1, 0) if taken else (0, 1))


def test_a_newer_archive_is_said(library: Library, tmp_path: Path) -> None:
    write_archive(library, tmp_path / "all.zip")
    rewritten(tmp_path / "all.zip", tmp_path / "new.zip", "library.json", b'{"newsreader": "library", "format": 2}')
    with pytest.raises(LibraryError, match="made by a newer newsreader"):
        import_archive(library, tmp_path / "new.zip")
