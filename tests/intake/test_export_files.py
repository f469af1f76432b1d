"""The files that an import is given, of a folder or of a ZIP file, and what each of them may read beside itself."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from export_samples import zipped

from tui.intake.importing import export_files
from tui.intake.importing.export_files import Files, directory_size, of_file, of_folder, of_zip
from tui.library import Library
from tui.library.library_errors import LibraryError


def names(folder: Path) -> list[str]:
    return [document.name for _, document in of_folder(Files(), folder)]


def filled(folder: Path, *paths: str) -> Path:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(path)
    return folder


def test_a_file_by_itself_reads_nothing_beside_it(tmp_path: Path) -> None:
    filled(tmp_path, "a.txt", "b.txt")
    document = of_file(tmp_path / "a.txt")
    assert (document.name, document.size, document.head()) == ("a.txt", 5, b"a.txt")
    assert document.beside("b.txt") is None


def test_the_files_of_a_folder_come_by_their_names_and_links_and_folders_do_not(tmp_path: Path) -> None:
    folder = filled(tmp_path / "folder", "b.txt", "a/c.txt", "a/a.txt")
    filled(tmp_path, "secret.txt")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    found = of_folder(Files(), folder)
    assert [(path, document.name) for path, document in found] == [
        (folder / name, name) for name in ("a/a.txt", "a/c.txt", "b.txt")
    ]
    assert [(document.size, document.head()) for _, document in found] == [
        (7, b"a/a.txt"),
        (7, b"a/c.txt"),
        (5, b"b.txt"),
    ]


def test_the_library_s_own_file_is_none_of_a_folder(library: Library) -> None:
    own = library.connections.path
    assert own.is_file()
    assert own.name not in names(own.parent)


def test_a_file_may_read_those_that_it_names_from_where_it_lies_and_they_are_used(tmp_path: Path) -> None:
    filled(tmp_path, "secret.txt")
    folder = filled(tmp_path / "folder", "list.json", "a/list.json", "a/text/one.txt", "text/one.txt")
    files = Files()
    documents = {document.name: document for _, document in of_folder(files, folder)}
    assert files.used == set()
    assert documents["a/list.json"].beside("text/one.txt") == b"a/text/one.txt"
    assert files.used == {"a/text/one.txt"}
    assert documents["list.json"].beside("text/one.txt") == b"text/one.txt"
    for other in ("../secret.txt", str(tmp_path / "secret.txt"), "text/two.txt", "a/../list.json"):
        assert documents["list.json"].beside(other) is None
    assert files.used == {"a/text/one.txt", "text/one.txt"}
    (folder / "text" / "one.txt").unlink()
    assert documents["list.json"].beside("text/one.txt") is None


def test_of_a_file_beside_another_five_megabytes_are_read() -> None:
    files = Files()
    document = files.add("list.json", 0, io.BytesIO)
    files.add("text.html", 0, lambda: io.BytesIO(b"x" * 5_000_001))
    assert len(document.beside("text.html") or b"") == 5_000_000


def test_the_files_of_a_zip_file_are_read_as_those_of_a_folder_are(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a/list.json": b"[]", "a/text.html": b"<p>", "empty/": b""}))
    with of_zip(tmp_path / "all.zip") as documents:
        assert [(document.name, document.size, document.head()) for document in documents] == [
            ("a/list.json", 2, b"[]"),
            ("a/text.html", 3, b"<p>"),
        ]
        assert documents[0].beside("text.html") == b"<p>"
        assert documents[0].beside("../a/text.html") is None


def test_a_part_of_a_zip_file_that_is_damaged_is_not_there_for_the_others(tmp_path: Path) -> None:
    body = bytearray(zipped({"list.json": b"[]", "text.html": b"<p>The lamp was lit.</p>" * 9}))
    body[body.index(b"text.html") + 20] ^= 0xFF
    (tmp_path / "all.zip").write_bytes(body)
    with of_zip(tmp_path / "all.zip") as documents:
        assert documents[0].beside("text.html") is None


def test_a_zip_file_that_is_cut_off_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a": b"x"})[:-10])
    with pytest.raises(LibraryError, match=r"^this is damaged or cut off: "), of_zip(tmp_path / "all.zip"):
        pass


def test_so_many_files_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path / "folder", "a", "b", "c")
    (tmp_path / "all.zip").write_bytes(zipped({"a": b"", "b": b"", "c": b""}))
    for most in (2, 3):
        monkeypatch.setattr(export_files, "MOST_FILES", most)
        assert names(tmp_path / "folder") == ["a", "b", "c"][:most]
        with of_zip(tmp_path / "all.zip") as documents:
            assert len(documents) == most


@pytest.mark.parametrize("comment", [0, 1, 65_535])
def test_how_long_the_list_of_files_is_is_told_by_the_end_of_a_zip_file(tmp_path: Path, comment: int) -> None:
    with ZipFile(tmp_path / "all.zip", "w", ZIP_DEFLATED) as archive:
        for number in range(300):
            archive.writestr(f"{number:03}", b"PK\5\6" * 99)
        archive.comment = b"x" * comment
    assert directory_size(tmp_path / "all.zip") == 300 * (46 + 3)
    (tmp_path / "none.zip").write_bytes(b"PK")
    assert directory_size(tmp_path / "none.zip") == 0


@pytest.mark.parametrize(("size", "opens"), [(10_000_000, True), (10_000_001, False)])
def test_a_list_of_files_may_have_ten_megabytes(tmp_path: Path, size: int, opens: bool) -> None:
    body = bytearray(zipped({"a": b"x"}))
    body[-10:-6] = size.to_bytes(4, "little")
    (tmp_path / "all.zip").write_bytes(body)
    said = "this is damaged or cut off: " if opens else "this holds more files than an export has"
    with pytest.raises(LibraryError, match=f"^{said}"), of_zip(tmp_path / "all.zip"):
        pass
