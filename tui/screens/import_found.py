"""An import: what was found is told, and kept when one says so."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from tui.intake.import_any import looked_through
from tui.library.work_report import Report
from tui.screens.long_work import WorkScreen
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from tui.library import Library
    from tui.library.work_report import Progress, Stopped

LOOKING = "Esc stops; nothing is kept yet"
ASKING = "Enter imports this · Esc cancels"
KEEPING = "Esc stops; what is done stays"


class ImportScreen(WorkScreen):
    """Looks through what is at a path, asks whether it is wanted, and keeps it."""

    def __init__(self, library: Library, path: Path) -> None:
        super().__init__(f"Importing {path}", "Imported", self._import)
        self._library, self._path = library, path
        self._lines: list[str] = []
        self._answered = Event()
        self._wanted = False
        self.advice.update(LOOKING)

    def _import(self, progress: Progress, stopped: Stopped) -> Report:
        """Beside the event loop: looks, waits for the answer, keeps."""
        with looked_through(self._library, self._path, progress=progress, stopped=stopped) as found:
            if not stopped():
                self._lines = found.lines
                self._answered.wait()
            if not self._wanted:
                return Report(stopped=True)
            return found.keep(self._library, progress=progress, stopped=stopped).report

    @property
    def _asking(self) -> bool:
        return bool(self._lines) and not self._answered.is_set()

    def show_progress(self) -> None:
        super().show_progress()
        if self._asking:
            self.bar.display = False
            self.report.update(clean("\n".join(self._lines)))
            self.advice.update(ASKING)

    def action_go_on(self) -> None:
        """Yes to what was found; else as Esc."""
        if not self._asking:
            super().action_go_on()
            return
        self._wanted = True
        self._answered.set()
        self.bar.display = True
        self.report.update("")
        self.advice.update(KEEPING)

    def action_end(self) -> None:
        """No to what was found; while it is kept, stop; once it is over, leave."""
        if self._asking:
            self._answered.set()
            self.dismiss(None)
        else:
            super().action_end()

    def on_unmount(self) -> None:
        """Who leaves does not want it."""
        self._answered.set()
