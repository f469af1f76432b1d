"""A short list to choose one line from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.panes.pane_line import Piece, wrap
from tui.panes.row_list import Row, Rows
from tui.system.stylesheets import stylesheet

BORDER = 2  # rows of a sheet above and below what it lists


class Choices(Rows):
    """One row a choice; what stands behind a dot says more of it."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__(id="choices")
        self._labels = labels

    def rows_for(self, width: int) -> Sequence[Row]:
        parted = [label.partition(" · ") for label in self._labels]
        return [
            Row(n, wrap((Piece(name), Piece(dot + more, "muted")), width - 1, "   ", " "))
            for n, (name, dot, more) in enumerate(parted)
        ]


class ChooseScreen(ModalScreen[int | None]):
    """Answers with the position of the line chosen, or None."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "back", id="choose.back")]

    def __init__(self, title: str, labels: Sequence[str], at: int = 0) -> None:
        """``at`` is where the cursor stands at first."""
        super().__init__()
        self._choices, self._at = Choices(labels), at
        self._title, self._count = title, len(labels)

    def compose(self) -> ComposeResult:
        yield self._choices

    def on_mount(self) -> None:
        self._choices.border_title = Content(self._title)
        self._choices.border_subtitle = Content("Enter chooses · Esc back")
        self._choices.add_class("sheet")
        self._choices.styles.height = self._count + BORDER
        self.set_focus(self._choices)
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """As high as its lines are, which wrap, with the cursor where it is to begin."""
        self._choices.styles.height = self._choices.virtual_size.height + BORDER
        self._choices.place_cursor(self._at)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.dismiss(event.key if isinstance(event.key, int) else None)
