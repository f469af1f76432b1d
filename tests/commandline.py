"""The command as a reader runs it: in a process of its own, with folders of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import fork_server

COMMAND = (sys.executable, "-m", "tui")
HANG_GUARD = 180.0  # seconds
SENTENCE = "The harbour wall will rise by a metre before the autumn storms come, the council of the town decided."
STORY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour *wall*</title></head><body><article>'
    "<h1>Harbour *wall*</h1>" + "".join(f"<p>{SENTENCE} Part {n}.</p>" for n in range(4)) + "</article></body></html>"
)
PIER = STORY.replace("wall", "pier")

Done = subprocess.CompletedProcess[bytes]


class CommandLine:
    """Runs ``newsreader`` in ``folder``, never on a terminal; its data, settings and state are below it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folders = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
        self.environment = {**os.environ, **folders, "HOME": str(folder), "PYTHONIOENCODING": "utf-8"}

    def run(self, *arguments: str | bytes, stdin: bytes | str = b"") -> Done:
        """Runs it to its end, in a process that has loaded it already where that makes no difference."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        if not fork_server.serves(self.environment):
            return self.run_anew(*arguments, stdin=given)
        with tempfile.TemporaryFile() as read, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            read.write(given)
            for stream in (read, out, errors):
                stream.seek(0)
            words, streams = [os.fsdecode(one) for one in arguments], [one.fileno() for one in (read, out, errors)]
            status = fork_server.shared().run(words, self.folder, self.environment, streams, HANG_GUARD)
            out.seek(0)
            errors.seek(0)
            return Done(words, status, out.read(), errors.read())

    def run_anew(self, *arguments: str | bytes, stdin: bytes = b"") -> Done:
        """Runs it to its end, in a process that begins with Python's own start."""
        return self._run([*COMMAND, *arguments], stdin)

    def python(self, program: str, *arguments: str) -> Done:
        """Runs a Python program in the same place."""
        return self._run([sys.executable, "-c", program, *arguments], b"")

    def shell(self, line: str) -> Done:
        """Runs a line of the shell in the same place."""
        return self._run(["/bin/sh", "-c", line], b"")

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Starts it; its output can be read and it can be sent signals."""
        return subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            cwd=self.folder,
        )

    def page(self, name: str = "page.html", body: str = STORY) -> Path:
        """Writes a page into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8")
        return path

    def _run(self, words: list[str | bytes] | list[str], given: bytes) -> Done:
        return subprocess.run(
            words, input=given, capture_output=True, env=self.environment, cwd=self.folder, timeout=HANG_GUARD
        )


def records(done: Done) -> list[dict[str, object]]:
    """The JSON lines that were printed."""
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def cells(done: Done) -> list[list[str]]:
    """The rows that were printed, by their tabs."""
    return [line.split("\t") for line in done.stdout.decode().splitlines()]
