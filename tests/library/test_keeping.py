"""Keeping articles and finding them again."""

import hashlib
import os
import resource
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from kept_pieces import piece

from tui.library import Library, LibraryError
from tui.library.articles import pictures
from tui.model.article import Caption


def test_a_kept_article_comes_back_whole(tmp_path: Path) -> None:
    article = piece(captions=(Caption("The wall", "L. Park"),), authors=("R. Sand",), language="en")
    with Library.open(tmp_path) as library:
        number = library.articles.keep(article)
    with Library.open(tmp_path) as library:
        assert library.articles.get(number) == article


def test_an_address_with_fragment_or_tracking_is_kept_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        first = library.articles.keep(piece("https://www.coast.example/wall/?utm_source=x&fbclid=1#top"))
        assert library.articles.keep(piece("http://coast.example/wall")) == first
        assert library.articles.find("https://coast.example/wall?gclid=7") == first
        assert len(library.articles.rows(10)) == 1


def test_the_canonical_address_joins_two_addresses(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        first = library.articles.keep(piece("https://coast.example/wall", url="https://coast.example/wall"))
        again = library.articles.keep(piece("https://amp.coast.example/wall", url="https://coast.example/wall"))
        assert again == first
        assert library.articles.find("https://amp.coast.example/wall") == first


def test_keeping_needs_no_file_beside_those_of_the_library(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(piece("https://coast.example/1"))
        next_file = os.dup(0)
        os.close(next_file)
        at_most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (next_file, at_most[1]))
        try:
            number = library.articles.keep(piece("https://coast.example/2"))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, at_most)
        assert library.articles.find("https://coast.example/2") == number


def test_rows_come_newest_first_a_page_at_a_time(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        kept = [library.articles.keep(piece(f"https://coast.example/{n}")) for n in range(5)]
        page = library.articles.rows(2)
        assert [row.id for row in page] == kept[:2:-1]
        assert [row.id for row in library.articles.rows(9, after=page[-1])] == kept[2::-1]


def test_place_and_marks_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(piece())
        assert library.articles.reading_position(number) == (0, 0)
        library.articles.set_reading_position(number, 3, 14, 0.5)
        library.marks.read(number)
        library.marks.star(number)
    with Library.open(tmp_path) as library:
        (row,) = library.articles.rows(1)
        assert library.articles.reading_position(number) == (3, 14)
        assert (row.read, row.starred, row.fraction) == (True, True, 0.5)


def test_a_removed_article_is_gone_with_its_picture(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(piece())
        library.pictures.keep(number, 0, b"picture", "image/png")
        library.articles.remove(number)
        assert library.articles.rows(1) == []
        with pytest.raises(LibraryError, match="no longer kept"):
            library.articles.get(number)


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        one, two = (
            library.articles.keep(piece("https://a.example/1")),
            library.articles.keep(piece("https://a.example/2")),
        )
        file = library.pictures.keep(one, 0, b"picture", "image/png")
        assert library.pictures.keep(two, 4, b"picture", "image/png") == file
        library.articles.remove(one)
        assert library.pictures.find(two, 4) == file
        assert file.read_bytes() == b"picture"


@pytest.mark.parametrize(
    ("media_type", "ending"),
    [
        ("image/jpeg", ".jpg"),
        ("image/png", ".png"),
        ("image/gif", ".gif"),
        ("image/webp", ".webp"),
        ("image/avif", ".avif"),
        ("image/svg+xml", ".svg"),
        ("image/bmp", ".bmp"),
        ("image/tiff", ".tiff"),
        ("image/heic", ".img"),
    ],
)
def test_a_picture_has_the_ending_of_its_format(tmp_path: Path, media_type: str, ending: str) -> None:
    with Library.open(tmp_path) as library:
        file = library.pictures.keep(library.articles.keep(piece()), 0, b"picture", media_type)
        digest = hashlib.sha256(b"picture").hexdigest()
        assert file == tmp_path / "pictures" / digest[:2] / (digest + ending)
        assert file.read_bytes() == b"picture"


def test_a_note_does_not_take_a_picture_s_place_and_a_picture_takes_the_note_s(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(piece())
        for note in ("404", "503"):
            library.pictures.note(number, 1, note)
        assert library.pictures.notes(number) == {1: "503"}
        file = library.pictures.keep(number, 1, b"picture", "image/png")
        library.pictures.note(number, 1, "404")
        assert (library.pictures.find(number, 1), library.pictures.notes(number)) == (file, {})
        library.pictures.note(number, 0, "410")
        row = library.articles.row(number)
        assert row
        assert (row.pictures, row.missing) == (1, 1)
        file.unlink()
        assert library.pictures.find(number, 1) is None


def test_a_picture_that_could_not_be_had_is_noted(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.articles.keep(piece())
        library.pictures.note(number, 1, "404")
        assert library.pictures.find(number, 1) is None
        assert library.pictures.notes(number) == {1: "404"}


def test_validators_are_those_of_the_last_response(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.keep(piece(), etag='"a"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
        assert library.articles.validators(piece().address) == ('"a"', "Mon, 02 Mar 2026 10:00:00 GMT")
        assert library.articles.validators("https://other.example/x") == (None, None)


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    with Library.open(tmp_path / "above" / "kept") as library:
        file = library.pictures.keep(library.articles.keep(piece()), 0, b"p", "image/png")
        modes = {p: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*")}
        assert file in modes
    assert {m for p, m in modes.items() if p.suffix} == {0o600}
    assert {m for p, m in modes.items() if not p.suffix} == {0o700}


def test_threads_may_keep_the_same_picture_at_once(tmp_path: Path) -> None:
    data = b"\x89PNG\r\n\x1a\n" + bytes(200_000)

    def write(_: int) -> None:
        pictures.write(tmp_path / "library" / "pictures" / "ab" / "abc.png", data)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(write, range(64)))
    (kept,) = (tmp_path / "library" / "pictures" / "ab").iterdir()
    assert kept.read_bytes() == data


def test_many_articles_are_kept_at_once_and_one_that_is_there_is_known(library: Library) -> None:
    many = [piece(f"https://coast.example/{n % 250}", f"Tide {n % 250} rises.") for n in range(300)]
    seen: list[tuple[int, int | None]] = []
    report = library.articles.keep_many(many, total=300, progress=lambda *at: seen.append(at))
    assert (report.done, report.known, seen[-1]) == (300, 50, (300, 300))
    assert library.articles.count() == 250
    assert [hit.row.url for hit in library.search.find("tide 7")] == ["https://coast.example/7"]


def test_keeping_many_can_be_stopped_and_what_was_kept_stays(library: Library) -> None:
    many = (piece(f"https://coast.example/{n}") for n in range(100_000))
    report = library.articles.keep_many(many, stopped=lambda: library.articles.count() >= 300)
    assert report.stopped
    assert 300 <= library.articles.count() == report.done < 1_000
