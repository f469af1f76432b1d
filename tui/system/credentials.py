"""Passwords kept: by the system's keyring where there is one, else in a file that only its owner can read."""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.system.new_file import replaced_file

SERVICE, FILE = "newsreader", "credentials.json"
PASSWORD, SESSION = "password", "session"


class Credentials:
    """The password of one user of one server, and what its last login gave.

    ``folder`` is where the file is, if they are in one; ``place`` says in words where they were put.
    """

    def __init__(self, folder: Path, address: str, user: str) -> None:
        self._file, self._name = folder / FILE, f"{user} {address}"
        self.place = ""

    def read(self) -> tuple[str, str] | None:
        """(password, session), None where nothing is kept."""
        kept = self._from_keyring() or self._from_file()
        if not isinstance(kept, dict) or not isinstance(kept.get(PASSWORD), str):
            return None
        return kept[PASSWORD], str(kept.get(SESSION) or "")

    def write(self, password: str, session: str = "") -> None:
        """Keeps them.  Raises OSError where neither the keyring nor the disk takes them."""
        kept = {PASSWORD: password, SESSION: session}
        if self._to_keyring(json.dumps(kept)):
            self.place = "the system's keyring"
            self._write_file(None)
        else:
            self.place = f"{self._file}, which only you can read"
            self._write_file(kept)

    def forget(self) -> None:
        """Keeps them no longer."""
        keyring = _keyring()
        if keyring:
            with suppress(Exception):
                keyring.delete_password(SERVICE, self._name)
        self._write_file(None)

    def _from_keyring(self) -> Any:
        keyring = _keyring()
        if keyring is None:
            return None
        with suppress(Exception):  # it may be locked, or speak to nobody: each of its kinds fails in its own way
            return json.loads(keyring.get_password(SERVICE, self._name) or "null")
        return None

    def _to_keyring(self, kept: str) -> bool:
        keyring = _keyring()
        if keyring is None:
            return False
        with suppress(Exception):
            keyring.set_password(SERVICE, self._name, kept)
            return bool(keyring.get_password(SERVICE, self._name) == kept)
        return False

    def _from_file(self) -> Any:
        return _file_content(self._file).get(self._name)

    def _write_file(self, kept: dict[str, str] | None) -> None:
        content = _file_content(self._file)
        if content.get(self._name) == kept:
            return
        content.pop(self._name, None)
        if kept is not None:
            content[self._name] = kept
        if not content:
            self._file.unlink(missing_ok=True)
            return
        with replaced_file(self._file) as file:
            file.write(json.dumps(content, ensure_ascii=False).encode("utf-8"))


def _keyring() -> Any:
    """The module, where it is installed."""
    try:
        import keyring  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    return keyring


def _file_content(path: Path) -> dict[str, Any]:
    """What is in the file, which is for its owner alone from now on; nothing where it is no such file."""
    try:
        with path.open("rb") as file:
            if stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                path.chmod(0o600)
            content = json.loads(file.read(1_000_000))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
