"""Addresses handed to other programs: which ones, how, and what the reader is told first."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui.model.page import ReadingError
from tui.system import clipboard
from tui.system.opener import launch, launcher, true_host


def program(folder: Path, name: str, script: str) -> None:
    """Put a program of that name into the folder."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that programs are looked for in before any other, with a display to show things on."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    return folder


def test_without_a_display_there_is_no_launcher_that_needs_one(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, "xdg-open", "exit 0")
    monkeypatch.setenv("PATH", str(programs))  # some systems have launchers that need none
    monkeypatch.delenv("DISPLAY")
    assert launcher(os.environ) is None
    with pytest.raises(ReadingError, match="no display"):
        launch("https://coast.example/")


def test_an_address_is_one_argument_whatever_is_in_it(programs: Path, tmp_path: Path) -> None:
    program(programs, "xdg-open", f'printf "%s|" "$#" "$@" > {tmp_path}/got; cat >> {tmp_path}/got')
    address = "https://coast.example/a;id?x=$(id)&y=%22#z"
    launch(address)
    assert (tmp_path / "got").read_text() == f"1|{address}|"


@pytest.mark.parametrize(
    "address",
    ["-flag", "--help", "file:///etc/passwd", "javascript:alert(1)", "/etc/passwd", "ssh://h.example/", "http://"],
)
def test_only_web_addresses_are_handed_on(programs: Path, tmp_path: Path, address: str) -> None:
    program(programs, "xdg-open", f"touch {tmp_path}/called")
    with pytest.raises(ReadingError, match="not opened"):
        launch(address)
    assert not (tmp_path / "called").exists()


def test_a_launcher_that_fails_is_said(programs: Path) -> None:
    program(programs, "xdg-open", "exit 4")
    with pytest.raises(ReadingError, match="xdg-open failed with status 4"):
        launch("https://coast.example/")


def test_a_picture_is_handed_on_by_its_whole_path(programs: Path, tmp_path: Path) -> None:
    program(programs, "xdg-open", f'printf "%s" "$1" > {tmp_path}/got')
    picture = tmp_path / "-wave.png"
    picture.touch()
    launch(picture)
    assert (tmp_path / "got").read_text() == str(picture)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://coast.example/x", "coast.example"),
        ("https://coast.example:8080/x", "coast.example:8080"),
        ("https://аpple.example/", "xn--pple-43d.example (written аpple.example, mixed scripts)"),
        ("https://пример.example/", "xn--e1afmkfd.example (written пример.example)"),
        ("https://xn--pple-43d.example/", "xn--pple-43d.example (an international name)"),
        ("https://bank.example@elsewhere.example/", "elsewhere.example (“bank.example@” is a user name, not the site)"),
    ],
)
def test_the_true_host_is_named(address: str, shown: str) -> None:
    assert true_host(address) == shown


def test_a_clipboard_program_gets_the_text(programs: Path, tmp_path: Path) -> None:
    program(programs, "xclip", f"cat > {tmp_path}/got")
    assert clipboard.copy("“quoted” – 渚") == "xclip"
    assert (tmp_path / "got").read_text("utf8") == "“quoted” – 渚"


def test_a_clipboard_program_that_fails_counts_as_none(programs: Path) -> None:
    program(programs, "xclip", "exit 1")
    assert clipboard.copy("text") is None


def test_without_a_display_no_clipboard_program_is_tried(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, "xclip", "exit 0")
    monkeypatch.delenv("DISPLAY")
    assert clipboard.copy("text") is None
