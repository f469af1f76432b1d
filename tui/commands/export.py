"""``newsreader export``: kept articles written to files, or the whole library to one archive.

Nothing that is there already is overwritten.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.messages import complain
from tui.commands.named_articles import number_of
from tui.commands.open_library import open_library
from tui.commands.work_progress import tell, work
from tui.library.articles.rows import View
from tui.model.page import ReadingError
from tui.output.archive import write_archive
from tui.output.export import export
from tui.output.export_forms import BY_ENDING, FORMS

if TYPE_CHECKING:
    from tui.library import Library

ARCHIVE = "archive"
NO_FEEDS = "; --all exports what only feeds brought"


def declare(parser: argparse.ArgumentParser) -> None:
    """Names the arguments."""
    parser.add_argument(
        "--to",
        choices=(*(form.name for form in FORMS), ARCHIVE),
        help="the form; without it what PATH ends in says it, else Markdown.  archive: everything in one file, "
        "which newsreader import reads",
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="PATH", help="a folder, or one file")
    parser.add_argument(
        "--all", action="store_true", dest="everything", help="what only feeds brought, too; an archive has it anyway"
    )
    parser.add_argument(
        "names", nargs="*", metavar="NUMBER|ADDRESS", help="as newsreader list shows them; none: all that you kept"
    )


def run(options: argparse.Namespace) -> int:
    """Writes the files; 1 if something could not be written."""
    target: Path = options.output
    with open_library() as library, work() as going:
        if options.to == ARCHIVE:
            if options.names:
                raise ReadingError("an archive holds the whole library; name no articles, or choose another form")
            return tell(write_archive(library, target, progress=going.progress, stopped=going.stopped), "archived")
        form = options.to or BY_ENDING.get(target.suffix.lower(), "markdown")
        numbers, failed = _numbers(library, options.names, everything=options.everything)
        if not numbers and not failed:
            feeds = "" if options.everything else NO_FEEDS
            raise ReadingError(f"nothing is kept yet, so there is nothing to export{feeds}")
        report = export(library, numbers, form, target, progress=going.progress, stopped=going.stopped)
        return tell(report, "exported") or int(failed)


def _numbers(library: Library, names: list[str], *, everything: bool) -> tuple[list[int], bool]:
    """The ids of the articles named, for none of what a person kept or ``everything``; whether one was not there."""
    if not names:
        return list(library.articles.ids(View("all" if everything else "kept"))), False
    found, failed = [], False
    for name in names:
        try:
            found.append(number_of(library, name))
        except ReadingError as error:
            failed = True
            complain(name, str(error))
    return found, failed
