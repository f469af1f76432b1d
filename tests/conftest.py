"""Fixtures that several rooms' tests use, and where snapshots lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import environment  # noqa: F401  (first)
import pytest
import pytest_textual_snapshot  # type: ignore[import-untyped]
from commandline import CommandLine
from website import Website

SNAPSHOTS = Path(__file__).resolve().parent.parent / "snapshots"


class SnapshotFolder(pytest_textual_snapshot.SVGImageExtension):  # type: ignore[misc]
    """Keeps snapshots in the top-level folder, a folder a test module."""

    @classmethod
    def dirname(cls, *, test_location: Any) -> str:
        return str(SNAPSHOTS / Path(test_location.filepath).stem)


pytest_textual_snapshot.SVGImageExtension = SnapshotFolder


def pytest_configure(config: pytest.Config) -> None:
    """A partial run must neither call its siblings' snapshots unused nor delete them."""
    if any("::" in argument or argument.endswith(".py") for argument in config.args) or config.option.keyword:
        config.option.no_cleanup = True


@pytest.fixture
def website() -> Iterator[Website]:
    """A web server on loopback, empty at first."""
    with Website() as running:
        yield running


@pytest.fixture
def command(tmp_path: Path) -> CommandLine:
    """The command in an empty folder."""
    return CommandLine(tmp_path)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, settings and state of this test alone; never the reader's own."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    monkeypatch.setenv("HOME", str(home))
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TERMUX_VERSION", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that does not blink: a picture of the screen must not depend on the moment."""
    from textual.widgets import Input

    monkeypatch.setattr(Input, "_restart_blink", lambda self: None)
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)
