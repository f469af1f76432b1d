"""Keeping articles and finding them again."""

import hashlib
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
        number = library.keep(article)
    with Library.open(tmp_path) as library:
        assert library.article(number) == article


def test_an_address_with_fragment_or_tracking_is_kept_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        first = library.keep(piece("https://www.coast.example/wall/?utm_source=x&fbclid=1#top"))
        assert library.keep(piece("http://coast.example/wall")) == first
        assert library.find("https://coast.example/wall?gclid=7") == first
        assert len(library.rows(10)) == 1


def test_the_canonical_address_joins_two_addresses(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        first = library.keep(piece("https://coast.example/wall", url="https://coast.example/wall"))
        again = library.keep(piece("https://amp.coast.example/wall", url="https://coast.example/wall"))
        assert again == first
        assert library.find("https://amp.coast.example/wall") == first


def test_rows_come_newest_first_a_page_at_a_time(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        kept = [library.keep(piece(f"https://coast.example/{n}")) for n in range(5)]
        page = library.rows(2)
        assert [row.id for row in page] == kept[:2:-1]
        assert [row.id for row in library.rows(9, after=page[-1])] == kept[2::-1]


def test_place_and_marks_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.keep(piece())
        assert library.place(number) == (0, 0)
        library.set_place(number, 3, 14, 0.5)
        library.mark_read(number)
        library.star(number)
    with Library.open(tmp_path) as library:
        (row,) = library.rows(1)
        assert library.place(number) == (3, 14)
        assert (row.read, row.starred, row.fraction) == (True, True, 0.5)


def test_a_removed_article_is_gone_with_its_picture(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.keep(piece())
        library.keep_picture(number, 0, b"picture", "image/png")
        library.remove(number)
        assert library.rows(1) == []
        with pytest.raises(LibraryError, match="no longer kept"):
            library.article(number)


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        one, two = library.keep(piece("https://a.example/1")), library.keep(piece("https://a.example/2"))
        file = library.keep_picture(one, 0, b"picture", "image/png")
        assert library.keep_picture(two, 4, b"picture", "image/png") == file
        library.remove(one)
        assert library.picture(two, 4) == file
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
        file = library.keep_picture(library.keep(piece()), 0, b"picture", media_type)
        digest = hashlib.sha256(b"picture").hexdigest()
        assert file == tmp_path / "pictures" / digest[:2] / (digest + ending)
        assert file.read_bytes() == b"picture"


def test_a_note_does_not_take_a_picture_s_place_and_a_picture_takes_the_note_s(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.keep(piece())
        for note in ("404", "503"):
            library.note_picture(number, 1, note)
        assert library.picture_notes(number) == {1: "503"}
        file = library.keep_picture(number, 1, b"picture", "image/png")
        library.note_picture(number, 1, "404")
        assert (library.picture(number, 1), library.picture_notes(number)) == (file, {})
        library.note_picture(number, 0, "410")
        row = library.row(number)
        assert row
        assert (row.pictures, row.missing) == (1, 1)
        file.unlink()
        assert library.picture(number, 1) is None


def test_a_picture_that_could_not_be_had_is_noted(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        number = library.keep(piece())
        library.note_picture(number, 1, "404")
        assert library.picture(number, 1) is None
        assert library.picture_notes(number) == {1: "404"}


def test_validators_are_those_of_the_last_response(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.keep(piece(), etag='"a"', last_modified="Mon, 02 Mar 2026 10:00:00 GMT")
        assert library.validators(piece().address) == ('"a"', "Mon, 02 Mar 2026 10:00:00 GMT")
        assert library.validators("https://other.example/x") == (None, None)


def test_files_are_for_their_owner_only(tmp_path: Path) -> None:
    with Library.open(tmp_path / "kept") as library:
        file = library.keep_picture(library.keep(piece()), 0, b"p", "image/png")
        modes = {p: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "kept").rglob("*")}
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
