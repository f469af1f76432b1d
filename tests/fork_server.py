"""Processes of the program that need not load it: forks of one that has, which each worker of the tests starts once.

A fork has streams, folder, environment, arguments, signals and an end of its own, as a process that was started anew;
only what is imported already is not imported again.  Whether the start itself is sound and light is tested with
processes that begin at the beginning.
"""

from __future__ import annotations

import atexit
import fcntl
import functools
import gc
import importlib
import io
import json
import os
import signal
import socket
import subprocess
import sys
import termios
import threading
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import NoReturn

TESTS = Path(__file__).resolve().parent
PAGE = TESTS / "pages" / "harbour.html"  # converted once: what a conversion loads and compiles is there then
READY = b"ready"
LONGEST = 1 << 17  # bytes of a request: arguments and environment
LOADED_LATE = ("lxml.html", "bs4", "markdownify", "httpx2", "sqlite3", "PIL.Image")  # where the program needs them
LOADED_BY_THE_APP = ("tui.app", "tui.screens.library", "tui.screens.reader.screen", "textual.drivers.linux_driver")
AT_START = ("PYTHON", "LC_", "LANG")  # variables that Python itself reads only when it begins


class ForkServer:
    """The process that is forked, seen from the tests; it has loaded the command, and further modules."""

    def __init__(self, *modules: str) -> None:
        self._control, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        words = [sys.executable, __file__, str(other.fileno()), *modules]
        self._process = subprocess.Popen(words, pass_fds=[other.fileno()], stdin=subprocess.DEVNULL)
        other.close()
        assert self._control.recv(LONGEST) == READY

    def run(
        self, words: Sequence[str], folder: Path, environment: Mapping[str, str], streams: Sequence[int], seconds: float
    ) -> int:
        """The exit status of ``newsreader WORDS`` in the folder, minus a signal's number if one ended it.

        Raises subprocess.TimeoutExpired, after which the server is of no use any more.
        """
        request = json.dumps({"words": list(words), "folder": str(folder), "environment": dict(environment)})
        socket.send_fds(self._control, [request.encode()], streams)
        self._control.settimeout(seconds)
        try:
            return int(self._control.recv(LONGEST))
        except TimeoutError:
            self._process.kill()
            shared.cache_clear()
            raise subprocess.TimeoutExpired(list(words), seconds) from None

    def begin_app(self, words: Sequence[str], environment: Mapping[str, str], terminal: int) -> int:
        """The process of ``newsreader WORDS`` on a terminal, which it controls; only ``wait`` may wait for it."""
        request = {"words": list(words), "folder": os.getcwd(), "environment": dict(environment), "terminal": True}
        socket.send_fds(self._control, [json.dumps(request).encode()], [terminal] * 3)
        return int(self._control.recv(LONGEST))

    def wait(self, process: int, options: int) -> tuple[int, int]:
        """What ``os.waitpid`` says of such a process."""
        self._control.send(json.dumps({"wait": [process, options]}).encode())
        found, status = json.loads(self._control.recv(LONGEST))
        return found, status

    def end(self) -> None:
        """Ends the process, which has nothing to do any more."""
        self._control.close()
        self._process.wait()


@functools.cache
def shared() -> ForkServer:
    """The one that this process uses, started when it is first needed; it ends with this process."""
    server = ForkServer()
    atexit.register(server.end)
    return server


@functools.cache
def for_apps() -> ForkServer:
    """One that has loaded the app as well."""
    server = ForkServer(*LOADED_BY_THE_APP)
    atexit.register(server.end)
    return server


def serves(environment: Mapping[str, str]) -> bool:
    """Whether a fork is the same as a process of its own in this environment."""
    return all(environment.get(name) == os.environ.get(name) for name in {*environment, *os.environ} if _at_start(name))


def _at_start(name: str) -> bool:
    return name.startswith(AT_START) and name != "PYTHONIOENCODING"


def _serve(control: socket.socket, modules: Sequence[str]) -> None:
    _load(modules)
    assert threading.active_count() == 1, "a fork has no other threads than the one that forks"
    control.send(READY)
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, LONGEST, 3)
        if not request:
            return
        asked = json.loads(request)
        if "wait" in asked:
            control.send(json.dumps(os.waitpid(*asked["wait"])).encode())
            continue
        child = os.fork()
        if not child:
            control.close()
            _become(asked, descriptors)
            from tui.__main__ import main

            _leave(main())
        for descriptor in descriptors:
            os.close(descriptor)
        answer = child if "terminal" in asked else os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        control.send(str(answer).encode())


def _leave(status: int) -> NoReturn:
    """Ends the fork as Python does, but for taking apart all that was loaded, which takes longer than most commands."""
    for thread in threading.enumerate():
        if not thread.daemon and thread is not threading.current_thread():
            thread.join()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _load(modules: Sequence[str]) -> None:
    from tui.commands import COMMANDS

    for name in (
        "tui.cli",
        *(f"tui.commands.{command.module}" for command in COMMANDS.values()),
        *LOADED_LATE,
        *modules,
    ):
        importlib.import_module(name)
    with redirect_stdout(io.StringIO()):
        importlib.import_module("tui.cli").main(["convert", str(PAGE)])
    gc.freeze()  # what forks share is not looked through in each of them


def _become(request: dict[str, object], descriptors: Sequence[int]) -> None:
    words, folder, environment = request["words"], request["folder"], request["environment"]
    assert isinstance(words, list)
    assert isinstance(environment, dict)
    os.chdir(str(folder))
    os.environ.clear()
    os.environ.update(environment)
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
        os.close(descriptor)
    if "terminal" in request:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whatever the tests were started by, nohup for one
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    encoding, _, errors = environment.get("PYTHONIOENCODING", "utf-8").partition(":")
    sys.stdin = open(0, encoding=encoding, errors=errors or None, closefd=False)  # noqa: SIM115 - for the process's life
    sys.stdout = open(1, "w", encoding=encoding, errors=errors or None, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding, "backslashreplace", closefd=False)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
    sys.argv = ["newsreader", *words]


if __name__ == "__main__":
    sys.path[0] = str(TESTS.parent)  # not the tests' own folder
    _serve(socket.socket(fileno=int(sys.argv[1])), sys.argv[2:])
