"""Articles exported from the library's list, and imported into it."""

from __future__ import annotations

from pathlib import Path

from articles import harbour, plain
from desk import MIDDLE, app_for, library_with, lines_of, press, until


async def test_picked_articles_are_exported_and_imported_again(tmp_path: Path) -> None:
    library_with(tmp_path / "one", plain("One", "Words."), harbour())
    target = tmp_path / "out"
    app = app_for(tmp_path / "one")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "x", "x", "E", "enter")
        app.screen.query_one("#answer").value = str(target)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: "Exported 2 articles" in "\n".join(lines_of(app)))
    assert len(list(target.glob("*.md"))) == 2
    other = app_for(tmp_path / "two")
    async with other.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        other.screen.query_one("#answer").value = str(target)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: "Imported 2 articles" in "\n".join(lines_of(other)))
        await press(pilot, "enter")
        assert other.library.count() == 2


async def test_what_cannot_be_imported_is_said(tmp_path: Path) -> None:
    app = app_for(tmp_path)
    (tmp_path / "odd.bin").write_bytes(b"neither this nor that")
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "I")
        app.screen.query_one("#answer").value = str(tmp_path / "odd.bin")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await until(pilot, lambda: "this is no archive, no cache.db and no folder" in "\n".join(lines_of(app)))
