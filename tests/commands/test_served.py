"""The app as textual-serve runs it, for a browser: keys and screen go through pipes, in packets."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from typing import IO

from commandline import COMMAND, HANG_GUARD, CommandLine

DRIVER = "textual.drivers.web_driver:WebDriver"


def packet(payload: bytes) -> bytes:
    """What is typed, as the server hands it on."""
    return b"D" + len(payload).to_bytes(4, "big") + payload


def drawn(output: IO[bytes]) -> Iterator[bytes]:
    """What is drawn, packet by packet, until the app ends."""
    assert output.readline() == b"__GANGLION__\n"
    while head := output.read(5):
        payload = output.read(int.from_bytes(head[1:], "big"))
        if head[:1] == b"D":
            yield payload


def test_the_app_is_shown_where_a_driver_is_named_though_there_is_no_terminal(command: CommandLine) -> None:
    environment = {**command.environment, "TEXTUAL_DRIVER": DRIVER, "COLUMNS": "80", "ROWS": "24"}
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, env=environment, cwd=command.folder) as app:
        guard = threading.Timer(HANG_GUARD, app.kill)
        guard.start()
        assert app.stdin is not None
        assert app.stdout is not None
        shown = b""
        for piece in drawn(app.stdout):
            shown += piece
            if b"Nothing is kept yet" in shown:
                app.stdin.write(packet(b"q"))
                app.stdin.flush()
                shown = b""
        guard.cancel()
    assert app.returncode == 0


def test_standard_input_is_no_page_where_it_brings_the_keys(command: CommandLine) -> None:
    command.environment["TEXTUAL_DRIVER"] = DRIVER
    done = command.run_anew("-", stdin=b"<p>A page</p>")
    assert done.returncode == 1
    assert b"no standard input" in done.stderr
