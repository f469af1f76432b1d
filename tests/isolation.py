"""Keeps the tests off the person who runs them: an empty home, and programs that only note that they were started."""

from __future__ import annotations

import os
from pathlib import Path

FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
PROGRAMS = (
    *("xdg-open", "gio", "open", "wslview", "termux-open", "sensible-browser", "x-www-browser", "www-browser"),
    *("wl-copy", "wl-paste", "xclip", "xsel", "pbcopy", "pbpaste", "termux-clipboard-set", "clip.exe"),
)
NOTE = '#!/bin/sh\necho "${{0##*/}} $*" >> "{notes}"\n'


class Isolation:
    """A folder with a home, the folders of the XDG variables and a folder of programs, all made at once.

    It stays as it was made as long as every test keeps to folders and programs of its own.
    """

    def __init__(self, folder: Path) -> None:
        self.home, self.programs, self._notes = folder / "home", folder / "programs", folder / "started"
        self.home.mkdir(exist_ok=True)
        if not self.programs.exists():
            self.programs.mkdir()
            for name in PROGRAMS:
                program = self.programs / name
                program.write_text(NOTE.format(notes=self._notes))
                program.chmod(0o700)

    def variables(self, path: str) -> dict[str, str]:
        """What the environment must say, where programs are looked for in ``path`` after these."""
        folders = {name: str(self.home / name.lower()) for name in FOLDERS}
        return {"HOME": str(self.home), "PATH": f"{self.programs}{os.pathsep}{path}", **folders}

    def touched(self) -> list[str]:
        """What was written and started, a line each; nothing when the tests kept to their own."""
        written = [f"wrote ~/{file.relative_to(self.home)}" for file in sorted(self.home.rglob("*"))]
        started = self._notes.read_text().splitlines() if self._notes.exists() else []
        return written + [f"started {line}" for line in started]
