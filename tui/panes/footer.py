"""The footer: where one is, and the keys that work there, made from the bindings in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App
from textual.binding import Binding
from textual.keys import format_key
from textual.screen import Screen
from textual.timer import Timer

from tui.panes.bar import Bar, roles
from tui.panes.pane_line import Line, Piece, cut, width_of

GAP = "   "
BACK = "screen.back"
LAST = ("search.back", BACK, "app.help")  # shown at the end, whatever else there is room for
KEY_NAMES = {  # where Textual's own are short or a sign that not everybody knows
    "enter": "Enter",
    "backspace": "Backspace",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def key_name(key: str) -> str:
    """A key as people write it: Ctrl+P, Enter, ?."""
    *modifiers, last = key.split("+")
    name = KEY_NAMES.get(last) or format_key(last)
    plain = len(key) == 1  # where a capital is another key
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name if plain else name[0].upper() + name[1:]])


class Footer(Bar):
    """Progress at the left, then as many keys as there is room for; a click on one does what the key does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("key", "muted", "accent")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._where, self._news, self._mode = "", "", ""
        self.leads_back = False  # on the first screen, too
        self._until: Timer | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def say_mode(self, keys: str) -> None:
        """Say which keys there are until something is done; "" when it is."""
        if keys != self._mode:
            self._mode = keys
            self.refresh()

    def say(self, where: str) -> None:
        """Say where one is."""
        if where != self._where:
            self._where = where
            self.refresh()

    def flash(self, news: str, seconds: float) -> None:
        """Say something in place of everything else, for some seconds."""
        if self._until:
            self._until.stop()
        self._news = news
        self._until = self.set_timer(seconds, self._be_quiet)
        self.refresh()

    def forget(self, news: str) -> None:
        """Say this no longer, if it is what is said."""
        if self._news == news:
            self._be_quiet()

    def _be_quiet(self) -> None:
        self._news = ""
        self.refresh()

    def line(self, width: int) -> Line:
        if self._news:
            return (Piece(" "), Piece(cut(self._news, width - 2), "accent"))
        if self._mode:
            return (Piece(" "), Piece(cut(self._mode, width - 2), "accent"))
        shown = shown_bindings(self.screen)
        last = [self._hint(b) for b in shown if b.id in LAST]
        hints = [self._hint(b) for b in shown if b.id not in LAST]
        pieces: list[Piece] = [Piece(" "), Piece(cut(self._where, width - 2), "muted")] if self._where else []
        while last and width_of(pieces) + width_of(_parted(last)) > width:  # none is cut: half of it says nothing
            last.pop()
        tail = _parted(last)
        room = width - width_of(pieces) - width_of(tail) - 1
        for hint in hints:
            gap = Piece(GAP if pieces else " ")
            needed = width_of((gap, *hint))
            if needed > room:
                break
            room -= needed
            pieces += [gap, *hint]
        return (*pieces, *tail)

    def _hint(self, binding: Binding) -> tuple[Piece, Piece]:
        action = f"run_binding({binding.key!r})"
        leaves = binding.id == BACK and self.screen is self.app.screen_stack[0] and not self.leads_back
        return (
            Piece(binding.key_display or key_name(binding.key), "key", action),
            Piece(f" {'quit' if leaves else binding.description}", "muted", action),
        )

    async def action_run_binding(self, key: str) -> None:
        """Do what a key does now, whatever it is called and whoever has the focus."""
        if active := self.screen.active_bindings.get(key):
            await self.app.run_action(active.binding.action, active.node)


def _parted(hints: Sequence[Line]) -> Line:
    return tuple(piece for hint in hints for piece in (Piece(GAP), *hint))


def shown_bindings(screen: Screen[object] | App[object]) -> list[Binding]:
    """The bindings in force on the screen that want to be shown, one an action, the focused widget's first."""
    once: dict[str, Binding] = {}
    for active in screen.active_bindings.values():
        if active.binding.show and active.enabled:
            once.setdefault(active.binding.action, active.binding)
    return list(once.values())


def unsay(app: App[None], news: str) -> None:
    """Take from every screen what holds no longer, where it still stands."""
    for footer in (footer for screen in app.screen_stack for footer in screen.query(Footer)):
        footer.forget(news)
