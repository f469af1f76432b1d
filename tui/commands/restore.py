"""``newsreader restore``: a backup in the place of the library, which is kept beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from tui.library.upkeep.restore import restore
from tui.system import paths
from tui.text.amounts import counted
from tui.text.cleaning import clean_line


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what newsreader backup wrote")


def run(options: argparse.Namespace) -> int:
    """Puts the backup in place and says where what was there is.  Raises LibraryError."""
    restored = restore(paths.data_folder(), options.file)
    print(f"restored {counted(restored.articles, 'article')} from {clean_line(str(options.file))}")
    if restored.before:
        print(f"what was there before is in {clean_line(str(restored.before))}")
    return 0
