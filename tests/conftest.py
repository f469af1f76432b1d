"""Fixtures that several rooms' tests use, where snapshots lie, and what makes a whole run fail."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import environment  # (first)
import headless
import new_library
import pytest
import pytest_textual_snapshot  # type: ignore[import-untyped]
from clock import Clock
from commandline import CommandLine
from hypothesis import HealthCheck, settings
from syrupy.data import SnapshotCollections
from textual.widgets import Input
from website import Website

from tui.fetch import network_guard
from tui.library import Library
from tui.library.store.connection import Connections
from tui.model import faults
from tui.system import garbage
from tui.system import threads as own_threads

SNAPSHOTS = Path(__file__).resolve().parent.parent / "snapshots"
ASIDE = "newsreader-aside"  # the threads of tui.system.background
FAILED_TESTS = os.environ.pop("NEWSREADER_FAILED_TESTS", "")  # a file for the names of tests that failed, one a line
LEFT_ALONE = 5.0  # seconds for such a thread to end
LONGEST_NAME = 300  # characters of a value in the name of a test

EXAMPLES = int(os.environ.get("NEWSREADER_EXAMPLES", "100"))  # of a property; more seldom find what these do not

# How long a test takes is no matter of right or wrong: the machine may be busy.
settings.register_profile(
    "newsreader", max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("newsreader")


class SnapshotFolder(pytest_textual_snapshot.SVGImageExtension):  # type: ignore[misc]
    """Keeps snapshots in the top-level folder, a folder a test module."""

    @classmethod
    def dirname(cls, *, test_location: Any) -> str:
        return str(SNAPSHOTS / Path(test_location.filepath).stem)

    def discover_snapshots(self, **_: Any) -> SnapshotCollections:
        """None: a run of some tests would call the others' unused, and ``--snapshot-update`` would delete them."""
        return SnapshotCollections()


pytest_textual_snapshot.SVGImageExtension = SnapshotFolder


def _raise(error: Exception, _during: str) -> None:
    """A part that fails costs a test its whole, so that no fault hides behind a warning."""
    raise error


def _end_threads() -> None:
    """Waits for threads that are done, or nearly; one that waits for what never comes is no harm."""
    for thread in threading.enumerate():
        if thread.name == ASIDE:
            thread.join(LEFT_ALONE)


def _leave_once_done(status: int) -> int:
    """In the place of ``threads.leave``, which ends a process at once for a thread that has but to return."""
    _end_threads()
    return _leave(status)


_leave = own_threads.leave
own_threads.leave = _leave_once_done
faults.heard_by(_raise)
garbage.rest()
headless.install()
setattr(Connections, new_library.BRING_UP, new_library.copy)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Named tests run at once and in this process, where they can be debugged; else three workers a processor.

    Tests of screens and processes wait for more than half of their time: on two processors three workers took 4:45,
    four 4:13 and six 3:10.
    """
    return 0 if all("::" in argument for argument in config.args) else 3 * (os.cpu_count() or 1)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A megabyte is named by its length: a test's name goes into every report, and into its environment."""
    if isinstance(val, str | bytes) and len(val) > LONGEST_NAME:
        return f"{argname} of {len(val)} beginning with {val[:20]!a}"
    return None


def pytest_collection_finish() -> None:
    """From here on garbage is collected; not while the tests are loaded, and what all share is left alone."""
    garbage.resume()
    gc.set_threshold(1_000_000, 10, 10)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that touched what is not the tests' own has failed."""
    if environment.IS_FIRST and environment.isolation.touched():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    touched = environment.isolation.touched() if environment.IS_FIRST else []
    if touched:
        terminalreporter.section("outside the tests' own folders", red=True)
        terminalreporter.write("".join(f"{line}\n" for line in touched))
    elif FAILED_TESTS and exitstatus == pytest.ExitCode.TESTS_FAILED:
        reports = (*terminalreporter.getreports("failed"), *terminalreporter.getreports("error"))
        names = dict.fromkeys(report.nodeid for report in reports)
        Path(FAILED_TESTS).write_text("".join(f"{name}\n" for name in names), "utf-8")


@pytest.fixture
def website() -> Iterator[Website]:
    """A web server on loopback, empty at first."""
    with Website() as running:
        yield running


@pytest.fixture
def loopback_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Addresses of this machine pass for public ones."""
    monkeypatch.setattr("tui.fetch.network_guard.is_private", lambda _address: False)


@pytest.fixture
def clock() -> Clock:
    """The time of ``library``."""
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Iterator[Library]:
    """An empty library, whose clock stands; rooms that need another make their own."""
    with Library.open(tmp_path / "library", now=clock) as library:
        yield library


@pytest.fixture
def heard() -> Iterator[list[tuple[str, str]]]:
    """The faults that are reported, which fail other tests: the error's type, and during what."""
    reported: list[tuple[str, str]] = []
    before = faults.heard_by(lambda error, during: reported.append((type(error).__name__, during)))
    yield reported
    faults.heard_by(before)


@pytest.fixture
def command(tmp_path: Path) -> CommandLine:
    """The command in an empty folder."""
    return CommandLine(tmp_path)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that were never there.

    Of its own for each test: pytest looks at all there are before it makes one, which took a tenth of a short test.
    """
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Data, settings and state of this test alone; work that nobody waits for still ends in them."""
    home = next(homes)
    home.mkdir()
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("HOME", str(home))
    yield home
    _end_threads()


@pytest.fixture(autouse=True)
def own_proxies() -> None:
    """The proxies that this test names, not those that one before it did."""
    network_guard.proxies.cache_clear()


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """New libraries are made, not copied: for tests of how they are."""
    monkeypatch.setattr(Connections, new_library.BRING_UP, new_library.make)


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where there is no program that opens addresses or pictures, or copies."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture(autouse=True, scope="session")
def still_cursor() -> None:
    """A cursor that does not blink: a picture of the screen must not depend on the moment."""
    Input.cursor_blink = False  # type: ignore[assignment]
