"""The line in which one types what to find."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.keys import REPLACED_KEYS
from textual.message import Message
from textual.widgets import Input, Static


class FindLine(Input):
    """What to find; the arrows go through what was found while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "next", id="find.next"),
        Binding("up", "step(-1)", "previous", id="find.previous"),
        Binding("enter", "keep", "done", id="find.keep"),
        Binding("escape", "drop", "clear", id="find.drop"),
    ]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is one of the words; Textual does not know the characters of "slash", "plus" and the like."""
        return key in REPLACED_KEYS or super().check_consume_key(key, character)

    def action_step(self, step: int) -> None:
        self.post_message(FindBar.Stepped(step))

    def action_keep(self) -> None:
        self.query_ancestor(FindBar).close(keep=True)

    def action_drop(self) -> None:
        self.query_ancestor(FindBar).close(keep=False)


class FindBar(Horizontal):
    """Hidden until opened; its widgets are made then, so that they do not delay the start."""

    class Changed(Message):
        """Something else is to be found."""

        def __init__(self, bar: FindBar, words: str) -> None:
            super().__init__()
            self.bar, self.words = bar, words

    class Stepped(Message):
        """The next or an earlier match is wanted."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Closed(Message):
        """The reader is done; ``keep`` the matches marked or not."""

        def __init__(self, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = self._said = ""
        self._line: FindLine | None = None
        self._count = Static("", markup=False, classes="count")
        self.display = False

    async def open(self) -> None:
        """Show the bar, the words of the last time selected."""
        self.display = True
        if self._line is None:
            self._line = FindLine(compact=True)
            await self.mount(Static("/", classes="prompt"), self._line, self._count)
        self._line.focus()  # which selects them

    def close(self, keep: bool) -> None:
        """Hide the bar; the matches stay marked with ``keep``."""
        self.display = False
        if not keep:
            self.words = ""
            if self._line is not None:
                with self._line.prevent(Input.Changed):
                    self._line.value = ""
        self.post_message(self.Closed(keep))

    def say(self, total: int, number: int = 0) -> None:
        """Say how much was found, and which one is shown."""
        found = f"{number} of {total}" if number else f"{total} found" if total else "not found"
        found = found if self.words else ""
        self._count.update(found, layout=len(found) != len(self._said))  # a layout costs more than the search
        self._said = found

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.words = event.value
        self.post_message(self.Changed(self, event.value))
