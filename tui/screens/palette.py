"""The command palette: every action that a key has on this screen, found by typing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Input

from tui.panes.footer import key_name
from tui.panes.pane_line import Piece, spread
from tui.panes.row_list import Row, Rows
from tui.panes.textual_private import bindings_of
from tui.system.stylesheets import stylesheet
from tui.text.folding import fold

NONE_FOUND = "No command has these words"


class PaletteCommand(NamedTuple):
    """What can be done, the keys that do it, and the doing; it is found by the words of ``help``, too."""

    name: str
    keys: str
    run: Callable[[], Awaitable[object] | object]
    help: str = ""


class CommandRows(Rows):
    """One line a command, its keys at the right."""

    def __init__(self, commands: Sequence[PaletteCommand]) -> None:
        super().__init__(id="commands")
        self._commands = commands
        self._typed = ""

    def filter(self, typed: str) -> None:
        """Show the commands that have all these words, those that begin so first."""
        self._typed = fold(typed).strip()
        self.scroll_to(y=0, animate=False)
        self.changed()
        if rows := self._found():
            self.place_cursor(rows[0])

    def _found(self) -> list[int]:
        words = self._typed.split()
        names = [fold(f"{command.name} {command.help}") for command in self._commands]
        found = [n for n, name in enumerate(names) if all(word in name for word in words)]
        return sorted(found, key=lambda n: not names[n].startswith(self._typed))

    def rows_for(self, width: int) -> Sequence[Row]:
        rows = [Row(n, (self._line(self._commands[n], width),)) for n in self._found()]
        return rows or [Row(None, ((Piece(f" {NONE_FOUND}", "muted"),),))]

    def _line(self, command: PaletteCommand, width: int) -> tuple[Piece, ...]:
        name = (Piece(f" {command.name}"), Piece(f"  {command.help}", "muted"), Piece("  "))
        return spread(name, (Piece(f"{command.keys} ", "key"),), width)


class Palette(ModalScreen[None]):
    """Made for the screen below it; Enter does what the cursor stands on."""

    CSS_PATH = stylesheet("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False, id="palette.back"),
        Binding("down", "step(1)", "next", show=False, id="palette.next"),
        Binding("up", "step(-1)", "previous", show=False, id="palette.previous"),
        Binding("pagedown", "page(1)", "a page down", show=False, id="palette.page_down"),
        Binding("pageup", "page(-1)", "a page up", show=False, id="palette.page_up"),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        self._commands = commands_of(below)
        self._rows = CommandRows(self._commands)
        self._rows.can_focus = False
        self._line = Input(placeholder="a command", compact=True)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet", id="palette") as box:
            box.border_title = Content("Commands")
            box.border_subtitle = Content("Enter does it · Esc back")
            yield self._line
            yield self._rows

    def on_mount(self) -> None:
        self.set_focus(self._line)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._rows.filter(event.value)

    def on_input_submitted(self) -> None:
        self._run()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._run()

    def _run(self) -> None:
        at = self._rows.cursor
        if isinstance(at, int):
            self.dismiss(None)
            self.app.call_later(self._commands[at].run)

    def action_step(self, step: int) -> None:
        self._rows.action_cursor(step)

    def action_page(self, pages: int) -> None:
        self._rows.action_page(pages)


def commands_of(screen: Screen[object]) -> list[PaletteCommand]:
    """The bindings in force on a screen, those of its footer first, and the app's own commands."""
    commands: dict[str, PaletteCommand] = {}
    for active in sorted(screen.active_bindings.values(), key=lambda active: not active.binding.show):
        binding = active.binding
        if not (binding.description and binding.id and active.enabled) or binding.action == "app.command_palette":
            continue
        does = binding.tooltip or binding.description  # as in the help
        name, key = does[0].upper() + does[1:], key_name(binding.key)
        known = commands.get(name)
        keys = key if known is None else f"{known.keys}  {key}" if key not in known.keys.split() else known.keys
        run = partial(screen.app.run_action, binding.action, active.node)
        commands[name] = PaletteCommand(name, keys, known.run if known else run)
    for _, binding in bindings_of(screen.app):  # whose key does something else on this screen
        name = (binding.tooltip or binding.description).capitalize()
        if binding.description and binding.id and binding.action != "app.command_palette" and name not in commands:
            commands[name] = PaletteCommand(name, "", partial(screen.app.run_action, binding.action))
    for made in screen.app.get_system_commands(screen):
        commands.setdefault(made.title, PaletteCommand(made.title, "", made.callback, made.help))
    return list(commands.values())
