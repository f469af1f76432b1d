"""Articles out of the library into files, and into it from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.output.export_forms import FORMS
from tui.screens.choose import ChooseScreen
from tui.screens.import_found import ImportScreen
from tui.screens.long_work import WorkScreen
from tui.screens.prompt import AskScreen
from tui.text.amounts import counted

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from tui.library import Report
    from tui.library.work_report import Progress, Stopped
    from tui.output.export_forms import Form
    from tui.screens.base import AppServices

QUESTION = "Import an export, bookmarks, an archive, newsboat's cache.db, or a folder of these or of saved pages"


def export_articles(services: AppServices, numbers: Sequence[int]) -> None:
    """Ask for the form and the folder, then write the articles there."""

    def ask(at: int | None) -> None:
        if at is not None:
            question = f"Folder to write {counted(len(numbers), 'article')} to"
            services.push_screen(AskScreen(question, "articles"), lambda name: write(FORMS[at].name, name))

    def write(form: Form, name: str | None) -> None:
        if name:
            target, library = Path(name).expanduser(), services.library

            def does(progress: Progress, stopped: Stopped) -> Report:
                from tui.output.export import export as write_files  # and with it markdown-it

                return write_files(library, numbers, form, target, progress=progress, stopped=stopped)

            services.push_screen(WorkScreen(f"Exporting to {target}", "Exported", does))

    services.push_screen(ChooseScreen("Export as", [form.description for form in FORMS]), ask)


def import_articles(services: AppServices, done: Callable[[], Awaitable[None]]) -> None:
    """Ask for a file or folder and import the articles in it; ``done`` is called after that."""

    def import_from(name: str | None) -> None:
        if name:
            services.push_screen(ImportScreen(services.library, Path(name).expanduser()), lambda _: done())

    services.push_screen(AskScreen(QUESTION), import_from)
