"""Commands interrupted at random moments by Ctrl+C: how each ended, and whether the library is sound after it."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from commandline import STORY, CommandLine
from website import Website

PAGES = 40  # in the folder that is imported
SLOWLY = 0.05  # seconds that the server takes for a page
INTERRUPTED = (130, -signal.SIGINT)  # the second where Python was not there yet: a shell says 130 of it, too
TOLD_BY_PYTHON = (b"Traceback", b"<no Python frame>")  # the second where it is not far enough for a traceback
OURS = b"/tui/"  # in a traceback: it is not about Python's own start


class Ending(NamedTuple):
    """How an interrupted command ended: in order, over before it was interrupted, in Python's own start, or wrongly."""

    kind: str
    command: str
    details: str = ""


class Interruptions:
    """Runs commands on a library of their own below ``folder`` and interrupts them at moments drawn by the seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)
        self._line = CommandLine(folder)
        self._lengths: dict[str, float] = {}
        self._out = folder / "out"

    def endings(self, website: Website, count: int) -> Iterator[Ending]:
        """So many interrupted commands, one kind after the other."""
        commands = self._commands(website)
        self._line.run("add", "page.html")
        names = list(commands)
        for number in range(count):
            name = names[number % len(names)]
            yield self._interrupted(name, commands[name])

    def _commands(self, website: Website) -> dict[str, Callable[[], list[str]]]:
        folder = self._line.folder
        self._line.page()
        for number in range(PAGES):
            self._line.page(f"saved/{number}.html", STORY.replace("wall", f"wall {number}"))

        def slowly(request: object) -> None:
            time.sleep(SLOWLY)
            request.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + STORY.encode())  # type: ignore[attr-defined]

        addresses = [website.answer(f"/{number}", slowly) for number in range(3)]

        def out(*words: str) -> list[str]:
            shutil.rmtree(self._out, ignore_errors=True)
            self._out.mkdir()
            return [word.replace("OUT", str(self._out)) for word in words]

        return {
            "convert": lambda: ["convert", "--to", "json", *["page.html"] * 5],
            "convert, fetching": lambda: ["convert", *addresses],
            "add": lambda: ["add", "--again", "page.html", *addresses],
            "import": lambda: ["import", str(folder / "saved")],
            "export": lambda: out("export", "-o", "OUT/folder"),
            "export to an archive": lambda: out("export", "--to", "archive", "-o", "OUT/library.zip"),
            "search": lambda: ["search", "harbour"],
            "the start": lambda: ["--version"],
        }

    def _interrupted(self, name: str, words: Callable[[], list[str]]) -> Ending:
        if name not in self._lengths:
            begun = time.monotonic()
            self._line.run(*words())
            self._lengths[name] = time.monotonic() - begun
        with self._line.start(*words()) as running:
            time.sleep(self._random.uniform(0, self._lengths[name]))
            running.send_signal(signal.SIGINT)
            output, errors = running.communicate(timeout=180)
        return self._judged(name, running, output, errors)

    def _judged(self, name: str, running: subprocess.Popen[bytes], output: bytes, errors: bytes) -> Ending:
        if wrong := self._unsound():
            return Ending("wrong", name, wrong)
        if running.returncode == 0 and not errors:
            return Ending("over", name)
        if any(sign in errors for sign in TOLD_BY_PYTHON) and OURS not in errors:
            return Ending("Python's start", name)
        if running.returncode in INTERRUPTED and not errors:
            half = [line for line in output.splitlines() if name == "convert" and not line.endswith(b"}")]
            return Ending("wrong", name, f"half a line: {half[0]!r}") if half else Ending("in order", name)
        return Ending("wrong", name, f"status {running.returncode}: {errors.decode()[-400:]}")

    def _unsound(self) -> str:
        """What is wrong with the library and the files written; nothing when all is in order."""
        left = [file.name for file in self._line.folder.rglob("*.part")]
        if left:
            return f"left behind: {left}"
        for database in (self._line.folder / "data").rglob("library.sqlite"):
            with closing(sqlite3.connect(database)) as library:
                found = [line for (line,) in library.execute("PRAGMA integrity_check") if line != "ok"]
                gone = library.execute("PRAGMA foreign_key_check").fetchall()
                if found or gone:
                    return f"the library is damaged: {found} {gone}"
        return ""
