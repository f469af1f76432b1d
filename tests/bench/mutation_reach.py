"""Which functions of a room each test enters, so that a mutant is tried on the tests that can notice it.

A function is (file, the line it begins on, decorators included).  What a fixture of a module or a whole run enters
belongs to every test that uses the fixture.  Caches of functions are emptied before each test: what one test put in
there another would read without entering anything.  A test that starts a process may enter anything there, and what
is entered while a module is loaded may matter to any test.
"""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType
from typing import Any

Function = tuple[str, int]
PROCESS_EVENTS = ("subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "pty.spawn")


class Reach:
    """Collects what is entered while it watches; ``files`` are a room's, as paths from the current folder."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = {str(Path(file).resolve()): file for file in files}
        self._entered: set[Function] = set()
        self._started = False
        self.of_fixtures: dict[str, set[Function]] = {}
        self.of_tests: dict[str, set[Function]] = {}
        self.starting: list[str] = []
        self.loading: set[Function] = set()
        self._known: set[Function] = set()
        sys.addaudithook(self._audit)
        start = BaseProcess.start

        def noticed(process: BaseProcess) -> None:
            self._started = True
            start(process)

        setattr(BaseProcess, "start", noticed)  # noqa: B010 - mypy knows a method by its parameter's name, too

    def _audit(self, event: str, arguments: object) -> None:
        if event in PROCESS_EVENTS:
            self._started = True

    def _call(self, frame: FrameType, event: str, argument: object) -> None:
        code = frame.f_code
        file = self._files.get(code.co_filename)
        if file is None:
            return
        function = file, code.co_firstlineno
        self._entered.add(function)
        if function not in self._known:
            self._known.add(function)
            if any(above.f_code.co_name == "<module>" for above in _above(frame)):
                self.loading.add(function)

    def watch(self) -> None:
        """Begins to watch, in threads to come, too."""
        threading.settrace(self._call)
        sys.settrace(self._call)

    @contextmanager
    def test(self, name: str, fixtures: Iterable[str]) -> Iterator[None]:
        """Watches a test with its set-up and its end."""
        empty_caches()
        self._entered, self._started = set(), False
        self.watch()
        try:
            yield
        finally:
            sys.settrace(None)
            threading.settrace(None)
            shared = (self.of_fixtures.get(fixture, set()) for fixture in fixtures)
            self.of_tests[name] = self._entered.union(*shared)
            if self._started:
                self.starting.append(name)

    @contextmanager
    def fixture(self, name: str) -> Iterator[None]:
        """Within a test: what is entered now is of a fixture that other tests share."""
        before, self._entered = self._entered, set()
        try:
            yield
        finally:
            self.of_fixtures.setdefault(name, set()).update(self._entered)
            self._entered |= before

    def as_json(self) -> dict[str, Any]:
        """``tests``: by name the functions, as [file, line]; ``starting``: tests that start processes.

        ``loading``: functions that are entered while a module is loaded.
        """
        tests = {name: sorted(found) for name, found in self.of_tests.items()}
        return {"tests": tests, "starting": self.starting, "loading": sorted(self.loading)}


def _above(frame: FrameType) -> Iterator[FrameType]:
    """What called a frame of the project, up to what is none of it: pytest's own start is a module, too."""
    above = frame.f_back
    while above is not None and (above.f_code.co_name != "<module>" or "tui" in Path(above.f_code.co_filename).parts):
        yield above
        above = above.f_back


def empty_caches() -> None:
    """Empties what functions of the project and of its tests have cached, methods' included."""
    for module in list(sys.modules.values()):
        if not getattr(module, "__file__", None):
            continue
        for value in list(vars(module).values()):
            held = vars(value).values() if isinstance(value, type) and value.__module__ == module.__name__ else (value,)
            for one in held:
                if isinstance(one, functools._lru_cache_wrapper):  # noqa: SLF001 - its only name
                    one.cache_clear()
