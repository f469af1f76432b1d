"""What leaves is whole and on the disk, and takes nobody's place."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tui.system.new_file import copy_to_new_file, new_file, new_folder


def test_a_new_file_is_whole_for_its_owner_only_and_alone(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.zip") as out:
        out.write(b"whole")
        assert not (tmp_path / "a.zip").exists()
        assert Path(out.name).parent == tmp_path
    assert (tmp_path / "a.zip").read_bytes() == b"whole"
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_what_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), new_file(tmp_path / "a"):
        raise KeyboardInterrupt
    with pytest.raises(IsADirectoryError), new_folder(tmp_path / "b") as folder:
        folder.write_bytes(b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["file", "folder", "link", "link to nothing"])
@pytest.mark.parametrize("since", ["before", "meanwhile"])
def test_nothing_is_overwritten_and_no_link_is_followed(tmp_path: Path, there: str, since: str) -> None:
    mine, target = tmp_path / "mine", tmp_path / "target"
    mine.write_bytes(b"mine")

    def put_there() -> None:
        if there == "file":
            target.write_bytes(b"mine")
        elif there == "folder":
            target.mkdir()
        else:
            target.symlink_to(mine if there == "link" else tmp_path / "nothing")

    if since == "before":
        put_there()
    with pytest.raises(FileExistsError), new_file(target):
        put_there()
    assert mine.read_bytes() == b"mine"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine", "target"]
    assert not target.is_file() or target.read_bytes() == b"mine"


def test_where_files_have_one_name_only_nothing_is_overwritten_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    with new_file(tmp_path / "a") as out:
        out.write(b"1")
    with pytest.raises(FileExistsError), new_file(tmp_path / "b"):
        (tmp_path / "b").write_bytes(b"mine")
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"1", b"mine")


def test_a_copy_shares_nothing_that_writing_would_reach(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"picture" * 10_000)
    copy_to_new_file(tmp_path / "a", tmp_path / "b")
    with (tmp_path / "a").open("r+b") as damaged:
        damaged.write(b"damage")
    assert (tmp_path / "b").read_bytes() == b"picture" * 10_000


def test_a_copy_is_whole_where_the_system_cannot_copy_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EXDEV, "not here")

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    (tmp_path / "a").write_bytes(b"picture" * 10_000)
    copy_to_new_file(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"picture" * 10_000
