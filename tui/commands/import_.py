"""``newsreader import``: articles taken over from elsewhere.

Takes exports of read-later services and browsers, lists of addresses, an archive that newsreader export wrote,
newsboat's cache.db, and folders of all these or of saved pages (HTML, MHTML, Markdown, text) with their pictures.
What a file is, its content says.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.messages import complain
from tui.commands.open_library import open_library
from tui.commands.printing import accept_any_text, print_json
from tui.commands.work_progress import Work, complain_of, tell, work
from tui.intake.importing.import_any import looked_through
from tui.model.json_lines import Failure, json_line
from tui.model.page import ReadingError
from tui.model.printed_values import ImportRow

if TYPE_CHECKING:
    from tui.library import Library

FETCHED_BY = "newsreader refresh brings what they have"


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument("--dry-run", action="store_true", help="say what is there, and keep nothing")
    parser.add_argument("--json", action="store_true", help="a line of JSON for each path")
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="an export (Pocket, Instapaper, wallabag, …), bookmarks, an archive, a cache.db, a page, or a folder",
    )


def run(options: argparse.Namespace) -> int:
    """Takes each over and says what could not be taken; 1 if something could not."""
    accept_any_text()
    status = 0
    with open_library() as library, work() as going:
        for path in options.paths:
            if going.stopped():
                break
            try:
                status = max(status, _import(library, path, going, options))
            except ReadingError as error:
                status = max(status, 1)
                complain(str(path), str(error))
                if options.json:
                    print_json(str(path), json_line(Failure(str(path), str(error))))
    return status


def _import(library: Library, path: Path, going: Work, options: argparse.Namespace) -> int:
    """Takes over what is at a path, or says what that would be; the exit status."""
    with looked_through(library, path, progress=going.progress, stopped=going.stopped) as found:
        if not options.json and not going.stopped() and (options.dry_run or found.counts_itself):
            print(*found.lines, sep="\n", flush=True)
        outcome = found.keep(library, progress=going.progress, stopped=going.stopped, dry=options.dry_run)
    if options.json:
        row = ImportRow(str(path), outcome.format, outcome.kept, dict(outcome.skipped), outcome.doubled, outcome.feeds)
        print_json(str(path), json_line(row))
        return complain_of(outcome.report)
    status = 0
    if found.holds_articles or outcome.report.failed:
        status = tell(outcome.report, "would import" if options.dry_run else "imported")
    for line in outcome.report.also:
        print(line + f"; {FETCHED_BY}" * (not options.dry_run), flush=True)
    return status
