"""``newsreader backup``: a copy of the library, also while it is in use.

The pictures go into a folder beside the copy.  ``newsreader restore`` goes back to it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.commands.open_library import open_library
from tui.commands.work_progress import tell, work


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the copy; it must not be there yet")


def run(options: argparse.Namespace) -> int:
    """Makes the copy."""
    with open_library() as library, work() as going:
        report = library.backup(options.file, progress=going.progress, stopped=going.stopped)
        return tell(report, "backed up the library with", "picture")
