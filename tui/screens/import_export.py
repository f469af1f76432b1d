"""Articles out of the library into files, and into it from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.choose import ChooseScreen
from tui.screens.long_work import WorkScreen
from tui.screens.prompt import AskScreen
from tui.text.amounts import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.library import Report
    from tui.library.work_report import Progress, Stopped
    from tui.output.export import Form
    from tui.screens.base import AppServices

FORMS: tuple[tuple[Form, str], ...] = (
    ("markdown", "Markdown, with the pictures in a folder"),
    ("html", "HTML, one file an article"),
    ("json", "JSON"),
)


def export(desk: AppServices, numbers: Sequence[int]) -> None:
    """Ask for the form and the folder, then write the articles there."""

    def ask(at: int | None) -> None:
        if at is not None:
            question = f"Folder to write {counted(len(numbers), 'article')} to"
            desk.push_screen(AskScreen(question, "articles"), lambda name: write(FORMS[at][0], name))

    def write(form: Form, name: str | None) -> None:
        if name:
            target, library = Path(name).expanduser(), desk.library

            def does(progress: Progress, stopped: Stopped) -> Report:
                from tui.output.export import export as write_files

                return write_files(library, numbers, form, target, progress=progress, stopped=stopped)

            desk.push_screen(WorkScreen(f"Exporting to {target}", "Exported", does))

    desk.push_screen(ChooseScreen("Export as", [label for _, label in FORMS]), ask)


def take_in(desk: AppServices, done: Callable[[], None]) -> None:
    """Ask for a file or folder and take over the articles in it."""

    def take(name: str | None) -> None:
        if name:
            path, library = Path(name).expanduser(), desk.library

            def does(progress: Progress, stopped: Stopped) -> Report:
                from tui.intake.import_any import import_any

                return import_any(library, path, progress=progress, stopped=stopped)

            desk.push_screen(WorkScreen(f"Importing {path}", "Imported", does), lambda _: done())

    desk.push_screen(AskScreen("Import an archive, newsboat's cache.db, or a folder of saved pages"), take)
