"""Keys that come faster than what the keys before them call."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import harbour
from desk import MIDDLE, app_reading, lines_of, reader, rest, until
from random_keys import key_event


async def test_keys_find_their_widget_in_an_app_that_got_no_processor_for_as_long_as_keys_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.type_ahead.PATIENCE", 0.0)  # as if all of it were over at once
    app = app_reading(tmp_path, harbour())
    async with app.run_test(size=MIDDLE) as pilot:
        for key in ("slash", *"storm", "enter", "n"):
            app.post_message(key_event(key))
        await until(pilot, lambda: reader(app).panes.match == (2, 2))
        await rest(pilot)
        assert "match 2 of 2" in lines_of(app)[-1]
