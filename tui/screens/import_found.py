"""An import: what was found is told, and kept when one says so."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.intake.importing.import_any import looked_through
from tui.library.work_report import Report
from tui.screens.long_work import WorkScreen
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from tui.intake.importing.import_found import Choice
    from tui.library import Library
    from tui.library.work_report import Progress, Stopped

LOOKING = "Esc stops; nothing is kept yet"
ASKING = "Enter imports this · Esc cancels"
CHOOSING = "{keys} take or leave · Enter imports · Esc cancels"
TAKEN, LEFT = "✓", " "
MOST_CHOICES = 9  # as many as there are digits
KEEPING = "Esc stops; what is done stays"


class ImportScreen(WorkScreen):
    """Looks through what is at a path, asks whether it is wanted and what of it, and keeps that."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(at), f"choose({at - 1})", f"take or leave part {at}", show=False, id=f"import.choose_{at}")
        for at in range(1, MOST_CHOICES + 1)
    ]

    def __init__(self, library: Library, path: Path) -> None:
        super().__init__(f"Importing {path}", "Imported", self._import)
        self._library, self._path = library, path
        self._lines: list[str] = []
        self._choices: list[Choice] = []
        self._without: set[str] = set()
        self._asked: set[str] | None = None  # what was left out when the question was written
        self._answered = Event()
        self._wanted = False
        self.advice.update(LOOKING)

    def _import(self, progress: Progress, stopped: Stopped) -> Report:
        """Beside the event loop: looks, waits for the answer, keeps."""
        with looked_through(self._library, self._path, progress=progress, stopped=stopped) as found:
            if not stopped():
                choices = found.choices[:MOST_CHOICES]
                self._choices = choices if len(choices) > 1 else []
                self._lines = found.lines
                self._answered.wait()
            if not self._wanted:
                return Report(stopped=True)
            return found.keep(self._library, progress=progress, stopped=stopped, without=self._without).report

    @property
    def _asking(self) -> bool:
        return bool(self._lines) and not self._answered.is_set()

    def show_progress(self) -> None:
        super().show_progress()
        if self._asking:
            self.bar.display = False
            if self._asked != self._without:
                self._ask()

    def _ask(self) -> None:
        self._asked = set(self._without)
        taken = [LEFT if choice.name in self._without else TAKEN for choice in self._choices]
        offered = [
            f"{at} {sign} {choice.line}" for at, (sign, choice) in enumerate(zip(taken, self._choices, strict=True), 1)
        ]
        self.report.update(clean("\n".join([*self._lines, *([""] if offered else []), *offered])))
        keys = " ".join(map(str, range(1, len(offered) + 1)))
        self.advice.update(CHOOSING.format(keys=keys) if offered else ASKING)

    def action_choose(self, at: int) -> None:
        """Leaves a part out, or takes it after all."""
        if self._asking and at < len(self._choices):
            self._without ^= {self._choices[at].name}
            self._ask()

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
