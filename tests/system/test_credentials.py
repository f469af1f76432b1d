"""Passwords kept in the keyring where there is one that works, else in a file of their owner's alone."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tui.system.credentials import Credentials

ADDRESS = "https://reader.example/api"


class Keyring(ModuleType):
    """A keyring of one process; one that is ``locked`` fails as locked ones do."""

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def set_password(self, service: str, user: str, password: str) -> None:
        self._open()
        self.kept[service, user] = password

    def get_password(self, service: str, user: str) -> str | None:
        self._open()
        return self.kept.get((service, user))

    def delete_password(self, service: str, user: str) -> None:
        self._open()
        del self.kept[service, user]

    def _open(self) -> None:
        if self.locked:
            raise RuntimeError("the keyring is locked")


@pytest.fixture
def without_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.mark.usefixtures("without_keyring")
def test_a_file_has_them_that_only_its_owner_can_read(tmp_path: Path) -> None:
    credentials = Credentials(tmp_path, ADDRESS, "anna")
    assert credentials.read() is None
    credentials.write("pass=ü", "session")
    Credentials(tmp_path, ADDRESS, "ben").write("other")
    assert credentials.place == f"{tmp_path / 'credentials.json'}, which only you can read"
    assert (tmp_path / "credentials.json").stat().st_mode & 0o777 == 0o600
    assert Credentials(tmp_path, ADDRESS, "anna").read() == ("pass=ü", "session")
    credentials.forget()
    assert credentials.read() is None
    assert Credentials(tmp_path, ADDRESS, "ben").read() == ("other", "")
    Credentials(tmp_path, ADDRESS, "ben").forget()
    assert not (tmp_path / "credentials.json").exists()


@pytest.mark.usefixtures("without_keyring")
@pytest.mark.parametrize("content", ["", "[]", '{"anna https://reader.example/api": 7}', "\xff"])
def test_a_file_that_is_none_holds_nothing_and_is_written_anew(tmp_path: Path, content: str) -> None:
    (tmp_path / "credentials.json").write_bytes(content.encode("latin-1"))
    credentials = Credentials(tmp_path, ADDRESS, "anna")
    assert credentials.read() is None
    credentials.write("p")
    assert credentials.read() == ("p", "")


def test_a_keyring_has_them_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    credentials = Credentials(tmp_path, ADDRESS, "anna")
    credentials.write("p", "s")
    assert (credentials.place, credentials.read()) == ("the system's keyring", ("p", "s"))
    assert not list(tmp_path.iterdir())
    credentials.forget()
    assert (credentials.read(), keyring.kept) == (None, {})


def test_a_keyring_that_is_locked_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", Keyring(locked=True))
    credentials = Credentials(tmp_path, ADDRESS, "anna")
    credentials.write("p", "s")
    assert (credentials.place.endswith("which only you can read"), credentials.read()) == (True, ("p", "s"))
