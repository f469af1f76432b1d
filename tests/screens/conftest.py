"""What holds for every test of the screens."""

from __future__ import annotations

import pytest
from loop_guard import nothing_asks_the_library_on_the_loop  # noqa: F401 - a fixture that each test uses


@pytest.fixture(autouse=True)
def nothing_is_said_of_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine anything may take a second; what is said of it would come between what is tested."""
    monkeypatch.setattr("tui.library.library_work.WAITS_LONG", 1_000.0)
