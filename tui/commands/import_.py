"""``newsreader import``: articles taken over from elsewhere.

Takes an archive that newsreader export wrote, newsboat's cache.db, and a folder of saved pages (HTML, MHTML,
Markdown, text) with their pictures.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.messages import complain
from tui.commands.open_library import open_library
from tui.commands.work_progress import Work, tell, work
from tui.intake.import_any import import_any
from tui.model.page import ReadingError

if TYPE_CHECKING:
    from tui.library import Library, Report


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="an archive, a cache.db, or a folder")


def run(options: argparse.Namespace) -> int:
    """Takes each over and says what could not be taken; 1 if something could not."""
    status = 0
    with open_library() as library, work() as going:
        for path in options.paths:
            if going.stopped():
                break
            try:
                status = max(status, tell(_taken(library, path, going), "imported"))
            except ReadingError as error:
                status = max(status, 1)
                complain(str(path), str(error))
    return status


def _taken(library: Library, path: Path, going: Work) -> Report:
    return import_any(library, path, progress=going.progress, stopped=going.stopped)
