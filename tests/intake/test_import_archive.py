"""An archive taken in: counted before anything is written, stopped half-way, known and unknown articles told apart."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from feed_arrivals import arrives, entry, subscribed
from kept_pieces import piece, quoted

from tui.intake.importing.import_archive import import_archive
from tui.library import Library
from tui.library.library_errors import LibraryError
from tui.library.work_report import Report
from tui.model.article import Caption
from tui.output.archive import write_archive

PNG = b"\x89PNG\r\n\x1a\n and some pixels"


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


def records_of(archive: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(archive, "articles.jsonl").splitlines()]


def with_records(archive: Path, *records: dict[str, Any], name: str = "articles.jsonl") -> Path:
    return changed(archive, name, b"\n".join(json.dumps(record).encode() for record in records))


def refusals(report: Report) -> list[tuple[str, str]]:
    return [(refusal.what, refusal.why) for refusal in report.refused]


@pytest.mark.parametrize("length", [90_000, 100_001])
def test_what_an_archive_says_of_itself_may_have_some_length(library: Library, archive: Path, length: int) -> None:
    manifest = json.dumps({"newsreader": "library", "format": 1, "articles": 30, "more": "x" * length})
    path = changed(archive, "library.json", manifest.encode())
    if length < 100_000:
        assert import_archive(library, path, dry=True).done == 30
    else:
        with pytest.raises(LibraryError, match="is no newsreader archive"):
            import_archive(library, path)


@pytest.mark.parametrize(("values", "refused"), [(500_000, []), (500_001, ["line 1"])])
def test_a_record_may_hold_so_many_values(library: Library, archive: Path, values: int, refused: list[str]) -> None:
    first, second, *_ = records_of(archive)
    there = sum(map(json.dumps(first | {"more": [0]}).count, ",[{"))
    path = with_records(archive, first | {"more": [0] * (values - there + 1)}, second)
    report = import_archive(library, path)
    assert [what for what, _ in refusals(report)] == refused
    assert library.articles.count() == 2 - len(refused)


def test_bytes_that_are_no_letters_cost_a_record_nothing_but_themselves(library: Library, archive: Path) -> None:
    body = read(archive, "articles.jsonl").replace(b"Tide 7 rises", b"Tide 7 \xff rises")
    report = import_archive(library, changed(archive, "articles.jsonl", body))
    assert (report.done, report.refused) == (30, [])
    assert [hit.row.title for hit in library.search.find('"tide 7"')] == ["Harbour wall to rise"]


def test_a_record_may_be_as_long_as_an_article_with_all_its_versions(library: Library, archive: Path) -> None:
    first, second, third, *_ = records_of(archive)
    path = with_records(archive, first | {"more": "x" * 8_200_000}, second | {"more": "x" * 16_100_000}, third)
    report = import_archive(library, path)
    assert (report.done, refusals(report)) == (2, [("line 2", "not an article: too large")])


def test_an_article_that_cannot_be_written_whole_is_not_written_and_costs_the_others_nothing(
    library: Library, archive: Path
) -> None:
    """Its search words are not written either."""
    first, second, *_ = records_of(archive)
    with library.connections.writing() as db:
        db.execute(
            "CREATE TRIGGER odd BEFORE INSERT ON tagging BEGIN SELECT RAISE(ABORT, 'this tag is not taken'); END"
        )
    report = import_archive(library, with_records(archive, first | {"tags": ["sea"]}, second))
    assert (report.done, refusals(report)) == (1, [(str(first["id"]), "not whole: this tag is not taken")])
    assert [row.id for row in library.articles.rows(9)] == [second["id"]]
    assert len(library.search.find("Tide")) == 1


def test_what_is_here_already_takes_over_what_it_lacks_and_is_counted(library: Library, archive: Path) -> None:
    first, second, *_ = records_of(archive)
    library.articles.keep(piece(first["article"]["address"], "Tide 0 rises."))
    report = import_archive(library, with_records(archive, first, second))
    assert (report.done, report.known, library.articles.count()) == (2, 1, 2)
    assert len(library.search.find("Tide")) == 2


def test_what_is_no_feed_is_named_by_its_line_and_the_others_come(library: Library, archive: Path) -> None:
    lines = read(archive, "feeds.jsonl").splitlines()
    (feed,) = (line for line in lines if b'"feed"' in line)
    body = b"\n".join([b"{", feed, b'{"tide": {}}', b"7", b"\xff" * 16_000_001])
    report = import_archive(library, changed(archive, "feeds.jsonl", body))
    said = "no feed, saved search or mute rule"
    assert refusals(report) == [(f"line {number} of the feeds", said) for number in (1, 3, 4, 5)]
    assert (report.done, parts(library)[1]) == (30, 1)


def test_names_of_feeds_steer_no_terminal(library: Library, archive: Path) -> None:
    body = read(archive, "feeds.jsonl").replace(b"Coast", b"Co\\u001b[31mast\\u202e")
    import_archive(library, changed(archive, "feeds.jsonl", body))
    assert [row.title for row in library.feeds.rows()] == ["Co[31mast"]


def test_what_is_no_joined_voice_costs_the_others_nothing(library: Library, archive: Path) -> None:
    lines = read(archive, "voices.jsonl").splitlines()
    odd = [b"{", b"7", b'{"member": 7}', b'{"more": "' + b"x" * 100_001 + b'"}']
    report = import_archive(library, changed(archive, "voices.jsonl", b"\n".join([*odd, *lines])))
    assert report.refused == []
    assert parts(library) == (30, 1, 1)


@pytest.mark.parametrize(("length", "voices"), [(90_000, 1), (210_000, 2)])
def test_a_voice_may_have_some_length(library: Library, archive: Path, length: int, voices: int) -> None:
    lines = [json.loads(line) for line in read(archive, "voices.jsonl").splitlines()]
    import_archive(
        library, with_records(archive, *({"more": "x" * length} | line for line in lines), name="voices.jsonl")
    )
    assert parts(library)[2] == voices


def test_what_was_stopped_joins_no_voices(library: Library, archive: Path) -> None:
    report = import_archive(library, archive, stopped=lambda: True)
    assert (report.stopped, report.done, parts(library)) == (True, 0, (0, 1, 0))


@pytest.fixture
def pictured(tmp_path: Path) -> Path:
    """An archive of an article with a picture."""
    with Library.open(tmp_path / "pictured", now=lambda: 1_800_000_000.0) as there:
        captions = (Caption("The wall", image="https://coast.example/wall.png"),)
        number = there.articles.keep(piece(captions=captions))
        there.pictures.keep(number, 0, PNG, "image/png")
        write_archive(there, tmp_path / "pictured.zip")
    return tmp_path / "pictured.zip"


def test_type_and_size_of_a_picture_are_those_of_what_is_in_it(library: Library, pictured: Path) -> None:
    (record,) = records_of(pictured)
    (picture,) = record["pictures"]
    odd = picture | {"media_type": "image/gif", "bytes": 7}
    import_archive(library, with_records(pictured, record | {"pictures": [odd]}))
    (row,) = library.articles.rows(9)
    file = library.pictures.find(row.id, 0)
    assert file
    assert (file.suffix, file.read_bytes(), row.pictures, row.missing) == (".png", PNG, 1, 0)
    with library.connections.reading() as db:
        assert db.execute("SELECT media_type, bytes FROM picture").fetchall() == [("image/png", len(PNG))]


@pytest.mark.parametrize(("size", "taken"), [(50_000_000, True), (50_000_001, False)])
def test_a_picture_may_have_fifty_megabytes(library: Library, pictured: Path, size: int, taken: bool) -> None:
    data = PNG + bytes(size - len(PNG))
    digest = hashlib.sha256(data).hexdigest()
    (record,) = records_of(pictured)
    (picture,) = record["pictures"]
    path = with_records(pictured, record | {"pictures": [picture | {"digest": digest}]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        opened.writestr(f"pictures/{digest}", data)
    report = import_archive(library, path)
    assert refusals(report) == ([] if taken else [(f"picture {digest[:12]}", "missing or damaged in the archive")])
    with library.connections.reading() as db:
        kept = db.execute("SELECT digest, media_type, bytes, note FROM picture").fetchall()
    assert kept == [(digest, "image/png", size, None) if taken else (None, None, 0, "was missing in the archive")]


def test_what_names_no_picture_leads_to_no_file(library: Library, pictured: Path) -> None:
    (record,) = records_of(pictured)
    (picture,) = record["pictures"]
    path = with_records(pictured, record | {"pictures": [picture | {"digest": None, "note": "too large"}]})
    assert import_archive(library, path).refused == []
    assert library.pictures.notes(library.articles.rows(1)[0].id) == {0: "too large"}


def test_an_archive_that_is_damaged_says_so(library: Library, archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-30])
    with pytest.raises(LibraryError) as raised:
        import_archive(library, archive)
    assert str(raised.value) == f"{archive} is damaged or no newsreader archive: File is not a zip file"
