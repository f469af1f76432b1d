"""The harbour article with pictures kept, and the wait until they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from articles import harbour
from desk import app_for, library_with, lines_of, until
from pictures import picture
from textual.pilot import Pilot

from tui.app import NewsreaderApp
from tui.library import Library

KEPT = {0: picture(60, 40), 1: picture(30, 50)}


def pictured(folder: Path, pictures: Mapping[int, bytes] = KEPT) -> NewsreaderApp:
    """The app reading the article; by default the first two of its three pictures are kept."""
    library_with(folder, harbour())
    with Library.open(folder) as library:
        (row,) = library.articles.rows(1)
        for caption, data in pictures.items():
            library.pictures.keep(row.id, caption, data, "image/png")
        library.pictures.note(row.id, 2, "the server did not answer")
    return app_for(folder, harbour().address)


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until a picture is drawn."""
    app = pilot.app
    assert isinstance(app, NewsreaderApp)
    await until(pilot, lambda: any("▀" in line for line in lines_of(app)))
