"""Fixtures that several rooms' tests use, and where snapshots lie."""

from __future__ import annotations

import os

for variable in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL", "COLORTERM", "FORCE_COLOR"):
    os.environ.pop(variable, None)  # before Textual reads them on import

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_textual_snapshot
from website import Website

SNAPSHOTS = Path(__file__).resolve().parent.parent / "snapshots"
NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


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
