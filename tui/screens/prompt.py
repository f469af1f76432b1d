"""A line to type an answer in."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.system.stylesheets import stylesheet


class AskScreen(ModalScreen[str | None]):
    """Asks one question; answers with the line typed, or None after Esc."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel", id="ask.cancel")]

    def __init__(self, question: str, proposal: str = "", placeholder: str = "", line: type[Input] = Input) -> None:
        """``line`` is what one types in."""
        super().__init__()
        self._question, self._proposal, self._placeholder = question, proposal, placeholder
        self._line = line

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False, classes="question")
            yield self._line(self._proposal, placeholder=self._placeholder, id="answer")
            yield Static("Enter goes on · Esc cancels", markup=False, classes="advice")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)

    def action_cancel(self) -> None:
        self.dismiss(None)
