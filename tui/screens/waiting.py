"""What one waits for with nothing else to do meanwhile: Esc gives it up."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.model.page import ReadingError
from tui.panes.workers import run_beside
from tui.screens.base import AppServices
from tui.system.own_loop import run_on_own_loop
from tui.system.stylesheets import stylesheet
from tui.text.cleaning import clean

T = TypeVar("T")


class WaitScreen(ModalScreen[T | ReadingError | None], Generic[T]):
    """Answers with what the coroutine returns or with its ReadingError, None where it was given up."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "stop", id="waiting.stop")]

    def __init__(self, what: str, make: Callable[[], Coroutine[Any, Any, T]]) -> None:
        super().__init__()
        self._what, self._make = what, make

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(clean(self._what), markup=False, classes="question")
            yield Static("Esc stops", markup=False, classes="advice")

    def on_mount(self) -> None:
        run_beside(self, self._wait, exclusive=True)

    async def _wait(self) -> None:
        answer: T | ReadingError
        try:
            answer = await run_on_own_loop(self._make)
        except ReadingError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - the log has it, the reader one line
            answer = ReadingError(cast(AppServices, self.app).fault(error, self._what))
        self.app.call_later(self._answer, answer)

    def _answer(self, answer: T | ReadingError) -> None:
        if self.is_active:
            self.dismiss(answer)
