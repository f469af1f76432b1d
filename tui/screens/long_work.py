"""Long work over the library: how far it is, Esc to stop, and what could not be taken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import ProgressBar, Static

from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.base import AppServices
from tui.system.background import run_detached
from tui.system.stylesheets import stylesheet
from tui.text.amounts import counted
from tui.text.cleaning import clean

if TYPE_CHECKING:
    from tui.library.work_report import Progress, Report, Stopped

LOOK_EVERY = 0.1  # seconds between two looks how far it is
SHOWN = 12  # refusals told one by one
Does = Callable[["Progress", "Stopped"], "Report"]


class WorkScreen(ModalScreen[None]):
    """Runs work in a thread; ``did`` says what was done to the articles ("exported")."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "end", "stop", id="work.end"),
        Binding("enter", "go_on", "go on", show=False, id="work.go_on"),
    ]

    def __init__(self, title: str, did: str, does: Does) -> None:
        super().__init__()
        self._title, self._did, self._does = title, did, does
        self._far: tuple[int, int | None] = (0, None)
        self._stop = self._over = False
        self.bar = ProgressBar(show_eta=False, id="far")
        self.report = Static("", markup=False, id="report")
        self.advice = Static("Esc stops; what is done stays", markup=False, classes="advice")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(clean(self._title), markup=False, classes="question")
            yield self.bar
            yield self.report
            yield self.advice

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self.show_progress)
        run_beside(self, self._work, exclusive=True)

    def _progress(self, done: int, total: int | None) -> None:
        self._far = (done, total)

    def show_progress(self) -> None:
        """How far it is."""
        done, total = self._far
        self.bar.update(total=total, progress=done)

    async def _work(self) -> None:
        try:
            result = report_text(await run_detached(self._does, self._progress, lambda: self._stop), self._did)
        except ReadingError as error:
            result = str(error)
        except Exception as error:  # noqa: BLE001 - the log has it, the dialog one line
            result = cast(AppServices, self.app).fault(error, self._title)
        self._over = True
        self.bar.display = False
        self.report.update(clean(result))
        self.advice.update("Enter goes on")

    def action_end(self) -> None:
        """Stop the work; once it is over, leave."""
        self._stop = True
        if self._over:
            self.dismiss(None)

    def action_go_on(self) -> None:
        """The same."""
        self.action_end()


def report_text(report: Report, did: str) -> str:
    """What came of it, and why what could not be taken."""
    known = f", {report.known} of them kept already" if report.known else ""
    lines = [f"{did} {counted(report.done, 'article')}{known}" + "; stopped" * report.stopped]
    lines += report.also
    if report.also and not (report.done or report.stopped):  # feeds alone, say
        lines = [report.also[0][:1].upper() + report.also[0][1:], *report.also[1:]]
    lines += [f"{refusal.what}: {refusal.why}" for refusal in report.refused[:SHOWN]]
    if report.failed > SHOWN:
        lines.append(f"… and {report.failed - SHOWN:,} more could not be taken")
    return "\n".join(lines)
