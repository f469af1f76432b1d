"""The programs that the benchmarks run in a pseudo-terminal: the reader on a kept article, and an empty app."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from long_article import long_article
from terminal import Terminal

from tui.library import Library

EMPTY = "from textual.app import App\nApp().run()"
TITLE = b"measuring"


def keep(folder: Path, words: int) -> str:
    """Keep an article of so many words in a library of its own under ``folder``; returns its address."""
    made = long_article(words)
    library = Library.open(folder / "newsreader")
    library.articles.keep(made)
    library.close()
    return made.url or ""


def places(folder: Path) -> dict[str, str]:
    """The variables with which the reader keeps everything in that folder."""
    return {f"XDG_{kind}_HOME": str(folder) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}


def reader(folder: Path, address: str, columns: int = 120, rows: int = 40) -> Terminal:
    """The reader on a kept article."""
    return Terminal([sys.executable, "-m", "tui", "--offline", address], columns, rows, **places(folder))


def empty_app() -> Terminal:
    """What every Textual program costs."""
    return Terminal([sys.executable, "-c", EMPTY], 120, 40, PATH=os.environ.get("PATH", ""))
